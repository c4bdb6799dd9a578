//! Characters that no reader and no repair can make out: what a wrong encoding or a font without a table leaves.
//!
//! Nothing is changed. They are told as a suspicion, and numbers beside them are read with a doubt.

use super::buffer::{Glyph, Log, source_of};

/// The kind under which it is reported.
pub const SUSPECTED: &str = "suspicion_garbled";
/// So many Latin letters with accents in a row are no word.
const LATIN: usize = 4;
/// UTF-8 that was read as GBK, and memory that nobody wrote to.
const WELL_KNOWN: [&str; 3] = ["锟斤拷", "烫烫烫", "屯屯屯"];

/// Tells of every run of garbled characters.
#[inline(never)]
pub fn suspect(glyphs: &[Glyph], log: &mut Log) {
    // Nearly all characters of nearly all texts are none of these.
    let Some(mut at) = glyphs.iter().position(|g| may_begin(g.ch)).filter(|_| log.allows(SUSPECTED)) else {
        return;
    };
    while let Some(glyph) = glyphs.get(at) {
        let length = if may_begin(glyph.ch) { run(glyphs.get(at..).unwrap_or_default()) } else { 0 };
        if length > 0 {
            let run = glyphs.get(at..at + length).unwrap_or_default();
            log.tell(SUSPECTED, source_of(run), run.iter().take(12).map(|g| g.ch).collect());
        }
        at += length.max(1);
    }
}

/// Whether this character stands for one that was lost.
pub fn is_lost(c: char) -> bool {
    matches!(c,
        '\u{fffd}' | '\u{fffc}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' | '\u{80}'..='\u{84}'
        | '\u{86}'..='\u{9f}' | '\u{fdd0}'..='\u{fdef}' | '\u{fff0}'..='\u{fff8}')
}

fn is_latin(c: char) -> bool {
    matches!(
        c,
        '\u{a1}'
            ..='\u{24f}' | '\u{2c6}' | '\u{2dc}' | '€' | '™' | '‚' | '„' | '†' | '‡' | '‰' | '‹' | '›'
    )
}

#[inline]
fn may_begin(c: char) -> bool {
    match c {
        '\u{4e00}'..='\u{9fff}' => matches!(c, '锟' | '烫' | '屯'),
        // Figures and the marks of Chinese text: with the above nearly all there is.
        '\0'..='\u{7f}' | '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff5e}' => false,
        _ => is_rare(c),
    }
}

fn is_rare(c: char) -> bool {
    is_lost(c) || is_latin(c)
}

/// How many glyphs at the beginning are garbled.
fn run(rest: &[Glyph]) -> usize {
    let lost = rest.iter().take_while(|g| is_lost(g.ch)).count();
    if lost > 0 {
        return lost;
    }
    let latin = rest.iter().take_while(|g| is_latin(g.ch) || is_lost(g.ch)).count();
    if latin >= LATIN {
        return latin;
    }
    let known = |word: &&str| word.chars().zip(rest).filter(|(c, g)| *c == g.ch).count() == 3;
    if WELL_KNOWN.iter().any(known) { 3 } else { 0 }
}

#[cfg(test)]
mod tests {
    use crate::repair::repair;

    fn suspected(text: &str) -> Vec<String> {
        let found = repair(text, &Default::default());
        assert_eq!(found.text, text, "nothing is changed");
        found.repairs.into_iter().filter(|r| r.kind == super::SUSPECTED).map(|r| r.detail).collect()
    }

    #[test]
    fn what_was_lost_is_told_and_left() {
        for (text, wanted) in [
            ("生产总值完成1\u{fffd}.5亿元，增长5%。", vec!["\u{fffd}"]),
            ("完成\u{e5e5}\u{e5e6}项目建设，新增就业。", vec!["\u{e5e5}\u{e5e6}"]),
            ("锟斤拷锟斤拷生产总值。", vec!["锟斤拷", "锟斤拷"]),
            ("财政收入增长Ã¤Â¸Â¥Ã，好。", vec!["Ã¤Â¸Â¥Ã"]),
        ] {
            assert_eq!(suspected(text), wanted, "{text}");
        }
    }

    #[test]
    fn text_is_not_suspected() {
        for text in [
            "买买提·艾山，±0.5℃，“放管服”①②，PM2.5，×100",
            "Café、Zürich等品牌，€100，25‰。",
            "屯屯通公路，滚烫烫平。",
        ] {
            assert_eq!(suspected(text), [] as [String; 0], "{text}");
        }
    }
}
