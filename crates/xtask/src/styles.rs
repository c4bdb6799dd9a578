//! The page's styles, which stand in a file for each part of it.

use crate::bundle::text;
use anyhow::{Context, Result, ensure};
use std::path::Path;

/// Their files, in the order in which they hold: later ones go over earlier ones.
const PARTS: [&str; 13] = [
    "page", "head", "work", "start", "panes", "cards", "tables", "checks", "promises", "words", "several",
    "narrow", "print",
];

/// Reads all of them from their folder.
pub fn read(folder: &Path) -> Result<String> {
    let files = folder.read_dir().with_context(|| format!("cannot read {}", folder.display()))?.count();
    ensure!(files == PARTS.len(), "each file of {} must be named in `PARTS`, and no other", folder.display());
    let parts = PARTS.iter().map(|part| text(&folder.join(part).with_extension("css")));
    Ok(parts.collect::<Result<Vec<_>>>()?.join("\n"))
}
