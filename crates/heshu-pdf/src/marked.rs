//! Marked content: spans whose `/ActualText` says what their glyphs stand for (ISO 32000-2, 14.9.4).
//!
//! Browsers write it where a font has one glyph for several characters; without it, a tenth of such a file is wrong.

use hayro_syntax::object::{Dict, Name, Object, String as PdfString};
use hayro_syntax::page::Resources;

/// The text of a `BDC` operator's properties, which stand there or are named in the resources.
pub(crate) fn actual_text(properties: &Object<'_>, resources: &Resources<'_>) -> Option<String> {
    let text = |dict: &Dict<'_>| dict.get::<PdfString<'_>>("ActualText").map(|s| text_string(s.as_bytes()));
    match properties {
        Object::Dict(dict) => text(dict),
        Object::Name(name) => text(&resources.properties.get::<Dict<'_>>(Name::as_ref(name))?),
        _ => None,
    }
}

/// A text string of PDF: UTF-16 or UTF-8 with a mark, else PDFDocEncoding, which is Latin-1 where it matters.
fn text_string(bytes: &[u8]) -> String {
    let units = |bytes: &[u8], read: fn([u8; 2]) -> u16| -> String {
        let units = bytes.chunks_exact(2).filter_map(|pair| pair.first_chunk().copied().map(read));
        char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect()
    };
    let text = match bytes {
        [0xFE, 0xFF, rest @ ..] => units(rest, u16::from_be_bytes),
        [0xFF, 0xFE, rest @ ..] => units(rest, u16::from_le_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|b| char::from(*b)).collect(),
    };
    // What is no character of a line is not kept; a tab or a line end parts words.
    text.chars()
        .map(|c| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c })
        .filter(|c| {
            !c.is_control() && !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{fffc}')
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_strings_are_read_in_their_encodings() {
        assert_eq!(text_string(b"\xfe\xff\x4e\xbf\x51\x43"), "亿元");
        assert_eq!(text_string(b"\xff\xfe\xbf\x4e"), "亿");
        assert_eq!(text_string("\u{feff}亿元".as_bytes()), "亿元");
        assert_eq!(text_string(b"24.5%\t"), "24.5% ");
        assert_eq!(text_string(b"\xfe\xff\x00\xad"), "", "a soft hyphen");
    }
}
