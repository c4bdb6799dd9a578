//! Panels as Parquet, as a part that the page loads when it is first asked for one.

use heshu_core::wire;
use heshu_panel::Table;
use wasm_bindgen::prelude::*;

/// The file of a panel, which comes as bytes of a `heshu_panel::Table`.
///
/// # Errors
/// Where the bytes are something else, or the library refuses.
#[wasm_bindgen]
pub fn parquet(table: &[u8]) -> Result<Vec<u8>, String> {
    let table: Table = wire::unpack(table).map_err(|_| "not a table")?;
    let mut bytes = Vec::new();
    heshu_panel::parquet::write(&table, &mut bytes).map_err(|error| error.to_string())?;
    Ok(bytes)
}
