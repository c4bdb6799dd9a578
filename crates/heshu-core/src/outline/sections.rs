//! Sections: which lines are headings, how they nest, and what each section is for.

use super::lines::Line;
use super::marks::{self, Style};
use super::numerals;
use super::words::{self, List};
use crate::model::{Part, Section};
use crate::text::Text;

/// One heading as found, before nesting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading<'a> {
    /// Byte offset of its first character.
    pub start: usize,
    /// Byte offset one past the heading's words; what follows on the same line is the section's text.
    pub end: usize,
    /// How it is marked.
    pub style: Style,
    /// Its number; 0 if it has none.
    pub number: u32,
    /// Its number as written.
    pub written: Option<&'a str>,
    /// Its words.
    pub title: &'a str,
}

/// A title is no longer than this (characters).
const LONGEST_TITLE: usize = 60;
const ENDS: &[char] = &['。', '；', '：', '，', '、', '！', '？', '…', ';', ':', ','];

/// The headings among the lines of the report's body, in order.
#[inline(never)]
pub fn headings<'a>(lines: &[Line<'a>]) -> Vec<Heading<'a>> {
    let mut found: Vec<Heading<'a>> = Vec::new();
    let mut before: Option<&Line<'_>> = None;
    let mut numbered_first = None;
    let mut below = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let heading = match marks::at_start(line.text) {
            Some(mark) => numbered(line, &mark),
            None => {
                let after_heading = found.last().is_some_and(|h| before.is_some_and(|b| h.start == b.start));
                let at_pause = before.is_none_or(|b| {
                    after_heading || b.text.ends_with(['。', '！', '：', '；', '”', '?', '？', '!', ':', ';'])
                });
                if at_pause { bare(line, lines.get(i + 1)) } else { None }
            }
        };
        before = Some(line);
        let Some(mut heading) = heading else { continue };
        if heading.style <= Style::Han {
            // Where numbered headings divide the report, a line without number stands below them.
            let first = *numbered_first.get_or_insert(heading.style != Style::Bare);
            if first && heading.style == Style::Bare {
                heading.style = Style::Sub;
                below.push(found.len());
            }
        }
        found.push(heading);
    }
    if below.iter().any(|i| begins_anew(&found, *i)) {
        for i in below {
            if let Some(heading) = found.get_mut(i) {
                heading.style = Style::Bare;
            }
        }
    }
    found
}

/// Whether the numbers of the headings begin again at 一 behind this one: it stands above them, and the first of its
/// like was lost.
fn begins_anew(headings: &[Heading<'_>], at: usize) -> bool {
    let number = |h: &&Heading<'_>| h.style == Style::Han;
    let before = headings.iter().take(at).rev().find(number);
    let after = headings.iter().skip(at).find(number);
    let parted = headings.iter().any(|h| h.style == Style::Chapter);
    !parted && before.is_some_and(|h| h.number > 1) && after.is_some_and(|h| h.number == 1)
}

fn numbered<'a>(line: &Line<'a>, mark: &marks::Mark<'a>) -> Option<Heading<'a>> {
    let rest = line.text.get(mark.len..)?;
    let length = title_length(rest);
    let title = rest.get(..length)?.trim_end();
    let heading = Heading {
        start: line.start,
        end: line.start + mark.len + length,
        style: mark.style,
        number: mark.number,
        written: Some(mark.written),
        title,
    };
    (!title.is_empty()).then_some(heading)
}

/// Bytes of the title at the start of a numbered paragraph: the whole of a short line without an end mark, else its
/// first sentence, else its first clause.
fn title_length(rest: &str) -> usize {
    let short = |length: &usize| rest.get(..*length).is_some_and(|t| t.chars().count() <= LONGEST_TITLE);
    // 一、2012年工作回顾过去的一年，…: a heading that lost its line break ends with its part's word.
    if rest.chars().count() > LONGEST_TITLE {
        let glued = ["工作回顾", "情况回顾", "重点工作", "工作任务", "主要任务", "目标任务", "工作安排"];
        let first_clause = rest.find(['，', '。']).unwrap_or(rest.len());
        let clause = rest.get(..first_clause).unwrap_or_default();
        if let Some(end) = glued.iter().filter_map(|w| clause.find(w).map(|at| at + w.len())).max() {
            return end;
        }
    }
    let sentence = rest.find(['。', '！', '；']).unwrap_or(rest.len());
    if short(&sentence) {
        return sentence;
    }
    let clause = rest.find(['，', '：', ',', ':']).unwrap_or(rest.len());
    if short(&clause) {
        return clause;
    }
    rest.char_indices().nth(LONGEST_TITLE).map_or(rest.len(), |(at, _)| at)
}

/// A heading without a number has no more characters.
const LONGEST_BARE: usize = 36;

/// A heading without a number: a short line between paragraphs.
fn bare<'a>(line: &Line<'a>, next: Option<&Line<'_>>) -> Option<Heading<'a>> {
    let text = line.text;
    let length = text.chars().take(LONGEST_BARE + 1).count();
    if !(4..=LONGEST_BARE).contains(&length) {
        return None;
    }
    let next = next?;
    let sentence = next.text.chars().nth(15).is_some() && next.text.ends_with(['。', '！']);
    let next_fits = sentence || next.text.chars().nth(39).is_some() || marks::at_start(next.text).is_some();
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let starts = text.chars().next().is_some_and(|c| han(c) || c.is_ascii_digit() || matches!(c, '“' | '（'));
    let words_enough = text.chars().filter(|c| han(*c) || c.is_ascii_digit()).count() * 10 >= length * 6;
    if !next_fits || !starts || !words_enough || text.ends_with(ENDS) || words::any(&words::GREETING, text) {
        return None;
    }
    // A line that goes on after a link's break: 》提供了基础
    if text.contains('》') && !text.contains('《') || next.text.starts_with(['》', '，', '。', '、', '”'])
    {
        return None;
    }
    let of_part = part_of_title(text).is_some();
    let of_time = numerals::years(text).next().is_some()
        || text.contains("时期")
        || words::any(&words::HEADING_PAST, text)
        || words::any(&words::HEADING_FUTURE, text);
    let top =
        (of_part && of_time) || words::any(&const { List::new(&["自身建设", "工作回顾", "民生实事"]) }, text);
    let style = if top { Style::Bare } else { Style::Sub };
    Some(Heading { start: line.start, end: line.end(), style, number: 0, written: None, title: text })
}

/// Whether a title says what its section is for.
pub fn announces(title: &str) -> bool {
    part_of_title(title).is_some()
}

/// What a title alone says its section is for.
fn part_of_title(title: &str) -> Option<Part> {
    let has = |list: &List| words::any(list, title);
    let length = title.chars().count();
    if has(&words::HEADING_ANNEX) && length <= 30 {
        Some(Part::Annex)
    } else if has(&words::HEADING_PROBLEMS)
        && length <= 24
        && !words::any(&const { List::new(&["解决", "化解", "整改", "着力", "破解"]) }, title)
    {
        Some(Part::Problems)
    } else if has(&words::HEADING_COMMITMENTS) && !has(&words::HEADING_REVIEW) && length <= 24 {
        Some(Part::Commitments)
    } else if has(&words::HEADING_GOVERNMENT) {
        Some(Part::Government)
    } else if title.contains("回顾")
        || (has(&words::HEADING_REVIEW)
            && !has(&words::HEADING_FUTURE)
            && !words::any(&const { List::new(&["实现", "推动", "再上"]) }, title))
    {
        Some(Part::Review)
    } else if title.contains("任务")
        || words::any(
            &const {
                List::new(&["重点工作", "工作安排", "工作重点", "主要工作", "工作打算", "工作计划"])
            },
            title,
        )
    {
        Some(Part::Tasks)
    } else if has(&words::HEADING_OUTLOOK) {
        Some(Part::Outlook)
    } else if has(&words::HEADING_TARGETS) || title.ends_with("目标") {
        Some(Part::Targets)
    } else if has(&words::HEADING_PAST) && title.contains("工作") {
        Some(Part::Review)
    } else if title.contains("工作")
        && (has(&words::HEADING_FUTURE) || numerals::years(title).next().is_some())
    {
        Some(Part::Tasks)
    } else {
        None
    }
}

/// Byte offset of the heading with which the plan begins.
pub fn plan_start(headings: &[Heading<'_>]) -> Option<usize> {
    let plan = |h: &&Heading<'_>| {
        h.style <= Style::Han
            && matches!(part_of_title(h.title), Some(Part::Outlook | Part::Targets | Part::Tasks))
    };
    headings.iter().find(plan).map(|h| h.start)
}

/// Nests the headings and gives each section its part and its span, up to `end` (bytes).
#[inline(never)]
pub fn nest(text: &Text, headings: &[Heading<'_>], end: usize) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::with_capacity(headings.len());
    let mut open: Vec<(Style, u32)> = Vec::new();
    let mut starts: Vec<usize> = Vec::with_capacity(headings.len());
    let mut block: Option<Part> = None;
    for heading in headings {
        close(&mut open, heading, |i| sections.get(i as usize).and_then(|s: &Section| s.parent).is_none());
        let parent = open.last().map(|(_, i)| *i);
        let index = u32::try_from(sections.len()).unwrap_or(u32::MAX);
        let part = match parent.and_then(|p| sections.get(p as usize)) {
            None => {
                let part = top_part(heading.title, block);
                block = Some(part);
                part
            }
            Some(parent) => nested_part(heading.title, parent.part, parent.title.contains("回顾")),
        };
        open.push((heading.style, index));
        sections.push(Section {
            level: u8::try_from(open.len()).unwrap_or(u8::MAX),
            number: heading.written.map(str::to_owned),
            title: heading.title.to_owned(),
            part,
            span: text.span(heading.start..end.max(heading.start)),
            parent,
        });
        starts.push(heading.start);
    }
    end_spans(text, &mut sections, &starts);
    sections
}

/// Closes the open sections that a heading ends, so that the last one open is its parent.
fn close(open: &mut Vec<(Style, u32)>, heading: &Heading<'_>, is_top: impl Fn(u32) -> bool) {
    if let Some(same) = open.iter().position(|(style, _)| *style == heading.style) {
        open.truncate(same);
        return;
    }
    while let Some(&(style, index)) = open.last() {
        let lower = style > heading.style;
        // A list that starts below "1、" is inside it where "1、" itself divides the report.
        let divides = style == Style::Digit
            && (is_top(index) || open.len() == 2 && open.first().is_some_and(|(s, _)| *s == Style::Bare));
        if !lower || (heading.number == 1 && divides) {
            break;
        }
        open.pop();
    }
}

/// A top section without words of its own goes on as the one before it.
fn top_part(title: &str, before: Option<Part>) -> Part {
    match (part_of_title(title), before) {
        (Some(part), _) => part,
        (None, None | Some(Part::Review)) => Part::Review,
        (None, Some(Part::Outlook | Part::Targets | Part::Tasks)) => Part::Tasks,
        (None, Some(part)) => part,
    }
}

fn nested_part(title: &str, parent: Part, in_review: bool) -> Part {
    let own = part_of_title(title);
    match parent {
        Part::Review if own == Some(Part::Problems) => Part::Problems,
        Part::Outlook | Part::Targets | Part::Tasks if !in_review => match own {
            Some(part @ (Part::Commitments | Part::Government)) => part,
            Some(part @ (Part::Outlook | Part::Targets)) if title.chars().count() <= 18 => part,
            _ => Part::Tasks,
        },
        part => part,
    }
}

/// A section ends where the next one begins that is not inside it.
fn end_spans(text: &Text, sections: &mut [Section], starts: &[usize]) {
    let mut open: Vec<(u8, usize)> = Vec::new();
    let mut ends: Vec<(usize, usize)> = Vec::new();
    for (i, section) in sections.iter().enumerate() {
        while let Some(&(level, index)) = open.last() {
            if level < section.level {
                break;
            }
            ends.push((index, starts.get(i).copied().unwrap_or(0)));
            open.pop();
        }
        open.push((section.level, i));
    }
    for (index, end) in ends {
        if let (Some(section), Some(start)) = (sections.get_mut(index), starts.get(index)) {
            section.span = text.span(*start..end);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn outline(source: &str) -> Vec<(u8, String, Part)> {
        let text = Text::new(source.to_owned());
        let lines = lines(source);
        let headings = headings(&lines);
        nest(&text, &headings, source.len()).into_iter().map(|s| (s.level, s.title, s.part)).collect()
    }

    fn row(level: u8, title: &str, part: Part) -> (u8, String, Part) {
        (level, title.to_owned(), part)
    }

    const BODY: &str = "这一年我们做了许多工作，成绩来之不易，各项事业取得了新的进展，人民生活进一步改善，社会大局和谐稳定，发展更有后劲。";

    #[test]
    fn numbered_and_run_in_headings() {
        let source = format!(
            "一、2023年工作回顾\n{BODY}\n（一）抓项目，增后劲。{BODY}\n（二）惠民生。{BODY}\n二、2024年重点工作\n{BODY}\n（一）坚持产业为本，夯实根基。{BODY}\n1.做强工业。{BODY}\n（二）办好民生实事。{BODY}\n三、加强政府自身建设\n{BODY}"
        );
        assert_eq!(
            outline(&source),
            [
                row(1, "2023年工作回顾", Part::Review),
                row(2, "抓项目，增后劲", Part::Review),
                row(2, "惠民生", Part::Review),
                row(1, "2024年重点工作", Part::Tasks),
                row(2, "坚持产业为本，夯实根基", Part::Tasks),
                row(3, "做强工业", Part::Tasks),
                row(2, "办好民生实事", Part::Commitments),
                row(1, "加强政府自身建设", Part::Government),
            ]
        );
    }

    #[test]
    fn parts_without_numbers_above_numbered_ones() {
        let source = format!(
            "“十三五”时期和2020年工作回顾\n{BODY}\n一、经济运行持续向好\n{BODY}\n“十四五”时期经济社会发展总体思路和目标任务\n{BODY}\n2021年主要目标和重点工作\n{BODY}\n一、抓高效投入\n{BODY}"
        );
        assert_eq!(
            outline(&source),
            [
                row(1, "“十三五”时期和2020年工作回顾", Part::Review),
                row(2, "经济运行持续向好", Part::Review),
                row(1, "“十四五”时期经济社会发展总体思路和目标任务", Part::Tasks),
                row(1, "2021年主要目标和重点工作", Part::Tasks),
                row(2, "抓高效投入", Part::Tasks),
            ]
        );
    }

    #[test]
    fn parts_without_numbers_stand_above_numbers_that_begin_anew() {
        let source = format!(
            "各位代表，现在我报告工作。\n一、经济运行持续向好\n{BODY}\n二、城乡面貌焕然一新\n{BODY}\n2021年主要目标和重点工作\n{BODY}\n一、抓高效投入\n{BODY}"
        );
        assert_eq!(
            outline(&source),
            [
                row(1, "经济运行持续向好", Part::Review),
                row(1, "城乡面貌焕然一新", Part::Review),
                row(1, "2021年主要目标和重点工作", Part::Tasks),
                row(2, "抓高效投入", Part::Tasks),
            ]
        );
    }

    #[test]
    fn a_heading_may_stand_before_one_short_sentence() {
        let source = format!(
            "2020年工作回顾\n过去的五年，是极不平凡、极其难忘的五年。\n{BODY}\n一、经济运行持续向好\n{BODY}"
        );
        assert_eq!(
            outline(&source),
            [row(1, "2020年工作回顾", Part::Review), row(2, "经济运行持续向好", Part::Review)]
        );
    }

    #[test]
    fn mixed_styles_stay_side_by_side() {
        let source = format!(
            "2024年主要工作\n{BODY}\n1、防控风险\n{BODY}\n2、培育产业\n{BODY}\n（一）乡村振兴。{BODY}\n三、改革开放\n{BODY}"
        );
        assert_eq!(
            outline(&source).into_iter().map(|(level, title, _)| (level, title)).collect::<Vec<_>>(),
            [
                (1, "2024年主要工作".to_owned()),
                (2, "防控风险".to_owned()),
                (2, "培育产业".to_owned()),
                (3, "乡村振兴".to_owned()),
                (2, "改革开放".to_owned()),
            ]
        );
    }

    #[test]
    fn a_heading_that_lost_its_line_break() {
        let source = format!("一、2012年工作回顾过去的一年，{BODY}");
        assert_eq!(outline(&source), [row(1, "2012年工作回顾", Part::Review)]);
    }

    #[test]
    fn sections_end_where_the_next_begins() {
        let source = format!("一、甲工作回顾\n{BODY}\n（一）乙。{BODY}\n二、丙重点工作\n{BODY}");
        let text = Text::new(source.clone());
        let lines = lines(&source);
        let sections = nest(&text, &headings(&lines), source.len());
        let words: Vec<&str> = sections.iter().map(|s| text.slice(s.span)).collect();
        assert!(
            words[0].starts_with("一、甲") && words[0].contains("（一）乙") && !words[0].contains("二、丙")
        );
        assert!(words[1].starts_with("（一）乙") && !words[1].contains("二、丙"));
        assert!(words[2].starts_with("二、丙") && words[2].ends_with(BODY));
    }
}
