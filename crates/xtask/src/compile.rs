//! A crate compiled for the web: one wasm and the JavaScript that binds it.

use crate::cut::cut;
use crate::lazy::Lazy;
use crate::lean::lean;
use crate::names::shorten;
use crate::node;
use crate::run::{run, say, target_dir};
use crate::toolchain::{Toolchain, output_dir};
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// The crate that the page is.
pub const PAGE: &str = "heshu-app";

/// How much time the build may take for a smaller, faster page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speed {
    /// For hosting: small.
    Optimised,
    /// For hosting: quick at its work, whatever it weighs.
    Fast,
    /// For work on the page: no link-time optimisation, no wasm-opt.
    Quick,
}

/// What the compiler and wasm-bindgen give.
pub struct Compiled {
    /// The module.
    pub wasm: Vec<u8>,
    /// The JavaScript that binds it.
    pub glue: String,
}

/// What the JavaScript that binds a module is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glue {
    /// A classic script that defines `wasm_bindgen`, the function that starts the module.
    Script,
    /// An ECMAScript module, whose default export starts it.
    Module,
}

/// The page, cut in what a first visit needs and what is loaded when it is first needed.
pub struct CompiledPage {
    /// What a first visit needs.
    pub main: Compiled,
    /// The other files.
    pub files: Vec<Lazy>,
    /// Which files each piece needs.
    pub pieces: BTreeMap<String, Vec<String>>,
}

/// Compiles the page.
pub fn compile_page(toolchain: Toolchain, speed: Speed) -> Result<CompiledPage> {
    let built = cargo_build(toolchain, PAGE, speed, &[], &[format!("{PAGE}.wasm")])?;
    say("Cutting the page in pieces");
    let cut = cut(&built, &web_dir().join("pieces"), speed == Speed::Optimised)?;
    let main = bind(&cut.main, PAGE, speed, Glue::Script)?;
    let mut files = Vec::new();
    for (name, path) in cut.files {
        let bytes = read(&optimised(&path, speed)?)?;
        files.push(Lazy { name: format!("{name}.wasm"), bytes });
    }
    let named = |files: Vec<String>| files.into_iter().map(|name| format!("{name}.wasm")).collect();
    let pieces = cut.pieces.into_iter().map(|(piece, files)| (piece, named(files))).collect();
    Ok(CompiledPage { main, files, pieces })
}

/// Compiles a part of the page, a package of its own.
pub fn compile(toolchain: Toolchain, package: &str, speed: Speed) -> Result<Compiled> {
    compile_for(toolchain, package, speed, Glue::Script)
}

/// Compiles a package, bound as `glue` says.
pub fn compile_for(toolchain: Toolchain, package: &str, speed: Speed, glue: Glue) -> Result<Compiled> {
    // A program keeps its package's name, a library's becomes an identifier.
    let names = [format!("{package}.wasm"), format!("{}.wasm", package.replace('-', "_"))];
    let built = cargo_build(toolchain, package, speed, &[], &names)?;
    bind(&built, package, speed, glue)
}

/// Compiles an example of a package.
pub fn compile_example(toolchain: Toolchain, package: &str, name: &str, speed: Speed) -> Result<Compiled> {
    let names = [format!("examples/{name}.wasm")];
    let built = cargo_build(toolchain, package, speed, &["--example", name], &names)?;
    bind(&built, package, speed, Glue::Script)
}

/// Gives where cargo put the module: under one of `names` in the profile's folder.
fn cargo_build(
    toolchain: Toolchain,
    package: &str,
    speed: Speed,
    what: &[&str],
    names: &[String],
) -> Result<PathBuf> {
    let profile = match speed {
        Speed::Optimised => "web",
        Speed::Fast => "web-fast",
        Speed::Quick => "web-quick",
    };
    let target = web_dir();
    say(&format!("Compiling {package} {} (profile {profile})", what.join(" ")));
    let mut cargo = toolchain.cargo_build();
    // One package at a time: together, each would get the features that another asks of a dependency.
    cargo.args(["--package", package]).args(what).args(["--profile", profile, "--target-dir"]).arg(&target);
    cargo.env("CARGO_ENCODED_RUSTFLAGS", remapped_paths());
    // A hasher of the Parquet library is seeded when it is built; builds are to be alike.
    cargo.env("CONST_RANDOM_SEED", "heshu");
    run(&mut cargo)?;
    let folder = target.join(output_dir(profile));
    let built = names.iter().map(|name| folder.join(name)).find(|path| path.exists());
    built.with_context(|| format!("{package} gave no wasm in {}", folder.display()))
}

fn bind(built: &Path, package: &str, speed: Speed, how: Glue) -> Result<Compiled> {
    say("Binding (wasm-bindgen)");
    let target = web_dir();
    let mut binding = Bindgen::new();
    let binding = match how {
        Glue::Script => binding.no_modules(true)?,
        Glue::Module => binding.web(true)?,
    };
    let mut output = binding
        .input_path(built)
        .out_name("heshu")
        .typescript(false)
        .omit_default_module_path(true)
        // Pieces of the page work on the module's own table of functions.
        .keep_lld_exports(package == PAGE)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()?;
    let (module, glue) = shorten(&output.wasm_mut().emit_wasm(), output.js())?;
    let glue = if how == Glue::Script { lean(&glue)? } else { glue };
    let bound = target.join(format!("{package}-bound.wasm"));
    std::fs::write(&bound, module)?;
    let wasm = read(&optimised(&bound, speed)?)?;
    Ok(Compiled { wasm, glue })
}

/// A module made small, where it is to be and there is time for it.
fn optimised(module: &Path, speed: Speed) -> Result<PathBuf> {
    if speed != Speed::Optimised {
        return Ok(module.to_owned());
    }
    let small = module.with_extension("small.wasm");
    node::optimise(module, &small)?;
    Ok(small)
}

/// A folder of its own: another compiler must not throw away the native build.
fn web_dir() -> PathBuf {
    target_dir().join("web")
}

/// Flags that keep the builder's folders out of panic messages, so that builds are alike everywhere.
fn remapped_paths() -> String {
    let home = std::env::var("CARGO_HOME").ok().or_else(|| {
        let home = std::env::var("HOME").or_else(|_| std::env::var("USERPROFILE")).ok()?;
        Some(format!("{home}/.cargo"))
    });
    let root = crate::run::root();
    let mut flags = vec![format!("--remap-path-prefix={}=.", root.display())];
    flags.extend(home.map(|home| format!("--remap-path-prefix={home}=cargo")));
    flags.join("\u{1f}")
}

/// A file's bytes, its name in the error.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}
