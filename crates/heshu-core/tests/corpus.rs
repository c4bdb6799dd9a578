//! Reports that nobody has labelled, and texts that nobody would write: whatever comes in, the analysis ends, and
//! its parts point at one another and at the text as the contract says.
#![allow(clippy::unwrap_used, clippy::panic)]

mod stored;

use heshu_core::{Analysis, Options, analyze, model::Span};
use std::path::PathBuf;

#[test]
fn every_report_of_the_corpus_gives_a_sound_analysis() {
    let folders =
        ["../shared/corpus", "../shared/gold", "www/samples"].map(|folder| stored::repository().join(folder));
    let mut read = 0;
    for folder in folders {
        let Ok(entries) = folder.read_dir() else {
            eprintln!("{} is not there: its reports are left out", folder.display());
            continue;
        };
        let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
        for file in &files {
            let pasted = std::fs::read_to_string(file).unwrap();
            sound(&pasted, &analyze(&pasted, &Options::default()), &file.display().to_string());
            read += 1;
        }
    }
    eprintln!("{read} reports read");
    assert!(read >= 3, "the samples at least are in the repository");
}

#[test]
fn odd_texts_give_a_sound_analysis() {
    let report =
        std::fs::read_to_string(stored::repository().join("www/samples/xinyuan-2024.raw.txt")).unwrap();
    let long_number = "1234567890".repeat(500);
    let nested = "（".repeat(5_000);
    let lists = format!("分别达{}", "1万元、".repeat(3_000));
    let cut: String = report.chars().skip(1_001).take(2_003).collect();
    let texts = [
        "",
        " ",
        "\n\n\n",
        "\r\n",
        "\u{feff}",
        "%",
        "。",
        "一、",
        "增长%",
        "达元",
        "至",
        "：：：",
        "\u{0}",
        "３．５％",
        "2023年",
        "0",
        "-",
        "增长-5%",
        "1.2.3.4%",
        "99999999999999999999999999999999元",
        "1—0%",
        "😀增长5%😀",
        "\u{20000}增长5%",
        "e\u{301}",
        "\u{202e}%5长增",
        "<script>alert(1)</script>5万元",
        &long_number,
        &nested,
        &lists,
        &cut,
    ];
    for text in texts {
        let shown: String = text.chars().take(20).collect();
        sound(text, &analyze(text, &Options::default()), &shown);
    }
}

/// Asserts what the contract says of any analysis.
fn sound(pasted: &str, analysis: &Analysis, name: &str) {
    let text: Vec<u16> = analysis.text.encode_utf16().collect();
    let source: Vec<u16> = pasted.encode_utf16().collect();
    let at = |text: &[u16], span: Span, what: &str| -> String {
        let slice = text.get(span.start as usize..span.end as usize);
        let slice =
            slice.unwrap_or_else(|| panic!("{name}: {what} {span:?} is no span of {} units", text.len()));
        String::from_utf16(slice).unwrap_or_else(|_| panic!("{name}: {what} {span:?} cuts a character"))
    };
    let here = |span: Span, what: &str| at(&text, span, what);
    for repair in &analysis.repairs {
        here(repair.span, "repair");
        at(&source, repair.source, "source of a repair");
    }
    for section in &analysis.sections {
        here(section.span, "section");
        assert!(section.parent.is_none_or(|parent| (parent as usize) < analysis.sections.len()), "{name}");
    }
    for (place, observation) in analysis.observations.iter().enumerate() {
        assert_eq!(observation.id as usize, place, "{name}: ids count from 0");
        assert!(!observation.name.trim().is_empty(), "{name}: observation {place} has no name");
        assert!(
            observation.level.is_some() || observation.change.is_some(),
            "{name}: observation {place} is empty"
        );
        assert!(
            observation.section.is_none_or(|section| (section as usize) < analysis.sections.len()),
            "{name}"
        );
        here(observation.span, "observation");
        at(&source, observation.source, "source of an observation");
        let written = [
            observation.level.as_ref().map(|level| (level.span, &level.written)),
            observation.change.as_ref().map(|change| (change.span, &change.written)),
        ];
        for (span, written) in written.into_iter().flatten() {
            let words = here(span, "number");
            assert!(
                words.contains(written.trim_start_matches('-')),
                "{name}: `{written}` is not in `{words}`"
            );
        }
    }
    let ids = analysis.observations.len();
    for commitment in &analysis.commitments {
        here(commitment.span, "commitment");
        assert!(commitment.observations.iter().all(|id| (*id as usize) < ids), "{name}");
    }
    for check in &analysis.checks {
        check.spans.iter().for_each(|span| drop(here(*span, "check")));
        assert!(check.observations.iter().all(|id| (*id as usize) < ids), "{name}: {}", check.rule);
        assert!(
            !check.title.zh.is_empty() && !check.title.en.is_empty(),
            "{name}: {} has no title",
            check.rule
        );
    }
}
