//! Web pages: the main text, without navigation, scripts and what is hidden.
//!
//! [`blocks`] turns tags into blocks of text that know in which element they stand; [`main`] finds the element
//! that holds the report. What a site puts about an article inside that element is left to repair.

mod blocks;
mod main;

use crate::limits::Budget;
use crate::lines::{one_page, paragraph, row};
use crate::{Error, text};
use blocks::{Block, Blocks};
use heshu_core::intake::{Document, Line};

/// Where a page may say its encoding.
const HEAD: usize = 2048;

/// Reads a page; `charset` is what came with it, as in a message.
pub(crate) fn read(bytes: &[u8], charset: Option<&str>, budget: &mut Budget<'_>) -> Result<Document, Error> {
    let html = decode(bytes, charset).ok_or(Error::Unknown)?;
    let blocks = Blocks::of(&html, budget);
    let chosen = main::choose(&blocks);
    Ok(one_page(lines(&chosen)))
}

/// What the bytes themselves show counts more than what a page says of itself: many copies were saved in another
/// encoding. Its word decides between Chinese encodings only.
fn decode(bytes: &[u8], charset: Option<&str>) -> Option<String> {
    let head = String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(bytes)).into_owned();
    let said = charset.map(str::to_owned).or_else(|| declared(&head));
    match said.as_deref().and_then(text::named) {
        Some(encoding) if encoding.is_ascii_compatible() && std::str::from_utf8(bytes).is_err() => {
            let (text, damaged) = encoding.decode_without_bom_handling(bytes);
            if damaged { text::decode(bytes).or(Some(text.into_owned())) } else { Some(text.into_owned()) }
        }
        _ => text::decode(bytes),
    }
}

/// `charset=gb2312`, `charset="gb2312"`.
fn declared(head: &str) -> Option<String> {
    let head = head.to_ascii_lowercase();
    let (_, after) = head.split_once("charset=")?;
    let value = after.trim_start_matches(['"', '\'', ' ']);
    Some(value.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').next()?.to_owned())
}

/// Paragraphs and rows.
fn lines(blocks: &[&Block]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut rest = blocks;
    while let Some((first, after)) = rest.split_first() {
        let Some((number, _)) = first.cell else {
            paragraph(&mut lines, &first.text);
            rest = after;
            continue;
        };
        let same = |block: &&&Block| block.cell.is_some_and(|(row, _)| row == number);
        let length = rest.iter().take_while(same).count();
        let mut cells: Vec<Vec<String>> = Vec::new();
        let (in_row, after) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        for block in in_row {
            let cell = block.cell.map_or(0, |(_, cell)| cell) as usize;
            if cells.len() <= cell && cell < WIDEST {
                cells.resize(cell + 1, Vec::new());
            }
            if let Some(cell) = cells.get_mut(cell.min(WIDEST - 1)) {
                cell.push(block.text.clone());
            }
        }
        row(&mut lines, &cells);
        rest = after;
    }
    lines
}

/// Cells of a row.
const WIDEST: usize = 100;
