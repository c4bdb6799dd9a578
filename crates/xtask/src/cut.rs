//! The page's module cut in pieces, at the functions that `heshu-app/src/pieces.rs` names.

use crate::compile::read;
use crate::silence::silence;
use anyhow::{Context, Result, anyhow};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use wasm_split_cli_support::{Options, transform};

/// What the cut gives.
pub struct Cut {
    /// The module without its pieces, to be bound.
    pub main: PathBuf,
    /// Files, each with its name; some are needed by more than one piece.
    pub files: Vec<(String, PathBuf)>,
    /// Which files each piece needs.
    pub pieces: BTreeMap<String, Vec<String>>,
}

/// Cuts `module`, which the linker must have left its relocations in; `folder` is emptied for what comes of it. Panics
/// of a `silent` one have no words.
pub fn cut(module: &Path, folder: &Path, silent: bool) -> Result<Cut> {
    let _ = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder)?;
    let (mut bytes, main) = (read(module)?, folder.join("main.wasm"));
    if silent {
        bytes = silence(&bytes)?;
    }
    let mut options = Options::new(&bytes);
    options.output_dir = folder;
    options.main_out_path = &main;
    let split = transform(options).map_err(|error| anyhow!("cannot cut {}: {error:#}", module.display()))?;
    let mut files = Vec::new();
    for path in split.split_modules {
        let name =
            path.file_stem().and_then(|name| name.to_str()).context("a piece without a name")?.to_owned();
        files.push((name, path));
    }
    files.sort();
    Ok(Cut { main, files, pieces: split.prefetch_map.into_iter().collect() })
}
