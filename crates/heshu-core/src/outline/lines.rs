//! Lines and sentences with their places.

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

/// The sentences of a paragraph as byte ranges in it, each with its end mark (。！？；) and closing quotes.
pub fn sentences(paragraph: &str) -> Vec<Range<usize>> {
    split(paragraph, &['。', '！', '？', '!', '?'])
}

fn split(paragraph: &str, ends: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = paragraph.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !ends.contains(&c) {
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some(&(_, next)) = chars.peek() {
            if !(ends.contains(&next) || matches!(next, '”' | '’' | '）' | ')' | '》' | '」')) {
                break;
            }
            end += next.len_utf8();
            chars.next();
        }
        found.push(start..end);
        start = end;
    }
    if start < paragraph.len() {
        found.push(start..paragraph.len());
    }
    found
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
