//! The core as a WebAssembly package: `analyze(text, options) -> object`.

use wasm_bindgen::prelude::*;

/// Analyses a pasted report. `options` may be undefined. Gives the contract's object.
#[wasm_bindgen]
pub fn analyze(text: &str, options: JsValue) -> Result<JsValue, JsValue> {
    use serde::Serialize;
    let options = if options.is_undefined() || options.is_null() {
        heshu_core::Options::default()
    } else {
        serde_wasm_bindgen::from_value(options)?
    };
    let analysis = heshu_core::analyze(text, &options);
    Ok(analysis.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}
