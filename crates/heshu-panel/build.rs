//! Reads the vocabulary in `data/`, checks it, and writes it out as static lists, as the core's is.

#![allow(clippy::panic, clippy::expect_used)] // A build stops at bad vocabulary.

#[path = "../heshu-core/build/words.rs"]
mod words;

fn main() {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=../heshu-core/build/words.rs");
    words::generate("delivery");
}
