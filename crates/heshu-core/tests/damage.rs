//! Proof by damage: what pastes do to clean text is done to it, and repair has to give the text back.
//!
//! Every text gets some of the damages, drawn from a seed; `HESHU_DAMAGE=all` inflicts all of them on all
//! texts and prints the table.

mod common;

use common::damage::{Dice, Disorder, KINDS, Marks, Page, inflict};
use common::{longest_common_subsequence, texts};
use heshu_core::repair::repair;
use std::collections::BTreeMap;

/// Characters in the right place and characters, by kind of damage.
type Tally = BTreeMap<&'static str, (usize, usize)>;

fn measure() -> Tally {
    let all = std::env::var("HESHU_DAMAGE").is_ok();
    let verbose = std::env::var("HESHU_DAMAGE").is_ok_and(|v| v != "all");
    let mut tally = Tally::new();
    for (number, (name, text)) in texts().into_iter().enumerate() {
        let clean = repair(&text, &Default::default()).text;
        let paragraphs: Vec<String> = clean.lines().map(str::to_owned).collect();
        for (kind_number, kind) in KINDS.iter().enumerate() {
            // Each text gets every twelfth kind, each kind comes to several texts.
            if !all && (kind_number + number) % 12 != 0 {
                continue;
            }
            if verbose && std::env::var("HESHU_DAMAGE").is_ok_and(|v| v != *kind) {
                continue;
            }
            let seed = (number * 100 + kind_number) as u64;
            let damaged = inflict(kind, &paragraphs, &mut Dice::new(seed));
            let found = repair(&damaged, &Default::default()).text;
            let same = longest_common_subsequence(&found, &clean);
            let whole = found.chars().count().max(clean.chars().count());
            if verbose {
                println!("{name} {kind}: {:.4}", same as f64 / whole as f64);
                let file = name.replace('/', "_");
                for (state, text) in [("damaged", &damaged), ("found", &found), ("clean", &clean)] {
                    keep(&format!("{file}.{state}"), text);
                }
            }
            let entry = tally.entry(kind).or_default();
            entry.0 += same;
            entry.1 += whole;
        }
    }
    tally
}

/// Keeps a text to be looked at, in the build's own folder.
fn keep(name: &str, text: &str) {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("damage");
    let _ = std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(folder.join(name), text));
}

fn percent((right, whole): (usize, usize)) -> f64 {
    100.0 * right as f64 / whole.max(1) as f64
}

#[test]
fn repair_gives_the_clean_text_back() {
    let tally = measure();
    let mut all = (0, 0);
    for (kind, (right, whole)) in &tally {
        println!("{kind:22} {:.4}%", percent((*right, *whole)));
        all = (all.0 + right, all.1 + whole);
    }
    println!("{:22} {:.4}%", "all", percent(all));
    for (kind, count) in &tally {
        assert!(percent(*count) >= 99.4, "{kind}: {:.4}%", percent(*count));
    }
    assert!(tally.is_empty() || percent(all) >= 99.9, "{:.4}%", percent(all));
}

/// Reversed pages of twelve lines or more that are found, and pages that only seem so.
#[test]
fn reversed_pages_are_found_and_no_others() {
    let all = std::env::var("HESHU_DAMAGE").is_ok();
    let (mut pages, mut found, mut clean_pages, mut wrong) = (0, 0, 0, 0);
    for (number, (name, text)) in texts().into_iter().enumerate() {
        let clean = repair(&text, &Default::default()).text;
        let paragraphs: Vec<String> = clean.lines().map(str::to_owned).collect();
        for round in 0..if all { 8 } else { 4 } {
            let mut dice = Dice::new((number * 10 + round) as u64);
            let marks = *dice.pick(&[Marks::FormFeed, Marks::Number, Marks::Gap, Marks::None]);
            let blank_lines = marks == Marks::Gap;
            let lines = dice.between(12, 44);
            let page = Page { marks, blank_lines, lines, ..Page::plain(&mut dice) };
            let reversed = |text: &str| {
                let repairs = repair(text, &Default::default()).repairs;
                repairs.into_iter().filter(|r| r.kind == "reversed_page").count()
            };
            let sound = page.set(&paragraphs, &mut dice);
            clean_pages += sound.lines().filter(|l| !l.is_empty()).count() / lines;
            wrong += reversed(&sound);
            let damaged = Page { disorder: Disorder::Reversed, ..page }.set(&paragraphs, &mut dice);
            pages += 1;
            let is_found = reversed(&damaged) == 1;
            if all && !is_found {
                println!("{name} {round}: {} found", reversed(&damaged));
                keep(&format!("miss-{number}-{round}"), &damaged);
            }
            found += usize::from(is_found);
        }
    }
    println!("reversed pages found: {found} of {pages}; false ones: {wrong} in {clean_pages} clean pages");
    assert_eq!(wrong, 0, "in {clean_pages} clean pages");
    assert!((pages - found) * 200 <= pages, "{found} of {pages}");
}
