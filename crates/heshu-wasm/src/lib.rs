//! The core as a WebAssembly package: `analyze(text, options) -> object`.

use heshu_core::Options;
use wasm_bindgen::prelude::*;

/// Analyses a pasted report. `options` may be undefined. Gives the contract's object.
#[wasm_bindgen]
pub fn analyze(text: &str, options: JsValue) -> Result<JsValue, JsValue> {
    use serde::Serialize;
    let options = if options.is_undefined() || options.is_null() {
        Options::default()
    } else {
        serde_wasm_bindgen::from_value(options)?
    };
    let analysis = heshu_core::analyze(text, &options);
    Ok(analysis.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

/// The same as bytes (`heshu_core::wire`), for a page that reads them in pieces.
#[wasm_bindgen]
pub fn analyze_to_bytes(text: &str, without_repairs: Vec<String>) -> Vec<u8> {
    heshu_core::wire::encode(&heshu_core::analyze(text, &Options { without_repairs }))
}
