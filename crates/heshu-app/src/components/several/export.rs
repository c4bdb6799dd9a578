use crate::browser::{
    files, parts,
    several::{self, Dispatch},
};
use crate::components::Dispatch as Page;
use crate::i18n::{Lang, fill};
use crate::several::Event;
use crate::state::{Action, Message, Notice};
use heshu_panel::panel::Words;
use heshu_panel::set::{Ask, Form, Shape};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

const SHAPES: [(&str, Shape); 3] = [("tidy", Shape::Tidy), ("wide", Shape::Wide), ("all", Shape::All)];

/// What can be exported.
#[derive(Properties, PartialEq)]
pub struct ExportProps {
    /// Which rows.
    pub shape: Shape,
    /// Whether with shares of words.
    pub with_words: bool,
    /// Whom it is told.
    pub dispatch: Dispatch,
    /// Language.
    pub lang: Lang,
    /// The list of words: id, name, words.
    pub words: (String, String, String),
}

/// The panel as files.
#[component]
pub fn Export(props: &ExportProps) -> Html {
    let ExportProps { shape, with_words, dispatch, lang, words: list } = props;
    let words = lang.several();
    let page = use_context::<Page>();
    let lists = || {
        let list = Words::new(&list.0, &list.1, &list.2);
        if *with_words && !list.is_empty() { vec![list] } else { Vec::new() }
    };
    let save = |ending: &'static str| {
        let (shape, lists, zh, page) = (*shape, lists(), *lang == Lang::Zh, page.clone());
        Callback::from(move |_: MouseEvent| {
            let (lists, page) = (lists.clone(), page.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let stem = SHAPES.iter().find(|(_, of)| *of == shape).map_or("panel", |(id, _)| id);
                let name = format!("heshu-{stem}.{ending}");
                let saved = written(ending, shape, lists, zh).await;
                let saved =
                    saved.and_then(|bytes| files::save_value(&name, "application/octet-stream", &bytes));
                if let Some(page) = page {
                    let message = if saved.is_some() { Message::Saved } else { Message::Export };
                    page.dispatch(Action::Say(Notice::of(message, name)));
                }
            });
        })
    };
    let onshape = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: yew::Event| {
            let select = event.target().and_then(|t| t.dyn_into::<HtmlSelectElement>().ok());
            let id = select.map(|select| select.value()).unwrap_or_default();
            if let Some((_, shape)) = SHAPES.iter().find(|(known, _)| *known == id) {
                dispatch.dispatch(Event::Shape(*shape));
            }
        })
    };
    let onwords = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: yew::Event| {
            let input = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
            dispatch.dispatch(Event::WithWords(input.is_some_and(|input| input.checked())));
        })
    };
    let shapes = [words.shape_tidy, words.shape_wide, words.shape_all].into_iter().zip(SHAPES).map(
        |(name, (id, of))| {
            html! { <option value={id} selected={*shape == of}>{ name }</option> }
        },
    );
    let button = |testid: &'static str, label: &'static str, ending: &'static str| {
        html! { <button type="button" class="secondary" data-testid={testid} onclick={save(ending)}>{ label }</button> }
    };
    html! {
        <section class="panel-export" aria-labelledby="panel-export">
            <h2 id="panel-export">{ words.panel }</h2>
            <p class="lead">{ words.panel_lead }</p>
            <p class="filters">
                <label>{ words.shape }{ " " }<select data-testid="panel-shape" onchange={onshape}>{ for shapes }</select></label>
                <label><input type="checkbox" data-testid="panel-words" checked={*with_words} onchange={onwords} />{ " " }{ fill(words.with_words, &[&list.1]) }</label>
            </p>
            <p class="intake-row">
                { button("panel-csv", "CSV", "csv") }
                { button("panel-xlsx", "Excel (XLSX)", "xlsx") }
                { button("panel-jsonl", "JSON Lines", "jsonl") }
                { button("panel-parquet", "Parquet", "parquet") }
                { button("panel-codebook", words.codebook, "codebook.csv") }
            </p>
        </section>
    }
}

/// The file of the panel. Its table goes to the part that writes such files.
async fn written(ending: &str, shape: Shape, lists: Vec<Words>, zh: bool) -> Option<Uint8Array> {
    let form = match ending {
        "csv" => Form::Csv,
        "jsonl" => Form::JsonLines,
        "codebook.csv" => Form::Codebook,
        _ => Form::Table,
    };
    let bytes = several::ask_for_bytes(Ask::Panel(shape, lists, form)).await.ok()?;
    match ending {
        "xlsx" => {
            let values = Array::of2(&bytes, &JsValue::from_bool(zh));
            parts::ask("export", "panel_xlsx", &values, &JsValue::UNDEFINED).await.ok()
        }
        "parquet" => parts::call("parquet", "parquet", bytes).await.ok(),
        _ => Some(bytes),
    }
}
