//! Words of a report inside HTML and SVG.

/// Words with nothing in them that markup would take for itself.
pub fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // XML cannot hold these in any form.
            c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_report_stays_words() {
        assert_eq!(escape("<b title=\"x\">&\u{1}"), "&lt;b title=&quot;x&quot;&gt;&amp; ");
    }
}
