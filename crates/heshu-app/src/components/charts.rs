use super::{Dispatch, chart::Picture};
use crate::browser::page;
use crate::i18n::Lang;
use crate::report::Shared;
use heshu_core::views::charts::{Chart, density, growth, structure, targets};
use yew::prelude::*;

/// What the view shows.
#[derive(Properties, PartialEq)]
pub struct ChartsProps {
    /// The report.
    pub report: Shared,
    /// Language.
    pub lang: Lang,
}

/// Width of a picture on wide and on narrow screens, in CSS pixels.
pub fn width() -> f64 {
    if page::narrow() { 350.0 } else { 640.0 }
}

/// The report as pictures, each with its table and to be saved.
#[component]
pub fn Charts(props: &ChartsProps) -> Html {
    let dispatch = use_context::<Dispatch>();
    let ChartsProps { report, lang } = props;
    let (words, zh, width) = (lang.views(), *lang == Lang::Zh, width());
    let analysis = &report.analysis;
    let all: [(&'static str, Option<Chart>); 4] = [
        ("targets", targets(analysis, &report.pairs, words.chart_targets, width, zh)),
        ("growth", growth(analysis, &report.pairs, words.chart_growth, width, zh)),
        ("structure", structure(analysis, lang.words().chart_structure, width, zh)),
        (
            "density",
            density(analysis, report.checks(), &report.text, &report.marks, words.chart_density, width, zh),
        ),
    ];
    if all.iter().all(|(_, chart)| chart.is_none()) {
        return html! { <p class="nothing">{ words.charts_none }</p> };
    }
    let source = format!("{} · {}", report.file_stem(), lang.words().name);
    html! {
        <>
            <p class="lead">{ words.charts_lead }</p>
            { for all.into_iter().filter_map(|(id, chart)| {
                let file = format!("{}-{id}", report.file_stem());
                Some(html! { <Picture key={id} {id} chart={chart?} lang={*lang} file={file} source={source.clone()} dispatch={dispatch.clone()} /> })
            }) }
        </>
    }
}
