//! Named encodings of composite fonts: codes that are characters in an encoding that everybody knows.
//!
//! ISO 32000-2, 9.7.5.2. No CMap is needed to read them: `GBK-EUC-H` says that the codes are GBK.

use encoding_rs::{BIG5, Encoding, GB18030};

/// How the bytes of a string are codes, and codes characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Named {
    /// Two bytes of UTF-16BE, four for a surrogate pair.
    Utf16,
    /// Four bytes.
    Utf32,
    /// One to four bytes.
    Utf8,
    /// GB2312, GBK and GB18030: one, two or four bytes.
    Gb(Latin),
    /// Big5 and its extensions: one or two bytes.
    Big5,
}

/// Which glyph numbers the ASCII characters have in Adobe-GB1: needed for their widths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Latin {
    /// From 1 on, of their own widths.
    Proportional,
    /// From 814 on, half an em each; the space is 7716.
    Half,
}

impl Named {
    /// The encoding of a predefined CMap, without its `-H` or `-V`.
    pub(crate) fn of(name: &str) -> Option<Self> {
        let family = name.strip_suffix("-H").or_else(|| name.strip_suffix("-V"))?;
        Some(match family {
            _ if family.starts_with("Uni") && family.contains("UTF32") => Self::Utf32,
            _ if family.starts_with("Uni") && family.contains("UTF8") => Self::Utf8,
            _ if family.starts_with("Uni") => Self::Utf16,
            "GB-EUC" | "GBK-EUC" => Self::Gb(Latin::Half),
            "GBK2K" | "GBKp-EUC" | "GBpc-EUC" => Self::Gb(Latin::Proportional),
            "B5pc" | "ETen-B5" | "ETenms-B5" | "HKscs-B5" => Self::Big5,
            _ => return None,
        })
    }

    /// How many of the bytes are the next code.
    pub(crate) fn length(self, bytes: &[u8]) -> usize {
        let wanted = match (self, bytes) {
            (Self::Utf16, [0xD8..=0xDB, _, 0xDC..=0xDF, _, ..]) => 4,
            (Self::Utf16, _) => 2,
            (Self::Utf32, _) => 4,
            (Self::Utf8, [first, ..]) => match first {
                0xF0..=0xF7 => 4,
                0xE0..=0xEF => 3,
                0xC0..=0xDF => 2,
                _ => 1,
            },
            (Self::Gb(_), [0x81..=0xFE, 0x30..=0x39, 0x81..=0xFE, 0x30..=0x39, ..]) => 4,
            (Self::Gb(_), [0x81..=0xFC, second, ..]) if *second >= 0x40 => 2,
            // 0xFD and 0xFE are lead bytes too, but the Macintosh has single bytes there.
            (Self::Gb(_), [0xFD | 0xFE, 0x40..=0xFE, ..]) => 2,
            (Self::Big5, [0x81..=0xFE, 0x40..=0xFE, ..]) => 2,
            _ => 1,
        };
        wanted.min(bytes.len())
    }

    /// The character of a code.
    pub(crate) fn character(self, code: &[u8]) -> Option<char> {
        let found = match (self, code) {
            (Self::Utf16, _) => {
                let units =
                    code.chunks_exact(2).filter_map(|pair| Some(u16::from_be_bytes(*pair.first_chunk()?)));
                char::decode_utf16(units).next()?.ok()?
            }
            (Self::Utf32, _) => char::from_u32(u32::from_be_bytes(*code.first_chunk()?))?,
            (Self::Utf8, _) => str::from_utf8(code).ok()?.chars().next()?,
            (Self::Gb(_), [0x80]) => 'ü',
            (Self::Gb(_), [0xA0]) => '\u{a0}',
            (Self::Gb(_), [0xFD]) => '©',
            (Self::Gb(_), [0xFE]) => '™',
            (Self::Gb(_), [0xFF]) => '…',
            (Self::Gb(_), _) => only(GB18030, code)?,
            (Self::Big5, _) => only(BIG5, code)?,
        };
        (!found.is_control()).then_some(found)
    }

    /// The glyph number by which widths are listed; `None` for the wide characters, which have the font's default.
    pub(crate) fn cid(self, c: char) -> Option<u32> {
        let place = u32::from(c).checked_sub(u32::from(' ')).filter(|n| *n < 95)?;
        Some(match self {
            Self::Gb(Latin::Half) if place == 0 => 7_716,
            Self::Gb(Latin::Half) => 813 + place,
            _ => 1 + place,
        })
    }
}

fn only(encoding: &'static Encoding, code: &[u8]) -> Option<char> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(code)?;
    text.chars().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(name: &str, mut bytes: &[u8]) -> String {
        let named = Named::of(name).expect(name);
        let mut text = String::new();
        while !bytes.is_empty() {
            let (code, rest) = bytes.split_at(named.length(bytes));
            text.push(named.character(code).unwrap_or('\u{fffd}'));
            bytes = rest;
        }
        text
    }

    #[test]
    fn codes_are_split_and_read_as_the_encoding_says() {
        for (name, bytes, read) in [
            ("GBK-EUC-H", &b"2024\xc4\xea"[..], "2024年"),
            ("GBK-EUC-V", b"\xd4\xf6\xb3\xa4", "增长"),
            ("GB-EUC-H", b"\xb9\xb2", "共"),
            ("GBpc-EUC-H", b"\xc8\xcb\xff", "人…"),
            ("GBK2K-H", b"\x81\x39\xee\x39\xd2\xda", "㐀亿"),
            ("UniGB-UCS2-H", b"\x4e\xbf\x00%", "亿%"),
            ("UniGB-UTF16-H", b"\xd8\x40\xdc\x0b\x51\x43", "\u{2000b}元"),
            ("UniGB-UTF8-H", "亿元".as_bytes(), "亿元"),
            ("ETen-B5-H", b"\xb3\x66", "貨"),
            ("GBK-EUC-H", b"\xc4", "\u{fffd}"),
        ] {
            assert_eq!(text(name, bytes), read, "{name}");
        }
        assert_eq!(Named::of("Identity-H"), None);
    }
}
