//! Glyphs to lines, in content order.
//!
//! Glyphs that follow one another on one baseline are a line; a step back or to another baseline begins the next.
//! All is measured along the text's own direction, so it does not matter how a page is turned.

use crate::interpret::{Content, Glyph};

/// A line in the page's own space.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Run {
    /// Its pieces, from left to right; what stands far apart is another piece.
    pub(crate) parts: Vec<Part>,
    /// The unit vector that it runs along.
    pub(crate) direction: (f64, f64),
    /// The baseline's distance from the origin, across the direction (to the left of it is more).
    pub(crate) across: f64,
    /// The height of an em.
    pub(crate) size: f64,
}

/// A piece of a line, and where it begins and ends along the direction. Without text, it is an empty cell.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Part {
    pub(crate) text: String,
    pub(crate) from: f64,
    pub(crate) to: f64,
    /// Where in the text each visible glyph begins, and where it begins and ends on the page.
    marks: Vec<(usize, f64, f64)>,
}

impl Part {
    fn push(&mut self, text: &str, from: f64, to: f64) {
        if self.marks.is_empty() {
            (self.from, self.to) = (from, to);
        }
        self.marks.push((self.text.len(), from, to));
        self.text.push_str(text);
        self.to = self.to.max(to);
    }

    /// The pieces between which the value of `key`, asked for the middle of each glyph, changes.
    pub(crate) fn split<K: PartialEq>(&self, key: impl Fn(f64) -> K) -> Vec<(K, Self)> {
        let mut pieces: Vec<(K, Self)> = Vec::new();
        let ends = self.marks.iter().skip(1).map(|(start, _, _)| *start).chain([self.text.len()]);
        for ((start, from, to), end) in self.marks.iter().zip(ends) {
            let text = self.text.get(*start..end).unwrap_or_default();
            let of = key(f64::midpoint(*from, *to));
            match pieces.last_mut() {
                Some((last, piece)) if *last == of => piece.push(text, *from, *to),
                _ => {
                    let mut piece = Self::default();
                    piece.push(text, *from, *to);
                    pieces.push((of, piece));
                }
            }
        }
        pieces
    }

    /// Adds the next line of a cell.
    pub(crate) fn append(&mut self, text: &str, place: &Self) {
        let ascii = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        if ascii(self.text.chars().last()) && ascii(text.chars().next()) {
            self.text.push(' ');
        }
        (self.from, self.to) = if self.text.is_empty() {
            (place.from, place.to)
        } else {
            (self.from.min(place.from), self.to.max(place.to))
        };
        self.text.push_str(text);
    }
}

/// Gaps between Han characters over this many ems are spaces.
const HAN_SPACE: f64 = 0.8;
/// The same between letters.
const LETTER_SPACE: f64 = 0.25;
/// The same between digits: a wrong width must not cut a number in two.
const DIGIT_SPACE: f64 = 0.4;
/// Gaps over this many ems may part cells.
const CELL: f64 = 1.5;
/// A step back of more ems than this begins a new line.
const BACK: f64 = 1.0;
/// Baselines nearer than this many ems are one.
const BASELINE: f64 = 0.5;
/// The same glyph again within this many ems is there to make it look bold.
const OVERPRINT: f64 = 0.15;
/// So many lines back overprinted glyphs are looked for.
const RECENT: usize = 4;

/// A line that is being built.
struct Open {
    run: Run,
    /// Where the last visible glyph ended.
    end: f64,
    last: Option<char>,
    /// White space since then, as the file gives it.
    space: String,
    /// Where each visible glyph stands, which, and from which operator.
    seen: Vec<(f64, char, u32)>,
}

/// The lines of a page's glyphs.
pub(crate) fn build(content: &Content) -> Vec<Run> {
    let mut lines: Vec<Open> = Vec::new();
    for glyph in &content.glyphs {
        let text = content.text.get(glyph.text.clone()).unwrap_or_default();
        let Some(first) = text.chars().next() else { continue };
        let (along, across) = place(glyph);
        if lines.iter().rev().take(RECENT).any(|line| line.overprints(glyph, first, along, across)) {
            continue;
        }
        match lines.last_mut().filter(|line| line.continues(glyph, along, across)) {
            Some(line) => line.push(glyph, text, along),
            None => {
                let mut line = Open::new(glyph, across);
                line.push(glyph, text, along);
                // A line of white space alone is none, but it may be where the next one begins.
                lines.retain_last(|last| !last.run.parts.is_empty());
                lines.push(line);
            }
        }
    }
    lines.into_iter().map(|line| line.run).filter(|run| !run.parts.is_empty()).collect()
}

trait RetainLast<T> {
    fn retain_last(&mut self, keep: impl Fn(&T) -> bool);
}

impl<T> RetainLast<T> for Vec<T> {
    fn retain_last(&mut self, keep: impl Fn(&T) -> bool) {
        if self.last().is_some_and(|last| !keep(last)) {
            self.pop();
        }
    }
}

/// Along and across its direction.
fn place(glyph: &Glyph) -> (f64, f64) {
    let (dx, dy) = glyph.direction;
    (glyph.x * dx + glyph.y * dy, glyph.y * dx - glyph.x * dy)
}

impl Open {
    fn new(glyph: &Glyph, across: f64) -> Self {
        let run = Run { parts: Vec::new(), direction: glyph.direction, across, size: glyph.size };
        Self { run, end: f64::NEG_INFINITY, last: None, space: String::new(), seen: Vec::new() }
    }

    fn parallel(&self, glyph: &Glyph) -> bool {
        let ((ax, ay), (bx, by)) = (self.run.direction, glyph.direction);
        ax * bx + ay * by > 0.996
    }

    fn continues(&self, glyph: &Glyph, along: f64, across: f64) -> bool {
        let em = self.run.size.max(glyph.size);
        self.parallel(glyph)
            && (across - self.run.across).abs() < BASELINE * em
            && (self.last.is_none() || along > self.end - BACK * em)
    }

    fn overprints(&self, glyph: &Glyph, c: char, along: f64, across: f64) -> bool {
        let near = OVERPRINT * glyph.size;
        if along > self.end || !self.parallel(glyph) || (across - self.run.across).abs() > near {
            return false;
        }
        let from = self.seen.partition_point(|(at, _, _)| *at < along - near);
        let around = self.seen.get(from..).unwrap_or_default();
        around
            .iter()
            .take_while(|(at, _, _)| *at <= along + near)
            .any(|(_, seen, run)| *seen == c && *run != glyph.run)
    }

    fn push(&mut self, glyph: &Glyph, text: &str, along: f64) {
        if text.chars().all(char::is_whitespace) {
            self.space.push_str(text);
            return;
        }
        let em = self.run.size.max(glyph.size);
        let (dx, dy) = glyph.direction;
        let end = along + (glyph.advance.0 * dx + glyph.advance.1 * dy).max(0.0);
        let first = text.chars().next().unwrap_or(' ');
        let gap = along - self.end;
        let space = std::mem::take(&mut self.space);
        match self.run.parts.last_mut() {
            Some(part) if gap < CELL * em => {
                if !space.is_empty() {
                    part.text.push_str(&space);
                } else if self.last.is_some_and(|last| gap > between(last, first) * em) {
                    part.text.push(' ');
                }
                part.push(text, along, end);
            }
            _ => {
                let mut part = Part::default();
                part.push(text, along, end);
                self.run.parts.push(part);
            }
        }
        if self.run.parts.len() == 1 && self.last.is_none() {
            // White space before the line may have been of another size.
            self.run.size = glyph.size;
        }
        self.last = text.chars().last();
        self.end = end.max(self.end);
        // Kept in order for the search: a glyph that stands back is rare and may be missed.
        if self.seen.last().is_none_or(|(at, _, _)| *at <= along) {
            self.seen.push((along, first, glyph.run));
        }
    }
}

/// The gap from which on two neighbours have a space between them, in ems.
fn between(left: char, right: char) -> f64 {
    let latin = |c: char| c.is_ascii() || (c.is_alphabetic() && u32::from(c) < 0x0250);
    match (left, right) {
        _ if left.is_ascii_digit() && right.is_ascii_digit() => DIGIT_SPACE,
        _ if latin(left) && latin(right) => {
            if left.is_ascii_alphabetic() || right.is_ascii_alphabetic() {
                LETTER_SPACE
            } else {
                DIGIT_SPACE
            }
        }
        _ => HAN_SPACE,
    }
}
