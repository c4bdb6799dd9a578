//! 总产量由2015年的10.7亿斤增加到13.2亿斤: two levels of one thing, a period apart.

use super::super::draft::{Amount, Draft};
use super::super::reader::Reader;
use super::naming;

pub fn read(reader: &mut Reader<'_>, i: usize) -> usize {
    let Some((cell, lead)) = reader.at(i) else { return 0 };
    let words = reader.words(cell.lead.clone());
    let Some((at, opener)) = opener(words) else { return 0 };
    let Some((next, next_lead)) = reader.at(i + 1) else { return 0 };
    if !next_lead.moved || !next_lead.subject.is_empty() || reader.is_change(i + 1) {
        return 0;
    }
    let same = next.quantity.measure.map(|u| u.dimension) == cell.quantity.measure.map(|u| u.dimension);
    if !same {
        return 0;
    }
    let (quantity, next_quantity, next_lead) = (cell.quantity, next.quantity, next_lead.clone());
    let mut lead = lead.clone();
    // The name stands before 由; what stands behind it says when.
    let start = cell.lead.start;
    let front = super::super::lead::read(reader.text, start..start + at, quantity);
    lead.subject = front.subject.clone();
    lead.force = lead.force.or(front.force);
    let year = year_in(words.get(at + opener.len()..).unwrap_or_default());
    let subject = reader.words(lead.subject.clone()).to_owned();
    let name = naming::name(reader, i, &subject, &lead);
    let start = if lead.subject.is_empty() { quantity.range.start } else { lead.subject.start };

    let mut first = Draft::new(name.text.clone(), &lead, start..quantity.range.end, "moved");
    first.level = Some(Amount::level(quantity));
    first.period = year.map(|year| (year, year));
    first.from = year.is_none();
    first.doubt = name.doubt;
    first.attains = true;
    let mut second = Draft::new(name.text, &lead, start..next_quantity.range.end, "moved");
    second.level = Some(Amount::level(next_quantity));
    second.doubt = name.doubt;
    second.attains = true;
    second.period =
        year_in(reader.words(quantity.range.end..next_quantity.range.start)).map(|year| (year, year));
    second.force = second.force.or(next_lead.force);
    reader.drafts.push(first);
    reader.drafts.push(second);
    2
}

/// Where 由 or 从 opens the movement, nearest to the number.
fn opener(words: &str) -> Option<(usize, &'static str)> {
    ["由", "从"]
        .into_iter()
        .filter_map(|word| words.rfind(word).map(|at| (at, word)))
        .max_by_key(|(at, _)| *at)
        .filter(|(at, word)| {
            let between = words.get(at + word.len()..).unwrap_or_default().trim();
            let before = words.get(..*at).and_then(|s| s.chars().next_back());
            between.chars().count() <= 12
                && !before.is_some_and(|c| "自理缘事服".contains(c))
                && (between.is_empty()
                    || between.ends_with('的')
                    || between.ends_with(['年', '末', '底', '初', '前'])
                    || between == "原来")
        })
}

/// The first year written with four figures.
pub fn year_in(words: &str) -> Option<i32> {
    let bytes: Vec<(usize, char)> = words.char_indices().collect();
    bytes.windows(5).find_map(|w| match w {
        [(start, a), _, _, (_, d), (end, '年')] if a.is_ascii_digit() && d.is_ascii_digit() => {
            words.get(*start..*end).and_then(|n| n.parse().ok()).filter(|y| (1949..2100).contains(y))
        }
        _ => None,
    })
}
