//! XML as a walk over its elements: local names only, entities of a document type never expanded.

use crate::limits::Budget;
use crate::{Note, text};
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;

/// What a reader of XML is told, in document order.
pub(crate) trait Walker {
    /// An element begins.
    fn open(&mut self, name: &str, attributes: &Attributes<'_>);
    /// An element ends.
    fn close(&mut self, name: &str);
    /// Characters.
    fn text(&mut self, text: &str);
}

/// The attributes of an element.
pub(crate) struct Attributes<'a>(&'a BytesStart<'a>);

impl Attributes<'_> {
    /// The value of the attribute with this local name.
    pub fn get(&self, name: &str) -> Option<String> {
        let mut all = self.0.attributes();
        let mut found = all.with_checks(false).flatten().filter(|a| a.key.local_name().as_ref() == name);
        let raw = found.next()?.value;
        Some(unescape(&raw))
    }

    /// The same as a number.
    pub fn number(&self, name: &str) -> Option<i64> {
        self.get(name)?.trim().parse().ok()
    }
}

/// Character references and XML's own five entities; others stay as they are written.
fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        match after.split_once(';').and_then(|(name, rest)| Some((entity(name)?, rest))) {
            Some((ch, tail)) => {
                out.push(ch);
                rest = tail;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out + rest
}

fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let digits = name.strip_prefix('#')?;
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => digits.parse(),
            };
            char::from_u32(code.ok()?)
        }
    }
}

/// Walks over a part's XML as far as it is whole; damage and limits are noted.
pub(crate) fn walk(bytes: &[u8], walker: &mut dyn Walker, budget: &mut Budget<'_>) {
    let xml = decoded(bytes);
    let mut reader = quick_xml::Reader::from_str(&xml);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.expand_empty_elements = true;
    loop {
        if budget.late() {
            return;
        }
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                let name = start.local_name();
                walker.open(name.as_ref(), &Attributes(&start));
            }
            Ok(Event::End(end)) => {
                walker.close(end.local_name().as_ref());
            }
            Ok(Event::Text(text)) => walker.text(&text),
            Ok(Event::CData(data)) => walker.text(&data),
            Ok(Event::GeneralRef(name)) => {
                if let Some(ch) = entity(&name) {
                    walker.text(ch.encode_utf8(&mut [0; 4]));
                }
            }
            Ok(Event::Eof) => return,
            Ok(_) => {}
            Err(_) => return budget.note(Note::Damaged),
        }
    }
}

/// The characters of a part: UTF-8, but where a mark or the declaration says otherwise.
fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    let head = String::from_utf8_lossy(bytes.get(..100).unwrap_or(bytes));
    let declared = || {
        let (_, after) = head.strip_prefix("<?xml")?.split_once("?>")?.0.split_once("encoding=")?;
        text::named(after.get(1..)?.split(['"', '\'']).next()?)
    };
    let encoding = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None => declared().filter(|e| e.is_ascii_compatible()).unwrap_or(encoding_rs::UTF_8),
    };
    encoding.decode(bytes).0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Limits, Silent};

    #[derive(Default)]
    struct Told(String);
    impl Walker for Told {
        fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
            self.0 += &format!("<{name}{}>", attributes.get("v").unwrap_or_default());
        }
        fn close(&mut self, name: &str) {
            self.0 += &format!("</{name}>");
        }
        fn text(&mut self, text: &str) {
            self.0 += text;
        }
    }

    fn told(xml: &[u8]) -> (String, Vec<Note>) {
        let mut silent = Silent;
        let mut budget = Budget::new(Limits::default(), None, &mut silent);
        let mut walker = Told::default();
        walk(xml, &mut walker, &mut budget);
        (walker.0, budget.take_notes())
    }

    #[test]
    fn names_are_local_and_references_are_characters() {
        let (text, notes) = told("<w:p w:v='1&lt;2'>一&#x4e8c;&amp;<w:br/><![CDATA[<三>]]></w:p>".as_bytes());
        assert_eq!(text, "<p1<2>一二&<br></br><三></p>");
        assert!(notes.is_empty());
    }

    #[test]
    fn a_bomb_of_entities_does_not_go_off() {
        let bomb = br#"<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;&c;x</a>"#;
        assert_eq!(told(bomb).0, "<a>x</a>");
    }

    #[test]
    fn a_part_may_be_in_another_encoding() {
        let xml = "<?xml version='1.0' encoding='gb2312'?><a>报告</a>";
        assert_eq!(told(&encoding_rs::GB18030.encode(xml).0).0, "<a>报告</a>");
        let utf16: Vec<u8> = "\u{feff}<a>报告</a>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(told(&utf16).0, "<a>报告</a>");
    }

    #[test]
    fn what_stands_before_damage_is_kept() {
        let (text, notes) = told("<a>一<b".as_bytes());
        assert_eq!((text.as_str(), notes), ("<a>一", vec![Note::Damaged]));
    }
}
