//! Calling what the boot script gives, by names.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Calls a method of the boot script's `heshu`; none where there is none, it throws or gives nothing.
pub fn heshu(method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let heshu = Reflect::get(&js_sys::global(), &"heshu".into()).ok()?;
    call(&heshu, method, arguments).filter(|given| !given.is_undefined())
}

/// The place that the boot script made for the page; none where it is drawn where it stands.
pub fn place() -> Option<web_sys::Element> {
    let heshu = Reflect::get(&js_sys::global(), &"heshu".into()).ok()?;
    Reflect::get(&heshu, &"place".into()).ok()?.dyn_into().ok()
}

/// Calls a method by its name; none where there is none or it throws.
pub fn call(object: &JsValue, method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let method: Function = Reflect::get(object, &method.into()).ok()?.dyn_into().ok()?;
    method.apply(object, &arguments.iter().cloned().collect::<Array>()).ok()
}

/// What a call gave, as a promise.
pub fn promise(value: JsValue) -> Option<Promise> {
    value.dyn_into().ok()
}
