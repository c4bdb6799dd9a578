//! Reads a report's file of any format into a [`Document`]: pages of lines with what is known of their layout.
//!
//! What a file is, is told by its content ([`sniff`]), never by its name. One module reads one format; all of
//! them draw on one [`limits::Budget`], so that a hostile file can neither fill the memory nor take for ever:
//! what was read when a limit is reached stays, and a [`Note`] says so.

mod archive;
pub mod arrival;
mod counting;
mod doc;
mod docx;
mod html;
pub mod limits;
mod lines;
mod mht;
mod numbering;
mod ofd;
mod package;
mod pdf;
mod rtf;
mod say;
pub mod sniff;
pub mod text;
mod xml;

pub use heshu_core::intake::Document;
pub use limits::{Limits, Silent, Watch};
pub use say::{Error, Note, Other};
pub use sniff::Format;

use limits::Budget;

/// What a caller may say about a file.
#[derive(Debug, Clone, Default)]
pub struct Options<'a> {
    /// The file's name: shown to people, never trusted.
    pub name: &'a str,
    /// The password, for a file that asks for one.
    pub password: Option<&'a str>,
    /// The one path of an archive that is read; all are, without it.
    pub inside: Option<&'a str>,
    /// How much a file may cost.
    pub limits: Limits,
}

/// One document that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    /// The file's name, or the path inside an archive.
    pub name: String,
    /// What it was.
    pub format: Format,
    /// Its content.
    pub document: Document,
    /// What a person should know about how it was read.
    pub notes: Vec<Note>,
}

/// What a file held: one document, or those of an archive.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// What could be read; at least one.
    pub documents: Vec<Read>,
    /// What in an archive could not be read: its path there, and why.
    pub failed: Vec<(String, Error)>,
    /// What a person should know about the archive.
    pub notes: Vec<Note>,
}

/// Reads a file. Never panics; cost is bounded by [`Options::limits`].
///
/// # Errors
/// Where nothing in the file can be read, one [`Error`] that says what to do.
pub fn read(bytes: &[u8], options: &Options<'_>, watch: &mut dyn Watch) -> Result<Found, Error> {
    let mut budget = Budget::new(options.limits, options.password, watch);
    if bytes.len() > options.limits.file {
        return Err(Error::TooLarge { megabytes: options.limits.file / 1_000_000 });
    }
    match sniff::sniff(bytes, &mut budget)? {
        Format::Zip => archive::read(bytes, options.inside, &mut budget),
        format => {
            let document = one(bytes, options.name, format, &mut budget)?;
            Ok(Found { documents: vec![document], ..Found::default() })
        }
    }
}

/// Reads a file that holds one document.
fn one(bytes: &[u8], name: &str, format: Format, budget: &mut Budget<'_>) -> Result<Read, Error> {
    let document = match format {
        Format::Text => text::read(bytes, budget),
        Format::Docx => docx::read(bytes, budget),
        Format::Doc => doc::read(bytes, budget),
        Format::Ofd => ofd::read(bytes, budget),
        Format::Html => html::read(bytes, None, budget),
        Format::Mht => mht::read(bytes, budget),
        Format::Rtf => rtf::read(bytes, budget),
        Format::Pdf => pdf::read(bytes, budget),
        // Archives hold documents; they are none.
        Format::Zip => Err(Error::Unknown),
    };
    let notes = budget.take_notes();
    let document = document?;
    if document.pages.iter().all(|page| page.lines.iter().all(|line| line.text.trim().is_empty())) {
        return Err(Error::NoText);
    }
    Ok(Read { name: name.to_owned(), format, document, notes })
}
