//! What the page loads only when it first needs it.

use crate::bundle::text;
use crate::compile::{Speed, compile};
use crate::run::root;
use crate::toolchain::Toolchain;
use anyhow::Result;

/// Modules of their own, each run in a worker: name for `browser::parts::call`, and the package that it is built from.
const PARTS: &[(&str, &str)] = &[
    ("export", "heshu-export-wasm"),
    ("intake", "heshu-intake-wasm"),
    ("panel", "heshu-panel-wasm"),
    ("parquet", "heshu-parquet-wasm"),
];

/// Texts: name for `browser::parts::file`, and where they stand.
const FILES: &[(&str, &str)] = &[
    ("xinyuan.txt", "www/samples/xinyuan-2024.raw.txt"),
    ("yining.txt", "www/samples/yining-2024.txt"),
    ("rules.md", "docs/rules.md"),
];

/// One file of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lazy {
    /// Its name with an ending, as the page asks for it.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Builds all of them: a part is a module and the JavaScript that binds it.
pub fn build(toolchain: Toolchain, speed: Speed) -> Result<Vec<Lazy>> {
    let mut all = Vec::new();
    for (name, package) in PARTS {
        let part = compile(toolchain, package, speed)?;
        all.push(Lazy { name: format!("{name}.js"), bytes: part.glue.into_bytes() });
        all.push(Lazy { name: format!("{name}.wasm"), bytes: part.wasm });
    }
    for (name, path) in FILES {
        all.push(Lazy { name: (*name).to_owned(), bytes: text(&root().join(path))?.into_bytes() });
    }
    Ok(all)
}
