//! The exports as a part that the page loads when it first needs it: bytes of an analysis
//! (`heshu_core::wire`) in, bytes of a file out.

use heshu_core::wire;
use wasm_bindgen::prelude::*;

/// A few words on an analysis.
///
/// # Errors
/// Where the bytes are not those of an analysis.
#[wasm_bindgen]
pub fn summary(analysis: Vec<u8>) -> Result<Vec<u8>, String> {
    let analysis = wire::decode(analysis).map_err(|_| "not an analysis")?;
    Ok(heshu_export::summary(&analysis).into_bytes())
}
