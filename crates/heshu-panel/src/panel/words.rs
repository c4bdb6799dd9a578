//! Shares of lists of words, as columns of a panel.

use crate::entry::Entry;
use crate::table::{Cell, Column, Kind};
use heshu_core::model::{Part, Span};
use heshu_core::views::{count_words, own_words};

/// A list of words to count in every report. What is behind the report, its glossary and tables, is not counted.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Words {
    id: String,
    name: String,
    words: Vec<String>,
}

impl Words {
    /// A list: what it is called in columns (lower-case ASCII; other characters become `_`), what people call it, and
    /// its words, apart by lines or marks.
    pub fn new(id: &str, name: &str, words: &str) -> Self {
        let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' };
        Self { id: id.chars().map(plain).collect(), name: name.to_owned(), words: own_words(words) }
    }

    /// What it is called in columns.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Whether there is nothing to count.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    pub(super) fn columns(&self) -> [Column; 3] {
        let Self { id, name, .. } = self;
        [
            Column::new(
                format!("words_{id}_hits"),
                Kind::Whole,
                format!("词表“{name}”：出现次数"),
                format!("Words of “{name}”: hits"),
            ),
            Column::new(
                format!("words_{id}_per_1000"),
                Kind::Number,
                format!("词表“{name}”：每千字次数"),
                format!("Words of “{name}”: hits in 1,000 characters"),
            ),
            Column::new(
                format!("words_{id}_percent"),
                Kind::Number,
                format!("词表“{name}”：字数占全文的百分比"),
                format!("Words of “{name}”: their characters in percent of the text"),
            ),
        ]
    }

    pub(super) fn cells(&self, entry: &Entry) -> [Cell; 3] {
        let sections = entry.analysis.sections.iter().filter(|s| s.part == Part::Annex);
        let annexes: Vec<Span> = sections.map(|s| s.span).collect();
        let count = count_words(&entry.text, &self.words, &annexes);
        let hits = count.hits();
        [
            Cell::whole(i64::try_from(hits).ok()),
            Cell::Number(count.per_thousand(hits)),
            Cell::Number(count.percent(count.hit_characters())),
        ]
    }
}
