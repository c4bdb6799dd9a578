//! A text with both kinds of offset: bytes, in which Rust slices, and UTF-16 code units, in which
//! browsers and the contract do.

use crate::model::Span;
use std::ops::Range;

/// Every so many bytes the index remembers the UTF-16 offset: few enough that a step from there is short.
const STRIDE: usize = 16;

/// A string that can be sliced by byte ranges and by [`Span`]s of UTF-16 code units.
///
/// Neither conversion looks at more than a few characters. Neither can panic: an offset beyond the end or inside a
/// character is moved back to the nearest boundary.
#[derive(Debug, Clone)]
pub struct Text {
    string: String,
    /// For each multiple of [`STRIDE`] bytes, how many code units the characters take that begin before it.
    utf16_at: Vec<u32>,
    utf16_len: u32,
}

impl Text {
    /// Takes the string and indexes it, in one pass.
    pub fn new(string: String) -> Self {
        let mut utf16_len = 0;
        let before = |chunk| {
            let before = utf16_len;
            utf16_len += units(chunk);
            before
        };
        let utf16_at = string.as_bytes().chunks(STRIDE).map(before).collect();
        Self { string, utf16_at, utf16_len }
    }

    /// The whole string.
    pub fn as_str(&self) -> &str {
        &self.string
    }

    /// Gives the string back.
    pub fn into_string(self) -> String {
        self.string
    }

    /// The length in UTF-16 code units.
    pub fn utf16_len(&self) -> u32 {
        self.utf16_len
    }

    /// The words of a span of UTF-16 code units; empty where the span lies outside.
    pub fn slice(&self, span: Span) -> &str {
        let range = self.range(span);
        self.string.get(range).unwrap_or_default()
    }

    /// The words of a byte range; empty where it is none.
    pub fn bytes(&self, range: Range<usize>) -> &str {
        self.string.get(range).unwrap_or_default()
    }

    /// From bytes to UTF-16 code units.
    pub fn span(&self, bytes: Range<usize>) -> Span {
        Span { start: self.utf16(bytes.start), end: self.utf16(bytes.end) }
    }

    /// From UTF-16 code units to bytes.
    pub fn range(&self, span: Span) -> Range<usize> {
        let start = self.byte(span.start);
        start..self.byte(span.end).max(start)
    }

    /// UTF-16 offset of a byte offset.
    pub fn utf16(&self, byte: usize) -> u32 {
        if byte >= self.string.len() {
            return self.utf16_len;
        }
        let byte = floor_boundary(&self.string, byte);
        let stop = byte / STRIDE;
        let before = self.utf16_at.get(stop).copied().unwrap_or(0);
        before + units(self.string.as_bytes().get(stop * STRIDE..byte).unwrap_or_default())
    }

    /// Byte offset of a UTF-16 offset.
    pub fn byte(&self, utf16: u32) -> usize {
        if utf16 >= self.utf16_len {
            return self.string.len();
        }
        let stop = self.utf16_at.partition_point(|at| *at <= utf16).saturating_sub(1);
        let mut at = self.utf16_at.get(stop).copied().unwrap_or(0);
        // Where the first character begins that was not counted.
        let mut byte = stop * STRIDE;
        while !self.string.is_char_boundary(byte) {
            byte += 1;
        }
        while let Some(first) = self.string.as_bytes().get(byte) {
            let (bytes, units) = lengths(*first);
            at += units;
            if at > utf16 {
                break;
            }
            byte += bytes;
        }
        byte
    }
}

/// The characters that are not Chinese (一 to U+9FFF), marks, figures and letters, with their byte offsets. It passes by the
/// others three bytes at a time: a sixth of a report is left.
pub(crate) fn signs(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            // What begins with these bytes is Chinese for sure.
            while matches!(text.as_bytes().get(at), Some(0xe5..=0xe9)) {
                at += 3;
            }
            let c = text.get(at..)?.chars().next()?;
            at += c.len_utf8();
            if !is_han(c) {
                return Some((at - c.len_utf8(), c));
            }
        }
    })
}

/// Whether a character is Chinese, and none of the marks: 一 to U+9FFF.
#[inline]
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// A text without the white space at its ends. Chinese characters at both, as nearly always, are known without a table.
pub(crate) fn trim(text: &str) -> &str {
    match text.as_bytes() {
        [0xe4..=0xe9, ..] if matches!(text.as_bytes(), [.., 0xe4..=0xe9, _, _]) => text,
        _ => text.trim(),
    }
}

/// How many code units a string has: one for each character, two for those of four bytes.
pub(crate) fn utf16_len(string: &str) -> usize {
    units(string.as_bytes()) as usize
}

/// How many code units the characters take that begin in some bytes. It counts in eight bytes at once: whole texts pass by.
fn units(bytes: &[u8]) -> u32 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let (words, rest) = bytes.as_chunks();
    let mut count = 0;
    for word in words {
        let word = u64::from_le_bytes(*word);
        // Bytes that go on with a character are 10xxxxxx, those that begin one of two code units 1111xxxx.
        let goes_on = word >> 7 & !(word >> 6) & ONES;
        let of_two = word >> 7 & word >> 6 & word >> 5 & word >> 4 & ONES;
        // One, none or two in each byte; the product has their sum in its highest.
        count += ((ONES - goes_on + of_two).wrapping_mul(ONES) >> 56) as u32;
    }
    for byte in rest {
        count += u32::from(byte & 0xc0 != 0x80) + u32::from(*byte >= 0xf0);
    }
    count
}

/// How many bytes and how many code units a character has that begins with this byte.
fn lengths(first: u8) -> (usize, u32) {
    match first {
        0..=0x7f => (1, 1),
        0x80..=0xdf => (2, 1),
        0xe0..=0xef => (3, 1),
        0xf0.. => (4, 2),
    }
}

fn floor_boundary(string: &str, mut byte: usize) -> usize {
    while !string.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_offsets_agree_on_every_character() {
        let string: String = "ab核数😀，12.5%。".repeat(40);
        let text = Text::new(string.clone());
        let mut utf16 = 0;
        for (byte, c) in string.char_indices() {
            assert_eq!(text.utf16(byte), utf16, "byte {byte}");
            assert_eq!(text.byte(utf16), byte, "code unit {utf16}");
            utf16 += c.len_utf16() as u32;
        }
        assert_eq!(text.utf16_len(), utf16);
        assert_eq!(text.byte(utf16), string.len());
    }

    #[test]
    fn offsets_outside_or_inside_a_character_are_harmless() {
        let text = Text::new("核😀".into());
        assert_eq!(text.utf16(1), 0);
        assert_eq!(text.byte(2), 3);
        assert_eq!(text.byte(99), 7);
        assert_eq!(text.slice(Span { start: 5, end: 2 }), "");
    }
}
