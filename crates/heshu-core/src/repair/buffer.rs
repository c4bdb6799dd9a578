//! The text on its way through the repairs: characters that remember where they stood.

use super::map::utf16_len;
use crate::Options;
use crate::model::Span;

/// One character, and where it stood in the pasted text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph {
    /// The character as it is now.
    pub ch: char,
    /// Where it, or what became it, began in the pasted text (UTF-16 code units).
    pub at: u32,
    /// How long that was; 0 for a character that was put in.
    pub len: u32,
}

impl Glyph {
    /// The span of the pasted text.
    pub fn source(self) -> Span {
        Span::new(self.at, self.at + self.len)
    }

    /// The same place with another character.
    pub fn with(self, ch: char) -> Self {
        Self { ch, ..self }
    }
}

/// The characters of a pasted text.
pub fn glyphs_of(pasted: &str) -> Vec<Glyph> {
    let mut at = 0;
    let mut glyphs = vec![Glyph { ch: '\0', at: 0, len: 0 }; pasted.chars().count()];
    for (glyph, ch) in glyphs.iter_mut().zip(pasted.chars()) {
        let len = utf16_len(ch);
        *glyph = Glyph { ch, at, len };
        at += len;
    }
    glyphs
}

/// The source span of a run of glyphs that stood together.
pub fn source_of(glyphs: &[Glyph]) -> Span {
    let spans = glyphs.iter().map(|g| g.source());
    spans.reduce(Span::cover).unwrap_or_default()
}

/// What was changed so far, in terms of the pasted text.
#[derive(Debug, Default)]
pub struct Log<'a> {
    switched_off: &'a [String],
    /// Small changes; those of one kind in one line become one repair.
    pub edits: Vec<Edit>,
}

/// One change.
#[derive(Debug, Clone)]
pub struct Edit {
    /// Id of the repair.
    pub kind: &'static str,
    /// Where in the pasted text.
    pub source: Span,
    /// What is said of it; changes that say nothing are counted line by line.
    pub detail: Option<String>,
}

impl<'a> Log<'a> {
    /// An empty log.
    pub fn new(options: &'a Options) -> Self {
        Self { switched_off: &options.without_repairs, edits: Vec::new() }
    }

    /// Whether this kind may be repaired.
    pub fn allows(&self, kind: &str) -> bool {
        !self.switched_off.iter().any(|off| off == kind)
    }

    /// Notes a small change, to be counted with its like in the same line.
    pub fn count(&mut self, kind: &'static str, source: Span) {
        self.edits.push(Edit { kind, source, detail: None });
    }

    /// Notes a change, or a suspicion, that is told on its own.
    pub fn tell(&mut self, kind: &'static str, source: Span, detail: String) {
        if self.allows(kind) {
            self.edits.push(Edit { kind, source, detail: Some(detail) });
        }
    }
}
