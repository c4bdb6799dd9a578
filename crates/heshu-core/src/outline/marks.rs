//! The marks that number headings and items: 一、 （一） 1. （1） ① 一是 第一部分.

use super::numerals;

/// The style of a mark, from the one that stands highest to the lowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Style {
    /// A short line with a part's words and no number: 2023年工作回顾
    Bare,
    /// 第一部分 第二章
    Chapter,
    /// 一、
    Han,
    /// （一）
    HanParen,
    /// 1. 1、 1．
    Digit,
    /// （1）
    DigitParen,
    /// ①
    Circled,
    /// 一是 一要
    First,
    /// A short line without a number below a numbered heading.
    Sub,
}

/// A mark at the start of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark<'a> {
    /// Its style.
    pub style: Style,
    /// Its number.
    pub number: u32,
    /// The number as written, without its punctuation: `一`, `（二）`, `3`.
    pub written: &'a str,
    /// Length of the mark in bytes, punctuation and white space after it included.
    pub len: usize,
}

/// The mark that the text begins with, if any.
pub fn at_start(text: &str) -> Option<Mark<'_>> {
    let first = text.chars().next()?;
    let may = matches!(first, '①'..='⑳' | '❶'..='❿' | '第' | '（' | '(' | '0'..='9');
    if !may && !numerals::is_han_count(first) {
        return None;
    }
    circled(text)
        .or_else(|| chapter(text))
        .or_else(|| paren(text))
        .or_else(|| han(text))
        .or_else(|| digits(text))
}

fn mark<'a>(text: &'a str, style: Style, number: u32, written: usize, len: usize) -> Option<Mark<'a>> {
    let rest = text.get(len..)?;
    let len = len + (rest.len() - rest.trim_start().len());
    Some(Mark { style, number, written: text.get(..written)?, len })
}

fn circled(text: &str) -> Option<Mark<'_>> {
    let c = text.chars().next()?;
    let number = match c {
        '①'..='⑳' => u32::from(c) - u32::from('①') + 1,
        '❶'..='❿' => u32::from(c) - u32::from('❶') + 1,
        _ => return None,
    };
    mark(text, Style::Circled, number, c.len_utf8(), c.len_utf8())
}

fn chapter(text: &str) -> Option<Mark<'_>> {
    let rest = text.strip_prefix('第')?;
    let digits = span_of(rest, |c| numerals::is_han_count(c) || c.is_ascii_digit());
    let number = numerals::count(rest.get(..digits)?)?;
    let after = rest.get(digits..)?;
    let word = ["部分", "章", "篇"].into_iter().find(|word| after.starts_with(word))?;
    let written = '第'.len_utf8() + digits + word.len();
    let rest = text.get(written..)?;
    let punctuation = rest.chars().next().filter(|c| matches!(c, '、' | '：' | ':' | '，' | ' ' | '　'));
    mark(text, Style::Chapter, number, written, written + punctuation.map_or(0, char::len_utf8))
}

fn paren(text: &str) -> Option<Mark<'_>> {
    let open = text.chars().next().filter(|c| matches!(c, '（' | '('))?;
    let rest = text.get(open.len_utf8()..)?;
    let rest_trimmed = rest.trim_start();
    let lead = open.len_utf8() + rest.len() - rest_trimmed.len();
    let han = span_of(rest_trimmed, numerals::is_han_count);
    let (style, digits) = match han {
        0 => (Style::DigitParen, span_of(rest_trimmed, |c| c.is_ascii_digit())),
        _ => (Style::HanParen, han),
    };
    let number = numerals::count(rest_trimmed.get(..digits)?).filter(|n| (1..100).contains(n))?;
    let after = rest_trimmed.get(digits..)?;
    let closing = after.trim_start();
    let close = closing.chars().next().filter(|c| matches!(c, '）' | ')'))?;
    let written = lead + digits + (after.len() - closing.len()) + close.len_utf8();
    let punctuation = text.get(written..)?.chars().next().filter(|c| matches!(c, '、' | '.' | '．'));
    mark(text, style, number, written, written + punctuation.map_or(0, char::len_utf8))
}

fn han(text: &str) -> Option<Mark<'_>> {
    let digits = span_of(text, numerals::is_han_count);
    let number = numerals::count(text.get(..digits)?).filter(|n| (1..100).contains(n))?;
    let rest = text.get(digits..)?;
    let trimmed = rest.trim_start();
    let next = trimmed.chars().next()?;
    let lead = digits + rest.len() - trimmed.len();
    match next {
        '、' | '．' | '.' => mark(text, Style::Han, number, digits, lead + next.len_utf8()),
        '是' | '要' if lead == digits => {
            let after = trimmed.chars().nth(1)?;
            // 一要点 is a word, not marks.
            (!matches!(after, '点' | '素'))
                .then(|| mark(text, Style::First, number, digits, digits + next.len_utf8()))?
        }
        _ => None,
    }
}

fn digits(text: &str) -> Option<Mark<'_>> {
    let digits = span_of(text, |c| c.is_ascii_digit());
    let number = numerals::count(text.get(..digits)?).filter(|n| (1..100).contains(n))?;
    let rest = text.get(digits..)?;
    let trimmed = rest.trim_start_matches(' ');
    let next = trimmed.chars().next().filter(|c| matches!(c, '.' | '．' | '、'))?;
    let len = digits + rest.len() - trimmed.len() + next.len_utf8();
    let after = text.get(len..)?.chars().next()?;
    // 1.5亿元 is a number, 3、4号线 is a list.
    (!after.is_ascii_digit()).then(|| mark(text, Style::Digit, number, digits, len))?
}

fn span_of(text: &str, is: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_every_style() {
        for (text, expected) in [
            ("一、去年工作回顾", Some((Style::Han, 1, "一", "去年工作回顾"))),
            ("（十二）抓好农业", Some((Style::HanParen, 12, "（十二）", "抓好农业"))),
            ("(三)抓好农业", Some((Style::HanParen, 3, "(三)", "抓好农业"))),
            ("3．加强管理", Some((Style::Digit, 3, "3", "加强管理"))),
            ("1、 打好攻坚战", Some((Style::Digit, 1, "1", "打好攻坚战"))),
            ("（1）加强管理", Some((Style::DigitParen, 1, "（1）", "加强管理"))),
            ("②新建学校", Some((Style::Circled, 2, "②", "新建学校"))),
            ("二是扩大投资", Some((Style::First, 2, "二", "扩大投资"))),
            ("第一部分 过去五年", Some((Style::Chapter, 1, "第一部分", "过去五年"))),
            ("1.5亿元用于", None),
            ("2024年工作", None),
            ("一批项目开工", None),
            ("（2024年1月）", None),
            ("三农工作", None),
            ("第一产业增加值", None),
        ] {
            let found =
                at_start(text).map(|m| (m.style, m.number, m.written, text.get(m.len..).unwrap_or_default()));
            assert_eq!(found, expected, "{text}");
        }
    }
}
