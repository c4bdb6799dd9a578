//! Time: which years a number is of, from the words of its sentence or from the part of the report.

use super::draft::Draft;
use super::stance::Setting;
use crate::lexicon;
use crate::model::Basis;
use crate::outline::Outline;
use crate::outline::numerals::han_digit;
use crate::text::signs;
use std::ops::Range;

/// A first and a last year.
pub type Years = (i32, i32);

/// Words of time at the start of a clause, from where on they hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Byte of the text where it stands.
    pub at: usize,
    /// What it names; none for 目前, which only says that it is no plan.
    pub years: Option<Years>,
    /// Whether it says that it has happened.
    pub past: bool,
}

/// The years that a report speaks of.
#[derive(Debug, Clone, Copy, Default)]
pub struct Calendar {
    /// The year it looks back on.
    pub review: Option<i32>,
    /// The year it plans for.
    pub report: Option<i32>,
    /// Whether it was given well into the year it plans for, so that 今年以来 has results to tell even in the review.
    pub late: bool,
}

impl Calendar {
    /// From what the outline found.
    pub fn new(outline: &Outline) -> Self {
        let document = &outline.document;
        Self {
            review: document.review_year.or(document.report_year.map(|y| y - 1)),
            report: document.report_year.or(document.review_year.map(|y| y + 1)),
            late: document.delivered_on.as_deref().is_some_and(|date| {
                let month = date.get(5..7).and_then(|month| month.parse::<u8>().ok());
                let year = date.get(..4).and_then(|year| year.parse().ok());
                year.is_some() && year == document.report_year && month.is_some_and(|month| month > 3)
            }),
        }
    }
}

/// The marks of a sentence, in order. `planning` tells that 今年 is the year planned for.
#[inline(never)]
pub fn marks(text: &str, sentence: Range<usize>, calendar: Calendar, planning: bool) -> Vec<Mark> {
    let words = text.get(sentence.clone()).unwrap_or_default();
    let mut out = Vec::new();
    let mut start = 0;
    for (at, c) in signs(words).chain([(words.len(), '。')]) {
        if matches!(c, '，' | '；' | '：' | '。' | '、' | '（' | ',' | '“') {
            let clause = words.get(start..at).unwrap_or_default();
            // “十三五”时期: the quotation mark opens the clause that is looked at.
            if c == '“' && !clause.trim().is_empty() && !opening_only(clause) {
                continue;
            }
            if c == '“' {
                start = start.min(at);
                continue;
            }
            if let Some(mark) = clause_mark(clause, calendar, planning) {
                out.push(Mark { at: sentence.start + start, ..mark });
            }
            start = at + c.len_utf8();
        }
    }
    out
}

fn opening_only(clause: &str) -> bool {
    lexicon::TIME_OPENER.has(clause.trim())
}

fn clause_mark(clause: &str, calendar: Calendar, planning: bool) -> Option<Mark> {
    let mut s = clause.trim_start_matches([' ', '　', '—', '“']);
    // 今年以来, also behind a heading that runs into its text: past, though the year is the one planned for.
    let so_far = ["今年以来", "今年一季度", "今年第一季度"].iter().any(|word| clause.contains(word));
    if planning && clause.contains("今年以来") || calendar.late && so_far {
        return calendar.report.map(|year| Mark { at: 0, years: Some((year, year)), past: true });
    }
    while let Some(word) = lexicon::TIME_OPENER.begins(s) {
        if word == "截至目前" {
            break;
        }
        s = s.get(word.len()..)?.trim_start();
    }
    s = s.trim_start_matches('“');
    if !s.starts_with(may_name_time) {
        return None;
    }
    let mark = |years: Years, past| Some(Mark { at: 0, years: Some(years), past });
    if let Some((years, taken)) = written_years(s) {
        let past = calendar.review.filter(|review| years.1 <= *review);
        // 2019年以来, 从2021年开始
        let since = past.filter(|_| s.get(taken..).is_some_and(|rest| lexicon::SINCE.begins(rest).is_some()));
        return mark((years.0, since.unwrap_or(years.1)), past.is_some());
    }
    if let Some((years, past)) = five_year_plan(s, calendar) {
        return mark(years, past);
    }
    if let Some(review) = calendar.review {
        for (word, length) in lexicon::YEARS_BACK {
            // In a plan, 五年安排2亿元 is of the years to come.
            let bare = matches!(*word, "五年" | "五年累计" | "5年累计" | "三年累计");
            if planning && bare {
                continue;
            }
            if s.starts_with(word) && !s.starts_with("五年规划") && !s.starts_with("五年行动") {
                return mark((review - length + 1, review), true);
            }
        }
        // 60年来, 四十多年来
        if let Some((length, taken)) =
            crate::quantities::read_number(s).filter(|(n, _)| (4..=100).contains(n))
            && s.get(taken..)
                .is_some_and(|rest| ["年来", "多年来", "余年来"].iter().any(|word| rest.starts_with(word)))
        {
            return mark((review - length + 1, review), true);
        }
        if lexicon::YEAR_BACK.begins(s).is_some() {
            return mark((review, review), true);
        }
    }
    if planning && let Some(report) = calendar.report {
        if lexicon::YEAR_AHEAD.begins(s).is_some() {
            return mark((report, report), false);
        }
        if s.starts_with("明年") {
            return mark((report + 1, report + 1), false);
        }
        if let Some((_, length)) = lexicon::YEARS_AHEAD.iter().find(|(word, _)| s.starts_with(word)) {
            return mark((report, report + length - 1), false);
        }
    }
    None
}

/// Whether words of time, as they are looked for in a clause, may begin with a character.
fn may_name_time(c: char) -> bool {
    const FIRST: &str = "五过这近四三两本去上一目截迄至现今年全明未用十○";
    matches!(c, '0'..='9' | '０'..='９') || FIRST.contains(c) || han_digit(c).is_some()
}

/// 2024年, 2016—2020年, 2016年至2020年 at the start, and the bytes taken.
pub fn written_years(s: &str) -> Option<(Years, usize)> {
    let (first, rest) = year(s)?;
    let after = rest.strip_prefix('年').unwrap_or(rest);
    let trimmed = after.trim_start_matches(['—', '-', '－', '–', '~', '～', '至', '到']);
    if trimmed.len() < after.len()
        && let Some((second, tail)) = year(trimmed)
        && let Some(tail) = tail.strip_prefix('年')
        && second > first
    {
        return Some(((first, second), s.len() - tail.len()));
    }
    let tail = rest.strip_prefix('年')?;
    // 2023年度第一批…, 2023年版 name things; 2019年—… was dealt with.
    Some(((first, first), s.len() - tail.len()))
}

fn year(s: &str) -> Option<(i32, &str)> {
    let end = s.char_indices().nth(4).map_or(s.len(), |(at, _)| at);
    let digits = s.get(..end)?;
    let plain: String = digits
        .chars()
        .map(|c| match c {
            '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
            // 二〇二四年, 二○○六年
            '○' => '0',
            _ => {
                han_digit(c).filter(|_| c != '两').and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c)
            }
        })
        .collect();
    let year: i32 = plain.parse().ok().filter(|y| (1949..2100).contains(y))?;
    Some((year, s.get(end..)?.trim_start()))
}

/// “十三五”时期, “十二五”末: a five-year plan's years, or the last of them.
fn five_year_plan(s: &str, calendar: Calendar) -> Option<(Years, bool)> {
    let (word, first) = lexicon::FIVE_YEAR_PLAN.iter().find(|(word, _)| s.starts_with(word))?;
    let rest = s.get(word.len()..)?.trim_start_matches('”');
    // “十四五”以来, told while the plan still runs.
    if let Some(review) = calendar.review.filter(|review| rest.starts_with("以来") && first <= review) {
        return Some(((*first, review.min(first + 4)), true));
    }
    // “十四五”前三年
    let part = ["前", "头", "后"].iter().find_map(|word| Some((*word, rest.strip_prefix(word)?)));
    let part = part.and_then(|(word, rest)| {
        let (length, taken) = crate::quantities::read_number(rest).filter(|(n, _)| (2..5).contains(n))?;
        rest.get(taken..)?.strip_prefix('年')?;
        Some(if word == "后" { (first + 5 - length, first + 4) } else { (*first, first + length - 1) })
    });
    let years = if let Some(years) = part {
        years
    } else if rest.starts_with('末') || rest.starts_with("期末") {
        (first + 4, first + 4)
    } else if ["时期", "期间", "以来", "五年", "，", "年均", "年平均"].iter().any(|w| rest.starts_with(w))
        || rest.is_empty()
    {
        (*first, first + 4)
    } else {
        return None;
    };
    Some((years, calendar.review.is_some_and(|review| years.1 <= review)))
}

/// 连续四年超过80%: years counted back from the year looked back on.
fn running(words: &str, calendar: Calendar) -> Option<Years> {
    // Seldom, and quicker to ask than to look for the place.
    if !words.contains("连续") {
        return None;
    }
    let rest = words.get(words.rfind("连续")? + "连续".len()..)?;
    let number = crate::quantities::read_number(rest)?;
    let after = rest.get(number.1..)?;
    let averaged = after.starts_with("年平均") || after.starts_with("年年均");
    let held = ["年稳定在", "年保持在", "年达到", "年超过"].iter().any(|word| after.starts_with(word));
    if !after.starts_with('年') || (after.chars().count() > 6 && !averaged && !held) {
        return None;
    }
    let review = calendar.review?;
    (2..=10).contains(&number.0).then_some((review - number.0 + 1, review))
}

/// 补助资金五年累计66亿元: years said right before the number, of what has been done.
fn summed(words: &str, setting: &Setting<'_>) -> Option<Years> {
    // Seldom, and quicker to ask than to look for each word.
    if !words.contains('年') || super::stance::plans(setting.part) {
        return None;
    }
    let review = setting.calendar.review?;
    let (_, length) =
        lexicon::YEARS_BACK.iter().filter(|(word, _)| word.ends_with(['年', '计'])).find(|(word, _)| {
            let Some(at) = words.find(word) else { return false };
            let after = words.get(at + word.len()..).unwrap_or_default();
            word.ends_with("累计") || at > 0 && lexicon::SPENT.begins(after).is_some()
        })?;
    Some((review - length + 1, review))
}

/// 两年平均增长7.3%, 五年增长46%: growth of as many years, up to the one looked back on.
fn averaged(draft: &Draft, words: &str, setting: &Setting<'_>) -> Option<Years> {
    let review = setting.calendar.review?;
    if draft.level.is_some() || super::stance::plans(setting.part) {
        return None;
    }
    let clause = setting.before.rsplit(['，', '；', '、']).next()?;
    let said = |words: &str| {
        let grew = ["年平均", "年年均", "年分别增长", "年累计增长", "年累计下降", "年增长"];
        let at = grew.iter().find_map(|word| words.find(word))?;
        let (count, numeral) = words.get(..at)?.char_indices().next_back()?;
        // 比2002年增长 names a year.
        if !"两二三四五六七八九十".contains(numeral) {
            return None;
        }
        crate::quantities::read_number(words.get(count..)?)
    };
    let (length, _) = said(clause).or_else(|| said(words))?;
    (2..=10).contains(&length).then_some((review - length + 1, review))
}

/// Whether a number over several years is of their last one only: a rate, a stock, a level reached.
fn is_state(name: &str, reaches: bool) -> bool {
    if name.contains("累计") {
        return false;
    }
    reaches || lexicon::PER_EACH.any(name) || lexicon::STATE_END.ends(name).is_some()
}

/// Of the years that hold for a draft, those that its number is of: over several years a rate or a stock is of
/// the last, an average of all. `words` state it.
pub fn settle(draft: &Draft, years: Option<Years>, words: &str, setting: &Setting<'_>) -> Option<Years> {
    if let Some(running) = running(words, setting.calendar) {
        return Some(running);
    }
    if let Some(summed) = summed(words, setting) {
        return Some(summed);
    }
    if let Some(averaged) = averaged(draft, words, setting) {
        return Some(averaged);
    }
    let (first, last) = years?;
    let averaged = draft.basis == Basis::AnnualAverage;
    if first == last {
        // 2007年…比2002年增长65.5%，年均增长10.6%: the average is of the years between.
        let base = (averaged && draft.level.is_none()).then(|| base_year(setting.before, last)).flatten();
        // “十四五”时期…到2025年达600亿元；收入年均增长5%: the span that the sentence began with.
        let mut spans = [setting.era, setting.span].into_iter().flatten();
        let era = spans.find(|(_, end)| averaged && draft.level.is_none() && *end == last);
        return era.or(base.map(|base| (base + 1, last))).or(Some((first, last)));
    }
    if words.contains("累计") || (averaged && draft.level.is_none()) {
        return years;
    }
    // 五年中央财政用于科技的投入达到3406亿元: spent over the years that its own clause names.
    let clause = setting.before.rsplit(['，', '；', '：']).next().unwrap_or_default().trim_start();
    let spanned = lexicon::YEARS_BACK.iter().any(|(word, _)| clause.starts_with(word));
    if spanned && ["投入", "支出"].iter().any(|flow| draft.name.ends_with(flow)) {
        return years;
    }
    let state = match draft.level {
        Some(_) => is_state(&draft.name, draft.reaches),
        // 是“十二五”时期的4.1倍 compares whole spans.
        None => {
            let since = matches!(draft.basis, Basis::Since | Basis::Cumulative);
            let spans = ["时期", "期间", "个五年", "前五年"].iter().any(|span| words.contains(span));
            since && !spans
        }
    };
    Some(if state { (last, last) } else { (first, last) })
}

/// The year behind 比, 较 or 是 (是2018年的1.6倍), or in 与2018年相比, if it is earlier than `last`.
pub fn base_year(words: &str, last: i32) -> Option<i32> {
    let behind = |word: &str| words.rfind(word).and_then(|at| year(words.get(at + word.len()..)?));
    let compared = behind("与").filter(|(_, rest)| rest.starts_with("年相比"));
    ["比", "较", "是"]
        .iter()
        .filter_map(|word| behind(word))
        .chain(compared)
        .map(|(base, _)| base)
        .find(|base| *base < last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_time_may_begin_one() {
        let tables = [lexicon::YEARS_BACK, lexicon::YEARS_AHEAD, lexicon::FIVE_YEAR_PLAN];
        for (word, _) in tables.into_iter().flatten() {
            assert!(word.starts_with(may_name_time), "{word}");
        }
    }
}
