//! Building a [`Check`]: rules say what they found, this writes it down.

use super::interval::Interval;
use super::rule::RuleInfo;
use crate::catalogue;
use crate::model::{Bilingual, Check, Expected, LevelValue, Number, Observation, Span, Verdict};
use rust_decimal::Decimal;

/// A check in the making.
#[derive(Debug, Clone)]
pub struct Finding(Check);

impl Finding {
    /// A finding of a rule with one line in both languages.
    pub fn new(rule: &RuleInfo, verdict: Verdict, title: (String, String)) -> Self {
        Self(Check { rule: rule.id.to_owned(), verdict, title: both(title), ..Check::default() })
    }

    /// What was computed, from what, and what it assumes.
    pub fn message(mut self, message: (String, String)) -> Self {
        self.0.message = both(message);
        self
    }

    /// The calculation in one line.
    pub fn arithmetic(mut self, line: String) -> Self {
        self.0.arithmetic = Some(line);
        self
    }

    /// Words that it speaks of.
    pub fn span(mut self, span: Span) -> Self {
        if !self.0.spans.contains(&span) {
            self.0.spans.push(span);
        }
        self
    }

    /// Statistics that it speaks of, with their words.
    pub fn of<'a>(mut self, observations: impl IntoIterator<Item = &'a Observation>) -> Self {
        for observation in observations {
            if !self.0.observations.contains(&observation.id) {
                self.0.observations.push(observation.id);
                self = self.span(observation.span);
            }
        }
        self
    }

    /// What the number would have to be, and what it is.
    pub fn expected(mut self, interval: Interval, unit: &str, found: Decimal) -> Self {
        // An open end is shown as the other one: the contract has both.
        let ends = (interval.low.or(interval.high), interval.high.or(interval.low));
        if let (Some(low), Some(high)) = ends {
            let round = |value: Decimal| Number(value.round_dp(4).normalize());
            self.0.expected = Some(Expected { low: round(low), high: round(high), unit: unit.to_owned() });
        }
        self.0.found = Some(Number(found));
        self
    }

    /// The number that one plausible slip would give.
    pub fn suggest(mut self, suggestion: Option<String>) -> Self {
        self.0.suggestion = suggestion;
        self
    }

    /// The finished check.
    pub fn done(self) -> Check {
        self.0
    }
}

fn both((zh, en): (String, String)) -> Bilingual {
    Bilingual { zh, en }
}

/// What the observation is called in English: the catalogue's name, or its own.
pub fn english(observation: &Observation) -> String {
    let indicator = observation.indicator.as_deref().and_then(catalogue::get);
    indicator.map_or_else(|| observation.name.clone(), |i| i.en.to_owned())
}

/// Number and unit as written.
pub fn amount(level: &LevelValue) -> String {
    format!("{}{}", level.written, level.unit)
}
