//! Planted errors: clean places of real reports get one error of each kind, and the audit must find it.
//!
//! `cargo test -p heshu-core --test planted -- --nocapture` prints the table, with `PLANT_ALL=1` for all
//! reports. Runs over the two samples, and over the
//! reports that lie beside the repository where they do.
#![allow(missing_docs, clippy::indexing_slicing, clippy::string_slice, clippy::unwrap_used)] // A test may panic.

mod goals;
mod numbers;
mod sites;
mod words;

#[path = "../common/mod.rs"]
mod common;

use heshu_core::model::{Analysis, Check, Verdict};
use heshu_core::{Options, analyze};
use sites::{Plant, Random, around, write};
use std::collections::BTreeMap;

type Planter = fn(&Analysis, &mut Random) -> Option<Plant>;

/// The kind, the rule that should find it, whether it is arithmetic, and how it is planted.
const KINDS: &[(&str, &str, bool, Planter)] = &[
    ("target off by a digit", "target-arithmetic", true, numbers::target_digit),
    ("target's digits swapped", "target-arithmetic", true, numbers::target_swapped),
    ("target's point moved", "target-arithmetic", true, numbers::target_point),
    ("share off by a digit", "structure-sum", true, numbers::share_digit),
    ("shares against levels", "structure-levels", true, numbers::structure_shifted),
    ("part greater than the whole", "part-sum", true, numbers::part_too_large),
    ("parts more than the whole", "part-sum", true, numbers::parts_too_many),
    ("share of GDP off", "share-arithmetic", true, numbers::share_off),
    ("parts slower than the whole", "aggregate-growth", true, numbers::parts_slower),
    ("GDP per head off", "per-capita", true, numbers::per_head_off),
    ("told twice, digits swapped", "restated-value", true, numbers::told_twice),
    ("target's base swapped", "review-base", true, numbers::base_swapped),
    ("from A to B, wrong growth", "stated-growth", true, numbers::wrong_growth),
    ("wrong increase", "stated-growth", true, numbers::wrong_increase),
    ("from A to B, wrong average", "average-growth", true, numbers::wrong_average),
    ("万 for 亿", "magnitude", true, numbers::wrong_scale),
    ("item's number skipped", "numbering", false, words::number_skipped),
    ("promises miscounted", "list-count", false, words::promises_miscounted),
    ("names miscounted", "list-count", false, words::names_miscounted),
    ("number behind 分别 dropped", "respective-lists", false, words::number_dropped),
    ("rate above 100", "impossible-rate", false, words::rate_above),
    ("per cent for points", "percent-or-points", false, words::percent_for_points),
    ("visits for people", "unit-mismatch", false, words::visits_for_people),
    ("period reversed", "period-order", false, words::period_reversed),
    ("year that is over", "stale-year", false, words::year_stale),
    ("sentence pasted twice", "duplicate-passage", false, words::sentence_twice),
    ("name misspelt", "name-variants", false, words::name_misspelt),
    ("quotation not closed", "paired-marks", false, words::quotation_open),
    ("％ among %", "mixed-width", false, words::wide_sign),
    ("target halved", "target-below-result", false, goals::target_halved),
    ("target slowed", "target-slows", false, goals::target_slowed),
    ("target left out", "no-target", false, goals::target_left_out),
    ("growth left out", "silent-decline", false, goals::growth_left_out),
];

#[derive(Default)]
struct Tally {
    planted: u32,
    found: u32,
    elsewhere: u32,
    /// Slips that were planted and found, those named as what they are, and as something else.
    slips: [u32; 3],
}

#[test]
fn planted_errors_are_found() {
    let mut random = Random(20_240_126);
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    // All reports twice over take a minute or two; a part of them is enough to notice a loss.
    let (every, times) = if std::env::var_os("PLANT_ALL").is_some() { (1, 2) } else { (4, 1) };
    for (name, text) in common::texts().into_iter().step_by(every) {
        // The repaired text is pasted again, so that places stay where they are.
        let clean = analyze(&analyze(&text, &Options::default()).text, &Options::default());
        for (kind, rule, _, planter) in KINDS.iter().flat_map(|kind| std::iter::repeat_n(kind, times)) {
            let Some(plant) = planter(&clean, &mut random) else { continue };
            let damaged = analyze(&write(&clean.text, &plant), &Options::default());
            let new: Vec<&Check> =
                damaged.checks.iter().filter(|c| c.verdict != Verdict::Pass && !known(&clean, c)).collect();
            let tally = tallies.entry(kind).or_default();
            tally.planted += 1;
            if let Some(check) = new.iter().find(|c| c.rule == *rule) {
                tally.found += 1;
                let [slips, right, wrong] = &mut tally.slips;
                *slips += u32::from(plant.meant.is_some());
                match (&plant.meant, &check.suggestion) {
                    (Some(meant), Some(named)) if meant == named => *right += 1,
                    (Some(meant), Some(named)) => {
                        *wrong += 1;
                        println!("{kind} in {name}: {named} named, {meant} meant");
                    }
                    _ => {}
                }
            } else if new.iter().any(|c| c.verdict <= Verdict::Caution) {
                tally.elsewhere += 1;
            } else {
                println!(
                    "not found in {name}: {kind}: {}",
                    around(&clean.text, plant.span).replace('\n', "⏎")
                );
            }
        }
    }
    println!("{:28} {:>7} {:>7} {:>10}", "planted", "number", "found", "elsewhere");
    let (mut arithmetic, mut all, mut slips) = ((0, 0), (0, 0), [0, 0, 0]);
    for (kind, _, is_arithmetic, _) in KINDS {
        let Some(tally) = tallies.get(kind) else { continue };
        println!("{kind:28} {:>7} {:>7} {:>10}", tally.planted, tally.found, tally.elsewhere);
        all = (all.0 + tally.planted, all.1 + tally.found);
        for (sum, count) in slips.iter_mut().zip(tally.slips) {
            *sum += count;
        }
        if *is_arithmetic {
            arithmetic = (arithmetic.0 + tally.planted, arithmetic.1 + tally.found);
        }
    }
    println!("arithmetic {}/{}, all {}/{}", arithmetic.1, arithmetic.0, all.1, all.0);
    let [number, right, wrong] = slips;
    println!("slips found {number}, named as planted {right}, named as another {wrong}");
    assert!(all.0 > 0, "nothing was planted");
    assert!(wrong * 20 <= number, "slips named wrongly: {wrong}/{number}");
    assert!(arithmetic.1 * 100 >= arithmetic.0 * 95, "arithmetic: {}/{}", arithmetic.1, arithmetic.0);
    assert!(all.1 * 100 >= all.0 * 90, "all: {}/{}", all.1, all.0);
}

/// Whether the same rule said the same before.
fn known(clean: &Analysis, check: &Check) -> bool {
    clean
        .checks
        .iter()
        .any(|c| c.rule == check.rule && c.title.zh == check.title.zh && c.verdict == check.verdict)
}
