//! Notes that a file sets apart from the running text, at the foot of its pages or the end: they are read after
//! the text, as an annex, and never in the middle of the sentence that runs over the page's end.

use super::buffer::{Log, source_of};
use super::lines::{Line, Lines};
use crate::intake::Role;

/// The kind under which it is reported.
pub const KIND: &str = "note";

/// Takes the notes out of the text, in their order.
#[inline(never)]
pub fn take(text: &mut Lines, log: &mut Log) -> Vec<Line> {
    if !log.allows(KIND) || text.lines.iter().all(|l| l.role != Role::Note) {
        return Vec::new();
    }
    let (notes, mut kept): (Vec<Line>, Vec<Line>) = text.lines.iter().partition(|l| l.role == Role::Note);
    for note in &notes {
        log.tell(KIND, source_of(text.of(*note)), text.of(*note).iter().take(12).map(|g| g.ch).collect());
    }
    // What stood before and after a note on one page are neighbours now.
    let mut page = None;
    for line in &mut kept {
        line.page |= line.set.is_some_and(|set| page.is_some_and(|p| p != set.page));
        page = line.set.map(|set| set.page).or(page);
    }
    text.lines = kept;
    notes
}

/// Whether the second line of a note, in their known places, goes on from the first.
pub fn goes_on(first: &Line, second: &Line, text: &Lines, right: f32) -> bool {
    let (Some(a), Some(b)) = (first.set, second.set) else { return false };
    let begins = text.of(*second).first().is_none_or(|g| {
        g.ch.is_ascii_digit()
            || matches!(g.ch, '①'..='⑳' | '*' | '＊' | '[' | '【' | '〔' | '（' | '(' | '注')
    });
    let same = a.page == b.page && (a.place.size - b.place.size).abs() < a.place.size * 0.08;
    same && !begins && right - a.place.right < a.place.size * 2.0
}
