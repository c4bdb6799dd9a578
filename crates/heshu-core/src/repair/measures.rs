//! How wide the lines of a paste were set, and so which of them were broken only because they were full.

use super::buffer::Glyph;
use super::continuity;
use super::lines::{Lines, ends_sentence};

/// So many lines are looked at together; widths may change from page to page.
const BLOCK: usize = 32;
/// Fewer broken lines than this do not tell a width.
const FEWEST: usize = 4;
/// A measure below this many half characters is a table's or a list's.
const NARROWEST: u32 = 16;

/// How widths are measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    /// In half characters, as type is set.
    HalfWidths,
    /// In characters, as programs break lines.
    Characters,
}

/// The measure of the lines about one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    unit: Unit,
    /// Width of a full line, in half characters or (doubled) characters.
    pub full: u32,
    /// By how much a full line may fall short.
    pub slack: u32,
    /// How many broken lines tell it, and how well the lines follow each other there (quarter-nats a line).
    support: usize,
    continuity: i32,
}

impl Measure {
    /// The width of a stretch of text.
    pub fn width(&self, glyphs: &[Glyph]) -> u32 {
        width(self.unit, glyphs)
    }

    /// By how much a line of this width falls short of a full one.
    pub fn lacks(&self, width: u32) -> u32 {
        self.full.saturating_sub(width)
    }

    /// Whether the lines read on from one to the next, as broken lines do and headings or links do not.
    pub fn reads_on(&self) -> bool {
        self.continuity >= 3
    }
}

/// The measures of a text, block by block.
#[derive(Debug)]
pub struct Measures {
    blocks: Vec<Option<Measure>>,
    whole: Option<Measure>,
}

impl Measures {
    /// Looks at all lines.
    pub fn of(text: &Lines) -> Self {
        let count = text.lines.len();
        // Asked for several times over.
        let widths: Vec<u32> = (0..count).map(|i| width(Unit::HalfWidths, text.at(i))).collect();
        let whole = measure(text, &widths, 0, count);
        let blocks = (0..count.div_ceil(BLOCK))
            .map(|b| {
                let start = (b * BLOCK).saturating_sub(BLOCK / 2);
                measure(text, &widths, start, (b * BLOCK + BLOCK + BLOCK / 2).min(count))
            })
            .collect();
        Self { blocks, whole }
    }

    /// The measure about a line; none where the text was not broken into lines.
    pub fn at(&self, line: usize) -> Option<Measure> {
        self.blocks.get(line / BLOCK).copied().flatten().or(self.whole)
    }
}

/// The measure of some lines; `half_widths` of all lines.
fn measure(text: &Lines, half_widths: &[u32], start: usize, end: usize) -> Option<Measure> {
    let width = |unit: Unit, i: usize| match unit {
        Unit::HalfWidths => half_widths.get(i).copied().unwrap_or(0),
        Unit::Characters => width(unit, text.at(i)),
    };
    let broken: Vec<usize> = (start..end)
        .filter(|i| !text.is_whole(*i))
        .filter(|i| text.at(*i).last().is_some_and(|g| !ends_sentence(g.ch)))
        .filter(|i| width(Unit::HalfWidths, *i) >= NARROWEST)
        .collect();
    if broken.len() < FEWEST {
        return None;
    }
    let continuity = broken
        .iter()
        .filter_map(|i| {
            let (last, first) = (text.at(*i).last()?, text.at(i + 1).first()?);
            Some(continuity::follows(last.ch, first.ch))
        })
        .sum::<i32>()
        / i32::try_from(broken.len()).unwrap_or(1);
    let by = |unit| {
        let mut widths: Vec<u32> = broken.iter().map(|i| width(unit, *i)).collect();
        crate::order::ascending(&mut widths);
        // The widest tenth may be paragraphs that were never broken, or lines that hang over.
        let full = widths.get(widths.len() * 4 / 5).copied().unwrap_or(0);
        let slack = 6;
        let near = widths.iter().filter(|w| **w + slack >= full && **w <= full + 4).count();
        let spread: u32 =
            widths.iter().filter(|w| **w + slack >= full && **w <= full + 4).map(|w| w.abs_diff(full)).sum();
        (Measure { unit, full, slack, support: near, continuity }, near, spread)
    };
    let (set, near_set, spread_set) = by(Unit::HalfWidths);
    let (counted, near_counted, spread_counted) = by(Unit::Characters);
    let tighter =
        u64::from(spread_counted) * (near_set as u64) < u64::from(spread_set) * (near_counted as u64);
    let best = if near_counted >= near_set && tighter { counted } else { set };
    // Text that was broken into lines has few that are wider than the others.
    let wide = (start..end)
        .filter(|i| !text.is_whole(*i))
        .filter(|i| width(best.unit, *i) + best.slack >= best.full)
        .count();
    let even = best.support * 5 >= broken.len() * 3 && best.support * 5 >= wide * 3;
    (even && best.support >= FEWEST).then_some(best)
}

fn width(unit: Unit, glyphs: &[Glyph]) -> u32 {
    if unit == Unit::Characters {
        return 2 * u32::try_from(glyphs.len()).unwrap_or(u32::MAX / 2);
    }
    let mut quarters = 0;
    let mut wide_before = false;
    for glyph in glyphs {
        let wide = u32::from(glyph.ch) >= 0x2000;
        quarters += match glyph.ch {
            // What typesetting puts between a Chinese character and a number is a quarter of a character.
            ' ' if wide_before => 1,
            _ if wide => 4,
            _ => 2,
        };
        if wide_before != wide && glyph.ch != ' ' {
            wide_before = wide;
        }
    }
    quarters / 2
}
