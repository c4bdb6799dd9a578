//! Makes the table from the glyph numbers of Adobe-GB1 to characters, out of the CMaps that hayro-cmap carries.
//!
//! The CMaps themselves are a megabyte and stay out of the reader: named encodings are decoded as what they are
//! (GBK, GB18030, UTF-16), and only fonts that number their glyphs by the collection need this table.

#![allow(clippy::panic, clippy::expect_used, clippy::unwrap_used)] // A build stops at a table that cannot be made.

use hayro_cmap::{BfString, CMap, CMapName, load_embedded};
use std::path::PathBuf;

/// So many glyphs has Adobe-GB1 with its sixth supplement.
const GLYPHS: u32 = 30_573;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let data = load_embedded(CMapName::AdobeGb1Ucs2).expect("the CMap Adobe-GB1-UCS2");
    let cmap = CMap::parse(data, load_embedded).expect("a CMap that can be parsed");
    let mut table = Vec::new();
    for cid in 0..GLYPHS {
        let first = match cmap.lookup_bf_string(cid) {
            Some(BfString::Char(c)) => Some(c),
            // A character and its variation selector: the character says it all.
            Some(BfString::String(s)) => s.chars().next(),
            None => None,
        };
        // 0 stands for none; characters beyond the basic plane are so rare here that they have none either.
        let unit = first
            .filter(|c| *c != char::REPLACEMENT_CHARACTER)
            .and_then(|c| u16::try_from(u32::from(c)).ok())
            .unwrap_or(0);
        table.extend_from_slice(&unit.to_le_bytes());
    }
    let target = PathBuf::from(std::env::var_os("OUT_DIR").expect("OUT_DIR is set")).join("gb1.bin");
    std::fs::write(target, table).expect("OUT_DIR can be written");
}
