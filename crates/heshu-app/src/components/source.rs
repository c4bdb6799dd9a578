use super::{Dispatch, density::Density, icon::Icon, outline::Outline, paragraph::ParagraphView};
use crate::browser::page;
use crate::i18n::Lang;
use crate::report::Shared;
use crate::state::{Action, Pane, Selected, Target};
use heshu_core::model::Span;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// Longer texts are drawn only around what is seen.
const LONG: usize = 400;
/// So many paragraphs are drawn or left out together.
const BLOCK: usize = 40;

/// What the text pane shows.
#[derive(Properties, PartialEq)]
pub struct SourceProps {
    /// The report.
    pub report: Shared,
    /// Language of the words around it.
    pub lang: Lang,
    /// What is lit up.
    pub selected: Option<Selected>,
}

/// The report's own text, every observation marked.
#[component]
pub fn Source(props: &SourceProps) -> Html {
    let dispatch = use_context::<Dispatch>();
    let SourceProps { report, lang, selected } = props;
    let words = lang.words();
    let seen = use_state(|| (0usize, 2usize));
    let pane = use_node_ref();
    let say = Callback::from(move |action: Action| {
        if let Some(dispatch) = &dispatch {
            dispatch.dispatch(action);
        }
    });
    // One listener for all marks: there are hundreds of them.
    let onclick = {
        let say = say.clone();
        Callback::from(move |event: MouseEvent| {
            let element = event.target().and_then(|t| t.dyn_into::<Element>().ok());
            let mark = element.and_then(|e| e.closest("[data-testid=mark]").ok().flatten());
            let id = mark.and_then(|m| m.get_attribute("data-observation")).and_then(|id| id.parse().ok());
            if let Some(id) = id {
                event.prevent_default();
                say.emit(Action::Select(Target::Observation(id), Pane::Text));
            }
        })
    };
    let step = |by: i32| say.reform(move |_: MouseEvent| Action::Step(by));

    let lit: Vec<Span> = selected.map(|s| report.lit(&s.target)).unwrap_or_default();
    let current = match selected.map(|s| s.target) {
        Some(Target::Observation(id)) => Some(id),
        _ => None,
    };
    let long = report.paragraphs.len() > LONG;
    let lit_block = lit.first().map(|span| report.paragraph_at(span.start) / BLOCK);
    {
        // Where the lit words are not drawn yet, their block comes into sight first.
        let seen = seen.clone();
        use_effect_with((*selected, lit_block), move |(_, block)| {
            if let Some(block) = block.filter(|_| long) {
                seen.set((block.saturating_sub(1), block + 2));
            }
        });
    }
    let onscroll = {
        let (pane, seen) = (pane.clone(), seen.clone());
        Callback::from(move |_: Event| {
            let pane = pane.cast::<Element>().filter(|_| long);
            if let Some(visible) = pane.and_then(|p| visible_blocks(&p)).filter(|visible| *visible != *seen) {
                seen.set(visible);
            }
        })
    };
    let drawn = |block: usize| !long || (seen.0..seen.1).contains(&block) || lit_block == Some(block);
    let blocks = report.paragraphs.chunks(BLOCK).enumerate().map(|(block, paragraphs)| {
        let first = block * BLOCK;
        if !drawn(block) {
            let characters: u32 = paragraphs.iter().map(|p| p.span.end - p.span.start).sum();
            // About 36 characters a line of 30 pixels, and a gap after each paragraph.
            let height = characters / 36 * 30 + 26 * paragraphs.len() as u32;
            return html! {
                <div class="block" key={block} data-block={block.to_string()}>
                    <svg class="spacer" width="1" height={height.to_string()} aria-hidden="true"></svg>
                </div>
            };
        }
        html! {
            <div class="block" key={block} data-block={block.to_string()}>
                { for paragraphs.iter().enumerate().map(|(at, paragraph)| {
                    let lit: Vec<Span> = lit.iter().copied().filter(|s| s.overlaps(paragraph.span)).collect();
                    let (from, to) = paragraph.marks;
                    let owns = |id: &u32| report.marks.get(from..to).is_some_and(|m| m.iter().any(|m| m.observation == *id));
                    html! {
                        <ParagraphView key={first + at} report={report.clone()} place={first + at} {lit}
                            current={current.filter(owns)} lang={*lang} />
                    }
                }) }
            </div>
        }
    });
    html! {
        <section class="source" aria-label={words.text_pane} data-testid="source">
            <div class="source-bar">
                <Outline report={report.clone()} lang={*lang} />
                <Density report={report.clone()} lang={*lang} />
                <div class="stepper">
                    <button type="button" class="tool only" title={words.previous} aria-label={words.previous} onclick={step(-1)}><Icon name="up" /></button>
                    <button type="button" class="tool only" title={words.next} aria-label={words.next} onclick={step(1)}><Icon name="down" /></button>
                </div>
            </div>
            <div class="source-text" ref={pane} lang="zh-CN" {onclick} {onscroll} onkeydown={keys(&say)}>
                { for blocks }
            </div>
        </section>
    }
}

/// On a mark, the arrows go to its neighbours.
fn keys(say: &Callback<Action>) -> Callback<KeyboardEvent> {
    let say = say.clone();
    Callback::from(move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowRight" => 1,
            "ArrowLeft" => -1,
            _ => return,
        };
        if !page::is_writing(&event) {
            event.prevent_default();
            say.emit(Action::Step(step));
        }
    })
}

/// The blocks within a screen of what is seen: from, up to.
fn visible_blocks(pane: &Element) -> Option<(usize, usize)> {
    let view = pane.get_bounding_client_rect();
    let (top, bottom) = (view.top() - view.height(), view.bottom() + view.height());
    let blocks = pane.children();
    let mut visible = (0..blocks.length()).filter(|at| {
        blocks.item(*at).is_some_and(|block| {
            let block = block.get_bounding_client_rect();
            block.bottom() > top && block.top() < bottom
        })
    });
    let first = visible.next()? as usize;
    Some((first, visible.next_back().map_or(first, |last| last as usize) + 1))
}
