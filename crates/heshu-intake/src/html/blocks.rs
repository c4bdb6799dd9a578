//! From tags to blocks of text.

use crate::limits::Budget;
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};
use std::collections::HashMap;

/// A run of text that no block's edge interrupts; `\n` where it was broken by hand.
#[derive(Debug, Default)]
pub struct Block {
    /// Its characters, white space as a browser shows it.
    pub text: String,
    /// The element it stands in: an index of [`Blocks::parents`].
    pub element: usize,
    /// How many of its characters are links.
    pub linked: usize,
    /// Whether it is a heading of the first rank.
    pub heading: bool,
    /// The row of a table it stands in, counted over the page, and the cell there.
    pub cell: Option<(u32, u32)>,
}

/// A page as blocks.
#[derive(Debug, Default)]
pub struct Blocks {
    /// In document order.
    pub blocks: Vec<Block>,
    /// For each block element the one it stands in, which comes before it; 0 is the page.
    pub parents: Vec<usize>,
    /// What the page calls itself.
    pub title: String,
}

/// Elements that are not of the text, with everything in them.
const SKIPPED: &[&str] = &[
    "script", "style", "noscript", "template", "iframe", "object", "svg", "math", "canvas", "audio", "video",
    "select", "button", "textarea", "nav", "footer", "aside", "title", "del", "rt", "rp",
];
/// Elements that begin and end blocks.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figure",
    "figcaption",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];
/// Elements that never hold anything.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

impl Blocks {
    /// The blocks of a page.
    pub fn of(html: &str, budget: &mut Budget<'_>) -> Self {
        let mut emitter = DefaultEmitter::default();
        // What stands in scripts and styles is not markup.
        emitter.naively_switch_states(true);
        let mut reader = Reader::default();
        reader.blocks.parents.push(0);
        for token in Tokenizer::new_with_emitter(html, emitter) {
            if budget.late() {
                break;
            }
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => reader.open(&tag),
                Token::EndTag(tag) => reader.close(&String::from_utf8_lossy(&tag.name)),
                Token::String(text) => reader.text(&String::from_utf8_lossy(&text)),
                _ => {}
            }
        }
        reader.end_block();
        reader.blocks
    }
}

/// An element that is open.
struct Open {
    name: String,
    /// Its index, where it is a block.
    element: Option<usize>,
    skipped: bool,
    link: bool,
}

#[derive(Default)]
struct Reader {
    blocks: Blocks,
    stack: Vec<Open>,
    /// How many elements of a name are open: an end tag without its start is passed over at once.
    open: HashMap<String, usize>,
    elements: Vec<usize>,
    skipped: usize,
    links: usize,
    headings: usize,
    pre: usize,
    /// Rows that are open: number over the page, and cells so far.
    rows: Vec<(u32, u32)>,
    next_row: u32,
    current: Block,
}

impl Reader {
    fn open(&mut self, tag: &StartTag<()>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        if name == "br" {
            return self.current.text.push('\n');
        }
        if let Some(closed) = implied_end(&name) {
            self.close_within(closed, &name);
        }
        let block = BLOCKS.contains(&name.as_str());
        if block {
            self.end_block();
        }
        if VOID.contains(&name.as_str()) {
            return;
        }
        if name == "tr" {
            self.rows.push((self.next_row, 0));
            self.next_row += 1;
        }
        if let Some((_, cells)) = self.rows.last_mut().filter(|_| name == "td" || name == "th") {
            *cells += 1;
        }
        let skipped = SKIPPED.contains(&name.as_str()) || is_hidden(tag);
        let element = block.then(|| {
            self.blocks.parents.push(self.elements.last().copied().unwrap_or(0));
            self.blocks.parents.len() - 1
        });
        self.elements.extend(element);
        self.skipped += usize::from(skipped);
        let link = name == "a";
        self.links += usize::from(link);
        self.headings += usize::from(name == "h1");
        self.pre += usize::from(name == "pre");
        *self.open.entry(name.clone()).or_default() += 1;
        self.stack.push(Open { name, element, skipped, link });
    }

    fn close(&mut self, name: &str) {
        if self.open.get(name).is_none_or(|open| *open == 0) {
            // `</p>` and `</br>` alone break a line in browsers.
            if name == "p" || name == "br" {
                self.end_block();
            }
            return;
        }
        while let Some(top) = self.stack.pop() {
            let found = top.name == name;
            self.leave(&top);
            if found {
                break;
            }
        }
    }

    /// Closes an element that ends where `next` begins, unless a table or list of its own lies between.
    fn close_within(&mut self, names: &[&str], next: &str) {
        let limit: &[&str] = match next {
            "li" => &["ul", "ol"],
            "td" | "th" | "tr" => &["table"],
            _ => &["td", "th", "div", "table", "body", "li"],
        };
        let depth = self
            .stack
            .iter()
            .rev()
            .take(64)
            .position(|open| names.contains(&open.name.as_str()) || limit.contains(&open.name.as_str()));
        let found = depth.and_then(|depth| self.stack.iter().rev().nth(depth)).map(|open| open.name.clone());
        if let Some(name) = found.filter(|name| names.contains(&name.as_str())) {
            self.close(&name);
        }
    }

    fn leave(&mut self, open: &Open) {
        if let Some(count) = self.open.get_mut(&open.name) {
            *count = count.saturating_sub(1);
        }
        if open.element.is_some() {
            self.end_block();
            self.elements.pop();
        }
        self.skipped -= usize::from(open.skipped).min(self.skipped);
        self.links -= usize::from(open.link).min(self.links);
        match open.name.as_str() {
            "tr" => drop(self.rows.pop()),
            "h1" => self.headings = self.headings.saturating_sub(1),
            "pre" => self.pre = self.pre.saturating_sub(1),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.stack.last().is_some_and(|open| open.name == "title") {
            return self.blocks.title.push_str(text);
        }
        if self.skipped > 0 {
            return;
        }
        let before = self.current.text.len();
        for ch in text.chars() {
            // No-break and wide spaces are shown; the others are one.
            match ch {
                ' ' | '\t' | '\n' | '\r' | '\u{c}' if self.pre == 0 => {
                    if !self.current.text.ends_with([' ', '\n']) && !self.current.text.is_empty() {
                        self.current.text.push(' ');
                    }
                }
                '\r' => {}
                '\u{a0}' => self.current.text.push(' '),
                _ => self.current.text.push(ch),
            }
        }
        if self.links > 0 {
            self.current.linked += self.current.text.get(before..).map_or(0, |added| added.chars().count());
        }
        self.current.heading = self.headings > 0;
    }

    fn end_block(&mut self) {
        let mut block = std::mem::take(&mut self.current);
        if block.text.trim().is_empty() || self.skipped > 0 {
            return;
        }
        block.element = self.elements.last().copied().unwrap_or(0);
        block.cell = self.rows.last().map(|(row, cells)| (*row, cells.saturating_sub(1)));
        self.blocks.blocks.push(block);
    }
}

/// Elements that the beginning of another ends.
fn implied_end(name: &str) -> Option<&'static [&'static str]> {
    match name {
        "p" | "div" | "table" | "ul" | "ol" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote"
        | "section" => Some(&["p"]),
        "li" => Some(&["li"]),
        "td" | "th" => Some(&["td", "th"]),
        "tr" => Some(&["tr"]),
        _ => None,
    }
}

fn is_hidden(tag: &StartTag<()>) -> bool {
    let attribute =
        |name: &[u8]| tag.attributes.iter().find(|(key, _)| key.as_slice() == name).map(|(_, v)| v);
    if attribute(b"hidden").is_some() {
        return true;
    }
    let style =
        attribute(b"style").map(|v| String::from_utf8_lossy(v).to_ascii_lowercase()).unwrap_or_default();
    let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
    style.contains("display:none") || style.contains("visibility:hidden")
}
