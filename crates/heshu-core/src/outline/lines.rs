//! Lines and sentences with their places.

use crate::text::signs;
use std::ops::Range;

/// One paragraph or heading, white space at both ends left off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'a> {
    /// Byte offset of its first character.
    pub start: usize,
    /// Its words.
    pub text: &'a str,
}

impl Line<'_> {
    /// Byte offset one past its last character.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The lines that hold something, in order.
pub fn lines(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    let mut lines = Vec::new();
    for whole in text.split('\n') {
        let blank = |c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}';
        let line = whole.trim_start_matches(blank);
        let lead = whole.len() - line.len();
        let line = line.trim_end_matches(blank);
        if !line.is_empty() {
            lines.push(Line { start: start + lead, text: line });
        }
        start += whole.len() + 1;
    }
    lines
}

/// The sentences of a paragraph as byte ranges in it, each with its end mark (。！？) and closing quotes.
pub fn sentences(paragraph: &str) -> Vec<Range<usize>> {
    divided(signs(paragraph), 0..paragraph.len())
}

/// The sentences of a paragraph that is given by its signs and by the range that it fills.
pub fn divided(signs: impl IntoIterator<Item = (usize, char)>, paragraph: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = paragraph.start;
    // Where a sentence ends, unless more marks follow that close it.
    let mut end = None;
    for (at, c) in signs {
        let ends = matches!(c, '。' | '！' | '？' | '!' | '?');
        if end.is_some_and(|end| end < at) || end.is_some() && !(ends || closes(c)) {
            let end = end.take().unwrap_or(at);
            found.push(start..end);
            start = end;
        }
        if ends || end.is_some() {
            end = Some(at + c.len_utf8());
        }
    }
    let end = end.filter(|end| *end < paragraph.end);
    found.extend(end.map(|end| start..end));
    let start = end.unwrap_or(start);
    if start < paragraph.end {
        found.push(start..paragraph.end);
    }
    found
}

/// Whether a mark behind the end of a sentence still belongs to it.
fn closes(c: char) -> bool {
    matches!(c, '”' | '’' | '）' | ')' | '》' | '」')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_know_their_places() {
        let text = "　　标题 \n\n正文。\n";
        let found = lines(text);
        assert_eq!(found.iter().map(|l| l.text).collect::<Vec<_>>(), ["标题", "正文。"]);
        for line in found {
            assert_eq!(text.get(line.start..line.end()), Some(line.text));
        }
    }

    #[test]
    fn a_sentence_keeps_its_closing_quote() {
        let text = "他说：“好！”大家鼓掌。完";
        let found: Vec<&str> = sentences(text).into_iter().filter_map(|r| text.get(r)).collect();
        assert_eq!(found, ["他说：“好！”", "大家鼓掌。", "完"]);
    }
}
