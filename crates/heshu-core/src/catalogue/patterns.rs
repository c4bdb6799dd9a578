use crate::letters::Letters;

/// The names of the indicators as they stand in the data, `接待[国内|]游客[量|人次|]`: a page loads these in a third of
/// what an automaton of the same names weighs.
///
/// Names begin with a letter, so only the patterns that begin with the same one or two are read.
#[derive(Debug)]
pub(super) struct Patterns {
    entries: Vec<Entry>,
    /// For every first letter the place of the last of its entries, counted from 1: quicker made than any order.
    last: Vec<u16>,
}

/// A pattern from its second letter on.
#[derive(Debug)]
struct Entry {
    /// The place of the entry before it that has the same first letter, counted from 1; 0 for none.
    before: u16,
    value: u16,
    /// The rest of the choice that the first letter stands in; plain.
    letters: &'static str,
    rest: &'static str,
    /// What the second letter may be, and the first of the rest; any, where the name may end before.
    second: Letters,
    next: Letters,
}

/// All letters that names are written in.
const LETTERS: usize = 1 << 16;

impl Patterns {
    /// Reads lines of patterns that stand apart by tabs. A pattern's value is four times its line's number, and one more
    /// behind a `?`, two more behind a `!`.
    pub(super) fn read(lines: &'static str) -> Self {
        let mut patterns = Self { entries: Vec::new(), last: vec![0; LETTERS] };
        for (line, value) in lines.lines().zip((0..).step_by(4)) {
            for pattern in line.split('\t') {
                let when = match pattern.as_bytes().first() {
                    Some(b'?') => 1,
                    Some(b'!') => 2,
                    _ => 0,
                };
                patterns.begin(pattern.trim_start_matches(['?', '!']), value + when);
            }
        }
        patterns
    }

    /// Every name that the text begins with, in no order: its length in bytes and its value.
    pub(super) fn beginning(&self, text: &str, mut found: impl FnMut(usize, u16)) {
        let mut rest = text.chars();
        let Some(first) = rest.next() else { return };
        let rest = rest.as_str();
        let second = rest.chars().next().unwrap_or_default();
        let mut place = self.last.get(first as usize).copied().unwrap_or(0);
        while let Some(entry) = usize::from(place).checked_sub(1).and_then(|at| self.entries.get(at)) {
            place = entry.before;
            if !entry.second.may_be(second) {
                continue;
            }
            let behind = rest.strip_prefix(entry.letters);
            let may_go_on = |rest: &&str| entry.next.may_be(rest.chars().next().unwrap_or_default());
            if let Some(rest) = behind.filter(may_go_on) {
                let mut found = |left| found(text.len() - left, entry.value);
                ends(entry.rest.as_bytes(), rest.as_bytes(), &mut found);
            }
        }
    }

    /// Adds a pattern under each letter that it may begin with.
    fn begin(&mut self, pattern: &'static str, value: u16) {
        match group(pattern) {
            None => self.add(pattern, ("", Letters::ALL), value),
            Some(("", all, rest)) => {
                let next = beginnings(rest);
                for choice in choices(all) {
                    if choice.is_empty() {
                        self.begin(rest, value);
                    } else {
                        self.add(choice, (rest, next), value);
                    }
                }
            }
            Some((letters, _, _)) => {
                let rest = pattern.get(letters.len()..).unwrap_or_default();
                self.add(letters, (rest, beginnings(rest)), value);
            }
        }
    }

    /// Adds a pattern that begins with some letters; with the rest comes what it may begin with.
    fn add(&mut self, letters: &'static str, (rest, next): (&'static str, Letters), value: u16) {
        let mut rest_of = letters.chars();
        let Some(last) = rest_of.next().and_then(|first| self.last.get_mut(first as usize)) else { return };
        let letters = rest_of.as_str();
        let second = rest_of.next().map_or(next, |c| Letters::NONE.with(c));
        self.entries.push(Entry { before: *last, value, letters, rest, second, next });
        *last = u16::try_from(self.entries.len()).unwrap_or(0);
    }
}

/// What the rest of a pattern may begin with; any, where it may be nothing.
fn beginnings(rest: &str) -> Letters {
    match group(rest) {
        Some(("", all, behind)) => choices(all).fold(Letters::NONE, |letters, choice| {
            letters.or(choice.chars().next().map_or_else(|| beginnings(behind), |c| Letters::NONE.with(c)))
        }),
        _ => rest.chars().next().map_or(Letters::ALL, |c| Letters::NONE.with(c)),
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
    let mut start = 0;
    loop {
        let end = sign_from(group, start);
        let choice = group.get(start..end).unwrap_or_default();
        if begins(rest, choice) {
            let mut close = end;
            while group.get(close) == Some(&b'|') {
                close = sign_from(group, close + 1);
            }
            let tail = group.get(close + 1..).unwrap_or_default();
            ends(tail, rest.get(choice.len()..).unwrap_or_default(), found);
        }
        if group.get(end) != Some(&b'|') {
            return;
        }
        start = end + 1;
    }
}

/// Where the next sign stands that begins a group, parts its choices or ends it. Letters of three bytes are passed by at
/// once.
fn sign_from(pattern: &[u8], mut at: usize) -> usize {
    loop {
        match pattern.get(at) {
            None | Some(b'[' | b'|' | b']') => return at,
            Some(0xe0..=0xef) => at += 3,
            Some(_) => at += 1,
        }
    }
}

/// Whether a text begins with a choice. Of two Chinese characters the last bytes differ most often.
fn begins(text: &[u8], choice: &[u8]) -> bool {
    !matches!((text, choice), ([_, _, a, ..], [_, _, b, ..]) if a != b) && text.starts_with(choice)
}

/// The letters before the first group, its choices, and what follows; none where there is no group.
fn group(pattern: &str) -> Option<(&str, &str, &str)> {
    let open = sign_from(pattern.as_bytes(), 0);
    let mut close = sign_from(pattern.as_bytes(), open + 1);
    while pattern.as_bytes().get(close) == Some(&b'|') {
        close = sign_from(pattern.as_bytes(), close + 1);
    }
    Some((pattern.get(..open)?, pattern.get(open + 1..close)?, pattern.get(close + 1..)?))
}

/// The choices of a group.
fn choices(group: &str) -> impl Iterator<Item = &str> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let end = sign_from(group.as_bytes(), start);
        let choice = group.get(start..end);
        start = end + 1;
        choice
    })
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
