//! What comes in: pasted text, or a file's pages of lines with what is known of their layout.
//!
//! Readers of formats stand in crates of their own and give a [`Document`]; nothing after this module knows
//! what format a report came in. What the format tells of the layout goes on beside the text, as a [`Layout`].

mod layout;

pub use layout::{Layout, Setting};

use crate::model::{Analysis, Bilingual};
use crate::wire;

/// A file's content in reading order. A format without pages gives one page.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Document {
    /// The pages in order. A page that could not be read is there without lines.
    pub pages: Vec<Page>,
}

/// One page: its lines in content order.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Page {
    /// Width in points, as read; 0 where the format has none.
    pub width: f32,
    /// Height in points, as read; 0 where the format has none.
    pub height: f32,
    /// The lines, in the order in which the file gives them.
    pub lines: Vec<Line>,
}

/// One line of a page.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Line {
    /// Its characters, without a line end. The cells of a table's row stand apart by tabs.
    pub text: String,
    /// What the format says the line is.
    #[serde(default)]
    pub role: Role,
    /// Where it stands; `None` where the format does not say.
    #[serde(default)]
    pub place: Option<Place>,
}

/// What a format says a line is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// A line as it was set: the paragraph may go on in the next.
    #[default]
    Line,
    /// A whole paragraph or heading: never joined to its neighbours.
    Paragraph,
    /// A row of a table: never joined to its neighbours.
    Row,
    /// A note at the foot of a page or the end of the file: not of the running text.
    Note,
}

/// Where a line stands on its page, in points from the left and the top as the page is read (rotation undone).
#[derive(Debug, Clone, Copy, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Place {
    /// Left edge of the first character.
    pub left: f32,
    /// Right edge of the last character.
    pub right: f32,
    /// The baseline, from the top of the page.
    pub baseline: f32,
    /// Size of the letters: the height of an em.
    pub size: f32,
}

/// What came of a file, from the reader to the page.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Arrival {
    /// Its documents: more than one in an archive.
    pub documents: Vec<Arrived>,
    /// What in an archive could not be read: its path there, and why.
    pub failed: Vec<(String, Refusal)>,
    /// What a person should know about the file as a whole.
    pub notes: Vec<Bilingual>,
}

/// One document of a file.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Arrived {
    /// The file's name, or the path in an archive.
    pub name: String,
    /// What people call its format.
    pub format: String,
    /// [`Document::text`].
    pub text: String,
    /// The document as bytes ([`crate::wire::pack`]), to be handed on.
    #[serde(with = "wire::bytes")]
    pub document: Vec<u8>,
    /// What a person should know about how it was read.
    pub notes: Vec<Bilingual>,
}

/// What came of a file, analysed: from the workers of a set of reports to what holds the set.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Analysed {
    /// Its documents, each with the bytes of its analysis ([`wire::encode`]).
    pub documents: Vec<(Arrived, wire::Bytes)>,
    /// What in an archive could not be read: its path there, and why.
    pub failed: Vec<(String, Refusal)>,
    /// What a person should know about the file as a whole.
    pub notes: Vec<Bilingual>,
}

impl Analysed {
    /// Adds a document, and of its analysis what a set asks for: neither repairs nor findings.
    pub fn push(&mut self, arrived: Arrived, mut analysis: Analysis) {
        (analysis.repairs, analysis.checks, analysis.unchecked) = Default::default();
        self.documents.push((arrived, wire::Bytes(wire::encode(&analysis))));
    }
}

/// Why a file could not be read.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Refusal {
    /// A short name that does not change; `password` and `wrong_password` ask for one.
    pub id: String,
    /// What is wrong and what to do.
    pub sentence: Bilingual,
}

impl Refusal {
    /// Whether a password would open the file, and whether one was wrong.
    pub fn wants_password(&self) -> Option<bool> {
        match self.id.as_str() {
            "password" => Some(false),
            "wrong_password" => Some(true),
            _ => None,
        }
    }
}

impl Document {
    /// The text as a paste would give it: a line feed after each line, a form feed between pages.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for (number, page) in self.pages.iter().enumerate() {
            if number > 0 {
                text.push('\u{c}');
            }
            for line in &page.lines {
                text.push_str(&line.text);
                text.push('\n');
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_documents_text_is_its_lines_and_pages() {
        let line = |text: &str| Line { text: text.to_owned(), ..Line::default() };
        let page =
            |lines: &[&str]| Page { lines: lines.iter().map(|t| line(t)).collect(), ..Page::default() };
        let document = Document {
            pages: vec![page(&["政府工作报告", "各位代表："]), page(&[]), page(&["谢谢。"])],
        };
        assert_eq!(document.text(), "政府工作报告\n各位代表：\n\u{c}\u{c}谢谢。\n");
    }
}
