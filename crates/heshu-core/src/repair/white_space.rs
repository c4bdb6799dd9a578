//! White space that says nothing: indents, blank lines, line ends.

use crate::text::is_han;

/// The kind under which it is reported.
pub const KIND: &str = "white_space";

/// The width of a white-space character in half characters.
pub fn width(c: char) -> u32 {
    match c {
        '\u{3000}' | '\u{2003}' | '\u{2001}' => 2,
        '\t' => 4,
        '\u{200a}' | '\u{2009}' | '\u{202f}' => 0,
        _ => 1,
    }
}

/// Whether a character is white space. Nearly all are Chinese, and known without a table.
#[inline]
pub fn is_white(c: char) -> bool {
    !is_han(c) && c.is_whitespace()
}
