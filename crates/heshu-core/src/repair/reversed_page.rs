//! Pages whose lines stand in reverse order, as some PDF files give them.
//!
//! A page is found where its lines read on upwards better than downwards, whatever marks its borders.

use super::buffer::Log;
use super::lines::Lines;
use super::links::{Links, between, sums};
use super::measures::Measures;
use super::pages::{self, Reading};
use std::ops::RangeInclusive;

/// The kind under which it is reported.
pub const KIND: &str = "reversed_page";
/// Lines that may stand in reverse order.
pub const SUSPECTED: &str = "suspicion_reversed_page";
/// Pages are sought where the gain, in quarter-nats, of reading lines upwards is so great.
const WORTH_A_LOOK: i32 = 36;
/// The least gain, with what the text before and after gains, that makes a page reversed.
const ENOUGH: i32 = 60;
/// From here on the lines are suspected, told, and left as they stand.
const SUSPECT: i32 = 45;
/// A page has so many lines.
const LENGTHS: RangeInclusive<usize> = 8..=64;

/// How well the lines of a text read on upwards.
struct Upwards {
    /// Sums, in quarter-nats, over the lines before each.
    reading: Vec<i32>,
    /// Sums of what is gained by reading upwards and not downwards.
    gains: Vec<i32>,
    /// Where the gain is enough to suspect something.
    stretches: Vec<(usize, usize)>,
}

impl Upwards {
    fn of(links: &Links) -> Self {
        let counted = links.counted_upwards();
        let seams = links.len().saturating_sub(1);
        let reading: Vec<i32> = counted
            .iter()
            .take(seams)
            .enumerate()
            .map(|(i, counted)| links.link(i + 1, i) + counted)
            .collect();
        let at = |i: usize| reading.get(i).copied().unwrap_or(0);
        let gains: Vec<i32> = (0..seams).map(|i| at(i) - links.link(i, i + 1)).collect();
        let gain = |i: usize| gains.get(i).copied().unwrap_or(0);
        let mut stretches = links.stretches(WORTH_A_LOOK, gain);
        stretches.retain(|(start, end)| links.were_broken(*start, *end));
        Self { reading: sums(seams, at), gains: sums(seams, gain), stretches }
    }

    fn reading(&self, start: usize, end: usize) -> i32 {
        between(&self.reading, start, end - 1)
    }

    fn gain(&self, start: usize, end: usize) -> i32 {
        between(&self.gains, start, end - 1)
    }
}

/// The greatest gain of reading lines upwards, in quarter-nats; 0 where none is to be suspected.
pub fn strongest(links: &Links) -> i32 {
    let upwards = Upwards::of(links);
    upwards.stretches.iter().map(|(start, end)| upwards.gain(*start, *end)).max().unwrap_or(0)
}

/// Puts reversed pages in order.
#[inline(never)]
pub fn repair(text: &mut Lines, measures: &Measures, log: &mut Log) {
    if !log.allows(KIND) || text.lines.len() < 3 {
        return;
    }
    let links = Links::of(text, measures);
    let upwards = Upwards::of(&links);
    // Columns taken across read better to the line after the next.
    let across = |(start, end): (usize, usize)| {
        let columns: i32 = (start..end.saturating_sub(2)).map(|i| links.link(i, i + 2)).sum();
        upwards.reading(start, end) < columns
    };
    let stretches: Vec<(usize, usize)> =
        upwards.stretches.iter().copied().filter(|stretch| !across(*stretch)).collect();
    let read = |start: usize, end: usize| {
        Some(Reading { gain: upwards.reading(start, end), first: end - 1, last: start })
    };
    let tie = |i: usize| i.checked_sub(1).map_or(0, |before| between(&upwards.reading, before, i));
    let pages = pages::find(&links, &stretches, &LENGTHS, read, tie, |_| true);
    let gains = whole_gains(&links, &upwards, &pages);
    let whole = pages.into_iter().zip(gains).filter(|(_, gain)| *gain >= ENOUGH);
    let sure: Vec<(usize, usize)> = whole.map(|(page, _)| page).collect();
    let is_left = |start: usize, end: usize| sure.iter().all(|(from, to)| end <= *from || *to <= start);
    let suspects = stretches.iter().filter(|(start, end)| upwards.gain(*start, *end) >= SUSPECT);
    let suspects: Vec<(usize, usize)> =
        suspects.copied().filter(|(start, end)| is_left(*start, *end)).collect();
    for (start, end) in suspects {
        log.tell(SUSPECTED, text.source_of(start, end), format!("{} lines", end - start));
    }
    for (start, end) in &sure {
        turn(text, *start, *end);
        log.tell(KIND, text.source_of(*start, *end), format!("{} lines", end - start));
    }
}

/// What is gained where each of these pages is read upwards, with the seams to what stands before and after it.
fn whole_gains(links: &Links, upwards: &Upwards, pages: &[(usize, usize)]) -> Vec<i32> {
    let seam = |before: Option<usize>, after: usize| {
        before.map_or_else(|| links.opens(after), |before| links.link(before, after))
    };
    let gain = |(k, (start, end)): (usize, &(usize, usize))| {
        let (start, end) = (*start, *end);
        let neighbour = |k: Option<usize>| k.and_then(|k| pages.get(k));
        // A page that ends where this one begins is read upwards, too.
        let before = neighbour(k.checked_sub(1)).filter(|(_, to)| *to == start).map(|(from, _)| *from);
        let after = neighbour(Some(k + 1)).filter(|(from, _)| *from == end).map(|(_, to)| *to - 1);
        let now = seam(start.checked_sub(1), start) + seam(Some(end - 1), end);
        let then = seam(before.or(start.checked_sub(1)), end - 1) + seam(Some(start), after.unwrap_or(end));
        upwards.gain(start, end) + then - now
    };
    pages.iter().enumerate().map(gain).collect()
}

/// Reverses lines. What stood between two of them still does.
fn turn(text: &mut Lines, start: usize, end: usize) {
    let Some(page) = text.lines.get_mut(start..end) else { return };
    let Some(first) = page.first().copied() else { return };
    for i in 0..page.len() {
        let between = page.get(i + 1).map_or(first.gap, |next| next.gap);
        if let Some(line) = page.get_mut(i) {
            (line.gap, line.page) = (between, false);
        }
    }
    page.reverse();
    if let Some(line) = page.first_mut() {
        line.page = first.page;
    }
}
