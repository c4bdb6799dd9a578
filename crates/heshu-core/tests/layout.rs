//! What a file tells of its lines is taken: paragraphs set on pages come back, whatever their widths would let guess.

mod common;
mod stored;

use common::damage::Dice;
use common::texts;
use common::typeset::{Order, Press};
use heshu_core::intake::{Document, Layout, Line, Page, Role};
use heshu_core::repair::{Repaired, repair, repair_laid_out};
use heshu_core::{analyze, analyze_document, analyze_laid_out, model::Part};

fn repaired(document: &Document) -> Repaired {
    repair_laid_out(&document.text(), &Layout::of(document), &Default::default())
}

/// Sets texts and compares; tells where they differ. Each text comes in some of the tests; `HESHU_DAMAGE=all`
/// sets all of them in each.
fn come_back(name: &str, press: impl Fn(&mut Dice) -> Press, kind: Option<&str>) {
    let mut found_kind = false;
    for (number, (text_name, text)) in texts().into_iter().enumerate() {
        let all = std::env::var("HESHU_DAMAGE").is_ok();
        if !all && number >= 2 && !(number + name.len()).is_multiple_of(6) {
            continue;
        }
        let clean = repair(&format!("政府工作报告\n{text}"), &Default::default()).text;
        // One of the texts has line ends before marks that no line begins with.
        let closing = ["、", "，", "。", "；", "：", "》", "）", "”"];
        let clean = closing.iter().fold(clean, |text, mark| text.replace(&format!("\n{mark}"), mark));
        let paragraphs: Vec<String> = clean.lines().map(str::to_owned).collect();
        let mut dice = Dice::new(number as u64 + 7);
        let press = press(&mut dice);
        let (document, notes) = press.set(&paragraphs, &mut dice);
        let found = repaired(&document);
        found_kind |= kind.is_some_and(|kind| found.repairs.iter().any(|r| r.kind == kind));
        // A space at the end of a line is lost.
        let without_spaces = |line: &str| line.replace(' ', "");
        let expected: Vec<String> =
            clean.lines().chain(notes.iter().map(String::as_str)).map(without_spaces).collect();
        let lines: Vec<String> = found.text.lines().map(without_spaces).collect();
        let first = lines.iter().zip(&expected).find(|(a, b)| a != b).map(|(a, b)| parting(a, b));
        assert_eq!(first, None, "{name} {text_name} {press:?}");
        assert_eq!(lines.len(), expected.len(), "{name} {text_name}");
    }
    assert!(kind.is_none() || found_kind, "{name}: {kind:?} was never reported");
}

/// Where two lines part, with a little before and after.
fn parting(a: &str, b: &str) -> (String, String) {
    let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let about = |s: &str| s.chars().skip(same.saturating_sub(12)).take(24).collect();
    (about(a), about(b))
}

#[test]
fn paragraphs_that_stand_in_come_back() {
    come_back("plain", Press::plain, Some("wrapped_lines"));
}

#[test]
fn numbers_and_heads_of_pages_go() {
    let heads =
        |dice: &mut Dice| Press {
            numbers: true, head: Some("政府工作报告汇编"), ..Press::plain(dice)
        };
    come_back("heads", heads, Some("running_head"));
    come_back("numbers", |dice| Press { numbers: true, ..Press::plain(dice) }, Some("page_number"));
}

#[test]
fn lines_are_read_in_the_order_in_which_they_stand() {
    let ordered = |order| move |dice: &mut Dice| Press { order, ..Press::plain(dice) };
    come_back("reversed", ordered(Order::Reversed), Some("reversed_page"));
    come_back("turned", ordered(Order::Turned), Some("page_order"));
    let columns = |order| {
        move |dice: &mut Dice| Press { order, columns: 2, numbers: false, width: 20, ..Press::plain(dice) }
    };
    come_back("columns", columns(Order::Read), None);
    come_back("across", columns(Order::Across), Some("two_columns"));
}

#[test]
fn notes_stand_after_the_text_as_an_annex() {
    come_back("notes", |dice| Press { notes: true, ..Press::plain(dice) }, Some("note"));
    let line = |text: &str, role| Line { text: text.to_owned(), role, place: None };
    let document = Document {
        pages: vec![Page {
            lines: vec![
                line("2024年政府工作报告", Role::Paragraph),
                line("生产总值完成100亿元，", Role::Line),
                line("①全口径，含税收50亿元。", Role::Note),
                line("增长5%。", Role::Line),
            ],
            ..Page::default()
        }],
    };
    let analysis = analyze_document(&document, &Default::default());
    assert!(analysis.text.ends_with("\n①全口径，含税收50亿元。"), "{}", analysis.text);
    let annex: Vec<_> = analysis.sections.iter().filter(|s| s.part == Part::Annex).collect();
    assert_eq!(annex.len(), 1, "{:?}", analysis.sections);
    assert_eq!(annex[0].span.end as usize, analysis.text.encode_utf16().count());
}

#[test]
fn whole_paragraphs_and_rows_are_never_joined() {
    let texts = [
        "完善基础设施建设和公共服务体系推",
        "进城乡融合发展与区域协调发展的若",
        "干重大项目和民生工程，加快建设现",
        "代化产业体系和高标准市场体系建设",
        "12",
        "指标\t2023年\t2024年",
    ];
    for role in [Role::Paragraph, Role::Row] {
        let lines = texts.iter().map(|t| Line { text: (*t).to_owned(), role, place: None }).collect();
        let document = Document { pages: vec![Page { lines, ..Page::default() }] };
        assert_eq!(repaired(&document).text, texts.join("\n"), "{role:?}");
    }
}

#[test]
fn a_layout_of_another_text_changes_nothing() {
    let texts = texts();
    let (one, other) = (&texts[0].1, &texts[1].1);
    let paragraphs: Vec<String> = one.lines().map(str::to_owned).collect();
    let (document, _) = Press::plain(&mut Dice::new(1)).set(&paragraphs, &mut Dice::new(1));
    let layout = Layout::of(&document);
    let options = Default::default();
    assert_eq!(analyze_laid_out(other, &layout, &options), analyze(other, &options));
    // One line changed by hand: the layout of the others holds.
    let text = document.text().replacen("亿元", "亿多元", 1);
    assert_eq!(
        repair_laid_out(&text, &layout, &options).text.replacen("亿多元", "亿元", 1),
        repaired(&document).text
    );
}

#[test]
fn places_that_make_no_sense_do_no_harm() {
    let texts = texts();
    let paragraphs: Vec<String> = texts[0].1.lines().take(60).map(str::to_owned).collect();
    let (mut document, _) = Press::plain(&mut Dice::new(3)).set(&paragraphs, &mut Dice::new(3));
    let odd = [f32::NAN, f32::INFINITY, f32::MIN, -1.0, 0.0, f32::MAX, 1e-30];
    let mut dice = Dice::new(5);
    for line in document.pages.iter_mut().flat_map(|p| &mut p.lines) {
        let place = line.place.as_mut().expect("every line is set");
        for number in [&mut place.left, &mut place.right, &mut place.baseline, &mut place.size] {
            if dice.once_in(3) {
                *number = *dice.pick(&odd);
            }
        }
    }
    let words = |text: &str| text.chars().filter(|c| !c.is_whitespace() && !c.is_ascii_digit()).count();
    let found = repaired(&document).text;
    assert_eq!(words(&found), words(&document.text()));
}

#[test]
fn a_paste_that_was_printed_is_read_as_the_paste() {
    // Each line of the paste was set as a paragraph, and its upside-down page stayed so.
    let file = stored::repository().join("www/samples/xinyuan-2024.raw.txt");
    let raw = std::fs::read_to_string(file).unwrap();
    let lines: Vec<String> =
        raw.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect();
    let mut dice = Dice::new(3);
    let (document, _) = Press::plain(&mut dice).set(&lines, &mut dice);
    let found = repaired(&document);
    assert!(found.repairs.iter().any(|r| r.kind == "reversed_page"));
    let expected = repair(&raw, &Default::default()).text;
    let whole = |text: &str| text.lines().map(|l| l.replace(' ', "")).collect::<Vec<_>>();
    let (found, expected) = (whole(&found.text), whole(&expected));
    let same = found.iter().filter(|line| expected.contains(line)).count();
    assert!(same * 10 >= expected.len() * 9, "{same} of {} paragraphs", expected.len());
}
