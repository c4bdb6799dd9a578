//! 旅游收入在上年105亿元的基础上增长20%，达到126亿元: what something grows from, by how much, and to what.

use super::super::cell::Gap;
use super::super::draft::{Amount, Draft};
use super::super::lead;
use super::super::reader::Reader;
use super::{moved, naming};

pub fn read(reader: &mut Reader<'_>, i: usize) -> usize {
    let (Some((cell, _)), Some((next, _))) = (reader.at(i), reader.at(i + 1)) else { return 0 };
    let (base, quantity) = (cell.quantity, next.quantity);
    let words = reader.words(cell.lead.clone());
    let behind = reader.words(base.range.end..quantity.range.start);
    let rest = ["的基础上", "基础上"].iter().find_map(|word| behind.strip_prefix(word));
    let (Some((at, when)), Some(rest)) = (opener(words), rest) else { return 0 };
    let grown = lead::read(reader.text, quantity.range.start - rest.len()..quantity.range.start, quantity);
    if !grown.subject.is_empty() || next.gap > Gap::Comma || (grown.change.is_none() && !grown.moved) {
        return 0;
    }
    let front = lead::read(reader.text, cell.lead.start..cell.lead.start + at, base);
    let subject = reader.words(front.subject.clone()).trim();
    if subject.is_empty() {
        return 0;
    }
    let when = moved::year_in(when).map(|year| (year, year));
    // 基础上 is no noun that the number counts.
    if let Some(cell) = reader.cells.get_mut(i) {
        cell.tail.end = cell.tail.start;
    }
    let name = naming::name(reader, i, subject, &front);
    let draft = |end: usize| {
        let mut draft = Draft::new(name.text.clone(), &front, front.subject.start..end, "based");
        draft.doubt = name.doubt;
        draft.force = front.force.or(grown.force);
        draft
    };
    let mut first = draft(base.range.end);
    first.level = Some(Amount::level(base));
    first.period = when;
    first.from = true;
    let mut second = draft(quantity.range.end);
    match grown.change {
        Some(sign) => second.set_change(quantity, &grown, naming::sign(&name.text, sign, grown.better)),
        None => second.level = Some(Amount::level(quantity)),
    }
    reader.drafts.push(first);
    reader.drafts.push(second);
    2
}

/// Where 在 opens the base, and the words between it and the number, which say when that was.
fn opener(words: &str) -> Option<(usize, &str)> {
    let at = words.rfind('在')?;
    let when = words.get(at + '在'.len_utf8()..)?.trim();
    let named = ["去年", "上年", "原有", "原来", "现有"].iter().any(|word| when.starts_with(word));
    let told = when.is_empty() || named || when.ends_with(['年', '末', '底', '初', '的']);
    (told && when.chars().count() <= 12).then_some((at, when))
}
