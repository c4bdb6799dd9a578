//! Pages whose lines stand in reverse order, as some PDF files give them.
//!
//! A page is found where its lines read on upwards better than downwards, whatever marks its borders.

use super::buffer::Log;
use super::lines::Lines;
use super::links::{Links, between, sums};
use super::measures::Measures;
use super::pages::{self, Reading};

/// The kind under which it is reported.
pub const KIND: &str = "reversed_page";
/// Lines that may stand in reverse order.
pub const SUSPECTED: &str = "suspicion_reversed_page";
/// The least gain, in quarter-nats, that makes a page reversed.
const ENOUGH: i32 = 60;
/// From here on the lines are suspected, told, and left as they stand.
const SUSPECT: i32 = 45;
/// So well, line by line, a page has to read: columns taken across read badly both ways.
const READS_ON: i32 = 2;
/// A page has so many lines at least,
const SHORTEST: usize = 8;
/// and so many at most.
const LONGEST: usize = 64;

/// The greatest gain of reading lines upwards, in quarter-nats; 0 where none is to be suspected.
pub fn strongest(text: &Lines, measures: &Measures) -> i32 {
    let links = Links::of(text, measures);
    let counted = links.counted_upwards();
    let gain = |i: usize| links.link(i + 1, i) - links.link(i, i + 1) + counted.get(i).copied().unwrap_or(0);
    let stretches = links.stretches(SUSPECT, gain);
    let gains = sums(links.len().saturating_sub(1), gain);
    let broken = stretches.into_iter().filter(|(start, end)| links.were_broken(*start, *end));
    broken.map(|(start, end)| between(&gains, start, end - 1)).max().unwrap_or(0)
}

/// Puts reversed pages in order. `printed` tells that a file holds the paste: a file sets no columns across, and broke
/// the paste's lines once more, so that they read on less well.
pub fn repair(text: &mut Lines, measures: &Measures, printed: bool, log: &mut Log) {
    if !log.allows(KIND) || text.lines.len() < 3 {
        return;
    }
    let links = Links::of(text, measures);
    let counted = links.counted_upwards();
    let upwards = |i: usize| links.link(i + 1, i) + counted.get(i).copied().unwrap_or(0);
    let gain = |i: usize| upwards(i) - links.link(i, i + 1);
    let stretches = links.stretches(SUSPECT, gain);
    if stretches.is_empty() {
        return;
    }
    let gains = sums(links.len().saturating_sub(1), gain);
    let upwards_before = sums(links.len().saturating_sub(1), upwards);
    let reads_on = if printed { 0 } else { READS_ON };
    let (sure, suspects): (Vec<_>, Vec<_>) = stretches
        .into_iter()
        .filter(|(start, end)| links.were_broken(*start, *end))
        .filter(|(start, end)| between(&upwards_before, *start, end - 1) >= reads_on * (end - start) as i32)
        .partition(|(start, end)| between(&gains, *start, end - 1) >= ENOUGH);
    let read = |start: usize, end: usize| {
        (SHORTEST..=LONGEST).contains(&(end - start)).then(|| Reading {
            gain: between(&upwards_before, start, end - 1),
            first: end - 1,
            last: start,
        })
    };
    let tie = |i: usize| i.checked_sub(1).map_or(0, upwards);
    let pages = pages::find(&links, &sure, read, tie, |_| true);
    for (start, end) in suspects {
        log.tell(SUSPECTED, text.source_of(start, end), format!("{} lines", end - start));
    }
    for (start, end) in pages {
        turn(text, start, end);
        log.tell(KIND, text.source_of(start, end), format!("{} lines", end - start));
    }
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
