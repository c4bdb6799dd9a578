//! Words of the grammar, from `data/lexicon.toml`, found where they begin or end a phrase.

use crate::letters::Letters;
use crate::order;
use std::cmp::Reverse;
use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

/// Entries by a character, in its order.
pub(crate) type Index<T> = [(char, &'static [T])];

/// A list of words, found by their first or by their last character, the longest first.
pub(crate) struct Words {
    /// The words, a line each.
    text: &'static str,
    /// The words in both orders, each made when it is first asked for.
    by_first: OnceLock<Sorted>,
    by_last: OnceLock<Sorted>,
}

/// Words by a character of theirs.
struct Sorted {
    /// The characters.
    letters: Letters,
    /// Each character, and where its words begin.
    heads: Vec<(char, usize)>,
    words: Vec<&'static str>,
}

impl Sorted {
    fn of(text: &'static str, key: fn(&str) -> Option<char>) -> Self {
        let mut words: Vec<&str> = text.split('\n').collect();
        order::by_key(&mut words, |word| (key(word), Reverse(word.len())));
        let (mut letters, mut heads) = (Letters::NONE, Vec::new());
        for (at, word) in words.iter().enumerate() {
            let Some(c) = key(word) else { continue };
            if heads.last().is_none_or(|(last, _)| *last != c) {
                letters = letters.with(c);
                heads.push((c, at));
            }
        }
        Self { letters, heads, words }
    }

    /// The words of a character.
    fn of_char(&self, c: char) -> &[&'static str] {
        let Ok(at) = self.heads.binary_search_by_key(&c, |(head, _)| *head) else { return &[] };
        let start = |at: usize| self.heads.get(at).map_or(self.words.len(), |(_, start)| *start);
        self.words.get(start(at)..start(at + 1)).unwrap_or_default()
    }

    /// The longest word that begins `s`, where this is by first characters.
    fn begins(&self, s: &str) -> Option<&'static str> {
        let first = s.chars().next().filter(|c| self.letters.may_be(*c))?;
        self.of_char(first).iter().find(|word| s.starts_with(**word)).copied()
    }

    /// The longest word that ends `s`, where this is by last characters.
    fn ends(&self, s: &str) -> Option<&'static str> {
        let last = s.chars().next_back().filter(|c| self.letters.may_be(*c))?;
        self.of_char(last).iter().find(|word| s.ends_with(**word)).copied()
    }
}

impl Words {
    const fn new(text: &'static str) -> Self {
        Self { text, by_first: OnceLock::new(), by_last: OnceLock::new() }
    }

    fn by_first(&self) -> &Sorted {
        self.by_first.get_or_init(|| Sorted::of(self.text, |word| word.chars().next()))
    }

    fn by_last(&self) -> &Sorted {
        self.by_last.get_or_init(|| Sorted::of(self.text, |word| word.chars().next_back()))
    }

    /// The longest word that begins `s`.
    pub(crate) fn begins(&self, s: &str) -> Option<&'static str> {
        self.by_first().begins(s)
    }

    /// The longest word that ends `s`.
    pub(crate) fn ends(&self, s: &str) -> Option<&'static str> {
        self.by_last().ends(s)
    }

    /// Where words begin in `s`, the longest at each place, from the front.
    pub(crate) fn find<'s>(
        &'static self,
        s: &'s str,
    ) -> impl Iterator<Item = (usize, &'static str)> + use<'s> {
        let words = self.by_first();
        let mut from = 0;
        std::iter::from_fn(move || {
            loop {
                let at = words.letters.next_in(s, from)?;
                let rest = s.get(at..)?;
                from = at + rest.chars().next().map_or(1, char::len_utf8);
                if let Some(word) = words.begins(rest) {
                    return Some((at, word));
                }
            }
        })
    }

    /// Where words begin in `s`, the longest that ends at each place, from the back.
    pub(crate) fn rfind<'s>(
        &'static self,
        s: &'s str,
    ) -> impl Iterator<Item = (usize, &'static str)> + use<'s> {
        let words = self.by_last();
        s.char_indices().rev().filter(|(_, c)| words.letters.may_be(*c)).filter_map(|(at, c)| {
            let end = at + c.len_utf8();
            words.ends(s.get(..end)?).map(|word| (end - word.len(), word))
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
        s.chars().next().is_some_and(|c| self.by_first().of_char(c).contains(&s))
    }
}

/// What an index holds under a character.
pub(crate) fn entries<T>(index: &'static Index<T>, c: char) -> Option<&'static [T]> {
    let at = index.binary_search_by_key(&c, |(first, _)| *first).ok()?;
    index.get(at).map(|(_, entries)| *entries)
}
