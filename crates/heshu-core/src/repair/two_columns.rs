//! Pages of two columns whose lines were taken across: one of the left, one of the right, and so on.

use super::buffer::Log;
use super::lines::{Line, Lines};
use super::links::{Links, between, sums};
use super::measures::Measures;
use super::pages::{self, Reading};

/// The kind under which it is reported.
pub const KIND: &str = "two_columns";
/// The least gain, in quarter-nats, that makes lines alternate.
const ENOUGH: i32 = 80;
/// So well, line by line, the columns have to read: lists of links and dates alternate too.
const READS_ON: i32 = 3;

/// Puts the left column before the right one.
#[inline(never)]
pub fn repair(text: &mut Lines, measures: &Measures, log: &mut Log) {
    if !log.allows(KIND) || text.lines.len() < 6 {
        return;
    }
    let links = Links::of(text, measures);
    let gain = |i: usize| links.link(i, i + 2) - links.link(i, i + 1);
    let stretches = links.stretches(ENOUGH, gain);
    if stretches.is_empty() {
        return;
    }
    let over = sums(links.len(), |i| links.link(i, i + 2));
    let sure: Vec<_> = stretches
        .into_iter()
        .filter(|(start, end)| links.were_broken(*start, *end))
        .filter(|(start, end)| between(&over, *start, end - 2) >= READS_ON * (end - start) as i32)
        .collect();
    let read = |start: usize, end: usize| {
        let (left, right) =
            if (end - start).is_multiple_of(2) { (end - 2, end - 1) } else { (end - 1, end - 2) };
        let gain = between(&over, start, end - 2) + links.link(left, start + 1);
        Some(Reading { gain, first: start, last: right })
    };
    let tie = |i: usize| i.checked_sub(2).map_or(0, |before| between(&over, before, before + 2));
    let pages = pages::find(&links, &sure, &pages::OF_COLUMNS, read, tie, |_| true);
    for (start, end) in pages {
        let Some(page) = text.lines.get_mut(start..end) else { continue };
        let left = page.iter().step_by(2);
        let mut ordered: Vec<Line> = left.chain(page.iter().skip(1).step_by(2)).copied().collect();
        for (i, line) in ordered.iter_mut().enumerate() {
            line.page &= i == 0;
        }
        page.copy_from_slice(&ordered);
        let source = text.source_of(start, end);
        log.tell(KIND, source, format!("{} lines", end - start));
    }
}
