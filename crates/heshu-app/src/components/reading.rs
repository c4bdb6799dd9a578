use super::password::PasswordForm;
use super::{Dispatch, icon::Icon};
use crate::browser::intake::{self, Ears};
use crate::i18n::{Lang, fill};
use crate::pieces;
use crate::reading::{Event, Reading};
use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// What is drawn of the reading of files.
#[derive(Properties, PartialEq)]
pub struct ReadingProps {
    /// Its state.
    pub reading: Reading,
    /// Whom it tells.
    pub ears: Ears,
    /// The language.
    pub lang: Lang,
}

/// Progress, what there is to say about files, the choice between documents, the question for a password.
#[component]
pub fn ReadingView(props: &ReadingProps) -> Html {
    let ReadingProps { reading, ears, lang } = props;
    let words = lang.words();
    let cancel = {
        let ears = ears.clone();
        Callback::from(move |_: MouseEvent| intake::cancel(&ears))
    };
    let send = |event: Event| {
        let reading = ears.reading.clone();
        Callback::from(move |_: MouseEvent| reading.dispatch(event.clone()))
    };
    let progress = reading.under_way.as_ref().map(|under_way| {
        let (done, of) = under_way.pages;
        let text = if of == 0 {
            fill(words.reading, &[&under_way.name])
        } else {
            fill(words.reading_pages, &[&under_way.name, &done.to_string(), &of.to_string()])
        };
        let value = (of > 0).then(|| done.to_string());
        html! {
            <div class="working" role="status" data-testid="reading">
                <progress aria-label={words.open_file} max={(of > 0).then(|| of.to_string())} {value}></progress>
                <span>{ text }</span>
                <button type="button" class="plain" data-testid="reading-cancel" onclick={cancel}>{ words.cancel }</button>
            </div>
        }
    });
    html! {
        <>
            { progress }
            <div class="notices files" role="status" aria-live="polite">
                if !reading.said.is_empty() {
                    <div class={classes!("notice", reading.said.iter().any(|said| said.failed).then_some("error"))} data-testid="file-notice">
                        <ul>{ for reading.said.iter().map(|said| html! {
                            <li><b>{ &said.name }</b>{ lang.pick(("：", ": ")) }{ lang.say(&said.words) }</li>
                        }) }</ul>
                        <button type="button" class="plain only" aria-label={words.dismiss} onclick={send(Event::Dismiss)}>
                            <Icon name="close" />
                        </button>
                    </div>
                }
            </div>
            if reading.choosing {
                { pieces::choice_view(*lang, props.clone()) }
            }
            if reading.password.is_some() {
                { pieces::password_view(*lang, props.clone()) }
            }
        </>
    }
}

impl Clone for ReadingProps {
    fn clone(&self) -> Self {
        Self { reading: self.reading.clone(), ears: self.ears.clone(), lang: self.lang }
    }
}

/// Opens a dialog over the page as long as it is drawn.
#[hook]
fn use_dialog() -> NodeRef {
    let dialog = use_node_ref();
    let node = dialog.clone();
    use_effect_with((), move |()| {
        let dialog = node.cast::<HtmlDialogElement>();
        if let Some(dialog) = &dialog {
            let _ = dialog.show_modal();
        }
        move || dialog.iter().for_each(HtmlDialogElement::close)
    });
    dialog
}

/// Which of several documents to analyse.
#[component]
pub fn Choice(props: &ReadingProps) -> Html {
    let ReadingProps { reading, ears, lang } = props;
    let words = lang.words();
    let dialog = use_dialog();
    let page = use_context::<Dispatch>();
    let close = {
        let reading = ears.reading.clone();
        Callback::from(move |()| reading.dispatch(Event::Choose(false)))
    };
    let choices = reading.documents.iter().enumerate().map(|(index, document)| {
        let (documents, page, close) = (reading.documents.clone(), page.clone(), close.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            close.emit(());
            if let (Some(document), Some(page)) = (documents.get(index), &page) {
                intake::analyze(document, page);
            }
        });
        let length = crate::format::count(document.text.chars().count());
        html! {
            <li>
                <button type="button" class="sample" data-testid="choice" {onclick}>
                    <strong>{ &document.name }</strong>
                    <span>{ format!("{} · {}", document.format, fill(words.characters, &[&length])) }</span>
                </button>
            </li>
        }
    });
    let together = close.reform(|_: MouseEvent| intake::open_together());
    html! {
        <dialog class="panel" ref={dialog} aria-labelledby="choice-title" data-testid="choices" oncancel={close.reform(|_: web_sys::Event| ())}>
            <header>
                <h2 id="choice-title">{ fill(words.choose_title, &[&reading.documents.len().to_string()]) }</h2>
                <button type="button" class="tool only" aria-label={words.dismiss} onclick={close.reform(|_: MouseEvent| ())}><Icon name="close" /></button>
            </header>
            <ul class="choices">{ for choices }</ul>
            <p><button type="button" class="secondary" data-testid="together" onclick={together}>{ words.together }</button></p>
        </dialog>
    }
}

/// The question for a file's password.
#[component]
pub fn Password(props: &ReadingProps) -> Html {
    let ReadingProps { reading, ears, lang } = props;
    let words = lang.words();
    let dialog = use_dialog();
    let (name, wrong) = reading.password.clone().unwrap_or_default();
    let close = {
        let reading = ears.reading.clone();
        Callback::from(move |()| reading.dispatch(Event::NoPassword))
    };
    let onpassword = {
        let ears = ears.clone();
        Callback::from(move |password: String| intake::unlock(password, ears.clone()))
    };
    html! {
        <dialog class="panel" ref={dialog} aria-labelledby="password-title" data-testid="password" oncancel={close.reform(|_: web_sys::Event| ())}>
            <header>
                <h2 id="password-title">{ words.password_title }</h2>
                <button type="button" class="tool only" aria-label={words.dismiss} onclick={close.reform(|_: MouseEvent| ())}><Icon name="close" /></button>
            </header>
            <PasswordForm id="file-password" {name} {wrong} lang={*lang} {onpassword} />
        </dialog>
    }
}
