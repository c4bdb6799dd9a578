//! 总产量由2015年的10.7亿斤增加到13.2亿斤; A、B分别从x1、x2提高到y1、y2: levels of one thing or several, a
//! period apart.

use super::super::cell::Gap;
use super::super::draft::{Amount, Draft};
use super::super::lead::{self, Lead};
use super::super::phrase;
use super::super::reader::Reader;
use super::naming;
use crate::lexicon;
use crate::quantities::Form;

pub fn read(reader: &mut Reader<'_>, i: usize) -> usize {
    let Some((cell, lead)) = reader.at(i) else { return 0 };
    let words = reader.words(cell.lead.clone());
    let ranked = cell.quantity.form == Form::Rank;
    let Some((at, opener)) = opener(words, ranked) else { return 0 };
    let run = reader.run(i);
    let Some((next, next_lead)) = reader.at(i + run) else { return 0 };
    // 由12%降至0: none is of whatever it was.
    let none = run == 1 && next.quantity.value.is_zero() && next.quantity.unit.is_empty();
    let same =
        none || next.quantity.measure.map(|u| u.dimension) == cell.quantity.measure.map(|u| u.dimension);
    // 由261项压减合并至182项: only verbs stand before 至.
    let verbs = reader.subject(i + run);
    let bare = verbs.is_empty()
        || verbs.chars().count() <= 6
            && next.gap == Gap::Direct
            && [&lexicon::ACTION, &lexicon::UP, &lexicon::DOWN]
                .iter()
                .any(|words| words.begins(verbs).is_some())
            && lexicon::HEAD.ends(verbs).is_none();
    let arrives = (next_lead.moved || next_lead.reaches) && bare && next.gap <= Gap::Comma;
    if !arrives || !same || reader.is_change(i + run) || reader.run(i + run) < run {
        return 0;
    }
    // The name stands before 由; what stands behind it says when.
    let front = lead::read(reader.text, cell.lead.start..cell.lead.start + at, cell.quantity);
    let force = lead.force.or(front.force).or(next_lead.force);
    // …由2002年的x增加到2007年的y，…由z增加到w: the second movement runs as long as the first.
    let said = year_in(words.get(at + opener.len()..).unwrap_or_default());
    let before = reader.here().iter().rev().find(|draft| draft.from).and_then(|draft| draft.period);
    let year = said.or(before.map(|(year, _)| year));
    let arrived = reader.here().iter().rev().find(|draft| draft.construction == "moved" && !draft.from);
    let until = arrived.and_then(|draft| draft.period).filter(|_| said.is_none() && before.is_some());
    let (start, names, doubt) = names(reader, i, run, &front);
    for (n, name) in names.iter().enumerate() {
        let (Some(from), Some(to)) = (reader.cells.get(i + n), reader.cells.get(i + run + n)) else { break };
        let (from, to) = (from.quantity, to.quantity);
        let mut first = Draft::new(name.clone(), &front, start..from.range.end, "moved");
        first.level = Some(Amount::level(from));
        first.period = year.map(|year| (year, year));
        first.from = true;
        let mut second = Draft::new(name.clone(), &front, start..to.range.end, "moved");
        let got = Amount::level(to);
        second.level = Some(match Amount::level(from) {
            of if none => Amount {
                unit: of.unit,
                base: of.base.map(|(_, unit)| (to.value, unit)),
                dimension: of.dimension,
                ..got
            },
            _ => got,
        });
        second.period =
            year_in(reader.words(from.range.end..to.range.start)).map(|year| (year, year)).or(until);
        for draft in [&mut first, &mut second] {
            draft.doubt = doubt;
            draft.attains = true;
            draft.reaches = true;
            draft.force = force;
        }
        reader.drafts.push(first);
        reader.drafts.push(second);
    }
    run * 2
}

/// The names of as many things as there are movements, and where their words begin.
fn names(
    reader: &Reader<'_>,
    i: usize,
    run: usize,
    front: &Lead,
) -> (usize, Vec<String>, Option<&'static str>) {
    // 增加值增速由5.2%提高到9.8%: it is the growth that moved.
    let grown = front.subject.start..front.subject.end.max(front.change_end);
    let grown = Some(reader.words(grown)).filter(|words| lexicon::CHANGE_NOUN.ends(words).is_some());
    let mut subject = grown.unwrap_or(reader.words(front.subject.clone()));
    let mut start = front.subject.start;
    if subject.is_empty() {
        // …标准，分别从每月x、y提高到…: the clause before names them.
        let intro = reader.intro(i);
        let clause = intro.rsplit(['，', '；', '：']).find(|c| !c.trim().is_empty()).unwrap_or("");
        let mut read = Lead::default();
        subject = clause.get(super::super::front::front(clause, &mut read, 0)..).unwrap_or(clause);
        start = reader.cells.get(i).map_or(start, |c| c.lead.start);
        if !clause.is_empty() {
            start = reader.cells.get(i).map_or(start, |c| c.intro.end - clause.len());
        }
    }
    if run == 1 {
        // 经费由1亿元增加到2亿元，占生产总值比重从1%提高到2%
        if subject.starts_with('占')
            && let Some(thing) = reader.here().last().map(|draft| draft.subject.clone())
        {
            return (start, vec![format!("{thing}{subject}")], None);
        }
        let told =
            reader.here().last().filter(|_| lexicon::RANKING.has(subject)).map(|draft| draft.subject.clone());
        let name = match told {
            Some(text) => naming::Name { text, ..naming::Name::default() },
            None => naming::name(reader, i, subject, front),
        };
        let ranked = reader.at(i).is_some_and(|(cell, _)| cell.quantity.form == Form::Rank);
        let text = if ranked {
            let words = reader.at(i).map_or("", |(cell, _)| reader.words(cell.lead.clone()));
            let place =
                opener(words, true).and_then(|(at, word)| words.get(at + word.len()..)).unwrap_or_default();
            let place = if place.contains('年') { "" } else { place };
            format!("{}{place}位次", name.text)
        } else {
            name.text
        };
        return (start, vec![text], name.doubt);
    }
    let names = phrase::whole_names(subject);
    if names.len() == run {
        return (start, names, None);
    }
    if let Some(names) = super::distributed::regroup(subject, run) {
        return (start, names, None);
    }
    (start, vec![subject.to_owned(); run], Some("names-and-numbers-differ"))
}

/// Where 由 or 从 opens the movement, nearest to the number; before a rank the place may stand between (由全国第9位).
fn opener(words: &str, ranked: bool) -> Option<(usize, &'static str)> {
    let last = words.char_indices().rev().find_map(|(at, c)| match c {
        '由' => Some((at, "由")),
        '从' => Some((at, "从")),
        _ => None,
    });
    last.filter(|(at, word)| {
        let between = words.get(at + word.len()..).unwrap_or_default().trim();
        let before = words.get(..*at).and_then(|s| s.chars().next_back());
        between.chars().count() <= 12
            && !before.is_some_and(|c| "自理缘事服".contains(c))
            && (between.is_empty()
                || between.starts_with('每')
                || ranked
                || between.ends_with(['的', '年', '末', '底', '初', '前'])
                || between == "原来")
    })
}

/// The first year written with four figures.
pub fn year_in(words: &str) -> Option<i32> {
    let chars: Vec<(usize, char)> = words.char_indices().collect();
    chars.windows(5).find_map(|w| match w {
        [(start, a), _, _, (_, d), (end, '年')] if a.is_ascii_digit() && d.is_ascii_digit() => {
            words.get(*start..*end).and_then(|n| n.parse().ok()).filter(|y| (1949..2100).contains(y))
        }
        _ => None,
    })
}
