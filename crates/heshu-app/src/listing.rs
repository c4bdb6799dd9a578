//! Which observations a list shows, in which order.

use crate::report::Report;
use crate::state::{State, View};
use heshu_core::views::{Sort, Theme, select, themes};
use std::ops::Range;

/// The observations that the filter lets through.
pub fn chosen(state: &State, report: &Report) -> Vec<u32> {
    select(&report.analysis, &report.text, &state.filter)
}

/// The order in which a view shows them: cards stand by theme, the rest as chosen.
pub fn order(report: &Report, chosen: &[u32], view: View) -> Vec<u32> {
    match view {
        View::Cards => {
            themes(&report.analysis.observations, chosen).into_iter().flat_map(|t| t.observations).collect()
        }
        _ => chosen.to_vec(),
    }
}

/// A theme to draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The theme; none in a sorted list, or for what has none.
    pub id: Option<String>,
    /// How many observations of the list are of it.
    pub count: usize,
    /// Ids of those to draw.
    pub observations: Vec<u32>,
}

/// The themes to draw, with the observations at these places of the list. A sorted list is one theme without a name.
pub fn groups(report: &Report, chosen: &[u32], sort: Sort, shown: Range<usize>) -> Vec<Group> {
    let mut left = shown.len();
    if sort != Sort::Reading {
        let observations = chosen.iter().copied().skip(shown.start).take(left).collect();
        return vec![Group { id: None, count: chosen.len(), observations }];
    }
    let some;
    let list = if chosen.len() == report.analysis.observations.len() {
        &report.themes
    } else {
        some = themes(&report.analysis.observations, chosen);
        &some
    };
    let mut before = shown.start;
    let mut groups = Vec::new();
    for Theme { id, observations } in list {
        let count = observations.len();
        let observations: Vec<u32> = observations.iter().copied().skip(before).take(left).collect();
        before = before.saturating_sub(count);
        left -= observations.len();
        if !observations.is_empty() {
            groups.push(Group { id: id.clone(), count, observations });
        }
    }
    groups
}
