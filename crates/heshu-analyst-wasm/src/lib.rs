//! Readers of files and the analysis in one part, for sets of reports: a file goes in, its analysis comes out. Built for
//! speed, not for size: it is loaded with the first set.

use heshu_core::intake::Refusal;
use heshu_core::wire;
use heshu_intake::arrival::{analysed, analysed_text};
use heshu_intake::{Options, Watch};
use js_sys::Date;
use wasm_bindgen::prelude::*;

/// Reads and analyses a file, with its password where it has one, or what is `inside` of an archive under this path:
/// bytes of `Result<Analysed, Refusal>`.
#[wasm_bindgen]
pub fn analyze_file(file: &[u8], name: &str, password: Option<String>, inside: Option<String>) -> Vec<u8> {
    let (password, inside) = (password.as_deref(), inside.as_deref());
    let options = Options { name, password, inside, ..Options::default() };
    wire::pack(&analysed(file, &options, &mut Clock(Date::now())))
}

/// The same of a text under a name, and the document whose text it is as bytes; a paste has none.
#[wasm_bindgen]
pub fn analyze_text(document: Vec<u8>, name: String, text: String) -> Vec<u8> {
    wire::pack(&Ok::<_, Refusal>(analysed_text(name, text, document)))
}

/// The browser's clock. Nobody is told of pages: a set counts files.
struct Clock(f64);

impl Watch for Clock {
    fn seconds(&self) -> f64 {
        (Date::now() - self.0) / 1000.0
    }
}
