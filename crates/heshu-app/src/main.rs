//! The page of Heshu 核数.
//!
//! [`state`] holds everything that changes and the one pure function that changes it; [`report`] what is
//! drawn from an analysis; [`components`] draw, one to a file; [`browser`] is all that only a browser has; [`pieces`] what is loaded when it is first needed;
//! [`i18n`] every word.

mod annotated;
mod brief;
mod browser;
mod components;
mod format;
mod i18n;
mod listing;
mod names;
mod pieces;
mod reading;
mod report;
mod samples;
mod several;
mod state;

use wasm_bindgen::prelude::*;

/// Analyses a pasted report: gives the contract's object. For scripts and tests, after the piece that writes it is there.
#[wasm_bindgen]
pub fn analyze(text: &str, options: JsValue) -> Result<JsValue, JsValue> {
    pieces::object(text, options)
}

fn main() {
    // A worker runs this module for its `analyze` alone: there is no window in it, and no page to mount.
    let place = browser::document().and_then(|document| document.get_element_by_id("app"));
    if let Some(place) = place {
        place.set_inner_html("");
        yew::Renderer::<components::App>::with_root(place).render();
    }
}
