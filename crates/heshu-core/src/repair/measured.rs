//! Measured lines: the lines of a text with the measures that repairs of the page need, kept until lines move.

use super::lines::{Line, Lines};
use super::measures::Measures;

/// The measures of the lines, taken anew only where lines were moved or taken out: most texts need it once.
pub struct Measured {
    lines: Vec<Line>,
    measures: Measures,
}

impl Measured {
    /// Measures the lines.
    pub fn of(text: &Lines) -> Self {
        Self { lines: text.lines.clone(), measures: Measures::of(text) }
    }

    /// Measures the lines as they stand now.
    pub fn again(&mut self, text: &Lines) {
        if self.lines != text.lines {
            *self = Self::of(text);
        }
    }

    /// What was measured last.
    pub fn measures(&self) -> &Measures {
        &self.measures
    }
}
