//! Observations: who owns each number.
//!
//! A sentence is divided into [`cell`]s, one for each number; the words before a number are taken apart in
//! [`lead`]; the [`constructions`] turn cells into [`draft`]s; [`time`] and [`stance`] say of which year and
//! of which kind each is. What comes out are the contract's observations.

mod cell;
mod constructions;
mod draft;
mod lead;
mod phrase;
mod reader;
mod stance;
#[cfg(test)]
mod tests;
mod time;

use crate::catalogue;
use crate::model::{Bound, Change, LevelValue, Number, Observation, Part};
use crate::outline::Outline;
use crate::quantities::Quantity;
use crate::repair::SourceMap;
use crate::text::Text;
use draft::{Amount, Draft};
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
        for sentence in cell::sentences(text.as_str(), line) {
            let part = outline.part_at(sentence.start);
            eras.step(text.as_str(), outline, &sentence, part, calendar);
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
                let setting = Setting {
                    part,
                    before: words,
                    mark: marks.iter().rev().find(|mark| mark.at <= draft.at),
                    era: eras.current,
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

/// The years that a stretch of the review speaks of, in reports that look back on five years.
#[derive(Default)]
struct Eras {
    current: Option<time::Years>,
    section: Option<usize>,
}

impl Eras {
    fn step(
        &mut self,
        text: &str,
        outline: &Outline,
        sentence: &Range<usize>,
        part: Part,
        calendar: Calendar,
    ) {
        let top = outline.parts.partition_point(|(start, _)| *start <= sentence.start);
        let words = text.get(sentence.clone()).unwrap_or_default();
        if self.section != Some(top) {
            self.section = Some(top);
            if stance::plans(part) {
                self.current = None;
            }
        }
        let Some(review) = calendar.review else { return };
        let head: String = words.chars().take(26).collect();
        let short = words.chars().count() <= 26;
        if stance::plans(part) {
            let report = review + 1;
            if short && ["今后五年", "未来五年"].iter().any(|w| head.contains(w)) {
                self.current = Some((report, report + 4));
            } else if short && head.contains(&format!("{report}年")) || head.contains("今年") {
                self.current = None;
            }
            return;
        }
        // 2020年是…, or a short heading: not a year somewhere in the sentence.
        let opening = head.trim_start_matches(|c: char| "各位代表，：！、（）一二三 ".contains(c));
        let opening = ["刚刚过去的", "即将过去的", "过去的"]
            .iter()
            .find_map(|w| opening.strip_prefix(w))
            .unwrap_or(opening);
        let named = [format!("{review}年"), "过去一年".into(), "一年来".into(), "刚刚过去的一年".into()];
        let year =
            named.iter().any(|name: &String| opening.starts_with(name) || (short && head.contains(name)));
        let plan_years = head.contains("五”时期")
            || head.contains("五”期间")
            || head.contains("五时期")
            || head.contains("五”以来");
        let looks_back = ["五年来", "过去五年", "过去的五年", "五年工作", "五年回顾", "五年主要", "本届政府"];
        let five = plan_years || looks_back.iter().any(|words| head.contains(words));
        let plan = [("十一五", 2006), ("十二五", 2011), ("十三五", 2016), ("十四五", 2021)]
            .into_iter()
            .find(|(word, first)| head.contains(word) && first + 4 == review);
        if five && (short || !year) {
            self.current = Some(plan.map_or((review - 4, review), |(_, first)| (first, review)));
        } else if year {
            self.current = None;
        }
    }
}

fn finish(
    text: &Text,
    outline: &Outline,
    map: &SourceMap,
    draft: &Draft,
    setting: &Setting<'_>,
    id: usize,
) -> Observation {
    let (kind, mut years) = stance::judge(draft, setting);
    let unit = draft.level.as_ref().map(|level| level.unit.as_str());
    let indicator = catalogue::resolve(&draft.name, unit, draft.level.is_some());
    if let Some(running) = time::running(text.bytes(draft.range.clone()), setting.calendar) {
        years = Some(running);
    } else if let Some((first, last)) = years
        && first < last
    {
        let since = matches!(draft.basis, crate::model::Basis::Since | crate::model::Basis::Cumulative);
        let words = text.bytes(draft.range.clone());
        let averaged = draft.basis == crate::model::Basis::AnnualAverage || words.contains("累计");
        let level_state = draft.level.as_ref().is_some_and(|_| time::is_state(&draft.name, draft.reaches));
        // 是“十二五”时期的4.1倍 compares whole spans.
        let spans = words.contains("时期") || words.contains("期间");
        let change_state = draft.level.is_none() && since && !spans;
        if !averaged && (level_state || change_state) {
            years = Some((last, last));
        }
    }
    let span = text.span(draft.range.clone());
    let section =
        outline.sections.iter().rposition(|s| s.span.start <= span.start && span.start < s.span.end);
    let theme = indicator.map(|i| i.theme).or_else(|| catalogue::theme_of(&draft.name));
    Observation {
        id: u32::try_from(id).unwrap_or(u32::MAX),
        name: draft.name.clone(),
        indicator: indicator.map(|i| i.id.to_owned()),
        theme: theme.map(str::to_owned),
        region: None,
        period: years
            .map(|(first, last)| if first == last { first.to_string() } else { format!("{first}/{last}") }),
        kind,
        level: draft.level.as_ref().map(|amount| level(text, amount)),
        change: draft.change.as_ref().map(|amount| change(text, amount, draft)),
        share_of: draft.share_of.clone(),
        commitment_force: draft.force.map(str::to_owned),
        span,
        section: section.and_then(|s| u32::try_from(s).ok()),
        source: map.source_of(span),
        construction: draft.construction.to_owned(),
        doubt: draft.doubt.map(str::to_owned),
    }
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

fn change(text: &Text, amount: &Amount, draft: &Draft) -> Change {
    Change {
        value: Number(amount.value),
        written: amount.written.clone(),
        unit: amount.unit.clone(),
        bound: if amount.upper.is_some() { Bound::Range } else { amount.bound },
        upper: amount.upper.map(Number),
        basis: draft.basis,
        span: text.span(amount.range.clone()),
    }
}
