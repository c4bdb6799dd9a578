//! The physical lines of a paste, with what their places on the page tell.

use super::buffer::{Glyph, Log, source_of};
use super::white_space;
use crate::model::Span;

/// One line that is not blank, without the white space at its ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Index of the first glyph.
    pub start: usize,
    /// One past the last glyph.
    pub end: usize,
    /// Line breaks since the line before; 1 where no blank line stands between.
    pub gap: u32,
    /// Width of the white space before it, in half characters.
    pub indent: u32,
    /// Whether a page certainly begins here: a form feed, a page number between.
    pub page: bool,
}

/// The text as lines over its glyphs.
#[derive(Debug, Default)]
pub struct Lines {
    /// All glyphs, in the pasted order, also those that stand in no line.
    pub glyphs: Vec<Glyph>,
    /// In the order in which they will be read.
    pub lines: Vec<Line>,
}

impl Lines {
    /// Splits at line feeds and form feeds.
    pub fn split(glyphs: Vec<Glyph>, log: &mut Log) -> Self {
        let mut lines = Vec::new();
        let (mut gap, mut page) = (1, false);
        let mut from = 0;
        while from <= glyphs.len() {
            let rest = glyphs.get(from..).unwrap_or_default();
            let length = rest.iter().position(|g| is_break(g.ch)).unwrap_or(rest.len());
            let body = rest.get(..length).unwrap_or_default();
            let indent_len = body.iter().take_while(|g| g.ch.is_whitespace()).count();
            let trail_len = body.iter().rev().take_while(|g| g.ch.is_whitespace()).count();
            if indent_len < length {
                let indent = body.iter().take(indent_len).map(|g| white_space::width(g.ch)).sum();
                let (start, end) = (from + indent_len, from + length - trail_len);
                log_dropped(log, body.get(..indent_len));
                log_dropped(log, body.get(length - trail_len..));
                lines.push(Line { start, end, gap, indent, page });
                (gap, page) = (0, false);
            } else {
                log_dropped(log, rest.get(..(length + 1).min(rest.len())));
            }
            match rest.get(length) {
                Some(g) if g.ch == FORM_FEED => page = true,
                _ => gap += 1,
            }
            from += length + 1;
        }
        Self { glyphs, lines }
    }

    /// The glyphs of a line.
    pub fn of(&self, line: Line) -> &[Glyph] {
        self.glyphs.get(line.start..line.end).unwrap_or_default()
    }

    /// The glyphs of the line at an index.
    pub fn at(&self, index: usize) -> &[Glyph] {
        self.lines.get(index).map(|line| self.of(*line)).unwrap_or_default()
    }

    /// The smallest span of the pasted text that holds these lines.
    pub fn source_of(&self, start: usize, end: usize) -> Span {
        let lines = self.lines.get(start..end).unwrap_or_default();
        lines.iter().map(|line| source_of(self.of(*line))).reduce(Span::cover).unwrap_or_default()
    }

    /// The glyph of the line break after a line, or one put in.
    pub fn break_after(&self, line: Line) -> Glyph {
        match self.glyphs.get(line.end) {
            Some(g) if g.ch == '\n' => *g,
            _ => {
                let at = self.of(line).last().map_or(0, |g| g.at + g.len);
                Glyph { ch: '\n', at, len: 0 }
            }
        }
    }
}

/// A form feed: a page begins.
pub const FORM_FEED: char = '\u{c}';

fn is_break(c: char) -> bool {
    c == '\n' || c == FORM_FEED
}

fn log_dropped(log: &mut Log, dropped: Option<&[Glyph]>) {
    if let Some(dropped) = dropped
        && !dropped.is_empty()
    {
        log.count(white_space::KIND, source_of(dropped));
    }
}

/// Whether a paragraph can end with this character.
pub fn ends_sentence(c: char) -> bool {
    matches!(
        c,
        '。' | '！' | '？' | '；' | '：' | '!' | '?' | ';' | ':' | '…' | '”' | '）' | ')' | '】' | '〕'
    )
}

/// Whether the line begins as a numbered heading does: `一、`, `（一）`, `第一部分`.
pub fn begins_heading(line: &[Glyph]) -> bool {
    let mut chars = line.iter().map(|g| g.ch).filter(|c| !c.is_whitespace()).peekable();
    match chars.peek() {
        Some('（' | '(') => {
            chars.next();
            skip_numeral(&mut chars) && matches!(chars.next(), Some('）' | ')'))
        }
        Some('第') => {
            chars.next();
            skip_numeral(&mut chars) && matches!(chars.next(), Some('部' | '章'))
        }
        _ => skip_numeral(&mut chars) && matches!(chars.next(), Some('、' | '．' | '.')),
    }
}

fn skip_numeral(chars: &mut std::iter::Peekable<impl Iterator<Item = char>>) -> bool {
    let mut any = false;
    while chars.next_if(|c| "一二三四五六七八九十".contains(*c)).is_some() {
        any = true;
    }
    any
}
