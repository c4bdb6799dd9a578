//! Planted errors: clean places of real reports get one error of each kind, and the audit must find it.
//!
//! `cargo test -p heshu-core --test planted -- --nocapture` prints the table, with `PLANT_ALL=1` for all
//! reports. Runs over the two samples, and over the
//! reports that lie beside the repository where they do.
#![allow(missing_docs, clippy::indexing_slicing, clippy::string_slice, clippy::unwrap_used)] // A test may panic.

mod common;

use heshu_core::model::{Analysis, Bound, Check, Observation, Span, Verdict};
use heshu_core::{Options, analyze};
use std::collections::BTreeMap;

/// A place to change and what to write there.
struct Plant {
    span: Span,
    write: String,
}

type Planter = fn(&Analysis, &mut Random) -> Option<Plant>;

/// The kind, the rule that should find it, whether it is arithmetic, and how it is planted.
const KINDS: &[(&str, &str, bool, Planter)] = &[
    ("target off by a digit", "target-arithmetic", true, target_digit),
    ("share off by a digit", "structure-sum", true, share_digit),
    ("part ten times too large", "part-sum", true, part_too_large),
    ("told twice, digits swapped", "restated-value", true, told_twice),
    ("from A to B, wrong growth", "stated-growth", true, wrong_growth),
    ("item's number skipped", "numbering", false, number_skipped),
    ("promises miscounted", "list-count", false, promises_miscounted),
    ("rate above 100", "impossible-rate", false, rate_above),
    ("per cent for points", "percent-or-points", false, percent_for_points),
    ("万 for 亿", "magnitude", false, wrong_scale),
    ("sentence pasted twice", "duplicate-passage", false, sentence_twice),
    ("quotation not closed", "paired-marks", false, quotation_open),
    ("％ among %", "mixed-width", false, wide_sign),
];

/// A small generator with a fixed seed: the same errors on every run.
struct Random(u64);

impl Random {
    fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        if from.is_empty() { None } else { from.get((self.0 >> 33) as usize % from.len()) }
    }
}

#[derive(Default)]
struct Tally {
    planted: u32,
    found: u32,
    elsewhere: u32,
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
            if new.iter().any(|c| c.rule == *rule) {
                tally.found += 1;
            } else if new.iter().any(|c| c.verdict <= Verdict::Caution) {
                tally.elsewhere += 1;
            } else {
                println!("not found in {name}: {kind}: {}", around(&clean.text, plant.span));
            }
        }
    }
    println!("{:28} {:>7} {:>7} {:>10}", "planted", "number", "found", "elsewhere");
    let (mut arithmetic, mut all) = ((0, 0), (0, 0));
    for (kind, _, is_arithmetic, _) in KINDS {
        let Some(tally) = tallies.get(kind) else { continue };
        println!("{kind:28} {:>7} {:>7} {:>10}", tally.planted, tally.found, tally.elsewhere);
        all = (all.0 + tally.planted, all.1 + tally.found);
        if *is_arithmetic {
            arithmetic = (arithmetic.0 + tally.planted, arithmetic.1 + tally.found);
        }
    }
    println!("arithmetic {}/{}, all {}/{}", arithmetic.1, arithmetic.0, all.1, all.0);
    assert!(all.0 > 0, "nothing was planted");
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

fn units(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}

fn words(text: &str, span: Span) -> String {
    String::from_utf16_lossy(units(text).get(span.start as usize..span.end as usize).unwrap_or_default())
}

fn around(text: &str, span: Span) -> String {
    let end = (span.end + 16).min(units(text).len() as u32);
    words(text, Span::new(span.start.saturating_sub(16), end))
}

fn write(text: &str, plant: &Plant) -> String {
    let all = units(text);
    let (before, rest) = all.split_at(plant.span.start as usize);
    let after = &rest[(plant.span.end - plant.span.start) as usize..];
    String::from_utf16_lossy(before) + &plant.write + &String::from_utf16_lossy(after)
}

/// The observations of the checks that hold under a rule.
fn held<'a>(analysis: &'a Analysis, rule: &str) -> Vec<(&'a Check, &'a Observation)> {
    let of =
        |check: &'a Check| Some((check, analysis.observations.get(*check.observations.first()? as usize)?));
    analysis.checks.iter().filter(|c| c.rule == rule && c.verdict == Verdict::Pass).filter_map(of).collect()
}

/// The number with its first digit that can be one greater.
fn greater(written: &str) -> Option<String> {
    let at = written.find(|c: char| ('1'..='8').contains(&c))?;
    let digit = written[at..].chars().next()?.to_digit(10)?;
    Some(format!("{}{}{}", &written[..at], digit + 1, &written[at + 1..]))
}

fn level_plant(
    analysis: &Analysis,
    observation: &Observation,
    write: impl Fn(&str) -> Option<String>,
) -> Option<Plant> {
    let level = observation.level.as_ref()?;
    let stands = words(&analysis.text, level.span);
    let written = stands.find(&level.written).map(|_| level.written.clone())?;
    Some(Plant { span: level.span, write: stands.replacen(&written, &write(&written)?, 1) })
}

fn target_digit(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    let sites: Vec<&Observation> = held(analysis, "target-arithmetic")
        .into_iter()
        .map(|(_, o)| o)
        .filter(|o| o.change.as_ref().is_some_and(|c| c.bound == Bound::Exact))
        .filter(|o| {
            !o.indicator
                .as_deref()
                .is_some_and(|id| id == "gdp" || id.ends_with("value_added") || id == "gdp_per_capita")
        })
        .collect();
    level_plant(analysis, random.pick(&sites)?, greater)
}

fn share_digit(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    let all = held(analysis, "structure-sum").into_iter().map(|(_, o)| o);
    // A tenth more could still be rounding.
    let sites: Vec<&Observation> =
        all.filter(|o| o.level.as_ref().is_some_and(|l| l.value.get() >= 10.into())).collect();
    level_plant(analysis, random.pick(&sites)?, greater)
}

fn part_too_large(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    let held: Vec<&Check> = analysis
        .checks
        .iter()
        .filter(|c| c.rule == "part-sum" && c.verdict == Verdict::Pass && c.observations.len() == 2)
        .collect();
    let [whole, part] = random.pick(&held)?.observations.as_slice() else { return None };
    let whole = analysis.observations.get(*whole as usize)?.level.clone()?;
    let part = analysis.observations.get(*part as usize)?;
    // 100万亩以上 has no end that a part could pass.
    if whole.bound != Bound::Exact {
        return None;
    }
    if part.level.as_ref()?.unit != whole.unit
        || !whole.written.chars().all(|c| c.is_ascii_digit() || c == '.')
    {
        return None;
    }
    level_plant(analysis, part, |_| Some(format!("9{}", whole.written)))
}

/// The end of the first paragraph of the review, where a sentence can be added.
fn end_of_review(analysis: &Analysis) -> Option<Span> {
    let first = analysis
        .observations
        .iter()
        .find(|o| o.period == analysis.document.review_year.map(|y| y.to_string()))?;
    let text = units(&analysis.text);
    let stop = units("。");
    let ends = |i: &usize| text.get(*i) == Some(&u16::from(b'\n')) && text.get(i - 1) == stop.first();
    let end = (first.span.end as usize..text.len()).find(ends)? as u32;
    Some(Span::new(end, end))
}

fn told_twice(analysis: &Analysis, _: &mut Random) -> Option<Plant> {
    let review = analysis.document.review_year?.to_string();
    let gdp = analysis.observations.iter().find(|o| {
        o.indicator.as_deref() == Some("gdp")
            && o.period.as_ref() == Some(&review)
            && o.doubt.is_none()
            && o.level.is_some()
    })?;
    let level = gdp.level.as_ref().filter(|l| l.bound == Bound::Exact)?;
    let mut digits: Vec<char> = level.written.chars().collect();
    let pair = (0..digits.len() - 1).rev().find(|i| {
        digits[*i].is_ascii_digit() && digits[i + 1].is_ascii_digit() && digits[*i] != digits[i + 1]
    })?;
    digits.swap(pair, pair + 1);
    let swapped: String = digits.into_iter().collect();
    Some(Plant {
        span: end_of_review(analysis)?,
        write: format!("{review}年{}达到{swapped}{}。", gdp.name, level.unit),
    })
}

fn wrong_growth(analysis: &Analysis, _: &mut Random) -> Option<Plant> {
    Some(Plant {
        span: end_of_review(analysis)?,
        write: "工业用水重复利用量由80万吨增加到92万吨，增长25%。".into(),
    })
}

fn number_skipped(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    let sites: Vec<usize> = analysis.text.match_indices("；二是").map(|(at, _)| at).collect();
    let sites: Vec<usize> = sites
        .into_iter()
        .filter(|at| {
            analysis.text[..*at].rfind("一是").is_some_and(|b| !analysis.text[b..*at].contains('\n'))
        })
        .collect();
    let at = analysis.text[..*random.pick(&sites)?].encode_utf16().count() as u32 + 1;
    Some(Plant { span: Span::new(at, at + 1), write: "四".into() })
}

fn promises_miscounted(analysis: &Analysis, _: &mut Random) -> Option<Plant> {
    let check = analysis.checks.iter().find(|c| {
        c.rule == "list-count" && c.verdict == Verdict::Pass && c.title.zh.starts_with("民生实事")
    })?;
    let span = *check.spans.iter().min_by_key(|s| s.end - s.start)?;
    let stands = words(&analysis.text, span);
    let measure = stands.chars().last()?;
    Some(Plant { span, write: format!("37{measure}") })
}

fn rate_above(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    let sites: Vec<&Observation> = analysis
        .observations
        .iter()
        .filter(|o| {
            o.doubt.is_none()
                && ["覆盖率", "合格率", "普及率", "参保率"].iter().any(|end| o.name.ends_with(end))
        })
        .filter(|o| o.level.as_ref().is_some_and(|l| l.written.len() >= 2 && l.unit == "%"))
        .collect();
    level_plant(analysis, random.pick(&sites)?, |written| {
        written.parse::<f64>().ok().filter(|v| *v < 100.0).map(|_| format!("1{written}"))
    })
}

fn percent_for_points(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    let sites: Vec<&Observation> = analysis
        .observations
        .iter()
        .filter(|o| {
            o.name.ends_with('率')
                && o.doubt.is_none()
                && o.change
                    .as_ref()
                    .is_some_and(|c| c.unit.contains("百分点") && c.basis == heshu_core::model::Basis::Yoy)
        })
        .collect();
    let change = random.pick(&sites)?.change.as_ref()?;
    let stands = words(&analysis.text, change.span);
    let write = stands.replace("个百分点", "%");
    (write != stands).then_some(Plant { span: change.span, write })
}

fn wrong_scale(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    let sites: Vec<&Observation> = analysis
        .observations
        .iter()
        .filter(|o| {
            matches!(o.indicator.as_deref(), Some("gdp" | "budget_revenue" | "retail_sales"))
                && o.doubt.is_none()
                && o.region.is_none()
        })
        .filter(|o| {
            o.level.as_ref().is_some_and(|l| l.unit == "亿元")
                && o.period == analysis.document.review_year.map(|y| y.to_string())
        })
        .collect();
    let level = random.pick(&sites)?.level.as_ref()?;
    Some(Plant { span: level.span, write: words(&analysis.text, level.span).replace("亿元", "万元") })
}

fn sentence_twice(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    let long: Vec<&str> = analysis
        .text
        .split_inclusive('。')
        .filter(|s| {
            !s.contains('\n')
                && s.chars().count() > 35
                && s.chars().any(|c| c.is_ascii_digit())
                && s.ends_with('。')
        })
        .collect();
    Some(Plant { span: end_of_review(analysis)?, write: (*random.pick(&long)?).to_owned() })
}

fn quotation_open(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    let sites: Vec<usize> = analysis.text.match_indices('”').map(|(at, _)| at).collect();
    let annex = analysis
        .sections
        .iter()
        .find(|s| s.part == heshu_core::model::Part::Annex)
        .map_or(u32::MAX, |s| s.span.start);
    let at = analysis.text[..*random.pick(&sites)?].encode_utf16().count() as u32;
    (at < annex).then_some(Plant { span: Span::new(at, at + 1), write: String::new() })
}

fn wide_sign(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    if analysis.text.contains('％') {
        return None;
    }
    let sites: Vec<usize> = analysis.text.match_indices('%').map(|(at, _)| at).collect();
    let at = analysis.text[..*random.pick(&sites)?].encode_utf16().count() as u32;
    Some(Plant { span: Span::new(at, at + 1), write: "％".into() })
}
