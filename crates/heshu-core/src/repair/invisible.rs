//! Characters that nobody sees and that part words: zero-width spaces, soft hyphens, byte order marks.

use super::buffer::{Glyph, Log};
use super::census::Census;

/// The kind under which it is reported.
pub const KIND: &str = "invisible_character";

/// Takes them out.
pub fn repair(mut glyphs: Vec<Glyph>, census: &Census, log: &mut Log) -> Vec<Glyph> {
    if census.invisible && log.allows(KIND) {
        glyphs.retain(|glyph| {
            let invisible = is_invisible(glyph.ch);
            if invisible {
                log.count(KIND, glyph.source());
            }
            !invisible
        });
    }
    glyphs
}

/// Whether the character has no width and no meaning in Chinese text.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{0}'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}')
}

#[cfg(test)]
mod tests {
    use super::super::testing::repaired_with;
    use super::*;

    #[test]
    fn what_nobody_sees_is_taken_out() {
        assert_eq!(repaired_with("\u{feff}生\u{200b}产总\u{ad}值\u{2060}", repair), "生产总值");
        assert_eq!(repaired_with("A\tB\n", repair), "A\tB\n");
    }
}
