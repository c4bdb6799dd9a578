use super::paragraph::ParagraphView;
use crate::browser::pause;
use crate::i18n::Lang;
use crate::report::Shared;
use heshu_core::model::Span;
use yew::prelude::*;

/// A block gets its plain words this many milliseconds after the one before it.
const APART: i32 = 6;

/// Some paragraphs of the report.
#[derive(Properties, PartialEq)]
pub struct BlockProps {
    /// The report.
    pub report: Shared,
    /// Place of the block.
    pub place: usize,
    /// Whether it is near to what is seen, and drawn with its marks.
    pub marked: bool,
    /// Spans to light up in it.
    pub lit: Vec<Span>,
    /// The observation that is selected.
    pub current: Option<u32>,
    /// Language of the labels.
    pub lang: Lang,
}

/// Draws the block. One far from what is seen holds its plain words, for the browser to find in; in a long text
/// they come one block after the other, so that the page answers in between.
#[component]
pub fn Block(props: &BlockProps) -> Html {
    let BlockProps { report, place, marked, lit, current, lang } = props;
    let (from, to) = report.blocks.get(*place).copied().unwrap_or_default();
    let filled = use_state(|| *marked);
    {
        let filled = filled.clone();
        use_effect_with(*place, move |place| {
            let wait = APART.saturating_mul(i32::try_from(*place).unwrap_or(i32::MAX));
            if !*filled {
                wasm_bindgen_futures::spawn_local(async move {
                    pause(wait).await;
                    filled.set(true);
                });
            }
        });
    }
    let paragraphs = report.paragraphs.get(from..to).unwrap_or_default();
    let words = || {
        let span = Span::new(paragraphs.first()?.span.start, paragraphs.last()?.span.end);
        Some(report.text.slice(span).to_owned())
    };
    let content = match *marked {
        false if !*filled => Html::default(),
        false => html! { <div class="far">{ words().unwrap_or_default() }</div> },
        true => paragraphs
            .iter()
            .enumerate()
            .map(|(at, paragraph)| {
                let lit: Vec<Span> = lit.iter().copied().filter(|s| s.overlaps(paragraph.span)).collect();
                let (first, last) = paragraph.marks;
                let marks = report.marks.get(first..last).unwrap_or_default();
                let owns = |id: &u32| marks.iter().any(|m| m.observation == *id);
                html! {
                    <ParagraphView key={from + at} report={report.unless(report.is_silent(std::slice::from_ref(paragraph)))} place={from + at} {lit}
                        current={current.filter(owns)} lang={*lang} />
                }
            })
            .collect(),
    };
    html! { <div class="block" data-block={place.to_string()}>{ content }</div> }
}
