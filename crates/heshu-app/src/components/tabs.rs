use super::Dispatch;
use crate::i18n::{self, Lang};
use crate::report::Shared;
use crate::state::{Action, View};
use heshu_core::model::Verdict;
use web_sys::HtmlElement;
use yew::prelude::*;

/// What the tabs show.
#[derive(Properties, PartialEq)]
pub struct TabsProps {
    /// The report, for the counts.
    pub report: Shared,
    /// Language.
    pub lang: Lang,
    /// The open view.
    pub view: View,
}

/// The views of the findings, with counts. Arrows go from tab to tab.
#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let dispatch = use_context::<Dispatch>();
    let TabsProps { report, lang, view: open } = props;
    let words = lang.words();
    let list = use_node_ref();
    let go = Callback::from(move |view: View| {
        if let Some(dispatch) = &dispatch {
            dispatch.dispatch(Action::View(view));
        }
    });
    let onkeydown = {
        let (go, list, open) = (go.clone(), list.clone(), *open);
        Callback::from(move |event: KeyboardEvent| {
            let count = View::ALL.len();
            let place = View::ALL.iter().position(|v| *v == open).unwrap_or(0);
            let next = match event.key().as_str() {
                "ArrowRight" => (place + 1) % count,
                "ArrowLeft" => (place + count - 1) % count,
                "Home" => 0,
                "End" => count - 1,
                _ => return,
            };
            event.prevent_default();
            if let Some(view) = View::ALL.get(next) {
                go.emit(*view);
                let tab = list.cast::<HtmlElement>();
                let tab = tab.and_then(|l| l.query_selector(&format!("#tab-{}", view.id())).ok().flatten());
                if let Some(tab) = tab.and_then(|t| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(t).ok()) {
                    let _ = tab.focus();
                }
            }
        })
    };
    let tabs = View::ALL.into_iter().filter(|view| !report.is_brief() || !view.needs_text()).map(|view| {
        let (label, count) = match view {
            View::Cards => (words.tab_cards, report.analysis.observations.len()),
            View::Targets => (words.tab_targets, report.pairs.len()),
            View::Checks => (words.tab_checks, 0),
            View::Promises => (words.tab_promises, report.analysis.commitments.len()),
            View::Table => (words.tab_table, 0),
            View::Charts => (words.tab_charts, 0),
            View::Words => (words.tab_words, 0),
            View::Repairs => (words.tab_repairs, report.analysis.repairs.len()),
        };
        let is_open = view == *open;
        let onclick = go.reform(move |_: MouseEvent| view);
        html! {
            <button type="button" role="tab" id={format!("tab-{}", view.id())} data-testid={format!("tab-{}", view.id())}
                aria-selected={is_open.to_string()} aria-controls="view" tabindex={if is_open { "0" } else { "-1" }} {onclick}>
                { label }
                if count > 0 { <span class="count">{ count }</span> }
                if view == View::Checks { { verdict_counts(report, *lang) } }
            </button>
        }
    });
    html! {
        <div class="tabs" role="tablist" aria-label={words.views} ref={list} {onkeydown}>{ for tabs }</div>
    }
}

/// Counts of what is to be looked at; of what holds, where there is nothing to look at.
fn verdict_counts(report: &Shared, lang: Lang) -> Html {
    if !report.is_audited() {
        // So much room as most reports need, lest the tabs beside it jump.
        return (0..2).map(|_| html! { <span class="count" aria-hidden="true">{ "…" }</span> }).collect();
    }
    let tally = report.tally();
    let graves = [Verdict::Conflict, Verdict::Caution, Verdict::Note];
    let shown = graves.into_iter().filter(|v| tally.of(*v) > 0).collect::<Vec<_>>();
    let shown = if shown.is_empty() && tally.pass > 0 { vec![Verdict::Pass] } else { shown };
    html! {
        { for shown.into_iter().map(|verdict| {
            let id = i18n::verdict_id(verdict);
            let name = lang.pick(i18n::verdict(verdict));
            html! {
                <span class={classes!("count", id)} title={name} data-testid={format!("count-{id}")}>
                    { tally.of(verdict) }<span class="sr">{ name }</span>
                </span>
            }
        }) }
    }
}
