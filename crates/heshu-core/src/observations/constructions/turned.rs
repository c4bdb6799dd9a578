//! 由上年增长5.6%转为下降1.2%; A、B由上年分别增长x、y，减为增长z、w: the growth of one period and of the next.

use super::super::cell::Gap;
use super::super::draft::Draft;
use super::super::lead;
use super::super::phrase;
use super::super::reader::Reader;
use super::naming;

pub fn read(reader: &mut Reader<'_>, i: usize) -> usize {
    let Some((cell, lead)) = reader.at(i) else { return 0 };
    let Some(sign) = lead.change.filter(|_| reader.is_change(i)) else { return 0 };
    let words = reader.words(cell.lead.start..lead.change_end);
    let Some(at) = words.rfind(['由', '从']) else { return 0 };
    if words.get(at..).is_none_or(|between| between.chars().count() > 16) {
        return 0;
    }
    let run = reader.run(i);
    let then = i + run;
    let Some((next, turn)) = reader.at(then) else { return 0 };
    let turns = turn.change.is_some() && turn.attains && turn.subject.is_empty() && next.gap <= Gap::Comma;
    let count = reader.run(then);
    if !turns || !reader.is_change(then) || !(count == run || count == 1) {
        return 0;
    }
    let (before, turn) = (lead.clone(), turn.clone());
    let front = lead::read(reader.text, cell.lead.start..cell.lead.start + at, cell.quantity);
    let subject = reader.words(front.subject.clone()).to_owned();
    let listed = phrase::whole_names(&subject);
    let name = naming::name(reader, i, &subject, &front);
    let whole = count > 1 && listed.len() == count;
    let start = if front.subject.is_empty() { cell.lead.start } else { front.subject.start };
    for n in 0..run + count {
        let Some(quantity) = reader.cells.get(i + n).map(|cell| cell.quantity) else { break };
        let first = n < run;
        let text = match listed.get(if first { n } else { n - run }) {
            Some(listed) if whole => listed.clone(),
            _ => name.text.clone(),
        };
        let (lead, sign) = if first { (&before, sign) } else { (&turn, turn.change.unwrap_or(1)) };
        let mut draft = Draft::new(text, &front, start..quantity.range.end, "turned");
        draft.set_change(quantity, lead, sign);
        draft.from = first;
        // 由前三年分别上升x、y、z: which year each is of is not said.
        draft.doubt = if first && run > count { Some("names-and-numbers-differ") } else { name.doubt };
        reader.drafts.push(draft);
    }
    run + count
}
