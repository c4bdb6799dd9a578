//! Simple fonts: one byte a code, named glyphs.

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};
use hayro_syntax::object::{Array, Dict, Name, Object};

/// The characters of the 256 codes, as the font's `/Encoding` gives them.
pub(crate) fn characters(font: &Dict<'_>) -> Vec<Option<char>> {
    let described = font.get::<Dict<'_>>("Encoding");
    let base = font
        .get::<Name<'_>>("Encoding")
        .or_else(|| described.as_ref().and_then(|dict| dict.get::<Name<'_>>("BaseEncoding")));
    let encoding = match base.as_ref().map(Name::as_str) {
        Some("MacRomanEncoding") => MACINTOSH,
        // The standard encoding differs in a few quotation marks only.
        _ => WINDOWS_1252,
    };
    let mut table: Vec<Option<char>> = (0..=255).map(|byte| single(encoding, byte)).collect();
    if let Some(differences) = described.and_then(|dict| dict.get::<Array<'_>>("Differences")) {
        let mut code = 0;
        for item in differences.iter::<Object<'_>>() {
            match item {
                Object::Number(first) => code = usize::try_from(first.as_i64()).unwrap_or(usize::MAX),
                Object::Name(name) => {
                    if let Some(slot) = table.get_mut(code) {
                        *slot = character(name.as_str());
                    }
                    code = code.saturating_add(1);
                }
                _ => {}
            }
        }
    }
    table
}

fn single(encoding: &'static Encoding, byte: u8) -> Option<char> {
    let byte = [byte];
    let text = encoding.decode_without_bom_handling_and_without_replacement(&byte)?;
    text.chars().next().filter(|c| !c.is_control())
}

/// The character that a glyph's name stands for, by the conventions of the Adobe Glyph List.
fn character(name: &str) -> Option<char> {
    let name = name.split('.').next().filter(|n| !n.is_empty())?;
    let mut characters = name.chars();
    if let (Some(only), None) = (characters.next(), characters.next()) {
        return Some(only);
    }
    for prefix in ["uni", "u"] {
        let hex = name.strip_prefix(prefix).filter(|hex| (4..=6).contains(&hex.len()));
        if let Some(value) = hex.and_then(|hex| u32::from_str_radix(hex, 16).ok()) {
            return char::from_u32(value);
        }
    }
    NAMES.iter().find(|(glyph, _)| *glyph == name).map(|(_, c)| *c)
}

/// Names of the glyphs that a report's simple fonts hold beside letters.
const NAMES: &[(&str, char)] = &[
    ("space", ' '),
    ("exclam", '!'),
    ("quotedbl", '"'),
    ("numbersign", '#'),
    ("dollar", '$'),
    ("percent", '%'),
    ("ampersand", '&'),
    ("quotesingle", '\''),
    ("parenleft", '('),
    ("parenright", ')'),
    ("asterisk", '*'),
    ("plus", '+'),
    ("comma", ','),
    ("hyphen", '-'),
    ("minus", '−'),
    ("period", '.'),
    ("slash", '/'),
    ("zero", '0'),
    ("one", '1'),
    ("two", '2'),
    ("three", '3'),
    ("four", '4'),
    ("five", '5'),
    ("six", '6'),
    ("seven", '7'),
    ("eight", '8'),
    ("nine", '9'),
    ("colon", ':'),
    ("semicolon", ';'),
    ("less", '<'),
    ("equal", '='),
    ("greater", '>'),
    ("question", '?'),
    ("at", '@'),
    ("bracketleft", '['),
    ("backslash", '\\'),
    ("bracketright", ']'),
    ("asciicircum", '^'),
    ("underscore", '_'),
    ("grave", '`'),
    ("braceleft", '{'),
    ("bar", '|'),
    ("braceright", '}'),
    ("asciitilde", '~'),
    ("quoteleft", '‘'),
    ("quoteright", '’'),
    ("quotedblleft", '“'),
    ("quotedblright", '”'),
    ("endash", '–'),
    ("emdash", '—'),
    ("bullet", '•'),
    ("ellipsis", '…'),
    ("perthousand", '‰'),
    ("degree", '°'),
    ("periodcentered", '·'),
    ("middot", '·'),
    ("multiply", '×'),
    ("divide", '÷'),
    ("plusminus", '±'),
    ("section", '§'),
    ("mu", 'µ'),
    ("twosuperior", '²'),
    ("threesuperior", '³'),
    ("lessequal", '≤'),
    ("greaterequal", '≥'),
    ("fi", 'ﬁ'),
    ("fl", 'ﬂ'),
    ("nbspace", '\u{a0}'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyph_names_are_characters() {
        for (name, c) in [
            ("A", Some('A')),
            ("percent", Some('%')),
            ("seven.tf", Some('7')),
            ("uni4EBF", Some('亿')),
            ("u5143", Some('元')),
            ("u2000B", Some('\u{2000b}')),
            ("g12", None),
            (".notdef", None),
        ] {
            assert_eq!(character(name), c, "{name}");
        }
    }
}
