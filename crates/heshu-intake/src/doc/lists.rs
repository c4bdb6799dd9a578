//! Numberings: list definitions (2.9.131, 2.9.150), and the overrides by which paragraphs name them (2.9.132).

use super::bytes::{pair, u16_at, u32_at};
use crate::numbering::{Base, Instance, LEVELS, Level, Numbering};

/// Lists in one document: there are never so many.
const MOST: usize = 10_000;

/// The numberings, and their ids in the order in which paragraphs count them, from 1.
pub fn read(table: &[u8], main: &[u8], entry: usize, overrides: &[u8]) -> (Numbering, Vec<i64>) {
    let mut numbering = Numbering::default();
    let start = u32_at(main, entry).unwrap_or(0) as usize;
    let length = pair(main, table, entry).len();
    // The levels follow behind the part itself.
    if length > 0 {
        let _ = definitions(table.get(start..).unwrap_or_default(), &mut numbering);
    }
    let mut ids = Vec::new();
    let _ = instances(overrides, &mut numbering, &mut ids);
    (numbering, ids)
}

fn definitions(part: &[u8], numbering: &mut Numbering) -> Option<()> {
    let count = usize::from(u16_at(part, 0)?).min(MOST);
    let mut levels = part.get(2 + count * 28..)?;
    for index in 0..count {
        let at = 2 + index * 28;
        let id = i64::from(u32_at(part, at)?);
        let simple = part.get(at + 26)? & 1 == 1;
        let mut base = Base::default();
        for place in base.levels.iter_mut().take(if simple { 1 } else { LEVELS }) {
            let (level, rest) = level(levels)?;
            *place = Some(level);
            levels = rest;
        }
        numbering.bases.insert(id, base);
    }
    Some(())
}

/// A level: 28 bytes, changes to paragraphs and characters, and the text with the numbers of levels in it.
fn level(bytes: &[u8]) -> Option<(Level, &[u8])> {
    let flags = *bytes.get(5)?;
    let (characters, paragraphs) = (usize::from(*bytes.get(24)?), usize::from(*bytes.get(25)?));
    let text_at = 28 + characters + paragraphs;
    let length = usize::from(u16_at(bytes, text_at)?);
    let text = bytes.get(text_at + 2..text_at + 2 + length * 2)?;
    let mut written = String::new();
    let units = text.chunks_exact(2).filter_map(|unit| u16_at(unit, 0));
    for ch in char::decode_utf16(units).flatten() {
        match ch {
            '\0'..='\u{8}' => written.push_str(&format!("%{}", ch as u32 + 1)),
            '%' => written.push('％'),
            _ => written.push(ch),
        }
    }
    let level = Level {
        start: u32_at(bytes, 0)?,
        format: format(*bytes.get(4)?).to_owned(),
        text: written,
        // Bit 3: counting goes on; then byte 26 says after which levels it does not.
        restart: (flags & 0x08 != 0).then(|| bytes.get(26).map(|limit| i64::from(*limit))).flatten(),
        legal: flags & 0x04 != 0,
    };
    Some((level, bytes.get(text_at + 2 + length * 2..)?))
}

fn instances(part: &[u8], numbering: &mut Numbering, ids: &mut Vec<i64>) -> Option<()> {
    let count = (u32_at(part, 0)? as usize).min(MOST);
    for index in 0..count {
        let base = i64::from(u32_at(part, 4 + index * 16)?);
        let id = i64::try_from(index).ok()? + 1;
        numbering.instances.insert(id, Instance { base, ..Instance::default() });
        ids.push(id);
    }
    // For each: a place that does not matter, then the levels that are different here.
    let mut rest = part.get(4 + count * 16..)?;
    for index in 0..count {
        let levels = *part.get(4 + index * 16 + 12)?;
        rest = rest.get(4..)?;
        for _ in 0..levels {
            let (start, flags) = (u32_at(rest, 0)?, u32_at(rest, 4)?);
            rest = rest.get(8..)?;
            let mut own = None;
            if flags & 0x20 != 0 {
                let (read, after) = level(rest)?;
                own = Some(read);
                rest = after;
            }
            let place = (flags & 0xf) as usize;
            let instance = numbering.instances.get_mut(&(i64::try_from(index).ok()? + 1))?;
            if flags & 0x10 != 0 {
                let start = own.as_ref().map_or(start, |level| level.start);
                if let Some(place) = instance.starts.get_mut(place) {
                    *place = Some(start);
                }
            }
            if let (Some(place), Some(own)) = (instance.levels.get_mut(place), own) {
                *place = Some(own);
            }
        }
    }
    Some(())
}

/// Number formats ([MS-OSHARED] 2.2.1.3) by the names that Office Open XML gives them.
const fn format(code: u8) -> &'static str {
    match code {
        1 => "upperRoman",
        2 => "lowerRoman",
        3 => "upperLetter",
        4 => "lowerLetter",
        10 | 36 => "ideographDigital",
        11 | 33 | 35 | 37 | 39 => "chineseCounting",
        14 | 19 => "decimalFullWidth",
        16 | 34 => "ideographLegalTraditional",
        18 | 28 => "decimalEnclosedCircle",
        22 => "decimalZero",
        23 => "bullet",
        26 => "decimalEnclosedFullstop",
        27 => "decimalEnclosedParen",
        29 => "ideographEnclosedCircle",
        30 => "ideographTraditional",
        31 => "ideographZodiac",
        38 => "chineseLegalSimplified",
        255 => "none",
        _ => "decimal",
    }
}
