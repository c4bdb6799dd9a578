//! The texts that tests read: the two seeds in the repository, and the folder beside it where there is one.
#![allow(dead_code)]

use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Clean texts by name: the seeds, and all of `../shared`.
pub fn texts() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for folder in ["www/samples", "../shared/gold", "../shared/corpus"] {
        let Ok(entries) = std::fs::read_dir(root().join(folder)) else {
            eprintln!("{folder} is not here: tested without it");
            continue;
        };
        let mut paths: Vec<_> = entries.filter_map(|e| e.ok()).map(|e| e.path()).collect();
        paths.sort();
        for path in paths {
            let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
            if name.ends_with(".txt") && !name.contains(".raw") {
                let text = std::fs::read_to_string(&path).unwrap();
                texts.push((format!("{folder}/{name}"), text));
            }
        }
    }
    texts
}

/// The seed that exists both as pasted from a PDF and clean.
pub fn raw_and_clean() -> Option<(String, String)> {
    ["www/samples", "../shared/gold"].iter().find_map(|folder| {
        let read = |name: &str| std::fs::read_to_string(root().join(folder).join(name)).ok();
        Some((read("xinyuan-2024.raw.txt")?, read("xinyuan-2024.txt")?))
    })
}

/// The lines that are not blank, without white space.
pub fn lines_of(text: &str) -> Vec<String> {
    text.lines()
        .map(|line| line.chars().filter(|c| !c.is_whitespace()).collect::<String>())
        .filter(|line| !line.is_empty())
        .collect()
}
