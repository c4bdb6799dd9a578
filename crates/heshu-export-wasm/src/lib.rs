//! The exports as a part that the page loads when it first needs it: bytes of an analysis
//! (`heshu_core::wire`) in, bytes of a file out.

use heshu_core::wire;
use heshu_export::Words;
use wasm_bindgen::prelude::*;

/// The workbook of an analysis.
///
/// The bytes begin with a line of settings: `zh` or `en`, and behind a tab, where words are to be counted, the name of
/// the list and its words, all apart by tabs. The analysis follows behind the line end.
///
/// # Errors
/// Where the bytes are not those of settings and an analysis.
#[wasm_bindgen]
pub fn xlsx(request: Vec<u8>) -> Result<Vec<u8>, String> {
    const WRONG: &str = "not an analysis";
    let end = request.iter().position(|byte| *byte == b'\n').ok_or(WRONG)?;
    let analysis = wire::decode(request.get(end + 1..).unwrap_or_default().to_vec()).map_err(|_| WRONG)?;
    let settings = std::str::from_utf8(request.get(..end).unwrap_or_default()).map_err(|_| WRONG)?;
    let (language, words) = settings.split_once('\t').unwrap_or((settings, ""));
    let (name, words) = words.split_once('\t').unwrap_or_default();
    let words = (!words.is_empty()).then_some(Words { name, words });
    heshu_export::xlsx(&analysis, words, language == "zh")
}

/// The workbook of a panel, which comes as bytes of a `heshu_panel::Table`; in Chinese or English.
///
/// # Errors
/// Where the bytes are something else, or the panel has more columns than a sheet.
#[wasm_bindgen]
pub fn panel_xlsx(table: &[u8], zh: bool) -> Result<Vec<u8>, String> {
    let table: heshu_panel::Table = wire::unpack(table).map_err(|_| "not a table")?;
    heshu_export::panel(&table, zh)
}
