//! The physical lines of a paste, with what their places on the page tell.

use super::buffer::{Glyph, Log, source_of};
use super::white_space;
use crate::intake::{Place, Role, Setting};
use crate::model::Span;
use crate::outline::numerals::han_digit;

/// One line that is not blank, without the white space at its ends.
#[derive(Debug, Clone, Copy, PartialEq)]
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
    /// What the file that the text came from says the line is.
    pub role: Role,
    /// On which of the file's pages it stands, and where.
    pub set: Option<Set>,
}

/// Where a file says that a line stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Set {
    /// The page, counted from 0.
    pub page: u32,
    /// All four numbers are finite, the size above 0, the right edge not left of the left one.
    pub place: Place,
}

impl Set {
    fn of(setting: &Setting) -> Option<Self> {
        let place = setting.place?;
        let all = [place.left, place.right, place.baseline, place.size];
        let sound = all.iter().all(|n| n.is_finite()) && place.size > 0.1 && place.right >= place.left;
        sound.then_some(Self { page: setting.page, place })
    }
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
    /// Splits at line feeds and form feeds. `known` is what is known of lines of the pasted text, in their order.
    #[inline(never)]
    pub fn split(glyphs: Vec<Glyph>, known: &[(Span, Setting)], log: &mut Log) -> Self {
        let mut lines = Vec::new();
        let (mut gap, mut page) = (1, false);
        let mut known = known.iter().peekable();
        let mut from = 0;
        while from <= glyphs.len() {
            let rest = glyphs.get(from..).unwrap_or_default();
            let length = rest.iter().position(|g| is_break(g.ch)).unwrap_or(rest.len());
            let body = rest.get(..length).unwrap_or_default();
            let indent_len = body.iter().take_while(|g| white_space::is_white(g.ch)).count();
            let trail_len = body.iter().rev().take_while(|g| white_space::is_white(g.ch)).count();
            if indent_len < length {
                let indent = body.iter().take(indent_len).map(|g| white_space::width(g.ch)).sum();
                let (start, end) = (from + indent_len, from + length - trail_len);
                log_dropped(log, body.get(..indent_len));
                log_dropped(log, body.get(length - trail_len..));
                let at = glyphs.get(start).map_or(0, |g| g.at);
                while known.next_if(|(span, _)| span.end <= at).is_some() {}
                let setting = known.peek().filter(|(span, _)| span.start <= at).map(|(_, setting)| setting);
                let role = setting.map_or(Role::Line, |s| s.role);
                let set = setting.and_then(Set::of);
                lines.push(Line { start, end, gap, indent, page, role, set });
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

    /// Whether the file says that the line at an index is whole: a paragraph, or a row of a table.
    pub fn is_whole(&self, index: usize) -> bool {
        self.lines.get(index).is_some_and(|l| l.role != Role::Line)
    }

    /// Where a file says that the line at an index stands.
    pub fn set_at(&self, index: usize) -> Option<Set> {
        self.lines.get(index).and_then(|l| l.set)
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

/// How items are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbering {
    /// 一、
    Heading,
    /// （一）
    Bracketed,
    /// 第一部分
    Part,
    /// 1. or 1、
    Digits,
}

/// The number with which a line begins: `一、`, `（一）`, `第一部分`, `10.`.
pub fn item_number(line: &[Glyph]) -> Option<(Numbering, u32)> {
    let first = line.first()?.ch;
    let at = |i: usize| line.get(i).map(|g| g.ch);
    let numeral = |from: usize| {
        let length = line.iter().skip(from).take_while(|g| numeral_digit(g.ch).is_some()).count();
        let number = line.iter().skip(from).take(length.min(3)).fold(0, |n, g| match numeral_digit(g.ch) {
            Some(10) => n.max(1) * 10,
            digit => n + digit.unwrap_or(0),
        });
        (length > 0).then_some((number, from + length))
    };
    match first {
        '（' | '(' => {
            let (number, end) = numeral(1)?;
            matches!(at(end)?, '）' | ')').then_some((Numbering::Bracketed, number))
        }
        '第' => {
            let (number, end) = numeral(1)?;
            matches!(at(end)?, '部' | '章').then_some((Numbering::Part, number))
        }
        '0'..='9' => {
            let digits = line.iter().take_while(|g| g.ch.is_ascii_digit()).count();
            let number =
                line.iter().take(digits.min(3)).try_fold(0, |n, g| Some(n * 10 + g.ch.to_digit(10)?))?;
            let decimal = at(digits + 1).is_some_and(|c| c.is_ascii_digit());
            let item = digits <= 2 && matches!(at(digits)?, '.' | '．' | '、') && !decimal;
            item.then_some((Numbering::Digits, number))
        }
        _ => {
            let (number, end) = numeral(0)?;
            matches!(at(end)?, '、' | '．' | '.').then_some((Numbering::Heading, number))
        }
    }
}

/// Whether the line begins as a numbered heading does: `一、`, `（一）`, `第一部分`.
pub fn begins_heading(line: &[Glyph]) -> bool {
    item_number(line).is_some_and(|(numbering, _)| numbering != Numbering::Digits)
}

/// What a numeral of a heading is worth; none is written 两 or 〇.
fn numeral_digit(c: char) -> Option<u32> {
    match c {
        '十' => Some(10),
        '两' | '〇' | '零' => None,
        _ => han_digit(c),
    }
}

#[cfg(test)]
mod tests {
    use super::super::buffer::glyphs_of;
    use super::*;

    #[test]
    fn items_are_known_by_their_numbers() {
        for (line, wanted) in [
            ("一、回顾", Some((Numbering::Heading, 1))),
            ("（十二）坚持", Some((Numbering::Bracketed, 12))),
            ("(二十)坚持", Some((Numbering::Bracketed, 20))),
            ("第三部分 任务", Some((Numbering::Part, 3))),
            ("10.新增", Some((Numbering::Digits, 10))),
            ("1.5亿元", None),
            ("2023、2024年", None),
            ("一是加强", None),
            ("十四五", None),
        ] {
            assert_eq!(item_number(&glyphs_of(line)), wanted, "{line}");
        }
    }
}
