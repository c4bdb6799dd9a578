//! Four characters but for one, found twice with two that sound alike: where a name may have two spellings.

use crate::outline::lines::Line;
use std::sync::LazyLock;

/// The commonest characters by their sound, tones aside, one sound a line.
static HOMOPHONES: &str = include_str!("../../../../data/homophones.txt");
/// Characters that spell the same sound of foreign names.
const FOREIGN: &[&str] = &["尔里勒力利拉热日", "布卜不", "克科柯", "阿啊哈"];
/// 六个百亿级, 六大百亿级: behind a numeral these two are one, and nothing else is.
const COUNTED: [char; 2] = ['个', '大'];

/// One of the places where four characters stand that differ in one from four others.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The four.
    pub four: [char; 4],
    /// Which of them differs, from 0 to 3.
    pub odd: usize,
    /// The characters before and behind the one that differs.
    pub beside: (char, char),
    /// Byte offset of the first.
    pub at: usize,
    /// The three that stay, where the fourth belongs and how it sounds. Equal for what is compared.
    pub frame: u64,
    /// Which of the characters of its sound stands there.
    index: u8,
}

impl Place {
    /// The character that differs.
    pub fn filling(&self) -> char {
        self.four.get(self.odd).copied().unwrap_or_default()
    }
}

/// How many bits of a frame's hash are looked at: so many that a report's frames seldom meet by chance (what does is
/// sorted for nothing), and so few that the table stays in the processor's cache.
const BITS: u32 = 19;
/// A slot whose frames were filled in more than one way.
const MANY: u8 = u8::MAX;

/// Every place of the frames that are filled in more than one way, by frame and then in the order of the text.
///
/// Two passes and a table of fixed size: the first finds which frames differ somewhere, the second takes down the
/// few that do.
pub fn filled_twice(lines: &[Line<'_>]) -> Vec<Place> {
    let chars = letters(lines);
    let mut table = vec![0u8; 1 << BITS];
    each(&chars, |place| {
        if let Some(slot) = table.get_mut(hash(place.frame)) {
            *slot = if *slot == 0 || *slot == place.index { place.index } else { MANY };
        }
    });
    let mut places = Vec::new();
    each(&chars, |place| {
        if table.get(hash(place.frame)) == Some(&MANY) {
            places.push(*place);
        }
    });
    places.sort_unstable_by_key(|place| (place.frame, place.at));
    places
}

/// A character of the text: itself, its byte offset, how it sounds.
type Letter = (char, usize, Sound);

/// The characters of all lines, with one between two lines that no name holds.
fn letters(lines: &[Line<'_>]) -> Vec<Letter> {
    let sounds: &Sounds = &SOUNDS;
    let length: usize = lines.iter().map(|line| line.text.len() / 3 + 1).sum();
    let mut letters = Vec::with_capacity(length);
    for line in lines {
        for (at, c) in line.text.char_indices() {
            letters.push((c, line.start + at, sounds.of(c)));
        }
        letters.push(('\n', line.end(), Sound::default()));
    }
    letters
}

/// Calls back with the four frames of every four characters of names, once for each way in which the fourth sounds.
fn each(letters: &[Letter], mut take: impl FnMut(&Place)) {
    for (start, run) in runs(letters) {
        // The characters at both ends of a run stand beside something else, or nothing.
        let outside = |at: Option<usize>| at.and_then(|at| letters.get(at)).map_or('\n', |letter| letter.0);
        for (place, window) in run.windows(4).enumerate() {
            let &[(a, at, first), (b, _, second), (c, _, third), (d, _, fourth)] = window else { continue };
            let four = [a, b, c, d];
            let mut found = |odd: usize, stay: [char; 3], beside: (char, char), group: u16, index: u8| {
                let [x, y, z] = stay;
                let frame =
                    bits(x) << 48 | bits(y) << 32 | bits(z) << 16 | u64::from(group) << 2 | odd as u64;
                take(&Place { four, odd, beside, at, frame, index });
            };
            if first.numeral {
                if let Some(index) = COUNTED.iter().position(|counted| *counted == b) {
                    found(1, [a, c, d], (a, c), 0, 1 + index as u8);
                }
            } else {
                second.each(|group, index| found(1, [a, c, d], (a, c), group, index));
            }
            third.each(|group, index| found(2, [a, b, d], (b, d), group, index));
            let before = outside((start + place).checked_sub(1));
            let behind = outside(Some(start + place + 4));
            first.each(|group, index| found(0, [b, c, d], (before, b), group, index));
            fourth.each(|group, index| found(3, [a, b, c], (c, behind), group, index));
        }
    }
}

/// Stretches of characters that names may hold, each with the place where it begins.
fn runs(letters: &[Letter]) -> impl Iterator<Item = (usize, &[Letter])> {
    let mut start = 0;
    letters.split(|(_, _, sound)| !sound.may_name).map(move |run| {
        let began = start;
        start += run.len() + 1;
        (began, run)
    })
}

/// A Chinese character, all of which lie below 0x10000, as sixteen bits.
fn bits(c: char) -> u64 {
    u64::from(u32::from(c) & 0xffff)
}

fn hash(key: u64) -> usize {
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - BITS)) as usize
}

/// How a character sounds: groups of those that sound alike, numbered from 1, and its place in each from 1.
#[derive(Debug, Clone, Copy, Default)]
struct Sound {
    native: u16,
    foreign: u16,
    native_index: u8,
    foreign_index: u8,
    may_name: bool,
    numeral: bool,
}

impl Sound {
    fn each(self, mut take: impl FnMut(u16, u8)) {
        if self.native > 0 {
            take(self.native, self.native_index);
        }
        if self.foreign > 0 {
            take(self.foreign, self.foreign_index);
        }
    }
}

/// The sounds of all Chinese characters, by their number.
struct Sounds(Vec<Sound>);

static SOUNDS: LazyLock<Sounds> = LazyLock::new(|| {
    let chars = (FIRST..=LAST).filter_map(char::from_u32);
    let alone = |c: char| Sound { may_name: may_name(c), numeral: is_numeral(c), ..Sound::default() };
    let mut sounds: Vec<Sound> = chars.map(alone).collect();
    let groups = HOMOPHONES.lines().map(|line| (line, false)).chain(FOREIGN.iter().map(|line| (*line, true)));
    for (number, (group, foreign)) in (1u16..).zip(groups) {
        for (c, index) in group.chars().zip(1u8..MANY) {
            let Some(sound) = place_of(c).and_then(|at| sounds.get_mut(at)) else { continue };
            if foreign {
                (sound.foreign, sound.foreign_index) = (number, index);
            } else {
                (sound.native, sound.native_index) = (number, index);
            }
        }
    }
    Sounds(sounds)
});

const FIRST: u32 = 0x4e00;
const LAST: u32 = 0x9fff;

fn place_of(c: char) -> Option<usize> {
    u32::from(c).checked_sub(FIRST).map(|at| at as usize)
}

impl Sounds {
    fn of(&self, c: char) -> Sound {
        place_of(c).and_then(|at| self.0.get(at)).copied().unwrap_or_default()
    }
}

fn is_numeral(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '两')
}

/// Whether two of a number of things, 六个 and 六大, differ in the measure alone.
pub fn is_counted(place: &Place) -> bool {
    let [numeral, ..] = place.four;
    place.odd == 1 && is_numeral(numeral)
}

/// Whether a character may be part of a name: Chinese, and none of those that join and order words.
pub fn may_name(c: char) -> bool {
    (FIRST..=LAST).contains(&u32::from(c))
        && !matches!(
            c,
            '的' | '了'
                | '着'
                | '和'
                | '与'
                | '及'
                | '或'
                | '以'
                | '于'
                | '在'
                | '是'
                | '为'
                | '有'
                | '将'
                | '把'
                | '被'
                | '从'
                | '向'
                | '对'
                | '由'
                | '等'
                | '到'
                | '并'
                | '使'
                | '让'
                | '得'
                | '而'
                | '且'
                | '则'
                | '各'
                | '每'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_has_one_sound() {
        let mut seen = std::collections::HashSet::new();
        let chars = HOMOPHONES.chars().filter(|c| *c != '\n');
        assert!(chars.clone().all(|c| seen.insert(c) && SOUNDS.of(c).native > 0));
        let native = |c: char| SOUNDS.of(c).native;
        assert!(native('圣') > 0 && native('圣') == native('胜') && native('圣') != native('地'));
        assert_eq!(SOUNDS.of('尔').foreign, SOUNDS.of('里').foreign);
    }
}
