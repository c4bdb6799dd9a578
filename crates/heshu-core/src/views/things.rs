//! Which observations are of the same thing.

use crate::model::Observation;
use crate::order;

/// What an observation is known by: its name, and its indicator. Two with a key in common are of the same thing.
pub fn keys(o: &Observation) -> impl Iterator<Item = (bool, &str)> {
    // The three shares of a structure are one indicator; only their names tell them apart.
    let indicator = o.indicator.as_deref().filter(|id| *id != "industry_structure");
    [Some((false, o.name.as_str())), indicator.map(|id| (true, id))].into_iter().flatten()
}

/// Observations by what they are known by.
pub struct Things<'a>(Vec<(Key<'a>, &'a Observation)>);

type Key<'a> = (bool, &'a str);

impl<'a> Things<'a> {
    /// Sorts them by their keys.
    pub fn of(observations: &[&'a Observation]) -> Self {
        let mut things: Vec<_> = observations.iter().flat_map(|o| keys(o).map(|key| (key, *o))).collect();
        order::by_key(&mut things, |(key, _)| *key);
        Self(things)
    }

    /// Those of the same thing.
    pub fn like<'b>(&'b self, o: &'b Observation) -> impl Iterator<Item = &'a Observation> + use<'a, 'b> {
        keys(o).flat_map(|key| {
            let from = self.0.partition_point(|(other, _)| *other < key);
            self.0.iter().skip(from).take_while(move |(other, _)| *other == key).map(|(_, o)| *o)
        })
    }
}

/// A level and a change say more than a level, and that more than a change.
pub fn fullness(o: &Observation) -> u8 {
    u8::from(o.level.is_some()) * 2 + u8::from(o.change.is_some())
}
