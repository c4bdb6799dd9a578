//! The words of `data/delivery.toml`.
#![allow(missing_docs)]

include!(concat!(env!("OUT_DIR"), "/delivery.rs"));

/// Words that are looked for together, in the order of the file.
pub struct List(&'static [&'static str]);

impl List {
    const fn new(words: &'static [&'static str]) -> Self {
        Self(words)
    }

    /// The words.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.0.iter().copied()
    }

    /// What is left of a text without the first of the words that it begins with.
    pub fn off_front<'a>(&self, text: &'a str) -> Option<&'a str> {
        self.iter().find_map(|word| text.strip_prefix(word))
    }

    /// What is left of a text without the first of the words that it ends with.
    pub fn off_end<'a>(&self, text: &'a str) -> Option<&'a str> {
        self.iter().find_map(|word| text.strip_suffix(word))
    }

    /// A text before and behind the last place of the first of the words that is in it.
    pub fn around<'a>(&self, text: &'a str) -> Option<(&'a str, &'a str)> {
        self.iter().find_map(|word| text.rsplit_once(word))
    }
}
