//! Which characters a paste holds at all, counted once, so that repairs with nothing to do cost nothing.

use crate::text::signs;

/// What stands somewhere in the text.
#[derive(Debug, Clone, Copy, Default)]
pub struct Census {
    /// Line ends other than a line feed.
    pub odd_line_ends: bool,
    /// A backslash.
    pub backslash: bool,
    /// An ampersand.
    pub ampersand: bool,
    /// A tag may begin.
    pub angle: bool,
    /// Two question marks in a row.
    pub question_marks: bool,
    /// Characters that nobody sees.
    pub invisible: bool,
    /// Radicals, compatibility forms.
    pub compatibility: bool,
    /// Full-width digits or letters.
    pub full_width: bool,
    /// Letters and marks that may stand for digits.
    pub misread: bool,
    /// White space other than line feeds.
    pub spaces: bool,
}

impl Census {
    /// Goes through the text once.
    pub fn of(text: &str) -> Self {
        let mut census = Self::default();
        // Where the sign before ends, and which it is: of others than signs nothing depends.
        let (mut end, mut last) = (0, '\n');
        for (at, c) in signs(text) {
            let before = if at == end { last } else { '\n' };
            (end, last) = (at + c.len_utf8(), c);
            match c {
                '\n' | '，' | '。' | '、' => {}
                '\r' | '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}' => census.odd_line_ends = true,
                '\\' => census.backslash = true,
                '&' => census.ampersand = true,
                '<' => census.angle = true,
                '?' => census.question_marks |= before == '?',
                'l' | 'I' | 'O' | 'o' | '|' => census.misread |= before.is_ascii_digit() || before == '.',
                '0'..='9' => census.misread |= matches!(before, 'l' | 'I' | 'O' | 'o' | '|' | ','),
                '.' => census.misread |= matches!(before, '.' | 'l' | 'I' | 'O' | 'o' | '|'),
                _ if c.is_ascii() => {}
                '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => census.full_width = true,
                _ if super::invisible::is_invisible(c) => census.invisible = true,
                '\u{2e80}'..='\u{2fdf}' | '\u{f900}'..='\u{faff}' => census.compatibility = true,
                _ => {}
            }
            census.spaces |= c != '\n' && c.is_whitespace();
        }
        if census.ampersand {
            // Entities may stand for any of these.
            (census.invisible, census.compatibility, census.full_width) = (true, true, true);
        }
        census
    }
}
