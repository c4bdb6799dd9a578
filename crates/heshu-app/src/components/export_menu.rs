use super::words::list_name;
use super::{Dispatch, icon::Icon};
use crate::browser::{analysis, files, parts};
use crate::i18n::Lang;
use crate::report::Shared;
use crate::state::{Action, Message, Notice};
use heshu_core::views::{Filter, csv, markdown, own_words, select, sheets, word_lists};
use heshu_core::wire;
use js_sys::Uint8Array;
use yew::prelude::*;

/// What there is to export.
#[derive(Properties, PartialEq)]
pub struct ExportProps {
    /// The report.
    pub report: Shared,
    /// Which observations.
    pub filter: Filter,
    /// Language of the files.
    pub lang: Lang,
    /// Id of the list of words, and the person's own one: the workbook holds its count.
    pub words: (String, String),
}

/// The forms in which the findings can be kept.
#[component]
pub fn ExportMenu(props: &ExportProps) -> Html {
    let dispatch = use_context::<Dispatch>();
    let words = props.lang.words();
    let save = |ending: &'static str, kind: &'static str| {
        let (report, filter, lang, dispatch) =
            (props.report.clone(), props.filter.clone(), props.lang, dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            let name = format!("{}.{ending}", report.file_stem());
            let text = match ending {
                "csv" => {
                    let chosen = select(&report.analysis, &report.text, &filter);
                    Some(csv(&sheets::observations(&report.analysis, &report.text, &chosen)))
                }
                "json" => analysis::json(&report.analysis),
                "html" => Some(crate::annotated::html(&report, lang)),
                _ => Some(markdown(&report.analysis, &report.text, lang == Lang::Zh)),
            };
            let saved = text.and_then(|text| files::save(&name, kind, &text));
            if let (Some(()), Some(dispatch)) = (saved, &dispatch) {
                dispatch.dispatch(Action::Say(Notice::of(Message::Saved, name)));
            }
        })
    };
    let workbook = {
        let (report, lang, list, dispatch) =
            (props.report.clone(), props.lang, props.words.clone(), dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            let (report, dispatch) = (report.clone(), dispatch.clone());
            let name = format!("{}.xlsx", report.file_stem());
            let request = request(&report, lang, &list);
            wasm_bindgen_futures::spawn_local(async move {
                const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
                let book = parts::call("export", "xlsx", request).await.ok();
                let saved = book.and_then(|book| files::save_value(&name, KIND, &book));
                if let Some(dispatch) = dispatch {
                    let message = if saved.is_some() { Message::Saved } else { Message::Export };
                    dispatch.dispatch(Action::Say(Notice::of(message, name)));
                }
            });
        })
    };
    let print = Callback::from(|_: MouseEvent| {
        if let Some(window) = crate::browser::window() {
            let _ = window.print();
        }
    });
    let item = |testid: &'static str, label: &'static str, onclick: Callback<MouseEvent>| {
        html! { <li><button type="button" data-testid={testid} {onclick}>{ label }</button></li> }
    };
    html! {
        <details class="menu">
            <summary class="tool" data-testid="export"><Icon name="export" /><span>{ words.export }</span></summary>
            <ul>
                { item("export-csv", words.export_csv, save("csv", "text/csv;charset=utf-8")) }
                { item("export-xlsx", words.export_xlsx, workbook) }
                { item("export-json", words.export_json, save("json", "application/json")) }
                { item("export-md", words.export_md, save("md", "text/markdown;charset=utf-8")) }
                { item("export-html", words.export_html, save("html", "text/html;charset=utf-8")) }
                { item("print", words.print, print) }
            </ul>
        </details>
    }
}

/// What the part that writes workbooks is asked: a line of settings, then the analysis.
fn request(report: &Shared, lang: Lang, (id, own): &(String, String)) -> Uint8Array {
    let list = word_lists().iter().find(|l| l.id == id).map_or(own.as_str(), |l| l.words);
    let mut settings =
        vec![if lang == Lang::Zh { "zh" } else { "en" }.to_owned(), list_name(id, lang).to_owned()];
    settings.extend(own_words(list));
    let mut bytes = (settings.join("\t") + "\n").into_bytes();
    bytes.extend(wire::encode(&report.analysis));
    Uint8Array::from(bytes.as_slice())
}
