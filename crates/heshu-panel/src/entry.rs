//! A report of a set.

use heshu_core::model::{Analysis, Document, Level, Span};
use heshu_core::text::Text;
use serde::{Deserialize, Serialize};

/// One report: its analysis, and what it is taken to be.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Name of the file it came from, or whatever tells it from the others.
    pub file: String,
    /// Its analysis.
    pub analysis: Analysis,
    /// The analysis' text, to be sliced by spans.
    pub text: Text,
    /// What it is taken to be: as recognised, or as a person corrected it.
    pub place: Place,
}

/// What a report is of.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The area it speaks for.
    pub region: Option<String>,
    /// The level of its government.
    pub level: Option<Level>,
    /// The year it plans for; it looks back on the one before.
    pub year: Option<i32>,
}

/// What was recognised, and the words that say so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Recognised {
    /// What the report is of.
    pub place: Place,
    /// UTF-16 spans over the analysis' text: the title, the region, the year, each where it is first said.
    pub because: Vec<Span>,
}

impl Entry {
    /// A report as it recognises itself.
    pub fn new(file: impl Into<String>, analysis: Analysis) -> Self {
        let place = Place::of(&analysis.document);
        let text = Text::new(analysis.text.clone());
        Self { file: file.into(), analysis, text, place }
    }

    /// What it says it is of, and the words that say so.
    pub fn recognise(&self) -> Recognised {
        let document = &self.analysis.document;
        let year = document.report_year.map(|year| year.to_string());
        let said = [document.title.as_deref(), document.region.as_deref(), year.as_deref()];
        let mut because: Vec<Span> = said
            .into_iter()
            .flatten()
            .filter_map(|words| self.text.as_str().find(words).map(|at| self.text.span(at..at + words.len())))
            .collect();
        because.sort_by_key(|span| span.start);
        because.dedup();
        Recognised { place: Place::of(document), because }
    }

    /// The year looked back on.
    pub fn review_year(&self) -> Option<i32> {
        let document = &self.analysis.document;
        // A corrected year moves the year before it along.
        match (self.place.year, document.report_year, document.review_year) {
            (Some(year), Some(read), Some(review)) => Some(review + (year - read)),
            (year, _, review) => review.or(year.map(|y| y - 1)),
        }
    }
}

impl Place {
    /// What a report says of itself.
    pub fn of(document: &Document) -> Self {
        Self { region: document.region.clone(), level: document.level, year: document.report_year }
    }

    /// Whether both are of one area: 盐田区 and 深圳市盐田区 are.
    pub fn same_area(&self, other: &Self) -> bool {
        let (Some(a), Some(b)) = (&self.region, &other.region) else { return false };
        (a.ends_with(b.as_str()) || b.ends_with(a.as_str())) && self.level == other.level
    }

    /// Whether `next` is the same area's report of the year after.
    pub fn is_followed_by(&self, next: &Self) -> bool {
        self.same_area(next) && self.year.zip(next.year).is_some_and(|(year, after)| year + 1 == after)
    }
}

/// The pairs of consecutive years of one area: which is the earlier, which the later.
pub fn consecutive(places: &[Place]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (i, earlier) in places.iter().enumerate() {
        let next = places.iter().position(|later| earlier.is_followed_by(later));
        pairs.extend(next.map(|j| (i, j)));
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::entry;

    #[test]
    fn neighbours_are_one_area_a_year_apart() {
        let place = |region: &str, year| Place {
            region: Some(region.into()),
            level: Some(Level::County),
            year: Some(year),
        };
        assert!(place("甲市乙区", 2022).is_followed_by(&place("乙区", 2023)));
        assert!(!place("甲市乙区", 2022).is_followed_by(&place("乙区", 2024)));
        assert!(!place("甲市乙区", 2022).is_followed_by(&place("甲市丙区", 2023)));
        assert!(!Place::default().same_area(&Place::default()));
    }

    #[test]
    fn what_is_recognised_is_quoted() {
        let entry = entry(
            "甲县政府工作报告\n各位代表：\n2023年，全县地区生产总值100亿元。\n2024年，地区生产总值增长6%。",
        );
        let found = entry.recognise();
        assert_eq!(found.place.region.as_deref(), Some("甲县"));
        let words: Vec<&str> = found.because.iter().map(|span| entry.text.slice(*span)).collect();
        assert!(words.contains(&"甲县") || words.contains(&"甲县政府工作报告"), "{words:?}");
    }

    #[test]
    fn a_corrected_year_moves_the_year_looked_back_on() {
        let mut entry = entry(
            "甲县政府工作报告\n各位代表：\n一、2023年工作回顾\n2023年，地区生产总值100亿元。\n二、2024年工作安排\n2024年，地区生产总值增长6%。",
        );
        assert_eq!(entry.review_year(), Some(2023));
        entry.place.year = Some(2020);
        assert_eq!(entry.review_year(), Some(2019));
    }
}
