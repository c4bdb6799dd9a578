//! Numbers as headings and dates write them: 十二, 二〇二四, 12.

/// The value of one digit character: ASCII, full width, or Chinese with the letters that stand in for 〇.
pub fn digit(c: char) -> Option<u32> {
    Some(match c {
        '0'..='9' => u32::from(c) - u32::from('0'),
        '０'..='９' => u32::from(c) - u32::from('０'),
        '○' | 'O' | 'o' | 'Ｏ' | '◯' => 0,
        _ => return han_digit(c),
    })
}

/// The value of one Chinese digit.
pub fn han_digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// A counting number up to 9999: `十`, `二十三`, `一百零五`, or plain digits. None for anything else.
pub fn count(written: &str) -> Option<u32> {
    if written.is_empty() || written.chars().count() > 7 {
        return None;
    }
    if written.chars().all(|c| c.is_ascii_digit() || ('０'..='９').contains(&c)) {
        return written.chars().try_fold(0u32, |n, c| n.checked_mul(10)?.checked_add(digit(c)?));
    }
    let (mut total, mut pending) = (0u32, None);
    for c in written.chars() {
        let scale = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            _ => {
                pending = Some(digit(c)?);
                continue;
            }
        };
        total += pending.take().unwrap_or(1) * scale;
    }
    Some(total + pending.unwrap_or(0))
}

/// Whether a character can stand in a counting number in Chinese characters.
pub fn is_han_count(c: char) -> bool {
    matches!(c, '十' | '百') || (matches!(c, '〇' | '零' | '\u{4e00}'..='\u{9fff}') && digit(c).is_some())
}

/// Every year that the text writes as four digits before 年, with the byte offset of its first digit.
pub fn years(text: &str) -> impl Iterator<Item = (usize, i32)> + '_ {
    text.match_indices('年').filter_map(|(at, _)| {
        let before = text.get(..at)?;
        let mut digits = before.char_indices().rev();
        let (mut year, mut start) = (0, at);
        for place in [1, 10, 100, 1000] {
            let (offset, c) = digits.next()?;
            year += place * i32::try_from(digit(c)?).ok()?;
            start = offset;
        }
        // 12024年 and 2023-2024年 are told apart by what stands before.
        let free = digits.next().is_none_or(|(_, c)| digit(c).is_none());
        (free && (1949..=2099).contains(&year)).then_some((start, year))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts() {
        for (written, n) in [
            ("一", Some(1)),
            ("十", Some(10)),
            ("十二", Some(12)),
            ("二十", Some(20)),
            ("三十六", Some(36)),
            ("一百零五", Some(105)),
            ("12", Some(12)),
            ("甲", None),
            ("", None),
        ] {
            assert_eq!(count(written), n, "{written}");
        }
    }

    #[test]
    fn years_in_digits_of_both_kinds() {
        let found: Vec<i32> =
            years("2023年，二〇二四年和二O一三年；12023年不是，24年不是。").map(|(_, y)| y).collect();
        assert_eq!(found, [2023, 2024, 2013]);
    }
}
