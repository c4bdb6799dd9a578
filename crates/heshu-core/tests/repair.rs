//! What repair promises on real pastes.
//!
//! The seeds lie in `www/samples`; where a folder `../shared` lies beside the repository, what it holds
//! is tested too.

mod common;

use common::damage::{Dice, inflict};
use common::{lines_of, texts};
use heshu_core::Options;
use heshu_core::repair::{Repaired, repair};
use std::collections::HashSet;

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

/// The paragraphs of a sample.
fn sample() -> Vec<String> {
    let path = common::root().join("www/samples/yining-2024.txt");
    let text = std::fs::read_to_string(path).unwrap_or_else(|e| e.to_string());
    repaired(&text).text.lines().map(str::to_owned).collect()
}

/// Every damage, and the repair without which the text does not come back; or two, of which either would do.
const UNDONE_BY: &[(&str, &str)] = &[
    ("wrapped", "wrapped_lines"),
    ("wrapped_blank_lines", "wrapped_lines"),
    ("wrapped_indents", "wrapped_lines"),
    ("wrapped_anywhere", "wrapped_lines"),
    ("narrow", "wrapped_lines"),
    ("viewer", "wrapped_lines"),
    ("page_numbers", "page_number"),
    ("running_heads", "running_head"),
    ("reversed_page", "reversed_page"),
    ("reversed_no_marks", "reversed_page"),
    ("reversed_whole", "reversed_page"),
    ("two_columns", "two_columns"),
    ("side_by_side", "two_columns"),
    ("spaced_lines", "spaced_characters"),
    ("number_spaces", "stray_space"),
    ("odd_spaces", "stray_space"),
    ("radicals", "compatibility_form"),
    ("invisible", "invisible_character"),
    ("line_breaks", "line_break"),
    ("literal_breaks", "escaped_break"),
    ("entities", "entity"),
    ("tags", "tag"),
    ("question_marks", "lost_space"),
    ("misread_digits", "misread_digit"),
    ("full_width", "full_width"),
    ("web_shell", "web_shell"),
    ("page_marks", "page_number, running_head"),
];

#[test]
fn every_damage_is_undone_by_the_repair_that_is_named_for_it() {
    let paragraphs = sample();
    for (damage, kind) in UNDONE_BY {
        // Of several seeds, since not every one inflicts every form.
        let (mut with, mut without, mut all) = (Back::default(), Back::default(), 0);
        for seed in 0..3 {
            let damaged = inflict(damage, &paragraphs, &mut Dice::new(seed));
            let off = Options { without_repairs: kind.split(", ").map(str::to_owned).collect() };
            with.add(&paragraphs, &repaired(&damaged));
            without.add(&paragraphs, &repair(&damaged, &off));
            all += paragraphs.len();
        }
        assert!(with.whole * 100 >= all * 75, "{damage}: {with:?} of {all} paragraphs come back");
        let worse = without.whole < with.whole || without.strange > with.strange;
        assert!(worse, "{damage}: {without:?} of {all} come back without {kind}, too");
    }
}

/// What comes back of some paragraphs.
#[derive(Debug, Default)]
struct Back {
    /// How many are whole.
    whole: usize,
    /// How many lines are none of them.
    strange: usize,
}

impl Back {
    fn add(&mut self, paragraphs: &[String], found: &Repaired) {
        let lines: HashSet<&str> = found.text.lines().collect();
        let wanted: HashSet<&str> = paragraphs.iter().map(String::as_str).collect();
        self.whole += paragraphs.iter().filter(|p| lines.contains(p.as_str())).count();
        self.strange += lines.difference(&wanted).count();
    }
}

/// Breaks every paragraph after so many characters, wherever that is.
fn broken(paragraphs: &[String], width: usize) -> String {
    let lines = paragraphs.iter().flat_map(|p| {
        let chars: Vec<char> = p.chars().collect();
        chars.chunks(width).map(|line| line.iter().collect::<String>()).collect::<Vec<_>>()
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn lines_broken_within_anything_are_joined() {
    let around = sample();
    for (before, after) in [
        ("全年完成地区生产总值1", "37.46亿元，增长8.4%。"),
        ("全年完成地区生产总值137.", "46亿元，增长8.4%。"),
        ("全年完成地区生产总值137.46亿", "元，增长8.4%。"),
        ("全年完成地区生产总值137.46亿元，增长8.4", "%，好于预期。"),
        ("全年完成地区生产总值137.46亿元", "，增长8.4%。"),
        ("全年实施“三北", "”工程，成效明显。"),
        ("全年引进项目12个（其中亿元以上3个", "），成效明显。"),
        ("全年新建5G基", "站120座，成效明显。"),
        ("三次产业结构比调整为30.19：", "35.18：34.63，更加优化。"),
    ] {
        let mut tried = 0;
        for width in 20..44usize {
            // What stands before it is as long as the line has room.
            let Some(room) = width.checked_sub(before.chars().count()) else { continue };
            let lead: String = "我们坚持稳中求进工作总基调，坚决贯彻落实中央和自治区各项决策部署，"
                .chars()
                .take(room.saturating_sub(1))
                .collect();
            let lead = if room > 1 { format!("{}，", lead.trim_end_matches('，')) } else { lead };
            if lead.chars().count() != room {
                continue;
            }
            let paragraph = format!("{lead}{before}{after}");
            let mut paragraphs = around.clone();
            paragraphs.insert(20, paragraph.clone());
            let found = repaired(&broken(&paragraphs, width));
            assert!(lines_of(&found.text).contains(&paragraph), "{width}: {before}|{after}");
            tried += 1;
        }
        assert!(tried >= 5, "{before}|{after}: {tried} widths");
    }
}

#[test]
fn a_heading_over_two_lines_is_joined_and_a_run_in_heading_stays() {
    let around = sample();
    for (heading, width) in [
        ("二、坚持把发展经济的着力点放在实体经济上加快建设现代化产业体系", 24),
        ("（三）坚持以人民为中心的发展思想在高质量发展中持续增进民生福祉", 22),
        ("（三）坚持绿色发展，生态环境质量持续改善。深入打好污染防治攻坚战，空气优良率达到96%。", 26),
    ] {
        let mut paragraphs = around.clone();
        paragraphs.insert(20, heading.to_owned());
        let found = repaired(&broken(&paragraphs, width));
        assert!(lines_of(&found.text).contains(&heading.to_owned()), "{heading}");
    }
}
