//! The texts that tests read: the two seeds in the repository, and the folder beside it where there is one.
// A test may fail by a panic; the core may not.
#![allow(dead_code, clippy::indexing_slicing, clippy::string_slice)]

pub mod damage;
pub mod rows;
pub mod typeset;

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
                let text = std::fs::read_to_string(&path).unwrap_or_else(|e| format!("{name}: {e}"));
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

/// How many characters two texts have in common in the same order.
pub fn longest_common_subsequence(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    // Myers: the least number of insertions and deletions d, and from it the length in common.
    let (n, m) = (a.len() as isize, b.len() as isize);
    let most = n + m;
    let at = |k: isize| (k + most) as usize;
    let mut furthest = vec![0isize; 2 * most as usize + 2];
    for d in 0..=most {
        let mut k = -d;
        while k <= d {
            let get = |k: isize| furthest.get(at(k)).copied().unwrap_or(-1);
            let mut x =
                if k == -d || (k != d && get(k - 1) < get(k + 1)) { get(k + 1) } else { get(k - 1) + 1 };
            if d == 0 {
                x = 0;
            }
            while x < n && x - k < m && a.get(x as usize) == b.get((x - k) as usize) {
                x += 1;
            }
            if let Some(cell) = furthest.get_mut(at(k)) {
                *cell = x;
            }
            if x >= n && x - k >= m {
                return ((most - d) / 2) as usize;
            }
            k += 2;
        }
    }
    0
}
