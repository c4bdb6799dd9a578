use crate::order;

/// The names of the indicators as they stand in the data, `接待[国内|]游客[量|人次|]`: a page loads these in a third of
/// what an automaton of the same names weighs.
///
/// Names begin with a letter, so only the patterns that begin with the same one or two are read.
#[derive(Debug)]
pub(super) struct Patterns {
    /// In the order of their first two letters.
    entries: Vec<Entry>,
}

/// A pattern from its second letter on.
#[derive(Debug)]
struct Entry {
    /// See [`key`].
    key: u64,
    /// The rest of the choice that the first letter stands in; plain.
    letters: &'static str,
    rest: &'static str,
    value: u16,
}

/// The first letter, and the second where it is plain, as a number that is quickly compared.
fn key(first: char, second: Option<char>) -> u64 {
    u64::from(u32::from(first)) << 32 | u64::from(second.map_or(0, u32::from))
}

impl Patterns {
    /// Reads lines of patterns that stand apart by tabs. A pattern's value is four times its line's number, and one more
    /// behind a `?`, two more behind a `!`.
    pub(super) fn read(lines: &'static str) -> Self {
        let mut entries = Vec::new();
        for (line, value) in lines.lines().zip((0..).step_by(4)) {
            for pattern in line.split('\t') {
                let when = match pattern.as_bytes().first() {
                    Some(b'?') => 1,
                    Some(b'!') => 2,
                    _ => 0,
                };
                begin(pattern.trim_start_matches(['?', '!']), value + when, &mut entries);
            }
        }
        order::by_key(&mut entries, |entry: &Entry| entry.key);
        Self { entries }
    }

    /// Every name that the text begins with, in no order: its length in bytes and its value.
    pub(super) fn beginning(&self, text: &str, mut found: impl FnMut(usize, u16)) {
        let mut rest = text.chars();
        let Some(first) = rest.next() else { return };
        let rest = rest.as_str();
        let mut with = |second: Option<char>| {
            let key = key(first, second);
            let from = self.entries.partition_point(|entry| entry.key < key);
            for entry in self.entries.iter().skip(from).take_while(|entry| entry.key == key) {
                if let Some(rest) = rest.strip_prefix(entry.letters) {
                    let mut found = |left| found(text.len() - left, entry.value);
                    ends(entry.rest.as_bytes(), rest.as_bytes(), &mut found);
                }
            }
        };
        with(None);
        if let Some(second) = rest.chars().next() {
            with(Some(second));
        }
    }
}

/// Adds a pattern under each letter that it may begin with.
fn begin(pattern: &'static str, value: u16, entries: &mut Vec<Entry>) {
    let mut add = |letters: &'static str, rest| {
        let mut rest_of = letters.chars();
        if let Some(first) = rest_of.next() {
            let letters = rest_of.as_str();
            entries.push(Entry { key: key(first, rest_of.next()), letters, rest, value });
        }
        letters.is_empty()
    };
    match group(pattern) {
        None => {
            add(pattern, "");
        }
        Some(("", choices, rest)) => {
            // Not `any`: every choice is one.
            let may_be_empty = choices.split('|').filter(|choice| add(choice, rest)).count() > 0;
            if may_be_empty {
                begin(rest, value, entries);
            }
        }
        Some((letters, _, _)) => {
            let rest = pattern.get(letters.len()..).unwrap_or_default();
            add(letters, rest);
        }
    }
}

/// Tells how much of the text is left wherever the pattern may end in it. Bytes are as good as letters here, and quicker.
fn ends(pattern: &[u8], text: &[u8], found: &mut dyn FnMut(usize)) {
    let (mut pattern, mut rest) = (pattern, text);
    let group = loop {
        match (pattern, rest) {
            ([], _) => return found(rest.len()),
            ([b'[', group @ ..], _) => break group,
            ([letter, letters @ ..], [first, after @ ..]) if letter == first => {
                (pattern, rest) = (letters, after);
            }
            _ => return,
        }
    };
    let Some(close) = group.iter().position(|byte| *byte == b']') else { return };
    let (choices, tail) =
        (group.get(..close).unwrap_or_default(), group.get(close + 1..).unwrap_or_default());
    for choice in choices.split(|byte| *byte == b'|') {
        let begins = choice.iter().zip(rest).all(|(a, b)| a == b);
        if let Some(after) = rest.get(choice.len()..).filter(|_| begins) {
            ends(tail, after, found);
        }
    }
}

/// The letters before the first group, its choices, and what follows; none where there is no group.
fn group(pattern: &str) -> Option<(&str, &str, &str)> {
    let (letters, rest) = pattern.split_once('[')?;
    let (choices, rest) = rest.split_once(']')?;
    Some((letters, choices, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn beginning(lines: &'static str, text: &str) -> Vec<(usize, u16)> {
        let mut all = Vec::new();
        Patterns::read(lines).beginning(text, |length, value| all.push((length, value)));
        all.sort_unstable();
        all
    }

    #[test]
    fn groups_may_stand_anywhere_and_be_empty() {
        const LINES: &str = "a[b|]c\t[x|yz|]d[e|]\n?ac\t![|y]zdf";
        assert_eq!(beginning(LINES, "abcd"), [(3, 0)]);
        assert_eq!(beginning(LINES, "acd"), [(2, 0), (2, 5)]);
        assert_eq!(beginning(LINES, "de"), [(1, 0), (2, 0)]);
        assert_eq!(beginning(LINES, "yzdf"), [(3, 0), (4, 6)]);
        assert_eq!(beginning(LINES, "zdf"), [(3, 6)]);
        assert_eq!(beginning(LINES, "q"), []);
        assert_eq!(beginning(LINES, ""), []);
    }
}
