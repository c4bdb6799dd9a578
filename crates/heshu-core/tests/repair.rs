//! What repair promises on real pastes.
//!
//! The seeds lie in `www/samples`; where a folder `../shared` lies beside the repository, what it holds
//! is tested too.

mod common;

use common::{lines_of, texts};
use heshu_core::repair::{Repaired, repair};

fn repaired(text: &str) -> Repaired {
    repair(text, &Default::default())
}

#[test]
fn the_raw_paste_of_a_pdf_becomes_the_clean_text() {
    let Some((raw, clean)) = common::raw_and_clean() else {
        eprintln!("no raw paste to test");
        return;
    };
    let found = repaired(&raw);
    assert_eq!(lines_of(&found.text), lines_of(&clean));
    let reversed: Vec<_> = found.repairs.iter().filter(|r| r.kind == "reversed_page").collect();
    assert_eq!(reversed.len(), 1, "{reversed:?}");
}

#[test]
fn every_character_is_mapped_to_where_it_was_pasted() {
    let Some((raw, _)) = common::raw_and_clean() else { return };
    let found = repaired(&raw);
    let pasted: Vec<u16> = raw.encode_utf16().collect();
    for (at, unit) in found.text.encode_utf16().enumerate() {
        let span = heshu_core::model::Span::new(at as u32, at as u32 + 1);
        let source = found.map.source_of(span);
        let stood = &pasted[source.start as usize..source.end as usize];
        assert!(unit == 10 || stood == [unit], "{at}: {unit} came from {stood:?}");
        if unit != 10 {
            assert_eq!(found.map.repaired_of(source), span);
        }
    }
}

/// Dirt that some of the texts really have: escaped line ends, question marks for spaces, letters for digits.
fn without_dirt(text: &str, found: &Repaired) -> String {
    let mut text = text.replace("\\r\\n", "\n").replace("??", "");
    for slip in found.repairs.iter().filter(|r| r.kind == "misread_digit" || r.kind == "split_number") {
        if let Some((stood, meant)) = slip.detail.split_once(" → ") {
            text = text.replace(stood, meant);
        }
    }
    text
}

/// What repair may find in texts that were not damaged: dirt, white space, and the shells of web pages.
const HARMLESS: [&str; 9] = [
    "white_space",
    "stray_space",
    "spaced_characters",
    "lost_space",
    "escaped_break",
    "misread_digit",
    "split_number",
    "web_shell",
    "suspicion_split_number",
];

#[test]
fn clean_text_keeps_its_words_and_lines() {
    for (name, text) in texts() {
        let found = repaired(&text);
        for repair in &found.repairs {
            assert!(HARMLESS.contains(&repair.kind.as_str()), "{name}: {repair:?}");
        }
        // Line for line the same, but for lines of a shell, which are short or an abstract, and at the ends.
        let kept = lines_of(&found.text);
        let mut kept_lines = kept.iter().peekable();
        let lines = lines_of(&without_dirt(&text, &found));
        let mut dropped = Vec::new();
        for line in &lines {
            if kept_lines.next_if_eq(&line).is_none() {
                dropped.push(line);
            }
        }
        assert_eq!(kept_lines.next(), None, "{name}: a line was changed");
        let shell = found.repairs.iter().any(|r| r.kind == "web_shell");
        assert!(dropped.is_empty() || shell, "{name}: {dropped:?}");
        for line in dropped {
            let paragraph = line.contains('。') || line.contains('，');
            assert!(!paragraph || line.ends_with("......"), "{name}: lost {line}");
        }
        assert_eq!(repaired(&found.text).text, found.text, "{name}: a repaired text must need no repair");
    }
}

#[test]
fn the_raw_paste_gives_the_analysis_of_the_clean_text() {
    // Spans over the pasted text differ, as they must; all else is the same.
    let analysis = |name: &str| {
        let path = common::root().join("www/samples").join(name);
        let text = std::fs::read_to_string(&path).expect("the samples are in the repository");
        let mut analysis = heshu_core::analyze(&text, &heshu_core::Options::default());
        analysis.repairs.clear();
        for observation in &mut analysis.observations {
            observation.source = observation.span;
        }
        analysis
    };
    assert_eq!(analysis("xinyuan-2024.raw.txt"), analysis("xinyuan-2024.txt"));
}

#[test]
fn numbers_beside_lost_characters_are_read_with_a_doubt() {
    let text = |number: &str| {
        format!("2024年政府工作报告\n一、2023年工作回顾\n2023年，全县生产总值完成{number}亿元，增长5%。")
    };
    let doubts = |number: &str| -> Vec<Option<String>> {
        let analysis = heshu_core::analyze(&text(number), &heshu_core::Options::default());
        analysis.observations.into_iter().map(|o| o.doubt).collect()
    };
    assert_eq!(doubts("137.46"), [None]);
    assert_eq!(doubts("1\u{fffd}7.46"), [Some("garbled".to_owned())]);
    for lost in ["137.4\u{e5e5}", "\u{fffd}37.46"] {
        let found = doubts(lost);
        assert!(found.iter().all(Option::is_some), "{lost}: {found:?}");
    }
}
