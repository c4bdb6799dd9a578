//! A compiler for the web: rustup's where it has the target, Debian's second one where not.

use crate::run::{command, has, output, run, say};
use crate::system::apt_install;
use anyhow::{Context, Result};
use std::path::Path;
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";

/// Which compiler builds for the web.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toolchain {
    /// The installed one, with the target's standard library.
    Installed,
    /// Debian's `rustc-web`, which stands beside it and builds the standard library from its source.
    Debian,
}

impl Toolchain {
    /// Finds a compiler, or sets one up; says which. `HESHU_TOOLCHAIN=debian` asks for Debian's at once.
    pub fn set_up() -> Result<Self> {
        let debian = std::env::var("HESHU_TOOLCHAIN").is_ok_and(|wanted| wanted == "debian");
        if !debian && installed_has_target() {
            say(&format!("Compiler: the installed one has {TARGET}"));
            return Ok(Self::Installed);
        }
        if debian_ready() {
            say("Compiler: Debian's rustc-web, standard library from source");
            return Ok(Self::Debian);
        }
        if !debian && has("rustup") {
            say(&format!("The installed compiler lacks {TARGET}: asking rustup for it"));
            if run(command("rustup").args(["target", "add", TARGET])).is_ok() && installed_has_target() {
                say(&format!("Compiler: the installed one, now with {TARGET}"));
                return Ok(Self::Installed);
            }
            say("rustup cannot give it: taking Debian's second compiler instead");
        }
        install_debian()?;
        say("Compiler: Debian's rustc-web, standard library from source");
        Ok(Self::Debian)
    }

    /// `cargo build` for the web; the caller adds what to build.
    pub fn cargo_build(self) -> Command {
        let mut cargo = match self {
            Self::Installed => command("cargo"),
            Self::Debian => command("/usr/bin/cargo"),
        };
        cargo.args(["build", "--target", TARGET]);
        if self == Self::Debian {
            // The library's source needs the compiler that it came with, and leave to use unstable options.
            cargo.args(["-Z", "build-std=std,panic_abort"]);
            cargo.env("RUSTC", "/usr/bin/rustc").env("RUSTC_BOOTSTRAP", "1");
            // Set by rustup's `cargo`, through which this program runs.
            cargo.env_remove("RUSTUP_TOOLCHAIN").env_remove("CARGO");
        }
        cargo
    }
}

/// Where cargo puts what [`Toolchain::cargo_build`] builds, under its target folder.
pub fn output_dir(profile: &str) -> String {
    format!("{TARGET}/{profile}")
}

fn installed_has_target() -> bool {
    output(command("rustc").args(["--print", "target-libdir", "--target", TARGET]))
        .is_some_and(|libdir| Path::new(&libdir).is_dir())
}

fn debian_ready() -> bool {
    let Some(sysroot) = output(command("/usr/bin/rustc").args(["--print", "sysroot"])) else { return false };
    let source = Path::new(&sysroot).join("lib/rustlib/src/rust/library/std/Cargo.toml");
    source.exists() && Path::new("/usr/bin/cargo").exists() && Path::new("/usr/bin/rust-lld").exists()
}

fn install_debian() -> Result<()> {
    apt_install(
        &["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm"],
        "compile for the web where rustup has no target to give",
    )?;
    // `rust-lld` is a link into a versioned lld package, which nothing pulls in.
    let lld =
        std::fs::read_link("/usr/bin/rust-lld").context("rust-web-llvm brought no /usr/bin/rust-lld")?;
    if !Path::new("/usr/bin").join(&lld).exists() {
        let package = lld.file_name().unwrap_or_default().to_string_lossy().into_owned();
        apt_install(&[&package], "link for the web")?;
    }
    Ok(())
}
