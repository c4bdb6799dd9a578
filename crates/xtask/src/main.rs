//! Builds, serves and tests the whole, and sets up what that needs: `cargo xtask build | serve | test | package | bench`.

mod bench;
mod bundle;
mod compile;
mod cut;
mod lazy;
mod lean;
mod names;
mod node;
mod package;
mod run;
mod serve;
mod silence;
mod styles;
mod system;
mod test;
mod toolchain;
mod wasm;

use anyhow::{Result, bail};
use compile::Speed;
use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask build [--quick]                 write dist/: a copy to host, and dist/heshu.html, one file
cargo xtask serve [--quick] [--port 8080]   build, then serve dist/ on 127.0.0.1
cargo xtask test                            format, lints, Rust tests, build, browser tests
cargo xtask test --browser [FILE...]        only the build and (these of) the browser tests
cargo xtask package [--quick]               write dist/npm/: the npm package
cargo xtask bench                           median times: one analysis, natively and in Chromium; opening the page; files

--quick builds faster and larger: for work on the page, not for hosting.";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("==> Stopped: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut arguments = arguments.iter().map(String::as_str);
    match arguments.next() {
        Some("build") => bundle::build(speed(&mut arguments, &mut None)?).map(drop),
        Some("package") => package::build(speed(&mut arguments, &mut None)?),
        Some("serve") => {
            let mut port = Some(8080);
            let speed = speed(&mut arguments, &mut port)?;
            bundle::build(speed)?;
            let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port.unwrap_or_default()));
            let server = serve::Server::open(address, run::root().join("dist"), "/")?;
            println!("==> Heshu is at {}  (Ctrl+C ends it)", server.address());
            server.run();
            Ok(())
        }
        Some("test") => test::run_all(&arguments.collect::<Vec<_>>()),
        Some("bench") => bench::run_all(),
        Some("help" | "--help" | "-h") | None => {
            println!("{HELP}");
            Ok(())
        }
        Some(other) => bail!("there is no `{other}`\n{HELP}"),
    }
}

/// Reads `--quick` and, where `port` holds one, `--port`.
fn speed<'a>(arguments: &mut impl Iterator<Item = &'a str>, port: &mut Option<u16>) -> Result<Speed> {
    let mut speed = Speed::Optimised;
    while let Some(argument) = arguments.next() {
        match argument {
            "--quick" => speed = Speed::Quick,
            "--port" if port.is_some() => match arguments.next().map(str::parse) {
                Some(Ok(number)) => *port = Some(number),
                _ => bail!("--port wants a number"),
            },
            other => bail!("`{other}` is not understood\n{HELP}"),
        }
    }
    Ok(speed)
}
