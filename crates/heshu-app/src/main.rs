//! The page.
use yew::prelude::*;

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
    }
}
