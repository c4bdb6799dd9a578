//! From bytes to text: UTF-8, UTF-16 and the Chinese encodings that GB18030 holds (GB2312, GBK).

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// The text that bytes hold; none where no encoding fits.
pub fn text(bytes: &[u8]) -> Option<String> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return strict(encoding, bytes.get(mark..)?);
    }
    // UTF-16 before UTF-8: Latin letters of UTF-16 are UTF-8, too, with noughts between them.
    utf16_without_mark(bytes)
        .and_then(|encoding| strict(encoding, bytes))
        .or_else(|| strict(UTF_8, bytes))
        .or_else(|| strict(GB18030, bytes))
}

fn strict(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    // A file of another kind may decode by chance, but texts have no noughts.
    (!text.contains('\0')).then(|| text.into_owned())
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
            assert_eq!(text(&bytes).as_deref(), Some(REPORT), "{name}");
        }
    }

    #[test]
    fn what_is_no_text_is_not_taken_for_one() {
        for bytes in [&b"%PDF-1.7\n\x00\x01\xff\xff"[..], b"PK\x03\x04\x14\x00\x00\x00", b"\xff\xff\xff"] {
            assert_eq!(text(bytes), None, "{bytes:?}");
        }
        assert_eq!(text(b"").as_deref(), Some(""));
    }
}
