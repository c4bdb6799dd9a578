//! Node, and the pinned npm packages of `tests/browser`: wasm-opt, the browser's driver, the accessibility rules.

use crate::run::{command, has, root, run, say};
use crate::system::apt_install;
use anyhow::{Context, Result, bail};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const PACKAGES: &str = "tests/browser";

/// Sees to Node and the packages of `package-lock.json`; installs what is missing or older than the lock.
pub fn set_up() -> Result<()> {
    if !has("node") || !has("npm") {
        apt_install(&["nodejs", "npm"], "run wasm-opt and the browser tests")?;
    }
    let folder = root().join(PACKAGES);
    let installed = modified(&folder.join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= modified(&folder.join("package-lock.json")) {
        return Ok(());
    }
    say("Installing the pinned npm packages of tests/browser");
    let mut npm = command("npm");
    run(npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", PACKAGES]))
}

/// Runs wasm-opt for size. Names the features: `--all-features` makes modules that browsers refuse.
pub fn optimise(wasm: &Path, to: &Path) -> Result<()> {
    set_up()?;
    say("Optimising the wasm (wasm-opt of the npm package binaryen)");
    let program = root().join(PACKAGES).join("node_modules/binaryen/bin/wasm-opt");
    let mut node = command("node");
    node.arg(program).arg(wasm).arg("-o").arg(to).args([
        "-Oz",
        // Functions with one caller stay apart unless they are small: one large one costs a browser more than its parts.
        "--one-caller-inline-max-function-size",
        "200",
        "--enable-bulk-memory",
        "--enable-bulk-memory-opt",
        "--enable-reference-types",
        "--enable-sign-ext",
        "--enable-mutable-globals",
        "--enable-nontrapping-float-to-int",
        "--enable-multivalue",
    ]);
    run(&mut node)
}

/// Writes the TypeScript types of a JSON Schema.
pub fn types_of_schema(schema: &Path, to: &Path) -> Result<()> {
    set_up()?;
    run(command("node").arg(root().join(PACKAGES).join("types.mjs")).arg(schema).arg(to))
}

/// Length of `bytes` in brotli at its best, as a host would send them. `None` without Node.
pub fn brotli_length(bytes: &[u8]) -> Result<Option<usize>> {
    let script = "const {readFileSync: r} = require('fs'), z = require('zlib'), b = r(0);\
        console.log(z.brotliCompressSync(b, {params: {[z.constants.BROTLI_PARAM_SIZE_HINT]: b.length}}).length)";
    let Ok(mut node) =
        Command::new("node").args(["-e", script]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()
    else {
        return Ok(None);
    };
    node.stdin.take().context("node's input")?.write_all(bytes)?;
    let output = node.wait_with_output()?;
    if !output.status.success() {
        bail!("node could not compress");
    }
    Ok(Some(String::from_utf8_lossy(&output.stdout).trim().parse()?))
}

/// The browser that the tests drive: `CHROMIUM`, else one that is installed, else Debian's.
pub fn chromium() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        return Ok(named.into());
    }
    let known = [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    ];
    if let Some(found) = known.iter().map(Path::new).find(|path| path.exists()) {
        return Ok(found.to_owned());
    }
    // Without a CJK font every screenshot would be boxes.
    let packages = ["chromium", "fonts-noto-cjk"];
    apt_install(&packages, "run the browser tests (or set CHROMIUM to a Chromium or Chrome)")?;
    Ok("/usr/bin/chromium".into())
}

fn modified(path: &Path) -> Option<std::time::SystemTime> {
    path.metadata().and_then(|data| data.modified()).ok()
}
