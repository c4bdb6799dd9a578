//! Properties of characters and paragraphs, in pages of 512 bytes (2.9.33, 2.9.175).

use super::bytes::{u16_at, u32_at};
use crate::numbering::Place;

/// What is known of a run of characters or of a paragraph.
#[derive(Debug, Clone, Copy, Default)]
pub struct Run {
    /// Deleted while changes were recorded.
    pub deleted: bool,
    /// Not shown.
    pub hidden: bool,
    /// In a table.
    pub in_table: bool,
    /// Its mark ends a row.
    pub row_end: bool,
    /// The index of its numbering, from 1, and the level.
    pub place: Place,
    /// The index of its style.
    pub style: u16,
}

/// Properties by place in the file.
pub struct Properties<'a> {
    main: &'a [u8],
    /// Where a page of properties begins to hold, and its number.
    pages: Vec<(u32, usize)>,
    paragraphs: bool,
    /// The run that was asked for last, and where it begins and ends.
    last: Option<(u32, u32, Run)>,
}

const PAGE: usize = 512;

impl<'a> Properties<'a> {
    /// Of characters.
    pub fn characters(main: &'a [u8], part: &[u8]) -> Self {
        Self { main, pages: pages(part), paragraphs: false, last: None }
    }

    /// Of paragraphs.
    pub fn paragraphs(main: &'a [u8], part: &[u8]) -> Self {
        Self { main, pages: pages(part), paragraphs: true, last: None }
    }

    /// What holds for the character at this place of the file.
    pub fn at(&mut self, at: u32) -> Run {
        if let Some((_, _, run)) = self.last.filter(|(from, to, _)| (*from..*to).contains(&at)) {
            return run;
        }
        let found = self.find(at);
        self.last = found.or(self.last);
        found.map(|(_, _, run)| run).unwrap_or_default()
    }

    fn find(&self, at: u32) -> Option<(u32, u32, Run)> {
        let after = self.pages.partition_point(|(from, _)| *from <= at);
        let (_, number) = self.pages.get(after.checked_sub(1)?)?;
        let start = number.checked_mul(PAGE)?;
        let page = self.main.get(start..start.checked_add(PAGE)?)?;
        let count = usize::from(*page.last()?);
        let edge = |index: usize| u32_at(page, index * 4);
        // At most 101 runs are on a page.
        let index = (0..count).find(|index| edge(index + 1).is_some_and(|end| at < end))?;
        let (from, to) = (edge(index)?, edge(index + 1)?);
        if at < from {
            return None;
        }
        let width = if self.paragraphs { 13 } else { 1 };
        let offset = usize::from(*page.get((count + 1) * 4 + index * width)?) * 2;
        let mut run = Run::default();
        if offset > 0 {
            if self.paragraphs {
                paragraph(page.get(offset..)?, &mut run);
            } else {
                let (length, rest) = page.get(offset..)?.split_first()?;
                apply(rest.get(..usize::from(*length)).unwrap_or(rest), &mut run);
            }
        }
        Some((from, to, run))
    }
}

/// A list of n + 1 places in the file, then n numbers of pages.
fn pages(part: &[u8]) -> Vec<(u32, usize)> {
    let count = part.len().saturating_sub(4) / 8;
    let page = |index: usize| {
        let number = u32_at(part, (count + 1) * 4 + index * 4)? & 0x003f_ffff;
        Some((u32_at(part, index * 4)?, number as usize))
    };
    let mut pages: Vec<_> = (0..count).filter_map(page).collect();
    pages.sort_unstable();
    pages
}

/// The style, then changes to it.
fn paragraph(bytes: &[u8], run: &mut Run) {
    let Some((length, rest)) = bytes.split_first() else { return };
    let (length, rest) = match (*length, rest.split_first()) {
        (0, Some((words, rest))) => (usize::from(*words) * 2, rest),
        (0, None) => return,
        (words, _) => (usize::from(words) * 2 - 1, rest),
    };
    let content = rest.get(..length).unwrap_or(rest);
    run.style = u16_at(content, 0).unwrap_or(0);
    apply(content.get(2..).unwrap_or_default(), run);
}

/// Applies a list of changes, each a code with an operand (2.2.5.1).
pub fn apply(mut list: &[u8], run: &mut Run) {
    while let (Some(code), Some(rest)) = (u16_at(list, 0), list.get(2..)) {
        let length = match code >> 13 {
            0 | 1 => 1,
            2 | 4 | 5 => 2,
            3 => 4,
            7 => 3,
            _ if code == 0xd608 => usize::from(u16_at(rest, 0).unwrap_or(1)) + 1,
            _ => usize::from(rest.first().copied().unwrap_or(0)) + 1,
        };
        let on = rest.first().is_some_and(|value| *value & 1 == 1);
        match code {
            0x0800 => run.deleted = on,
            0x083c => run.hidden = on,
            0x2416 => run.in_table = on,
            0x2417 => run.row_end = on,
            0x260a => run.place.level = rest.first().map(|level| i64::from(*level)),
            0x460b => run.place.number = u16_at(rest, 0).map(i64::from),
            _ => {}
        }
        let Some(next) = rest.get(length..) else { return };
        list = next;
    }
}
