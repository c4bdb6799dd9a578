//! What is told of several reports, ready to be drawn: tables whose cells lead back to the words, in one language.
//!
//! Whoever draws them need know nothing of targets, results or units.

mod delivery;
mod side;

pub use delivery::delivery;
pub use side::{Choice, Figures, Side, Wish, side};

use heshu_core::model::Span;
use serde::{Deserialize, Serialize};

/// A table under its heading.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grid {
    /// A short name that does not change.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What there is to say before it; may be empty.
    pub lead: String,
    /// Heads of its columns.
    pub head: Vec<String>,
    /// Its rows, each as long as the head; the first cell of each is what the row is of.
    pub rows: Vec<Vec<Cell>>,
}

/// One cell.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// What stands in it, one below the other.
    pub lines: Vec<Line>,
    /// How it is drawn.
    pub tone: Tone,
}

/// One line of a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its words.
    pub words: String,
    /// Where they come from.
    pub go: Option<Go>,
    /// A remark on the line before, not what the report says.
    pub aside: bool,
}

/// A place in a report of the set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Go {
    /// Which report.
    pub report: u32,
    /// Where in it.
    pub to: To,
}

/// What of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum To {
    /// An observation, by its id.
    Observation(u32),
    /// A promise, by its place.
    Commitment(u32),
    /// Words of the repaired text.
    Place(Span),
}

/// How a cell is drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tone {
    /// As words.
    #[default]
    Plain,
    /// As a number.
    Number,
    /// As what is well.
    Good,
    /// As what is not.
    Bad,
    /// As what is open.
    Doubt,
    /// As what is not there.
    Missing,
}

impl Cell {
    /// One line.
    pub fn of(words: impl Into<String>, tone: Tone) -> Self {
        Self { lines: vec![Line { words: words.into(), go: None, aside: false }], tone }
    }

    /// One line that leads to its words.
    pub fn to(words: impl Into<String>, go: Go, tone: Tone) -> Self {
        Self { lines: vec![Line { words: words.into(), go: Some(go), aside: false }], tone }
    }

    /// Nothing is said.
    pub fn missing() -> Self {
        Self::of("—", Tone::Missing)
    }

    /// The same with a remark below.
    fn with_aside(mut self, words: impl Into<String>) -> Self {
        self.lines.push(Line { words: words.into(), go: None, aside: true });
        self
    }
}

impl Go {
    const fn observation(report: u32, id: u32) -> Self {
        Self { report, to: To::Observation(id) }
    }
}

/// Words of one language of two.
const fn pick<'a>(zh: bool, chinese: &'a str, english: &'a str) -> &'a str {
    if zh { chinese } else { english }
}
