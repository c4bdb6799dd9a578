//! Inflicts every kind of damage on the texts of a folder and says where repair parts or joins paragraphs wrongly.
//!
//! `cargo run --release -p heshu-core --example damage -- FOLDER ROUNDS [KIND] [OUT]`: with OUT, the damaged texts are
//! written there as `NAME.KIND.ROUND.txt`, for scoring.
#![allow(clippy::indexing_slicing, clippy::string_slice, clippy::print_stdout)]

#[path = "../tests/common/damage.rs"]
#[allow(dead_code)]
mod damage;

use damage::{Dice, KINDS, inflict};
use heshu_core::repair::repair;

/// The characters without white space, and how many of them stand before each line end.
fn skeleton(text: &str) -> (Vec<char>, Vec<usize>) {
    let (mut chars, mut ends) = (Vec::new(), Vec::new());
    for line in text.lines() {
        chars.extend(line.chars().filter(|c| !c.is_whitespace()));
        ends.push(chars.len());
    }
    (chars, ends)
}

fn main() {
    let mut args = std::env::args().skip(1);
    let (Some(folder), Some(rounds)) = (args.next(), args.next()) else {
        println!("damage FOLDER ROUNDS [KIND] [OUT]");
        return;
    };
    let (only, out) = (args.next().filter(|kind| kind != "all"), args.next());
    let mut files: Vec<_> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|e| e.path()).collect();
    files.sort();
    for (number, kind) in
        KINDS.iter().enumerate().filter(|(_, kind)| only.as_deref().is_none_or(|o| o == **kind))
    {
        let (mut right, mut joined, mut parted, mut other) = (0, 0, 0, 0);
        for file in files.iter().filter(|f| {
            let name = f.to_string_lossy();
            name.ends_with(".txt") && !name.contains(".raw")
        }) {
            let Ok(text) = std::fs::read_to_string(file) else { continue };
            let clean = repair(&text, &Default::default()).text;
            let paragraphs: Vec<String> = clean.lines().map(str::to_owned).collect();
            let (chars, ends) = skeleton(&clean);
            for round in 0..rounds.parse().unwrap_or(1u64) {
                let mut dice = Dice::new(round * 1000 + number as u64);
                let damaged = inflict(kind, &paragraphs, &mut dice);
                let name = file.file_stem().unwrap_or_default().to_string_lossy();
                if let Some(out) = &out {
                    let _ = std::fs::write(format!("{out}/{name}.{kind}.{round}.txt"), &damaged);
                }
                let (found, found_ends) = skeleton(&repair(&damaged, &Default::default()).text);
                if found != chars {
                    let same = found.iter().zip(&chars).take_while(|(a, b)| a == b).count();
                    let about = |chars: &[char]| {
                        chars.iter().skip(same.saturating_sub(10)).take(30).collect::<String>()
                    };
                    println!("{kind} {name} {round} other: {} / {}", about(&found), about(&chars));
                    other += 1;
                    continue;
                }
                let about = |at: usize| {
                    let before: String = chars[at.saturating_sub(28)..at].iter().collect();
                    let after: String = chars[at..].iter().take(28).collect();
                    format!("{before} | {after}")
                };
                right += ends.iter().filter(|at| found_ends.contains(at)).count();
                for at in ends.iter().filter(|at| !found_ends.contains(at)) {
                    println!("{kind} {name} {round} joined: {}", about(*at));
                    joined += 1;
                }
                for at in found_ends.iter().filter(|at| !ends.contains(at)) {
                    println!("{kind} {name} {round} parted: {}", about(*at));
                    parted += 1;
                }
            }
        }
        println!(
            "= {kind:22} {right} ends right, {joined} joined, {parted} parted, {other} texts with other characters"
        );
    }
}
