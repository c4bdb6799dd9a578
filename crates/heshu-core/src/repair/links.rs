//! How well lines read on from one to another, and where another order than theirs would read better.

use super::buffer::Glyph;
use super::continuity;
use super::lines::{Lines, begins_heading, ends_sentence, item_number};
use super::measures::Measures;
use super::wrapped_lines::first_word;

/// A stretch ends where its gain has fallen this far below its best.
const FALL: i32 = 40;
/// What a page border is worth, in quarter-nats.
const BORDER: i32 = 16;
/// What it costs that a title stands where a sentence should go on.
const TITLE: i32 = 10;
/// What it costs that the text begins or ends within a paragraph.
const ENDS: i32 = 16;
/// What it is worth that two numbers stand in order.
const COUNTED: i32 = 16;
/// Numbers so many lines apart do not count together.
const FARTHEST: usize = 40;

/// The lines of a text, and which of them were full.
pub struct Links<'a> {
    text: &'a Lines,
    /// By how much each falls short of a full one, in half characters, what is usual apart.
    room: Vec<Option<u32>>,
    /// Lines whose order is known.
    fixed: Vec<bool>,
}

impl<'a> Links<'a> {
    /// Looks at all lines.
    pub fn of(text: &'a Lines, measures: &Measures) -> Self {
        let room = (0..text.lines.len())
            .map(|i| measures.at(i).map(|m| m.lacks(m.width(text.at(i))).saturating_sub(m.slack)))
            .collect();
        let fixed = (0..text.lines.len()).map(|i| text.is_whole(i) || text.set_at(i).is_some()).collect();
        Self { text, room, fixed }
    }

    /// The number of lines.
    pub fn len(&self) -> usize {
        self.room.len()
    }

    /// How well `second` reads on from `first`, or ends the text, in quarter-nats.
    pub fn link(&self, first: usize, second: usize) -> i32 {
        let Some(last) = self.text.at(first).last() else { return 0 };
        let Some(next) = self.text.at(second).first() else {
            return if self.is_full(first) && !ends_sentence(last.ch) { -ENDS } else { 0 };
        };
        // A long number that goes on leaves more room than a character.
        let room = self.room.get(first).copied().flatten();
        let full = room.is_some_and(|r| r == 0 || r < number_width(self.text.at(second)));
        let (on, anew) = match (full, ends_sentence(last.ch)) {
            (true, true) => (0, -9),
            (true, false) => (0, -20),
            (false, true) => (-16, 0),
            (false, false) => (-6, -1),
        };
        let heading = if begins_heading(self.text.at(second)) { 8 } else { 0 };
        // What goes on a broken line was broken itself, or ends a sentence; titles do neither.
        let stops_short = full && !ends_sentence(last.ch) && self.is_title(second);
        let on = on + continuity::follows(last.ch, next.ch) - if stops_short { TITLE } else { 0 };
        let anew = anew + continuity::begins(next.ch) + heading;
        on.max(anew)
    }

    /// How well the text begins with a line: titles are short and have no commas.
    pub fn opens(&self, line: usize) -> i32 {
        let sentence = self.text.at(line).iter().any(|g| matches!(g.ch, '，' | '。' | '；' | '、'));
        if sentence || self.is_full(line) { -ENDS } else { 0 }
    }

    fn is_full(&self, line: usize) -> bool {
        self.room.get(line) == Some(&Some(0))
    }

    /// Whether a line is far from full and ends no sentence.
    fn is_title(&self, line: usize) -> bool {
        let short = self.room.get(line).copied().flatten().is_some_and(|room| room > 8);
        short && self.text.at(line).last().is_some_and(|g| !ends_sentence(g.ch))
    }

    /// Whether most of these lines were full: only lines that were broken can stand in the wrong order.
    pub fn were_broken(&self, start: usize, end: usize) -> bool {
        (start..end).filter(|i| self.is_full(*i)).count() * 4 > end - start
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
        if self.begins_page(before) { BORDER } else { 0 }
    }

    /// Whether a page surely begins with this line, or the text ends before it.
    pub fn begins_page(&self, line: usize) -> bool {
        self.text.lines.get(line).is_none_or(|l| l.page || line == 0)
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

    /// Whether the order of this line is known.
    pub fn is_fixed(&self, line: usize) -> bool {
        self.fixed.get(line).copied().unwrap_or(false)
    }
}

/// The width of the number or word with which a line begins, in half characters.
fn number_width(line: &[Glyph]) -> u32 {
    if line.first().is_none_or(|g| !g.ch.is_ascii()) {
        return 0;
    }
    first_word(line).iter().map(|g| if g.ch.is_ascii() { 1 } else { 2 }).sum()
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
