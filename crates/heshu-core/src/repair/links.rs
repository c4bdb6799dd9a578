//! How well lines read on from one to another, and where another order than theirs would read better.

use super::buffer::Glyph;
use super::continuity::{self, Symbol};
use super::lines::{Lines, Numbering, ends_sentence, item_number};
use super::measures::Measures;
use super::wrapped_lines::{first_word, is_closing};

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

/// The lines of a text, and how each begins and ends.
pub struct Links<'a> {
    text: &'a Lines,
    seen: Vec<Seen>,
}

/// What a line shows to its neighbours.
#[derive(Clone, Copy)]
struct Seen {
    first: Symbol,
    last: Symbol,
    /// How well a paragraph begins with it.
    begins: i32,
    ends_sentence: bool,
    /// It begins with a mark that begins no line by right.
    torn: bool,
    /// Its number, if it has one.
    item: Option<(Numbering, u32)>,
    /// Width of the number or word with which it begins.
    number: u32,
    /// By how much it falls short of a full line, in half characters, what is usual apart.
    room: Option<u32>,
    /// Its order is known.
    fixed: bool,
}

impl Seen {
    fn is_full(&self) -> bool {
        self.room == Some(0)
    }

    /// Whether it is far from full and ends no sentence.
    fn is_title(&self) -> bool {
        self.room.is_some_and(|room| room > 8) && !self.ends_sentence
    }

    fn begins_heading(&self) -> bool {
        self.item.is_some_and(|(numbering, _)| numbering != Numbering::Digits)
    }
}

impl<'a> Links<'a> {
    /// Looks at all lines.
    pub fn of(text: &'a Lines, measures: &Measures) -> Self {
        Self::looking(text, measures, |i| text.set_at(i).is_some())
    }

    /// Looks at all lines as if no file told where they stand.
    pub fn without_places(text: &'a Lines, measures: &Measures) -> Self {
        Self::looking(text, measures, |_| false)
    }

    fn looking(text: &'a Lines, measures: &Measures, is_placed: impl Fn(usize) -> bool) -> Self {
        let border = Symbol::of(continuity::BORDER);
        let seen = |i: usize| {
            let line = text.at(i);
            let symbol = |glyph: Option<&Glyph>| Symbol::of(glyph.map_or(continuity::BORDER, |g| g.ch));
            let first = symbol(line.first());
            Seen {
                first,
                last: symbol(line.last()),
                begins: border.followed_by(first),
                torn: line.first().is_some_and(|g| is_closing(g.ch)),
                ends_sentence: line.last().is_some_and(|g| ends_sentence(g.ch)),
                item: item_number(line),
                number: number_width(line),
                room: measures.at(i).map(|m| m.lacks(m.width(line)).saturating_sub(m.slack)),
                fixed: text.is_whole(i) || is_placed(i),
            }
        };
        Self { text, seen: (0..text.lines.len()).map(seen).collect() }
    }

    /// The number of lines.
    pub fn len(&self) -> usize {
        self.seen.len()
    }

    /// How well `second` reads on from `first`, or ends the text, in quarter-nats.
    pub fn link(&self, first: usize, second: usize) -> i32 {
        let Some(line) = self.seen.get(first) else { return 0 };
        let Some(next) = self.seen.get(second) else {
            return if line.is_full() && !line.ends_sentence { -ENDS } else { 0 };
        };
        // A long number that goes on leaves more room than a character.
        let full = line.room.is_some_and(|room| room == 0 || room < next.number);
        let (on, anew) = match (full, line.ends_sentence) {
            (true, true) => (0, -9),
            (true, false) => (0, -20),
            (false, true) => (-16, 0),
            (false, false) => (-6, -1),
        };
        // What goes on a broken line was broken itself, or ends a sentence; titles do neither.
        let stops_short = full && !line.ends_sentence && next.is_title();
        let on = on + line.last.followed_by(next.first) - if stops_short { TITLE } else { 0 };
        let anew = anew + next.begins + if next.begins_heading() { 8 } else { 0 };
        on.max(anew)
    }

    /// How well the text begins with a line: titles are short and have no commas.
    pub fn opens(&self, line: usize) -> i32 {
        let sentence = self.text.at(line).iter().any(|g| matches!(g.ch, '，' | '。' | '；' | '、'));
        if sentence || self.is_full(line) { -ENDS } else { 0 }
    }

    fn is_full(&self, line: usize) -> bool {
        self.seen.get(line).is_some_and(Seen::is_full)
    }

    /// Whether many of these lines were broken, because they were full or torn: only such can stand in the wrong order.
    pub fn were_broken(&self, start: usize, end: usize) -> bool {
        let lines = self.seen.get(start..end).unwrap_or_default();
        lines.iter().filter(|line| line.is_full() || line.torn).count() * 4 > lines.len()
    }

    /// For every line, what its number says of the order: above nothing if it follows, upwards, on the number of
    /// a line below it.
    pub fn counted_upwards(&self) -> Vec<i32> {
        let mut gains = vec![0; self.len()];
        let mut last: [Option<(usize, u32)>; 4] = [None; 4];
        for i in 0..self.len() {
            let Some((numbering, number)) = self.seen.get(i).and_then(|line| line.item) else { continue };
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
        self.seen.get(line).is_some_and(|line| line.fixed)
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
