use super::{
    card::Card,
    chart, charts,
    gradually::use_gradually,
    more::{Earlier, More},
};
use crate::i18n::Lang;
use crate::listing;
use crate::names;
use crate::report::Shared;
use crate::state::{PAGE, Target};
use heshu_core::views::{Sort, charts::structure};
use std::ops::Range;
use yew::prelude::*;

/// So many cards are drawn first: a screen of them.
const FIRST: usize = 6;
/// So many cards are drawn at once.
const AT_ONCE: usize = 12;

/// What the list of cards shows.
#[derive(Properties, PartialEq)]
pub struct CardsProps {
    /// The report.
    pub report: Shared,
    /// Language.
    pub lang: Lang,
    /// What is selected.
    pub selected: Option<Target>,
    /// Ids of the observations that the filter lets through.
    pub chosen: Vec<u32>,
    /// Their order.
    pub sort: Sort,
    /// From which on, and up to which they are drawn.
    pub shown: Range<usize>,
}

/// Indicator cards by theme.
#[component]
pub fn Cards(props: &CardsProps) -> Html {
    let CardsProps { report, lang, selected, chosen, sort, shown } = props;
    let (first, limit) = (shown.start, shown.end.max(PAGE));
    let all = limit.min(chosen.len()).saturating_sub(first);
    let drawn = use_gradually(all, FIRST, AT_ONCE);
    let picture = use_memo((report.unless(true), *lang, charts::width()), |(report, lang, width)| {
        structure(&report.analysis, lang.words().chart_structure, *width, *lang == Lang::Zh)
    });
    if chosen.is_empty() && !report.analysis.observations.is_empty() {
        return html! { <p class="nothing">{ lang.words().none_match }</p> };
    }
    // What is selected is about to be scrolled to.
    let drawn = if selected.is_some() { all } else { drawn };
    let groups = listing::groups(report, chosen, *sort, first..first + drawn);
    html! {
        <>
            if chosen.len() == report.analysis.observations.len() {
                if let Some(picture) = &*picture {
                    <figure class="chart" data-testid="structure">{ chart::draw(picture) }</figure>
                }
            }
            <Earlier {first} lang={*lang} />
            { for groups.iter().map(|group| {
                let id = group.id.clone().unwrap_or_default();
                let title = (*sort == Sort::Reading).then(|| names::theme(&id, *lang).to_owned());
                html! {
                    <section class="theme" key={id}>
                        if let Some(title) = title {
                            <h2>{ title }<span class="count">{ group.count }</span></h2>
                        }
                        <div class="card-grid">
                            { for group.observations.iter().map(|id| html! {
                                <Card key={*id} report={report.unless(report.concern(*id).is_none())} id={*id} lang={*lang}
                                    selected={*selected == Some(Target::Observation(*id))} />
                            }) }
                        </div>
                    </section>
                }
            }) }
            <More {limit} count={chosen.len()} drawing={drawn < all} lang={*lang} />
        </>
    }
}
