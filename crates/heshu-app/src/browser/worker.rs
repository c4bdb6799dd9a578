//! What the page's module does in a worker, where the boot script calls it by these names.

use crate::pieces;
use heshu_core::intake::{Document, Layout};
use heshu_core::model::Analysis;
use heshu_core::{Options, read, wire};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

thread_local! {
    /// What was read last and not yet checked.
    static READ: RefCell<Option<Analysis>> = const { RefCell::new(None) };
}

/// Reads a pasted report: bytes of its analysis (`heshu_core::wire`) without the checks.
#[wasm_bindgen]
pub fn read_text(text: &str, without_repairs: Vec<String>) -> Vec<u8> {
    keep(read(text, &Layout::default(), &Options { without_repairs }))
}

/// The same of a text in UTF-8.
///
/// # Errors
/// Where the bytes are something else.
#[wasm_bindgen]
pub fn read_bytes(text: Vec<u8>, without_repairs: Vec<String>) -> Result<Vec<u8>, String> {
    let text = String::from_utf8(text).map_err(|_| "not a text")?;
    Ok(read_text(&text, without_repairs))
}

/// The same of a document as bytes.
///
/// # Errors
/// Where the bytes are something else.
#[wasm_bindgen]
pub fn read_document(document: &[u8], without_repairs: Vec<String>) -> Result<Vec<u8>, String> {
    let document: Document = wire::unpack(document).map_err(|_| "not a document")?;
    Ok(keep(read(&document.text(), &Layout::of(&document), &Options { without_repairs })))
}

/// Checks what was read last: bytes of the [`Audit`](heshu_core::checks::Audit). Needs the piece of the checks.
///
/// # Errors
/// Where nothing was read.
#[wasm_bindgen]
pub fn audit() -> Result<Vec<u8>, String> {
    let read = READ.take().ok_or("nothing was read")?;
    Ok(wire::pack(&pieces::audit(&read)))
}

fn keep(analysis: Analysis) -> Vec<u8> {
    let bytes = wire::encode(&analysis);
    READ.set(Some(analysis));
    bytes
}
