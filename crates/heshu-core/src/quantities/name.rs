//! Digits that are part of a name, a date, an ordinal or a list's numbering.

use super::number;

/// Brackets and quotation marks within which a short run of words is a name: “841”, “七个100%”.
const QUOTES: [(char, char); 4] = [('“', '”'), ('‘', '’'), ('《', '》'), ('〈', '〉')];
/// Longest quoted run, in characters, that is taken for a name as a whole.
const NAME_LENGTH: usize = 14;

/// If the digits at the start of `rest` (preceded by `before`) belong to a name, how many bytes that name
/// still takes.
#[inline(never)]
pub fn name_at(before: &str, rest: &str) -> Option<usize> {
    let last = before.chars().next_back();
    if let Some(c) = last {
        if (c.is_ascii_alphabetic() && !follows_abbreviation(before, rest))
            || matches!(c, '+' | '＋' | '#' | '〔' | '[' | '［')
        {
            return Some(run(rest));
        }
        if let Some((_, close)) = QUOTES.iter().find(|(open, _)| *open == c) {
            return Some(quoted(rest, *close).unwrap_or_else(|| run(rest)));
        }
    }
    let figures = number::figures(rest)?;
    let after = rest.get(figures.len..).unwrap_or_default();
    let next = after.chars().next();
    // Figures with letters or signs behind them: 5G, 3A级, 1+5+X, 12：30.
    match next {
        Some('+' | '＋') => return Some(run(rest)),
        Some(c) if c.is_ascii_alphabetic() && super::unit::read(after, false).is_none() => {
            return Some(run(rest));
        }
        _ => {}
    }
    // 400亿级, 500强, 2型, 3.0版, 11号线
    let scale = after.trim_start_matches(['万', '亿', '千', '百']);
    for word in ["级", "强", "型", "版", "代", "号", "时代", "度电", "期工程"] {
        if scale.starts_with(word) {
            return Some(rest.len() - scale.len() + word.len());
        }
    }
    // 国道107, but 107国道13.5公里.
    let length = after.trim_start_matches(' ').starts_with("公里");
    for word in ["国道", "省道", "县道", "乡道", "邮编", "电话", "〔", "热线", "代码"] {
        if before.ends_with(word) && !length {
            return Some(figures.len);
        }
    }
    None
}

/// 人均GDP28.85万元: figures with a unit behind an abbreviation of three letters or more, not a model or a road.
fn follows_abbreviation(before: &str, rest: &str) -> bool {
    let letters = before.bytes().rev().take_while(u8::is_ascii_uppercase).count();
    let Some(figures) = number::figures(rest) else { return false };
    let after = rest.get(figures.len..).unwrap_or_default();
    letters >= 3
        && super::unit::read(after, false).and_then(|m| m.unit).is_some_and(|u| !u.descriptive && !u.counts)
}

/// Bytes of the run of letters, digits and joining signs at the start.
fn run(rest: &str) -> usize {
    let joins = |c: char| {
        c.is_alphanumeric() && c.is_ascii() || matches!(c, '+' | '＋' | '.' | '-' | '/' | '＃' | '#')
    };
    let len = rest.find(|c: char| !joins(c)).unwrap_or(rest.len());
    len.max(rest.chars().next().map_or(0, char::len_utf8))
}

/// Bytes up to the closing mark, if it comes soon and nothing but a name stands before it.
fn quoted(rest: &str, close: char) -> Option<usize> {
    let (at, _) = rest.char_indices().take(NAME_LENGTH + 1).find(|(_, c)| *c == close)?;
    let inner = rest.get(..at)?;
    (!inner.contains(['，', '。', '；'])).then_some(at)
}

/// If an ordinal (第…) or a date stands at the start of `rest`, how many bytes it takes.
#[inline(never)]
pub fn ordinal_or_date(before: &str, rest: &str) -> Option<usize> {
    if let Some(after) = rest.strip_prefix('第') {
        let number = number::read(after)?;
        let end = '第'.len_utf8() + number.len;
        let unit = rest.get(end..).unwrap_or_default();
        // 第6名, 第二位 and 居全市第一 are ranks; all other ordinals name something.
        let ends =
            unit.chars().next().is_none_or(|c| !matches!(c, '\u{4e00}'..='\u{9fff}') || "和与及".contains(c));
        return (!ends && !unit.starts_with(['名', '位'])).then_some(end);
    }
    let figures = number::figures(rest)?;
    let after = rest.get(figures.len..).unwrap_or_default().trim_start_matches(' ');
    let at = rest.len() - after.len();
    for word in ["年", "月", "日", "时", "点"] {
        if after.starts_with(word) && !after.starts_with("月均") {
            return Some(at + word.len());
        }
    }
    // 2016—2020年, 10月—12月
    if let Some(second) = after.strip_prefix(['—', '-', '－', '–', '~', '～', '至', '到', '、'])
        && let Some(n) = number::figures(second.trim_start_matches(['—', ' ']))
    {
        let skipped = second.len() - second.trim_start_matches(['—', ' ']).len();
        let end = second.get(skipped + n.len..).unwrap_or_default().trim_start_matches(' ');
        // 10月1—2日 is a date, 1—2日 as long as that.
        let days = end.starts_with('日') && !before.trim_end().ends_with(['月', '年']);
        if !days && (end.starts_with('年') || end.starts_with('月') || end.starts_with('日')) {
            return Some(rest.len() - end.len() + '年'.len_utf8());
        }
    }
    // Numbering: 1. or 1、 at the start of a line or behind a full stop, （3）, 12:30
    let starts = before.trim_end_matches(' ').chars().next_back();
    let next = after.chars().next();
    if matches!(starts, None | Some('\n' | '。' | '；' | '：' | '，' | '！' | ';' | ':'))
        && matches!(next, Some('.' | '．' | '、' | '）' | ')'))
    {
        return Some(at);
    }
    if matches!(starts, Some('（' | '(' | '[' | '［')) && matches!(next, Some('）' | ')' | ']' | '］')) {
        return Some(at);
    }
    None
}
