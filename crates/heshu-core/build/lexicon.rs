//! Reads `data/lexicon.toml` and writes each of its lists out as a table that is indexed by the first and
//! by the last character of its words.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Writes `lexicon.rs`.
pub fn compile(data: &Path, out: &Path) -> Result<(), String> {
    let source = fs::read_to_string(data.join("lexicon.toml")).map_err(|e| format!("lexicon.toml: {e}"))?;
    fs::write(out.join("lexicon.rs"), generate(&source)?).map_err(|e| format!("lexicon.rs: {e}"))
}

fn generate(source: &str) -> Result<String, String> {
    let lists: BTreeMap<String, Vec<String>> =
        toml::from_str(source).map_err(|e| format!("lexicon.toml: {e}"))?;
    let mut out = String::new();
    for (name, words) in lists {
        let mut seen = BTreeSet::new();
        for word in &words {
            if word.is_empty() {
                return Err(format!("lexicon.toml: {name} holds an empty word"));
            }
            if !seen.insert(word) {
                return Err(format!("lexicon.toml: {word:?} stands twice in {name}"));
            }
        }
        let _ = writeln!(out, "pub(crate) static {}: Words = Words {{", name.to_uppercase());
        write_index(&mut out, "by_first", &words, |w| w.chars().next());
        write_index(&mut out, "by_last", &words, |w| w.chars().next_back());
        out.push_str("};\n");
    }
    Ok(out)
}

fn write_index(out: &mut String, name: &str, words: &[String], key: fn(&str) -> Option<char>) {
    let mut index: BTreeMap<char, Vec<&String>> = BTreeMap::new();
    for word in words {
        if let Some(c) = key(word) {
            index.entry(c).or_default().push(word);
        }
    }
    let _ = writeln!(out, "    {name}: &[");
    for (c, mut list) in index {
        list.sort_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
        let _ = writeln!(out, "        ({c:?}, &{list:?}),");
    }
    out.push_str("    ],\n");
}
