use super::words::list_name;
use super::{Dispatch, gradually, icon::Icon};
use crate::browser::{analysis, files, parts, pause};
use crate::i18n::Lang;
use crate::pieces;
use crate::report::Shared;
use crate::state::{Action, Judgement, Message, Notice};
use heshu_core::views::{Filter, own_words, select, word_lists};
use heshu_core::wire;
use js_sys::Uint8Array;
use std::collections::BTreeMap;
use wasm_bindgen::JsValue;
use yew::prelude::*;

/// What there is to export.
#[derive(Properties, PartialEq, Clone)]
pub struct ExportProps {
    /// The report.
    pub report: Shared,
    /// Which observations.
    pub filter: Filter,
    /// Language of the files.
    pub lang: Lang,
    /// Id of the list of words, and the person's own one: the workbook holds its count.
    pub words: (String, String),
    /// What the person thinks of checks.
    pub judgements: BTreeMap<String, Judgement>,
}

/// The forms in which the findings can be kept.
#[component]
pub fn ExportMenu(props: &ExportProps) -> Html {
    let dispatch = use_context::<Dispatch>();
    let words = props.lang.words();
    // What the page can write itself is there at once; the rest comes from a part.
    let save = |ending: &'static str, kind: &'static str| {
        let (props, dispatch) = (props.clone(), dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            let (props, dispatch) = (props.clone(), dispatch.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let name = format!("{}.{ending}", props.report.file_stem());
                let saved = pieces::save((props, ending, kind)).await;
                if let Some(dispatch) = dispatch {
                    let message = if saved == Some(true) { Message::Saved } else { Message::Export };
                    dispatch.dispatch(Action::Say(Notice::of(message, name)));
                }
            });
        })
    };
    let print = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            // What the browser says before it prints comes too late here: the page cannot draw until this has returned.
            dispatch.iter().for_each(|dispatch| gradually::print(dispatch, true));
            wasm_bindgen_futures::spawn_local(async {
                pause(0).await;
                if let Some(window) = crate::browser::window() {
                    let _ = window.print();
                }
            });
        })
    };
    // A file without the checks would say that nothing is wrong.
    let disabled = !props.report.is_audited();
    let item = |testid: &'static str, label: &'static str, onclick: Callback<MouseEvent>| {
        html! { <li><button type="button" data-testid={testid} {disabled} {onclick}>{ label }</button></li> }
    };
    html! {
        <details class="menu">
            <summary class="tool" data-testid="export"><Icon name="export" /><span>{ words.export }</span></summary>
            <ul>
                { item("export-csv", words.export_csv, save("csv", "text/csv;charset=utf-8")) }
                { item("export-xlsx", words.export_xlsx, save("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")) }
                { item("export-json", words.export_json, save("json", "application/json")) }
                { item("export-md", words.export_md, save("md", "text/markdown;charset=utf-8")) }
                { item("export-html", words.export_html, save("html", "text/html;charset=utf-8")) }
                { item("print", words.print, print) }
            </ul>
        </details>
    }
}

/// Saves the findings in a form; says whether that could be done.
pub async fn save(props: ExportProps, ending: &str, kind: &str) -> bool {
    let content = match ending {
        "json" => analysis::json(&props.report.whole()).map(JsValue::from),
        "html" => {
            let judgements = props.report.judged(&props.judgements);
            Some(crate::annotated::html(&props.report, &judgements, props.lang).into())
        }
        _ => {
            let request = Uint8Array::from(request(&props).as_slice());
            parts::call("export", ending, request).await.ok().map(JsValue::from)
        }
    };
    let name = format!("{}.{ending}", props.report.file_stem());
    content.and_then(|content| files::save_value(&name, kind, &content)).is_some()
}

/// What the part that writes files is asked: three lines of settings, then the analysis.
fn request(props: &ExportProps) -> Vec<u8> {
    let ExportProps { report, filter, lang, words: (id, own), judgements } = props;
    let list = word_lists().iter().find(|l| l.id == id).map_or(own.as_str(), |l| l.words);
    let mut words =
        vec![if *lang == Lang::Zh { "zh" } else { "en" }.to_owned(), list_name(id, *lang).to_owned()];
    words.extend(own_words(list));
    let chosen = select(&report.analysis, &report.text, filter);
    let chosen: Vec<String> = chosen.iter().map(u32::to_string).collect();
    let judged = report.judged(judgements);
    let judged: Vec<String> = judged.iter().map(|(place, j)| format!("{place}={}", j.id())).collect();
    let lines = [words, chosen, judged].map(|line| line.join("\t") + "\n");
    let mut bytes = lines.concat().into_bytes();
    bytes.extend(wire::encode(&report.whole()));
    bytes
}
