//! The readers of files as a part that the page loads when the first file comes, and for JavaScript at large:
//! `read(bytes, options) -> object`.

use heshu_core::intake::Document;
use heshu_core::model::Bilingual;
use heshu_core::wire;
use heshu_intake::{Options, Watch, arrival};
use js_sys::{Date, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::*};

/// What JavaScript may say about a file.
#[derive(Default, serde::Deserialize)]
#[serde(default)]
struct Said {
    name: String,
    password: Option<String>,
}

/// What JavaScript gets.
#[derive(serde::Serialize)]
struct Given {
    documents: Vec<GivenDocument>,
    failed: Vec<(String, Bilingual)>,
    notes: Vec<Bilingual>,
}

#[derive(serde::Serialize)]
struct GivenDocument {
    name: String,
    format: &'static str,
    document: Document,
    notes: Vec<Bilingual>,
}

/// Reads a file of any format: `{ documents: [{ name, format, document, notes }], failed: [[name, sentence]], notes }`,
/// each sentence as `{ zh, en }`. `options` may hold `name` and `password`. `analyzeDocument` takes a `document`.
///
/// # Errors
/// Throws `{ id, sentence }` where nothing can be read; `id` is `password` where one is needed.
#[wasm_bindgen]
pub fn read(file: Vec<u8>, options: JsValue) -> Result<JsValue, JsValue> {
    use serde::Serialize;
    let said: Said =
        if options.is_object() { serde_wasm_bindgen::from_value(options)? } else { Said::default() };
    let to_js = serde_wasm_bindgen::Serializer::json_compatible();
    let options = Options { name: &said.name, password: said.password.as_deref(), ..Options::default() };
    match heshu_intake::read(&file, &options, &mut Clock::start()) {
        Ok(found) => {
            let document = |read: heshu_intake::Read| GivenDocument {
                name: read.name,
                format: read.format.name(),
                document: read.document,
                notes: arrival::sentences(&read.notes),
            };
            let given = Given {
                documents: found.documents.into_iter().map(document).collect(),
                failed: found.failed.into_iter().map(|(name, error)| (name, error.sentence())).collect(),
                notes: arrival::sentences(&found.notes),
            };
            Ok(given.serialize(&to_js)?)
        }
        Err(error) => Err(arrival::refusal(&error).serialize(&to_js)?),
    }
}

/// The same for the page, as bytes (`heshu_core::wire`) of `Result<Arrival, Refusal>`.
#[wasm_bindgen]
pub fn read_to_bytes(file: Vec<u8>, name: &str, password: Option<String>) -> Vec<u8> {
    let options = Options { name, password: password.as_deref(), ..Options::default() };
    wire::pack(&arrival::arrival(&file, &options, &mut Clock::start()))
}

/// The browser's clock, and who is told of progress: `heshuProgress(done, of)`, where there is such a function.
struct Clock {
    begun: f64,
    told: f64,
    progress: Option<Function>,
}

/// So many milliseconds between two tellings.
const QUIET: f64 = 50.0;

impl Clock {
    fn start() -> Self {
        let progress = Reflect::get(&js_sys::global(), &"heshuProgress".into()).ok();
        Self {
            begun: Date::now(),
            told: 0.0,
            progress: progress.and_then(|function| function.dyn_into().ok()),
        }
    }
}

impl Watch for Clock {
    fn seconds(&self) -> f64 {
        (Date::now() - self.begun) / 1000.0
    }

    fn progress(&mut self, done: usize, of: usize) {
        let now = Date::now();
        if let Some(progress) = self.progress.as_ref().filter(|_| now - self.told > QUIET) {
            let _ = progress.call2(&JsValue::NULL, &(done as f64).into(), &(of as f64).into());
            self.told = now;
        }
    }
}
