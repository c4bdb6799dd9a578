//! Observations: who owns each number.
//!
//! A sentence is divided into [`cell`]s, one for each number; the words before a number are taken apart in
//! [`lead`]; the [`constructions`] turn cells into [`draft`]s; [`time`] and [`stance`] say of which year and
//! of which kind each is. What comes out are the contract's observations.

mod area;
mod basis;
mod cell;
mod constructions;
mod draft;
mod era;
mod front;
mod lead;
mod phrase;
mod reader;
mod stance;
#[cfg(test)]
mod tests;
mod time;

use crate::catalogue;
use crate::lexicon;
use crate::model::{Basis, Bound, Change, Kind, LevelValue, Number, Observation, Part};
use crate::outline::Outline;
use crate::quantities::Quantity;
use crate::repair::SourceMap;
use crate::text::Text;
use draft::{Amount, Draft};
use era::Eras;
use reader::Reader;
use stance::Setting;
use std::ops::Range;
use time::Calendar;

/// Reads the observations of a text out of its quantities. Cost is linear in the text.
pub fn extract(text: &Text, outline: &Outline, quantities: &[Quantity], map: &SourceMap) -> Vec<Observation> {
    let calendar = Calendar::new(outline);
    let mut out: Vec<Observation> = Vec::with_capacity(quantities.len());
    let mut eras = Eras::default();
    let mut next = 0;
    for line in lines(text.as_str()) {
        let mut reader = Reader::new(text.as_str());
        eras.line(line.start);
        for sentence in cell::sentences(text.as_str(), line) {
            let part = outline.part_at(sentence.start);
            eras.sentence(text.as_str(), outline, &sentence, part, calendar);
            let from = next;
            while quantities.get(next).is_some_and(|q| q.range.start < sentence.end) {
                next += 1;
            }
            let inside = quantities.get(from..next).unwrap_or_default();
            // A glossary explains, and what stands before the report or behind it is not the report.
            if inside.is_empty() || part == Part::Annex {
                continue;
            }
            reader.sentence(sentence.clone(), inside);
            let marks = time::marks(text.as_str(), sentence.clone(), calendar, stance::plans(part));
            for draft in reader.here() {
                let words = text.bytes(sentence.start..draft.at.max(sentence.start));
                let era = eras.current;
                let mark = eras.mark(&marks, draft.at, part, words);
                let mut named =
                    marks.iter().rev().filter(|mark| mark.at <= draft.at).filter_map(|mark| mark.years);
                let span = named.find(|(first, last)| first < last);
                let setting = Setting {
                    part,
                    before: words,
                    sentence: text.bytes(sentence.clone()),
                    mark,
                    span,
                    era,
                    calendar,
                };
                out.push(finish(text, outline, map, draft, &setting, out.len()));
            }
        }
    }
    out
}

/// The lines of a text, as byte ranges without their ends.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let range = start..start + line.trim_end_matches(['\n', '\r']).len();
        start += line.len();
        range
    })
}

#[inline(never)]
fn finish(
    text: &Text,
    outline: &Outline,
    map: &SourceMap,
    draft: &Draft,
    setting: &Setting<'_>,
    id: usize,
) -> Observation {
    let (kind, years) = stance::judge(draft, setting);
    let years = time::settle(draft, years, text.bytes(draft.range.clone()), setting);
    let unit = draft.level.as_ref().map(|level| level.unit.as_str());
    let region = area::wider(draft, &outline.document);
    let other = draft.of_others || region.is_some() || area::of_a_part(draft, setting.before);
    // A plain fraction has no unit and is of none of the indicators; nor is a number of other places.
    let resolve = |name: &str| catalogue::resolve(name, unit, draft.level.is_some());
    // 新建、改造公园: the first verb tells which statistic it is.
    let joined = || {
        let behind = draft.name.strip_prefix(phrase::acts(&draft.name))?;
        resolve(&format!("{}{behind}", lexicon::ACTION.begins(&draft.name)?))
    };
    let own = || resolve(area::unplaced(&draft.name, &outline.document)?);
    let indicator = resolve(&draft.name).or_else(joined).or_else(own);
    let indicator = indicator.filter(|_| unit != Some("") && !other);
    // A county's figure in a city's report bears the same name and is not the city's.
    let document = &outline.document;
    let of_governments = indicator.filter(|i| document.level.is_some_and(|level| i.usual(level).is_some()));
    let elsewhere = of_governments.and_then(|indicator| {
        area::elsewhere(&draft.name, document, |rest| resolve(rest).is_some_and(|i| i.id == indicator.id))
    });
    let of_counties = of_governments.is_some() && area::of_counties(&draft.name, document);
    let region = region.or(elsewhere.map(str::to_owned));
    let indicator = indicator.filter(|_| elsewhere.is_none() && !of_counties);
    let span = text.span(draft.range.clone());
    // Sections stand in the order in which they begin.
    let begun = outline.sections.partition_point(|s| s.span.start <= span.start);
    let section = outline.sections.iter().take(begun).rposition(|s| span.start < s.span.end);
    let theme = indicator.map(|i| i.theme).or_else(|| catalogue::theme_of(&draft.name));
    Observation {
        id: u32::try_from(id).unwrap_or(u32::MAX),
        name: draft.name.clone(),
        indicator: indicator.map(|i| i.id.to_owned()),
        theme: theme.map(str::to_owned),
        region,
        period: years
            .map(|(first, last)| if first == last { first.to_string() } else { format!("{first}/{last}") }),
        kind,
        level: draft.level.as_ref().map(|amount| level(text, amount)),
        change: draft.change.as_ref().map(|amount| {
            let basis = basis::over(draft, kind, years, setting);
            change(text, amount, basis)
        }),
        share_of: draft.share_of.clone(),
        // 争取资金3亿元 of a year past: it was got.
        commitment_force: draft.force.filter(|_| kind != Kind::Actual).map(str::to_owned),
        span,
        section: section.and_then(|s| u32::try_from(s).ok()),
        source: map.source_of(span),
        construction: draft.construction.to_owned(),
        doubt: garbled(text, &draft.range).or(draft.doubt).map(str::to_owned),
    }
}

/// Digits may be missing where characters were lost.
fn garbled(text: &Text, range: &Range<usize>) -> Option<&'static str> {
    let source = text.as_str();
    let beside = source.get(range.end..).and_then(|rest| rest.chars().next());
    let before = source.get(..range.start).and_then(|rest| rest.chars().next_back());
    let mut near = source.get(range.clone()).unwrap_or_default().chars().chain(beside).chain(before);
    near.any(crate::repair::is_lost).then_some("garbled")
}

fn level(text: &Text, amount: &Amount) -> LevelValue {
    LevelValue {
        value: Number(amount.value),
        written: amount.written.clone(),
        unit: amount.unit.clone(),
        bound: amount.bound,
        upper: amount.upper.map(Number),
        base_value: amount.base.map(|(value, _)| Number(value)),
        base_unit: amount.base.map(|(_, unit)| unit.to_owned()),
        span: text.span(amount.range.clone()),
    }
}

fn change(text: &Text, amount: &Amount, basis: Basis) -> Change {
    Change {
        value: Number(amount.value),
        written: amount.written.clone(),
        unit: amount.unit.clone(),
        bound: if amount.upper.is_some() { Bound::Range } else { amount.bound },
        upper: amount.upper.map(Number),
        basis,
        span: text.span(amount.range.clone()),
    }
}
