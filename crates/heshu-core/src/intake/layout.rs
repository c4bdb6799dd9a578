//! What a file says of the layout of its text, apart from the text.

use super::{Document, Place, Role};
use crate::model::Span;
use crate::text::utf16_len;

/// The layout of a text, line by line, to be kept beside it.
///
/// It knows its lines by a fingerprint, so that it may be handed over with any text: lines that a person
/// changed, and all lines of another text, are as if nothing were known of them.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Layout {
    /// The lines that are not empty, in the order of the text.
    pub lines: Vec<Setting>,
}

/// What is known of one line.
#[derive(Debug, Clone, Copy, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Setting {
    /// Tells the line from others: 32 bits of FNV-1a over its UTF-8.
    pub print: u32,
    /// On which page it stands, counted from 0.
    pub page: u32,
    /// What the format says the line is.
    #[serde(default)]
    pub role: Role,
    /// Where it stands; `None` where the format does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

impl Layout {
    /// The layout of [`Document::text`].
    pub fn of(document: &Document) -> Self {
        let mut lines = Vec::new();
        for (page, content) in (0..).zip(&document.pages) {
            for line in &content.lines {
                lines.extend(pieces(&line.text).map(|(_, text)| Setting {
                    print: print(text),
                    page,
                    role: line.role,
                    place: line.place,
                }));
            }
        }
        Self { lines }
    }

    /// The lines of `text` of which something is known: where each stands (UTF-16 code units), in order.
    ///
    /// A text that was changed in one place is known from both ends up to there. One pass.
    pub(crate) fn align(&self, text: &str) -> Vec<(Span, Setting)> {
        if self.lines.is_empty() {
            return Vec::new();
        }
        let mut at = 0;
        let mut from = 0;
        let mut stand: Vec<(Span, u32)> = Vec::new();
        for (start, piece) in pieces(text) {
            let before = text.get(from..start).unwrap_or_default();
            at += units(before);
            let end = at + units(piece);
            stand.push((Span::new(at, end), print(piece)));
            at = end;
            from = start + piece.len();
        }
        let same = |(known, stands): &(&Setting, &(Span, u32))| known.print == stands.1;
        let head = self.lines.iter().zip(&stand).take_while(same).count();
        let most = self.lines.len().min(stand.len()) - head;
        let tail = self.lines.iter().rev().zip(stand.iter().rev()).take(most).take_while(same).count();
        let (known, stands) = (self.lines.len() - tail, stand.len() - tail);
        let first = self.lines.iter().zip(&stand).take(head);
        let last = self.lines.iter().skip(known).zip(stand.iter().skip(stands));
        first.chain(last).map(|(known, stands)| (stands.0, *known)).collect()
    }
}

/// What stands between line feeds and form feeds, if anything does, and where it begins.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split(['\n', '\u{c}']).filter_map(move |piece| {
        let at = start;
        start += piece.len() + 1;
        (!piece.is_empty()).then_some((at, piece))
    })
}

fn units(text: &str) -> u32 {
    u32::try_from(utf16_len(text)).unwrap_or(u32::MAX)
}

fn print(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::super::{Line, Page};
    use super::*;

    fn document() -> Document {
        let page = |lines: &[&str]| Page {
            lines: lines.iter().map(|t| Line { text: (*t).to_owned(), ..Line::default() }).collect(),
            ..Page::default()
        };
        Document { pages: vec![page(&["😀甲", "", "乙"]), page(&[]), page(&["丙", "丁\n戊", "己"])] }
    }

    fn known(layout: &Layout, text: &str) -> Vec<(u32, u32)> {
        layout.align(text).into_iter().map(|(span, line)| (span.start, line.page)).collect()
    }

    #[test]
    fn every_line_of_its_own_text_is_known() {
        let layout = Layout::of(&document());
        let text = document().text();
        assert_eq!(text, "😀甲\n\n乙\n\u{c}\u{c}丙\n丁\n戊\n己\n");
        assert_eq!(known(&layout, &text), [(0, 0), (5, 0), (9, 2), (11, 2), (13, 2), (15, 2)]);
    }

    #[test]
    fn a_changed_line_and_another_text_are_not_known() {
        let layout = Layout::of(&document());
        assert_eq!(
            known(&layout, "😀甲\n乙乙\n\u{c}丙\n丁\n戊\n己\n"),
            [(0, 0), (8, 2), (10, 2), (12, 2), (14, 2)]
        );
        assert_eq!(known(&layout, "😀甲\n己"), [(0, 0), (4, 2)]);
        for other in ["", "\n", "现在，我代表", "甲\n乙\n丙丁"] {
            assert_eq!(known(&layout, other), [], "{other}");
        }
        assert_eq!(known(&Layout::default(), "甲"), []);
    }

    #[test]
    fn it_comes_back_from_json() {
        let mut document = document();
        let place = Place { left: 72.5, right: 523.0, baseline: 90.25, size: 16.0 };
        document.pages[0].lines[0].place = Some(place);
        document.pages[2].lines[2].role = Role::Note;
        let layout = Layout::of(&document);
        let json = serde_json::to_string(&layout).unwrap();
        assert_eq!(serde_json::from_str::<Layout>(&json).unwrap(), layout);
    }
}
