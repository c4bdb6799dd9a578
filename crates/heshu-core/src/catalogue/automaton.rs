use crate::letters::Letters;

/// A fixed set of words, each with a value, that finds which of them a text begins with in one reading.
///
/// Made by the build. State `s` has the steps `first[s]..first[s + 1]`; a step is taken on the UTF-16 code unit
/// in `units` (sorted within a state) and leads to the state in `next`. `values` holds a word's value plus one.
/// State 0, where most searches end, has most steps: `start` says where those of each high byte begin.
#[derive(Debug, Clone, Copy)]
pub(super) struct Automaton {
    pub(super) start: &'static [u16],
    pub(super) first: &'static [u16],
    pub(super) values: &'static [u16],
    pub(super) units: &'static [u16],
    pub(super) next: &'static [u16],
}

impl Automaton {
    /// Every word that the text begins with, short ones first: its length in bytes and its value.
    pub(super) fn beginning<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, u16)> + 'a {
        let mut state = 0;
        text.char_indices()
            .map_while(move |(at, c)| {
                // All words are of the basic plane.
                state = self.step(state, u16::try_from(u32::from(c)).ok()?)?;
                let value = *self.values.get(usize::from(state))?;
                Some(value.checked_sub(1).map(|value| (at + c.len_utf8(), value)))
            })
            .flatten()
    }

    /// What the words begin with.
    pub(super) fn letters(&self) -> Letters {
        let steps = self.start.first().copied().zip(self.start.last().copied());
        let steps = steps.and_then(|(first, end)| self.units.get(usize::from(first)..usize::from(end)));
        let chars = steps.into_iter().flatten().filter_map(|unit| char::from_u32(u32::from(*unit)));
        chars.fold(Letters::NONE, Letters::with)
    }

    fn step(&self, state: u16, unit: u16) -> Option<u16> {
        let (index, at) = match state {
            0 => (self.start, usize::from(unit >> 8)),
            _ => (self.first, usize::from(state)),
        };
        let (first, end) = (*index.get(at)?, *index.get(at + 1)?);
        let steps = self.units.get(usize::from(first)..usize::from(end))?;
        let step = steps.binary_search(&unit).ok()?;
        self.next.get(usize::from(first) + step).copied()
    }
}
