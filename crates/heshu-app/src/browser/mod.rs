//! What only a browser has. Everything else on the page is pure.

pub mod analysis;
pub mod files;
pub mod folders;
pub mod intake;
mod js;
pub mod menus;
pub mod page;
pub mod parts;
pub mod recents;
pub mod several;
pub mod share;
pub mod storage;
mod worker;

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The window; none in a worker, and none where there is no browser.
pub fn window() -> Option<web_sys::Window> {
    if cfg!(not(target_family = "wasm")) {
        return None;
    }
    js_sys::global().dyn_into().ok()
}

/// The document.
pub fn document() -> Option<web_sys::Document> {
    window()?.document()
}

/// Lets the browser draw, then goes on.
pub async fn pause(milliseconds: i32) {
    let promise = Promise::new(&mut |resolve, _| {
        if let Some(window) = window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        }
    });
    let _ = JsFuture::from(promise).await;
}

/// Waits for a promise of which only the success matters.
pub async fn wait(promise: Promise) -> Option<JsValue> {
    JsFuture::from(promise).await.ok()
}
