use super::{Dispatch, more::More};
use crate::i18n::{Lang, fill};
use crate::names;
use crate::report::Shared;
use crate::state::{Action, PAGE, Pane, Target};
use heshu_core::Options;
use heshu_core::model::Span;
use heshu_core::repair::repair;
use heshu_core::text::Text;
use heshu_core::views::{How, Piece, Row, comparison, visible};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Longer pastes (in bytes) are compared only when the person asks.
const LARGE: usize = 600_000;
/// What was taken out in one piece is shown up to so many characters.
const LONG: usize = 300;

/// What is compared.
#[derive(Properties, PartialEq)]
pub struct ComparisonProps {
    /// The report.
    pub report: Shared,
    /// Language.
    pub lang: Lang,
    /// The kinds of repair to choose from.
    pub kinds: Vec<String>,
    /// How many lines to draw.
    pub limit: usize,
}

/// Both texts and the lines of the comparison.
struct Sides {
    pasted: Text,
    rows: Vec<Row>,
}

/// Pasted and repaired text side by side, the changes marked on both, in the order of either.
#[component]
pub fn ComparisonView(props: &ComparisonProps) -> Html {
    let dispatch = use_context::<Dispatch>();
    let ComparisonProps { report, lang, kinds, limit } = props;
    let words = lang.views();
    let as_pasted = use_state(|| false);
    let only = use_state(|| None::<usize>);
    let asked = use_state(|| false);
    let ready = report.pasted.len() <= LARGE || *asked;
    let sides = use_memo((report.clone(), *as_pasted, ready), |(report, as_pasted, ready)| {
        ready.then(|| {
            let options = Options { without_repairs: report.without_repairs.clone() };
            let map = repair(&report.pasted, &options).map;
            let pasted = Text::new(report.pasted.to_string());
            let rows = comparison(&map, &pasted, &report.text, *as_pasted);
            Sides { pasted, rows }
        })
    });
    let order = |leads: bool, label: &'static str, testid: &'static str| {
        let as_pasted = as_pasted.clone();
        let pressed = (*as_pasted == leads).to_string();
        let onclick = Callback::from(move |_: MouseEvent| as_pasted.set(leads));
        html! { <button type="button" class="toggle" data-testid={testid} aria-pressed={pressed} {onclick}>{ label }</button> }
    };
    let onchange = {
        let only = only.clone();
        Callback::from(move |event: Event| {
            let select = event.target().and_then(|t| t.dyn_into::<HtmlSelectElement>().ok());
            only.set(select.and_then(|select| select.value().parse().ok()));
        })
    };
    let body = match Rc::as_ref(&sides) {
        None => html! {
            <p class="lead">{ words.comparison_large }{ " " }
                <button type="button" class="secondary" onclick={Callback::from(move |_: MouseEvent| asked.set(true))}>{ words.comparison_make }</button>
            </p>
        },
        Some(sides) => {
            let kind = only.and_then(|at| kinds.get(at));
            let rows: Vec<&Row> = sides.rows.iter().filter(|row| shows(row, report, kind)).collect();
            let limit = (*limit).max(PAGE);
            let drawn =
                rows.iter().take(limit).map(|row| draw(row, sides, report, *lang, *as_pasted, &dispatch));
            html! {
                <>
                    <p class="filter-count" role="status">{ fill(words.rows_shown, &[&rows.len().to_string()]) }</p>
                    if rows.is_empty() { <p class="nothing">{ words.comparison_none }</p> } else {
                        <div class="sides" role="table" aria-label={words.comparison} data-testid="comparison" lang="zh-CN">
                            <div class="sides-head" role="row">
                                <span role="columnheader" lang={lang.tag()}>{ words.pasted_text }</span>
                                <span role="columnheader" lang={lang.tag()}>{ words.repaired_text }</span>
                            </div>
                            { for drawn }
                        </div>
                    }
                    <More {limit} count={rows.len()} lang={*lang} />
                </>
            }
        }
    };
    html! {
        <section class="repair-group">
            <h2>{ words.comparison }</h2>
            <p class="lead">{ words.comparison_lead }</p>
            <div class="filters">
                { order(false, words.by_repaired, "as-repaired") }
                { order(true, words.by_pasted, "as-pasted") }
                <select aria-label={words.repairs_made} data-testid="compare-kind" {onchange}>
                    <option value="" selected={only.is_none()}>{ words.all_repairs }</option>
                    { for kinds.iter().enumerate().map(|(at, kind)| html! {
                        <option value={at.to_string()} selected={*only == Some(at)}>{ names::repair(kind, *lang) }</option>
                    }) }
                </select>
            </div>
            { body }
        </section>
    }
}

/// Whether a line is among those to show: changed, and by this kind of repair.
fn shows(row: &Row, report: &Shared, kind: Option<&String>) -> bool {
    let Some(kind) = kind else { return row.is_changed() };
    let meets = |pieces: &[Piece], span: Span| pieces.iter().any(|p| p.span.overlaps(span));
    row.is_changed()
        && report
            .analysis
            .repairs
            .iter()
            .filter(|r| r.kind == *kind)
            .any(|r| meets(&row.pasted, r.source) || meets(&row.repaired, r.span))
}

fn draw(
    row: &Row,
    sides: &Sides,
    report: &Shared,
    lang: Lang,
    as_pasted: bool,
    dispatch: &Option<Dispatch>,
) -> Html {
    let words = lang.views();
    let side = |pieces: &[Piece], text: &Text, moved: &'static str| -> Html {
        pieces
            .iter()
            .map(|piece| {
                let there = text.slice(piece.span);
                let moved = piece.moved.then(|| {
                    let line = 1 + text.slice(Span::new(0, piece.span.start)).matches('\n').count();
                    html! { <span class="moved" lang={lang.tag()}>{ fill(moved, &[&line.to_string()]) }</span> }
                });
                let piece = match piece.how {
                    How::Same => html! { { there.trim_end_matches('\n') } },
                    How::Removed => html! { <del title={words.removed}>{ shorten(there) }</del> },
                    How::Added => html! { <ins title={words.added}>{ visible(there) }</ins> },
                    How::Changed => html! { <mark title={words.changed}>{ visible(there) }</mark> },
                };
                html! { <>{ for moved }{ piece }</> }
            })
            .collect()
    };
    let first = row.repaired.first().zip(row.repaired.last()).map(|(a, b)| a.span.cover(b.span));
    let go = first.map(|span| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dispatch) = &dispatch {
                dispatch.dispatch(Action::Select(Target::Place(span), Pane::Findings));
            }
        })
    });
    let (left, right) = (words.moved_from, if as_pasted { words.moved_to } else { words.moved_from });
    html! {
        <div class="sides-row" role="row" data-testid="compared" data-item="">
            <div role="cell">{ side(&row.pasted, &sides.pasted, left) }</div>
            <div role="cell">
                { side(&row.repaired, &report.text, right) }
                if let Some(onclick) = go {
                    <button type="button" class="link" tabindex="-1" lang={lang.tag()} {onclick}>{ words.go_there }</button>
                }
            </div>
        </div>
    }
}

fn shorten(there: &str) -> String {
    let shown = visible(there);
    if shown.chars().count() <= LONG {
        return shown;
    }
    shown.chars().take(LONG).chain(std::iter::once('…')).collect()
}
