//! Promises: the numbered list of things to be done for the people (民生实事).

use super::lines::{self, Line};
use super::marks::{self, Style};
use super::words;
use crate::model::{Commitment, Observation, Part};
use crate::text::Text;
use std::ops::Range;

/// No item of a list is longer (bytes).
const LONGEST_ITEM: usize = 4000;

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its number.
    pub number: u32,
    /// Where its words stand, without the mark (bytes).
    pub words: Range<usize>,
}

/// No more characters stand between 民生实事 and the list.
const LONGEST_GAP: usize = 60;

/// The stretches of the text that promise: from the sentence that announces the list to the list's end.
pub fn lists<'a>(
    lines: impl Iterator<Item = &'a Line<'a>>,
    part_at: &dyn Fn(usize) -> Part,
) -> Vec<Range<usize>> {
    let lines: Vec<&Line<'_>> = lines.collect();
    let mut found = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        if !matches!(
            part_at(line.start),
            Part::Tasks | Part::Commitments | Part::Outlook | Part::Targets | Part::Closing
        ) {
            continue;
        }
        let Some(cue) = announcement(line.text) else { continue };
        let rest = line.text.get(cue.end..).unwrap_or_default();
        let inside = items(rest, line.start + cue.end);
        if inside.len() >= 3 {
            let end = inside.last().map_or(line.end(), |item| item.words.end);
            found.push(line.start + cue.start..end);
        } else if rest.trim().is_empty() {
            let following: Vec<&Line<'_>> = following(lines.get(i + 1..).unwrap_or_default());
            if let (Some(last), true) = (following.last(), following.len() >= 3) {
                found.push(line.start + cue.start..last.end());
            }
        }
    }
    found
}

/// Lists of promises that stand behind the report: a heading that names them, and at least three items.
pub fn annexed(lines: &[&Line<'_>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let short = line.text.chars().count() <= 30;
        let named = words::HEADING_COMMITMENTS.iter().any(|word| line.text.contains(word));
        if !short || !named || line.text.contains("完成情况") || line.text.contains("落实情况") {
            continue;
        }
        let following = following(lines.get(i + 1..).unwrap_or_default());
        if let (Some(last), true) = (following.last(), following.len() >= 3) {
            found.push(line.start..last.end());
        }
    }
    found
}

/// Lines of one list: the same style of mark, numbers going up by one from 1.
fn following<'a>(lines: &[&'a Line<'a>]) -> Vec<&'a Line<'a>> {
    let mut style = None;
    let mut taken = Vec::new();
    for line in lines {
        let Some(mark) = marks::at_start(line.text) else { break };
        if *style.get_or_insert(mark.style) != mark.style || mark.number as usize != taken.len() + 1 {
            break;
        }
        taken.push(*line);
    }
    taken
}

/// The words that announce a list, as a byte range: from the start of the sentence to the end of it (。 or ：).
fn announcement(text: &str) -> Option<Range<usize>> {
    if !words::any(&words::PROMISE_WHAT, text) {
        return None;
    }
    for what in words::PROMISE_WHAT.iter() {
        for (at, _) in text.match_indices(what) {
            let before = text.get(..at)?;
            let start = before.rfind(['。', '！', '；', '：']).map_or(0, |at| at + '。'.len_utf8());
            let sentence = text.get(start..at)?;
            let promised = words::any(&words::PROMISE_DO, sentence);
            let counted = sentence.chars().any(|c| c.is_ascii_digit() || matches!(c, '件' | '项' | '个'));
            let rest = text.get(at + what.len()..)?;
            let gap = rest.find(['。', '：', ':']).unwrap_or(rest.len());
            let mark = rest.get(gap..).and_then(|r| r.chars().next()).map_or(0, char::len_utf8);
            let near = rest.get(..gap).is_some_and(|g| g.chars().count() <= LONGEST_GAP);
            let end = at + what.len() + gap + mark;
            let followed = text.get(end..).is_some_and(|r| {
                r.trim().is_empty() || marks::at_start(r.trim_start()).is_some_and(|m| m.number == 1)
            });
            if promised && counted && near && followed {
                return Some(start..end);
            }
        }
    }
    None
}

/// The items of a list that begins the text: marks of one style with 1, 2, 3 …; offsets are moved by `base`.
pub fn items(text: &str, base: usize) -> Vec<Item> {
    let lead = text.len() - text.trim_start().len();
    let Some(first) = text.get(lead..).and_then(marks::at_start).filter(|m| m.number == 1) else {
        return Vec::new();
    };
    let mut found: Vec<(u32, usize, usize)> = vec![(1, lead, lead + first.len)];
    let mut at = lead + first.len;
    while let Some((start, len)) = next_mark(text, at, first.style, found.len() as u32 + 1) {
        found.push((found.len() as u32 + 1, start, start + len));
        at = start + len;
    }
    let ends = found.iter().skip(1).map(|(_, start, _)| *start).chain([last_end(text, at)]);
    found
        .iter()
        .zip(ends)
        .map(|(&(number, _, words), end)| Item { number, words: base + words..base + end.max(words) })
        .collect()
}

/// The last item goes to the end of its sentence.
fn last_end(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    rest.find(['。', '\n']).map_or(text.len(), |at| {
        from + at + if rest.get(at..).is_some_and(|r| r.starts_with('。')) { '。'.len_utf8() } else { 0 }
    })
}

/// The next mark of the style with that number, as byte offset and length. It stands where an item may begin.
fn next_mark(text: &str, from: usize, style: Style, number: u32) -> Option<(usize, usize)> {
    let mut rest_from = from;
    loop {
        // An item is no longer; without the limit a text of one line would be read once for every list.
        if rest_from - from > LONGEST_ITEM {
            return None;
        }
        let rest = text.get(rest_from..)?;
        let (at, pause) = rest.char_indices().find(|(_, c)| {
            matches!(c, '。' | '；' | ';' | '，' | '\n' | '：' | '）' | ' ')
                || style == Style::Circled && ('①'..='⑳').contains(c)
        })?;
        let start = rest_from + if ('①'..='⑳').contains(&pause) { at } else { at + pause.len_utf8() };
        let candidate = text.get(start..)?;
        let lead = candidate.len() - candidate.trim_start().len();
        if let Some(mark) =
            candidate.get(lead..).and_then(marks::at_start).filter(|m| m.style == style && m.number == number)
        {
            return Some((start + lead, mark.len));
        }
        rest_from += at + pause.len_utf8();
    }
}

/// The promises in the stretches that promise, each with the observations in it.
pub fn read(text: &Text, parts: &[(usize, Part)], observations: &[Observation]) -> Vec<Commitment> {
    let ends = parts.iter().skip(1).map(|(start, _)| *start).chain([text.as_str().len()]);
    let mut by_start: Vec<(u32, u32, u32)> =
        observations.iter().map(|o| (o.span.start, o.span.end, o.id)).collect();
    crate::order::ascending(&mut by_start);
    let mut found = Vec::new();
    for ((start, part), end) in parts.iter().zip(ends) {
        if *part != Part::Commitments {
            continue;
        }
        for item in list_in(text.bytes(*start..end), *start) {
            let words = text.bytes(item.words.clone());
            let words =
                words.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '；' | ';' | '。' | '，'));
            let span = text.span(item.words.start..item.words.start + words.len());
            let first = by_start.partition_point(|(s, _, _)| *s < span.start);
            let inside = by_start
                .iter()
                .skip(first)
                .take_while(|(s, _, _)| *s < span.end)
                .filter(|(_, e, _)| *e <= span.end);
            let mut ids: Vec<u32> = inside.map(|(_, _, id)| *id).collect();
            crate::order::ascending(&mut ids);
            found.push(Commitment { number: item.number, text: words.to_owned(), span, observations: ids });
        }
    }
    found
}

/// The list of a stretch: the one that is announced, else the first of at least three items.
fn list_in(stretch: &str, base: usize) -> Vec<Item> {
    let lines = lines::lines(stretch);
    let announced = lists(lines.iter(), &|_| Part::Commitments);
    let range = announced.first().cloned().unwrap_or(0..stretch.len());
    let mut at = range.start;
    loop {
        let Some(rest) = stretch.get(at..range.end) else { return Vec::new() };
        let found = items(rest, base + at);
        if found.len() >= 3 {
            return found;
        }
        match rest.char_indices().find(|(_, c)| matches!(c, '。' | '：' | ':' | '\n' | '；')) {
            Some((next, c)) => at += next + c.len_utf8(),
            None => return Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines as lines_of;
    use super::*;

    fn promises(source: &str) -> Vec<(u32, String)> {
        let text = Text::new(source.to_owned());
        let lines = lines_of(source);
        let stretches = lists(lines.iter(), &|_| Part::Tasks);
        let mut parts = vec![(0, Part::Tasks)];
        for s in stretches {
            parts.push((s.start, Part::Commitments));
            parts.push((s.end, Part::Tasks));
        }
        read(&text, &parts, &[]).into_iter().map(|c| (c.number, c.text)).collect()
    }

    #[test]
    fn lists_of_every_habit() {
        let three = [
            (1, "新建学校2所".to_owned()),
            (2, "新建农村公路60公里，方便出行".to_owned()),
            (3, "改造小区4.5万平方米".to_owned()),
        ];
        for source in [
            "今年办好三件民生实事：1.新建学校2所；2.新建农村公路60公里，方便出行；3.改造小区4.5万平方米。我们说到做到。",
            "今年，全力办好三件民生实事。一是新建学校2所。二是新建农村公路60公里，方便出行。三是改造小区4.5万平方米。",
            "实施3项惠民工程：①新建学校2所②新建农村公路60公里，方便出行③改造小区4.5万平方米。",
            "今年办好三件民生实事：\n（1）新建学校2所；\n（2）新建农村公路60公里，方便出行；\n（3）改造小区4.5万平方米。\n其他工作。",
        ] {
            assert_eq!(promises(source), three, "{source}");
        }
    }

    #[test]
    fn a_list_that_does_not_follow_is_none() {
        assert!(promises("全面完成10件民生实事。我们加快发展，一是抓项目。").is_empty());
        assert!(promises("实事求是，一是抓项目；二是抓招商；三是抓服务。").is_empty());
    }
}
