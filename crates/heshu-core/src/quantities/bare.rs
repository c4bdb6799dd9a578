//! Figures that no unit follows: of an index, none at all, of things that are counted without a measure word.

use super::{number, unit};
use crate::lexicon;
use crate::model::Bound;
use crate::text::is_han;
use rust_decimal::Decimal;

/// What figures measure that no unit follows.
#[inline(never)]
pub fn read(before: &str, after: &str, value: Decimal) -> Option<unit::Measured> {
    if is_index(before, after) {
        return Some(unit::Measured::bare());
    }
    things(after, value)
}

/// 降至0, 为零: none of what was named.
pub fn is_none(before: &str, after: &str) -> bool {
    let ends =
        after.chars().next().is_none_or(|c| !is_han(c) && !c.is_ascii_alphanumeric() && !".-—%".contains(c));
    ends && lexicon::COMES_TO.ends(before).is_some()
}

/// 空气综合指数5.67, 基尼系数为0.45: an index is a number without a unit.
fn is_index(before: &str, after: &str) -> bool {
    let name = before.trim_end_matches(['为', '达', '到', '至', '在', '约', '由', '从', '是', ' ']);
    let moved = ["提高", "提升", "上升", "下降", "降低", "增加", "保持", "稳定", "控制", "缩小", "收窄"];
    let name = moved.iter().find_map(|verb| name.strip_suffix(verb)).unwrap_or(name);
    let ends = after.chars().next().is_none_or(|c| !is_han(c) || c == '以' || c == '左');
    ends && !after.starts_with(['.', '-', '—'])
        && ["指数", "系数", "收入比"].iter().any(|word| name.ends_with(word))
}

/// 带动4000农户, 300余企业: counted like what 个 stands before, though none is written.
fn things(after: &str, value: Decimal) -> Option<unit::Measured> {
    let noun = after.trim_start_matches(['余', '多']);
    let len = after.len() - noun.len();
    lexicon::COUNTED_BARE.begins(noun)?;
    // 2023企业家大会
    let year = (1949..2100).any(|year| value == Decimal::from(year));
    if year || !value.is_integer() || value < Decimal::TEN || len > '余'.len_utf8() {
        return None;
    }
    let unit = unit::read("个", false)?.unit;
    let bound = (len > 0).then_some(Bound::Over);
    Some(unit::Measured { len, unit, bound, ..unit::Measured::bare() })
}

/// 1 0条: figures that a blank has parted are not known.
pub fn is_parted(before: &str) -> bool {
    let words = before.trim_end_matches(' ');
    let left = words.trim_end_matches(|c: char| number::digit(c).is_some());
    words.len() < before.len()
        && (1..=3).contains(&(words.len() - left.len()))
        && !left.ends_with(['.', ',', '—', '-'])
}
