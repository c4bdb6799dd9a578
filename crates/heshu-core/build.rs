//! Reads the vocabulary in `data/`, checks it, and writes it out as static tables.
#![allow(clippy::panic, clippy::expect_used, clippy::unwrap_used)] // A build stops at bad vocabulary.

#[path = "build/words.rs"]
mod words;

fn main() {
    println!("cargo::rerun-if-changed=data");
    words::generate("areas");
    words::generate("outline");
}
