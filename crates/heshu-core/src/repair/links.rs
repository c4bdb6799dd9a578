//! How well lines read on from one to another, and where another order than theirs would read better.

use super::continuity;
use super::lines::{Lines, begins_heading, ends_sentence, item_number};
use super::measures::Measures;

/// A stretch ends where its gain has fallen this far below its best.
const FALL: i32 = 40;
/// Its borders are sought this far about where the gain says they are.
const REACH: usize = 4;
/// What a page border is worth, in quarter-nats.
const BORDER: i32 = 16;
/// What it is worth that two numbers stand in order.
const COUNTED: i32 = 16;
/// Numbers so many lines apart do not count together.
const FARTHEST: usize = 40;

/// The lines of a text, and which of them were full.
pub struct Links<'a> {
    text: &'a Lines,
    full: Vec<bool>,
    /// Lines whose order is known.
    fixed: Vec<bool>,
}

impl<'a> Links<'a> {
    /// Looks at all lines.
    pub fn of(text: &'a Lines, measures: &Measures) -> Self {
        let full = (0..text.lines.len())
            .map(|i| measures.at(i).is_some_and(|m| m.lacks(m.width(text.at(i))) <= m.slack))
            .collect();
        let fixed = (0..text.lines.len()).map(|i| text.is_whole(i) || text.set_at(i).is_some()).collect();
        Self { text, full, fixed }
    }

    /// The number of lines.
    pub fn len(&self) -> usize {
        self.full.len()
    }

    /// How well `second` reads on from `first`, in quarter-nats; nothing beyond the ends of the text.
    pub fn link(&self, first: usize, second: usize) -> i32 {
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

    /// Whether most of these lines were full: only lines that were broken can stand in the wrong order.
    pub fn were_broken(&self, start: usize, end: usize) -> bool {
        let lines = self.full.get(start..end).unwrap_or_default();
        lines.iter().filter(|full| **full).count() * 4 > lines.len()
    }

    /// For every line, what its number says of the order: above nothing if it follows, upwards, on the number of
    /// a line below it.
    pub fn counted_upwards(&self) -> Vec<i32> {
        let mut gains = vec![0; self.len()];
        let mut last: [Option<(usize, u32)>; 4] = [None; 4];
        for i in 0..self.len() {
            let Some((numbering, number)) = item_number(self.text.at(i)) else { continue };
            let Some(last) = last.get_mut(numbering as usize) else { continue };
            if let Some((j, before)) = last.filter(|(j, _)| i - j <= FARTHEST) {
                let gain = if before == number + 1 {
                    COUNTED
                } else if number == before + 1 {
                    -COUNTED
                } else {
                    0
                };
                if let Some(place) = gains.get_mut(j) {
                    *place += gain;
                }
            }
            *last = Some((i, number));
        }
        gains
    }

    /// What it is worth that a stretch begins or ends before this line.
    pub fn border(&self, before: usize) -> i32 {
        let page = self.text.lines.get(before).is_none_or(|l| l.page || before == 0);
        if page { BORDER } else { 0 }
    }

    /// Stretches of lines, as half-open ranges, in which `gain`, taken at every line that has a next one, adds up
    /// to `enough`. One pass.
    pub fn stretches(&self, enough: i32, gain: impl Fn(usize) -> i32) -> Vec<(usize, usize)> {
        let borders = self.len().saturating_sub(1);
        let mut found = Vec::new();
        let (mut sum, mut from) = (0, 0);
        let (mut best, mut best_end) = (0, 0);
        for i in 0..=borders {
            let movable = i < borders && !self.is_fixed(i) && !self.is_fixed(i + 1);
            sum += if movable { gain(i) } else { i32::MIN / 4 };
            if sum > best {
                (best, best_end) = (sum, i + 2);
            }
            if sum <= 0 || sum < best - FALL {
                if best >= enough {
                    found.push((from, best_end));
                }
                (sum, best, from) = (0, 0, i + 1);
            }
        }
        found
    }

    fn is_fixed(&self, line: usize) -> bool {
        self.fixed.get(line).copied().unwrap_or(false)
    }

    /// The borders about these for which `worth` is highest.
    pub fn best_borders(
        &self,
        (start, end): (usize, usize),
        worth: impl Fn(usize, usize) -> i32,
    ) -> (usize, usize) {
        let mut best = (i32::MIN, start, end);
        for s in start.saturating_sub(REACH)..=start + REACH {
            for e in end.saturating_sub(REACH).max(s + 2)..=(end + REACH).min(self.len()) {
                if (s..start).chain(end..e).any(|i| self.is_fixed(i)) {
                    continue;
                }
                let worth = worth(s, e) + self.border(s) + self.border(e);
                if worth > best.0 {
                    best = (worth, s, e);
                }
            }
        }
        (best.1, best.2)
    }
}

/// Sums of a gain over the lines before each, so that the gain of a stretch is a difference.
pub fn sums(count: usize, gain: impl Fn(usize) -> i32) -> Vec<i32> {
    let mut sum = 0;
    let before = std::iter::once(0);
    before
        .chain((0..count).map(|i| {
            sum += gain(i);
            sum
        }))
        .collect()
}

/// The sum over `start..end`.
pub fn between(sums: &[i32], start: usize, end: usize) -> i32 {
    let at = |i: usize| sums.get(i.min(sums.len().saturating_sub(1))).copied().unwrap_or(0);
    if end > start { at(end) - at(start) } else { 0 }
}
