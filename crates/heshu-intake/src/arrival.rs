//! What came of a file as workers of a page hand it on: with sentences, and documents as bytes.

use crate::{Error, Found, Note, Options, Read, Watch, read};
use heshu_core::intake::{Analysed, Arrival, Arrived, Document, Refusal};
use heshu_core::model::Bilingual;
use heshu_core::{analyze, analyze_document, wire};

/// Reads a file for a page that shows its text.
///
/// # Errors
/// As [`read`].
pub fn arrival(file: &[u8], options: &Options<'_>, watch: &mut dyn Watch) -> Result<Arrival, Refusal> {
    let Found { documents, failed, notes } = read(file, options, watch).map_err(|error| refusal(&error))?;
    let documents = documents.into_iter().map(|read| {
        let text = read.document.text();
        Arrived { text, ..arrived(read).0 }
    });
    Ok(Arrival { documents: documents.collect(), failed: failures(failed), notes: sentences(&notes) })
}

/// Reads a file and analyses what is in it, for a set of reports.
///
/// # Errors
/// As [`read`].
pub fn analysed(file: &[u8], options: &Options<'_>, watch: &mut dyn Watch) -> Result<Analysed, Refusal> {
    let Found { documents, failed, notes } = read(file, options, watch).map_err(|error| refusal(&error))?;
    let mut analysed = Analysed { failed: failures(failed), notes: sentences(&notes), ..Analysed::default() };
    for read in documents {
        let (arrived, document) = arrived(read);
        analysed.push(arrived, analyze_document(&document, &heshu_core::Options::default()));
    }
    Ok(analysed)
}

/// Analyses a text under a name, and the document whose text it is as bytes; a paste has none.
pub fn analysed_text(name: String, text: String, document: Vec<u8>) -> Analysed {
    let options = heshu_core::Options::default();
    let (analysis, text) = match wire::unpack::<Document>(&document) {
        // The document holds the text, too.
        Ok(document) => (analyze_document(&document, &options), String::new()),
        Err(_) => (analyze(&text, &options), text),
    };
    let mut analysed = Analysed::default();
    analysed.push(Arrived { name, text, document, ..Arrived::default() }, analysis);
    analysed
}

/// What is handed on of a document, but for its text.
fn arrived(read: Read) -> (Arrived, Document) {
    let arrived = Arrived {
        name: read.name,
        format: read.format.name().to_owned(),
        text: String::new(),
        document: wire::pack(&read.document),
        notes: sentences(&read.notes),
    };
    (arrived, read.document)
}

/// What a person should know, in words.
pub fn sentences(notes: &[Note]) -> Vec<Bilingual> {
    notes.iter().map(Note::sentence).collect()
}

/// What could not be read, in words.
fn failures(failed: Vec<(String, Error)>) -> Vec<(String, Refusal)> {
    failed.into_iter().map(|(name, error)| (name, refusal(&error))).collect()
}

/// Why a file could not be read, in words.
pub fn refusal(error: &Error) -> Refusal {
    Refusal { id: error.id().to_owned(), sentence: error.sentence() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Silent;

    const REPORT: &str = "2023年，全县地区生产总值388.2亿元。";

    fn first(analysed: Analysed) -> (Arrived, heshu_core::model::Analysis) {
        let (arrived, heshu_core::wire::Bytes(analysis)) = analysed.documents.into_iter().next().unwrap();
        (arrived, wire::decode(analysis).unwrap())
    }

    #[test]
    fn a_file_or_a_text_is_analysed_whether_it_has_a_layout_or_not() {
        let options = Options { name: "甲.txt", ..Options::default() };
        let (file, analysis) = first(analysed(REPORT.as_bytes(), &options, &mut Silent).unwrap());
        assert_eq!((file.name.as_str(), file.text.as_str(), analysis.text.as_str()), ("甲.txt", "", REPORT));
        let (again, of_document) = first(analysed_text("甲".into(), REPORT.into(), file.document.clone()));
        let (paste, of_text) = first(analysed_text("甲".into(), REPORT.into(), Vec::new()));
        assert_eq!((again.document, again.text.as_str()), (file.document, ""));
        assert_eq!((paste.document.len(), paste.text.as_str()), (0, REPORT));
        for analysis in [analysis, of_document, of_text] {
            assert_eq!(analysis.observations[0].indicator.as_deref(), Some("gdp"));
        }
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        let refused = analysed(b"", &Options::default(), &mut Silent).unwrap_err();
        assert_eq!(refused.id, "empty");
        assert_eq!(arrival(b"", &Options::default(), &mut Silent), Err(refused));
    }
}
