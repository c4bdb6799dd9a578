//! Tags and entities that a scraper left.

use super::buffer::{Glyph, Log, source_of};
use super::census::Census;

/// `<p style="…">`, `<br/>`, comments, style sheets.
pub const TAG: &str = "tag";
/// `&nbsp;`, `&#8220;`.
pub const ENTITY: &str = "entity";

/// A tag longer than this is none.
const LONGEST_TAG: usize = 4000;
/// Elements that begin a line of their own.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "title",
    "tr",
    "ul",
];
/// Elements within a line.
const INLINE: &[&str] = &[
    "a",
    "abbr",
    "b",
    "big",
    "button",
    "em",
    "font",
    "i",
    "iframe",
    "img",
    "input",
    "label",
    "link",
    "meta",
    "o:p",
    "s",
    "small",
    "span",
    "st1:chsdate",
    "strike",
    "strong",
    "sub",
    "sup",
    "u",
    "ucapcontent",
    "v:shape",
];
/// Cells of a table.
const CELLS: &[&str] = &["td", "th"];
/// Elements whose content nobody reads.
const UNREAD: &[&str] = &["script", "style", "noscript", "xml"];
const ENTITIES: &[(&str, char)] = &[
    ("nbsp", '\u{a0}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("shy", '\u{ad}'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("mdash", '—'),
    ("ndash", '–'),
    ("hellip", '…'),
    ("middot", '·'),
    ("bull", '•'),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("times", '×'),
    ("deg", '°'),
    ("permil", '‰'),
    ("yen", '¥'),
    ("copy", '©'),
    ("reg", '®'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("plusmn", '±'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("le", '≤'),
    ("ge", '≥'),
    ("radic", '√'),
    ("rarr", '→'),
    ("infin", '∞'),
];

/// Takes tags out and puts characters for entities.
pub fn repair(glyphs: Vec<Glyph>, census: &Census, log: &mut Log) -> Vec<Glyph> {
    let glyphs = if census.angle && log.allows(TAG) { tags(glyphs, log) } else { glyphs };
    if census.ampersand && log.allows(ENTITY) { entities(glyphs, log) } else { glyphs }
}

fn tags(glyphs: Vec<Glyph>, log: &mut Log) -> Vec<Glyph> {
    let mut out: Vec<Glyph> = Vec::with_capacity(glyphs.len());
    let mut at = 0;
    // Looking for an end that is nowhere is done once only.
    let mut ends = true;
    while let Some(glyph) = glyphs.get(at) {
        let rest = glyphs.get(at..).unwrap_or_default();
        let Some(found) = (if glyph.ch == '<' { tag(rest, &mut ends) } else { None }) else {
            out.push(*glyph);
            at += 1;
            continue;
        };
        let source = source_of(rest.get(..found.length).unwrap_or_default());
        log.count(TAG, source);
        if let Some(ch) = found.becomes {
            out.push(Glyph { ch, at: source.start, len: source.end - source.start });
        }
        at += found.length;
    }
    out
}

struct Tag {
    length: usize,
    becomes: Option<char>,
}

/// The tag, comment or unread element with which this begins.
fn tag(rest: &[Glyph], ends: &mut bool) -> Option<Tag> {
    if *ends && starts_with(rest, "<!--") {
        let end = rest.windows(3).position(|w| starts_with(w, "-->"));
        *ends = end.is_some();
        return Some(Tag { length: end? + 3, becomes: None });
    }
    let closing = rest.get(1)?.ch == '/';
    let from = if closing { 2 } else { 1 };
    let name: String = rest
        .iter()
        .skip(from)
        .take(14)
        .map(|g| g.ch.to_ascii_lowercase())
        .take_while(|c| c.is_ascii_alphanumeric() || *c == ':' || *c == '!')
        .collect();
    let after_name = rest.get(from + name.len())?.ch;
    if !(after_name.is_whitespace() || after_name == '>' || after_name == '/') {
        return None;
    }
    let end = rest.iter().take(LONGEST_TAG).skip(1).position(|g| matches!(g.ch, '>' | '<'))? + 1;
    if rest.get(end)?.ch != '>' {
        return None;
    }
    let length = end + 1;
    let is_in = |names: &[&str]| names.contains(&name.as_str());
    if *ends && is_in(UNREAD) && !closing {
        let close = format!("</{name}");
        let inside = rest.get(length..)?;
        // Without an end it is only a stray tag.
        let Some(end) = (0..inside.len()).find(|i| {
            inside.get(*i).is_some_and(|g| g.ch == '<')
                && starts_with(inside.get(*i..).unwrap_or_default(), &close)
        }) else {
            *ends = false;
            return Some(Tag { length, becomes: None });
        };
        let close_end = inside.get(end..)?.iter().position(|g| g.ch == '>')? + 1;
        return Some(Tag { length: length + end + close_end, becomes: Some('\n') });
    }
    let becomes = match () {
        () if is_in(BLOCKS) => Some('\n'),
        () if is_in(CELLS) => Some('\t'),
        () if is_in(INLINE) || is_in(UNREAD) || name == "!doctype" => None,
        () => return None,
    };
    Some(Tag { length, becomes })
}

fn starts_with(glyphs: &[Glyph], text: &str) -> bool {
    let mut at = glyphs.iter().map(|g| g.ch.to_ascii_lowercase());
    text.chars().all(|c| at.next() == Some(c))
}

fn entities(glyphs: Vec<Glyph>, log: &mut Log) -> Vec<Glyph> {
    let mut out: Vec<Glyph> = Vec::with_capacity(glyphs.len());
    let mut at = 0;
    while let Some(glyph) = glyphs.get(at) {
        let rest = glyphs.get(at..).unwrap_or_default();
        let Some((ch, length)) = (if glyph.ch == '&' { entity(rest) } else { None }) else {
            out.push(*glyph);
            at += 1;
            continue;
        };
        let source = source_of(rest.get(..length).unwrap_or_default());
        log.count(ENTITY, source);
        out.push(Glyph { ch, at: source.start, len: source.end - source.start });
        at += length;
    }
    out
}

/// The character that an entity stands for, and its length.
fn entity(rest: &[Glyph]) -> Option<(char, usize)> {
    let name: String = rest
        .iter()
        .skip(1)
        .take(10)
        .map(|g| g.ch)
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '#')
        .collect();
    let length = name.len() + 1;
    let closed = usize::from(rest.get(length).is_some_and(|g| g.ch == ';'));
    let ch = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| !c.is_control() || *c == '\n')?
        }
        None => ENTITIES.iter().find(|(known, _)| *known == name).map(|(_, ch)| *ch)?,
    };
    if closed == 0 && name != "nbsp" {
        return None;
    }
    // `&amp;nbsp;` was escaped twice.
    if ch == '&'
        && let Some((inner, inner_length)) = entity(rest.get(length..).unwrap_or_default())
        && rest.get(length).is_some_and(|g| g.ch == ';')
    {
        return Some((inner, length + inner_length));
    }
    Some((ch, length + closed))
}

#[cfg(test)]
mod tests {
    use super::super::testing::repaired_with;
    use super::*;

    #[test]
    fn tags_go_and_titles_in_angle_brackets_stay() {
        for (pasted, wanted) in [
            ("<p style=\"a\">甲<span>乙</span></p>丙", "\n甲乙\n丙"),
            ("甲<BR/>乙<o:p></o:p>", "甲\n乙"),
            ("<!-- 正文 -->甲<style>p { x }</style>乙", "甲\n乙"),
            ("出台<某县规划>，甲<乙>丙，1<2", "出台<某县规划>，甲<乙>丙，1<2"),
            ("<td>甲</td>", "\t甲\t"),
        ] {
            assert_eq!(repaired_with(pasted, repair), wanted, "{pasted}");
        }
    }

    #[test]
    fn entities_become_characters() {
        for (pasted, wanted) in [
            ("&ldquo;放管服&rdquo;&#25913;&#x9769;", "“放管服”改革"),
            ("&nbsp;&nbsp;甲&amp;乙", "\u{a0}\u{a0}甲&乙"),
            ("&amp;ldquo;甲", "“甲"),
            ("R&D经费，A&B", "R&D经费，A&B"),
            ("&#99999999;&#0;", "&#99999999;&#0;"),
        ] {
            assert_eq!(repaired_with(pasted, repair), wanted, "{pasted}");
        }
    }
}
