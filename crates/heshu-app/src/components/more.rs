use super::Dispatch;
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
    /// Language.
    pub lang: Lang,
}

/// A button for the next page of a long list.
#[component]
pub fn More(props: &MoreProps) -> Html {
    let dispatch = use_context::<Dispatch>();
    let left = props.count.saturating_sub(props.limit).min(PAGE);
    let onclick = Callback::from(move |_: MouseEvent| {
        if let Some(dispatch) = &dispatch {
            dispatch.dispatch(Action::More);
        }
    });
    if left == 0 {
        return Html::default();
    }
    html! {
        <button type="button" class="secondary more" data-testid="more" {onclick}>
            { fill(props.lang.words().show_more, &[&left.to_string()]) }
        </button>
    }
}
