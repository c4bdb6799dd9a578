use super::grid::open;
use crate::browser::several::{self, Dispatch};
use crate::i18n::{self, Lang, fill};
use crate::several::Event;
use heshu_core::model::Level;
use heshu_panel::Place;
use heshu_panel::set::{Ask, Known};
use heshu_panel::show::To;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

const LEVELS: [Level; 5] =
    [Level::Nation, Level::Province, Level::Prefecture, Level::County, Level::Township];

/// One report of the list.
#[derive(Properties, PartialEq)]
pub struct RowProps {
    /// What is known of it.
    pub known: Known,
    /// Whom it is told.
    pub dispatch: Dispatch,
    /// Language.
    pub lang: Lang,
}

/// A report: what it is taken to be, to be corrected; the words that say so, to be opened.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let RowProps { known, dispatch, lang } = props;
    let words = lang.several();
    let correct = {
        let (id, place, dispatch) = (known.id, known.place.clone(), dispatch.clone());
        move |change: fn(&mut Place, String)| {
            let (place, dispatch) = (place.clone(), dispatch.clone());
            Callback::from(move |event: yew::Event| {
                let mut place = place.clone();
                change(&mut place, value(&event));
                let dispatch = dispatch.clone();
                wasm_bindgen_futures::spawn_local(async move {
                    if let Some(Some(known)) = several::ask::<Option<Known>>(Ask::Correct(id, place)).await {
                        dispatch.dispatch(Event::Corrected(known));
                    }
                });
            })
        }
    };
    let region = correct(|place, said| place.region = Some(said.trim().to_owned()).filter(|s| !s.is_empty()));
    let level = correct(|place, said| {
        place.level = said.parse::<usize>().ok().and_then(|at| LEVELS.get(at).copied());
    });
    let year = correct(|place, said| place.year = said.trim().parse().ok());
    let remove = {
        let (id, dispatch) = (known.id, dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            let dispatch = dispatch.clone();
            wasm_bindgen_futures::spawn_local(async move {
                let _ = several::ask_for_bytes(Ask::Remove(id)).await;
                dispatch.dispatch(Event::Removed(id));
            });
        })
    };
    let go = |to: Option<To>| {
        let (id, dispatch) = (known.id, dispatch.clone());
        Callback::from(move |_: MouseEvent| open(id, to, dispatch.clone()))
    };
    let options = LEVELS.iter().enumerate().map(|(at, level)| {
        html! { <option value={at.to_string()} selected={known.place.level == Some(*level)}>{ lang.pick(i18n::level(*level)) }</option> }
    });
    let because = known.because.iter().map(|(said, span)| {
        html! { <li><button type="button" class="cell" lang="zh-CN" onclick={go(Some(To::Place(*span)))}>{ format!("“{said}”") }</button></li> }
    });
    let label = |of: &str| format!("{of} · {}", known.name);
    html! {
        <tr data-testid="set-row" data-report={known.id.to_string()}>
            <th scope="row"><button type="button" class="go" data-testid="set-open" onclick={go(None)}>{ &known.name }</button></th>
            <td data-label={words.th_region}>
                <input type="text" lang="zh-CN" data-testid="set-region" aria-label={label(words.th_region)} placeholder={words.unknown}
                    value={known.place.region.clone().unwrap_or_default()} onchange={region} />
            </td>
            <td data-label={words.th_level}>
                <select data-testid="set-level" aria-label={label(words.th_level)} onchange={level}>
                    <option value="" selected={known.place.level.is_none()}>{ words.unknown }</option>
                    { for options }
                </select>
            </td>
            <td data-label={words.th_year}>
                <input type="number" min="1949" max="2100" data-testid="set-year" aria-label={label(words.th_year)} placeholder="—"
                    value={known.place.year.map(|year| year.to_string()).unwrap_or_default()} onchange={year} />
            </td>
            <td data-label={words.th_because}>
                <ul>{ for because }</ul>
                if known.place != known.said {
                    <span class="aside">{ fill(words.corrected, &[&said(known, *lang)]) }</span>
                }
                { for known.notes.iter().map(|note| html! { <span class="aside">{ lang.say(note) }</span> }) }
            </td>
            <td class="num" data-label={words.th_figures}>{ known.figures }</td>
            <td><button type="button" class="link" data-testid="set-remove" aria-label={label(words.remove)} onclick={remove}>{ words.remove }</button></td>
        </tr>
    }
}

/// What the report says itself to be.
fn said(known: &Known, lang: Lang) -> String {
    let Place { region, level, year } = &known.said;
    let level = level.map(|level| lang.pick(i18n::level(level)).to_owned());
    let parts: Vec<String> =
        [region.clone(), level, year.map(|y| y.to_string())].into_iter().flatten().collect();
    if parts.is_empty() { "—".to_owned() } else { parts.join(" ") }
}

/// What a field holds.
fn value(event: &yew::Event) -> String {
    let target = event.target();
    let input = target.clone().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()).map(|input| input.value());
    let select = target.and_then(|t| t.dyn_into::<HtmlSelectElement>().ok()).map(|select| select.value());
    input.or(select).unwrap_or_default()
}
