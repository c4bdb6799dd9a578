//! Characters that only look like the ones that were meant: radicals and compatibility forms that PDF fonts
//! give, and digits and letters as wide as Chinese characters.

use super::buffer::{Glyph, Log};
use super::census::Census;

/// ⽣⼯⽐ for 生工比.
pub const KIND: &str = "compatibility_form";
/// １２．８％ for 12.8%.
pub const FULL_WIDTH: &str = "full_width";

/// See the file: a line holds the first code point and the ordinary characters from there on.
static FORMS: &str = include_str!("../../data/compatibility.txt");
const NONE: char = '〓';

/// Puts the ordinary characters for them.
pub fn repair(mut glyphs: Vec<Glyph>, census: &Census, log: &mut Log) -> Vec<Glyph> {
    if census.compatibility && log.allows(KIND) {
        let rows = rows();
        for glyph in &mut glyphs {
            if let Some(ordinary) = ordinary(&rows, glyph.ch) {
                log.count(KIND, glyph.source());
                glyph.ch = ordinary;
            }
        }
    }
    if census.full_width && log.allows(FULL_WIDTH) {
        narrow(&mut glyphs, log);
    }
    glyphs
}

fn rows() -> Vec<(u32, Vec<char>)> {
    FORMS
        .lines()
        .filter_map(|line| line.split_once(' '))
        .filter_map(|(first, forms)| Some((u32::from_str_radix(first, 16).ok()?, forms.chars().collect())))
        .collect()
}

fn ordinary(rows: &[(u32, Vec<char>)], c: char) -> Option<char> {
    let code = u32::from(c);
    if code < 0x2e80 || (0x2fe0..0xf900).contains(&code) {
        return None;
    }
    let row = rows.partition_point(|(first, _)| *first <= code).checked_sub(1)?;
    let (first, forms) = rows.get(row)?;
    forms.get((code - first) as usize).copied().filter(|form| *form != NONE)
}

fn narrow(glyphs: &mut [Glyph], log: &mut Log) {
    let is_digit = |g: &Glyph| ('０'..='９').contains(&g.ch);
    // How many digits of this kind stand before.
    let mut digits = 0;
    for i in 0..glyphs.len() {
        let after = glyphs.iter().skip(i + 1).take(4).take_while(|g| is_digit(g)).count();
        let Some(glyph) = glyphs.get_mut(i) else { break };
        let digit = is_digit(glyph);
        // Points and signs are made narrow only with the number that they belong to.
        let narrow = match glyph.ch {
            '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(u32::from(glyph.ch) - 0xfee0),
            '．' if digits > 0 && after > 0 => Some('.'),
            '，' if (1..=3).contains(&digits) && after == 3 => Some(','),
            '％' if digits > 0 => Some('%'),
            _ => None,
        };
        if let Some(narrow) = narrow {
            log.count(FULL_WIDTH, glyph.source());
            glyph.ch = narrow;
        }
        digits = if digit { digits + 1 } else { 0 };
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::repaired_with;
    use super::*;

    #[test]
    fn forms_become_the_characters_they_look_like() {
        for (pasted, wanted) in [
            ("⽣产总值，规模以上⼯业", "生产总值，规模以上工业"),
            ("⻓期⻅效，⻔类⻋间，⼾籍⼈⼝", "长期见效，门类车间，户籍人口"),
            ("２０２３年增长１２．８％，ＧＤＰ", "2023年增长12.8%，GDP"),
            ("收入３６，４８２元、１，０２３，５００户", "收入36,482元、1,023,500户"),
            ("新建２０２３，４８２１个，１２，３４个", "新建2023，4821个，12，34个"),
            ("增长3.64％，１．加快建设", "增长3.64％，1．加快建设"),
            ("地表水Ⅲ类，①推进", "地表水Ⅲ类，①推进"),
        ] {
            assert_eq!(repaired_with(pasted, repair), wanted, "{pasted}");
        }
    }

    #[test]
    fn the_file_of_forms_is_in_order() {
        let rows = rows();
        assert!(rows.windows(2).all(|w| w[0].0 + w[0].1.len() as u32 <= w[1].0));
        assert_eq!(ordinary(&rows, '\u{2f00}'), Some('一'));
        assert_eq!(ordinary(&rows, '\u{f98e}'), Some('年'));
        assert_eq!(ordinary(&rows, '中'), None);
    }
}
