//! One stop of the Tab key for a list, however long it is; the arrow keys go from entry to entry.
//!
//! Entries are `[data-item]`; what the Tab key may stop at in them has `tabindex="-1"`, but in the entry that is at hand.
//! That one is told by the page's own elements: drawing it anew for every step would be slow in long lists.

use crate::browser::page;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlElement, MutationObserver, MutationObserverInit, Node};
use yew::prelude::*;

/// The entry under the focus is the one at hand.
pub fn on_focus(list: &NodeRef) -> Callback<FocusEvent> {
    let list = list.clone();
    Callback::from(move |event: FocusEvent| {
        let item = target(&event).and_then(|element| element.closest("[data-item]").ok().flatten());
        if let (Some(list), Some(item)) = (list.cast::<Element>(), item) {
            take(&list, &item, CHOSEN);
        }
    })
}

/// The arrows go to the entries before and after the focus.
pub fn on_key(list: &NodeRef) -> Callback<KeyboardEvent> {
    let list = list.clone();
    Callback::from(move |event: KeyboardEvent| {
        let forwards = match event.key().as_str() {
            "ArrowDown" => true,
            "ArrowUp" => false,
            _ => return,
        };
        if page::is_writing(&event) || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let there =
            list.cast::<Element>().zip(target(&event)).and_then(|(list, from)| next(&list, &from, forwards));
        if let Some(there) = there {
            event.prevent_default();
            let _ = there.focus();
        }
    })
}

/// Sees to it, from now on, that an entry is at hand, whatever is drawn and whenever: it ends with what it gives.
pub fn watch(list: &NodeRef) -> Option<Watch> {
    let list = list.cast::<Element>()?;
    let seen = {
        let list = list.clone();
        Closure::<dyn Fn()>::new(move || keep(&list))
    };
    let observer = MutationObserver::new(seen.as_ref().unchecked_ref()).ok()?;
    let what = MutationObserverInit::new();
    what.set_child_list(true);
    what.set_subtree(true);
    observer.observe_with_options(&list, &what).ok()?;
    keep(&list);
    Some(Watch { observer, _seen: seen })
}

/// Watches a list.
pub struct Watch {
    observer: MutationObserver,
    _seen: Closure<dyn Fn()>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// How an entry came to be at hand: a person went there,
const CHOSEN: &str = "chosen";
/// or it is the first.
const FIRST: &str = "first";

/// Puts the first entry at hand, where the one that a person chose is gone.
fn keep(list: &Element) {
    let first = |selector| list.query_selector(selector).ok().flatten();
    if let (None, Some(item)) = (first("[data-item][data-at-hand=chosen]"), first("[data-item]")) {
        take(list, &item, FIRST);
    }
}

fn take(list: &Element, item: &Element, how: &str) {
    if item.get_attribute("data-at-hand").is_some_and(|at_hand| at_hand == how) {
        return;
    }
    for before in all(list, "[data-at-hand]") {
        let _ = before.remove_attribute("data-at-hand");
        stops(&before, "-1");
    }
    let _ = item.set_attribute("data-at-hand", how);
    stops(item, "0");
}

fn stops(item: &Element, at: &str) {
    for control in all(item, "[tabindex]") {
        let _ = control.set_attribute("tabindex", at);
    }
}

/// What takes the focus in the entry before or after an element; entries that are folded away are passed over.
fn next(list: &Element, from: &Element, forwards: bool) -> Option<HtmlElement> {
    let wanted = if forwards { Node::DOCUMENT_POSITION_FOLLOWING } else { Node::DOCUMENT_POSITION_PRECEDING };
    let lies_there =
        |item: &Element| !item.contains(Some(from)) && from.compare_document_position(item) & wanted != 0;
    let mut items = all(list, "[data-item]");
    if !forwards {
        items.reverse();
    }
    let item =
        items.iter().find(|item| lies_there(item) && item.get_bounding_client_rect().height() > 0.0)?;
    let control = item.query_selector("[data-focus]").ok().flatten();
    control.or_else(|| item.query_selector("[tabindex]").ok().flatten())?.dyn_into().ok()
}

fn all(within: &Element, selector: &str) -> Vec<Element> {
    let found = within.query_selector_all(selector).ok();
    let nodes = found.iter().flat_map(|list| (0..list.length()).filter_map(|at| list.item(at)));
    nodes.filter_map(|node| node.dyn_into().ok()).collect()
}

fn target(event: &web_sys::Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}
