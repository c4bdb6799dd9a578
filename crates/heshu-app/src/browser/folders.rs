//! Folders that are dropped: every file in them, in all folders below.

use super::js;
use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DataTransfer, File};

/// What was dropped, where a folder is among it. To be taken while the drop is handled: afterwards it is gone.
pub fn dropped(data: &DataTransfer) -> Option<Vec<JsValue>> {
    let items = Reflect::get(data, &"items".into()).ok()?;
    let entries: Vec<JsValue> = Array::from(&items)
        .iter()
        .filter_map(|item| js::call(&item, "webkitGetAsEntry", &[]))
        .filter(|entry| !entry.is_null())
        .collect();
    entries.iter().any(is_folder).then_some(entries)
}

/// The files of what was dropped, with their paths. Hidden ones, which systems leave in folders, stay out.
pub async fn files(mut entries: Vec<JsValue>) -> Vec<(String, File)> {
    let mut found = Vec::new();
    entries.reverse();
    while let Some(entry) = entries.pop() {
        if text(&entry, "name").starts_with('.') {
            continue;
        }
        if is_folder(&entry) {
            let mut inside = inside(&entry).await;
            inside.reverse();
            entries.append(&mut inside);
        } else if let Some(file) = given(&entry, "file").await.and_then(|file| file.dyn_into::<File>().ok()) {
            found.push((text(&entry, "fullPath").trim_start_matches('/').to_owned(), file));
        }
    }
    found
}

/// What is in a folder. The browser gives it in pieces.
async fn inside(folder: &JsValue) -> Vec<JsValue> {
    let mut all = Vec::new();
    let Some(reader) = js::call(folder, "createReader", &[]) else { return all };
    while let Some(piece) = given(&reader, "readEntries").await {
        let piece = Array::from(&piece);
        if piece.length() == 0 {
            break;
        }
        all.extend(piece.iter());
    }
    all
}

/// What a method gives that takes two functions: for what there is, and for what went wrong.
async fn given(object: &JsValue, method: &str) -> Option<JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        js::call(object, method, &[resolve.into(), reject.into()]);
    });
    super::wait(promise).await
}

fn is_folder(entry: &JsValue) -> bool {
    Reflect::get(entry, &"isDirectory".into()).is_ok_and(|is| is.is_truthy())
}

fn text(entry: &JsValue, name: &str) -> String {
    Reflect::get(entry, &name.into()).ok().and_then(|text| text.as_string()).unwrap_or_default()
}
