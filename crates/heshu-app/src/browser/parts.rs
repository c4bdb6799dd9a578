//! What the page loads only when it is first needed: parts, which are modules of their own in a worker, and files.
//!
//! A part is a `cdylib` crate whose functions take `Vec<u8>` and give `Result<Vec<u8>, String>` by `#[wasm_bindgen]`; one line in
//! `xtask/src/lazy.rs` makes the build bring it. In the hosted copy it is fetched from beside the page, in the one file
//! it is packed inside. Work in a part never blocks the page.

#![allow(dead_code, reason = "the exports and the readers of files are its first users")]

use super::js;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Why a part gave nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// It could not be loaded, broke, or was ended by [`stop`].
    Broke,
    /// What its function says.
    Said(String),
}

/// Calls a function of a part with bytes, which are handed over: the array given is empty afterwards.
///
/// The first call loads the part. Calls of one part are answered in their order.
///
/// # Errors
/// [`Failure::Said`] is the function's own `Err`.
pub async fn call(part: &str, function: &str, bytes: Uint8Array) -> Result<Uint8Array, Failure> {
    ask(part, function, &Array::of1(&bytes), &JsValue::UNDEFINED).await
}

/// The same with any values; the function `heard` is called with what the part tells on its way.
///
/// # Errors
/// As [`call`].
pub async fn ask(part: &str, function: &str, values: &Array, heard: &JsValue) -> Result<Uint8Array, Failure> {
    begin(part, function, values, heard).await
}

/// The same for who has other things to do meanwhile: the call is under way, whenever its answer is awaited.
pub fn begin(
    part: &str,
    function: &str,
    values: &Array,
    heard: &JsValue,
) -> impl Future<Output = Result<Uint8Array, Failure>> + use<> {
    let promise = js::heshu("part", &[part.into()])
        .and_then(|part| js::call(&part, "call", &[function.into(), values.into(), heard.clone()]))
        .and_then(js::promise)
        .map(JsFuture::from);
    async move {
        let answer = promise.ok_or(Failure::Broke)?.await;
        let answer = answer.map_err(|error| error.as_string().map_or(Failure::Broke, Failure::Said))?;
        Ok(Uint8Array::new(&answer))
    }
}

/// Loads a part before it is called.
pub fn open(part: &str) {
    js::heshu("part", &[part.into()]);
}

/// Ends the work of a part, if it is at work: its calls give [`Failure::Broke`]. The next call loads it anew.
pub fn stop(part: &str) {
    if let Some(running) = js::heshu("part", &[part.into(), JsValue::FALSE]) {
        js::call(&running, "end", &[]);
    }
}

/// The bytes of a file that the build names in `xtask/src/lazy.rs`; none where it could not be loaded.
pub async fn file(name: &str) -> Option<Uint8Array> {
    let promise = js::heshu("file", &[name.into()]).and_then(js::promise)?;
    Some(Uint8Array::new(&super::wait(promise).await?))
}

/// Loads a piece of the page's own module ([`crate::pieces`]); says whether it is there.
pub async fn piece(name: &str) -> bool {
    match js::heshu("piece", &[name.into()]).and_then(js::promise) {
        Some(promise) => super::wait(promise).await.is_some(),
        None => false,
    }
}

/// Says that there is time now to keep for work without a network what the page has not needed yet.
pub fn keep() {
    js::heshu("keep", &[]);
}

/// Changes to the new version of the page that the event `heshu-update` spoke of: the page is loaded anew.
pub fn update() {
    js::heshu("update", &[]);
}
