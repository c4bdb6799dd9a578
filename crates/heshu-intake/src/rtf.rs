//! RTF: what many files named `.doc` are. Text, rows of tables, footnotes; numbers of lists stand in the text.

use crate::Error;
use crate::limits::Budget;
use crate::lines::{line, one_page, paragraph, row};
use encoding_rs::{BIG5, Encoding, GB18030, WINDOWS_1252};
use heshu_core::intake::{Document, Line, Role};
use std::collections::HashMap;

/// Groups that are not of the text.
const SKIPPED: &[&str] = &[
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "object",
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "fldinst",
    "listtable",
    "listoverridetable",
    "rsidtbl",
    "generator",
    "themedata",
    "datastore",
    "colorschememapping",
    "latentstyles",
    "xmlnstbl",
    "annotation",
    "bkmkstart",
    "bkmkend",
    "nonshppict",
    "atnid",
    "atnauthor",
    "filetbl",
    "revtbl",
    "ftnsep",
    "aftnsep",
    "ftnsepc",
    "aftnsepc",
];
/// Groups within groups.
const DEPTH: usize = 1000;

/// Reads a document.
pub(crate) fn read(bytes: &[u8], budget: &mut Budget<'_>) -> Result<Document, Error> {
    let mut reader = Reader { encoding: WINDOWS_1252, ..Reader::default() };
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        if budget.late() {
            break;
        }
        rest = match first {
            b'{' => {
                reader.open();
                after
            }
            b'}' => {
                reader.close();
                after
            }
            b'\\' => reader.control(after),
            b'\r' | b'\n' => after,
            _ => {
                reader.byte(*first);
                after
            }
        };
    }
    reader.end();
    Ok(one_page(reader.lines))
}

/// What holds within a group.
#[derive(Clone, Copy)]
struct State {
    skipped: bool,
    hidden: bool,
    deleted: bool,
    in_table: bool,
    note: bool,
    /// The number of a list's item.
    number: bool,
    fonts: bool,
    /// Characters that stand for one that is given by its number.
    fallback: usize,
    font: i32,
}

struct Reader {
    encoding: &'static Encoding,
    state: State,
    stack: Vec<State>,
    /// Groups too deep to be kept.
    too_deep: usize,
    /// `\*` came: the next word's group may be passed over.
    optional: bool,
    fonts: HashMap<i32, &'static Encoding>,
    /// Bytes of which the characters are not known yet.
    bytes: Vec<u8>,
    /// Characters to leave out behind `\u`.
    pending: usize,
    high: Option<u16>,
    text: String,
    note: String,
    notes: Vec<String>,
    cells: Vec<Vec<String>>,
    cell: Vec<String>,
    lines: Vec<Line>,
}

impl Default for Reader {
    fn default() -> Self {
        let state = State {
            skipped: false,
            hidden: false,
            deleted: false,
            in_table: false,
            note: false,
            number: false,
            fonts: false,
            fallback: 1,
            font: -1,
        };
        Self {
            encoding: WINDOWS_1252,
            state,
            stack: Vec::new(),
            too_deep: 0,
            optional: false,
            fonts: HashMap::new(),
            bytes: Vec::new(),
            pending: 0,
            high: None,
            text: String::new(),
            note: String::new(),
            notes: Vec::new(),
            cells: Vec::new(),
            cell: Vec::new(),
            lines: Vec::new(),
        }
    }
}

impl Reader {
    fn open(&mut self) {
        self.flush();
        self.pending = 0;
        if self.stack.len() < DEPTH {
            self.stack.push(self.state);
        } else {
            self.too_deep += 1;
        }
    }

    fn close(&mut self) {
        self.flush();
        self.pending = 0;
        self.optional = false;
        if self.too_deep > 0 {
            self.too_deep -= 1;
        } else if let Some(state) = self.stack.pop() {
            if self.state.note && !state.note {
                self.notes.push(std::mem::take(&mut self.note));
            }
            if self.state.number && !state.number {
                self.text = self.text.trim().to_owned();
                if self.text.ends_with(|c: char| c.is_ascii_alphanumeric()) {
                    self.text.push(' ');
                }
            }
            self.state = state;
        }
    }

    /// A control word or symbol; gives what stands behind it.
    fn control<'a>(&mut self, bytes: &'a [u8]) -> &'a [u8] {
        let Some((first, after)) = bytes.split_first() else { return &[] };
        if !first.is_ascii_alphabetic() {
            match first {
                b'\'' => {
                    let hex = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
                    let byte = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
                    if let Some(byte) = byte {
                        self.byte(byte);
                    }
                    return after.get(2..).unwrap_or_default();
                }
                b'*' => self.optional = true,
                b'~' => self.character(' '),
                b'_' => self.character('-'),
                b'\\' | b'{' | b'}' => self.byte(*first),
                b'\r' | b'\n' => self.end_paragraph(),
                _ => {}
            }
            return after;
        }
        let letters = bytes.iter().take(32).take_while(|b| b.is_ascii_alphabetic()).count();
        let (word, rest) = bytes.split_at_checked(letters).unwrap_or((bytes, &[]));
        let sign = usize::from(rest.first() == Some(&b'-'));
        let digits = rest.iter().skip(sign).take(10).take_while(|b| b.is_ascii_digit()).count();
        let length = if digits > 0 { sign + digits } else { 0 };
        let (number, rest) = rest.split_at_checked(length).unwrap_or((&[], rest));
        let number = std::str::from_utf8(number).ok().and_then(|n| n.parse::<i32>().ok());
        let rest = rest.strip_prefix(b" ").unwrap_or(rest);
        let word = std::str::from_utf8(word).unwrap_or_default();
        if word == "bin" {
            // Raw bytes of a picture.
            let length = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
            return rest.get(length..).unwrap_or_default();
        }
        self.word(word, number);
        rest
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        self.flush();
        let on = number != Some(0);
        if std::mem::take(&mut self.optional)
            && !matches!(word, "shppict" | "footnote" | "shpinst" | "shptxt")
        {
            self.state.skipped = true;
            return;
        }
        match word {
            _ if SKIPPED.contains(&word) => self.state.skipped = true,
            "ansicpg" => self.encoding = code_page(number.unwrap_or(0)),
            "fonttbl" => (self.state.fonts, self.state.skipped) = (true, true),
            "deff" | "f" if !self.state.fonts => self.state.font = number.unwrap_or(-1),
            "f" => self.state.font = number.unwrap_or(-1),
            "fcharset" => {
                let encoding = match number {
                    Some(134) => Some(GB18030),
                    Some(136) => Some(BIG5),
                    _ => None,
                };
                self.fonts.extend(encoding.map(|encoding| (self.state.font, encoding)));
            }
            "v" => self.state.hidden = on,
            "deleted" => self.state.deleted = on,
            "plain" => (self.state.hidden, self.state.deleted) = (false, false),
            "pard" => self.state.in_table = false,
            "intbl" => self.state.in_table = true,
            "footnote" => self.state.note = true,
            "listtext" | "pntext" => self.state.number = true,
            "uc" => self.state.fallback = usize::try_from(number.unwrap_or(1)).unwrap_or(1).min(8),
            "u" => self.unit(number.unwrap_or(0)),
            "par" | "sect" | "page" => self.end_paragraph(),
            "line" => self.character('\n'),
            "tab" => self.character('\t'),
            "cell" | "nestcell" => self.end_cell(),
            "row" | "nestrow" => self.end_row(),
            "emdash" => self.character('—'),
            "endash" => self.character('–'),
            "lquote" => self.character('‘'),
            "rquote" => self.character('’'),
            "ldblquote" => self.character('“'),
            "rdblquote" => self.character('”'),
            "bullet" => self.character('•'),
            "emspace" | "enspace" | "qmspace" => self.character(' '),
            _ => {}
        }
    }

    /// A character by its number in UTF-16, signed; what stands behind it is for programs that cannot show it.
    fn unit(&mut self, number: i32) {
        let unit = (number & 0xffff) as u16;
        let ch = match (self.high.take(), unit) {
            (_, 0xd800..=0xdbff) => {
                self.high = Some(unit);
                None
            }
            (Some(high), 0xdc00..=0xdfff) => char::decode_utf16([high, unit]).next().and_then(Result::ok),
            _ => char::from_u32(u32::from(unit)),
        };
        if let Some(ch) = ch {
            self.character(ch);
        }
        self.pending = self.state.fallback;
    }

    fn byte(&mut self, byte: u8) {
        if self.pending > 0 {
            self.pending -= 1;
        } else if self.is_shown() {
            self.bytes.push(byte);
        }
    }

    fn is_shown(&self) -> bool {
        !(self.state.skipped || self.state.hidden || self.state.deleted) && self.too_deep == 0
    }

    /// Turns waiting bytes into characters, by the font's encoding, else the document's.
    fn flush(&mut self) {
        if !self.bytes.is_empty() {
            let bytes = std::mem::take(&mut self.bytes);
            let encoding = self.fonts.get(&self.state.font).copied().unwrap_or(self.encoding);
            let text = encoding.decode_without_bom_handling(&bytes).0;
            self.put(&text);
        }
    }

    fn character(&mut self, ch: char) {
        self.flush();
        if self.is_shown() {
            self.put(ch.encode_utf8(&mut [0; 4]));
        }
    }

    fn put(&mut self, text: &str) {
        if self.state.note { self.note.push_str(text) } else { self.text.push_str(text) }
    }

    fn end_paragraph(&mut self) {
        self.flush();
        if !self.is_shown() {
            return;
        }
        if self.state.note {
            return self.note.push(' ');
        }
        let text = std::mem::take(&mut self.text);
        if self.state.in_table {
            self.cell.push(text);
        } else {
            self.end_row();
            paragraph(&mut self.lines, &text);
        }
    }

    fn end_cell(&mut self) {
        if self.is_shown() {
            let text = std::mem::take(&mut self.text);
            self.cell.push(text);
            self.cells.push(std::mem::take(&mut self.cell));
        }
    }

    fn end_row(&mut self) {
        if !self.cell.is_empty() {
            self.cells.push(std::mem::take(&mut self.cell));
        }
        row(&mut self.lines, &std::mem::take(&mut self.cells));
    }

    fn end(&mut self) {
        self.flush();
        self.state.in_table = false;
        let text = std::mem::take(&mut self.text);
        self.end_row();
        paragraph(&mut self.lines, &text);
        self.notes.push(std::mem::take(&mut self.note));
        let notes = self.notes.iter().map(|note| note.trim()).filter(|note| !note.is_empty());
        self.lines.extend(notes.map(|note| line(note, Role::Note)));
    }
}

fn code_page(number: i32) -> &'static Encoding {
    match number {
        936 | 54936 => GB18030,
        950 => BIG5,
        65001 => encoding_rs::UTF_8,
        _ => WINDOWS_1252,
    }
}
