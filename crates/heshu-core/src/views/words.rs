//! Counts of words in a report, as researchers take them.
//!
//! What counts as a hit: reading from left to right, at each place the longest word of the list that begins there;
//! reading goes on behind it. So hits never overlap: where a list holds both 绿色 and 绿色发展, 绿色发展 is one hit of the
//! longer word only. Latin letters match in either case, and a word that begins or ends with a Latin letter or a digit
//! does not match inside a longer run of these: 5G is not in 15G, AI not in AID. Lists are counted one by one.

use crate::model::{Number, Span};
use crate::text::Text;
use rust_decimal::Decimal;
use std::collections::HashMap;

include!(concat!(env!("OUT_DIR"), "/word_lists.rs"));

/// A ready list of words, from `data/word_lists.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordList {
    /// Its id.
    pub id: &'static str,
    /// Its Chinese name.
    pub zh: &'static str,
    /// Its English name.
    pub en: &'static str,
    /// Its words, one a line.
    pub words: &'static str,
}

/// The ready lists.
pub fn word_lists() -> &'static [WordList] {
    LISTS
}

/// How often one word stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The word, as the list gives it.
    pub word: String,
    /// Where it stands, in UTF-16 code units, in reading order.
    pub hits: Vec<Span>,
}

/// The count of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WordCount {
    /// Characters that were read, white space aside: what shares are of.
    pub characters: u32,
    /// Every word of the list, the most frequent first, then as the list has them.
    pub words: Vec<Counted>,
}

impl WordCount {
    /// Hits of all words.
    pub fn hits(&self) -> usize {
        self.words.iter().map(|w| w.hits.len()).sum()
    }

    /// Characters in the hits of all words.
    pub fn hit_characters(&self) -> usize {
        self.words.iter().map(Counted::characters).sum()
    }

    /// So many in every thousand characters, to two places.
    pub fn per_thousand(&self, hits: usize) -> Number {
        self.ratio(hits, 1_000, 2)
    }

    /// So many characters in percent of all, to three places: the share that studies take.
    pub fn percent(&self, characters: usize) -> Number {
        self.ratio(characters, 100, 3)
    }

    fn ratio(&self, count: usize, of: usize, places: u32) -> Number {
        let part = Decimal::from(count.saturating_mul(of));
        Number(part.checked_div(Decimal::from(self.characters)).unwrap_or_default().round_dp(places))
    }
}

impl Counted {
    /// Characters in all its hits.
    pub fn characters(&self) -> usize {
        self.word.chars().count() * self.hits.len()
    }
}

/// The words of a list that a person wrote: apart by lines, spaces, commas or semicolons of either width; each once.
pub fn own_words(list: &str) -> Vec<String> {
    let apart = |c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、' | ';' | '；');
    let mut words: Vec<String> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for word in list.split(apart).filter(|word| !word.is_empty()) {
        if seen.insert(word.to_ascii_lowercase()) {
            words.push(word.to_owned());
        }
    }
    words
}

/// Counts words in a text but for the spans to leave out (in order), which hold neither hits nor characters.
/// Cost is linear in the text for lists whose words differ in their first characters.
pub fn count_words(text: &Text, words: &[String], without: &[Span]) -> WordCount {
    let mut by_first: HashMap<char, Vec<(usize, &str)>> = HashMap::new();
    for (place, word) in words.iter().enumerate() {
        if let Some(first) = word.chars().next() {
            by_first.entry(first.to_ascii_lowercase()).or_default().push((place, word));
        }
    }
    for list in by_first.values_mut() {
        crate::order::by_key(list, |(_, word)| std::cmp::Reverse(word.len()));
    }
    let mut counted: Vec<Counted> =
        words.iter().map(|word| Counted { word: word.clone(), hits: Vec::new() }).collect();
    let mut characters = 0;
    let mut without = without.iter().map(|span| text.range(*span)).peekable();
    let (mut behind, mut free) = ('\n', 0);
    for (at, c) in text.as_str().char_indices() {
        while without.next_if(|range| range.end <= at).is_some() {}
        let left_out = without.peek().is_some_and(|range| range.start <= at);
        let before = std::mem::replace(&mut behind, c);
        if left_out {
            continue;
        }
        characters += u32::from(!c.is_whitespace());
        if at < free {
            continue;
        }
        let here = by_first.get(&c.to_ascii_lowercase());
        let found = here.and_then(|list| {
            list.iter().find(|(_, word)| {
                let end = at + word.len();
                let after = text.bytes(end..text.as_str().len()).chars().next();
                text.bytes(at..end).eq_ignore_ascii_case(word)
                    && !(runs_on(word.chars().next(), Some(before))
                        || runs_on(word.chars().next_back(), after))
            })
        });
        if let Some((place, word)) = found {
            free = at + word.len();
            if let Some(counted) = counted.get_mut(*place) {
                counted.hits.push(text.span(at..free));
            }
        }
    }
    crate::order::by_key(&mut counted, |w| std::cmp::Reverse(w.hits.len()));
    WordCount { characters, words: counted }
}

/// Whether two characters side by side are of one Latin word or number.
fn runs_on(edge: Option<char>, neighbour: Option<char>) -> bool {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    latin(edge) && latin(neighbour)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hits(text: &str, list: &str) -> Vec<(String, usize)> {
        let count = count_words(&Text::new(text.into()), &own_words(list), &[]);
        count.words.into_iter().map(|w| (w.word, w.hits.len())).collect()
    }

    #[test]
    fn the_longest_word_at_each_place_counts_and_no_two_overlap() {
        for (text, list, wanted) in [
            ("绿色发展，绿色低碳", "绿色 绿色发展", [("绿色", 1), ("绿色发展", 1)]),
            ("大数据中心", "大数据 数据中心", [("大数据", 1), ("数据中心", 0)]),
            ("民生民生民", "民生民 民生", [("民生民", 1), ("民生", 0)]),
            ("建5G基站，15G不算，5g算", "5G 基站", [("5G", 2), ("基站", 1)]),
            ("AI与AID、智能AI", "AI 智能", [("AI", 2), ("智能", 1)]),
        ] {
            let wanted: Vec<_> = wanted.map(|(word, count)| (word.to_owned(), count)).into();
            assert_eq!(hits(text, list), wanted, "{text}");
        }
    }

    #[test]
    fn shares_are_of_the_characters_that_were_read() {
        let text = Text::new("生态 好\n附件：生态生态".into());
        let whole = count_words(&text, &own_words("生态"), &[]);
        assert_eq!((whole.characters, whole.hits(), whole.hit_characters()), (10, 3, 6));
        assert_eq!(whole.per_thousand(3).to_string(), "300");
        assert_eq!(whole.percent(6).to_string(), "60");
        let report = count_words(&text, &own_words("生态"), &[Span::new(5, 12)]);
        assert_eq!((report.characters, report.hits()), (3, 1));
        assert_eq!(report.percent(2).to_string(), "66.667");
        assert_eq!(text.slice(report.words[0].hits[0]), "生态");
        assert_eq!(WordCount::default().percent(0).to_string(), "0");
    }

    #[test]
    fn a_list_of_ones_own_is_apart_by_lines_or_marks() {
        assert_eq!(own_words("生态、环保，AI\n ai ；生态;5G\n"), ["生态", "环保", "AI", "5G"]);
        assert_eq!(own_words(" \n、"), [""; 0]);
    }

    #[test]
    fn the_table_has_a_row_a_word_and_one_of_all() {
        let count = count_words(&Text::new("生态好=环保".into()), &own_words("环保 =环保 生态"), &[]);
        let csv = super::super::csv(&super::super::sheets::words(&count, "自定"));
        assert!(csv.starts_with('\u{feff}') && csv.contains("自定,'=环保,1,166.67,3,50,6\r\n"), "{csv}");
        assert!(csv.ends_with("自定,*,2,333.33,5,83.333,6\r\n"), "{csv}");
    }

    #[test]
    fn ready_lists_hold_words() {
        let ids: Vec<&str> = word_lists().iter().map(|list| list.id).collect();
        assert_eq!(ids, ["digital", "environment", "innovation", "livelihood"]);
        assert!(word_lists().iter().all(|list| own_words(list.words).len() > 20));
    }
}
