//! How long one analysis takes, natively and in the browser. Nothing is asserted: machines differ.

use crate::bundle;
use crate::compile::Speed;
use crate::run::{command, run, say};
use crate::test::with_browser;
use anyhow::Result;

/// Runs both and prints what they say.
pub fn run_all() -> Result<()> {
    bundle::build(Speed::Optimised)?;
    say("Timing natively");
    run(command("cargo").args(["bench", "--package", "heshu-core", "--bench", "analysis"]))?;
    say("Timing in the browser");
    with_browser(command("node").arg("tests/browser/bench.mjs"))
}
