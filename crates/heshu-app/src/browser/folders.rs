//! Folders that are dropped: every file in them, in all folders below.

use super::js;
use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DataTransfer, File};

/// Something that was dropped: a file or a folder.
#[derive(Clone)]
pub struct Dropped {
    entry: JsValue,
    /// The browser's newer way to the same, where it has it. It alone leads into folders on a page opened from disk.
    handle: Option<Promise>,
}

/// What was dropped, where a folder is among it. To be taken while the drop is handled: afterwards it is gone.
pub fn dropped(data: &DataTransfer) -> Option<Vec<Dropped>> {
    let items = Reflect::get(data, &"items".into()).ok()?;
    let items = Array::from(&items);
    let all = items.iter().filter_map(|item| {
        let entry = js::call(&item, "webkitGetAsEntry", &[]).filter(|entry| !entry.is_null())?;
        let handle = js::call(&item, "getAsFileSystemHandle", &[]).and_then(js::promise);
        Some(Dropped { entry, handle })
    });
    let all: Vec<Dropped> = all.collect();
    all.iter().any(|dropped| is_folder(&dropped.entry)).then_some(all)
}

/// The files of what was dropped, with their paths. Hidden ones, which systems leave in folders, stay out.
pub async fn files(all: Vec<Dropped>) -> Vec<(String, File)> {
    let mut found = Vec::new();
    for Dropped { entry, handle } in all {
        let handle = match handle {
            Some(handle) => super::wait(handle).await.filter(JsValue::is_object),
            None => None,
        };
        match handle {
            Some(handle) => by_handle(handle, &mut found).await,
            None => by_entry(entry, &mut found).await,
        }
    }
    found
}

fn is_hidden(name: &str) -> bool {
    name.starts_with('.')
}

async fn by_handle(handle: JsValue, found: &mut Vec<(String, File)>) {
    let mut waiting = vec![(String::new(), handle)];
    while let Some((folder, handle)) = waiting.pop() {
        let name = text(&handle, "name");
        if is_hidden(&name) {
            continue;
        }
        let path = folder + &name;
        if text(&handle, "kind") == "directory" {
            let inside = values(&handle).await;
            waiting.extend(inside.into_iter().rev().map(|handle| (format!("{path}/"), handle)));
        } else if let Some(file) = js::call(&handle, "getFile", &[]).and_then(js::promise)
            && let Some(file) = super::wait(file).await.and_then(|file| file.dyn_into::<File>().ok())
        {
            found.push((path, file));
        }
    }
}

/// What is in a folder, by its handle: one after the other.
async fn values(folder: &JsValue) -> Vec<JsValue> {
    let mut all = Vec::new();
    let Some(values) = js::call(folder, "values", &[]) else { return all };
    while let Some(next) = js::call(&values, "next", &[]).and_then(js::promise)
        && let Some(next) = super::wait(next).await
        && let Ok(value) = Reflect::get(&next, &"value".into())
        && value.is_object()
    {
        all.push(value);
    }
    all
}

async fn by_entry(entry: JsValue, found: &mut Vec<(String, File)>) {
    let mut waiting = vec![entry];
    while let Some(entry) = waiting.pop() {
        if is_hidden(&text(&entry, "name")) {
            continue;
        }
        if is_folder(&entry) {
            waiting.extend(inside(&entry).await.into_iter().rev());
        } else if let Some(file) = given(&entry, "file").await.and_then(|file| file.dyn_into::<File>().ok()) {
            found.push((text(&entry, "fullPath").trim_start_matches('/').to_owned(), file));
        }
    }
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
