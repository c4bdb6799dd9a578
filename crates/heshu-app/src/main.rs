//! The page of Heshu 核数.
//!
//! [`state`] holds everything that changes and the one pure function that changes it; [`report`] what is
//! drawn from an analysis; [`components`] draw, one to a file; [`browser`] is all that only a browser has;
//! [`i18n`] every word.

mod annotated;
mod brief;
mod browser;
mod components;
mod format;
mod i18n;
mod listing;
mod names;
mod reading;
mod report;
mod samples;
mod several;
mod state;

// The one wasm exports `analyze` too: for workers, scripts and tests.
use heshu_wasm as _;

fn main() {
    // A worker runs this module for its `analyze` alone: there is no window in it, and no page to mount.
    let place = browser::document().and_then(|document| document.get_element_by_id("app"));
    if let Some(place) = place {
        place.set_inner_html("");
        yew::Renderer::<components::App>::with_root(place).render();
    }
}
