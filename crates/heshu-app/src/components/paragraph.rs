use crate::format;
use crate::i18n::{self, Lang};
use crate::report::Shared;
use heshu_core::model::Span;
use heshu_core::views::segments;
use yew::prelude::*;

/// One paragraph of the report.
#[derive(Properties, PartialEq)]
pub struct ParagraphProps {
    /// The report.
    pub report: Shared,
    /// Place of the paragraph.
    pub place: usize,
    /// Spans to light up in it.
    pub lit: Vec<Span>,
    /// The observation that is selected, if it has a mark here.
    pub current: Option<u32>,
    /// Language of the labels.
    pub lang: Lang,
}

/// Draws a paragraph or heading with its marks.
#[component]
pub fn ParagraphView(props: &ParagraphProps) -> Html {
    let ParagraphProps { report, place, lit, current, lang } = props;
    let Some(paragraph) = report.paragraphs.get(*place) else { return Html::default() };
    let pieces = segments(paragraph, &report.marks, lit);
    let pieces = pieces.iter().map(|segment| {
        let text = report.text.slice(segment.span).to_owned();
        let lit = segment.lit.then_some("lit");
        let Some(mark) = segment.mark.and_then(|at| report.marks.get(at)) else {
            return if segment.lit { html! { <span class="lit" tabindex="-1">{ text }</span> } } else { html! { text } };
        };
        let id = mark.observation;
        let label = report.analysis.observations.get(id as usize).map(|o| {
            let period = o.period.as_deref().map(|p| format::period(p, *lang)).unwrap_or_default();
            format!("{} {period} {}", o.name, lang.pick(i18n::kind(o.kind)))
        });
        let is_current = *current == Some(id);
        // A tab stop for each of hundreds of numbers would be a wall: the arrows go from one to the next.
        let first = report.marks.first().is_some_and(|m| m.span == mark.span);
        let tab = if is_current || first { "0" } else { "-1" };
        let concern = report.concern(id).map(i18n::verdict_id);
        html! {
            <a class={classes!("mark", lit, concern, is_current.then_some("current"))} role="button" href={format!("#o{id}")}
                tabindex={tab} data-testid="mark" data-observation={id.to_string()} title={label}
                aria-pressed={is_current.to_string()}>{ text }</a>
        }
    });
    let id = format!("p{place}");
    match paragraph.heading {
        Some((level, _)) => html! {
            <p {id} class={format!("heading level-{}", level.min(3))} role="heading" aria-level={(level.min(4) + 1).to_string()}>
                { for pieces }
            </p>
        },
        None if *place == 0 => {
            html! { <p {id} class="heading level-0" role="heading" aria-level="1">{ for pieces }</p> }
        }
        None => html! { <p {id} class="paragraph">{ for pieces }</p> },
    }
}
