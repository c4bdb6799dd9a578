//! How well one character follows another: a small model of Chinese text, made offline.
//!
//! The table `data/continuity.bin` holds the pairs of characters that stand together more often than
//! chance in some forty reports, each with its strength. `cargo run -p heshu-core --example continuity`
//! makes it anew from a folder of clean texts. It knows no report: only which characters meet.
//!
//! Strengths are in quarters of a nat: 4 means that the second character is e¹ times as likely after the
//! first as anywhere.
//!
//! Layout, all numbers little-endian:
//! `u16` n, `u16` quarter-nats of ln(length of the training text), n × `u16` characters in order,
//! n × `u8` rarity (quarter-nats of −ln frequency), (n + 1) × `u16` start of each character's row,
//! and the rows: `u16`s, 12 bits index of the following character, 4 bits level.
//!
//! The build packs it (`build/continuity.rs`): the characters by how common they are, then for each of them how much rarer
//! it is than the one before and how many follow it, the gaps between these, and all levels by how rare the two
//! characters are together.

use std::sync::LazyLock;

/// The symbol that stands for the border of a paragraph.
pub const BORDER: char = '\n';
/// One step of a level.
const STEP: i32 = 2;
/// The level that means "as likely as anywhere".
const NEUTRAL: i32 = 4;
/// The least that a pair never seen can count.
const UNSEEN_FLOOR: i32 = -14;

include!(concat!(env!("OUT_DIR"), "/continuity.rs"));

/// The table, unpacked when it is first asked.
static TABLE: LazyLock<Table> = LazyLock::new(|| Table::unpack().unwrap_or_default());

#[derive(Default)]
struct Table {
    /// Quarter-nats of ln(length of the training text).
    length: i32,
    /// For every character one more than its index, or 0; see [`place_of`].
    places: Vec<u16>,
    /// Quarter-nats of −ln frequency.
    rarity: Vec<u8>,
    /// Where each character's row begins and the last one ends.
    starts: Vec<u16>,
    /// 12 bits index of the following character, 4 bits level.
    rows: Vec<u16>,
}

impl Table {
    fn unpack() -> Option<Self> {
        let (length, mut rest) = PACKED.split_first_chunk()?;
        let mut table = Self { length: u16::from_le_bytes(*length).into(), ..Self::default() };
        table.places = vec![0; RANGES[0] + 0x100];
        let (mut rarity, mut start) = (0, 0);
        for (c, next) in ALPHABET.chars().zip(1..) {
            *table.places.get_mut(place_of(c)?)? = next;
            rarity += number(&mut rest)?;
            table.rarity.push(rarity.try_into().ok()?);
            table.starts.push(start);
            start += number(&mut rest)?;
        }
        table.starts.push(start);
        // How rare the two characters of each entry are together, and where the levels of such entries stand.
        let mut together = Vec::with_capacity(start.into());
        let mut places = [0_u16; 512];
        for (first, rarity) in table.rarity.iter().enumerate() {
            let mut next = 0;
            while table.rows.len() < usize::from(*table.starts.get(first + 1)?) {
                let second = next + number(&mut rest)?;
                let rare = usize::from(*rarity) + usize::from(*table.rarity.get(usize::from(second))?);
                *places.get_mut(rare)? += 1;
                together.push(rare);
                table.rows.push(second);
                next = second + 1;
            }
        }
        let mut before = 0;
        for place in &mut places {
            before += std::mem::replace(place, before);
        }
        for (entry, rare) in table.rows.iter_mut().zip(together) {
            let place = places.get_mut(rare)?;
            *entry |= u16::from(*rest.get(usize::from(*place))?) << 12;
            *place += 1;
        }
        Some(table)
    }
}

/// Takes a number: seven bits a byte, the low ones first.
fn number(bytes: &mut &[u8]) -> Option<u16> {
    let (mut number, mut shift) = (0, 0);
    loop {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u16::from(byte & 0x7f).checked_shl(shift)?;
        shift += 7;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
}

/// A character as the table knows it: looked up once, held against others often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Symbol(Option<u16>);

impl Symbol {
    /// The symbol of a character.
    pub fn of(c: char) -> Self {
        let place = place_of(class_of(c)).and_then(|place| TABLE.places.get(place));
        Self(place.copied().and_then(|place| place.checked_sub(1)))
    }

    /// The strength with which `next` follows.
    pub fn followed_by(self, next: Self) -> i32 {
        let (Some(first), Some(second)) = (self.0, next.0) else { return 0 };
        let (table, first) = (&*TABLE, usize::from(first));
        let (Some(start), Some(end)) = (table.starts.get(first), table.starts.get(first + 1)) else {
            return 0;
        };
        let row = table.rows.get(usize::from(*start)..usize::from(*end)).unwrap_or_default();
        match row.binary_search_by_key(&second, |entry| entry & 0x0fff).ok().and_then(|at| row.get(at)) {
            Some(entry) => (i32::from(entry >> 12) - NEUTRAL) * STEP,
            None => {
                // How often chance alone would have brought the two together.
                let rarity = |index| table.rarity.get(index).copied().map_or(0, i32::from);
                let expected = table.length - rarity(first) - rarity(usize::from(second));
                (-expected).clamp(UNSEEN_FLOOR, 0)
            }
        }
    }
}

/// The strength with which `next` follows `previous` within a line; about −14 to 22, 0 where nothing is known.
pub fn follows(previous: char, next: char) -> i32 {
    Symbol::of(previous).followed_by(Symbol::of(next))
}

/// The strength with which a paragraph begins with this character.
pub fn begins(next: char) -> i32 {
    follows(BORDER, next)
}

/// Characters that behave alike share an entry.
pub fn class_of(c: char) -> char {
    match c {
        '0'..='9' | '０'..='９' => '0',
        'a'..='z' | 'A'..='Z' | 'ａ'..='ｚ' | 'Ａ'..='Ｚ' => 'a',
        '％' => '%',
        '(' => '（',
        ')' => '）',
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '!' => '！',
        '?' => '？',
        '．' => '.',
        _ => c,
    }
}

/// Chinese characters and what stands before them; marks and letters as wide as these begin at the second.
const RANGES: [usize; 2] = [0xa000, 0xff00];

/// Where a character's place is kept.
fn place_of(c: char) -> Option<usize> {
    let [han, wide] = RANGES;
    let c = usize::try_from(u32::from(c)).ok()?;
    if c < han { Some(c) } else { c.checked_sub(wide).filter(|c| *c < 0x100).map(|c| c + han) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_small_and_whole() {
        assert!(PACKED.len() < 64 * 1024, "{} bytes", PACKED.len());
        let table = Table::unpack().unwrap();
        assert_eq!(usize::from(*table.starts.last().unwrap()), table.rows.len());
        // As it stands in the data, each character's entries in their order.
        let data = include_bytes!("../../data/continuity.bin");
        let word = |at: usize| u16::from_le_bytes([data[at], data[at + 1]]);
        let n = usize::from(word(0));
        let letter = |index: usize| char::from_u32(word(4 + 2 * index).into()).unwrap();
        for first in 0..n {
            let starts = 4 + 3 * n + 2 * first;
            for entry in word(starts)..word(starts + 2) {
                let entry = word(4 + 3 * n + 2 * (n + 1) + 2 * usize::from(entry));
                let strength = follows(letter(first), letter(usize::from(entry & 0x0fff)));
                assert_eq!(strength, (i32::from(entry >> 12) - NEUTRAL) * STEP);
            }
        }
    }

    #[test]
    fn characters_of_one_word_follow_each_other_and_not_the_other_way_round() {
        for word in ["经济", "发展", "增长", "项目", "亿元", "政府", "农村", "收入", "达到", "实施"]
        {
            let mut chars = word.chars();
            let (a, b) = (chars.next().unwrap(), chars.next().unwrap());
            assert!(follows(a, b) >= 8, "{word} {}", follows(a, b));
            assert!(follows(a, b) > follows(b, a) + 6, "{word}");
        }
        assert!(follows('8', '亿') > 0 && follows('3', '%') > 0);
        assert!(begins('（') > 0 && begins('的') < 0);
    }

    #[test]
    fn a_character_it_does_not_know_says_nothing() {
        assert_eq!(follows('龘', '政'), 0);
        assert_eq!(follows('😀', '😀'), 0);
    }
}
