//! Words of the grammar, from `data/lexicon.toml`, found where they begin or end a phrase.

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

/// A list of words, indexed by their first and by their last character, longest first.
pub(crate) struct Words {
    by_first: &'static [(char, &'static [&'static str])],
    by_last: &'static [(char, &'static [&'static str])],
}

impl Words {
    /// The longest word that begins `s`.
    pub(crate) fn begins(&self, s: &str) -> Option<&'static str> {
        let words = list(self.by_first, s.chars().next()?)?;
        words.iter().find(|word| s.starts_with(**word)).copied()
    }

    /// The longest word that ends `s`.
    pub(crate) fn ends(&self, s: &str) -> Option<&'static str> {
        let words = list(self.by_last, s.chars().next_back()?)?;
        words.iter().find(|word| s.ends_with(**word)).copied()
    }

    /// Whether `s` is one of the words.
    pub(crate) fn has(&self, s: &str) -> bool {
        s.chars().next().and_then(|c| list(self.by_first, c)).is_some_and(|words| words.contains(&s))
    }
}

fn list(index: &'static [(char, &'static [&'static str])], c: char) -> Option<&'static [&'static str]> {
    let at = index.binary_search_by_key(&c, |(first, _)| *first).ok()?;
    index.get(at).map(|(_, words)| *words)
}
