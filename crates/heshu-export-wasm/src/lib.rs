//! The exports as a part that the page loads when it first needs it: bytes of an analysis
//! (`heshu_core::wire`) in, bytes of a file out.
//!
//! A request is three lines, then the analysis. In the lines all is apart by tabs: `zh` or `en` and, where words are to be
//! counted, the name of their list and the words; the ids of the observations for the table; the checks that the person
//! marked, `place=judgement`.

use heshu_core::{Analysis, views::Judgement, wire};
use heshu_export::{Settings, Words};
use wasm_bindgen::prelude::*;

const WRONG: &str = "not an analysis";

/// The workbook of an analysis.
///
/// # Errors
/// Where the bytes are no request.
#[wasm_bindgen]
pub fn xlsx(request: Vec<u8>) -> Result<Vec<u8>, String> {
    let (settings, analysis) = read(&request)?;
    heshu_export::xlsx(&analysis, &settings)
}

/// The chosen observations as CSV.
///
/// # Errors
/// Where the bytes are no request.
#[wasm_bindgen]
pub fn csv(request: Vec<u8>) -> Result<Vec<u8>, String> {
    let (settings, analysis) = read(&request)?;
    Ok(heshu_export::table(&analysis, &settings).into_bytes())
}

/// Targets and findings as Markdown.
///
/// # Errors
/// Where the bytes are no request.
#[wasm_bindgen]
pub fn md(request: Vec<u8>) -> Result<Vec<u8>, String> {
    let (settings, analysis) = read(&request)?;
    Ok(heshu_export::summary(&analysis, &settings).into_bytes())
}

fn read(request: &[u8]) -> Result<(Settings<'_>, Analysis), String> {
    let mut pieces = request.splitn(4, |byte| *byte == b'\n');
    let mut line = || std::str::from_utf8(pieces.next().unwrap_or_default()).map_err(|_| WRONG);
    let (first, chosen, judgements) = (line()?, line()?, line()?);
    let analysis = wire::decode(pieces.next().unwrap_or_default().to_vec()).map_err(|_| WRONG)?;
    let (language, words) = first.split_once('\t').unwrap_or((first, ""));
    let (name, words) = words.split_once('\t').unwrap_or_default();
    let judgement = |mark: &str| {
        let (place, id) = mark.split_once('=')?;
        Some((place.parse().ok()?, Judgement::from_id(id)?))
    };
    let settings = Settings {
        zh: language == "zh",
        words: (!words.is_empty()).then_some(Words { name, words }),
        chosen: chosen.split('\t').filter_map(|id| id.parse().ok()).collect(),
        judgements: judgements.split('\t').filter_map(judgement).collect(),
    };
    Ok((settings, analysis))
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
