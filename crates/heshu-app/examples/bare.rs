//! The least that a page with Yew can be: what `cargo xtask bench` holds the page's opening against.

use yew::prelude::*;

#[component]
fn App() -> Html {
    html! { <p id="bare">{ "核数" }</p> }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
