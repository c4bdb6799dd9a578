//! Line ends of other systems, and line ends that a program wrote out: `\r\n` in so many letters.

use super::buffer::{Glyph, Log, source_of};
use super::census::Census;

/// CR, CR LF, NEL, U+2028 and the like.
pub const KIND: &str = "line_break";
/// A backslash and a letter.
pub const ESCAPED: &str = "escaped_break";

/// Makes every line end a line feed.
pub fn repair(glyphs: Vec<Glyph>, census: &Census, log: &mut Log) -> Vec<Glyph> {
    let glyphs = if census.odd_line_ends && log.allows(KIND) { ends(glyphs, log) } else { glyphs };
    if census.backslash && log.allows(ESCAPED) { escapes(glyphs, log) } else { glyphs }
}

fn ends(glyphs: Vec<Glyph>, log: &mut Log) -> Vec<Glyph> {
    let mut out: Vec<Glyph> = Vec::with_capacity(glyphs.len());
    let mut after_return = false;
    for glyph in glyphs {
        match glyph.ch {
            '\n' if after_return => {
                // The line feed of a CR LF: one line end of two characters.
                if let Some(last) = out.last_mut() {
                    last.len += glyph.len;
                }
            }
            '\r' | '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                log.count(KIND, glyph.source());
                out.push(glyph.with('\n'));
            }
            _ => out.push(glyph),
        }
        after_return = glyph.ch == '\r';
    }
    out
}

fn escapes(glyphs: Vec<Glyph>, log: &mut Log) -> Vec<Glyph> {
    let mut out = Vec::with_capacity(glyphs.len());
    let mut at = 0;
    while let Some(glyph) = glyphs.get(at) {
        let length = escape(glyphs.get(at..).unwrap_or_default());
        if length == 0 {
            out.push(*glyph);
            at += 1;
            continue;
        }
        let source = source_of(glyphs.get(at..at + length).unwrap_or_default());
        log.count(ESCAPED, source);
        out.push(Glyph { ch: '\n', at: source.start, len: source.end - source.start });
        at += length;
    }
    out
}

/// The length of the escaped line end with which this begins; 0 if with none.
fn escape(rest: &[Glyph]) -> usize {
    let pair = |at: usize, letter: char| {
        rest.get(at).is_some_and(|g| g.ch == '\\') && rest.get(at + 1).is_some_and(|g| g.ch == letter)
    };
    if pair(0, 'r') && pair(2, 'n') {
        return 4;
    }
    // Before another letter it may be part of a path or a formula.
    let letter_after = rest.get(2).is_some_and(|g| g.ch.is_ascii_alphabetic());
    if (pair(0, 'n') || pair(0, 'r')) && !letter_after { 2 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::super::testing::repaired_with;
    use super::*;

    #[test]
    fn every_line_end_becomes_a_line_feed() {
        for (pasted, wanted) in [
            ("甲\r\n乙\r丙\u{85}丁\u{2028}戊", "甲\n乙\n丙\n丁\n戊"),
            ("甲。\\r\\n乙。\\n丙", "甲。\n乙。\n丙"),
            ("C:\\new，甲", "C:\\new，甲"),
        ] {
            assert_eq!(repaired_with(pasted, repair), wanted, "{pasted:?}");
        }
    }
}
