//! Everything that must hold before a change goes in.

use crate::bundle;
use crate::compile::Speed;
use crate::node;
use crate::package;
use crate::run::{command, output, root, run, say};
use crate::serve::Server;
use anyhow::{Context, Result, ensure};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::process::Command;

const BROWSER_TESTS: &str = "tests/browser";

/// Runs all steps, each said; the first that fails ends it. `--browser [FILE...]` leaves out all but the build and
/// (these of) the browser tests, `--quick` builds for work on the page.
pub fn run_all(arguments: &[&str]) -> Result<()> {
    let quick = arguments.contains(&"--quick");
    let browser_only = arguments.contains(&"--browser");
    let files: Vec<&str> = arguments.iter().copied().filter(|argument| !argument.starts_with("--")).collect();
    ensure!(files.is_empty() || browser_only, "naming files wants --browser before them");
    if !browser_only {
        native()?;
    }
    let speed = if quick { Speed::Quick } else { Speed::Optimised };
    bundle::build(speed)?;
    if files.is_empty() || files.contains(&"package") {
        package::build(speed)?;
    }
    browser(&files)
}

fn native() -> Result<()> {
    for component in ["fmt", "clippy"] {
        if output(command("cargo").args([component, "--version"])).is_none() {
            say(&format!("Asking rustup for {component}"));
            run(command("rustup").args([
                "component",
                "add",
                if component == "fmt" { "rustfmt" } else { component },
            ]))?;
        }
    }
    say("Formatting");
    run(command("cargo").args(["fmt", "--all", "--check"]))?;
    let all = ["--workspace", "--all-features", "--locked"];
    say("Lints");
    run(command("cargo").arg("clippy").args(all).args(["--all-targets", "--", "-D", "warnings"]))?;
    say("Rust tests");
    run(command("cargo").arg("test").args(all))
}

/// Runs the browser tests over `dist/`, served under a sub-path and opened from disk.
fn browser(names: &[&str]) -> Result<()> {
    let mut files = test_files(&root().join(BROWSER_TESTS))?;
    files.retain(|file| names.is_empty() || names.iter().any(|name| file.contains(name)));
    ensure!(!files.is_empty(), "no file of {BROWSER_TESTS} is named like {names:?}");
    say("Browser tests");
    with_browser(command("node").args(["--test", "--test-reporter=spec"]).args(&files))
}

/// Runs a Node program with `CHROMIUM` naming a browser and `HESHU_SERVED` the address of the hosted copy.
pub fn with_browser(node: &mut Command) -> Result<()> {
    node::set_up()?;
    let chromium = node::chromium()?;
    let any_port = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    let server = Server::open(any_port, root().join("dist"), "/under/a/sub-path/")?;
    let address = server.address();
    std::thread::spawn(move || server.run());
    run(node.env("HESHU_SERVED", address).env("CHROMIUM", chromium))
}

/// The test files of a folder, in the order of their names, as paths from the top of the repository.
fn test_files(folder: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in folder.read_dir().with_context(|| format!("cannot read {}", folder.display()))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".test.mjs") {
            files.push(format!("{BROWSER_TESTS}/{name}"));
        }
    }
    files.sort();
    Ok(files)
}
