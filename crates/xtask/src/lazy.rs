//! What the page loads only when it first needs it.

use crate::bundle::text;
use crate::compile::{PAGE, Speed, compile};
use crate::run::{command, output, root, run, say};
use crate::toolchain::Toolchain;
use anyhow::{Context, Result};

/// Modules of their own, each run in a worker: name for `browser::parts::call`, the package that it is built from, and
/// what it is to be where it is hosted.
const PARTS: &[(&str, &str, Speed)] = &[
    ("analyst", "heshu-analyst-wasm", Speed::Fast),
    ("export", "heshu-export-wasm", Speed::Optimised),
    ("intake", "heshu-intake-wasm", Speed::Optimised),
    ("panel", "heshu-panel-wasm", Speed::Optimised),
    ("parquet", "heshu-parquet-wasm", Speed::Optimised),
];

/// Texts: name for `browser::parts::file`, and where they stand. The samples are `.txt`.
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
    for (name, package, hosted) in PARTS {
        let part = compile(toolchain, package, if speed == Speed::Quick { speed } else { *hosted })?;
        all.push(Lazy { name: format!("{name}.js"), bytes: part.glue.into_bytes() });
        all.push(Lazy { name: format!("{name}.wasm"), bytes: part.wasm });
    }
    for (name, path) in FILES {
        all.push(Lazy { name: (*name).to_owned(), bytes: text(&root().join(path))?.into_bytes() });
    }
    Ok(all)
}

impl Lazy {
    /// Whether it is code: a part, or a piece of the page.
    pub fn is_code(&self) -> bool {
        self.name.ends_with(".wasm") || self.name.ends_with(".js")
    }

    /// Whether it is a still: a copy that is hosted shows it while the rest still loads.
    pub fn is_still(&self) -> bool {
        self.name.ends_with(".html")
    }
}

/// What the page looks like with a sample open, on wide and on narrow screens: the page's own program writes it down.
pub fn stills() -> Result<Vec<Lazy>> {
    say("Writing down what the page looks like with a sample open");
    run(command("cargo").args(["build", "--package", PAGE]))?;
    let samples = FILES.iter().filter_map(|(name, path)| Some((name.strip_suffix(".txt")?, path)));
    let mut all = Vec::new();
    for (name, path) in samples {
        for screen in ["wide", "narrow"] {
            let mut page = command("cargo");
            page.args(["run", "--quiet", "--package", PAGE, "--", path, screen]);
            let html = output(&mut page).with_context(|| format!("there is no still of {path}"))?;
            all.push(Lazy { name: format!("{name}-{screen}.html"), bytes: html.into_bytes() });
        }
    }
    Ok(all)
}
