//! A paste that was printed: a file whose paragraphs are the lines of a paste, so that its places tell nothing.
//!
//! Somebody copies a report, lines and all, into a word processor and saves it: each line of the paste becomes a
//! paragraph, and a page that was copied upside down stays so. What the places tell is true of the file and false of
//! the report. Then the file's own line breaks are undone, its places forgotten, and the rest is a paste.

use super::buffer::{Glyph, Log};
use super::lines::{Line, Lines, begins_heading, ends_sentence};
use super::links::Links;
use super::measures::Measures;
use super::sheets::Frames;
use super::{reversed_page, wrapped_lines};

/// So many paragraphs at least must show it,
const FEWEST: usize = 40;
/// of this many characters at least: shorter ones are titles and items.
const LONG: usize = 12;
/// The gain by which lines read on upwards, in quarter-nats, that no file comes to whose places are true.
const UPWARDS: i32 = 60;

/// Forgets the places of a paste that was printed, and says whether it was one.
#[inline(never)]
pub fn repair(text: &mut Lines, measures: &Measures, log: &mut Log) -> bool {
    let placed = text.lines.iter().filter(|line| line.set.is_some()).count();
    if placed < FEWEST || placed * 5 < text.lines.len() * 4 || !log.allows(wrapped_lines::KIND) {
        return false;
    }
    if reversed_page::strongest(&Links::without_places(text, measures)) >= UPWARDS {
        // The file's pages are none of the paste's.
        text.lines.iter_mut().for_each(|line| (line.set, line.page) = (None, false));
        return true;
    }
    let frames = Frames::of(text);
    let joins: Vec<bool> = (0..text.lines.len()).map(|i| frames.is_wrapped(text, i)).collect();
    let (mut all, mut broken, mut length) = (0, 0, 0);
    for (i, joins) in joins.iter().enumerate() {
        let line = text.at(i);
        length += line.len();
        if *joins {
            continue;
        }
        if length >= LONG {
            all += 1;
            broken += usize::from(line.last().is_some_and(|g| !ends_sentence(g.ch)) && !begins_heading(line));
        }
        length = 0;
    }
    let printed = all >= FEWEST && broken * 5 >= all * 3;
    if printed {
        unwrap(text, &joins, log);
    }
    printed
}

/// Joins the lines that the file broke.
fn unwrap(text: &mut Lines, joins: &[bool], log: &mut Log) {
    let mut glyphs: Vec<Glyph> = Vec::with_capacity(text.glyphs.len());
    let mut lines: Vec<Line> = Vec::new();
    let mut open = false;
    for (line, joins) in text.lines.iter().zip(joins) {
        let start = glyphs.len();
        glyphs.extend_from_slice(text.of(*line));
        let end = glyphs.len();
        match lines.last_mut().filter(|_| open) {
            Some(before) => before.end = end,
            None => lines.push(Line { start, end, set: None, page: false, ..*line }),
        }
        open = *joins;
        let after = text.break_after(*line);
        if open {
            log.count(wrapped_lines::KIND, after.source());
        } else {
            glyphs.push(after);
        }
    }
    *text = Lines { glyphs, lines };
}
