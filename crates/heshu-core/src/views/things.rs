//! Which observations are of the same thing.

use crate::model::Observation;
use std::collections::HashMap;

/// What an observation is known by: its name, and its indicator. Two with a key in common are of the same thing.
pub fn keys(o: &Observation) -> impl Iterator<Item = (bool, &str)> {
    // The three shares of a structure are one indicator; only their names tell them apart.
    let indicator = o.indicator.as_deref().filter(|id| *id != "industry_structure");
    [Some((false, o.name.as_str())), indicator.map(|id| (true, id))].into_iter().flatten()
}

/// Observations by what they are known by, each thing's in their order.
pub struct Things<'a>(HashMap<(bool, &'a str), Vec<&'a Observation>>);

impl<'a> Things<'a> {
    /// Puts them together by their keys.
    pub fn of(observations: &[&'a Observation]) -> Self {
        let mut things: HashMap<_, Vec<_>> = HashMap::with_capacity(observations.len());
        for o in observations {
            keys(o).for_each(|key| things.entry(key).or_default().push(*o));
        }
        Self(things)
    }

    /// Those of the same thing.
    pub fn like<'b>(&'b self, o: &'b Observation) -> impl Iterator<Item = &'a Observation> + use<'a, 'b> {
        keys(o).filter_map(|key| self.0.get(&key)).flatten().copied()
    }
}

/// A level and a change say more than a level, and that more than a change.
pub fn fullness(o: &Observation) -> u8 {
    u8::from(o.level.is_some()) * 2 + u8::from(o.change.is_some())
}
