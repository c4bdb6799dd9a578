//! Inflicts every kind of damage on the texts of a folder and says what is left of it after repair: characters in the
//! wrong place, paragraphs that were parted or joined, rows of the analysis that differ from those of the clean text.
//!
//! `cargo run --release -p heshu-core --example damage -- FOLDER ROUNDS [KIND|all] [OUT]`: ROUNDS is how many, or which
//! as 7..9, so that seeds not used before can be; with OUT, the damaged texts
//! and their analyses are written there as `NAME.KIND.ROUND.txt` and `.json`, for scoring against labels.
#![allow(clippy::indexing_slicing, clippy::string_slice, clippy::print_stdout, clippy::panic)]

#[path = "../tests/common/mod.rs"]
mod common;

use common::damage::{Dice, HARD, KINDS, inflict};
use common::longest_common_subsequence;
use common::rows::{Agreement, Rows, analysis};
use heshu_core::Analysis;
use std::path::{Path, PathBuf};

/// A clean text and what is read in it.
struct Clean {
    name: String,
    analysis: Analysis,
    paragraphs: Vec<String>,
    /// The characters without white space, and how many of them stand before each line end.
    skeleton: (Vec<char>, Vec<usize>),
}

fn skeleton(text: &str) -> (Vec<char>, Vec<usize>) {
    let (mut chars, mut ends) = (Vec::new(), Vec::new());
    for line in text.lines() {
        chars.extend(line.chars().filter(|c| !c.is_whitespace()));
        ends.push(chars.len());
    }
    (chars, ends)
}

/// What is found of one kind of damage.
#[derive(Default)]
struct Tally {
    right: usize,
    whole: usize,
    joined: usize,
    parted: usize,
    rows: Agreement,
    indicators: Agreement,
}

fn main() {
    let mut args = std::env::args().skip(1);
    let (Some(folder), Some(rounds)) = (args.next(), args.next()) else {
        println!("damage FOLDER ROUNDS [KIND|all] [OUT]");
        return;
    };
    let (only, out) = (args.next().filter(|kind| kind != "all"), args.next());
    let rounds = rounds.split_once("..").unwrap_or(("0", &rounds));
    let rounds = rounds.0.parse().unwrap_or(0u64)..rounds.1.parse().unwrap_or(1);
    let texts = clean_texts(Path::new(&folder));
    println!(
        "{:22} {:>9} {:>6} {:>6} {:>7} {:>10}",
        "kind", "chars %", "joined", "parted", "rows", "indicators"
    );
    for (number, kind) in KINDS.iter().chain(HARD).enumerate() {
        if only.as_deref().is_some_and(|only| only != *kind) {
            continue;
        }
        let mut tally = Tally::default();
        for clean in &texts {
            for round in rounds.clone() {
                let damaged = inflict(kind, &clean.paragraphs, &mut Dice::new(round * 1000 + number as u64));
                let found = analysis(&damaged);
                let name = format!("{}.{kind}.{round}", clean.name);
                if let Some(out) = &out {
                    let json = serde_json::to_string(&found).unwrap_or_default();
                    let _ = std::fs::write(format!("{out}/{name}.txt"), &damaged);
                    let _ = std::fs::write(format!("{out}/{name}.json"), json);
                }
                tally.add(&name, clean, &found);
            }
        }
        println!(
            "{kind:22} {:9.4} {:6} {:6} {:7.4} {:10.4}",
            100.0 * tally.right as f64 / tally.whole.max(1) as f64,
            tally.joined,
            tally.parted,
            tally.rows.score(),
            tally.indicators.score()
        );
    }
}

fn clean_texts(folder: &Path) -> Vec<Clean> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|e| e.path()).collect();
    files.sort();
    let name = |file: &Path| file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    files.retain(|f| f.extension().is_some_and(|e| e == "txt") && !name(f).ends_with(".raw"));
    let read = |file: PathBuf| {
        let analysis = analysis(&std::fs::read_to_string(&file).ok()?);
        let paragraphs = analysis.text.lines().map(str::to_owned).collect();
        Some(Clean { name: name(&file), skeleton: skeleton(&analysis.text), paragraphs, analysis })
    };
    files.into_iter().filter_map(read).collect()
}

impl Tally {
    fn add(&mut self, name: &str, clean: &Clean, found: &Analysis) {
        let rows = |only| Agreement::between(&Rows::of(found, only), &Rows::of(&clean.analysis, only));
        self.rows = self.rows.and(rows(false));
        self.indicators = self.indicators.and(rows(true));
        let wanted = &clean.analysis.text;
        self.whole += found.text.chars().count().max(wanted.chars().count());
        self.right += longest_common_subsequence(&found.text, wanted);
        let (chars, ends) = &clean.skeleton;
        let (found_chars, found_ends) = skeleton(&found.text);
        if found_chars != *chars {
            let same = found_chars.iter().zip(chars).take_while(|(a, b)| a == b).count();
            let about =
                |chars: &[char]| chars.iter().skip(same.saturating_sub(10)).take(30).collect::<String>();
            println!("{name} other: {} / {}", about(&found_chars), about(chars));
            return;
        }
        let about = |at: usize| {
            let before: String = chars[at.saturating_sub(28)..at].iter().collect();
            let after: String = chars[at..].iter().take(28).collect();
            format!("{before} | {after}")
        };
        for at in ends.iter().filter(|at| found_ends.binary_search(at).is_err()) {
            println!("{name} joined: {}", about(*at));
            self.joined += 1;
        }
        for at in found_ends.iter().filter(|at| ends.binary_search(at).is_err()) {
            println!("{name} parted: {}", about(*at));
            self.parted += 1;
        }
    }
}
