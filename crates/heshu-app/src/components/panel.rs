use super::{Dispatch, icon::Icon, share::Share};
use crate::i18n::Words;
use crate::state::{Action, Panel, State};
use web_sys::HtmlElement;
use yew::prelude::*;

/// Which panel.
#[derive(Properties, PartialEq)]
pub struct PanelProps {
    /// The panel.
    pub panel: Panel,
    /// The page's state.
    pub state: State,
}

/// A panel over the page. The focus goes into it, stays in it, and comes back.
#[component]
pub fn PanelView(props: &PanelProps) -> Html {
    let dispatch = use_context::<Dispatch>();
    let PanelProps { panel, state } = props;
    let words = state.words();
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with(*panel, move |_| {
            let document = crate::browser::document();
            let before = document.and_then(|d| d.active_element());
            let dialog = dialog.cast::<web_sys::HtmlDialogElement>();
            if let Some(dialog) = &dialog {
                let _ = dialog.show_modal();
            }
            move || {
                // While it is open nothing outside of it takes the focus.
                if let Some(dialog) = dialog {
                    dialog.close();
                }
                let before = before.and_then(|e| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(e).ok());
                if let Some(before) = before {
                    let _ = before.focus();
                }
            }
        });
    }
    let close = Callback::from(move |()| {
        if let Some(dispatch) = &dispatch {
            dispatch.dispatch(Action::Panel(None));
        }
    });
    let (title, body) = match panel {
        Panel::Help => (words.help_title, help(words)),
        Panel::Prove => (words.prove_title, prove(words)),
        Panel::Share => (words.share_title, html! { <Share state={state.clone()} /> }),
    };
    html! {
        <dialog class="panel" ref={dialog} aria-labelledby="panel-title" data-testid="panel"
            onclose={close.reform(|_: Event| ())} oncancel={close.reform(|_: Event| ())}>
            <header>
                <h2 id="panel-title">{ title }</h2>
                <button type="button" class="tool only" aria-label={words.dismiss} onclick={close.reform(|_: MouseEvent| ())}><Icon name="close" /></button>
            </header>
            { body }
        </dialog>
    }
}

fn help(words: &Words) -> Html {
    let keys = [
        ("Ctrl V", words.key_paste),
        ("/", words.key_search),
        ("1 – 8", words.key_tabs),
        ("j k ← →", words.key_step),
        ("↑ ↓", words.key_list),
        ("?", words.key_help),
        ("Esc", words.key_escape),
    ];
    let reading = [words.reading_1, words.reading_2, words.reading_3, words.reading_4];
    html! {
        <>
            <h3>{ words.reading_title }</h3>
            <ul>{ for reading.iter().map(|line| html! { <li>{ *line }</li> }) }</ul>
            <h3>{ words.help_keys }</h3>
            <dl class="keys">{ for keys.iter().map(|(key, does)| html! { <div><dt><kbd>{ *key }</kbd></dt><dd>{ *does }</dd></div> }) }</dl>
        </>
    }
}

fn prove(words: &Words) -> Html {
    let steps = [words.prove_1, words.prove_2, words.prove_3, words.prove_4];
    html! { <ol>{ for steps.iter().map(|line| html! { <li>{ *line }</li> }) }</ol> }
}
