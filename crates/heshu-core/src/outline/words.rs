//! The words of `data/outline.toml` and `data/areas.toml`.
#![allow(missing_docs, dead_code)]

use std::ops::Deref;

include!(concat!(env!("OUT_DIR"), "/outline.rs"));
include!(concat!(env!("OUT_DIR"), "/areas.rs"));

/// Words that are looked for together.
pub struct List {
    words: &'static [&'static str],
    /// A bit for each word's first character: one pass over a text passes by nearly all of it.
    first: u128,
}

impl List {
    /// Takes the words, none of them empty; all of it at compile time.
    pub const fn new(words: &'static [&'static str]) -> Self {
        let mut first = 0;
        let mut left = words;
        while let [word, rest @ ..] = left {
            first |= match word.as_bytes() {
                // The low seven bits of a character of three bytes.
                [0xe0..=0xef, b, c, ..] => 1 << ((*b as u32 & 1) << 6 | (*c as u32 & 0x3f)),
                [a, ..] => 1 << (*a & 0x7f),
                [] => 0,
            };
            left = rest;
        }
        Self { words, first }
    }

    fn may_begin(&self, c: char) -> bool {
        self.first >> (c as u32 & 0x7f) & 1 == 1
    }

    /// Whether the text begins with one of the words.
    pub fn begins(&self, text: &str) -> bool {
        text.chars().next().is_some_and(|c| self.may_begin(c))
            && self.words.iter().any(|word| text.starts_with(word))
    }
}

impl Deref for List {
    type Target = [&'static str];

    fn deref(&self) -> &Self::Target {
        self.words
    }
}

/// Whether any of the words stands in the text.
pub fn any(words: &List, text: &str) -> bool {
    find(words, text).is_some()
}

/// Where the first of the words stands: the smallest byte offset.
pub fn find(words: &List, text: &str) -> Option<usize> {
    let here = |at: usize| text.get(at..).is_some_and(|rest| words.iter().any(|word| rest.starts_with(word)));
    text.char_indices().find(|(at, c)| words.may_begin(*c) && here(*at)).map(|(at, _)| at)
}
