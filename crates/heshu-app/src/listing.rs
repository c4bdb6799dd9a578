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

/// The themes to draw, with the observations at these places of the list. A sorted list is one theme without a name.
pub fn groups(report: &Report, chosen: &[u32], sort: Sort, shown: Range<usize>) -> Vec<Theme> {
    let mut left = shown.len();
    if sort != Sort::Reading {
        let observations = chosen.iter().copied().skip(shown.start).take(left).collect();
        return vec![Theme { id: None, observations }];
    }
    let mut before = shown.start;
    let mut groups = themes(&report.analysis.observations, chosen);
    for group in &mut groups {
        let skipped = before.min(group.observations.len());
        group.observations.drain(..skipped);
        before -= skipped;
        group.observations.truncate(left);
        left -= group.observations.len();
    }
    groups.retain(|group| !group.observations.is_empty());
    groups
}
