//! Building a document's lines.

use heshu_core::intake::{Document, Line, Page, Role};

/// A line of a role, without a place.
pub(crate) fn line(text: impl Into<String>, role: Role) -> Line {
    Line { text: text.into(), role, place: None }
}

/// A document of one page, for formats that have none.
pub(crate) fn one_page(lines: Vec<Line>) -> Document {
    Document { pages: vec![Page { lines, ..Page::default() }] }
}

/// A paragraph's text as lines: whole, it is a paragraph; broken by hand, nobody knows which breaks end one.
pub(crate) fn paragraph(lines: &mut Vec<Line>, text: &str) {
    let mut pieces = text.split('\n').map(str::trim_end).filter(|piece| !piece.trim().is_empty()).peekable();
    let Some(first) = pieces.next() else { return };
    if pieces.peek().is_none() {
        return lines.push(line(first, Role::Paragraph));
    }
    lines.push(line(first, Role::Line));
    lines.extend(pieces.map(|piece| line(piece, Role::Line)));
}

/// A row of a table from the paragraphs of its cells. A row with one cell that says something, or with cells of
/// whole texts, only lays out a page: these are paragraphs.
pub(crate) fn row(lines: &mut Vec<Line>, cells: &[Vec<String>]) {
    let full = cells.iter().filter(|cell| cell.iter().any(|text| !text.trim().is_empty())).count();
    let layout = cells.iter().any(|cell| cell.iter().filter(|text| text.chars().count() > LONG).count() > 1);
    if full == 0 {
        return;
    }
    if full == 1 || layout {
        return cells.iter().flatten().for_each(|text| paragraph(lines, text));
    }
    let cell = |paragraphs: &Vec<String>| {
        let words = paragraphs.iter().flat_map(|text| text.split(['\n', '\t']));
        words.map(str::trim).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    };
    lines.push(line(cells.iter().map(cell).collect::<Vec<_>>().join("\t"), Role::Row));
}

/// A paragraph of this length in a cell, next to others, is running text.
const LONG: usize = 60;
