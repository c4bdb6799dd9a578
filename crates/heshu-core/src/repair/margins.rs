//! Page numbers, heads and feet of pages whose lines have known places: what stands first or last on its page
//! and either apart from the text, or at the same height on other pages.

use super::lines::{Lines, Set};
use super::page_furniture::{HEAD, NUMBER, page_number, words_of};
use super::sheets::{median, sheets};
use crate::order;
use std::collections::HashMap;

/// So many rows at the head and at the foot of a page may be furniture.
const ROWS: usize = 2;

/// Marks furniture.
pub fn mark(text: &Lines, numbers: bool, heads: bool, furniture: &mut [Option<&'static str>]) {
    let candidates: Vec<Candidate> = sheets(text).into_iter().flat_map(|s| candidates(text, s)).collect();
    let mut set = |i: usize, kind| {
        if let Some(place) = furniture.get_mut(i) {
            *place = Some(kind);
        }
    };
    if numbers {
        // A number counts pages if it keeps its distance to their count.
        let counted = |c: &Candidate| c.number.map(|n| (i64::from(n) - i64::from(c.set.page), c.foot));
        let mut distances: HashMap<(i64, bool), usize> = HashMap::new();
        for key in candidates.iter().filter_map(counted) {
            *distances.entry(key).or_default() += 1;
        }
        for c in &candidates {
            let counts = counted(c).and_then(|key| distances.get(&key)).is_some_and(|n| *n >= 2);
            if c.number.is_some() && (c.told || counts || (c.apart && c.outermost)) {
                set(c.line, NUMBER);
            }
        }
    }
    if heads {
        let mut alike: HashMap<(&str, bool), Vec<&Candidate>> = HashMap::new();
        for c in candidates.iter().filter(|c| c.number.is_none() && c.words.chars().count() >= 2) {
            alike.entry((&c.words, c.foot)).or_default().push(c);
        }
        for ((words, _), group) in alike {
            let level = |a: &Candidate, b: &Candidate| {
                (a.set.place.baseline - b.set.place.baseline).abs() < a.set.place.size / 2.0
            };
            let repeated = |c: &Candidate| {
                let others = group.iter().filter(|o| o.set.page != c.set.page && level(c, o)).take(2).count();
                others >= 2 || others == 1 && c.apart
            };
            // The head of the first page may be the title itself, unless a title stands below it.
            let size = group.first().map_or(f32::MAX, |c| c.set.place.size);
            let stands_elsewhere = (0..text.lines.len().min(24)).any(|i| {
                let larger = || text.set_at(i).is_some_and(|s| s.place.size > size * 1.2);
                let other = words_of(text.at(i));
                let alike = || share_words(words, &other);
                !group.iter().any(|c| c.line == i) && (larger() || alike())
            });
            for c in group.iter().filter(|c| repeated(c)) {
                if c.line >= 12 || stands_elsewhere || c.foot {
                    set(c.line, HEAD);
                }
            }
        }
    }
}

/// Whether four characters in a row stand in both.
fn share_words(one: &str, other: &str) -> bool {
    let starts = one.char_indices().map(|(at, _)| at);
    let ends = one.char_indices().map(|(at, _)| at).chain([one.len()]).skip(4);
    starts.zip(ends).any(|(start, end)| one.get(start..end).is_some_and(|four| other.contains(four)))
}

/// A line at the head or the foot of its page.
struct Candidate {
    line: usize,
    set: Set,
    foot: bool,
    /// Whether nothing stands beyond it.
    outermost: bool,
    /// Whether more space than between lines parts it from the text.
    apart: bool,
    number: Option<u32>,
    /// Whether marks or words say that the number is a page's.
    told: bool,
    words: String,
}

fn candidates(text: &Lines, sheet: std::ops::Range<usize>) -> Vec<Candidate> {
    let mut lines: Vec<(usize, Set)> = sheet.filter_map(|i| Some((i, text.set_at(i)?))).collect();
    order::by(&mut lines, |a, b| a.1.place.baseline.total_cmp(&b.1.place.baseline).is_le());
    let mut rows: Vec<Vec<(usize, Set)>> = Vec::new();
    for (i, set) in lines {
        let row = rows.last_mut().filter(|row| {
            row.first().is_some_and(|(_, s)| set.place.baseline - s.place.baseline < set.place.size * 0.4)
        });
        match row {
            Some(row) => row.push((i, set)),
            None => rows.push(vec![(i, set)]),
        }
    }
    let height = |k: usize| rows.get(k).and_then(|r| r.first()).map(|(_, s)| s.place.baseline);
    let step = |k: usize| Some(height(k + 1)? - height(k)?);
    // On a page with two lines nothing tells how far apart lines stand.
    let pitch = median((0..rows.len()).filter_map(step)).filter(|_| rows.len() > 3).unwrap_or(f32::MAX);
    let mut found = Vec::new();
    for (k, row) in rows.iter().enumerate() {
        let last = rows.len() - 1 - k;
        if k >= ROWS && last >= ROWS {
            continue;
        }
        let foot = last < ROWS && last <= k;
        let inner = if foot { k.checked_sub(1).and_then(step) } else { step(k) };
        for (i, set) in row {
            let number = page_number(text.at(*i));
            found.push(Candidate {
                line: *i,
                set: *set,
                foot,
                outermost: k == 0 || last == 0,
                apart: inner.is_some_and(|gap| gap > pitch * 1.3) && row.len() <= 2,
                number: number.map(|(n, _)| n),
                told: number.is_some_and(|(_, told)| told),
                words: words_of(text.at(*i)),
            });
        }
    }
    found
}
