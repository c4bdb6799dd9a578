//! How long one analysis takes, natively and in the browser, how long the page takes to open beside a bare one, and how
//! long the reading of files takes.
//! Nothing is asserted: machines differ.

use crate::bundle;
use crate::compile::{PAGE, Speed, compile_example};
use crate::package;
use crate::run::{command, run, say, target_dir};
use crate::serve::Server;
use crate::test::with_browser;
use crate::toolchain::Toolchain;
use anyhow::Result;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

/// Runs all of it and prints what they say.
pub fn run_all() -> Result<()> {
    bundle::build(Speed::Optimised)?;
    package::build(Speed::Optimised)?;
    say("Timing natively");
    run(command("cargo").args(["bench", "--package", "heshu-core", "--bench", "analysis"]))?;
    let bare = bare_page()?;
    let any_port = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    let server = Server::open(any_port, bare, "/")?;
    let address = server.address();
    std::thread::spawn(move || server.run());
    say("Timing in the browser");
    with_browser(command("node").arg("tests/browser/bench.mjs").env("BARE_SERVED", address))
}

/// A page that shows one paragraph by Yew, started as the page is; gives its folder.
fn bare_page() -> Result<PathBuf> {
    let bare = compile_example(Toolchain::set_up()?, PAGE, "bare", Speed::Optimised)?;
    let folder = target_dir().join("web/bare");
    std::fs::create_dir_all(&folder)?;
    let index = format!(
        "<!doctype html><meta charset=\"utf-8\">\
         <link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin href=\"bare.wasm\"><body>\
         <script>{}</script><script>wasm_bindgen({{module_or_path: fetch(\"bare.wasm\")}})</script>",
        bare.glue
    );
    std::fs::write(folder.join("bare.wasm"), bare.wasm)?;
    std::fs::write(folder.join("index.html"), index)?;
    Ok(folder)
}
