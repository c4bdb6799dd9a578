//! A set of reports as a part that the page loads when a second report comes. Its worker holds the set; the page has
//! only what it draws.

use heshu_core::wire;
use heshu_panel::set::Set;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

thread_local! {
    static SET: RefCell<Set> = RefCell::default();
}

/// Takes in what came of a file, as bytes of `Result<Analysed, Refusal>`; gives bytes of `heshu_panel::set::Added`.
///
/// # Errors
/// Where the bytes are something else.
#[wasm_bindgen]
pub fn add(analysed: &[u8]) -> Result<Vec<u8>, String> {
    let added = SET.with_borrow_mut(|set| set.add(analysed));
    added.map(|added| wire::pack(&added)).map_err(|_| "not an analysis".to_owned())
}

/// Answers bytes of a `heshu_panel::set::Ask` with the bytes that it says.
///
/// # Errors
/// Where the bytes are something else.
#[wasm_bindgen]
pub fn ask(asked: &[u8]) -> Result<Vec<u8>, String> {
    let asked = wire::unpack(asked).map_err(|_| "not a question")?;
    Ok(SET.with_borrow_mut(|set| set.ask(asked)))
}
