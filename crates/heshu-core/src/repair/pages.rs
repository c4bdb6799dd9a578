//! Where pages begin and end whose lines stand in the wrong order: of all ways to divide a stretch of text into
//! pieces, some read as they stand and some in another order, the one by which the whole reads on best.

use super::links::{Links, between, sums};
use crate::order;
use std::ops::RangeInclusive;

/// Borders are sought this far before and after what the lines themselves tell.
const REACH: usize = 12;
/// Within a stretch, of so many lines
const BLOCK: usize = 16;
/// this many are tried as the first of a page: those that belong least to the line before.
const TRIED: usize = 4;
/// What a border costs, in quarter-nats, that nothing marks and that parts two pages in disorder.
const UNMARKED: i32 = 28;

/// Pages of two columns have so many lines, of both columns together.
pub const OF_COLUMNS: RangeInclusive<usize> = 8..=160;
/// So many ways to a border are followed further: the best without a page that ends there, and those with one.
const KEPT: usize = 4;
/// What it costs more that the border parts two such pages: they may be one.
const PARTED: i32 = 16;
/// What it is worth, in quarter-nats, that a page has as many lines as others.
const USUAL: i32 = 28;

/// How a piece reads in another order than its lines stand.
pub struct Reading {
    /// How well its lines read on, in quarter-nats.
    pub gain: i32,
    /// The line that is then its first.
    pub first: usize,
    /// The line that is then its last.
    pub last: usize,
}

/// The way to a border: a piece that ends there, and the best way to where it begins.
struct Way {
    /// The last line read.
    last: Option<usize>,
    value: i32,
    in_disorder: bool,
    /// The border where the piece begins, and the way that leads there.
    from: Option<(usize, usize)>,
}

/// The pages of so many lines, among the lines of these stretches, that read better in the order of `read`; `tie` tells
/// how well a line and the ones before it belong to one such page, `may_begin` whether a page can begin with a line.
pub fn find(
    links: &Links,
    stretches: &[(usize, usize)],
    lengths: &RangeInclusive<usize>,
    read: impl Fn(usize, usize) -> Option<Reading>,
    tie: impl Fn(usize) -> i32,
    may_begin: impl Fn(usize) -> bool,
) -> Vec<(usize, usize)> {
    let mut pages = Vec::new();
    let mut stretches = stretches.iter().copied().peekable();
    while let Some((start, mut end)) = stretches.next() {
        let mut borders = ends(links, start);
        borders.extend(within(links, (start, end), &tie));
        borders.extend(ends(links, end));
        // Those close to each other are divided together.
        while let Some((next, next_end)) = stretches.next_if(|(next, _)| *next <= end + 2 * REACH) {
            borders.extend(ends(links, next));
            borders.extend(within(links, (next, next_end), &tie));
            borders.extend(ends(links, next_end));
            end = next_end;
        }
        borders.retain(|b| may_begin(*b));
        order::ascending(&mut borders);
        borders.dedup();
        let found = divide(links, &borders, lengths, &read);
        pages.extend(match usual_length(&found) {
            Some(length) => again(links, borders, &found, length, lengths, &read),
            None => found,
        });
    }
    pages
}

/// How many lines most of these pages have, where three or more have as many.
fn usual_length(pages: &[(usize, usize)]) -> Option<usize> {
    let mut lengths: Vec<usize> = pages.iter().map(|(start, end)| end - start).collect();
    order::ascending(&mut lengths);
    let runs = lengths.chunk_by(|a, b| a == b).filter(|run| run.len() >= 3);
    runs.max_by_key(|run| run.len()).and_then(|run| run.first().copied())
}

/// Divides once more, where pages as long as most are likelier than others.
fn again(
    links: &Links,
    mut borders: Vec<usize>,
    found: &[(usize, usize)],
    length: usize,
    lengths: &RangeInclusive<usize>,
    read: impl Fn(usize, usize) -> Option<Reading>,
) -> Vec<(usize, usize)> {
    let (first, last) = (borders.first().copied().unwrap_or(0), borders.last().copied().unwrap_or(0));
    let beside = |(start, end): &(usize, usize)| [start + length, end.saturating_sub(length), *start, *end];
    borders.extend(found.iter().flat_map(beside).filter(|b| (first..=last).contains(b)));
    order::ascending(&mut borders);
    borders.dedup();
    divide(links, &borders, lengths, |start, end| {
        let reading = read(start, end)?;
        let usual = if end - start == length { USUAL } else { 0 };
        Some(Reading { gain: reading.gain + usual, ..reading })
    })
}

/// The borders about the end of a stretch, as far as lines may be moved.
fn ends(links: &Links, at: usize) -> Vec<usize> {
    let before = (at.saturating_sub(REACH)..at).rev().take_while(|i| !links.is_fixed(*i)).count();
    let after = (at..links.len().min(at + REACH)).take_while(|i| !links.is_fixed(*i)).count();
    (at - before..=at + after).collect()
}

/// The likeliest borders within a stretch: marked ones first, then those with the weakest tie.
fn within(links: &Links, (start, end): (usize, usize), tie: impl Fn(usize) -> i32) -> Vec<usize> {
    let mut found = Vec::new();
    for block in (start..end).step_by(BLOCK) {
        let mut borders: Vec<(i32, usize)> = (block..end.min(block + BLOCK))
            .map(|i| (if links.begins_page(i) { i32::MIN } else { tie(i) }, i))
            .collect();
        order::ascending(&mut borders);
        found.extend(borders.into_iter().take(TRIED).map(|(_, i)| i));
    }
    found
}

/// The pieces in disorder of the best division at these borders.
fn divide(
    links: &Links,
    borders: &[usize],
    lengths: &RangeInclusive<usize>,
    read: impl Fn(usize, usize) -> Option<Reading>,
) -> Vec<(usize, usize)> {
    let (Some(start), Some(end)) = (borders.first().copied(), borders.last().copied()) else {
        return Vec::new();
    };
    let plain =
        sums(end - start, |i| if i + 1 < end - start { links.link(start + i, start + i + 1) } else { 0 });
    let mut ways: Vec<Vec<Way>> = borders.iter().map(|_| Vec::new()).collect();
    if let Some(first) = ways.first_mut() {
        first.push(Way { last: start.checked_sub(1), value: 0, in_disorder: false, from: None });
    }
    for (i, from) in borders.iter().copied().enumerate() {
        let Some(mut here) = ways.get_mut(i).map(std::mem::take) else { continue };
        order::by_key(&mut here, |way| (way.in_disorder, -way.value));
        here.truncate(KEPT);
        let best = |first: usize, in_disorder: bool| {
            let value = |way: &Way| {
                let seam = way.last.map_or_else(|| links.opens(first), |last| links.link(last, first));
                way.value
                    + seam
                    + border(links, from, usize::from(way.in_disorder) + usize::from(in_disorder))
            };
            here.iter().enumerate().map(|(k, way)| (value(way), k)).max_by_key(|(value, _)| *value)
        };
        let entry = best(from, false);
        let reached = |to: &usize| to - from <= *lengths.end();
        for (j, to) in borders.iter().copied().enumerate().skip(i + 1).take_while(|(_, to)| reached(to)) {
            let Some(there) = ways.get_mut(j) else { continue };
            if let Some((value, k)) = entry {
                let value = value + between(&plain, from - start, to - start - 1);
                let way = Way { last: to.checked_sub(1), value, in_disorder: false, from: Some((i, k)) };
                // Of those that end alike only the best can be part of the best division.
                match there.iter_mut().find(|way| !way.in_disorder) {
                    Some(other) if other.value >= value => {}
                    Some(other) => *other = way,
                    None => there.push(way),
                }
            }
            if lengths.contains(&(to - from))
                && let Some(reading) = read(from, to)
                && let Some((value, k)) = best(reading.first, true)
            {
                let value = value + reading.gain;
                there.push(Way { last: Some(reading.last), value, in_disorder: true, from: Some((i, k)) });
            }
        }
        if let Some(place) = ways.get_mut(i) {
            *place = here;
        }
    }
    trace(links, borders, &ways)
}

/// Goes the best way back.
fn trace(links: &Links, borders: &[usize], ways: &[Vec<Way>]) -> Vec<(usize, usize)> {
    let (Some(last), Some(end)) = (ways.last(), borders.last()) else { return Vec::new() };
    let value = |way: &Way| {
        let seam = way.last.map_or(0, |last| links.link(last, *end));
        way.value + seam + border(links, *end, usize::from(way.in_disorder))
    };
    let mut at = last.iter().enumerate().max_by_key(|(_, way)| value(way)).map(|(k, _)| (ways.len() - 1, k));
    let mut pages = Vec::new();
    while let Some((i, k)) = at {
        let Some(way) = ways.get(i).and_then(|ways| ways.get(k)) else { break };
        if way.in_disorder
            && let Some((from, _)) = way.from
            && let (Some(start), Some(end)) = (borders.get(from), borders.get(i))
        {
            pages.push((*start, *end));
        }
        at = way.from;
    }
    pages.reverse();
    pages
}

/// What a border is worth on whose sides so many pieces are in disorder.
fn border(links: &Links, before: usize, in_disorder: usize) -> i32 {
    match in_disorder {
        0 => 0,
        _ if links.begins_page(before) => links.border(before),
        1 => -UNMARKED,
        _ => -UNMARKED - PARTED,
    }
}

#[cfg(test)]
mod tests {
    use super::super::measures::Measures;
    use super::super::testing::{lines_of, prose};
    use super::*;

    /// The reversed pages that are found, if all but a few lines at both ends are suspected.
    fn reversed(lines: &[String]) -> Vec<(usize, usize)> {
        let text = lines_of(&lines.join("\n"));
        let links = Links::of(&text, &Measures::of(&text));
        let upwards = sums(links.len() - 1, |i| links.link(i + 1, i));
        let read = |start: usize, end: usize| {
            Some(Reading { gain: between(&upwards, start, end - 1), first: end - 1, last: start })
        };
        let tie = |i: usize| i.checked_sub(1).map_or(0, |i| links.link(i + 1, i));
        find(&links, &[(6, links.len() - 6)], &(8..=40), read, tie, |_| true)
    }

    #[test]
    fn pages_are_found_wherever_they_begin_and_end() {
        let clean = prose(16, 33);
        assert_eq!(reversed(&clean), []);
        for pages in [vec![(0, 12)], vec![(7, 22)], vec![(12, 33)], vec![(0, 33)], vec![(4, 15), (19, 33)]] {
            let mut lines = clean.clone();
            for (start, end) in &pages {
                lines[*start..*end].reverse();
            }
            assert_eq!(reversed(&lines), pages);
        }
    }

    #[test]
    fn a_page_has_no_fewer_lines_than_it_may_have() {
        let mut lines = prose(16, 33);
        lines[10..16].reverse();
        assert_eq!(reversed(&lines), []);
    }

    #[test]
    fn a_form_feed_tells_where_one_page_ends_and_the_next_begins() {
        let mut lines = prose(16, 36);
        lines[0..18].reverse();
        lines[18..36].reverse();
        lines[18].insert(0, '\u{c}');
        assert_eq!(reversed(&lines), [(0, 18), (18, 36)]);
    }

    #[test]
    fn the_length_of_most_pages_is_known() {
        assert_eq!(usual_length(&[(0, 20), (20, 40), (40, 60), (70, 83)]), Some(20));
        assert_eq!(usual_length(&[(0, 20), (20, 40), (40, 53)]), None);
    }
}
