//! Styles (2.9.271): which of them number their paragraphs.

use super::bytes::u16_at;
use super::properties::{Run, apply};
use crate::numbering::Place;

#[derive(Clone, Copy, Default)]
struct Style {
    place: Place,
    based_on: u16,
}

/// The styles of a document, by index.
#[derive(Default)]
pub struct Styles(Vec<Style>);

/// Styles based on styles based on …
const DEPTH: usize = 16;
/// No style has this index.
const NONE: u16 = 0xfff;

impl Styles {
    /// Reads the style sheet.
    pub fn of(part: &[u8]) -> Self {
        Self(read(part).unwrap_or_default())
    }

    /// The numbering of a style's paragraphs.
    pub fn place(&self, style: u16) -> Place {
        let (mut place, mut next) = (Place::default(), style);
        for _ in 0..DEPTH {
            let Some(style) = self.0.get(usize::from(next)) else { break };
            place = place.or(style.place);
            next = style.based_on;
        }
        place
    }
}

fn read(part: &[u8]) -> Option<Vec<Style>> {
    let head = usize::from(u16_at(part, 0)?);
    let count = u16_at(part, 2)?;
    let fixed = usize::from(u16_at(part, 4)?);
    let mut rest = part.get(head.checked_add(2)?..)?;
    let mut styles = Vec::new();
    for _ in 0..count {
        let Some(length) = u16_at(rest, 0).map(usize::from) else { break };
        let Some(style) = rest.get(2..length + 2) else { break };
        styles.push(one(style, fixed).unwrap_or(Style { based_on: NONE, ..Style::default() }));
        rest = rest.get(length + 2 + length % 2..).unwrap_or_default();
    }
    Some(styles)
}

fn one(style: &[u8], fixed: usize) -> Option<Style> {
    let kind = u16_at(style, 2)?;
    let based_on = kind >> 4;
    // Only styles of paragraphs: their first list of changes is of the paragraph.
    if kind & 0xf != 1 {
        return None;
    }
    let name = usize::from(u16_at(style, fixed)?);
    // The name's length, its characters, a nought.
    let at = fixed + 2 + name * 2 + 2;
    let at = at + at % 2;
    let length = usize::from(u16_at(style, at)?);
    let changes = style.get(at + 4..at + 2 + length).unwrap_or_default();
    let mut run = Run::default();
    apply(changes, &mut run);
    Some(Style { place: run.place, based_on })
}
