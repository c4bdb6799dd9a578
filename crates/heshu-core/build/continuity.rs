//! Packs `data/continuity.bin`, whose layout `src/repair/continuity.rs` tells, so that it weighs least where pages are
//! sent compressed. That module reads it back.

use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Writes `continuity.rs` and `continuity.packed`.
pub fn compile(data: &Path, out: &Path) -> Result<(), String> {
    let table = fs::read(data.join("continuity.bin")).map_err(|e| format!("continuity.bin: {e}"))?;
    let (alphabet, packed) = pack(&table).ok_or("continuity.bin is damaged")?;
    let mut code = String::new();
    let _ = writeln!(code, "static ALPHABET: &str = {alphabet:?};");
    code.push_str(
        "static PACKED: &[u8] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/continuity.packed\"));\n",
    );
    fs::write(out.join("continuity.packed"), packed).map_err(|e| format!("continuity.packed: {e}"))?;
    fs::write(out.join("continuity.rs"), code).map_err(|e| format!("continuity.rs: {e}"))
}

/// The commonest characters come first, so that gaps within rows are small.
fn pack(table: &[u8]) -> Option<(String, Vec<u8>)> {
    let word = |at: usize| Some(u16::from_le_bytes(table.get(at..at + 2)?.try_into().ok()?));
    let n = usize::from(word(0)?);
    let (rarities, starts) = (4 + 2 * n, 4 + 3 * n);
    let rows = starts + 2 * (n + 1);
    let mut order: Vec<(u8, usize)> =
        (0..n).map(|at| Some((*table.get(rarities + at)?, at))).collect::<Option<_>>()?;
    order.sort_unstable();
    let mut rank = vec![0; n];
    for (place, (_, at)) in order.iter().enumerate() {
        *rank.get_mut(*at)? = place;
    }

    let mut alphabet = String::new();
    let (mut heads, mut gaps) = (table.get(2..4)?.to_owned(), Vec::new());
    let mut levels: Vec<(u16, u8)> = Vec::new();
    let mut rarest = 0;
    for (rarity, at) in &order {
        alphabet.push(char::from_u32(word(4 + 2 * at)?.into())?);
        let (start, end) = (usize::from(word(starts + 2 * at)?), usize::from(word(starts + 2 * at + 2)?));
        heads.push(rarity - rarest);
        rarest = *rarity;
        number(&mut heads, end - start);
        let mut row: Vec<(usize, u8)> = Vec::new();
        for entry in start..end {
            let entry = word(rows + 2 * entry)?;
            row.push((*rank.get(usize::from(entry & 0x0fff))?, u8::try_from(entry >> 12).ok()?));
        }
        row.sort_unstable();
        let mut next = 0;
        for (second, level) in row {
            number(&mut gaps, second - next);
            next = second + 1;
            levels.push((u16::from(*rarity) + u16::from(order.get(second)?.0), level));
        }
    }
    // Levels of pairs as rare as each other are alike.
    levels.sort_by_key(|(rarity, _)| *rarity);
    let levels: Vec<u8> = levels.into_iter().map(|(_, level)| level).collect();
    Some((alphabet, [heads, gaps, levels].concat()))
}

/// Seven bits a byte, the low ones first.
fn number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}
