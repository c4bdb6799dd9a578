use super::{Dispatch, comparison::ComparisonView};
use crate::i18n::{Lang, Views, fill};
use crate::names;
use crate::report::Shared;
use crate::state::{Action, Pane, Target};
use yew::prelude::*;

/// How many places of a kind are listed.
const SHOWN: usize = 12;

/// What the view shows.
#[derive(Properties, PartialEq)]
pub struct RepairsProps {
    /// The report.
    pub report: Shared,
    /// Language.
    pub lang: Lang,
    /// What is selected.
    pub selected: Option<Target>,
    /// Whether an analysis is under way.
    pub busy: bool,
    /// How many lines of the comparison to draw.
    pub limit: usize,
}

/// What was changed in the pasted text, by kind; each kind can be switched off. Suspicions stand apart: nothing was
/// changed there. Below, both texts side by side.
#[component]
pub fn Repairs(props: &RepairsProps) -> Html {
    let dispatch = use_context::<Dispatch>();
    let RepairsProps { report, lang, selected, busy, limit } = props;
    let words = lang.views();
    let say = Callback::from(move |action: Action| {
        if let Some(dispatch) = &dispatch {
            dispatch.dispatch(action);
        }
    });
    let repairs = &report.analysis.repairs;
    let mut kinds: Vec<String> = Vec::new();
    for kind in report.without_repairs.iter().chain(repairs.iter().map(|r| &r.kind)) {
        if !kinds.contains(kind) {
            kinds.push(kind.clone());
        }
    }
    if kinds.is_empty() {
        return html! { <p class="nothing">{ words.repairs_none }</p> };
    }
    heshu_core::order::ascending(&mut kinds);
    let (suspicions, kinds): (Vec<String>, Vec<String>) =
        kinds.into_iter().partition(|kind| is_suspicion(kind));
    let made = repairs.iter().filter(|r| !is_suspicion(&r.kind)).count();
    let group = |kind: &String| {
        let off = report.without_repairs.contains(kind);
        let suspicion = is_suspicion(kind);
        let places: Vec<_> = repairs.iter().enumerate().filter(|(_, r)| r.kind == *kind).collect();
        let onclick = {
            let kind = kind.clone();
            say.reform(move |_: MouseEvent| Action::Repair(kind.clone(), off))
        };
        let list = places.iter().take(SHOWN).map(|(place, repair)| {
            let place = *place;
            let is_selected = *selected == Some(Target::Repair(place));
            let there = report.text.slice(repair.span).replace('\n', " ");
            let there: String = there.trim().chars().take(28).collect();
            // Nothing may be left there: what was taken out then needs a name to be clicked by.
            let there = if there.is_empty() { words.go_there.to_owned() } else { there };
            html! {
                <li class={classes!(is_selected.then_some("selected"))}>
                    <button type="button" class="cell" onclick={say.reform(move |_: MouseEvent| Action::Select(Target::Repair(place), Pane::Findings))}>
                        <span lang="zh-CN">{ there }</span>
                        <span class="muted">{ detail(&repair.detail, words) }</span>
                    </button>
                </li>
            }
        });
        let left = places.len().saturating_sub(SHOWN);
        let name = names::repair(kind, *lang);
        html! {
            <section class={classes!("repair", off.then_some("off"), suspicion.then_some("suspicion"))} key={kind.clone()} data-testid="repair" data-kind={kind.clone()}>
                if !suspicion {
                    <button type="button" class="switch" role="switch" aria-checked={(!off).to_string()} disabled={*busy}
                        aria-label={name.clone()} {onclick}>{ if off { words.repair_off } else { words.repair_on } }</button>
                }
                if off {
                    <h3>{ name }</h3>
                } else {
                    <details open={suspicion}>
                        <summary><h3>{ name }</h3><span class="count">{ fill(words.places, &[&places.len().to_string()]) }</span></summary>
                        <ul>{ for list }</ul>
                        if left > 0 { <p class="muted">{ fill(words.more_places, &[&left.to_string()]) }</p> }
                    </details>
                }
            </section>
        }
    };
    html! {
        <>
            <p class="lead">{ fill(words.repairs_lead, &[&made.to_string()]) }</p>
            if !suspicions.is_empty() {
                <section class="repair-group" data-testid="suspicions">
                    <h2>{ words.suspicions }</h2>
                    <p class="lead">{ words.suspicions_lead }</p>
                    { for suspicions.iter().map(group) }
                </section>
            }
            if !kinds.is_empty() {
                <section class="repair-group">
                    <h2>{ words.repairs_made }</h2>
                    { for kinds.iter().map(group) }
                </section>
                <ComparisonView report={report.clone()} lang={*lang} {kinds} limit={*limit} />
            }
        </>
    }
}

fn is_suspicion(kind: &str) -> bool {
    kind.starts_with("suspicion_")
}

/// How much was mended there: `3` places, `22 lines`.
fn detail(detail: &str, words: &Views) -> String {
    let lines = detail.strip_suffix(" lines").map(|count| fill(words.lines, &[count]));
    lines.unwrap_or_else(|| match detail.parse::<u32>() {
        Ok(1) => String::new(),
        Ok(count) => fill(words.times, &[&count.to_string()]),
        Err(_) => detail.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn details_are_said_in_the_pages_language() {
        assert_eq!(detail("22 lines", &Views::ZH), "22 行");
        assert_eq!(detail("3", &Views::EN), "3 times");
        assert_eq!(detail("1", &Views::EN), "");
        assert_eq!(detail("&nbsp;", &Views::ZH), "&nbsp;");
    }
}
