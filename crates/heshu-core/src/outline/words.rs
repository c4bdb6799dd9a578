//! The words of `data/outline.toml` and `data/areas.toml`.
#![allow(missing_docs, dead_code)]

use std::ops::Deref;

include!(concat!(env!("OUT_DIR"), "/outline.rs"));
include!(concat!(env!("OUT_DIR"), "/areas.rs"));

/// Words that are looked for together.
pub struct List {
    words: &'static [&'static str],
    /// A bit for each word's first character, and for its second: one pass over a text passes by nearly all of it.
    first: u128,
    second: u128,
}

/// The low seven bits of the character that the bytes begin with, and the bytes behind it.
const fn low_bits(bytes: &[u8]) -> Option<(u32, &[u8])> {
    match bytes {
        [0xe0..=0xef, b, c, rest @ ..] => Some(((*b as u32 & 1) << 6 | (*c as u32 & 0x3f), rest)),
        [a @ 0..=0x7f, rest @ ..] => Some((*a as u32, rest)),
        _ => None,
    }
}

impl List {
    /// Takes the words, none of them empty; all of it at compile time.
    pub const fn new(words: &'static [&'static str]) -> Self {
        let (mut first, mut second) = (0, 0);
        let mut left = words;
        while let [word, rest @ ..] = left {
            let behind = match low_bits(word.as_bytes()) {
                Some((bits, behind)) => {
                    first |= 1 << bits;
                    low_bits(behind)
                }
                None => {
                    first = u128::MAX;
                    None
                }
            };
            // A word of one character may be followed by any.
            second |= match behind {
                Some((bits, _)) => 1 << bits,
                None => u128::MAX,
            };
            left = rest;
        }
        Self { words, first, second }
    }

    fn may_begin(&self, c: char) -> bool {
        self.first >> (c as u32 & 0x7f) & 1 == 1
    }

    /// Whether the text begins with one of the words.
    pub fn begins(&self, text: &str) -> bool {
        let mut chars = text.chars();
        chars.next().is_some_and(|c| self.may_begin(c))
            && chars.next().is_none_or(|c| self.second >> (c as u32 & 0x7f) & 1 == 1)
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
    let here = |at: usize| text.get(at..).is_some_and(|rest| words.begins(rest));
    text.char_indices().find(|(at, c)| words.may_begin(*c) && here(*at)).map(|(at, _)| at)
}
