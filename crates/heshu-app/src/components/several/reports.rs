use super::{add::Add, export::Export, failures::Failures, grid::AT_ONCE, row::Row};
use crate::browser::several::{self, Dispatch};
use crate::components::gradually::{drawing, use_gradually};
use crate::i18n::{Lang, fill};
use crate::report::Shared;
use crate::several::Several;
use crate::state::PAGE;
use std::rc::Rc;
use yew::prelude::*;

/// What the list shows.
#[derive(Properties, PartialEq)]
pub struct ReportsProps {
    /// The set.
    pub several: Several,
    /// Whom it is told.
    pub dispatch: Dispatch,
    /// Language.
    pub lang: Lang,
    /// The report that is open by itself.
    pub report: Option<Shared>,
    /// Its document as bytes, where it came from a file.
    pub document: Option<Rc<[u8]>>,
    /// The list of words that a panel may count: id, name, words.
    pub words: (String, String, String),
}

/// The reports of the set: what each is taken to be, why, and the panel of them all.
#[component]
pub fn Reports(props: &ReportsProps) -> Html {
    let ReportsProps { several, dispatch, lang, report, document, words: list } = props;
    let words = lang.several();
    let limit = use_state(|| PAGE);
    let count = several.reports.len();
    let shown = count.min(*limit);
    let drawn = use_gradually(shown, AT_ONCE, AT_ONCE);
    let rows = several.reports.iter().take(drawn).map(|known| {
        html! { <Row key={known.id} known={known.clone()} dispatch={dispatch.clone()} lang={*lang} /> }
    });
    let more = {
        let limit = limit.clone();
        Callback::from(move |_: MouseEvent| limit.set(*limit + PAGE))
    };
    let table = html! {
        <>
            <p class="lead">{ fill(words.count, &[&count.to_string()]) }
                <button type="button" class="link" data-testid="several-clear" onclick={|_: MouseEvent| several::clear()}>{ words.clear }</button>
            </p>
            <div class="table-wrap" tabindex="0" role="region" aria-label={words.screen_reports}>
                <table class="data set stacked">
                    <thead><tr>
                        <th scope="col">{ words.th_file }</th><th scope="col">{ words.th_region }</th>
                        <th scope="col">{ words.th_level }</th><th scope="col">{ words.th_year }</th>
                        <th scope="col">{ words.th_because }</th><th scope="col" class="num">{ words.th_figures }</th><td></td>
                    </tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
            { drawing(drawn < shown) }
            if count > *limit {
                <button type="button" class="secondary more" data-testid="several-more" onclick={more}>
                    { fill(lang.words().show_more, &[&(count - *limit).min(PAGE).to_string()]) }
                </button>
            }
            <Export shape={several.shape} with_words={several.with_words} dispatch={dispatch.clone()} lang={*lang} words={list.clone()} />
        </>
    };
    html! {
        <>
            <p class="lead">{ words.lead }</p>
            <Add {count} report={report.clone()} document={document.clone()} lang={*lang} />
            <Failures failed={several.failed.clone()} lang={*lang} />
            if count > 0 { { table } } else if several.progress.is_none() { <p class="nothing">{ words.none }</p> }
        </>
    }
}
