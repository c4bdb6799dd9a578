//! Pages whose lines stand in reverse order, as some PDF files give them.
//!
//! A page is found where its lines read on upwards better than downwards, whatever marks its borders.

use super::buffer::Log;
use super::lines::Lines;
use super::links::{Links, between, sums};
use super::measures::Measures;

/// The kind under which it is reported.
pub const KIND: &str = "reversed_page";
/// Lines that may stand in reverse order.
pub const SUSPECTED: &str = "suspicion_reversed_page";
/// The least gain, in quarter-nats, that makes a page reversed.
const ENOUGH: i32 = 60;
/// From here on the lines are suspected, told, and left as they stand.
const SUSPECT: i32 = 45;

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

/// Puts reversed pages in order.
pub fn repair(text: &mut Lines, measures: &Measures, log: &mut Log) {
    if !log.allows(KIND) || text.lines.len() < 3 {
        return;
    }
    let links = Links::of(text, measures);
    let counted = links.counted_upwards();
    let gain = |i: usize| links.link(i + 1, i) - links.link(i, i + 1) + counted.get(i).copied().unwrap_or(0);
    let stretches = links.stretches(SUSPECT, gain);
    if stretches.is_empty() {
        return;
    }
    let gains = sums(links.len().saturating_sub(1), gain);
    let worth = |start: usize, end: usize| {
        let before = start.checked_sub(1);
        let old = before.map_or(0, |b| links.link(b, start)) + links.link(end - 1, end);
        let new = before.map_or(0, |b| links.link(b, end - 1)) + links.link(start, end);
        between(&gains, start, end - 1) + new - old
    };
    let (pages, suspects): (Vec<_>, Vec<_>) = stretches
        .into_iter()
        .filter(|(start, end)| links.were_broken(*start, *end))
        .partition(|(start, end)| between(&gains, *start, end - 1) >= ENOUGH);
    let pages: Vec<_> = pages.into_iter().map(|page| links.best_borders(page, worth)).collect();
    for (start, end) in suspects {
        log.tell(SUSPECTED, text.source_of(start, end), format!("{} lines", end - start));
    }
    for (start, end) in pages {
        if let Some(page) = text.lines.get_mut(start..end) {
            page.reverse();
            let source = text.source_of(start, end);
            log.tell(KIND, source, format!("{} lines", end - start));
        }
    }
}
