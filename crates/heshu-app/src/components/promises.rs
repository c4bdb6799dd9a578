use super::{Dispatch, card::Card, gradually::use_gradually, more::More};
use crate::i18n::{Lang, fill};
use crate::report::Shared;
use crate::state::{Action, PAGE, Pane, Target};
use yew::prelude::*;

/// So many promises are drawn at once.
const AT_ONCE: usize = 4;

/// What the view shows.
#[derive(Properties, PartialEq)]
pub struct PromisesProps {
    /// The report.
    pub report: Shared,
    /// Language.
    pub lang: Lang,
    /// What is selected.
    pub selected: Option<Target>,
    /// How many to draw.
    pub limit: usize,
}

/// Numbered promises, each with its numbers.
#[component]
pub fn Promises(props: &PromisesProps) -> Html {
    let dispatch = use_context::<Dispatch>();
    let PromisesProps { report, lang, selected, limit } = props;
    let words = lang.words();
    let promises = &report.analysis.commitments;
    let limit = (*limit).max(PAGE);
    let drawn = use_gradually(limit.min(promises.len()), AT_ONCE, AT_ONCE);
    if promises.is_empty() {
        return html! { <p class="nothing">{ words.promises_none }</p> };
    }
    let with_numbers = promises.iter().filter(|p| !p.observations.is_empty()).count();
    let list = promises.iter().enumerate().take(drawn).map(|(place, promise)| {
        let dispatch = dispatch.clone();
        let go = Callback::from(move |_: MouseEvent| {
            if let Some(dispatch) = &dispatch {
                dispatch.dispatch(Action::Select(Target::Commitment(place), Pane::Findings));
            }
        });
        let is_selected = *selected == Some(Target::Commitment(place));
        html! {
            <li class={classes!("promise", is_selected.then_some("selected"))} key={place} data-testid="promise">
                <div class="promise-words" data-item="">
                    <span class="promise-number" aria-hidden="true">{ promise.number }</span>
                    <button type="button" class="go" tabindex="-1" aria-pressed={is_selected.to_string()} onclick={go} lang="zh-CN">
                        <span class="sr">{ fill(words.promise, &[&promise.number.to_string()]) }</span>{ &promise.text }
                    </button>
                </div>
                if !promise.observations.is_empty() {
                    <div class="card-grid small">
                        { for promise.observations.iter().map(|id| html! {
                            <Card key={*id} report={report.clone()} id={*id} lang={*lang}
                                selected={*selected == Some(Target::Observation(*id))} />
                        }) }
                    </div>
                }
            </li>
        }
    });
    html! {
        <>
            <p class="lead">{ fill(words.promises_lead, &[&promises.len().to_string(), &with_numbers.to_string()]) }</p>
            <ol class="promises">{ for list }</ol>
            <More {limit} count={promises.len()} drawing={drawn < limit.min(promises.len())} lang={*lang} />
        </>
    }
}
