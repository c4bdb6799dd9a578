use crate::model::{Document, Span};
use crate::text::Text;

/// The sentence around a span: from after the last 。！？； or line break before it to the next one after it,
/// that mark with it.
pub fn sentence(text: &Text, span: Span) -> Span {
    let ends = |c: char| matches!(c, '。' | '！' | '？' | '；' | '\n');
    let words = text.range(span);
    let before = text.bytes(0..words.start);
    let start = before.char_indices().rev().find(|(_, c)| ends(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    let after = text.bytes(words.end..text.as_str().len());
    let end = after.char_indices().find(|(_, c)| ends(*c));
    let end = end.map_or(after.len(), |(at, c)| if c == '\n' { at } else { at + c.len_utf8() });
    text.span(start..words.end + end)
}

/// A sentence as one quotes it, with where it stands: `“……”（新源县2024年政府工作报告）`.
pub fn quotation(text: &Text, document: &Document, span: Span) -> String {
    let words = text.slice(sentence(text, span)).trim();
    let region = document.region.as_deref().unwrap_or_default();
    let year = document.report_year.map(|year| format!("{year}年")).unwrap_or_default();
    // Quotation marks inside quotation marks become single ones.
    let words = words.replace('“', "‘").replace('”', "’");
    format!("“{words}”（{region}{year}政府工作报告）")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(string: &str, words: &str) -> String {
        let text = Text::new(string.into());
        let at = string.find(words).unwrap();
        text.slice(sentence(&text, text.span(at..at + words.len()))).to_owned()
    }

    #[test]
    fn a_sentence_ends_at_its_full_stop_or_its_line() {
        assert_eq!(around("甲。产值5亿元，增长3%。乙。", "5亿元"), "产值5亿元，增长3%。");
        assert_eq!(around("标题\n产值5亿元\n乙。", "5亿元"), "产值5亿元");
        assert_eq!(around("产值5亿元", "产值5亿元"), "产值5亿元");
    }

    #[test]
    fn a_quotation_names_its_report() {
        let text = Text::new("甲。建成“一号”库5座。".into());
        let document =
            Document { region: Some("某县".into()), report_year: Some(2024), ..Document::default() };
        assert_eq!(
            quotation(&text, &document, Span::new(8, 10)),
            "“建成‘一号’库5座。”（某县2024年政府工作报告）"
        );
    }
}
