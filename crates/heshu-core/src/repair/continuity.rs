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

use std::sync::OnceLock;

/// The symbol that stands for the border of a paragraph.
pub const BORDER: char = '\n';
/// One step of a level.
const STEP: i32 = 2;
/// The level that means "as likely as anywhere".
const NEUTRAL: i32 = 4;
/// The least that a pair never seen can count.
const UNSEEN_FLOOR: i32 = -14;

static TABLE: &[u8] = include_bytes!("../../data/continuity.bin");

/// A character as the table knows it: looked up once, held against others often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Symbol(Option<u16>);

impl Symbol {
    /// The symbol of a character.
    pub fn of(c: char) -> Self {
        let place = place_of(class_of(c)).and_then(|place| places().get(place));
        Self(place.copied().and_then(|place| place.checked_sub(1)))
    }

    /// The strength with which `next` follows.
    pub fn followed_by(self, next: Self) -> i32 {
        let (Some(first), Some(second)) = (self.0, next.0) else { return 0 };
        let (first, n) = (usize::from(first), size());
        let offsets = 4 + 3 * n;
        let (Some(start), Some(end)) = (word(offsets + 2 * first), word(offsets + 2 * first + 2)) else {
            return 0;
        };
        let rows = offsets + 2 * (n + 1);
        let found = binary_search(usize::from(start), usize::from(end), |at| {
            word(rows + 2 * at).map(|entry| (entry & 0x0fff).cmp(&second))
        });
        match found.and_then(|at| word(rows + 2 * at)) {
            Some(entry) => (i32::from(entry >> 12) - NEUTRAL) * STEP,
            None => {
                // How often chance alone would have brought the two together.
                let expected = i32::from(word(2).unwrap_or(0)) - rarity(first) - rarity(usize::from(second));
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

fn size() -> usize {
    usize::from(word(0).unwrap_or(0))
}

fn rarity(index: usize) -> i32 {
    TABLE.get(4 + 2 * size() + index).copied().map_or(0, i32::from)
}

fn word(at: usize) -> Option<u16> {
    let bytes = TABLE.get(at..at + 2)?;
    Some(u16::from_le_bytes(bytes.try_into().ok()?))
}

/// Chinese characters and what stands before them; marks and letters as wide as these begin at the second.
const RANGES: [usize; 2] = [0xa000, 0xff00];

/// Where a character's place is kept.
fn place_of(c: char) -> Option<usize> {
    let [han, wide] = RANGES;
    let c = usize::try_from(u32::from(c)).ok()?;
    if c < han { Some(c) } else { c.checked_sub(wide).filter(|c| *c < 0x100).map(|c| c + han) }
}

/// For every character one more than its index in the table, or 0.
fn places() -> &'static [u16] {
    static PLACES: OnceLock<Vec<u16>> = OnceLock::new();
    PLACES.get_or_init(|| {
        let mut places = vec![0; RANGES[0] + 0x100];
        for index in 0..size() {
            let place = word(4 + 2 * index).and_then(|c| place_of(char::from_u32(c.into())?));
            if let (Some(place), Ok(index)) = (place.and_then(|at| places.get_mut(at)), u16::try_from(index))
            {
                *place = index + 1;
            }
        }
        places
    })
}

fn binary_search(
    mut low: usize,
    mut high: usize,
    compare: impl Fn(usize) -> Option<std::cmp::Ordering>,
) -> Option<usize> {
    while low < high {
        let middle = low + (high - low) / 2;
        match compare(middle)? {
            std::cmp::Ordering::Equal => return Some(middle),
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_small_and_whole() {
        assert!(TABLE.len() < 64 * 1024, "{} bytes", TABLE.len());
        let n = size();
        let last = word(4 + 3 * n + 2 * n).unwrap();
        assert_eq!(4 + 3 * n + 2 * (n + 1) + 2 * usize::from(last), TABLE.len());
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
