use super::{Dispatch, icon::Icon};
use crate::browser::{page, parts, share};
use crate::i18n::{Lang, fill};
use crate::report::Shared;
use crate::state::{Action, Message, Notice};
use yew::prelude::*;

/// What is said.
#[derive(Properties, PartialEq)]
pub struct NoticeProps {
    /// The sentence.
    pub notice: Option<Notice>,
    /// Its language.
    pub lang: Lang,
    /// The report on the page, which an update keeps.
    pub report: Option<Shared>,
}

/// Says what happened, at the foot of the page. The region stays, so that readers of screens hear it.
#[component]
pub fn NoticeBar(props: &NoticeProps) -> Html {
    let dispatch = use_context::<Dispatch>();
    let words = props.lang.words();
    let act = |action: Action| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dispatch) = &dispatch {
                dispatch.dispatch(action.clone());
            }
        })
    };
    {
        let dispatch = dispatch.clone();
        use_effect_with(props.notice.clone(), move |notice| {
            // Good news goes by itself; bad news stays until it is read.
            let passing = notice.clone().filter(|n| !n.message.stays());
            if let (Some(notice), Some(dispatch)) = (passing, dispatch) {
                wasm_bindgen_futures::spawn_local(async move {
                    crate::browser::pause(6_000).await;
                    dispatch.dispatch(Action::Fade(notice));
                });
            }
        });
    }
    let update = {
        let report = props.report.clone();
        Callback::from(move |_: MouseEvent| {
            let report = report.clone();
            wasm_bindgen_futures::spawn_local(async move {
                // The page is loaded anew: the report goes with it in the address, which leaves the browser no more than before.
                if let Some(report) = report {
                    let view = share::view(&page::fragment()).unwrap_or_default().to_owned();
                    if let Some(packed) = share::pack(share::REPORT, &report.pasted).await {
                        page::set_fragment(&share::with_view(&packed, &view), page::pane(), false);
                    }
                }
                parts::update();
            });
        })
    };
    html! {
        <div class="notices" role="status" aria-live="polite">
            if let Some(notice) = &props.notice {
                <div class={classes!("notice", notice.message.is_error().then_some("error"))} data-testid="notice">
                    <p>{ fill(notice.message.words(words), &[&notice.of]) }</p>
                    if notice.message == Message::Cleared {
                        <button type="button" class="plain" data-testid="undo" onclick={act(Action::Undo)}>{ words.undo }</button>
                    }
                    if notice.message == Message::Update {
                        <button type="button" class="plain" data-testid="update" onclick={update}>{ words.update_now }</button>
                    }
                    <button type="button" class="plain only" aria-label={words.dismiss} onclick={act(Action::Dismiss)}>
                        <Icon name="close" />
                    </button>
                </div>
            }
        </div>
    }
}
