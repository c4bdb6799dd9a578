//! How long one analysis takes.
use anyhow::Result;
pub fn run() -> Result<()> {
    Ok(())
}
