//! Pages whose lines stand in reverse order, as some PDF files give them.
//!
//! A page is found where its lines read on upwards better than downwards, whatever marks its borders.

use super::buffer::{Log, source_of};
use super::continuity;
use super::layout::Layout;
use super::lines::{Lines, begins_heading, ends_sentence};

/// The kind under which it is reported.
pub const KIND: &str = "reversed_page";
/// The least gain, in quarter-nats, that makes a page reversed.
const ENOUGH: i32 = 60;
/// A candidate ends where its gain has fallen this far below its best.
const FALL: i32 = 40;
/// Its borders are sought this far about where the gain says they are.
const REACH: usize = 4;
/// What a page border is worth, in quarter-nats.
const BORDER: i32 = 16;

/// Puts reversed pages in order.
pub fn repair(text: &mut Lines, layout: &Layout, log: &mut Log) {
    if !log.allows(KIND) || text.lines.len() < 3 {
        return;
    }
    let links = Links::of(text, layout);
    let pages: Vec<_> = candidates(&links)
        .into_iter()
        .filter(|(start, end)| links.was_broken(*start, *end))
        .map(|(start, end)| links.best_borders(start, end))
        .collect();
    for (start, end) in pages {
        let Some(page) = text.lines.get_mut(start..end) else { continue };
        page.reverse();
        let count = page.len();
        let source = page.iter().map(|l| source_of(text.glyphs.get(l.start..l.end).unwrap_or_default()));
        let source = source.reduce(crate::model::Span::cover).unwrap_or_default();
        log.tell(KIND, source, format!("{count} lines"));
    }
}

/// How well lines read on from one to another.
struct Links<'a> {
    text: &'a Lines,
    /// Whether each line was full.
    full: Vec<bool>,
}

impl<'a> Links<'a> {
    fn of(text: &'a Lines, layout: &Layout) -> Self {
        let full = (0..text.lines.len())
            .map(|i| {
                let measure = layout.at(i)?;
                Some(measure.lacks(measure.width(text.at(i))) <= measure.slack)
            })
            .map(|full| full.unwrap_or(false))
            .collect();
        Self { text, full }
    }

    /// How well `second` reads on from `first`, in quarter-nats.
    fn link(&self, first: usize, second: usize) -> i32 {
        let (Some(last), Some(next)) = (self.text.at(first).last(), self.text.at(second).first()) else {
            return 0;
        };
        let full = self.full.get(first).copied().unwrap_or(false);
        let (on, anew) = match (full, ends_sentence(last.ch)) {
            (true, true) => (0, -9),
            (true, false) => (0, -16),
            (false, true) => (-16, 0),
            (false, false) => (-6, -1),
        };
        let heading = if begins_heading(self.text.at(second)) { 8 } else { 0 };
        let on = on + continuity::follows(last.ch, next.ch);
        let anew = anew + continuity::begins(next.ch) + heading;
        on.max(anew)
    }

    /// How much better the lines about a border read upwards.
    fn gain(&self, i: usize) -> i32 {
        self.link(i + 1, i) - self.link(i, i + 1)
    }

    /// What it brings to reverse the lines from `start` to `end`, its borders with the neighbours apart.
    fn border_gain(&self, start: usize, end: usize) -> i32 {
        let mut gain = 0;
        if let Some(before) = start.checked_sub(1) {
            gain += self.link(before, end - 1) - self.link(before, start);
        }
        if end < self.text.lines.len() {
            gain += self.link(start, end) - self.link(end - 1, end);
        }
        for border in [start, end] {
            gain += self
                .text
                .lines
                .get(border)
                .map_or(BORDER, |l| if l.page || border == 0 { BORDER } else { 0 });
        }
        gain
    }

    /// Whether most of these lines were full: only lines that were broken can stand in the wrong order.
    fn was_broken(&self, start: usize, end: usize) -> bool {
        let lines = self.full.get(start..end).unwrap_or_default();
        lines.iter().filter(|full| **full).count() * 2 > lines.len()
    }

    fn best_borders(&self, start: usize, end: usize) -> (usize, usize) {
        let count = self.text.lines.len();
        let mut best = (i32::MIN, start, end);
        for s in start.saturating_sub(REACH)..=(start + REACH) {
            let inner: i32 = (s..(end - 1).max(s)).map(|i| self.gain(i)).sum();
            for e in end.saturating_sub(REACH).max(s + 2)..=(end + REACH).min(count) {
                let shift: i32 = if e < end {
                    -(e.max(1) - 1..end - 1).map(|i| self.gain(i)).sum::<i32>()
                } else {
                    (end - 1..e - 1).map(|i| self.gain(i)).sum()
                };
                let total = inner + shift + self.border_gain(s, e);
                if total > best.0 {
                    best = (total, s, e);
                }
            }
        }
        (best.1, best.2)
    }
}

/// Stretches of lines, as half-open ranges, that read better upwards.
fn candidates(links: &Links) -> Vec<(usize, usize)> {
    let borders = links.text.lines.len().saturating_sub(1);
    let mut found = Vec::new();
    let (mut sum, mut from) = (0, 0);
    let (mut best, mut best_end) = (0, 0);
    for i in 0..=borders {
        let gain = if i < borders { links.gain(i) } else { -i32::MAX / 4 };
        sum += gain;
        if sum > best {
            (best, best_end) = (sum, i + 2);
        }
        if sum <= 0 || sum < best - FALL {
            if best >= ENOUGH {
                found.push((from, best_end));
            }
            (sum, best, from) = (0, 0, i + 1);
        }
    }
    found
}
