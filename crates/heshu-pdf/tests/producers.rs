//! What real producers write is read without a wrong character.
//!
//! The files lie in a folder `../shared` beside the repository; without it the tests pass and say so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use heshu_core::intake::{Document, Line, Page};
use heshu_core::model::{Analysis, Observation};
use heshu_pdf::Error;
use std::path::{Path, PathBuf};

/// Name of the PDF, and the text that it was made from.
const FILES: &[(&str, &str)] = &[
    ("yining.lo_uming", "yining-2024.txt"),
    ("yining.chromium_gbsn", "yining-2024.txt"),
    ("yining.typst_noto", "yining-2024.txt"),
    ("yining.raw_UniGB-UCS2-H", "yining-2024.txt"),
    ("yining.reportlab_stsong", "yining-2024.txt"),
    // Made from the text as it was copied off the web, with a page whose lines stand upside down.
    ("xinyuan.lo_uming", "xinyuan-2024.raw.txt"),
    ("xinyuan.chromium_gbsn", "xinyuan-2024.raw.txt"),
    ("xinyuan.raw_UniGB-UCS2-H", "xinyuan-2024.raw.txt"),
    ("xinyuan.reportlab_stsong", "xinyuan-2024.raw.txt"),
];

fn shared() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    if !folder.is_dir() {
        eprintln!("../shared is not here; nothing was tested");
        return None;
    }
    Some(folder)
}

fn pdf(folder: &Path, name: &str) -> Vec<u8> {
    std::fs::read(folder.join("pdf").join(format!("{name}.pdf"))).expect(name)
}

/// Page numbers stand at the foot and hold nothing but a number and dashes.
fn furniture(line: &Line, page: &Page) -> bool {
    let foot = line.place.is_some_and(|place| place.baseline > 0.92 * page.height);
    foot && line.text.chars().all(|c| c.is_ascii_digit() || "—- ".contains(c))
}

fn characters(document: &Document) -> String {
    let lines =
        document.pages.iter().flat_map(|page| page.lines.iter().filter(|line| !furniture(line, page)));
    lines.flat_map(|line| line.text.chars()).filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn every_character_is_the_one_that_was_printed() {
    let Some(folder) = shared() else { return };
    for (name, source) in FILES {
        let source = std::fs::read_to_string(folder.join("gold").join(source)).expect(source);
        let expected: String = source.chars().filter(|c| !c.is_whitespace()).collect();
        let reading = heshu_pdf::read(pdf(&folder, name), None, Default::default(), &mut ()).expect(name);
        let read = characters(&reading.document);
        if let Some(at) = read.chars().zip(expected.chars()).position(|(a, b)| a != b) {
            let around = |text: &str| text.chars().skip(at.saturating_sub(10)).take(30).collect::<String>();
            panic!("{name}: {:?} for {:?}", around(&read), around(&expected));
        }
        assert_eq!(read.chars().count(), expected.chars().count(), "{name}");
        assert_eq!(reading.notes, [], "{name}");
    }
}

/// What an analysis says of each number, in words.
fn rows(analysis: &Analysis) -> Vec<String> {
    let row = |o: &Observation| {
        let level = o.level.as_ref().map(|level| (&level.written, &level.unit));
        let change = o.change.as_ref().map(|change| (&change.written, &change.unit));
        format!("{} {:?} {:?} {level:?} {change:?}", o.name, o.period, o.kind)
    };
    analysis.observations.iter().map(row).collect()
}

#[test]
fn the_analysis_of_a_pdf_is_that_of_its_text() {
    let Some(folder) = shared() else { return };
    // Of the last, lines of a paste were broken again in the middle of numbers.
    for (name, source) in FILES.iter().filter(|(name, _)| *name != "xinyuan.raw_UniGB-UCS2-H") {
        let text =
            std::fs::read_to_string(folder.join("gold").join(source.replace(".raw", ""))).expect(source);
        let expected = rows(&heshu_core::analyze(&text, &Default::default()));
        let reading = heshu_pdf::read(pdf(&folder, name), None, Default::default(), &mut ()).expect(name);
        let mut found = rows(&heshu_core::analyze_document(&reading.document, &Default::default()));
        let count = found.len();
        let same = expected.iter().filter(|row| {
            let at = found.iter().position(|other| other == *row);
            at.map(|at| found.swap_remove(at)).is_some()
        });
        let same = same.count();
        // F1 of 0.995.
        assert!(
            same * 2_000 >= (expected.len() + count) * 995,
            "{name}: {same} of {} and {count}: {found:?}",
            expected.len()
        );
    }
}

#[test]
fn what_cannot_be_read_says_why() {
    let Some(folder) = shared() else { return };
    for (name, error) in [("yining.scanned", Error::Scan(4)), ("yining.broken_truncated", Error::Damaged)] {
        let result = heshu_pdf::read(pdf(&folder, name), None, Default::default(), &mut ());
        assert_eq!(result.expect_err(name), error);
    }
}
