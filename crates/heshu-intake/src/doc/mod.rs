//! DOC: Word 97–2003 ([MS-DOC]), and WPS's own files, which are the same.
//!
//! The text lies in pieces ([`pieces`]); properties ([`properties`]) say which characters were deleted or are
//! hidden, which paragraphs end rows of tables, and which are numbered ([`lists`], [`styles`]).

mod bytes;
mod lists;
mod pieces;
mod properties;
mod styles;

use crate::limits::Budget;
use crate::lines::{line, one_page, paragraph, row};
use crate::numbering::Numbering;
use crate::say::Other;
use crate::{Error, Format};
use bytes::{pair, u16_at, u32_at};
use heshu_core::intake::{Document, Line, Role};
use pieces::Pieces;
use properties::{Properties, Run};
use std::io::{Cursor, Read};
use styles::Styles;

/// Offsets in the file information block (2.5.1–2.5.6).
mod fib {
    pub const VERSION: usize = 0x02;
    pub const FLAGS: usize = 0x0a;
    pub const MAIN_LENGTH: usize = 0x4c;
    pub const FOOTNOTES_LENGTH: usize = 0x50;
    pub const HEADERS_LENGTH: usize = 0x54;
    pub const COMMENTS_LENGTH: usize = 0x5c;
    pub const ENDNOTES_LENGTH: usize = 0x60;
    pub const STYLES: usize = 0xa2;
    pub const CHARACTERS: usize = 0xfa;
    pub const PARAGRAPHS: usize = 0x102;
    pub const PIECES: usize = 0x1a2;
    pub const LISTS: usize = 0x2e2;
    pub const OVERRIDES: usize = 0x2ea;
}

/// The first version of the format that is read.
const WORD_97: u16 = 0xc1;
const ENCRYPTED: u16 = 0x0100;
const TABLE_1: u16 = 0x0200;

/// Reads a document.
pub(crate) fn read(bytes: &[u8], budget: &mut Budget<'_>) -> Result<Document, Error> {
    let damaged = || Error::Damaged(Format::Doc);
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| damaged())?;
    let mut stream = |name: &str| {
        let mut content = Vec::new();
        let stream = file.open_stream(name).ok()?;
        // Chains of sectors may run in circles.
        let _ = stream.take(bytes.len() as u64).read_to_end(&mut content);
        Some(content)
    };
    let main = stream("/WordDocument").ok_or_else(damaged)?;
    let flags = u16_at(&main, fib::FLAGS).ok_or_else(damaged)?;
    if u16_at(&main, fib::VERSION).is_none_or(|version| version < WORD_97) {
        return Err(Error::Unsupported(Other::OldWord));
    }
    if flags & ENCRYPTED != 0 {
        return Err(Error::Locked);
    }
    let names = if flags & TABLE_1 != 0 { ["/1Table", "/0Table"] } else { ["/0Table", "/1Table"] };
    let table = names.into_iter().find_map(&mut stream).ok_or_else(damaged)?;
    let part = |offset: usize| pair(&main, &table, offset);
    let pieces = Pieces::of(&main, part(fib::PIECES)).ok_or_else(damaged)?;
    let styles = Styles::of(part(fib::STYLES));
    let (numbering, numbers) = lists::read(&table, &main, fib::LISTS, part(fib::OVERRIDES));
    let mut reader = Reader {
        characters: Properties::characters(&main, part(fib::CHARACTERS)),
        paragraphs: Properties::paragraphs(&main, part(fib::PARAGRAPHS)),
        styles,
        numbering,
        numbers,
        lines: Vec::new(),
        text: String::new(),
        cells: vec![Vec::new()],
        fields: Vec::new(),
    };
    let length = |offset: usize| u32_at(&main, offset).unwrap_or(0) as usize;
    let (text, footnotes) = (length(fib::MAIN_LENGTH), length(fib::FOOTNOTES_LENGTH));
    let before_endnotes = text
        .saturating_add(footnotes)
        .saturating_add(length(fib::HEADERS_LENGTH))
        .saturating_add(length(fib::COMMENTS_LENGTH));
    reader.read(&pieces, 0..text, budget);
    let mut lines = std::mem::take(&mut reader.lines);
    for notes in [
        text..text.saturating_add(footnotes),
        before_endnotes..before_endnotes.saturating_add(length(fib::ENDNOTES_LENGTH)),
    ] {
        reader.read(&pieces, notes, budget);
        lines.extend(reader.lines.drain(..).map(|note| line(note.text.trim(), Role::Note)));
    }
    Ok(one_page(lines))
}

/// Turns characters into lines.
struct Reader<'a> {
    characters: Properties<'a>,
    paragraphs: Properties<'a>,
    styles: Styles,
    numbering: Numbering,
    /// Numberings by the index that paragraphs give.
    numbers: Vec<i64>,
    lines: Vec<Line>,
    text: String,
    /// Paragraphs of the cells of the row that is open.
    cells: Vec<Vec<String>>,
    /// Fields that are open: whether their code is past.
    fields: Vec<bool>,
}

impl Reader<'_> {
    fn read(&mut self, pieces: &Pieces<'_>, range: std::ops::Range<usize>, budget: &mut Budget<'_>) {
        for (ch, at) in pieces.characters(range) {
            if budget.late() {
                break;
            }
            let run = self.characters.at(at);
            self.character(ch, at, run);
        }
        self.fields.clear();
        if !self.text.trim().is_empty() {
            self.end_paragraph(u32::MAX);
        }
        self.end_row();
    }

    fn character(&mut self, ch: char, at: u32, run: Run) {
        match ch {
            '\u{13}' => self.fields.push(false),
            '\u{14}' => self.fields.iter_mut().rev().take(1).for_each(|result| *result = true),
            '\u{15}' => drop(self.fields.pop()),
            '\r' | '\u{7}' if run.deleted => {}
            '\r' => self.end_paragraph(at),
            '\u{7}' => self.end_cell(at),
            _ if run.deleted || run.hidden || self.fields.contains(&false) => {}
            // A page break; the paragraph ends with it or before.
            '\u{c}' => self.end_paragraph(at),
            '\u{b}' => self.text.push('\n'),
            '\u{1e}' => self.text.push('-'),
            '\u{a0}' => self.text.push(' '),
            '\u{1f}' | '\0'..='\u{8}' | '\u{e}'..='\u{12}' | '\u{16}'..='\u{1d}' => {}
            // Letters of symbol fonts.
            '\u{f000}'..='\u{f0ff}' => {}
            _ => self.text.push(ch),
        }
    }

    /// Ends a paragraph; `at` is where its mark lies, which its properties belong to.
    fn end_paragraph(&mut self, at: u32) {
        let properties = self.paragraphs.at(at);
        let place = properties.place.or(self.styles.place(properties.style));
        let number =
            place.number.and_then(|index| self.numbers.get(usize::try_from(index).ok()?.checked_sub(1)?));
        let number = number
            .copied()
            .and_then(|id| self.numbering.next(crate::numbering::Place { number: Some(id), ..place }));
        let text = std::mem::take(&mut self.text);
        let shown = if text.trim().is_empty() { String::new() } else { number.unwrap_or_default() + &text };
        if properties.in_table {
            if let Some(cell) = self.cells.last_mut() {
                cell.push(shown);
            }
        } else {
            self.end_row();
            paragraph(&mut self.lines, &shown);
        }
    }

    /// The mark at the end of a cell, and of a row.
    fn end_cell(&mut self, at: u32) {
        if self.paragraphs.at(at).row_end {
            return self.end_row();
        }
        let text = std::mem::take(&mut self.text);
        if let Some(cell) = self.cells.last_mut() {
            cell.push(text);
        }
        self.cells.push(Vec::new());
    }

    fn end_row(&mut self) {
        self.text.clear();
        let mut cells = std::mem::replace(&mut self.cells, vec![Vec::new()]);
        cells.pop_if(|last| last.is_empty());
        row(&mut self.lines, &cells);
    }
}
