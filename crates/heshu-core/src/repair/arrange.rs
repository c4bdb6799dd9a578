//! Lines in known places, brought into the order in which they are read, where a file gives another.

use super::buffer::Log;
use super::continuity;
use super::lines::{Line, Lines, ends_sentence};
use super::sheets::{columns, places};
use super::{reversed_page, two_columns};
use crate::intake::Place;
use crate::order;
use std::ops::Range;

/// Lines of a page that a file gives in another order than they stand.
pub const KIND: &str = "page_order";

/// Arranges every page whose order is sure.
#[inline(never)]
pub fn repair(text: &mut Lines, log: &mut Log) {
    for (sheet, gutter) in columns(text) {
        let places = places(text, sheet.clone());
        let Some((kind, order)) = order(text, &sheet, &places, gutter) else { continue };
        if !log.allows(kind) {
            continue;
        }
        let lines: Vec<Line> =
            order.iter().filter_map(|i| text.lines.get(sheet.start + i)).copied().collect();
        let source = text.source_of(sheet.start, sheet.end);
        log.tell(kind, source, format!("{} lines", lines.len()));
        if let Some(page) = text.lines.get_mut(sheet).filter(|page| page.len() == lines.len()) {
            // Pages begin where they did.
            let begins = page.first().is_some_and(|l| l.page);
            page.copy_from_slice(&lines);
            for (i, line) in page.iter_mut().enumerate() {
                line.page = i == 0 && begins;
            }
        }
    }
}

/// The order in which the lines of a page are read, where it is another than theirs and sure.
fn order(
    text: &Lines,
    sheet: &Range<usize>,
    places: &[Place],
    gutter: Option<f32>,
) -> Option<(&'static str, Vec<usize>)> {
    let steps = places.windows(2).filter_map(|w| match w {
        [a, b] => Some((b.baseline - a.baseline) / a.size),
        _ => None,
    });
    let upwards = steps.clone().filter(|step| *step < -0.5).count();
    let level = steps.filter(|step| step.abs() <= 0.5).count();
    let mut order: Vec<usize> = (0..places.len()).collect();
    let at = |i: &usize| places.get(*i).copied().unwrap_or_default();
    let by_height = |a: &usize, b: &usize| {
        let (a, b) = (at(a), at(b));
        if (a.baseline - b.baseline).abs() < a.size.min(b.size) * 0.4 {
            a.left.total_cmp(&b.left)
        } else {
            a.baseline.total_cmp(&b.baseline)
        }
    };
    if upwards * 4 > places.len() * 3 && places.len() >= 3 {
        // Heights are not quite a total order, and the sort must not mind.
        order.reverse();
        order::by(&mut order, |a, b| at(a).baseline.total_cmp(&at(b).baseline).is_le());
        return Some((reversed_page::KIND, order));
    }
    if let Some(gutter) = gutter {
        let on_right = places.iter().filter(|p| p.left >= gutter).count();
        let across = on_right > 0 && level * 3 >= on_right * 2 && reads_down(text, sheet, places, gutter);
        if !across {
            // Column after column, as it should be, or a table.
            return None;
        }
        let mut sorted = order.clone();
        order::by(&mut sorted, |a, b| at(a).baseline.total_cmp(&at(b).baseline).is_le());
        // Lines across both columns part what stands above them from what stands below.
        let mut read = Vec::with_capacity(order.len());
        let mut right = Vec::new();
        for i in sorted {
            let place = at(&i);
            if place.left >= gutter {
                right.push(i);
            } else {
                if place.right > gutter {
                    read.append(&mut right);
                }
                read.push(i);
            }
        }
        read.append(&mut right);
        return (read != order).then_some((two_columns::KIND, read));
    }
    // Cells of tables stand side by side: their order is left to the file.
    if upwards == 0 || level * 8 > places.len() {
        return None;
    }
    let mut sorted = order.clone();
    order::by(&mut sorted, |a, b| at(a).baseline.total_cmp(&at(b).baseline).is_le());
    // A short second column, or a table whose cells come column by column.
    let apart = |pair: &[usize]| match pair {
        [a, b] => {
            let (a, b) = (at(a), at(b));
            let (first, second) = if a.left <= b.left { (a, b) } else { (b, a) };
            (a.baseline - b.baseline).abs() < a.size * 0.4 && second.left - first.right > a.size
        }
        _ => false,
    };
    if sorted.windows(2).any(apart) {
        return None;
    }
    for _ in 0..2 {
        // Pieces of one line stand at nearly one height.
        for i in 1..sorted.len() {
            if let Some([a, b]) = sorted.get_mut(i - 1..=i)
                && by_height(a, b).is_gt()
            {
                std::mem::swap(a, b);
            }
        }
    }
    (sorted != order).then_some((KIND, sorted))
}

/// Whether the lines left of the gutter are full and read on downwards, as text does and cells of tables do not.
fn reads_down(text: &Lines, sheet: &Range<usize>, places: &[Place], gutter: f32) -> bool {
    let left: Vec<(usize, Place)> =
        sheet.clone().zip(places.iter().copied()).filter(|(_, p)| p.right <= gutter).collect();
    let Some(edge) = left.iter().map(|(_, p)| p.right).reduce(f32::max) else { return false };
    let full =
        left.iter().filter(|(_, p)| edge - p.right < p.size * 1.6 && p.right - p.left > p.size * 7.0).count();
    // How well the lines read on to the one below, and to the one beside them.
    let link = |a: usize, b: usize| {
        let (last, first) = text.at(a).last().zip(text.at(b).first())?;
        (!ends_sentence(last.ch)).then(|| continuity::follows(last.ch, first.ch))
    };
    let pairs = || left.windows(2).filter_map(|w| w.first().zip(w.last()));
    let down: Vec<i32> = pairs().filter_map(|((a, _), (b, _))| link(*a, *b)).collect();
    let broken = pairs().filter(|((a, _), (b, _))| *b > a + 1);
    let across: Vec<i32> = broken.filter_map(|((a, _), _)| link(*a, a + 1)).collect();
    let (Some(down), Some(across)) = (mean(&down), mean(&across)) else { return false };
    full >= 4 && full * 4 >= left.len() && down >= 1.0 && down >= across + 2.0
}

fn mean(links: &[i32]) -> Option<f64> {
    (!links.is_empty()).then(|| f64::from(links.iter().sum::<i32>()) / links.len() as f64)
}
