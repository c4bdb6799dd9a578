//! The piece table (2.8.35): which bytes hold which characters.

use super::bytes::{u16_at, u32_at};
use encoding_rs::WINDOWS_1252;
use std::ops::Range;

struct Piece {
    characters: Range<usize>,
    /// Where its first character lies.
    at: usize,
    /// One byte a character instead of two.
    narrow: bool,
}

/// The text in its pieces.
pub struct Pieces<'a> {
    main: &'a [u8],
    pieces: Vec<Piece>,
}

impl<'a> Pieces<'a> {
    /// Reads the table; none where there is none.
    pub fn of(main: &'a [u8], part: &[u8]) -> Option<Self> {
        let table = table(part)?;
        // A list of n + 1 character positions, then n descriptors of 8 bytes.
        let count = table.len().checked_sub(4)? / 12;
        let mut pieces = Vec::new();
        for index in 0..count {
            let from = u32_at(table, index * 4)? as usize;
            let to = u32_at(table, index * 4 + 4)? as usize;
            let place = u32_at(table, (count + 1) * 4 + index * 8 + 2)?;
            let narrow = place & 0x4000_0000 != 0;
            let place = (place & 0x3fff_ffff) as usize;
            let at = if narrow { place / 2 } else { place };
            // Pieces follow one another; what does not is damage.
            let follows = pieces.last().is_none_or(|last: &Piece| last.characters.end <= from);
            if from < to && follows {
                pieces.push(Piece { characters: from..to, at, narrow });
            }
        }
        (!pieces.is_empty()).then_some(Self { main, pieces })
    }

    /// Characters in order, with where each lies in the file. Halves of a pair in UTF-16 are one character.
    pub fn characters(&self, range: Range<usize>) -> impl Iterator<Item = (char, u32)> + '_ {
        self.pieces.iter().flat_map(move |piece| {
            let from = piece.characters.start.max(range.start);
            let to = piece.characters.end.min(range.end).max(from);
            let skip = from - piece.characters.start;
            Characters {
                main: self.main,
                at: piece.at + skip * piece.width(),
                left: to - from,
                narrow: piece.narrow,
            }
        })
    }
}

impl Piece {
    const fn width(&self) -> usize {
        if self.narrow { 1 } else { 2 }
    }
}

struct Characters<'a> {
    main: &'a [u8],
    at: usize,
    left: usize,
    narrow: bool,
}

impl Iterator for Characters<'_> {
    type Item = (char, u32);

    fn next(&mut self) -> Option<Self::Item> {
        self.left = self.left.checked_sub(1)?;
        let at = u32::try_from(self.at).ok()?;
        if self.narrow {
            let byte = *self.main.get(self.at)?;
            self.at += 1;
            return Some((narrow(byte), at));
        }
        let unit = u16_at(self.main, self.at)?;
        self.at += 2;
        let pair = (0xd800..0xdc00).contains(&unit).then(|| u16_at(self.main, self.at)).flatten();
        let ch = match pair.filter(|low| (0xdc00..0xe000).contains(low)) {
            Some(low) => {
                self.at += 2;
                self.left = self.left.saturating_sub(1);
                char::decode_utf16([unit, low]).next().and_then(Result::ok)
            }
            None => char::from_u32(u32::from(unit)),
        };
        Some((ch.unwrap_or(char::REPLACEMENT_CHARACTER), at))
    }
}

/// A byte of a compressed piece (2.9.73): Windows-1252.
fn narrow(byte: u8) -> char {
    if byte < 0x80 {
        return char::from(byte);
    }
    let bytes = [byte];
    WINDOWS_1252.decode_without_bom_handling(&bytes).0.chars().next().unwrap_or(char::from(byte))
}

/// The table within the part, behind properties that pieces share.
fn table(part: &[u8]) -> Option<&[u8]> {
    let mut rest = part;
    while let [1, after @ ..] = rest {
        rest = after.get(usize::from(u16_at(after, 0)?).checked_add(2)?..)?;
    }
    match rest {
        [2, after @ ..] => after.get(4..(u32_at(after, 0)? as usize).checked_add(4)?.min(after.len())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_of_one_and_of_two_bytes_follow_one_another() {
        let wide: Vec<u8> = "报告𠮷".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let main = [b"..GDP \x935%\x94".as_slice(), &wide].concat();
        let number = |n: u32| n.to_le_bytes();
        // Characters 0–7 lie at 2, one byte each; characters 7–11 behind them, two bytes each.
        let (narrow, wide) = (number(0x4000_0000 | (2 * 2)), number(10));
        let (pad, end) = ([0; 2], [0; 2]);
        let table =
            [&number(0)[..], &number(8), &number(12), &pad, &narrow, &end, &pad, &wide, &end].concat();
        let part = [&[1, 1, 0, 9, 2][..], &(table.len() as u32).to_le_bytes(), &table].concat();
        let pieces = Pieces::of(&main, &part).expect("there is a table");
        let text = |range| pieces.characters(range).map(|(ch, _)| ch).collect::<String>();
        assert_eq!(text(0..12), "GDP “5%”报告𠮷");
        assert_eq!(text(4..9), "“5%”报");
        assert!(Pieces::of(&main, &part[..3]).is_none());
    }
}
