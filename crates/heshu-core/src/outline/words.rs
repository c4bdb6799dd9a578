//! The words of `data/outline.toml` and `data/areas.toml`.
#![allow(missing_docs, dead_code)]

use crate::letters::Letters;
use std::ops::Deref;

include!(concat!(env!("OUT_DIR"), "/outline.rs"));
include!(concat!(env!("OUT_DIR"), "/areas.rs"));

/// Words that are looked for together.
pub struct List {
    words: &'static [&'static str],
    /// The words' first characters, and their second: one pass over a text passes by nearly all of it.
    first: Letters,
    second: Letters,
}

/// The character that the bytes begin with, and the bytes behind it; none that is of two or of four bytes.
const fn first_char(bytes: &[u8]) -> Option<(char, &[u8])> {
    let (code, rest) = match bytes {
        [a @ 0xe0..=0xef, b, c, rest @ ..] => {
            ((*a as u32 & 0xf) << 12 | (*b as u32 & 0x3f) << 6 | (*c as u32 & 0x3f), rest)
        }
        [a @ 0..=0x7f, rest @ ..] => (*a as u32, rest),
        _ => return None,
    };
    match char::from_u32(code) {
        Some(c) => Some((c, rest)),
        None => None,
    }
}

impl List {
    /// Takes the words, none of them empty; all of it at compile time.
    pub const fn new(words: &'static [&'static str]) -> Self {
        let (mut first, mut second) = (Letters::NONE, Letters::NONE);
        let mut left = words;
        while let [word, rest @ ..] = left {
            let behind = match first_char(word.as_bytes()) {
                Some((c, behind)) => {
                    first = first.with(c);
                    first_char(behind)
                }
                None => {
                    first = Letters::ALL;
                    None
                }
            };
            // A word of one character may be followed by any.
            second = match behind {
                Some((c, _)) => second.with(c),
                None => Letters::ALL,
            };
            left = rest;
        }
        Self { words, first, second }
    }

    /// Whether the text begins with one of the words.
    pub fn begins(&self, text: &str) -> bool {
        let mut chars = text.chars();
        chars.next().is_some_and(|c| self.first.may_be(c))
            && chars.next().is_none_or(|c| self.second.may_be(c))
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

/// Whether any word of both lists stands in the text, in one pass.
pub fn any_of(lists: [&List; 2], text: &str) -> bool {
    let [one, other] = lists;
    find_by(one.first.or(other.first), text, |rest| one.begins(rest) || other.begins(rest)).is_some()
}

/// Where the first of the words stands: the smallest byte offset.
pub fn find(words: &List, text: &str) -> Option<usize> {
    find_by(words.first, text, |rest| words.begins(rest))
}

/// Where words stand that begin with one of some letters.
fn find_by(first: Letters, text: &str, begins: impl Fn(&str) -> bool) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = first.next_in(text, from) {
        let rest = text.get(at..)?;
        if begins(rest) {
            return Some(at);
        }
        from = at + rest.chars().next().map_or(1, char::len_utf8);
    }
    None
}
