//! Words of the grammar, from `data/lexicon.toml`, found where they begin or end a phrase.

use crate::letters::Letters;

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

/// Entries by a character, in its order.
pub(crate) type Index<T> = [(char, &'static [T])];

/// A list of words, indexed by their first and by their last character, longest first.
pub(crate) struct Words {
    by_first: &'static Index<&'static str>,
    by_last: &'static Index<&'static str>,
    first: Letters,
    last: Letters,
}

impl Words {
    const fn new(by_first: &'static Index<&'static str>, by_last: &'static Index<&'static str>) -> Self {
        Self { by_first, by_last, first: letters(by_first), last: letters(by_last) }
    }

    /// The longest word that begins `s`.
    pub(crate) fn begins(&self, s: &str) -> Option<&'static str> {
        let first = s.chars().next().filter(|c| self.first.may_be(*c))?;
        entries(self.by_first, first)?.iter().find(|word| s.starts_with(**word)).copied()
    }

    /// The longest word that ends `s`.
    pub(crate) fn ends(&self, s: &str) -> Option<&'static str> {
        let last = s.chars().next_back().filter(|c| self.last.may_be(*c))?;
        entries(self.by_last, last)?.iter().find(|word| s.ends_with(**word)).copied()
    }

    /// Where words begin in `s`, the longest at each place, from the front.
    pub(crate) fn find<'s>(
        &'static self,
        s: &'s str,
    ) -> impl Iterator<Item = (usize, &'static str)> + use<'s> {
        s.char_indices()
            .filter(|(_, c)| self.first.may_be(*c))
            .filter_map(|(at, _)| self.begins(s.get(at..)?).map(|word| (at, word)))
    }

    /// Where words begin in `s`, the longest that ends at each place, from the back.
    pub(crate) fn rfind<'s>(
        &'static self,
        s: &'s str,
    ) -> impl Iterator<Item = (usize, &'static str)> + use<'s> {
        s.char_indices().rev().filter(|(_, c)| self.last.may_be(*c)).filter_map(|(at, c)| {
            let end = at + c.len_utf8();
            self.ends(s.get(..end)?).map(|word| (end - word.len(), word))
        })
    }

    /// Whether any of the words stands in `s`.
    pub(crate) fn any(&'static self, s: &str) -> bool {
        self.find(s).next().is_some()
    }

    /// `s` without any of the words, the longest at each place.
    pub(crate) fn without(&'static self, s: &str) -> String {
        let mut left = String::with_capacity(s.len());
        let mut from = 0;
        for (at, word) in self.find(s) {
            if at >= from {
                left.push_str(s.get(from..at).unwrap_or_default());
                from = at + word.len();
            }
        }
        left.push_str(s.get(from..).unwrap_or_default());
        left
    }

    /// `s` without the word that ends it.
    pub(crate) fn strip_end<'s>(&self, s: &'s str) -> Option<&'s str> {
        self.ends(s).and_then(|word| s.strip_suffix(word))
    }

    /// `s` without the word that begins it.
    pub(crate) fn strip_front<'s>(&self, s: &'s str) -> Option<&'s str> {
        self.begins(s).and_then(|word| s.strip_prefix(word))
    }

    /// Whether `s` is one of the words.
    pub(crate) fn has(&self, s: &str) -> bool {
        s.chars().next().and_then(|c| entries(self.by_first, c)).is_some_and(|words| words.contains(&s))
    }
}

/// The characters of an index.
const fn letters(mut index: &Index<&'static str>) -> Letters {
    let mut letters = Letters::NONE;
    while let [(c, _), rest @ ..] = index {
        letters = letters.with(*c);
        index = rest;
    }
    letters
}

/// What an index holds under a character.
pub(crate) fn entries<T>(index: &'static Index<T>, c: char) -> Option<&'static [T]> {
    let at = index.binary_search_by_key(&c, |(first, _)| *first).ok()?;
    index.get(at).map(|(_, entries)| *entries)
}
