//! Slips inside numbers of which only one reading is possible: 4l.38亿 for 41.38亿, 36.5 9亿元 for 36.59亿元.

use super::buffer::{Glyph, Log, source_of};
use super::census::Census;

/// A letter or a stray mark that stands for a digit or for nothing.
pub const MISREAD: &str = "misread_digit";
/// A space inside a number.
pub const SPLIT: &str = "split_number";
/// Numbers that may be one; left alone.
pub const SUSPECTED_SPLIT: &str = "suspicion_split_number";
/// A mark in a number that may be a point or a comma; left alone.
pub const SUSPECTED_MARK: &str = "suspicion_number_mark";

/// What may stand after a number and makes it one.
const UNITS: &str = "%％‰亿万千百元倍个项件家户人亩吨公米辆台所只头套座";

/// Mends numbers.
#[inline(never)]
pub fn repair(glyphs: Vec<Glyph>, census: &Census, log: &mut Log) -> Vec<Glyph> {
    let glyphs = if census.spaces { mend(glyphs, log, split) } else { glyphs };
    if census.misread { mend(glyphs, log, misread) } else { glyphs }
}

/// What is found at a place: so many glyphs, of which these are what was meant, under this kind.
struct Found {
    length: usize,
    kind: &'static str,
    meant: Option<Vec<Glyph>>,
}

fn mend(
    glyphs: Vec<Glyph>,
    log: &mut Log,
    find: impl Fn(Option<char>, &[Glyph]) -> Option<Found>,
) -> Vec<Glyph> {
    // What has been mended, and from where on nothing has.
    let (mut out, mut from): (Vec<Glyph>, usize) = (Vec::new(), 0);
    let mut at = 0;
    let mut before: Option<char> = None;
    while let Some(glyph) = glyphs.get(at) {
        let begins = is_part(glyph.ch) && !before.is_some_and(|c| is_part(c) || c.is_ascii_alphanumeric());
        let rest = glyphs.get(at..).unwrap_or_default();
        let found = if begins { find(before, rest) } else { None };
        let Some(found) = found.filter(|f| log.allows(f.kind)) else {
            before = Some(glyph.ch);
            at += 1;
            continue;
        };
        let stood = rest.get(..found.length).unwrap_or_default();
        before = found.meant.as_deref().unwrap_or(stood).last().map(|g| g.ch).or(before);
        at += found.length.max(1);
        let text = |glyphs: &[Glyph]| glyphs.iter().map(|g| g.ch).collect::<String>();
        match found.meant {
            Some(meant) => {
                log.tell(found.kind, source_of(stood), format!("{} → {}", text(stood), text(&meant)));
                out.extend_from_slice(glyphs.get(from..at - stood.len()).unwrap_or_default());
                out.extend(meant);
                from = at;
            }
            None => log.tell(found.kind, source_of(stood), text(stood)),
        }
    }
    if from == 0 {
        return glyphs;
    }
    out.extend_from_slice(glyphs.get(from..).unwrap_or_default());
    out
}

fn is_part(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, 'l' | 'I' | 'O' | 'o' | '|')
}

fn has_unit(rest: &[Glyph], at: usize) -> bool {
    let next = rest.iter().skip(at).find(|g| g.ch != ' ');
    next.is_some_and(|g| UNITS.contains(g.ch))
}

/// 4l.38亿, 1O.5%, 2,3.5亿, 8..5%.
fn misread(_: Option<char>, rest: &[Glyph]) -> Option<Found> {
    let length = rest.iter().take_while(|g| is_part(g.ch) || matches!(g.ch, '.' | ',')).count();
    let token = rest.get(..length)?;
    let follows_word = rest.get(length).is_some_and(|g| g.ch.is_ascii_alphanumeric());
    let digits = token.iter().filter(|g| g.ch.is_ascii_digit()).count();
    let decimal =
        digits >= 2 && token.iter().skip(1).any(|g| g.ch == '.') && !token.iter().any(|g| g.ch == ',');
    if digits == 0 || digits == length || follows_word || !(decimal || has_unit(rest, length)) {
        return None;
    }
    let mut meant: Vec<Glyph> = Vec::with_capacity(length);
    for (i, glyph) in token.iter().enumerate() {
        let ch = match glyph.ch {
            'l' | 'I' | '|' => '1',
            'O' | 'o' => '0',
            '.' if meant.last().is_some_and(|g| g.ch == '.') => continue,
            ',' => {
                let group = token.iter().skip(i + 1).take_while(|g| g.ch.is_ascii_digit()).count();
                let point = token.iter().skip(i + 1).any(|g| g.ch == '.');
                match (group, point) {
                    (3, _) => ',',
                    // Before a decimal point it can only be a speck.
                    (1 | 2, true) => continue,
                    _ => return Some(Found { length, kind: SUSPECTED_MARK, meant: None }),
                }
            }
            ch => ch,
        };
        meant.push(glyph.with(ch));
    }
    let points = meant.iter().filter(|g| g.ch == '.').count();
    // Without a point, a letter before the first digit may be a name's: O2O.
    let named = points == 0 && !token.first()?.ch.is_ascii_digit();
    let whole =
        !named && meant.first()?.ch.is_ascii_digit() && meant.last()?.ch.is_ascii_digit() && points <= 1;
    let same = meant.len() == length && meant.iter().zip(token).all(|(a, b)| a.ch == b.ch);
    (whole && !same).then_some(Found { length, kind: MISREAD, meant: Some(meant) })
}

/// 36.5 9亿元, 1 7 00户.
fn split(before: Option<char>, rest: &[Glyph]) -> Option<Found> {
    let mut length = 0;
    let mut spaces = 0;
    while let Some(glyph) = rest.get(length) {
        let part = |at: usize| rest.get(at).is_some_and(|g| g.ch.is_ascii_digit() || g.ch == '.');
        if part(length) {
            length += 1;
        } else if glyph.ch == ' ' && part(length + 1) {
            spaces += 1;
            length += 1;
        } else {
            break;
        }
    }
    if spaces == 0 {
        return None;
    }
    let token = rest.get(..length)?;
    let meant: Vec<Glyph> = token.iter().filter(|g| g.ch != ' ').copied().collect();
    let points = meant.iter().filter(|g| g.ch == '.').count();
    let number = meant.last()?.ch.is_ascii_digit() && points <= 1;
    let in_sentence =
        before.is_some_and(|c| ('\u{4e00}'..='\u{9fff}').contains(&c) || matches!(c, '，' | '、' | ' '));
    if number && in_sentence && has_unit(rest, length) {
        return Some(Found { length, kind: SPLIT, meant: Some(meant) });
    }
    in_sentence.then_some(Found { length, kind: SUSPECTED_SPLIT, meant: None })
}

#[cfg(test)]
mod tests {
    use super::super::testing::repaired_with;
    use super::*;

    #[test]
    fn slips_with_one_reading_are_mended() {
        for (pasted, wanted) in [
            ("投资4l.38亿元", "投资41.38亿元"),
            ("增长1O.5%", "增长10.5%"),
            ("达到2,3.5亿元", "达到23.5亿元"),
            ("增长8..5%", "增长8.5%"),
            ("新增5O个", "新增50个"),
            ("3O.19：35.l8", "30.19：35.18"),
            ("完成36.5 9亿元", "完成36.59亿元"),
            ("征收房屋1 7 00户", "征收房屋1700户"),
            ("覆盖率达到4 3 %", "覆盖率达到43 %"),
        ] {
            assert_eq!(repaired_with(pasted, repair), wanted, "{pasted}");
        }
    }

    #[test]
    fn what_may_be_meant_is_left_alone() {
        for text in [
            "推进“1 10 100”工程",
            "O2O平台",
            "PM2.5浓度",
            "二O一九年",
            "1,200万元",
            "G218线",
            "5G基站100个",
            "1,3号楼",
            "增长12,5%",
            "Ol组",
            "CO2排放",
            "H2O",
        ] {
            assert_eq!(repaired_with(text, repair), text);
        }
    }
}
