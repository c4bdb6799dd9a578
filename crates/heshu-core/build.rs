//! Reads the vocabulary in `data/`, checks it, and writes it out as static tables.
//!
//! One module of `build/` for each kind of vocabulary. A mistake in the data ends the build with a sentence
//! that names the file and the entry.

#![allow(clippy::panic, clippy::expect_used, clippy::unwrap_used)] // A build stops at bad vocabulary.

#[path = "build/automaton.rs"]
mod automaton;
#[path = "build/catalogue.rs"]
mod catalogue;
#[path = "build/continuity.rs"]
mod continuity;
#[path = "build/lexicon.rs"]
mod lexicon;
#[path = "src/catalogue/spelling.rs"]
#[allow(dead_code)]
mod spelling;
#[path = "build/units.rs"]
mod units;
#[path = "build/word_lists.rs"]
mod word_lists;
#[path = "build/words.rs"]
mod words;

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/catalogue/spelling.rs");
    match compile() {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            println!("cargo::error={}", sentence.replace('\n', " "));
            ExitCode::FAILURE
        }
    }
}

fn compile() -> Result<(), String> {
    let variable = |name| std::env::var_os(name).map(PathBuf::from).ok_or(format!("{name} is not set"));
    let data = variable("CARGO_MANIFEST_DIR")?.join("data");
    let out = variable("OUT_DIR")?;
    words::generate("areas");
    words::generate("outline");
    continuity::compile(&data, &out)?;
    units::compile(&data, &out)?;
    lexicon::compile(&data, &out)?;
    word_lists::compile(&data, &out)?;
    catalogue::compile(&data, &out)
}
