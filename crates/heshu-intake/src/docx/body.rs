//! The running text: `document.xml`, and the notes, which are made of the same elements.

use super::numbering::Lists;
use super::styles::Styles;
use crate::limits::Budget;
use crate::lines::{paragraph, row};
use crate::numbering::Place;
use crate::xml::{Attributes, Walker, walk};
use heshu_core::intake::Line;

/// Elements that are not of the text, with everything in them: what was deleted or moved away, codes of fields,
/// the second of two ways to draw the same, the small letters above others, comments.
const SKIPPED: &[&str] = &["del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback", "rt"];

/// The lines of the main part.
pub fn read(part: &[u8], lists: &mut Lists, styles: &Styles, budget: &mut Budget<'_>) -> Vec<Line> {
    let mut body = Body { lists: Some(lists), ..Body::new(styles) };
    walk(part, &mut body, budget);
    body.end();
    body.lines
}

/// Each note's lines.
pub fn notes(part: &[u8], styles: &Styles, budget: &mut Budget<'_>) -> Vec<Vec<Line>> {
    let mut body = Body::new(styles);
    walk(part, &mut body, budget);
    body.end();
    body.notes
}

/// A paragraph that is open.
#[derive(Default)]
struct Paragraph {
    text: String,
    style: Option<String>,
    place: Place,
    /// Its end was deleted: the next paragraph goes on in it.
    runs_on: bool,
}

/// A table that is open: the cells of the row that is open.
#[derive(Default)]
struct Table {
    cells: Vec<Vec<String>>,
    deleted: bool,
}

struct Body<'a> {
    lists: Option<&'a mut Lists>,
    styles: &'a Styles,
    lines: Vec<Line>,
    notes: Vec<Vec<Line>>,
    paragraphs: Vec<Paragraph>,
    tables: Vec<Table>,
    /// A paragraph whose end was deleted.
    before: Option<Paragraph>,
    skipped: usize,
    /// Depth in properties of paragraphs, of runs, of rows.
    properties: [usize; 3],
    /// What was there before a change of properties.
    changes: usize,
    hidden: bool,
    text: usize,
    separator: bool,
}

const PARAGRAPH: usize = 0;
const RUN: usize = 1;
const ROW: usize = 2;

impl<'a> Body<'a> {
    fn new(styles: &'a Styles) -> Self {
        Self {
            lists: None,
            styles,
            lines: Vec::new(),
            notes: Vec::new(),
            paragraphs: Vec::new(),
            tables: Vec::new(),
            before: None,
            skipped: 0,
            properties: [0; 3],
            changes: 0,
            hidden: false,
            text: 0,
            separator: false,
        }
    }

    fn inside(&self, properties: usize) -> bool {
        self.properties.get(properties).is_some_and(|depth| *depth > 0)
    }

    fn enter(&mut self, name: &str, by: isize) {
        let kind = match name {
            "pPr" => PARAGRAPH,
            "rPr" => RUN,
            "trPr" => ROW,
            _ => return,
        };
        if let Some(depth) = self.properties.get_mut(kind) {
            *depth = depth.saturating_add_signed(by);
        }
    }

    fn push(&mut self, text: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut().filter(|_| self.skipped == 0 && !self.hidden) {
            paragraph.text.push_str(text);
        }
    }

    /// What the properties of a paragraph, a run, a row say.
    fn property(&mut self, name: &str, attributes: &Attributes<'_>) {
        let on = || attributes.get("val").is_none_or(|v| !matches!(v.as_str(), "0" | "false" | "off"));
        let (in_run, in_row) = (self.inside(RUN), self.inside(ROW));
        let deleted = matches!(name, "del" | "moveFrom");
        if in_row && deleted {
            self.tables.iter_mut().rev().take(1).for_each(|table| table.deleted = true);
        }
        let in_paragraph = self.inside(PARAGRAPH);
        if in_run && !in_paragraph && name == "vanish" {
            self.hidden = on();
        }
        let Some(paragraph) = self.paragraphs.last_mut().filter(|_| in_paragraph) else { return };
        match name {
            "pStyle" => paragraph.style = attributes.get("val"),
            "numId" => paragraph.place.number = attributes.number("val"),
            "ilvl" => paragraph.place.level = attributes.number("val"),
            _ if deleted && in_run => paragraph.runs_on = true,
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let Some(mut ended) = self.paragraphs.pop() else { return };
        if self.skipped > 0 {
            return;
        }
        let nested = !self.paragraphs.is_empty();
        // What was two paragraphs is as the second one.
        if let Some(before) = self.before.take_if(|_| !nested) {
            ended.text.insert_str(0, &before.text);
        }
        if ended.runs_on && !nested {
            self.before = Some(ended);
        } else {
            self.put(&ended);
        }
    }

    fn put(&mut self, ended: &Paragraph) {
        let lists = self.lists.as_mut();
        let number = lists.and_then(|lists| lists.next(ended.place, ended.style.as_deref(), self.styles));
        // An empty paragraph counts, but there is nothing to read in it.
        let shown = if ended.text.trim().is_empty() { None } else { number };
        let text = format!("{}{}", shown.unwrap_or_default(), ended.text);
        match self.tables.last_mut() {
            Some(table) => {
                if let Some(cell) = table.cells.last_mut() {
                    cell.push(text);
                }
            }
            None => paragraph(&mut self.lines, &text),
        }
    }

    fn end_row(&mut self) {
        let Some(table) = self.tables.last_mut() else { return };
        let cells = std::mem::take(&mut table.cells);
        if std::mem::take(&mut table.deleted) || self.skipped > 0 {
            return;
        }
        let outer = self.tables.len().checked_sub(2).and_then(|index| self.tables.get_mut(index));
        match outer.and_then(|outer| outer.cells.last_mut()) {
            // A table in a cell: its row is a paragraph of that cell.
            Some(cell) => {
                let words = cells.iter().map(|cell| cell.join(" "));
                cell.push(words.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" "));
            }
            None => row(&mut self.lines, &cells),
        }
    }

    fn end(&mut self) {
        // What a cut-off file leaves open is text all the same.
        while !self.paragraphs.is_empty() {
            self.end_paragraph();
        }
        while !self.tables.is_empty() {
            self.end_row();
            self.tables.pop();
        }
        if let Some(before) = self.before.take() {
            self.put(&before);
        }
    }
}

impl Walker for Body<'_> {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
        if name.ends_with("PrChange") {
            self.changes += 1;
        }
        if self.changes > 0 {
            return;
        }
        let in_properties = self.properties.iter().any(|depth| *depth > 0);
        self.enter(name, 1);
        if in_properties {
            return self.property(name, attributes);
        }
        if SKIPPED.contains(&name) {
            self.skipped += 1;
        }
        match name {
            "p" => self.paragraphs.push(Paragraph::default()),
            "r" => self.hidden = false,
            "t" => self.text += 1,
            "tab" | "ptab" => self.push("\t"),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("-"),
            "sym" => {
                // Fonts of symbols have their own tables, in the private area; others mean the character.
                let code = attributes.get("char").and_then(|hex| u32::from_str_radix(&hex, 16).ok());
                let ch = code.filter(|code| !(0xe000..0xf900).contains(code)).and_then(char::from_u32);
                if let Some(ch) = ch {
                    self.push(ch.encode_utf8(&mut [0; 4]));
                }
            }
            "tbl" => self.tables.push(Table::default()),
            "tc" => self.tables.iter_mut().rev().take(1).for_each(|table| table.cells.push(Vec::new())),
            "footnote" | "endnote" => {
                // Lines above the notes are kept among them.
                self.separator = attributes.get("type").is_some_and(|kind| kind != "normal");
                self.lines.clear();
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if name.ends_with("PrChange") {
            self.changes = self.changes.saturating_sub(1);
        }
        if self.changes > 0 {
            return;
        }
        self.enter(name, -1);
        if self.properties.iter().any(|depth| *depth > 0) {
            return;
        }
        match name {
            "p" => self.end_paragraph(),
            "r" => self.hidden = false,
            "t" => self.text = self.text.saturating_sub(1),
            "tr" => self.end_row(),
            "tbl" => drop(self.tables.pop()),
            "footnote" | "endnote" => {
                let lines = std::mem::take(&mut self.lines);
                if !self.separator && !lines.is_empty() {
                    self.notes.push(lines);
                }
            }
            _ => {}
        }
        if SKIPPED.contains(&name) {
            self.skipped = self.skipped.saturating_sub(1);
        }
    }

    fn text(&mut self, text: &str) {
        if self.text > 0 {
            // A line end within a run is white space.
            self.push(&text.replace(['\r', '\n'], " "));
        }
    }
}
