//! Four characters but for one, found twice with two that sound alike: where a name may have two spellings.

use crate::order;
use crate::outline::lines::Line;
use std::sync::LazyLock;

/// The commonest characters by their sound, tones aside, one sound a line.
static HOMOPHONES: &str = include_str!("../../../../data/homophones.txt");
/// Characters that spell the same sound of foreign names.
const FOREIGN: &[&str] = &["尔里勒力利拉热日", "布卜不", "克科柯", "阿啊哈"];
/// 六个百亿级, 六大百亿级: behind a numeral these two are one, and nothing else is.
const COUNTED: &str = "个大";

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
}

impl Place {
    /// The character that differs.
    pub fn filling(&self) -> char {
        self.four.get(self.odd).copied().unwrap_or_default()
    }
}

/// Every place of the frames that are filled in more than one way, by frame and then in the order of the text.
///
/// What differs in a sound alone sounds alike: a table tells the few fours whose sounds are spelled in more than one way,
/// and only these are looked at closely.
pub fn filled_twice(lines: &[Line<'_>]) -> Vec<Place> {
    let mut fours = fours(lines);
    // So large that other sounds seldom fall upon the same slot.
    let bits = (fours.len().max(1).ilog2() + 3).clamp(8, 22);
    let mut spellings = vec![0u16; 1 << bits];
    for four in &fours {
        if let Some(slot) = spellings.get_mut(four.slot(bits)) {
            let spelling = 1 + four.spelling();
            *slot = if *slot == 0 || *slot == spelling { spelling } else { MANY };
        }
    }
    fours.retain(|four| spellings.get(four.slot(bits)) == Some(&MANY));
    // There are thousands: the standard library's sort is worth its size here.
    fours.sort_unstable_by_key(|four| (four.sounds, four.at));
    let mut places = Vec::new();
    for alike in fours.chunk_by(|a, b| a.sounds == b.sounds) {
        if alike.windows(2).any(|pair| matches!(pair, [a, b] if a.spellings != b.spellings)) {
            for four in alike {
                let at = four.at as usize;
                let line = lines.partition_point(|line| line.end() <= at);
                lines.get(line).into_iter().for_each(|line| frames(line, at - line.start, &mut places));
            }
        }
    }
    order::by_key(&mut places, |place| (place.frame, place.at));
    places
}

/// A slot whose sounds were spelled in more than one way.
const MANY: u16 = u16::MAX;

/// Four characters of a name.
#[derive(Debug, Clone, Copy)]
struct Four {
    /// How each of them sounds.
    sounds: u64,
    /// Which of the characters of its sound each is.
    spellings: u32,
    /// Byte offset of the first.
    at: u32,
}

impl Four {
    /// A number that is another for fours that sound alike and differ in one character.
    fn spelling(&self) -> u16 {
        // The sum of the four.
        let pairs = (self.spellings & 0x00ff_00ff) + (self.spellings >> 8 & 0x00ff_00ff);
        (pairs as u16).wrapping_add((pairs >> 16) as u16)
    }

    fn slot(&self, bits: u32) -> usize {
        (self.sounds.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - bits)) as usize
    }
}

/// Every four characters that follow one another in names.
fn fours(lines: &[Line<'_>]) -> Vec<Four> {
    let heard: &Sounds = &SOUNDS;
    let mut fours = Vec::with_capacity(lines.iter().map(|line| line.text.len() / 3).sum());
    for line in lines {
        let (mut length, mut sounds, mut spellings) = (0, 0, 0);
        for (at, c) in line.text.char_indices() {
            let Heard { alike, spelling } = heard.heard(c);
            length = if alike == 0 { 0 } else { length + 1 };
            sounds = sounds << 16 | u64::from(alike);
            spellings = spellings << 8 | u32::from(spelling);
            // All of them have three bytes.
            if length >= 4
                && let Ok(at) = u32::try_from(line.start + at - 9)
            {
                fours.push(Four { sounds, spellings, at });
            }
        }
    }
    fours
}

/// Takes down the frames of four characters, one for each way in which the fourth sounds.
fn frames(line: &Line<'_>, start: usize, places: &mut Vec<Place>) {
    let (before, rest) = line.text.split_at_checked(start).unwrap_or_default();
    let mut chars = rest.chars();
    let [Some(a), Some(b), Some(c), Some(d)] = std::array::from_fn(|_| chars.next()) else { return };
    // The characters at both ends stand beside something else, or nothing.
    let before = before.chars().next_back().unwrap_or('\n');
    let behind = chars.next().unwrap_or('\n');
    let [first, second, third, fourth] = [a, b, c, d].map(|c| SOUNDS.of(c));
    let mut found = |odd: usize, stay: [char; 3], beside: (char, char), group: u16| {
        let [x, y, z] = stay;
        let frame = bits(x) << 48 | bits(y) << 32 | bits(z) << 16 | u64::from(group) << 2 | odd as u64;
        places.push(Place { four: [a, b, c, d], odd, beside, at: line.start + start, frame });
    };
    if !first.numeral {
        second.groups().for_each(|group| found(1, [a, c, d], (a, c), group));
    } else if COUNTED.contains(b) {
        found(1, [a, c, d], (a, c), 0);
    }
    third.groups().for_each(|group| found(2, [a, b, d], (b, d), group));
    first.groups().for_each(|group| found(0, [b, c, d], (before, b), group));
    fourth.groups().for_each(|group| found(3, [a, b, c], (c, behind), group));
}

/// A Chinese character, all of which lie below 0x10000, as sixteen bits.
fn bits(c: char) -> u64 {
    u64::from(u32::from(c) & 0xffff)
}

/// How a character sounds.
#[derive(Debug, Clone, Copy, Default)]
struct Sound {
    /// The groups of those that sound the same, and of those that spell the same foreign sound, numbered from 1.
    native: u16,
    foreign: u16,
    numeral: bool,
}

/// How a character sounds to those who take one for another.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
struct Heard {
    /// One number for all that may stand for one another; 0 for what stands in no name.
    alike: u16,
    /// Its place among these.
    spelling: u8,
}

impl Sound {
    fn groups(self) -> impl Iterator<Item = u16> {
        [self.native, self.foreign].into_iter().filter(|group| *group > 0)
    }
}

/// The sounds of all Chinese characters, by their number.
struct Sounds {
    all: Vec<Sound>,
    heard: Vec<Heard>,
}

static SOUNDS: LazyLock<Sounds> = LazyLock::new(|| {
    let itself = |c: u32| Heard { alike: u16::try_from(c).unwrap_or(0), spelling: 0 };
    let count = (LAST - FIRST + 1) as usize;
    let mut sounds =
        Sounds { all: vec![Sound::default(); count], heard: (FIRST..=LAST).map(itself).collect() };
    sounds.each(NUMERALS, |sound, _| sound.numeral = true);
    sounds.each(NO_NAMES, |_, heard| heard.alike = 0);
    let mut number = 0;
    for group in HOMOPHONES.lines() {
        number += 1;
        sounds.each(group, |sound, _| sound.native = number);
        sounds.join([group], number);
    }
    for group in FOREIGN.iter().copied().chain([COUNTED]) {
        number += 1;
        if group != COUNTED {
            sounds.each(group, |sound, _| sound.foreign = number);
        }
        // All that sound like one of them, too.
        let like = |line: &&str| group.chars().any(|c| line.contains(c));
        let others = HOMOPHONES.lines().filter(like);
        sounds.join(others.chain([group]), number);
    }
    sounds
});

const FIRST: u32 = 0x4e00;
const LAST: u32 = 0x9fff;

fn place_of(c: char) -> Option<usize> {
    u32::from(c).checked_sub(FIRST).map(|at| at as usize)
}

impl Sounds {
    fn of(&self, c: char) -> Sound {
        place_of(c).and_then(|at| self.all.get(at)).copied().unwrap_or_default()
    }

    fn heard(&self, c: char) -> Heard {
        place_of(c).and_then(|at| self.heard.get(at)).copied().unwrap_or_default()
    }

    fn each(&mut self, chars: &str, mut change: impl FnMut(&mut Sound, &mut Heard)) {
        for at in chars.chars().filter_map(place_of) {
            if let (Some(sound), Some(heard)) = (self.all.get_mut(at), self.heard.get_mut(at)) {
                change(sound, heard);
            }
        }
    }

    /// Lets characters of names stand for one another.
    fn join<'a>(&mut self, groups: impl IntoIterator<Item = &'a str>, number: u16) {
        let mut spelling = 0;
        for group in groups {
            self.each(group, |_, heard| {
                if heard.alike > 0 {
                    spelling += 1;
                    *heard = Heard { alike: number, spelling };
                }
            });
        }
    }
}

const NUMERALS: &str = "一二三四五六七八九十两";
/// Characters that join and order words, and stand in no name.
const NO_NAMES: &str = "的了着和与及或以于在是为有将把被从向对由等到并使让得而且则各每";

/// Whether two of a number of things, 六个 and 六大, differ in the measure alone.
pub fn is_counted(place: &Place) -> bool {
    let [numeral, ..] = place.four;
    place.odd == 1 && NUMERALS.contains(numeral)
}

/// Whether a character may be part of a name: Chinese, and none of those that join and order words.
pub fn may_name(c: char) -> bool {
    SOUNDS.heard(c).alike > 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn a_character_has_one_sound() {
        let mut seen = HashSet::new();
        let chars = HOMOPHONES.chars().filter(|c| *c != '\n');
        assert!(chars.clone().all(|c| seen.insert(c) && SOUNDS.of(c).native > 0));
        let native = |c: char| SOUNDS.of(c).native;
        assert!(native('圣') > 0 && native('圣') == native('胜') && native('圣') != native('地'));
        assert_eq!(SOUNDS.of('尔').foreign, SOUNDS.of('里').foreign);
    }

    #[test]
    fn what_may_stand_for_one_another_is_heard_alike_and_spelled_apart() {
        let mut seen = HashSet::new();
        assert!(SOUNDS.heard.iter().filter(|heard| heard.alike > 0).all(|heard| seen.insert(*heard)));
        for group in HOMOPHONES.lines().chain(FOREIGN.iter().copied()).chain([COUNTED]) {
            let heard: HashSet<u16> =
                group.chars().map(|c| SOUNDS.heard(c).alike).filter(|alike| *alike > 0).collect();
            assert!(heard.len() <= 1, "{group}");
        }
    }
}
