use crate::browser::several::{self, Dispatch};
use crate::components::gradually::{drawing, use_gradually};
use crate::i18n::{Lang, fill};
use crate::several::{Event, Opening};
use crate::state::PAGE;
use heshu_panel::set::Ask;
use heshu_panel::show::{Cell, Grid, Line, To, Tone};
use std::rc::Rc;
use yew::prelude::*;

/// So many rows are drawn at once.
pub const AT_ONCE: usize = 15;

/// A table and who is told of clicks.
#[derive(Properties, PartialEq)]
pub struct GridProps {
    /// The table.
    pub grid: Grid,
    /// Whom it is told.
    pub dispatch: Dispatch,
    /// Language.
    pub lang: Lang,
}

/// A table whose cells lead to the words that they come from.
#[component]
pub fn GridView(props: &GridProps) -> Html {
    let GridProps { grid, dispatch, lang } = props;
    let limit = use_state(|| PAGE);
    let more = {
        let limit = limit.clone();
        Callback::from(move |_: MouseEvent| limit.set(*limit + PAGE))
    };
    let shown = grid.rows.len().min(*limit);
    let drawn = use_gradually(shown, AT_ONCE, AT_ONCE);
    let rows = grid.rows.iter().take(drawn).map(|row| {
        html! { <tr data-testid="grid-row">{ for row.iter().zip(&grid.head).enumerate().map(|(at, (cell, head))| draw(at, cell, head, dispatch)) }</tr> }
    });
    let label = if grid.title.is_empty() { lang.several().screen_side } else { &grid.title };
    html! {
        <section data-testid={format!("grid-{}", grid.id)}>
            if !grid.title.is_empty() { <h2>{ &grid.title }</h2> }
            if !grid.lead.is_empty() { <p class="lead">{ &grid.lead }</p> }
            <div class="table-wrap" tabindex="0" role="region" aria-label={label.to_owned()}>
                <table class={classes!("data", "grid", (grid.id != "side").then_some("stacked"))}>
                    <thead><tr>{ for grid.head.iter().map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
            { drawing(drawn < shown) }
            if grid.rows.len() > *limit {
                <button type="button" class="secondary more" data-testid="grid-more" onclick={more}>
                    { fill(lang.words().show_more, &[&(grid.rows.len() - *limit).min(PAGE).to_string()]) }
                </button>
            }
        </section>
    }
}

fn draw(at: usize, cell: &Cell, head: &str, dispatch: &Dispatch) -> Html {
    let lines = cell.lines.iter().map(|line| draw_line(line, dispatch));
    if at == 0 {
        return html! { <th scope="row" lang="zh-CN">{ for lines }</th> };
    }
    let tone = match cell.tone {
        Tone::Plain => "",
        Tone::Number => "num",
        Tone::Good => "good",
        Tone::Bad => "bad",
        Tone::Doubt => "open",
        Tone::Missing => "none",
    };
    html! { <td class={tone} data-label={head.to_owned()}>{ for lines }</td> }
}

fn draw_line(line: &Line, dispatch: &Dispatch) -> Html {
    let Some(go) = line.go else {
        return html! { <span class={if line.aside { "aside" } else { "said" }}>{ &line.words }</span> };
    };
    let dispatch = dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| open(go.report, Some(go.to), dispatch.clone()));
    html! { <button type="button" class="cell said" lang="zh-CN" data-testid="grid-go" data-report={go.report.to_string()} {onclick}>{ &line.words }</button> }
}

/// Shows a report of the set by itself, at a place.
pub fn open(report: u32, to: Option<To>, dispatch: Dispatch) {
    wasm_bindgen_futures::spawn_local(async move {
        let source = several::ask::<Option<(String, Vec<u8>)>>(Ask::Open(report)).await;
        if let Some(Some((text, document))) = source {
            let (text, document): (Rc<str>, Rc<[u8]>) = (text.into(), document.into());
            dispatch.dispatch(Event::Open(Opening { text, document, to }));
        }
    });
}
