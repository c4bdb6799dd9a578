//! The words of `data/outline.toml` and `data/areas.toml`.
#![allow(missing_docs, dead_code)]

include!(concat!(env!("OUT_DIR"), "/outline.rs"));
include!(concat!(env!("OUT_DIR"), "/areas.rs"));

/// Whether any of the words stands in the text.
pub fn any(words: &[&str], text: &str) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Where the first of the words stands: the smallest byte offset.
pub fn find(words: &[&str], text: &str) -> Option<usize> {
    words.iter().filter_map(|word| text.find(word)).min()
}
