use super::{Dispatch, about::About, gradually::use_gradually, more::More};
use crate::format;
use crate::i18n::{self, Lang, fill};
use crate::report::Shared;
use crate::state::{Action, Judgement, PAGE, Pane, Target};
use heshu_core::model::Verdict;
use heshu_core::views::by_verdict;
use std::collections::BTreeMap;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// How many passages of a check are shown.
const SHOWN: usize = 6;
/// So many checks are drawn at once.
const AT_ONCE: usize = 8;

/// What the view shows.
#[derive(Properties, PartialEq)]
pub struct ChecksProps {
    /// The report.
    pub report: Shared,
    /// Language.
    pub lang: Lang,
    /// What is selected.
    pub selected: Option<Target>,
    /// The person's judgements.
    pub judgements: BTreeMap<String, Judgement>,
    /// How many of each verdict to draw.
    pub limit: usize,
}

/// The audit, gravest first; what holds is folded away.
#[component]
pub fn Checks(props: &ChecksProps) -> Html {
    let ChecksProps { report, lang, selected, judgements, limit } = props;
    let limit = (*limit).max(PAGE);
    let words = lang.words();
    let tally = report.tally();
    let count = report.checks().len();
    let unchecked = report.unchecked();
    let groups = by_verdict(report.checks());
    let most = groups.iter().map(|(_, places)| places.len()).max().unwrap_or(0).max(unchecked.len());
    let shown: usize = groups.iter().map(|(_, places)| places.len().min(limit)).sum();
    let drawn = use_gradually(shown, AT_ONCE, AT_ONCE);
    let mut left = drawn;
    if !report.is_audited() {
        return html! { <p class="nothing" role="status" data-testid="drawing">{ words.checks_later }</p> };
    }
    if count == 0 && unchecked.is_empty() && !report.is_brief() {
        return html! { <p class="nothing">{ words.checks_none }</p> };
    }
    let groups = groups.into_iter().filter(|(_, places)| !places.is_empty());
    let groups = groups.map(|(verdict, places)| {
        let id = i18n::verdict_id(verdict);
        let shown = places.len().min(limit).min(left);
        left -= shown;
        let list = places.iter().take(shown).map(|place| {
            let key = report.check_key(*place);
            html! {
                <CheckView key={*place} report={report.clone()} place={*place} lang={*lang}
                    selected={matches!(selected, Some(Target::Check(at) | Target::Passage(at, _)) if at == place)} judgement={judgements.get(&key).copied()} />
            }
        });
        let title = html! { <>{ lang.pick(i18n::verdict(verdict)) }<span class={classes!("count", id)}>{ places.len() }</span></> };
        if verdict == Verdict::Pass {
            html! {
                <details class="verdict-group pass">
                    <summary data-testid="passes">{ title }</summary>
                    <div class="check-list">{ for list }</div>
                </details>
            }
        } else {
            html! {
                <section class={classes!("verdict-group", id)}>
                    <h2>{ title }</h2>
                    <div class="check-list">{ for list }</div>
                </section>
            }
        }
    });
    let look = (tally.conflict + tally.caution).to_string();
    let lead = match report.is_brief() {
        true => fill(words.checks_brief, &[&look]),
        false => fill(words.checks_lead, &[&count.to_string(), &look]),
    };
    html! {
        <>
            <p class="lead">{ lead }</p>
            { for groups }
            <More {limit} count={most} drawing={drawn < shown} lang={*lang} />
            if !unchecked.is_empty() {
                <Lacking report={report.clone()} lang={*lang} {limit} />
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct LackingProps {
    report: Shared,
    lang: Lang,
    limit: usize,
}

/// What could not be checked and what it lacked, folded away.
#[component]
fn Lacking(props: &LackingProps) -> Html {
    let dispatch = use_context::<Dispatch>();
    let LackingProps { report, lang, limit } = props;
    let words = lang.words();
    let unchecked = report.unchecked();
    let count: usize = unchecked.iter().map(|missing| missing.observations.len()).sum();
    let show = |id: Option<u32>| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            if let (Some(dispatch), Some(id)) = (&dispatch, id) {
                dispatch.dispatch(Action::Select(Target::Observation(id), Pane::Findings));
            }
        })
    };
    html! {
        <details class="verdict-group unchecked">
            <summary data-testid="unchecked">{ words.unchecked }<span class="count">{ count }</span></summary>
            <p class="lead">{ words.unchecked_lead }</p>
            <ul class="unchecked-list">
                { for unchecked.iter().take(*limit).map(|missing| {
                    let name = heshu_core::checks::rule(&missing.rule).map(|info| lang.pick((info.name.zh, info.name.en)));
                    html! {
                        <li data-item="">
                            <span class="rule">{ name.unwrap_or_default() }</span>
                            <button type="button" class="cell" tabindex="-1" onclick={show(missing.observations.first().copied())}>{ lang.say(&missing.message) }</button>
                        </li>
                    }
                }) }
            </ul>
        </details>
    }
}

#[derive(Properties, PartialEq)]
struct CheckProps {
    report: Shared,
    place: usize,
    lang: Lang,
    selected: bool,
    judgement: Option<Judgement>,
}

#[component]
fn CheckView(props: &CheckProps) -> Html {
    let dispatch = use_context::<Dispatch>();
    let CheckProps { report, place, lang, selected, judgement } = props;
    let words = lang.words();
    let place = *place;
    let Some(check) = report.checks().get(place) else { return Html::default() };
    let select = |target: Target| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dispatch) = &dispatch {
                dispatch.dispatch(Action::Select(target, Pane::Findings));
            }
        })
    };
    let judge = {
        let (dispatch, key) = (dispatch.clone(), report.check_key(place));
        Callback::from(move |event: Event| {
            let select = event.target().and_then(|t| t.dyn_into::<HtmlSelectElement>().ok());
            if let (Some(select), Some(dispatch)) = (select, &dispatch) {
                dispatch.dispatch(Action::Judge(key.clone(), Judgement::from_id(&select.value())));
            }
        })
    };
    let id = i18n::verdict_id(check.verdict);
    let ignored = (*judgement == Some(Judgement::Ignored)).then_some("ignored");
    let judged = judgement.is_some().then_some("judged");
    let unit = check.expected.as_ref().map(|e| e.unit.clone()).unwrap_or_default();
    let marks = [Judgement::Agreed, Judgement::Explained, Judgement::Ignored];
    html! {
        <article class={classes!("check", id, ignored, judged, selected.then_some("selected"))} data-testid="check" data-item=""
            data-verdict={id} data-rule={check.rule.clone()} aria-current={selected.then_some("true")}>
            <h3><button type="button" class="go" data-focus="" tabindex="-1" aria-pressed={selected.to_string()} onclick={select(Target::Check(place))}>{ lang.say(&check.title) }</button></h3>
            if !lang.say(&check.message).is_empty() { <p class="message">{ lang.say(&check.message) }</p> }
            if let Some(line) = &check.arithmetic {
                <p class="formula" data-testid="formula">{ lang.arithmetic(line) }</p>
            }
            if check.expected.is_some() || check.suggestion.is_some() {
                <dl class="arithmetic">
                    if let Some(expected) = &check.expected {
                        <div title={words.assumption}><dt>{ words.expected }</dt><dd>{ format::expected(expected) }</dd></div>
                    }
                    if let Some(found) = &check.found {
                        <div><dt>{ words.found }</dt><dd class="found">{ format!("{found} {unit}") }</dd></div>
                    }
                    if let Some(suggestion) = &check.suggestion {
                        <div><dt>{ words.suggestion }</dt><dd class="suggestion">{ suggestion }{ "?" }</dd></div>
                    }
                </dl>
            }
            <ul class="quotes" lang="zh-CN">
                { for check.spans.iter().enumerate().take(SHOWN).map(|(at, span)| html! {
                    <li><button type="button" class="cell" tabindex="-1" onclick={select(Target::Passage(place, at))}>{ shorten(report.text.slice(*span)) }</button></li>
                }) }
            </ul>
            <footer>
                <About rule={check.rule.clone()} lang={*lang} />
                if check.verdict != Verdict::Pass {
                    <select tabindex="-1" aria-label={words.mark_label} data-testid="judgement" onchange={judge}>
                        <option value="" selected={judgement.is_none()}>{ words.mark_none }</option>
                        { for marks.into_iter().map(|mark| html! {
                            <option value={mark.id()} selected={*judgement == Some(mark)}>{ mark.name(*lang == Lang::Zh) }</option>
                        }) }
                    </select>
                }
            </footer>
        </article>
    }
}

/// The first words of a long passage.
fn shorten(words: &str) -> String {
    const LONG: usize = 90;
    let words = words.replace('\n', " ");
    if words.chars().count() <= LONG {
        return words;
    }
    words.chars().take(LONG).chain(std::iter::once('…')).collect()
}
