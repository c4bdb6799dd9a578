//! Repair: whatever a paste did to the text, undone, with a map back to what was pasted.
//!
//! Small named repairs work one after another on characters that remember where they stood ([`buffer`]), so
//! that any of them may take out, put in and move without minding the others. Repairs of characters come
//! first, then those of lines and pages, then those of paragraphs.

mod arrange;
mod buffer;
mod census;
mod compatibility;
pub mod continuity;
mod garbled;
mod invisible;

mod line_breaks;
mod lines;
mod links;
mod lost_spaces;
mod map;
mod margins;
mod markup;
mod measured;
mod measures;
mod notes;
mod numbers;
mod page_furniture;
mod pages;
mod printed;
mod reversed_page;
mod sheets;
mod side_by_side;
mod spaces;
mod two_columns;
mod web_shell;
mod white_space;
mod wrapped_lines;

use crate::Options;
use crate::intake;
use crate::model::Repair;
use buffer::{Glyph, Log};
use census::Census;
pub use garbled::is_lost;
use lines::Lines;
pub use map::SourceMap;
use measured::Measured;

/// A text after repair.
#[derive(Debug, Clone)]
pub struct Repaired {
    /// One paragraph or heading a line.
    pub text: String,
    /// From the repaired text back to the pasted one.
    pub map: SourceMap,
    /// What was changed, in order of the repaired text.
    pub repairs: Vec<Repair>,
    /// Where, in bytes of the text, notes begin that the file sets apart from the running text.
    pub notes: Option<usize>,
}

/// Repairs a pasted text. Cost is linear in its length.
pub fn repair(pasted: &str, options: &Options) -> Repaired {
    repair_laid_out(pasted, &intake::Layout::default(), options)
}

/// Repairs a text of whose layout something is known: that is taken, and the rest guessed.
pub fn repair_laid_out(pasted: &str, layout: &intake::Layout, options: &Options) -> Repaired {
    let mut log = Log::new(options);
    let census = Census::of(pasted);
    let mut glyphs = buffer::glyphs_of(pasted);
    for repair in
        [line_breaks::repair, markup::repair, lost_spaces::repair, invisible::repair, compatibility::repair]
    {
        glyphs = repair(glyphs, &census, &mut log);
    }
    let glyphs = spaces::unspace(glyphs, &mut log);
    let mut lines = Lines::split(glyphs, &layout.align(pasted), &mut log);
    let notes = notes::take(&mut lines, &mut log);
    let mut measured = Measured::of(&lines);
    page_furniture::repair(&mut lines, measured.measures(), &mut log);
    measured.again(&lines);
    arrange::repair(&mut lines, &mut log);
    if side_by_side::repair(&mut lines, &mut log) {
        measured.again(&lines);
    }
    let printed = notes.is_empty() && printed::repair(&mut lines, &mut log);
    if printed {
        measured.again(&lines);
    }
    reversed_page::repair(&mut lines, measured.measures(), printed, &mut log);
    two_columns::repair(&mut lines, measured.measures(), &mut log);
    let first_note = notes.first().and_then(|note| lines.of(*note).first()).map(|g| g.at);
    lines.lines.extend(notes);
    measured.again(&lines);
    let glyphs = wrapped_lines::repair(&lines, measured.measures(), &mut log);
    let glyphs = spaces::tidy(glyphs, &mut log);
    let glyphs = numbers::repair(glyphs, &census, &mut log);
    let glyphs = web_shell::repair(glyphs, &mut log);
    garbled::suspect(&glyphs, &mut log);
    finish(glyphs, first_note, log)
}

fn finish(glyphs: Vec<Glyph>, first_note: Option<u32>, log: Log) -> Repaired {
    let mut text = String::with_capacity(3 * glyphs.len());
    text.extend(glyphs.iter().map(|g| g.ch));
    let map = SourceMap::new(&glyphs);
    let repairs = gather(&log, &map, &glyphs);
    let notes = first_note.and_then(|at| glyphs.iter().position(|g| g.at == at && g.len > 0));
    let notes = notes.map(|i| glyphs.iter().take(i).map(|g| g.ch.len_utf8()).sum());
    Repaired { text, map, repairs, notes }
}

/// The changes as they are told: those of one kind in one line together.
fn gather(log: &Log, map: &SourceMap, glyphs: &[Glyph]) -> Vec<Repair> {
    if log.edits.is_empty() {
        return Vec::new();
    }
    let mut line_ends: Vec<u32> = Vec::new();
    let mut at = 0;
    for glyph in glyphs {
        at += map::utf16_len(glyph.ch);
        if glyph.ch == '\n' {
            line_ends.push(at);
        }
    }
    struct Told {
        line: usize,
        count: u32,
        repair: Repair,
    }
    let mut told: Vec<Told> = Vec::new();
    let mut open: std::collections::HashMap<(&'static str, usize), usize> = std::collections::HashMap::new();
    for edit in &log.edits {
        let span = map.repaired_of(edit.source);
        let line = line_ends.partition_point(|end| *end <= span.start);
        let same = if edit.detail.is_none() { open.get(&(edit.kind, line)).copied() } else { None };
        match same.and_then(|i| told.get_mut(i)) {
            Some(earlier) => {
                earlier.count += 1;
                earlier.repair.source = earlier.repair.source.cover(edit.source);
                earlier.repair.span = earlier.repair.span.cover(span);
            }
            None => {
                if edit.detail.is_none() {
                    open.insert((edit.kind, line), told.len());
                }
                let detail = edit.detail.clone().unwrap_or_default();
                let repair = Repair { kind: edit.kind.to_owned(), source: edit.source, span, detail };
                told.push(Told { line, count: 1, repair });
            }
        }
    }
    crate::order::by_key(&mut told, |t| (t.repair.span.start, t.line));
    told.into_iter()
        .map(|t| {
            let mut repair = t.repair;
            if repair.detail.is_empty() {
                repair.detail = t.count.to_string();
            }
            repair
        })
        .collect()
}

#[cfg(test)]
mod testing {
    use super::*;

    /// What one repair of characters makes of a text.
    pub fn repaired_with(
        pasted: &str,
        repair: impl Fn(Vec<Glyph>, &Census, &mut Log) -> Vec<Glyph>,
    ) -> String {
        let options = Options::default();
        let mut log = Log::new(&options);
        let found = repair(buffer::glyphs_of(pasted), &Census::of(pasted), &mut log);
        found.iter().map(|g| g.ch).collect()
    }
}
