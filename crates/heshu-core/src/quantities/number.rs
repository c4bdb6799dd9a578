//! The forms in which a number is written.

use crate::outline::numerals::han_digit;
use rust_decimal::Decimal;

/// Longer runs are no numbers. Reading stops here, so that each costs the same wherever it is begun.
const LONGEST: usize = 30;

/// A number read from the start of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// Bytes taken.
    pub len: usize,
    /// Its value.
    pub value: Decimal,
    /// Whether it was written in Chinese numerals.
    pub chinese: bool,
}

/// Bytes of spaces at the start.
pub fn spaces(s: &str) -> usize {
    s.len() - s.trim_start_matches([' ', '\u{a0}', '\u{3000}', '\t']).len()
}

/// The value of an ordinary or full-width digit.
pub fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => c.to_digit(10),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}

/// Figures with a decimal point, or with commas between groups of three: `1,234.5`.
pub fn figures(s: &str) -> Option<Number> {
    // The digits, and how many of them stand behind a point.
    let (mut digits, mut places) = (0i128, 0);
    let (mut len, mut taken, mut point) = (0, 0, false);
    let mut chars = s.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if taken > LONGEST {
            return None;
        }
        if let Some(d) = digit(c) {
            digits = digits.checked_mul(10)?.checked_add(d.into())?;
            places += u32::from(point);
            taken += 1;
            len = at + c.len_utf8();
            continue;
        }
        let next_is_digit = chars.peek().is_some_and(|(_, n)| digit(*n).is_some());
        match c {
            '.' | '．' if !point && next_is_digit && taken > 0 => {
                point = true;
                taken += 1;
            }
            ',' if !point && taken > 0 && group_of_three(s.get(at + 1..).unwrap_or_default()) => {}
            _ => break,
        }
    }
    let value = Decimal::try_from_i128_with_scale(digits, places).ok().filter(|_| taken > 0)?;
    Some(Number { len, value, chinese: false })
}

fn group_of_three(s: &str) -> bool {
    s.bytes().take(4).take_while(u8::is_ascii_digit).count() == 3
}

fn unit_digit(c: char) -> Option<i64> {
    han_digit(c).map(i64::from)
}

fn power(c: char) -> Option<i64> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    }
}

/// Bytes of the digits at the start, however many.
pub fn digits_len(s: &str) -> usize {
    s.find(|c| digit(c).is_none()).unwrap_or(s.len())
}

/// Whether a character is part of a Chinese numeral below ten thousand.
pub fn is_numeral(c: char) -> bool {
    unit_digit(c).is_some() || power(c).is_some()
}

/// Bytes of the numerals at the start; none where there are none, or more than any number has.
fn numerals_len(s: &str) -> Option<usize> {
    let (count, len) = s
        .chars()
        .take_while(|c| is_numeral(*c))
        .take(LONGEST)
        .fold((0, 0), |(count, len), c| (count + 1, len + c.len_utf8()));
    (0 < count && count < LONGEST).then_some(len)
}

/// Chinese numerals below ten thousand: 三十三, 两, 百, 二〇二四.
pub fn numerals(s: &str) -> Option<Number> {
    let run: &str = s.get(..numerals_len(s)?)?;
    let value = if run.chars().all(|c| unit_digit(c).is_some()) {
        let mut value = 0i64;
        for c in run.chars() {
            value = value.checked_mul(10)?.checked_add(unit_digit(c)?)?;
        }
        value
    } else {
        let (mut total, mut pending, mut last_power) = (0i64, None::<i64>, i64::MAX);
        for c in run.chars() {
            if let Some(p) = power(c) {
                // Powers fall from left to right; 十百 is no number.
                if p >= last_power {
                    return None;
                }
                last_power = p;
                total += pending.take().unwrap_or(1) * p;
            } else {
                if pending.is_some_and(|d| d != 0) {
                    return None;
                }
                pending = unit_digit(c);
            }
        }
        total + pending.unwrap_or(0)
    };
    Some(Number { len: run.len(), value: value.into(), chinese: true })
}

/// A number in figures or in Chinese numerals.
pub fn read(s: &str) -> Option<Number> {
    match s.chars().next()? {
        c if digit(c).is_some() => figures(s),
        c if is_numeral(c) => numerals(s),
        _ => None,
    }
}

/// A number in words or with a stroke that is a part of something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fraction {
    /// Bytes taken.
    pub len: usize,
    /// The value in [`Self::unit`].
    pub value: Decimal,
    /// Bytes of the number as written, within those taken.
    pub written: std::ops::Range<usize>,
    /// `%`, `‰`, or nothing for a plain fraction.
    pub unit: &'static str,
}

/// 百分之三点五 (3.5 %), 千分之三 (3 ‰), 三分之一 and 1/10 (plain fractions).
pub fn fraction(s: &str) -> Option<Fraction> {
    let Some(at) = numerals_len(s).filter(|at| s.get(*at..).is_some_and(|rest| rest.starts_with("分之")))
    else {
        return stroke(s);
    };
    let base = numerals(s.get(..at)?)?.value;
    let start = at + "分之".len();
    let top = read(s.get(start..)?)?;
    let mut value = top.value;
    let mut len = start + top.len;
    // 百分之三点五
    if let Some(rest) = s.get(len..).and_then(|r| r.strip_prefix('点'))
        && let Some(part) = numerals(rest)
    {
        let digits = u32::try_from(rest.get(..part.len).unwrap_or_default().chars().count()).ok()?;
        value += part.value.checked_div(Decimal::from(10i64.checked_pow(digits)?))?;
        len += '点'.len_utf8() + part.len;
    }
    Some(match s.get(..at)? {
        "百" => Fraction { len, value, written: start..len, unit: "%" },
        "千" => Fraction { len, value, written: start..len, unit: "‰" },
        _ => Fraction { len, value: value.checked_div(base)?, written: 0..len, unit: "" },
    })
}

/// 1/10, 2/3: only small ones, so that no date or version is taken for one.
fn stroke(s: &str) -> Option<Fraction> {
    let below = s.get(1..)?.strip_prefix('/')?;
    let over = figures(s.get(..1)?)?;
    let under = figures(below).filter(|n| n.len <= 2 && n.value > over.value)?;
    let len = over.len + 1 + under.len;
    Some(Fraction { len, value: over.value.checked_div(under.value)?, written: 0..len, unit: "" })
}
