//! Text files in and out.

use crate::samples::Sample;
use crate::state::{Action, Message, Notice, State};
use js_sys::{JsString, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, DataTransfer, File, HtmlAnchorElement,
    HtmlCanvasElement, HtmlImageElement, TextDecoder, TextDecoderOptions, Url,
};
use yew::UseReducerDispatcher;

/// Larger than any report.
const LIMIT: f64 = 20.0 * 1024.0 * 1024.0;

/// Reads a dropped or chosen file and analyses its text.
pub fn read(file: File, dispatch: UseReducerDispatcher<State>) {
    wasm_bindgen_futures::spawn_local(async move {
        let action = match text_of(&file).await {
            Ok(text) => Action::Analyze(text.into()),
            Err(message) => Action::Say(Notice::of(message, file.name())),
        };
        dispatch.dispatch(action);
    });
}

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

async fn text_of(file: &File) -> Result<String, Message> {
    if file.size() > LIMIT {
        return Err(Message::Size);
    }
    let buffer = super::wait(file.array_buffer()).await.ok_or(Message::File)?;
    let bytes = Uint8Array::new(&buffer).to_vec();
    if is_binary(&bytes) {
        return Err(Message::Binary);
    }
    let decoded = encodings(&bytes).iter().find_map(|encoding| decode(&bytes, encoding));
    decoded.ok_or(Message::File)
}

/// The encodings to try, in order.
fn encodings(bytes: &[u8]) -> &'static [&'static str] {
    match bytes {
        [0xff, 0xfe, ..] => &["utf-16le"],
        [0xfe, 0xff, ..] => &["utf-16be"],
        _ if half_zero(bytes, 1) => &["utf-16le"],
        _ if half_zero(bytes, 0) => &["utf-16be"],
        _ => &["utf-8", "gb18030"],
    }
}

/// Whether the digits and line breaks of a text in UTF-16 without a mark leave zeros at every other place.
fn half_zero(bytes: &[u8], odd: usize) -> bool {
    let zeros = |from: usize| bytes.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    let (here, there) = (zeros(odd), zeros(1 - odd));
    here > bytes.len() / 200 && here > 8 * there
}

/// Whether the bytes are of a document of another kind: PDF, ZIP (DOCX, XLSX), OLE (DOC), images.
fn is_binary(bytes: &[u8]) -> bool {
    let known: [&[u8]; 5] = [b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff"];
    known.iter().any(|mark| bytes.starts_with(mark))
}

fn decode(bytes: &[u8], encoding: &str) -> Option<String> {
    let options = TextDecoderOptions::new();
    // Only the last one may replace what it cannot read.
    options.set_fatal(encoding == "utf-8");
    let decoder = TextDecoder::new_with_label_and_options(encoding, &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_by_marks_and_zeros() {
        let utf16 = |s: &str, big: bool| -> Vec<u8> {
            let bytes = |u: u16| if big { u.to_be_bytes() } else { u.to_le_bytes() };
            s.encode_utf16().flat_map(bytes).collect()
        };
        let text = "政府工作报告2024年，增长8.5%。\n";
        assert_eq!(encodings(text.as_bytes()), ["utf-8", "gb18030"]);
        assert_eq!(encodings(&utf16(text, false)), ["utf-16le"]);
        assert_eq!(encodings(&utf16(text, true)), ["utf-16be"]);
        assert_eq!(encodings(&[0xff, 0xfe, 0x3f, 0x65]), ["utf-16le"]);
        assert_eq!(encodings(b"\xd5\xfe\xb8\xae"), ["utf-8", "gb18030"]);
    }

    #[test]
    fn documents_of_other_kinds_are_known() {
        assert!(is_binary(b"%PDF-1.7") && is_binary(b"PK\x03\x04..."));
        assert!(!is_binary("政府工作报告".as_bytes()));
    }
}
