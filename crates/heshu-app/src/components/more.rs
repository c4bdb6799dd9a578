use super::{Dispatch, gradually::drawing};
use crate::i18n::{Lang, fill};
use crate::state::{Action, PAGE};
use yew::prelude::*;

/// How many are left.
#[derive(Properties, PartialEq)]
pub struct MoreProps {
    /// Shown so far, at most.
    pub limit: usize,
    /// In all.
    pub count: usize,
    /// Whether some of what is shown is still being drawn.
    #[prop_or_default]
    pub drawing: bool,
    /// Language.
    pub lang: Lang,
}

/// What stands under a long list: a button for its next page, and while this one is being drawn, that it is.
#[component]
pub fn More(props: &MoreProps) -> Html {
    let dispatch = use_context::<Dispatch>();
    let left = props.count.saturating_sub(props.limit).min(PAGE);
    let onclick = Callback::from(move |_: MouseEvent| {
        if let Some(dispatch) = &dispatch {
            dispatch.dispatch(Action::More);
        }
    });
    html! {
        <>
            { drawing(props.drawing) }
            if left > 0 {
                <button type="button" class="secondary more" data-testid="more" {onclick}>
                    { fill(props.lang.words().show_more, &[&left.to_string()]) }
                </button>
                <p class="rest">{ fill(props.lang.words().printed, &[&props.limit.to_string(), &props.count.to_string()]) }</p>
            }
        </>
    }
}

/// Where a list begins.
#[derive(Properties, PartialEq)]
pub struct EarlierProps {
    /// So many come before what is shown.
    pub first: usize,
    /// Language.
    pub lang: Lang,
}

/// What stands above a list that does not begin at its beginning: a button for the page before.
#[component]
pub fn Earlier(props: &EarlierProps) -> Html {
    let dispatch = use_context::<Dispatch>();
    let before = props.first.min(PAGE);
    let onclick = Callback::from(move |_: MouseEvent| {
        if let Some(dispatch) = &dispatch {
            dispatch.dispatch(Action::Earlier);
        }
    });
    html! {
        if before > 0 {
            <button type="button" class="secondary more" data-testid="earlier" {onclick}>
                { fill(props.lang.words().show_earlier, &[&before.to_string()]) }
            </button>
        }
    }
}
