//! Which of several statements of one thing stands for all of them.

use crate::delivery::of_year;
use crate::entry::Entry;
use heshu_core::model::{Basis, Kind, Observation};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

/// One statistic of a panel: the observation that gives its level, and the one that gives its change over a year. A
/// report may state them in two places.
#[derive(Clone, Copy)]
pub(crate) struct Told<'a> {
    /// Gives the level, if any does.
    pub(crate) o: &'a Observation,
    /// Gives the change; the same one, where it does.
    pub(crate) changed: &'a Observation,
}

impl<'a> Told<'a> {
    /// Of observations of one thing, period and kind: the fullest, the first of the equal. 比2002年增长 is no change
    /// over a year.
    pub(crate) fn of(same: &[&'a Observation]) -> Option<Self> {
        let yearly = |o: &Observation| {
            let basis = o.change.as_ref().map(|change| change.basis);
            matches!(basis, Some(Basis::Yoy | Basis::SameBasis | Basis::Real))
        };
        let best = |o: &&&Observation| (o.level.is_some(), yearly(o), o.change.is_some(), Reverse(o.id));
        let o = *same.iter().max_by_key(best)?;
        let changed = same.iter().find(|other| yearly(other) && !yearly(o)).copied().unwrap_or(o);
        Some(Self { o, changed })
    }
}

/// What is told of each indicator, period, kind and area, in reading order. The three shares of a structure are told
/// apart by their names.
pub(super) fn of_the_panel(observations: &[Observation]) -> Vec<Told<'_>> {
    let mut same: BTreeMap<_, Vec<&Observation>> = BTreeMap::new();
    for o in observations {
        let Some(id) = &o.indicator else { continue };
        let name = (id == "industry_structure").then_some(&o.name);
        same.entry((id, name, &o.period, o.kind.code(), &o.region)).or_default().push(o);
    }
    let mut chosen: Vec<Told<'_>> = same.values().filter_map(|same| Told::of(same)).collect();
    chosen.sort_by_key(|told| told.o.id);
    chosen
}

/// What a report tells of each indicator in one year, by the indicator's id.
pub(crate) fn of_the_year<'a>(
    entry: &'a Entry,
    year: Option<i32>,
    kinds: &[Kind],
) -> HashMap<&'a str, Told<'a>> {
    let mut same: HashMap<&str, Vec<&Observation>> = HashMap::new();
    for o in year.map(|year| of_year(entry, year, kinds)).unwrap_or_default() {
        if let Some(id) = &o.indicator {
            same.entry(id).or_default().push(o);
        }
    }
    same.into_iter().filter_map(|(id, same)| Some((id, Told::of(&same)?))).collect()
}
