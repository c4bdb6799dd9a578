use super::{
    Dispatch, block::Block, density::Density, gradually::use_gradually, icon::Icon, outline::Outline,
};
use crate::browser::page;
use crate::i18n::Lang;
use crate::report::Shared;
use crate::state::{Action, Pane, Selected, Target};
use heshu_core::model::Span;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// Texts of more blocks are drawn only around what is seen.
const LONG: usize = 16;
/// So many blocks come into being first: more than a screen of them.
const FIRST: usize = 1;
/// So many at once after them: with their marks, or far from what is seen.
const AT_ONCE: (usize, usize) = (4, 100);

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
    let long = report.blocks.len() > LONG;
    let begun = use_gradually(report.blocks.len(), FIRST, if long { AT_ONCE.1 } else { AT_ONCE.0 });
    let lit_block = lit.first().map(|span| report.block_at(span.start));
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
            if let Some(visible) = pane.map(|pane| visible_blocks(&pane)).filter(|visible| *visible != *seen)
            {
                seen.set(visible);
            }
        })
    };
    // The first block is drawn always: it holds the first mark, by which the keyboard comes in.
    let is_drawn =
        |block: usize| !long || block == 0 || (seen.0..seen.1).contains(&block) || lit_block == Some(block);
    let begun = begun.max(lit_block.map_or(0, |block| block + 1));
    let blocks = report.blocks.iter().enumerate().take(begun).map(|(block, (from, to))| {
        let marked = is_drawn(block);
        let part = report.paragraphs.get(*from..*to).unwrap_or_default();
        let whole = part.first().zip(part.last()).map(|(a, b)| a.span.cover(b.span)).unwrap_or_default();
        let (mut lit_here, mut current_here) = (Vec::new(), None);
        if marked {
            lit_here.extend(lit.iter().copied().filter(|span| span.overlaps(whole)));
            current_here = current;
        }
        let shared = report.unless(!marked || report.is_silent(part));
        html! {
            <Block key={format!("{}-{block}", report.key())} report={shared} place={block} {marked} lit={lit_here} current={current_here} lang={*lang} />
        }
    });
    html! {
        <section class="source" aria-label={words.text_pane} data-testid="source">
            <div class="source-bar">
                <Outline report={report.unless(true)} lang={*lang} />
                <Density report={report.clone()} lang={*lang} />
                <div class="stepper">
                    <button type="button" class="tool only" title={words.previous} aria-label={words.previous} onclick={step(-1)}><Icon name="up" /></button>
                    <button type="button" class="tool only" title={words.next} aria-label={words.next} onclick={step(1)}><Icon name="down" /></button>
                </div>
            </div>
            <div class={classes!("source-text", long.then_some("long"))} ref={pane} lang="zh-CN" {onclick} {onscroll} onkeydown={keys(&say)}>
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
fn visible_blocks(pane: &Element) -> (usize, usize) {
    let view = pane.get_bounding_client_rect();
    let blocks = pane.children();
    let first = |is_beyond: &dyn Fn(&web_sys::DomRect) -> bool| {
        let (mut from, mut to) = (0, blocks.length());
        while from < to {
            let middle = from.midpoint(to);
            if blocks.item(middle).is_some_and(|block| is_beyond(&block.get_bounding_client_rect())) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        from as usize
    };
    let (top, bottom) = (view.top() - view.height(), view.bottom() + view.height());
    (first(&|block| block.bottom() > top), first(&|block| block.top() >= bottom))
}
