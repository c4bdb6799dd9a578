//! The core as a WebAssembly package: `analyze(text, options) -> object`.

use heshu_core::Options;
use heshu_core::model::Analysis;
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[cfg(feature = "objects")]
/// Analyses a pasted report. `options` may be undefined. Gives the contract's object.
#[wasm_bindgen]
pub fn analyze(text: &str, options: JsValue) -> Result<JsValue, JsValue> {
    object(&heshu_core::analyze(text, &options_of(options)?))
}

#[cfg(feature = "objects")]
/// Analyses a document that `read` of the intake module gave. `options` may be undefined. Gives the contract's object.
#[wasm_bindgen(js_name = analyzeDocument)]
pub fn analyze_document(document: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let document: heshu_core::intake::Document = serde_wasm_bindgen::from_value(document)?;
    object(&heshu_core::analyze_document(&document, &options_of(options)?))
}

/// An analysis as the contract's object.
///
/// # Errors
/// What JavaScript throws.
pub fn object(analysis: &Analysis) -> Result<JsValue, JsValue> {
    Ok(analysis.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

/// Options that a script gave, or none.
///
/// # Errors
/// Where the object is something else.
pub fn options_of(options: JsValue) -> Result<Options, JsValue> {
    let none = options.is_undefined() || options.is_null();
    Ok(if none { Options::default() } else { serde_wasm_bindgen::from_value(options)? })
}
