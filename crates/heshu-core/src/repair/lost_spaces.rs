//! Question marks that a lossy conversion put for spaces: `????现在，我代表`.

use super::buffer::{Glyph, Log, source_of};
use super::census::Census;

/// The kind under which it is reported.
pub const KIND: &str = "lost_space";

/// Puts a space for every run of two or more.
pub fn repair(glyphs: Vec<Glyph>, census: &Census, log: &mut Log) -> Vec<Glyph> {
    if !census.question_marks || !log.allows(KIND) {
        return glyphs;
    }
    let mut out: Vec<Glyph> = Vec::with_capacity(glyphs.len());
    let mut at = 0;
    while at < glyphs.len() {
        let rest = glyphs.get(at..).unwrap_or_default();
        let length = rest.iter().take_while(|g| g.ch == '?').count();
        // At the end of a line two of them may be a question; an odd number is not made of pairs of bytes.
        let ends_line = rest.get(length).is_none_or(|g| matches!(g.ch, '\n' | '\u{c}'));
        if length < 2 || length % 2 == 1 || (ends_line && length < 4) {
            out.extend(rest.iter().take(length.max(1)));
            at += length.max(1);
            continue;
        }
        let source = source_of(rest.get(..length).unwrap_or_default());
        log.count(KIND, source);
        out.push(Glyph { ch: ' ', at: source.start, len: source.end - source.start });
        at += length;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::testing::repaired_with;
    use super::*;

    #[test]
    fn runs_become_spaces_and_questions_stay() {
        for (pasted, wanted) in [
            ("????现在，我代表", " 现在，我代表"),
            ("县长??杨某", "县长 杨某"),
            ("县长?? 杨某", "县长  杨某"),
            ("政??府??工??作", "政 府 工 作"),
            ("为什么?怎么办??", "为什么?怎么办??"),
            ("什么???好", "什么???好"),
        ] {
            assert_eq!(repaired_with(pasted, repair), wanted, "{pasted}");
        }
    }
}
