//! Outline: what the report is, its sections and what each of them is for.
//!
//! [`head`] and [`region`] and [`dates`] read what the report is, [`sections`] its headings, [`parts`] what each
//! stretch is for, [`commitments`] its promises. The words that all of them look for stand in `data/outline.toml`.

mod commitments;
mod dates;
mod head;
pub mod lines;
pub mod marks;
pub mod numerals;
mod parts;
mod region;
mod sections;
mod words;

use crate::model::{Commitment, Document, Observation, Part, Section};
use crate::text::{Text, signs};
use lines::Line;

/// What the report is and how it is divided.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// What the report says of itself.
    pub document: Document,
    /// Its sections, a tree flattened in reading order.
    pub sections: Vec<Section>,
    /// What each stretch of the text is for, in order, without gaps: byte offset where it begins, and its part.
    /// Finer than the sections: problems and goals often stand inside a section without a heading of their own.
    pub parts: Vec<(usize, Part)>,
    /// The years that a stretch speaks of where its sentences name none, first and last: byte offset where it begins.
    /// 过去五年工作回顾 of a report for 2022 gives 2017 to 2021, its 2022年重点工作 2022 to 2022.
    pub horizons: Vec<(usize, (i32, i32))>,
}

impl Outline {
    /// The part that a byte offset lies in.
    pub fn part_at(&self, byte: usize) -> Part {
        parts::part_at(&self.parts, byte)
    }

    /// The years, first and last, that the text at a byte offset speaks of unless it says otherwise.
    pub fn years_at(&self, byte: usize) -> Option<(i32, i32)> {
        let after = self.horizons.partition_point(|(start, _)| *start <= byte);
        after.checked_sub(1).and_then(|i| self.horizons.get(i)).map(|(_, years)| *years)
    }
}

/// Reads the outline of a repaired text.
pub fn read(text: &Text) -> Outline {
    read_with_notes(text, None)
}

/// The same, where from a byte offset on there are only notes.
pub fn read_with_notes(text: &Text, notes: Option<usize>) -> Outline {
    let source = text.as_str();
    let head = head::read(source);
    let mut body: Vec<Line<'_>> = lines::lines(source.get(head.end..).unwrap_or_default());
    for line in &mut body {
        line.start += head.end;
    }
    let end = annex_start(&body, source.len()).min(notes.unwrap_or(source.len()));
    let main: Vec<Line<'_>> = body.iter().copied().filter(|l| l.start < end).collect();
    let headings = sections::headings(&main);
    let main_text = source.get(head.end..end).unwrap_or_default();
    let titles = headings.iter().filter(|h| h.style <= marks::Style::HanParen).map(|h| h.title);
    let plan = sections::plan_start(&headings).and_then(|at| at.checked_sub(head.end));
    let years = dates::read(&head, titles, main_text, plan);
    let (region, level) = region::read(&head, main_text);
    let mut sections = sections::nest(text, &headings, end);
    let parts = parts::divide(head.end..end, &body, &headings, &sections);
    if let Some(annex) = body.iter().find(|l| l.start >= end) {
        sections.push(Section {
            level: 1,
            number: None,
            title: annex.text.chars().take(30).collect(),
            part: Part::Annex,
            span: text.span(annex.start..source.len()),
            parent: None,
        });
    }
    let horizons = years.map_or_else(Vec::new, |years| dates::horizons(years, &headings, &parts));
    let spaces = signs(source).filter(|(_, c)| c.is_whitespace()).count();
    let document = Document {
        title: head.title,
        region,
        level,
        report_year: years.map(|(report, _)| report),
        review_year: years.map(|(_, review)| review),
        delivered_on: head.delivered_on,
        session: head.session,
        speaker: head.speaker,
        characters: u32::try_from(source.chars().count() - spaces).unwrap_or(u32::MAX),
    };
    Outline { document, sections, parts, horizons }
}

/// Byte offset where the report proper ends and annexes or the rest of a web page begin.
fn annex_start(body: &[Line<'_>], end: usize) -> usize {
    let Some(first) = body.first() else { return end };
    let earliest = first.start + (end - first.start) * 2 / 5;
    let is_annex = |line: &&Line<'_>| {
        let shell = words::SHELL.begins(line.text);
        let short = line.text.chars().count() <= 30;
        let title = short
            && !line.text.ends_with(['。', '；'])
            && words::HEADING_ANNEX
                .iter()
                .any(|w| line.text.starts_with(w) || w.chars().count() >= 4 && line.text.contains(w));
        shell || title
    };
    body.iter().filter(|l| l.start >= earliest).find(is_annex).map_or(end, |l| l.start)
}

/// Whether words announce the goals of a year: 主要预期目标是.
pub fn announces_targets(words: &str) -> bool {
    words::any(&words::TARGETS_CUE, words)
}

/// The promises of the report, each with the observations that stand in it.
pub fn commitments(text: &Text, outline: &Outline, observations: &[Observation]) -> Vec<Commitment> {
    commitments::read(text, &outline.parts, observations)
}

#[cfg(test)]
mod tests;
