//! The menus of the page, each a `<details class="menu">`: they close as menus do.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// After a click the open menu has served, or the person went on elsewhere; its own summary closes it unasked.
pub fn clicked(event: &Event) {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let chosen = target.as_ref().is_some_and(|t| t.closest(".menu button").ok().flatten().is_some());
    close(target.filter(|_| !chosen).as_ref());
}

/// Closes the open menu, unless `within` stands in it; none where nothing was closed. Where the focus was in it, its
/// summary takes it.
pub fn close(within: Option<&Element>) -> Option<()> {
    let document = super::document()?;
    // One at most: a click on another one's summary closes it.
    let menu = document.query_selector(".menu[open]").ok()??;
    if within.is_some_and(|element| menu.contains(Some(element))) {
        return None;
    }
    let focused = document.active_element().is_some_and(|element| menu.contains(Some(&element)));
    let _ = menu.remove_attribute("open");
    let summary = menu.query_selector("summary").ok().flatten().filter(|_| focused);
    if let Some(summary) = summary.and_then(|summary| summary.dyn_into::<HtmlElement>().ok()) {
        let _ = summary.focus();
    }
    Some(())
}
