//! The page of Heshu 核数.
//!
//! [`state`] holds everything that changes and the one pure function that changes it; [`report`] what is
//! drawn from an analysis; [`components`] draw, one to a file; [`browser`] is all that only a browser has;
//! [`i18n`] every word.

<<<<<<< HEAD
// The one wasm exports `analyze` too: for workers, scripts and tests.
use heshu_wasm as _;

#[component]
fn App() -> Html {
    html! { <h1>{ "核数" }</h1> }
}

fn main() {
    // A worker runs this module for its `analyze` alone: there is no window in it, and no page to mount.
    let place = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"));
    if let Some(place) = place {
        yew::Renderer::<App>::with_root(place).render();
=======
mod annotated;
mod browser;
mod components;
mod format;
mod i18n;
mod listing;
mod names;
mod report;
mod samples;
mod state;

// The analysis is exported from the same module, so that a worker needs no second one.
use heshu_wasm as _;

fn main() {
    // A worker loads this module for its exports only.
    let Some(document) = browser::document() else { return };
    match document.get_element_by_id("app") {
        Some(root) => {
            root.set_inner_html("");
            yew::Renderer::<components::App>::with_root(root).render();
        }
        None => {
            yew::Renderer::<components::App>::new().render();
        }
>>>>>>> f73f358 (Draw the page: paste, cards, targets beside results, checks, promises, table, repairs, both languages)
    }
}
