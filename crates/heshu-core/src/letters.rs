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
    pub(crate) const fn may_be(self, c: char) -> bool {
        self.may_have(c as u32)
    }

    /// The same of a number whose low seven bits are those of a character.
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
    fn what_is_in_it_may_be_and_nearly_nothing_else() {
        let letters = Letters::of(&['年', '0', '亿', '%']);
        assert!(['年', '0', '亿', '%'].into_iter().all(|c| letters.may_be(c)));
        let others = "生产总值增长".chars().filter(|c| letters.may_be(*c)).count();
        assert!(others < 3, "{others}");
        assert!(!Letters::NONE.may_be('年') && Letters::ALL.may_be('年'));
    }
}
