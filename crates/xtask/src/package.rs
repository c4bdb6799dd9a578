//! `dist/npm/`: the analysis and the readers of files as an npm package, with types made from the contract's schema.

use crate::compile::{Glue, Speed, compile_for};
use crate::node;
use crate::run::{root, say};
use crate::toolchain::Toolchain;
use anyhow::{Context, Result, ensure};
use std::path::Path;

/// What the package holds beside what is built: its JavaScript and its types for what JavaScript calls.
const SOURCE: &str = "crates/heshu-wasm/npm";
/// Modules: name in the package, and the crate that each is built from.
const MODULES: &[(&str, &str)] = &[("core", "heshu-wasm"), ("intake", "heshu-intake-wasm")];
/// The contract.
const SCHEMA: &str = "docs/analysis.schema.json";
/// Stands in the source's `package.json` for the version of these crates.
const VERSION: &str = "\"version\": \"0.0.0\"";

/// Builds the package.
pub fn build(speed: Speed) -> Result<()> {
    let toolchain = Toolchain::set_up()?;
    let to = root().join("dist/npm");
    let _ = std::fs::remove_dir_all(&to);
    std::fs::create_dir_all(&to)?;
    copy(&root().join(SOURCE), &to)?;
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        std::fs::copy(root().join(name), to.join(name))?;
    }
    std::fs::copy(root().join(SCHEMA), to.join("analysis.schema.json"))?;
    node::types_of_schema(&root().join(SCHEMA), &to.join("analysis.d.ts"))?;
    for (name, package) in MODULES {
        let module = compile_for(toolchain, package, speed, Glue::Module)?;
        std::fs::write(to.join(format!("{name}.js")), module.glue)?;
        std::fs::write(to.join(format!("{name}.wasm")), module.wasm)?;
    }
    say("dist/npm/ holds the package: `npm pack ./dist/npm` makes one file of it");
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in from.read_dir().with_context(|| format!("cannot read {}", from.display()))? {
        let entry = entry?;
        let mut content = std::fs::read_to_string(entry.path())?;
        if entry.file_name() == "package.json" {
            ensure!(content.contains(VERSION), "{SOURCE}/package.json has no {VERSION}");
            content = content.replace(VERSION, &format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION")));
        }
        std::fs::write(to.join(entry.file_name()), content)?;
    }
    Ok(())
}
