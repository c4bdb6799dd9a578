//! Sets of characters that pass by nearly all that are not in them, in a few instructions.

/// A set of characters, kept by their low seven bits: what it has not is not in it, what it has may be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Letters([u64; 2]);

impl Letters {
    /// No character.
    pub(crate) const NONE: Self = Self([0, 0]);
    /// Any character.
    pub(crate) const ALL: Self = Self([u64::MAX, u64::MAX]);

    /// The same with one more.
    pub(crate) const fn with(self, c: char) -> Self {
        let Self([low, high]) = self;
        let bit = 1 << (c as u32 & 63);
        if c as u32 & 64 == 0 { Self([low | bit, high]) } else { Self([low, high | bit]) }
    }

    /// All that are in either.
    pub(crate) const fn or(self, other: Self) -> Self {
        let (Self([low, high]), Self([other_low, other_high])) = (self, other);
        Self([low | other_low, high | other_high])
    }

    /// Some characters.
    pub(crate) const fn of(mut chars: &[char]) -> Self {
        let mut all = Self::NONE;
        while let [c, rest @ ..] = chars {
            all = all.with(*c);
            chars = rest;
        }
        all
    }

    /// Whether a character may be in it.
    #[inline]
    pub(crate) const fn may_be(self, c: char) -> bool {
        self.may_have(c as u32)
    }

    /// Where, from a byte offset on, the next character of a text stands that may be in it. The others are passed by without
    /// being put together: the last two bytes of a character hold its low bits.
    #[inline(never)]
    pub(crate) fn next_in(self, text: &str, from: usize) -> Option<usize> {
        let mut left = text.as_bytes().get(from..)?;
        loop {
            let (may_be, behind) = match left {
                [0xe0..=0xef, middle, last, behind @ ..] => (self.may_end(*middle, *last), behind),
                [] => return None,
                [first @ 0xc0..=0xdf, last, behind @ ..] => (self.may_end(*first, *last), behind),
                [0xf0..=0xff, _, middle, last, behind @ ..] => (self.may_end(*middle, *last), behind),
                [first, behind @ ..] => (self.may_have(u32::from(*first)), behind),
            };
            if may_be {
                return Some(text.len() - left.len());
            }
            left = behind;
        }
    }

    /// The same of a character by its last two bytes: the lowest bit of the one and six of the other are its own.
    #[inline]
    fn may_end(self, middle: u8, last: u8) -> bool {
        let Self([low, high]) = self;
        let half = if middle & 1 == 0 { low } else { high };
        half >> (last & 63) & 1 == 1
    }

    /// The same of a number whose low seven bits are those of a character.
    #[inline]
    pub(crate) const fn may_have(self, code: u32) -> bool {
        let Self([low, high]) = self;
        let half = if code & 64 == 0 { low } else { high };
        half >> (code & 63) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_in_it_is_found_whatever_stands_before() {
        let text = "aé年😀亿%，\u{7ff}\u{800}\u{10ffff}年";
        for c in text.chars() {
            let letters = Letters::of(&[c]);
            let wanted: Vec<usize> =
                text.char_indices().filter(|(_, c)| letters.may_be(*c)).map(|(at, _)| at).collect();
            let mut found = Vec::new();
            let mut from = 0;
            while let Some(at) = letters.next_in(text, from) {
                found.push(at);
                from = at + text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
            }
            assert_eq!(found, wanted, "{c:?}");
        }
        assert_eq!(Letters::ALL.next_in("", 0), None);
    }

    #[test]
    fn what_is_in_it_may_be_and_nearly_nothing_else() {
        let letters = Letters::of(&['年', '0', '亿', '%']);
        assert!(['年', '0', '亿', '%'].into_iter().all(|c| letters.may_be(c)));
        let others = "生产总值增长".chars().filter(|c| letters.may_be(*c)).count();
        assert!(others < 3, "{others}");
        assert!(!Letters::NONE.may_be('年') && Letters::ALL.may_be('年'));
    }
}
