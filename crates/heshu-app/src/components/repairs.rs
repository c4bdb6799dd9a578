use super::Dispatch;
use crate::i18n::{Lang, Words, fill};
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
}

/// What was changed in the pasted text, by kind; each kind can be switched off.
#[component]
pub fn Repairs(props: &RepairsProps) -> Html {
    let dispatch = use_context::<Dispatch>();
    let RepairsProps { report, lang, selected, busy } = props;
    let words = lang.words();
    let say = Callback::from(move |action: Action| {
        if let Some(dispatch) = &dispatch {
            dispatch.dispatch(action);
        }
    });
    let repairs = &report.analysis.repairs;
    let mut kinds: Vec<&str> = Vec::new();
    for kind in report.without_repairs.iter().chain(repairs.iter().map(|r| &r.kind)) {
        if !kinds.contains(&kind.as_str()) {
            kinds.push(kind);
        }
    }
    if kinds.is_empty() {
        return html! { <p class="nothing">{ words.repairs_none }</p> };
    }
    kinds.sort_unstable();
    let groups = kinds.iter().map(|kind| {
        let off = report.without_repairs.iter().any(|k| k == kind);
        let places: Vec<_> = repairs.iter().enumerate().filter(|(_, r)| r.kind == *kind).collect();
        let onclick = {
            let kind = (*kind).to_owned();
            say.reform(move |_: MouseEvent| Action::Repair(kind.clone(), off))
        };
        let list = places.iter().take(SHOWN).map(|(place, repair)| {
            let place = *place;
            let is_selected = *selected == Some(Target::Repair(place));
            let words_there = report.text.slice(repair.span).replace('\n', " ");
            let words_there: String = words_there.trim().chars().take(28).collect();
            // Nothing may be left there: what was taken out then needs a name to be clicked by.
            let words_there = if words_there.is_empty() { words.go_there.to_owned() } else { words_there };
            html! {
                <li class={classes!(is_selected.then_some("selected"))}>
                    <button type="button" class="cell" onclick={say.reform(move |_: MouseEvent| Action::Select(Target::Repair(place), Pane::Findings))}>
                        <span lang="zh-CN">{ words_there }</span>
                        <span class="muted">{ detail(&repair.detail, words) }</span>
                    </button>
                </li>
            }
        });
        html! {
            <section class={classes!("repair", off.then_some("off"))} key={*kind} data-testid="repair" data-kind={(*kind).to_owned()}>
                <h2>
                    { names::repair(kind, *lang) }
                    if !off { <span class="count">{ fill(words.places, &[&places.len().to_string()]) }</span> }
                    <button type="button" class="switch" role="switch" aria-checked={(!off).to_string()} disabled={*busy}
                        aria-label={names::repair(kind, *lang)} {onclick}>{ if off { words.repair_off } else { words.repair_on } }</button>
                </h2>
                <ul>{ for list }</ul>
            </section>
        }
    });
    html! {
        <>
            <p class="lead">{ fill(words.repairs_lead, &[&repairs.len().to_string()]) }</p>
            { for groups }
        </>
    }
}

/// How much was mended there: `3` places, `22 lines`.
fn detail(detail: &str, words: &Words) -> String {
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
        assert_eq!(detail("22 lines", &Words::ZH), "22 行");
        assert_eq!(detail("3", &Words::EN), "3 times");
        assert_eq!(detail("1", &Words::EN), "");
        assert_eq!(detail("&nbsp;", &Words::ZH), "&nbsp;");
    }
}
