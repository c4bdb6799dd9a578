use super::Dispatch;
use crate::browser::{files, share};
use crate::format;
use crate::i18n::fill;
use crate::state::State;
use yew::prelude::*;

/// Longer links are cut by common chat programs.
const CHAT_TAKES: usize = 2_000;

/// The page's state, of which the report and the view go into the link.
#[derive(Properties, PartialEq)]
pub struct ShareProps {
    /// The page's state.
    pub state: State,
}

/// A link that holds the report.
#[component]
pub fn Share(props: &ShareProps) -> Html {
    let dispatch = use_context::<Dispatch>();
    let state = &props.state;
    let words = state.words();
    // None while it is made, an empty one where it cannot be.
    let link = use_state(|| None::<String>);
    {
        let link = link.clone();
        let pasted = state.report.as_ref().map(|r| r.pasted.clone());
        let view = state.view;
        use_effect_with((pasted, view), move |(pasted, view)| {
            let (pasted, view) = (pasted.clone(), *view);
            wasm_bindgen_futures::spawn_local(async move {
                let packed = match &pasted {
                    Some(text) => share::pack(text, view.id()).await,
                    None => None,
                };
                let page =
                    crate::browser::window().and_then(|w| w.location().href().ok()).unwrap_or_default();
                let page = page.split('#').next().unwrap_or_default().to_owned();
                link.set(Some(packed.map(|packed| format!("{page}#{packed}")).unwrap_or_default()));
            });
        });
    }
    let body = match link.as_ref() {
        None => html! { <progress aria-label={words.share_title}></progress> },
        Some(link) if link.is_empty() => html! { <p class="error">{ words.share_failed }</p> },
        Some(link) => {
            let text = link.clone();
            let copy = Callback::from(move |_: MouseEvent| {
                if let Some(dispatch) = &dispatch {
                    files::copy(text.clone(), dispatch.clone());
                }
            });
            let long = link.len() > CHAT_TAKES;
            html! {
                <>
                    <input class="link-box" readonly=true value={link.clone()} aria-label={words.share_title} data-testid="share-link" />
                    <p>{ fill(words.share_length, &[&format::count(link.len())]) }{ " " }{ if long { words.share_long } else { words.share_ok } }</p>
                    <button type="button" class="primary" data-testid="share-copy" onclick={copy}>{ words.share_copy }</button>
                </>
            }
        }
    };
    html! { <><p>{ words.share_text }</p>{ body }</> }
}
