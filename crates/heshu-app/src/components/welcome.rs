use super::{Dispatch, icon::Icon, recents::Recents};
use crate::browser::{files, intake, pause};
use crate::i18n::Lang;
use crate::pieces;
use crate::samples::Sample;
use crate::state::{Action, Notice, Panel};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// Shorter pastes wait for the button: they are pieces of something.
const AT_ONCE: usize = 50;
/// Longer ones do not go through the box: it would take seconds to lay them out.
const TOO_LONG: u32 = 200_000;

/// What the first screen needs.
#[derive(Properties, PartialEq)]
pub struct WelcomeProps {
    /// Its language.
    pub lang: Lang,
    /// Whether recent reports are kept.
    pub keep: bool,
    /// Whom files are told to.
    pub ears: intake::Ears,
}

/// The page before there is a report.
#[component]
pub fn Welcome(props: &WelcomeProps) -> Html {
    let dispatch = use_context::<Dispatch>();
    let words = props.lang.words();
    let area = use_node_ref();
    let say = move |action: Action| {
        if let Some(dispatch) = &dispatch {
            dispatch.dispatch(action);
        }
    };
    let say = Callback::from(say);
    let act = |action: Action| say.reform(move |_: MouseEvent| action.clone());
    let text_of = |area: &NodeRef| area.cast::<HtmlTextAreaElement>().map(|a| a.value()).unwrap_or_default();
    let analyze = {
        let (area, say) = (area.clone(), say.clone());
        Callback::from(move |_: MouseEvent| say.emit(Action::Analyze(text_of(&area).into())))
    };
    let onpaste = {
        let (area, say, dispatch) = (area.clone(), say.clone(), use_context::<Dispatch>());
        Callback::from(move |event: Event| {
            let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
            let long = data.and_then(|data| files::text(&data)).filter(|text| text.length() > TOO_LONG);
            if let (Some(text), Some(dispatch)) = (long, &dispatch) {
                event.prevent_default();
                return files::take(text, dispatch.clone());
            }
            let (area, say) = (area.clone(), say.clone());
            wasm_bindgen_futures::spawn_local(async move {
                // The box holds the words only after this event.
                pause(0).await;
                let text = text_of(&area);
                if text.chars().count() >= AT_ONCE {
                    say.emit(Action::Analyze(text.into()));
                }
            });
        })
    };
    let ears = props.ears.clone();
    let onfile = Callback::from(move |event: Event| {
        let input = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
        let files = input.and_then(|input| input.files()).map(|files| intake::listed(&files));
        if let Some(files) = files.filter(|files| !files.is_empty()) {
            pieces::open_files(files, ears.clone());
        }
    });
    let sample = |sample: Sample| {
        let say = say.clone();
        Callback::from(move |_: MouseEvent| {
            let say = say.clone();
            wasm_bindgen_futures::spawn_local(async move {
                say.emit(match files::sample(sample).await {
                    Ok(text) => Action::Analyze(text),
                    Err(message) => Action::Say(Notice::new(message)),
                });
            });
        })
    };
    html! {
        <main class="welcome" id="findings" tabindex="-1">
            <section class="hero">
                <h1>{ words.tagline }</h1>
                <p class="lead">{ words.lead }</p>
            </section>
            <section class="intake" aria-label={words.paste_label}>
                <label for="paste" class="label">{ words.paste_label }</label>
                <textarea ref={area} id="paste" data-testid="paste-box" placeholder={words.paste_placeholder}
                    rows="10" spellcheck="false" autocomplete="off" {onpaste} />
                <div class="intake-row">
                    <button type="button" class="primary" data-testid="analyze" onclick={analyze}>{ words.analyze }</button>
                    <label class="secondary file">
                        <input type="file" class="hidden-input" multiple={true} data-testid="file" onchange={onfile} />
                        <Icon name="file" /><span>{ words.open_file }</span>
                    </label>
                    <span class="hint">{ words.drop_hint }</span>
                </div>
                <p class="privacy"><Icon name="lock" /><span>{ words.private }</span>
                    <button type="button" class="link" data-testid="prove" onclick={act(Action::Panel(Some(Panel::Prove)))}>{ words.private_how }</button>
                </p>
            </section>
            <section class="samples" aria-labelledby="samples-title">
                <h2 id="samples-title">{ words.samples }</h2>
                <div class="sample-row">
                    <button type="button" class="sample" data-testid="sample-xinyuan" onclick={sample(Sample::Xinyuan)}>
                        <strong>{ words.sample_xinyuan }</strong><span>{ words.sample_xinyuan_hint }</span>
                    </button>
                    <button type="button" class="sample" data-testid="sample-yining" onclick={sample(Sample::Yining)}>
                        <strong>{ words.sample_yining }</strong><span>{ words.sample_yining_hint }</span>
                    </button>
                </div>
            </section>
            <Recents lang={props.lang} keep={props.keep} />
            <section class="does">
                <div><h2>{ words.does_1 }</h2><p>{ words.does_1_text }</p></div>
                <div><h2>{ words.does_2 }</h2><p>{ words.does_2_text }</p></div>
                <div><h2>{ words.does_3 }</h2><p>{ words.does_3_text }</p></div>
            </section>
        </main>
    }
}
