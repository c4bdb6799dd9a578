//! What an analysis says, row by row, so that two can be compared wherever their words stand.

use heshu_core::{Analysis, Options, analyze};
use std::collections::BTreeMap;

/// Rows and how often each comes: name, indicator, period, kind, level and change with their bounds.
#[derive(Default)]
pub struct Rows(BTreeMap<String, usize>);

impl Rows {
    /// The rows of a text; of indicators only, or all.
    pub fn of(analysis: &Analysis, indicators_only: bool) -> Self {
        let mut rows = Self::default();
        for o in analysis.observations.iter().filter(|o| !indicators_only || o.indicator.is_some()) {
            let level = o.level.as_ref().map(|l| (&l.written, &l.unit, l.bound));
            let change = o.change.as_ref().map(|c| (&c.written, &c.unit, c.bound));
            let row =
                format!("{} {:?} {:?} {:?} {level:?} {change:?}", o.name, o.indicator, o.period, o.kind);
            *rows.0.entry(row).or_default() += 1;
        }
        rows
    }

    fn count(&self) -> usize {
        self.0.values().sum()
    }
}

/// How far analyses agree: rows in common, and rows of both together.
#[derive(Default, Clone, Copy)]
pub struct Agreement(usize, usize);

impl Agreement {
    /// Of two analyses.
    pub fn between(one: &Rows, other: &Rows) -> Self {
        let same = one.0.iter().map(|(row, n)| other.0.get(row).map_or(0, |m| *m.min(n))).sum();
        Self(same, one.count() + other.count())
    }

    /// Both together.
    pub fn and(self, other: Self) -> Self {
        Self(self.0 + other.0, self.1 + other.1)
    }

    /// The F1 score of one held against the other.
    pub fn score(self) -> f64 {
        if self.1 == 0 { 1.0 } else { 2.0 * self.0 as f64 / self.1 as f64 }
    }
}

/// The analysis of a text.
pub fn analysis(text: &str) -> Analysis {
    analyze(text, &Options::default())
}
