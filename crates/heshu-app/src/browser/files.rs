//! Files and copies out.

use crate::samples::Sample;
use crate::state::{Action, Message, Notice, State};
use js_sys::JsString;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, DataTransfer, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, Url,
};
use yew::UseReducerDispatcher;

/// The text of a paste or a drop, still the browser's own.
pub fn text(data: &DataTransfer) -> Option<JsString> {
    super::js::call(data, "getData", &["text/plain".into()])?.dyn_into().ok()
}

/// Takes a text over and analyses it. A long one is not taken over while the browser still works at the paste.
pub fn take(text: JsString, dispatch: UseReducerDispatcher<State>) {
    wasm_bindgen_futures::spawn_local(async move {
        super::pause(0).await;
        let text: Rc<str> = String::from(text).into();
        super::pause(0).await;
        dispatch.dispatch(Action::Analyze(text));
    });
}

/// Loads a sample's text.
pub async fn sample(sample: Sample) -> Result<Rc<str>, Message> {
    let bytes = super::parts::file(sample.file()).await.ok_or(Message::Load)?;
    String::from_utf8(bytes.to_vec()).map(Rc::from).map_err(|_| Message::Load)
}

/// Saves a text as a file.
pub fn save(name: &str, kind: &str, text: &str) -> Option<()> {
    save_value(name, kind, &JsValue::from_str(text))
}

/// Saves a text or bytes as a file.
pub fn save_value(name: &str, kind: &str, content: &JsValue) -> Option<()> {
    let parts = js_sys::Array::of1(content);
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    // Its sequences are of anything; web-sys names them after the first use.
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    download(name, &url)?;
    wasm_bindgen_futures::spawn_local(async move {
        super::pause(10_000).await;
        let _ = Url::revoke_object_url(&url);
    });
    Some(())
}

/// Has the browser save what an address holds.
fn download(name: &str, url: &str) -> Option<()> {
    let anchor: HtmlAnchorElement = super::document()?.create_element("a").ok()?.dyn_into().ok()?;
    anchor.set_href(url);
    anchor.set_download(name);
    anchor.click();
    Some(())
}

/// Draws an SVG file, twice as large, and saves it as PNG.
pub async fn save_png(name: &str, svg: &str) -> Option<()> {
    let image = HtmlImageElement::new().ok()?;
    let encoded: String = js_sys::encode_uri_component(svg).into();
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{encoded}"));
    super::wait(image.decode()).await?;
    let canvas: HtmlCanvasElement = super::document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    let (width, height) = (image.natural_width() * 2, image.natural_height() * 2);
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let (width, height) = (f64::from(width), f64::from(height));
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height).ok()?;
    download(name, &canvas.to_data_url_with_type("image/png").ok()?)
}

/// Copies a text, and says so.
pub fn copy(text: String, dispatch: UseReducerDispatcher<State>) {
    wasm_bindgen_futures::spawn_local(async move {
        let done = match super::window() {
            Some(window) if js_sys::Reflect::has(&window.navigator(), &"clipboard".into()) == Ok(true) => {
                super::wait(window.navigator().clipboard().write_text(&text)).await.is_some()
            }
            _ => false,
        };
        let notice = if done { Notice::new(Message::Copied) } else { Notice::new(Message::Copy) };
        dispatch.dispatch(Action::Say(notice));
    });
}
