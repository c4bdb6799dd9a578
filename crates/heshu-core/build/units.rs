//! Reads `data/units.toml` and `data/bounds.toml`, checks them and writes them out as static tables.

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

#[derive(Deserialize)]
struct Units {
    unit: Vec<Unit>,
    count: Count,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Unit {
    forms: Vec<String>,
    dimension: String,
    base: String,
    factor: String,
    #[serde(default)]
    needs_scale: bool,
    #[serde(default)]
    descriptive: bool,
    #[serde(default)]
    not_before: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Count {
    alike: Vec<String>,
    words: Vec<String>,
    digits_only: Vec<String>,
    not_before: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Bounds {
    before: BTreeMap<String, Vec<String>>,
    after: BTreeMap<String, Vec<String>>,
    inside: BTreeMap<String, Vec<String>>,
    frame: BTreeMap<String, Vec<String>>,
}

/// Writes `units.rs`.
pub fn compile(data: &Path, out: &Path) -> Result<(), String> {
    let read = |name: &str| fs::read_to_string(data.join(name)).map_err(|e| format!("{name}: {e}"));
    let source = generate(&read("units.toml")?, &read("bounds.toml")?)?;
    fs::write(out.join("units.rs"), source).map_err(|e| format!("units.rs: {e}"))
}

fn generate(units: &str, bounds: &str) -> Result<String, String> {
    let units: Units = toml::from_str(units).map_err(|e| format!("units.toml: {e}"))?;
    let bounds: Bounds = toml::from_str(bounds).map_err(|e| format!("bounds.toml: {e}"))?;
    let mut out = String::new();
    write_units(&mut out, units)?;
    let first = |word: &str| word.chars().next();
    let last = |word: &str| word.chars().next_back();
    write_bounds(&mut out, "BEFORE", bounds.before, last)?;
    write_bounds(&mut out, "AFTER", bounds.after, first)?;
    write_bounds(&mut out, "INSIDE", bounds.inside, first)?;
    write_bounds(&mut out, "FRAME", bounds.frame, last)?;
    Ok(out)
}

/// Units as lines of what they share and their forms; as text they are a fraction of the size.
fn write_units(out: &mut String, units: Units) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    let mut lines: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut take = |form: &str, shared: [&str; 5]| -> Result<(), String> {
        if !seen.insert(form.to_owned()) {
            return Err(format!("units.toml: the unit {form:?} stands there twice"));
        }
        if shared.iter().chain([&form]).any(|field| field.contains(char::is_whitespace)) {
            return Err(format!("units.toml: the unit {form:?} holds white space"));
        }
        lines.entry(shared.join("\t")).or_default().push(form.to_owned());
        Ok(())
    };
    for unit in &units.unit {
        if unit.factor.parse::<f64>().is_err() {
            return Err(format!("units.toml: {:?} is no factor", unit.factor));
        }
        let flags = [(unit.needs_scale, "s"), (unit.descriptive, "d")];
        let flags: String = flags.into_iter().filter(|(is, _)| *is).map(|(_, flag)| flag).collect();
        for form in &unit.forms {
            take(form, [&unit.dimension, &unit.base, &unit.factor, &flags, &unit.not_before])?;
        }
    }
    let digits_only: BTreeSet<&String> = units.count.digits_only.iter().collect();
    let words: BTreeSet<&String> = units.count.words.iter().chain(&units.count.digits_only).collect();
    for word in words {
        if units.unit.iter().any(|u| u.forms.contains(word)) {
            continue;
        }
        let not_before = units.count.not_before.get(word).map_or("", String::as_str);
        // A measure word is its own base.
        take(word, ["count", "", "1", if digits_only.contains(word) { "co" } else { "c" }, not_before])?;
    }
    let lines: Vec<String> =
        lines.into_iter().map(|(shared, forms)| format!("{shared}\t{}", forms.join(" "))).collect();
    let _ = writeln!(out, "static UNIT_LINES: &str = {:?};", lines.join("\n"));
    if let Some(word) = units.count.alike.iter().find(|word| !units.count.words.contains(word)) {
        return Err(format!("units.toml: {word:?} is alike but no measure word"));
    }
    let _ = writeln!(out, "static ALIKE: &[&str] = &{:?};", units.count.alike);
    Ok(())
}

/// Words by a character of theirs, the longest first.
fn write_bounds(
    out: &mut String,
    name: &str,
    table: BTreeMap<String, Vec<String>>,
    key: fn(&str) -> Option<char>,
) -> Result<(), String> {
    let mut rows = Vec::new();
    for (bound, words) in table {
        let variant = match bound.as_str() {
            "approx" => "Approx",
            "at_least" => "AtLeast",
            "over" => "Over",
            "under" => "Under",
            "at_most" => "AtMost",
            other => return Err(format!("bounds.toml: {other:?} is no bound")),
        };
        rows.extend(words.into_iter().map(|word| (word, variant)));
    }
    rows.sort_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then(a.cmp(b)));
    for pair in rows.windows(2) {
        if let [(a, _), (b, _)] = pair
            && a == b
        {
            return Err(format!("bounds.toml: {a:?} stands twice in {name}"));
        }
    }
    let mut index: BTreeMap<char, Vec<(String, &str)>> = BTreeMap::new();
    for (word, variant) in rows {
        let c = key(&word).ok_or(format!("bounds.toml: {name} holds an empty word"))?;
        index.entry(c).or_default().push((word, variant));
    }
    let _ = writeln!(out, "static {name}: &Bounds = &[");
    for (c, rows) in index {
        let rows: Vec<String> = rows.iter().map(|(w, bound)| format!("({w:?}, Bound::{bound})")).collect();
        let _ = writeln!(out, "    ({c:?}, &[{}]),", rows.join(", "));
    }
    out.push_str("];\n");
    Ok(())
}
