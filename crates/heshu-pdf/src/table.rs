//! Which lines are rows of a table.

use crate::lines::{Part, Run};

/// For each line whether it is a row: pieces far apart, in columns with a line nearby.
pub(crate) fn rows(runs: &[Run]) -> Vec<bool> {
    let candidates: Vec<bool> = runs.iter().map(candidate).collect();
    let is = |at: Option<usize>| at.and_then(|at| Some((runs.get(at)?, *candidates.get(at)?)));
    (0..runs.len())
        .map(|at| {
            let Some((run, true)) = is(Some(at)) else { return false };
            // A wrapped cell may stand between two rows.
            [at.checked_sub(1), at.checked_add(1), at.checked_sub(2), at.checked_add(2)]
                .into_iter()
                .filter_map(is)
                .any(|(near, candidate)| candidate && aligned(run, near))
        })
        .collect()
}

/// Several pieces that are neither a spaced-out title nor a number with its item.
fn candidate(run: &Run) -> bool {
    let several = run.parts.len() > 1;
    let letters = run.parts.iter().all(|part| part.text.chars().count() == 1);
    let item = run.parts.len() == 2 && run.parts.first().is_some_and(|part| enumerates(&part.text));
    several && !letters && !item
}

/// "3." "（二）" "①" and the like.
fn enumerates(text: &str) -> bool {
    let inner = text.trim_matches(|c| "（）().．、,，）".contains(c));
    let marked = inner.len() < text.len();
    let number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    inner.chars().count() <= 3
        && (marked && inner.chars().all(number)
            || inner.chars().all(|c| !c.is_alphanumeric() || ('①'..='⑳').contains(&c)))
}

/// Whether a piece after the first stands in a column with one of the other line.
fn aligned(run: &Run, near: &Run) -> bool {
    let em = run.size.max(near.size);
    let close = |a: f64, b: f64| (a - b).abs() < em / 2.0;
    let same = |a: &Part, b: &Part| {
        let filled = !a.text.is_empty() && !b.text.is_empty();
        filled
            && (close(a.from, b.from)
                || close(a.to, b.to)
                || close((a.from + a.to) / 2.0, (b.from + b.to) / 2.0))
    };
    run.parts.iter().skip(1).any(|a| near.parts.iter().skip(1).any(|b| same(a, b)))
}
