//! Automatic numbers of paragraphs, as word processors count them, whichever format they come in.

use crate::counting::written;
use std::collections::{BTreeMap, HashMap, HashSet};

/// A paragraph's place in a numbering. Either half may come from somewhere else.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Place {
    /// The numbering; 0 says that there is none.
    pub number: Option<i64>,
    /// The level in it, from 0.
    pub level: Option<i64>,
}

impl Place {
    /// What is said here, else what is said there.
    pub fn or(self, other: Self) -> Self {
        Self { number: self.number.or(other.number), level: self.level.or(other.level) }
    }
}

/// Levels of a numbering.
pub(crate) const LEVELS: usize = 9;

/// A level of a numbering.
#[derive(Debug, Clone)]
pub(crate) struct Level {
    pub start: u32,
    pub format: String,
    /// `%1、`: digits stand for the numbers of levels.
    pub text: String,
    /// Counting begins anew after a level up to this one (from 1); none: after any higher one.
    pub restart: Option<i64>,
    /// All numbers in digits.
    pub legal: bool,
}

impl Default for Level {
    fn default() -> Self {
        Self { start: 1, format: "decimal".to_owned(), text: String::new(), restart: None, legal: false }
    }
}

/// What several numberings may share.
#[derive(Debug, Default, Clone)]
pub(crate) struct Base {
    pub levels: [Option<Level>; LEVELS],
}

/// A numbering that paragraphs name: a base, and what is different here.
#[derive(Debug, Default)]
pub(crate) struct Instance {
    pub base: i64,
    pub starts: [Option<u32>; LEVELS],
    pub levels: [Option<Level>; LEVELS],
}

/// The numberings of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(crate) struct Numbering {
    pub bases: BTreeMap<i64, Base>,
    pub instances: BTreeMap<i64, Instance>,
    /// By base: instances of the same go on counting together.
    counters: HashMap<i64, [Option<u32>; LEVELS]>,
    /// Instances and levels whose overridden start has been used.
    begun: HashSet<(i64, usize)>,
}

impl Numbering {
    /// The number in front of the next paragraph, which stands at this place.
    pub fn next(&mut self, place: Place) -> Option<String> {
        let id = place.number.filter(|number| *number != 0)?;
        let instance = self.instances.get(&id)?;
        let index = usize::try_from(place.level.unwrap_or(0)).ok()?.min(LEVELS - 1);
        let base = self.bases.get(&instance.base)?;
        let level_at = |index: usize| {
            let own = instance.levels.get(index).and_then(Option::as_ref);
            own.or_else(|| base.levels.get(index).and_then(Option::as_ref))
        };
        let level = level_at(index)?;
        let counters = self.counters.entry(instance.base).or_default();
        let overridden = instance.starts.get(index).copied().flatten();
        let first = self.begun.insert((id, index));
        let counter = counters.get_mut(index)?;
        *counter = Some(match (*counter, overridden) {
            (_, Some(start)) if first => start,
            (Some(last), _) => last.saturating_add(1),
            (None, start) => start.unwrap_or(level.start),
        });
        // Lower levels begin anew.
        for lower in index + 1..LEVELS {
            let restart = level_at(lower).and_then(|level| level.restart);
            let anew = restart.is_none_or(|after| after > 0 && index < after as usize);
            if let Some(counter) = counters.get_mut(lower).filter(|_| anew) {
                *counter = None;
            }
        }
        let number = |shown: usize| {
            let of = level_at(shown)?;
            let value = counters.get(shown).copied().flatten().unwrap_or(of.start);
            let digits = level.legal && of.format != "none";
            written(if digits { "decimal" } else { &of.format }, value)
        };
        // A bullet is no text.
        (level.format != "bullet").then(|| filled(&level.text, number)).filter(|text| !text.is_empty())
    }
}

/// A level's text with numbers in place of `%1` … `%9`. Behind a letter or digit stands a space.
fn filled(text: &str, number: impl Fn(usize) -> Option<String>) -> String {
    let mut out = String::new();
    let mut rest = text.chars().peekable();
    while let Some(ch) = rest.next() {
        let shown = (ch == '%').then(|| rest.peek().and_then(|digit| digit.to_digit(10))).flatten();
        match shown.filter(|shown| *shown > 0) {
            Some(shown) => {
                rest.next();
                out.push_str(&number(shown as usize - 1).unwrap_or_default());
            }
            None => out.push(ch),
        }
    }
    if out.ends_with(|c: char| c.is_ascii_alphanumeric()) {
        out.push(' ');
    }
    out
}
