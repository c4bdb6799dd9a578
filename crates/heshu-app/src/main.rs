//! The page of Heshu 核数.
//!
//! [`state`] holds everything that changes and the one pure function that changes it; [`report`] what is
//! drawn from an analysis; [`components`] draw, one to a file; [`browser`] is all that only a browser has; [`pieces`] what is loaded when it is first needed;
//! [`i18n`] every word. Outside of a browser the same program writes `still`s of the page.

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
#[cfg(not(target_family = "wasm"))]
mod still;

use wasm_bindgen::prelude::*;

/// Analyses a pasted report: gives the contract's object. For scripts and tests, after the piece that writes it is there.
#[wasm_bindgen]
pub fn analyze(text: &str, options: JsValue) -> Result<JsValue, JsValue> {
    pieces::object(text, options)
}

fn main() {
    #[cfg(not(target_family = "wasm"))]
    still::print();
    // A worker runs this module for its `analyze` alone: there is no window in it, and no page to mount.
    if let Some(place) = browser::page::place() {
        place.set_inner_html("");
        let begin = browser::storage::restore();
        yew::Renderer::<components::App>::with_root_and_props(place, components::AppProps { begin }).render();
    }
}
