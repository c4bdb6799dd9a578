//! Spaces that typesetting left between characters.

use super::buffer::{Glyph, Log, source_of};
use super::continuity;
use super::lines::FORM_FEED;
use super::white_space;
use std::ops::Range;

/// Every character of a line set apart: 推 进 乡 村 振 兴.
pub const SPACED: &str = "spaced_characters";
/// A space beside a number, a mark, or within a word.
pub const STRAY: &str = "stray_space";
/// So many single characters in a row, a space between each, are spaced.
const RUN: usize = 4;
/// A gap of so many half characters parts columns.
const COLUMN: u32 = 3;

/// Takes out the spaces of spaced lines.
#[inline(never)]
pub fn unspace(glyphs: Vec<Glyph>, log: &mut Log) -> Vec<Glyph> {
    if !log.allows(SPACED) {
        return glyphs;
    }
    by_line(glyphs, |line, from, dropped| {
        let gaps: Vec<Gap> = gaps(line);
        let apart = gaps.iter().filter(|g| is_wide(g.before) && is_wide(g.after)).count();
        if apart + 1 < RUN {
            return;
        }
        let together =
            line.windows(2).filter(|w| matches!(w, [a, b] if is_han(a.ch) && is_han(b.ch))).count();
        let whole = apart > 2 * together;
        let mut run = 0;
        while run < gaps.len() {
            // A run of gaps with one character between each and the next.
            let length = gaps.get(run..).unwrap_or_default().windows(2).take_while(|w| single(w)).count() + 1;
            let stretch = gaps.get(run..run + length).unwrap_or_default();
            if whole || length + 1 > RUN {
                for gap in stretch
                    .iter()
                    .filter(|g| g.width < COLUMN && !(g.before.is_ascii() && g.after.is_ascii() && !whole))
                {
                    let words = gap.before.is_ascii_alphabetic() && gap.after.is_ascii_alphabetic();
                    if !words {
                        dropped.push(from + gap.start..from + gap.end);
                        log.count(SPACED, source_of(line.get(gap.start..gap.end).unwrap_or_default()));
                    }
                }
            }
            run += length;
        }
    })
}

/// Takes out stray spaces of paragraphs.
#[inline(never)]
pub fn tidy(glyphs: Vec<Glyph>, log: &mut Log) -> Vec<Glyph> {
    if !log.allows(STRAY) {
        return glyphs;
    }
    by_line(glyphs, |line, from, dropped| {
        let prose = line.iter().any(|g| matches!(g.ch, '。' | '，' | '、' | '；'));
        for gap in gaps(line) {
            if gap.width >= COLUMN || !is_stray(&gap, prose, line) {
                continue;
            }
            dropped.push(from + gap.start..from + gap.end);
            log.count(STRAY, source_of(line.get(gap.start..gap.end).unwrap_or_default()));
        }
    })
}

fn is_stray(gap: &Gap, prose: bool, line: &[Glyph]) -> bool {
    let (a, b) = (gap.before, gap.after);
    if is_opening(a) || is_shutting(b) {
        return true;
    }
    if matches!(b, '年' | '月' | '日') && a.is_ascii_digit() || matches!(a, '年' | '月') && b.is_ascii_digit()
    {
        return true;
    }
    if !prose {
        return false;
    }
    let number = |c: char| c.is_ascii_alphanumeric() || matches!(c, '%' | '％');
    if is_wide(a) && number(b) {
        return true;
    }
    if number(a) && is_wide(b) {
        // "1 新建…" at the beginning of a line is the number of a row.
        let first = line.iter().take(gap.start).all(|g| g.ch.is_ascii_digit());
        return !(first && gap.start <= 2) || continuity::follows('0', b) >= 2;
    }
    if a.is_ascii_digit() && matches!(b, '%' | '％') {
        return true;
    }
    if is_mark(a) || is_mark(b) {
        return is_wide(a) && is_wide(b);
    }
    is_han(a) && is_han(b) && line.len() > 30 && continuity::follows(a, b) >= 8
}

/// White space between two characters of a line.
struct Gap {
    start: usize,
    end: usize,
    width: u32,
    before: char,
    after: char,
}

fn gaps(line: &[Glyph]) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let mut before: Option<char> = None;
    let mut open: Option<(usize, u32)> = None;
    for (i, glyph) in line.iter().enumerate() {
        if white_space::is_white(glyph.ch) {
            let (start, width) = open.unwrap_or((i, 0));
            open = Some((start, width + white_space::width(glyph.ch)));
        } else {
            if let (Some((start, width)), Some(before)) = (open.take(), before) {
                gaps.push(Gap { start, end: i, width, before, after: glyph.ch });
            }
            before = Some(glyph.ch);
        }
    }
    gaps
}

/// Whether between these two neighbouring gaps one character or one number stands.
fn single(pair: &[Gap]) -> bool {
    matches!(pair, [a, b] if b.start == a.end + 1)
}

/// Goes through the lines that hold white space; `edit` takes a line and where it begins, and adds what of the text is
/// not kept, in order.
fn by_line(
    mut glyphs: Vec<Glyph>,
    mut edit: impl FnMut(&[Glyph], usize, &mut Vec<Range<usize>>),
) -> Vec<Glyph> {
    let mut dropped: Vec<Range<usize>> = Vec::new();
    let mut next = 0;
    while let Some(space) = glyphs.iter().skip(next).position(|g| is_space(g.ch)).map(|at| next + at) {
        let is_end = |g: &Glyph| g.ch == '\n' || g.ch == FORM_FEED;
        let (before, behind) = glyphs.split_at_checked(space).unwrap_or_default();
        let from = before.iter().rposition(is_end).map_or(0, |end| end + 1);
        let end = behind.iter().position(is_end).map_or(glyphs.len(), |at| space + at);
        edit(glyphs.get(from..end).unwrap_or_default(), from, &mut dropped);
        next = end.max(space + 1);
    }
    let mut dropped = dropped.into_iter().peekable();
    let Some(mut kept) = dropped.peek().map(|range| range.start) else { return glyphs };
    // What stands between moves to the front.
    while let Some(range) = dropped.next() {
        let between = range.end..dropped.peek().map_or(glyphs.len(), |next| next.start);
        let length = between.len();
        glyphs.copy_within(between, kept);
        kept += length;
    }
    glyphs.truncate(kept);
    glyphs
}

/// White space within a line.
#[inline]
fn is_space(c: char) -> bool {
    !matches!(c, '\n' | FORM_FEED) && white_space::is_white(c)
}

fn is_wide(c: char) -> bool {
    u32::from(c) >= 0x2000 && !c.is_whitespace()
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

fn is_mark(c: char) -> bool {
    matches!(c, '，' | '。' | '、' | '；' | '：' | '！' | '？') || is_opening(c) || is_shutting(c)
}

fn is_opening(c: char) -> bool {
    matches!(c, '“' | '‘' | '（' | '《' | '〔' | '【')
}

fn is_shutting(c: char) -> bool {
    matches!(c, '”' | '’' | '）' | '》' | '〕' | '】' | '，' | '。' | '、' | '；' | '！' | '？')
}
