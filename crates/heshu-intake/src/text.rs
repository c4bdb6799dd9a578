//! Plain text: UTF-8, UTF-16 with and without its mark, GB18030 (and with it GB2312 and GBK), Big5.

use crate::limits::Budget;
use crate::lines::line;
use crate::{Error, Note};
use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};
use heshu_core::intake::{Document, Page, Role};

/// Reads a text. A form feed begins a page.
pub(crate) fn read(bytes: &[u8], budget: &mut Budget<'_>) -> Result<Document, Error> {
    let text = decode(bytes).ok_or(Error::Unknown)?;
    Ok(document(&text, budget))
}

/// A text as a document: its lines as they stand.
pub(crate) fn document(text: &str, budget: &mut Budget<'_>) -> Document {
    let mut pages = Vec::new();
    for page in text.split('\u{c}') {
        if pages.len() == budget.limits.pages {
            budget.note(Note::Pages(pages.len()));
            break;
        }
        let mut lines: Vec<_> =
            page.split('\n').flat_map(line_ends).map(|text| line(text, Role::Line)).collect();
        // What stands behind the last line end is no line.
        lines.pop_if(|last| last.text.is_empty());
        pages.push(Page { lines, ..Page::default() });
    }
    Document { pages }
}

/// Line ends of Windows, and of old Macs.
fn line_ends(line: &str) -> impl Iterator<Item = &str> {
    line.strip_suffix('\r').unwrap_or(line).split('\r')
}

/// The text that bytes hold; none where no encoding fits.
pub fn decode(bytes: &[u8]) -> Option<String> {
    let (encoding, mark) = encoding(bytes)?;
    let (text, _) = encoding.decode_without_bom_handling(bytes.get(mark..)?);
    Some(text.into_owned())
}

/// The beginning of a text, enough to see what it is; none where the file is no text.
pub(crate) fn beginning(bytes: &[u8]) -> Option<String> {
    let (encoding, mark) = encoding(bytes)?;
    let end = bytes.len().min(mark + BEGINNING);
    Some(encoding.decode_without_bom_handling(bytes.get(mark..end)?).0.into_owned())
}

const BEGINNING: usize = 4096;

/// An encoding by the name that a web page or a message gives it, where it is one that is read.
pub(crate) fn named(name: &str) -> Option<&'static Encoding> {
    match name.trim_matches(['"', '\'', ' ']).to_ascii_lowercase().as_str() {
        "gb2312" | "gbk" | "gb18030" | "gb_2312-80" | "x-gbk" | "cp936" | "ms936" => Some(GB18030),
        "big5" | "big5-hkscs" | "cp950" => Some(BIG5),
        "utf-8" | "utf8" => Some(UTF_8),
        "utf-16" | "utf-16le" | "unicode" => Some(UTF_16LE),
        "utf-16be" => Some(UTF_16BE),
        _ => None,
    }
}

/// The encoding of a text, and the length of its mark.
fn encoding(bytes: &[u8]) -> Option<(&'static Encoding, usize)> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Some((encoding, mark));
    }
    // Letters and marks of UTF-16 that are UTF-8, too, have noughts and other odd characters between them.
    if std::str::from_utf8(bytes).is_ok_and(|text| odd(text) == 0) {
        return Some((UTF_8, 0));
    }
    let sure = utf16_without_mark(bytes).filter(|encoding| damage(encoding, bytes) == 0);
    if let Some(encoding) = sure {
        return Some((encoding, 0));
    }
    if bytes.contains(&0) {
        // A file of another kind may decode by chance, but texts have no noughts.
        return None;
    }
    let damaged = |encoding| (damage(encoding, bytes), encoding);
    let (utf8, gb, big5) = (damaged(UTF_8), damaged(GB18030), damaged(BIG5));
    // Other encodings can take broken UTF-8 for theirs, but hardly anything else looks like UTF-8.
    let text = UTF_8.decode_without_bom_handling(bytes).0;
    if text.chars().filter(|ch| !ch.is_ascii() && *ch != '\u{fffd}').count() > 10 * utf8.0 {
        return Some((UTF_8, 0));
    }
    if gb.0 == 0 && big5.0 == 0 {
        // Most pairs of bytes are characters in both; those of one language are in use.
        let (gb, big5) = (everyday(GB18030, bytes), everyday(BIG5, bytes));
        return Some((if big5 > gb { BIG5 } else { GB18030 }, 0));
    }
    // A text that was cut or damaged somewhere is a text still.
    let (damage, encoding) = [utf8, gb, big5].into_iter().min_by_key(|(damage, _)| *damage)?;
    (damage <= bytes.len() / 1000 + 1 && bytes.len() > 64 || damage == 0).then_some((encoding, 0))
}

/// How many places of the bytes are no characters of this encoding.
fn damage(encoding: &'static Encoding, bytes: &[u8]) -> usize {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    let odd = odd(&text);
    if damaged { odd.max(1) } else { odd }
}

/// How many characters there are that no text holds: controls, and those of U+FFF0 to U+FFFD that nothing is or that stand
/// for what was lost. Their bytes tell them, and every file is looked through here.
fn odd(text: &str) -> usize {
    let (mut odd, mut left) = (0, text.as_bytes());
    loop {
        left = match left {
            [] => return odd,
            // Nearly all characters, passed by at once.
            [0xe0..=0xee, _, _, behind @ ..] => behind,
            [0..=8 | 0x0e..=0x1f, behind @ ..] | [0xef, 0xbf, 0xb0..=0xb8 | 0xbd, behind @ ..] => {
                odd += 1;
                behind
            }
            [_, behind @ ..] => behind,
        };
    }
}

/// The commonest characters of Chinese prose, as both sides of the strait write them.
const EVERYDAY: &str =
    "的一是不了在人有我中大国國年为為上个個和到地要以时時会會发發业業工作政府经經济濟市，。、：";

fn everyday(encoding: &'static Encoding, bytes: &[u8]) -> usize {
    let text = encoding.decode_without_bom_handling(bytes).0;
    text.chars().filter(|ch| EVERYDAY.contains(*ch)).count()
}

/// Chinese punctuation, spaces and line ends have a high byte of 0x00, 0x30 or 0xFF; in UTF-16 they show which
/// of the two bytes is the high one.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    if !bytes.len().is_multiple_of(2) || bytes.is_empty() {
        return None;
    }
    let (mut little, mut big) = (0usize, 0usize);
    for pair in bytes.chunks_exact(2) {
        match pair {
            [b'\n' | b'\r' | b' ' | b'0'..=b'9', 0] | [0x01 | 0x02, 0x30] | [0x0c, 0xff] => little += 1,
            [0, b'\n' | b'\r' | b' ' | b'0'..=b'9'] | [0x30, 0x01 | 0x02] | [0xff, 0x0c] => big += 1,
            _ => {}
        }
    }
    // A report has such a mark every dozen characters or so; other encodings have next to none of these pairs.
    let enough = bytes.len() / 2 / 50;
    if little > big && little > enough {
        Some(UTF_16LE)
    } else if big > little && big > enough {
        Some(UTF_16BE)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = "政府工作报告\n2023年，地区生产总值388.2亿元、增长7.2％。\n";
    const TRADITIONAL: &str = "施政報告\n2023年，本地生產總值為388.2億元，增長7.2％。我們會繼續發展經濟。\n";

    #[test]
    fn every_usual_encoding_gives_the_same_text() {
        let utf16 = |order: fn(u16) -> [u8; 2]| REPORT.encode_utf16().flat_map(order).collect::<Vec<u8>>();
        let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
        let cases: [(&str, Vec<u8>); 7] = [
            ("UTF-8", REPORT.into()),
            ("UTF-8 with its mark", marked(b"\xEF\xBB\xBF", REPORT.as_bytes())),
            ("UTF-16LE", utf16(u16::to_le_bytes)),
            ("UTF-16BE", utf16(u16::to_be_bytes)),
            ("UTF-16LE with its mark", marked(b"\xFF\xFE", &utf16(u16::to_le_bytes))),
            ("UTF-16BE with its mark", marked(b"\xFE\xFF", &utf16(u16::to_be_bytes))),
            ("GB18030", GB18030.encode(REPORT).0.into_owned()),
        ];
        for (name, bytes) in cases {
            assert_eq!(decode(&bytes).as_deref(), Some(REPORT), "{name}");
        }
        assert_eq!(decode(&BIG5.encode(TRADITIONAL).0).as_deref(), Some(TRADITIONAL));
        assert_eq!(decode(&GB18030.encode(TRADITIONAL).0).as_deref(), Some(TRADITIONAL));
        assert_eq!(decode(b"\xb4\xba\xcc\xec").as_deref(), Some("春天"));
    }

    #[test]
    fn what_is_no_text_is_not_taken_for_one() {
        for bytes in [&b"%PDF-1.7\n\x00\x01\xff\xff"[..], b"PK\x03\x04\x14\x00\x00\x00", b"\xff\xff\xff"] {
            assert_eq!(decode(bytes), None, "{bytes:?}");
        }
        assert_eq!(decode(b"").as_deref(), Some(""));
    }

    #[test]
    fn a_text_with_one_damaged_place_is_still_read() {
        let mut bytes = GB18030.encode(&REPORT.repeat(20)).0.into_owned();
        bytes.truncate(bytes.len() - 2);
        bytes.push(0xff);
        assert!(decode(&bytes).is_some_and(|text| text.starts_with("政府工作报告")));
        let cut = REPORT.repeat(20);
        assert!(
            decode(&cut.as_bytes()[..cut.len() - 3]).is_some_and(|text| text.starts_with("政府工作报告"))
        );
    }

    #[test]
    fn lines_and_pages_are_as_they_stand() {
        let mut silent = crate::Silent;
        let mut budget = Budget::new(crate::Limits::default(), None, &mut silent);
        let read = document("一\r\n二\n\n三\u{c}四", &mut budget);
        assert_eq!(read.text(), "一\n二\n\n三\n\u{c}四\n");
    }
}
