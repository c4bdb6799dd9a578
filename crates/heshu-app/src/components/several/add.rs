use crate::browser::{files, several, several::Job};
use crate::i18n::{Lang, fill};
use crate::report::Shared;
use crate::samples::Sample;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// What can be added.
#[derive(Properties, PartialEq)]
pub struct AddProps {
    /// How many reports there are.
    pub count: usize,
    /// The report that is open by itself.
    pub report: Option<Shared>,
    /// Its document as bytes, where it came from a file.
    pub document: Option<Rc<[u8]>>,
    /// Language.
    pub lang: Lang,
}

/// The ways into the set: files, a folder, a text, a sample, the report that is open.
#[component]
pub fn Add(props: &AddProps) -> Html {
    let AddProps { count, report, document, lang } = props;
    let (words, page) = (lang.several(), lang.words());
    let area = use_node_ref();
    let onfiles = Callback::from(|event: Event| {
        let input = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            several::add(input.files().map(|files| several::listed(&files)).unwrap_or_default());
            // The same files can be chosen again.
            input.set_value("");
        }
    });
    let onpaste = {
        let (area, name) = (area.clone(), fill(words.pasted, &[&(count + 1).to_string()]));
        Callback::from(move |_: MouseEvent| {
            let Some(area) = area.cast::<HtmlTextAreaElement>() else { return };
            let text = area.value();
            if !text.trim().is_empty() {
                area.set_value("");
                several::add(vec![Job::Text(name.clone(), text.into(), Rc::from([]))]);
            }
        })
    };
    let sample = |sample: Sample, name: &'static str| {
        let onclick = Callback::from(move |_: MouseEvent| {
            wasm_bindgen_futures::spawn_local(async move {
                if let Ok(text) = files::sample(sample).await {
                    several::add(vec![Job::Text(name.to_owned(), text, Rc::from([]))]);
                }
            });
        });
        html! { <button type="button" class="secondary" data-testid={format!("several-{}", sample.id())} {onclick}>{ name }</button> }
    };
    let opened = report.as_ref().filter(|report| !report.is_brief()).map(|report| {
        let (name, text) = (report.file_stem(), Rc::clone(&report.pasted));
        let document = document.clone().unwrap_or_else(|| Rc::from([]));
        let onclick = Callback::from(move |_: MouseEvent| {
            several::add(vec![Job::Text(name.clone(), Rc::clone(&text), Rc::clone(&document))]);
        });
        html! { <button type="button" class="secondary" data-testid="several-open" {onclick}>{ words.add_open }</button> }
    });
    let file = |testid: &'static str, label: &'static str, folder: bool| {
        html! {
            <label class="secondary file">
                <input type="file" class="hidden-input" multiple={true} webkitdirectory={folder} data-testid={testid} onchange={onfiles.clone()} />
                <span>{ label }</span>
            </label>
        }
    };
    html! {
        <section class="add" aria-label={words.add}>
            <div class="intake-row">
                { file("several-files", words.add_files, false) }
                { file("several-folder", words.add_folder, true) }
                { opened }
                { sample(Sample::Xinyuan, page.sample_xinyuan) }
                { sample(Sample::Yining, page.sample_yining) }
                <span class="hint">{ words.add_drop }</span>
            </div>
            <details>
                <summary>{ words.add_text }</summary>
                <textarea ref={area} rows="5" aria-label={words.add_text} data-testid="several-text" spellcheck="false" autocomplete="off" />
                <button type="button" class="secondary" data-testid="several-text-add" onclick={onpaste}>{ words.add_text_button }</button>
            </details>
        </section>
    }
}
