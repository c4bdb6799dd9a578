//! The page itself: root attributes, scrolling, focus, listeners that hold everywhere.

use super::js;
use crate::i18n::Lang;
use crate::state::{Appearance, Pane};
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, EventTarget, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// Sets language, appearance and title on the page's root.
pub fn set_root(lang: Lang, appearance: Appearance, title: &str) -> Option<()> {
    let document = super::document()?;
    document.set_title(title);
    let root = document.document_element()?;
    let _ = root.set_attribute("lang", lang.tag());
    let _ = match appearance {
        Appearance::Auto => root.remove_attribute("data-theme"),
        Appearance::Light => root.set_attribute("data-theme", "light"),
        Appearance::Dark => root.set_attribute("data-theme", "dark"),
    };
    Some(())
}

/// Where the page is drawn; none in a worker. The boot script names a place outside of the document while a still of the
/// page ([`crate::still`]) stands in it.
pub fn place() -> Option<Element> {
    let document = super::document()?;
    js::place().or_else(|| document.get_element_by_id("app"))
}

/// Says that there is something to see: a still goes.
pub fn show() {
    js::heshu("show", &[]);
}

/// What stands after the `#` of the address.
pub fn fragment() -> String {
    let hash = super::window().and_then(|w| w.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Which pane the present step of the history shows, where only one is seen at a time.
pub fn pane() -> Pane {
    let state = super::window().and_then(|w| w.history().ok()?.state().ok());
    if state.is_some_and(|state| state.is_truthy()) { Pane::Text } else { Pane::Findings }
}

/// Puts a fragment into the address, and beside it whether the text stands before the findings: as a new step that
/// "back" undoes, or in place of the present one.
pub fn set_fragment(fragment: &str, pane: Pane, step: bool) -> Option<()> {
    let history = super::window()?.history().ok()?;
    let url = format!("#{fragment}");
    let state = JsValue::from(pane == Pane::Text);
    let set = if step {
        history.push_state_with_url(&state, "", Some(&url))
    } else {
        history.replace_state_with_url(&state, "", Some(&url))
    };
    set.ok()
}

/// Whether the person wants no motion.
fn wants_no_motion() -> bool {
    let query =
        super::window().and_then(|w| w.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    query.is_some_and(|q| q.matches())
}

/// Whether the two panes stand one at a time.
pub fn narrow() -> bool {
    #[cfg(not(target_family = "wasm"))]
    if crate::still::is_narrow() {
        return true;
    }
    let query = super::window().and_then(|w| w.match_media("(max-width: 959px)").ok().flatten());
    query.is_some_and(|q| q.matches())
}

/// Brings the first element that a selector finds into sight, moving its pane as little as can be.
pub fn reveal(selector: &str) -> Option<()> {
    let element = super::document()?.query_selector(selector).ok()??;
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    Some(())
}

/// Scrolls the first element that a selector finds into the middle of its pane.
pub fn scroll_to(selector: &str, focus: bool) -> Option<()> {
    let element = super::document()?.query_selector(selector).ok()??;
    scroll(&element);
    if focus {
        let target = element.query_selector("[data-focus]").ok().flatten().unwrap_or(element);
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        target.dyn_ref::<HtmlElement>()?.focus_with_options(&options).ok()?;
    }
    Some(())
}

/// Gives the focus to the first element that a selector finds, if nothing has it.
pub async fn keep_focus(selector: &str) {
    super::pause(0).await;
    let document = super::document();
    let lost = document.as_ref().is_some_and(|d| d.active_element().is_none_or(|e| e.tag_name() == "BODY"));
    let element = document.filter(|_| lost).and_then(|d| d.query_selector(selector).ok().flatten());
    if let Some(element) = element.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

fn scroll(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    options.set_behavior(if wants_no_motion() { ScrollBehavior::Auto } else { ScrollBehavior::Smooth });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// A listener that is taken away when this is dropped.
pub struct Listener {
    target: EventTarget,
    event: &'static str,
    call: Closure<dyn FnMut(web_sys::Event)>,
}

impl Listener {
    /// Listens to an event of the whole document.
    pub fn new(event: &'static str, call: impl FnMut(web_sys::Event) + 'static) -> Option<Self> {
        Self::on(super::document()?.into(), event, call)
    }

    /// Listens to an event of anything.
    pub fn on(
        target: EventTarget,
        event: &'static str,
        call: impl FnMut(web_sys::Event) + 'static,
    ) -> Option<Self> {
        let call = Closure::<dyn FnMut(web_sys::Event)>::new(call);
        target.add_event_listener_with_callback(event, call.as_ref().unchecked_ref()).ok()?;
        Some(Self { target, event, call })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let call = self.call.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback(self.event, call);
    }
}

/// Whether an event comes from a place where the person writes.
pub fn is_writing(event: &web_sys::Event) -> bool {
    let element = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    element.is_some_and(|e| matches!(e.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}
