use super::{
    Dispatch,
    more::{Earlier, More},
};
use crate::format;
use crate::i18n::{self, Lang};
use crate::names;
use crate::report::Shared;
use crate::state::{Action, PAGE, Pane, Target};
use std::ops::Range;
use yew::prelude::*;

/// What the table shows.
#[derive(Properties, PartialEq)]
pub struct TableProps {
    /// The report.
    pub report: Shared,
    /// Language.
    pub lang: Lang,
    /// What is selected.
    pub selected: Option<Target>,
    /// Ids of the observations, in order.
    pub chosen: Vec<u32>,
    /// From which on, and up to which they are drawn.
    pub shown: Range<usize>,
}

/// The observations as a table.
#[component]
pub fn Table(props: &TableProps) -> Html {
    let dispatch = use_context::<Dispatch>();
    let TableProps { report, lang, selected, chosen, shown } = props;
    let words = lang.words();
    if chosen.is_empty() {
        return html! { <p class="nothing">{ words.none_match }</p> };
    }
    let (first, limit) = (shown.start, shown.end.max(PAGE));
    let drawn = chosen.get(first..limit.min(chosen.len())).unwrap_or_default();
    let rows = drawn.iter().filter_map(|id| report.analysis.observations.get(*id as usize));
    let rows = rows.map(|o| {
        let id = o.id;
        let dispatch = dispatch.clone();
        let go = Callback::from(move |_: MouseEvent| {
            if let Some(dispatch) = &dispatch {
                dispatch.dispatch(Action::Select(Target::Observation(id), Pane::Findings));
            }
        });
        let is_selected = *selected == Some(Target::Observation(id));
        let concern = report.concern(id).map(i18n::verdict_id);
        let level = o.level.as_ref();
        html! {
            <tr key={id} class={classes!(concern, is_selected.then_some("selected"))} data-testid="row" data-item="" data-observation={id.to_string()}>
                <th scope="row" lang="zh-CN"><button type="button" class="go" data-focus="" tabindex="-1" onclick={go}>{ &o.name }</button></th>
                <td>{ o.period.as_deref().map(|p| p.replace('/', "–")) }</td>
                <td>{ lang.pick(i18n::kind(o.kind)) }</td>
                <td class="num">{ level.map(|l| l.place().unwrap_or_else(|| format!("{} {}", l.bound.sign(), l.written))) }</td>
                <td lang="zh-CN">{ level.filter(|l| !l.is_rank()).map(|l| l.unit.clone()) }</td>
                <td class="num" lang="zh-CN">{ o.change.as_ref().map(|c| format!("{} {}", format::arrow(format::direction(c)), format::change(c))) }</td>
                <td lang="zh-CN">{ o.commitment_force.clone() }</td>
                <td>{ o.theme.as_deref().map(|t| names::theme(t, *lang).to_owned()) }</td>
            </tr>
        }
    });
    html! {
        <>
            <Earlier {first} lang={*lang} />
            <div class="table-wrap" tabindex="0" role="region" aria-label={words.tab_table}>
                <table class="data observations">
                    <thead><tr>
                        <th scope="col">{ words.th_name }</th><th scope="col">{ words.th_period }</th>
                        <th scope="col">{ words.th_kind }</th><th scope="col" class="num">{ words.th_level }</th>
                        <th scope="col">{ words.th_unit }</th><th scope="col" class="num">{ words.th_change }</th>
                        <th scope="col">{ words.th_force }</th><th scope="col">{ words.th_theme }</th>
                    </tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
            <More {limit} count={chosen.len()} lang={*lang} />
        </>
    }
}
