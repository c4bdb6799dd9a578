use super::Dispatch;
use crate::browser::recents::Recent;
use crate::i18n::{Lang, fill};
use crate::pieces;
use crate::state::{Action, Message, Notice};
use yew::prelude::*;

/// What the list shows.
#[derive(Properties, PartialEq)]
pub struct RecentsProps {
    /// Language.
    pub lang: Lang,
    /// Whether reports are kept.
    pub keep: bool,
}

/// Recent reports, kept only where the person says so; one click forgets them.
#[component]
pub fn Recents(props: &RecentsProps) -> Html {
    let dispatch = use_context::<Dispatch>();
    let RecentsProps { lang, keep } = props;
    let words = lang.words();
    let list = use_state(Vec::<Recent>::new);
    {
        let list = list.clone();
        use_effect_with(*keep, move |keep| {
            let keep = *keep;
            wasm_bindgen_futures::spawn_local(async move {
                list.set(if keep { pieces::list_recents(()).await.unwrap_or_default() } else { Vec::new() });
            });
        });
    }
    let say = move |action: Action| {
        if let Some(dispatch) = &dispatch {
            dispatch.dispatch(action);
        }
    };
    let say = Callback::from(say);
    let forget = {
        let list = list.clone();
        Callback::from(move |()| {
            let list = list.clone();
            wasm_bindgen_futures::spawn_local(async move {
                pieces::forget_recents(()).await;
                list.set(Vec::new());
            });
        })
    };
    let toggle = {
        let (say, forget, keep) = (say.clone(), forget.clone(), *keep);
        Callback::from(move |_: Event| {
            if keep {
                forget.emit(());
            }
            say.emit(Action::KeepRecents(!keep));
        })
    };
    let open = |key: &str| {
        let (say, key) = (say.clone(), key.to_owned());
        Callback::from(move |_: MouseEvent| {
            let (say, key) = (say.clone(), key.clone());
            wasm_bindgen_futures::spawn_local(async move {
                say.emit(match pieces::recent_text(key).await.flatten() {
                    Some(text) => Action::Analyze(text.into()),
                    None => Action::Say(Notice::new(Message::Recent)),
                });
            });
        })
    };
    html! {
        <section class="samples recents" aria-labelledby="recents-title">
            <h2 id="recents-title">{ words.recents }</h2>
            <label class="check-line"><input type="checkbox" data-testid="keep-recents" checked={*keep} onchange={toggle} /><span>{ words.recents_keep }</span></label>
            if !list.is_empty() {
                <div class="sample-row">
                    { for list.iter().map(|recent| html! {
                        <button type="button" class="sample" data-testid="recent" key={recent.key.clone()} onclick={open(&recent.key)}>
                            <strong lang="zh-CN">{ &recent.title }</strong><span>{ fill(words.characters, &[&recent.characters]) }</span>
                        </button>
                    }) }
                </div>
                <p><button type="button" class="link" data-testid="forget-recents" onclick={forget.reform(|_: MouseEvent| ())}>{ words.recents_forget }</button></p>
            }
        </section>
    }
}
