//! Advance widths, in thousandths of the size.

use hayro_syntax::object::{Array, Dict, Object};

/// Widths by code (simple fonts) or glyph number (composite fonts).
#[derive(Debug, Default)]
pub(crate) struct Widths {
    /// From, to (inclusive), width; sorted.
    ranges: Vec<(u32, u32, f32)>,
    other: f32,
}

/// A font lists fewer widths than this; more are not kept.
const MOST: usize = 70_000;

impl Widths {
    /// `/W` and `/DW` of a composite font's descendant.
    pub(crate) fn composite(descendant: &Dict<'_>) -> Self {
        let mut ranges = Vec::new();
        let mut items = descendant.get::<Array<'_>>("W").map(|w| w.iter::<Object<'_>>());
        let mut next = || items.as_mut().and_then(Iterator::next);
        while let (Some(Object::Number(first)), Some(second)) = (next(), next()) {
            let Ok(first) = u32::try_from(first.as_i64()) else { break };
            match second {
                Object::Array(list) => {
                    for (code, item) in (first..).zip(list.iter::<Object<'_>>()) {
                        push(&mut ranges, code, code, item);
                    }
                }
                Object::Number(last) => {
                    let (Ok(last), Some(width)) = (u32::try_from(last.as_i64()), next()) else { break };
                    push(&mut ranges, first, last, width);
                }
                _ => break,
            }
            if ranges.len() > MOST {
                break;
            }
        }
        ranges.sort_by_key(|(first, _, _)| *first);
        let other = descendant.get::<f32>("DW").unwrap_or(1_000.0);
        Self { ranges, other }
    }

    /// `/FirstChar` and `/Widths` of a simple font. `scale` turns its units into thousandths.
    pub(crate) fn simple(font: &Dict<'_>, scale: f32) -> Self {
        let first = font.get::<u32>("FirstChar").unwrap_or(0);
        let mut ranges = Vec::new();
        if let Some(list) = font.get::<Array<'_>>("Widths") {
            for (code, item) in (first..).zip(list.iter::<Object<'_>>()).take(256) {
                push(&mut ranges, code, code, item);
            }
        }
        for (_, _, width) in &mut ranges {
            *width *= scale;
        }
        let described = font.get::<Dict<'_>>("FontDescriptor");
        let other =
            described.and_then(|d| d.get::<f32>("MissingWidth")).filter(|w| *w > 0.0).unwrap_or(500.0);
        Self { ranges, other }
    }

    pub(crate) fn of(&self, code: u32) -> f32 {
        let after = self.ranges.partition_point(|(first, _, _)| *first <= code);
        let found = after.checked_sub(1).and_then(|at| self.ranges.get(at));
        found.filter(|(_, last, _)| code <= *last).map_or(self.other, |(_, _, width)| *width)
    }

    /// The width of what has no listed one.
    pub(crate) fn other(&self) -> f32 {
        self.other
    }
}

/// Adds a range, or makes the last one longer.
fn push(ranges: &mut Vec<(u32, u32, f32)>, first: u32, last: u32, width: Object<'_>) {
    let Some(width) = width.into_f32().filter(|w| w.is_finite()) else { return };
    match ranges.last_mut() {
        Some((_, end, same)) if end.checked_add(1) == Some(first) && *same == width => *end = last.max(first),
        _ => ranges.push((first, last.max(first), width)),
    }
}
