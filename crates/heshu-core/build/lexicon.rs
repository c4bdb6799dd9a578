//! Reads `data/lexicon.toml` and writes each of its lists out as one string, and each of its tables as pairs.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use toml::{Table, Value};

/// Writes `lexicon.rs`.
pub fn compile(data: &Path, out: &Path) -> Result<(), String> {
    let source = fs::read_to_string(data.join("lexicon.toml")).map_err(|e| format!("lexicon.toml: {e}"))?;
    fs::write(out.join("lexicon.rs"), generate(&source)?).map_err(|e| format!("lexicon.rs: {e}"))
}

/// The tables as Rust.
pub fn generate(source: &str) -> Result<String, String> {
    let entries: Table = source.parse().map_err(|e| format!("lexicon.toml: {e}"))?;
    let mut out = String::new();
    for (name, entry) in &entries {
        match entry {
            Value::Array(words) => write_list(&mut out, name, &strings(name, &joined(words, &entries)?)?)?,
            Value::Table(pairs) => write_pairs(&mut out, name, pairs)?,
            _ => return Err(format!("lexicon.toml: {name} is neither a list nor a table")),
        }
    }
    Ok(out)
}

/// The words of a list, and in place of "@other" those of that other list.
fn joined(words: &[Value], entries: &Table) -> Result<Vec<Value>, String> {
    let mut out = Vec::with_capacity(words.len());
    for word in words {
        match word.as_str().and_then(|word| word.strip_prefix('@')) {
            Some(other) => out.extend_from_slice(
                entries
                    .get(other)
                    .and_then(Value::as_array)
                    .ok_or(format!("lexicon.toml: there is no list {other}"))?,
            ),
            None => out.push(word.clone()),
        }
    }
    Ok(out)
}

/// The words of a list: none empty, none twice.
fn strings(name: &str, words: &[Value]) -> Result<Vec<String>, String> {
    let mut seen = BTreeSet::new();
    let mut out = Vec::with_capacity(words.len());
    for word in words {
        let word = word.as_str().ok_or(format!("lexicon.toml: {name} holds something that is no word"))?;
        if word.is_empty() {
            return Err(format!("lexicon.toml: {name} holds an empty word"));
        }
        if !seen.insert(word) {
            return Err(format!("lexicon.toml: {word:?} stands twice in {name}"));
        }
        out.push(word.to_owned());
    }
    Ok(out)
}

/// A list as one string, which is a fraction of the size of tables of slices; by first characters and the longest first,
/// as it will be looked through.
fn write_list(out: &mut String, name: &str, words: &[String]) -> Result<(), String> {
    if let Some(word) = words.iter().find(|word| word.contains('\n')) {
        return Err(format!("lexicon.toml: {word:?} in {name} holds a line break"));
    }
    let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
    words.sort_by_key(|word| (word.chars().next(), Reverse(word.len()), *word));
    let _ = writeln!(
        out,
        "pub(crate) static {}: Words = Words::new({:?});",
        name.to_uppercase(),
        words.join("\n")
    );
    Ok(())
}

/// A table of words with what each of them says: characters, a number, or words; longest first.
fn write_pairs(out: &mut String, name: &str, pairs: &Table) -> Result<(), String> {
    let mut pairs: Vec<(&String, &Value)> = pairs.iter().collect();
    pairs.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then(a.0.cmp(b.0)));
    let (_, first) = pairs.first().ok_or(format!("lexicon.toml: {name} is empty"))?;
    let of = match first {
        Value::Integer(_) => "i32",
        Value::String(_) => "&str",
        _ => "&[&str]",
    };
    let _ = writeln!(out, "pub(crate) static {}: &[(&str, {of})] = &[", name.to_uppercase());
    for (word, value) in pairs {
        let value = match (of, value) {
            ("i32", Value::Integer(number)) => number.to_string(),
            ("&str", Value::String(text)) => format!("{text:?}"),
            ("&[&str]", Value::Array(words)) => format!("&{:?}", strings(word, words)?),
            _ => return Err(format!("lexicon.toml: {word:?} in {name} says something of another kind")),
        };
        let _ = writeln!(out, "    ({word:?}, {value}),");
    }
    out.push_str("];\n");
    Ok(())
}
