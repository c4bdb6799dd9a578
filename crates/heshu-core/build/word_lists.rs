//! Reads `data/word_lists.toml`, lists of words to count, and writes them out as static tables.

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    zh: String,
    en: String,
    words: String,
}

/// Writes `word_lists.rs`.
pub fn compile(data: &Path, out: &Path) -> Result<(), String> {
    const FILE: &str = "word_lists.toml";
    let source = fs::read_to_string(data.join(FILE)).map_err(|e| format!("{FILE}: {e}"))?;
    let lists: BTreeMap<String, List> = toml::from_str(&source).map_err(|e| format!("{FILE}: {e}"))?;
    let mut code = String::from("static LISTS: &[WordList] = &[\n");
    for (id, list) in lists {
        let words: Vec<&str> = list.words.split_whitespace().collect();
        let mut seen = BTreeSet::new();
        if let Some(twice) = words.iter().find(|word| !seen.insert(**word)) {
            return Err(format!("{FILE}: {id} gives {twice} twice"));
        }
        if words.is_empty() || list.zh.is_empty() || list.en.is_empty() {
            return Err(format!("{FILE}: {id} lacks a name or words"));
        }
        // One string is a fraction of the size of as many slices.
        let words = words.join("\n");
        let _ = writeln!(
            code,
            "WordList {{ id: {id:?}, zh: {:?}, en: {:?}, words: {words:?} }},",
            list.zh, list.en
        );
    }
    code.push_str("];\n");
    fs::write(out.join("word_lists.rs"), code).map_err(|e| format!("word_lists.rs: {e}"))
}
