use super::{Dispatch, icon::Icon};
use crate::browser::{analysis, files};
use crate::i18n::Lang;
use crate::report::Shared;
use crate::state::{Action, Message, Notice};
use heshu_core::views::{Filter, csv, markdown, select};
use yew::prelude::*;

/// What there is to export.
#[derive(Properties, PartialEq)]
pub struct ExportProps {
    /// The report.
    pub report: Shared,
    /// Which observations.
    pub filter: Filter,
    /// Language of the Markdown.
    pub lang: Lang,
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
                "csv" => Some(csv(
                    &report.analysis,
                    &report.text,
                    &select(&report.analysis, &report.text, &filter),
                )),
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
                { item("export-json", words.export_json, save("json", "application/json")) }
                { item("export-md", words.export_md, save("md", "text/markdown;charset=utf-8")) }
                { item("export-html", words.export_html, save("html", "text/html;charset=utf-8")) }
                { item("print", words.print, print) }
            </ul>
        </details>
    }
}
