//! Where a number may begin: asked of every character of the text.

use super::number;
use crate::letters::Letters;

/// Where, from a byte offset on, the next character stands that a number may begin with, or one like it.
pub fn next(text: &str, from: usize) -> Option<usize> {
    BEGINNINGS.next_in(text, from)
}

/// Whether a number, or a name that holds one, may begin with a character.
pub fn begins(c: char) -> bool {
    number::digit(c).is_some()
        || number::is_numeral(c)
        || matches!(c, '第' | '-' | '－' | '−' | '翻' | '万' | '“')
}

/// All that [`begins`] says yes to.
const BEGINNINGS: Letters = Letters::of(&[
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '０', '１', '２', '３', '４', '５', '６', '７', '８',
    '９', '〇', '零', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '第',
    '-', '－', '−', '翻', '万', '“',
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_begins_a_number_is_passed_by() {
        assert_eq!(('\0'..=char::MAX).find(|c| begins(*c) && !BEGINNINGS.may_be(*c)), None);
    }
}
