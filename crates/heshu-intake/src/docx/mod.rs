//! DOCX: paragraphs with their automatic numbers put back, rows of tables, footnotes; without what was deleted.
//!
//! Parts and attributes are those of ECMA-376 (Office Open XML), part 1.

mod body;
mod numbering;
mod styles;

use crate::limits::Budget;
use crate::lines::{line, one_page};
use crate::package::Package;
use crate::xml::{Attributes, Walker, walk};
use crate::{Error, Format};
use heshu_core::intake::{Document, Line, Role};
use numbering::Lists;
use styles::Styles;

/// Reads a document.
pub(crate) fn read(bytes: &[u8], budget: &mut Budget<'_>) -> Result<Document, Error> {
    let mut package = Package::open(bytes, Format::Docx)?;
    let main = main_part(&mut package, budget).unwrap_or_else(|| "word/document.xml".to_owned());
    let folder = main.rsplit_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or_default();
    let content = package.part(&main, budget)?.ok_or(Error::Damaged(Format::Docx))?;
    // Without these parts a document has no numbers, styles, notes; the same holds where they are damaged.
    let mut part = |name: &str, budget: &mut Budget<'_>| {
        package.part(&format!("{folder}{name}"), budget).ok().flatten().unwrap_or_default()
    };
    let (numbering, styles) = (part("numbering.xml", budget), part("styles.xml", budget));
    let notes = [part("footnotes.xml", budget), part("endnotes.xml", budget)];
    let styles = Styles::of(&styles, budget);
    let mut lists = Lists::of(&numbering, &styles, budget);
    let mut lines = body::read(&content, &mut lists, &styles, budget);
    for part in &notes {
        lines.extend(body::notes(part, &styles, budget).into_iter().map(note));
    }
    Ok(one_page(lines))
}

fn note(paragraphs: Vec<Line>) -> Line {
    let words: Vec<&str> = paragraphs.iter().map(|line| line.text.trim()).collect();
    line(words.join(" "), Role::Note)
}

/// The main part's path, as the package's relations give it.
pub(crate) fn main_part(package: &mut Package<'_>, budget: &mut Budget<'_>) -> Option<String> {
    let relations = package.part("_rels/.rels", budget).ok()??;
    let mut found = Relation(None);
    walk(&relations, &mut found, budget);
    let path = found.0?.trim_start_matches('/').to_owned();
    package.has(&path).then_some(path).filter(|path| path.to_ascii_lowercase().contains("word/"))
}

/// The relation to the main part.
struct Relation(Option<String>);

impl Walker for Relation {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
        let main = name == "Relationship"
            && attributes.get("Type").is_some_and(|kind| kind.ends_with("/officeDocument"));
        if main {
            self.0 = attributes.get("Target");
        }
    }
    fn close(&mut self, _: &str) {}
    fn text(&mut self, _: &str) {}
}
