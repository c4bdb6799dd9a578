//! Makes `data/continuity.bin` from a folder of clean texts, one paragraph a line:
//!
//! `cargo run --release -p heshu-core --example continuity -- FOLDER crates/heshu-core/data/continuity.bin`
//!
//! It counts which characters meet, keeps the pairs that met often enough, and writes how much oftener
//! they met than chance would have it. The layout is told in `src/repair/continuity.rs`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use heshu_core::repair::continuity::{BORDER, class_of};
use std::collections::{BTreeMap, HashMap};

/// So many of the commonest characters have an entry.
const ALPHABET: usize = 800;
/// A pair met less often than this is left out.
const LEAST: u32 = 10;
/// Taken off every count, since what was seen a few times in training is rarer elsewhere.
const DISCOUNT: f64 = 0.7;
/// Twice as many quarter-nats a level, four levels below nothing (see `continuity.rs`).
const LEVEL: f64 = 0.5;
const NEUTRAL: f64 = 4.0;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(folder), Some(target)) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: continuity FOLDER TARGET");
        std::process::exit(2);
    };
    let mut single: HashMap<char, u32> = HashMap::new();
    let mut pairs: HashMap<(char, char), u32> = HashMap::new();
    let mut total = 0u32;
    let mut files: Vec<_> =
        std::fs::read_dir(&folder).expect("the folder").map(|e| e.unwrap().path()).collect();
    files.sort();
    for file in files.iter().filter(|f| f.extension().is_some_and(|e| e == "txt")) {
        for line in heshu_core::repair::repair(&std::fs::read_to_string(file).unwrap(), &Default::default())
            .text
            .lines()
        {
            let line: Vec<char> = line.chars().filter(|c| !c.is_whitespace()).map(class_of).collect();
            if line.is_empty() {
                continue;
            }
            let mut previous = BORDER;
            for c in line.into_iter().chain([BORDER]) {
                *single.entry(c).or_default() += 1;
                *pairs.entry((previous, c)).or_default() += 1;
                total += 1;
                previous = c;
            }
        }
    }
    let mut commonest: Vec<(u32, char)> =
        single.iter().filter(|(c, _)| u16::try_from(u32::from(**c)).is_ok()).map(|(c, n)| (*n, *c)).collect();
    commonest.sort_by(|a, b| b.cmp(a));
    commonest.truncate(ALPHABET);
    let mut alphabet: Vec<char> = commonest.into_iter().map(|(_, c)| c).collect();
    alphabet.sort_unstable();
    let index: HashMap<char, usize> = alphabet.iter().enumerate().map(|(i, c)| (*c, i)).collect();

    let mut rows: BTreeMap<usize, Vec<(usize, u16)>> = BTreeMap::new();
    let mut kept = 0;
    for ((a, b), count) in &pairs {
        let (Some(first), Some(second)) = (index.get(a), index.get(b)) else { continue };
        if *count < LEAST {
            continue;
        }
        let expected = f64::from(single[a]) * f64::from(single[b]) / f64::from(total);
        let strength = ((f64::from(*count) - DISCOUNT) / expected).ln();
        let level = (strength / LEVEL + NEUTRAL).round().clamp(0.0, 15.0) as u16;
        rows.entry(*first).or_default().push((*second, level));
        kept += 1;
    }

    let quarters = |x: f64| (x * 4.0).round();
    let mut out: Vec<u8> = Vec::new();
    let word = |out: &mut Vec<u8>, w: u16| out.extend(w.to_le_bytes());
    word(&mut out, alphabet.len() as u16);
    word(&mut out, quarters(f64::from(total).ln()) as u16);
    for c in &alphabet {
        word(&mut out, u32::from(*c) as u16);
    }
    for c in &alphabet {
        out.push(quarters((f64::from(total) / f64::from(single[c])).ln()).min(255.0) as u8);
    }
    let mut start = 0;
    for i in 0..alphabet.len() {
        word(&mut out, start);
        start += rows.get(&i).map_or(0, |row| row.len() as u16);
    }
    word(&mut out, start);
    for row in rows.values_mut() {
        row.sort_unstable();
        for (second, level) in row.iter() {
            word(&mut out, *second as u16 | (level << 12));
        }
    }
    std::fs::write(&target, &out).expect("the table can be written");
    eprintln!(
        "{} texts, {total} characters, {} in the alphabet, {kept} pairs, {} bytes",
        files.len(),
        alphabet.len(),
        out.len()
    );
}
