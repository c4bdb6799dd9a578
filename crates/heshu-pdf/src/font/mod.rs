//! Fonts: which characters the codes of a string are, and how wide.
//!
//! What is asked, in this order: a named encoding, whose codes are characters; the font's `/ToUnicode`; the glyph
//! numbers of Adobe-GB1; for simple fonts the names of their glyphs and cp1252.

mod gb1;
mod named;
mod simple;
mod widths;

use crate::limits::Budget;
use crate::streams;
use hayro_cmap::{BfString, CMap, WritingMode};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as PdfString};
use named::Named;
use widths::Widths;

/// A font as far as text needs it.
pub(crate) struct Font {
    codes: Codes,
    to_unicode: ToUnicode,
    widths: Widths,
    /// Columns from top to bottom.
    pub(crate) vertical: bool,
}

/// How bytes are codes, and what codes are by themselves.
enum Codes {
    Named(Named),
    /// Two bytes each, or as a CMap in the file says; glyph numbers of Adobe-GB1 or of nobody knows what.
    Cids {
        cmap: Option<Box<CMap>>,
        gb1: bool,
    },
    Simple(Vec<Option<char>>),
}

enum ToUnicode {
    None,
    /// `/ToUnicode /Identity-H`: the codes are UTF-16.
    Identity,
    Map(Box<CMap>),
}

/// What one code shows.
#[derive(Debug, PartialEq)]
pub(crate) struct Shown {
    pub(crate) text: Characters,
    /// Advance, as a part of the size; downwards in a vertical font.
    pub(crate) advance: f32,
    /// Whether word spacing is added: the one-byte code 32.
    pub(crate) space: bool,
}

/// The characters of one code.
#[derive(Debug, PartialEq)]
pub(crate) enum Characters {
    Unknown,
    One(char),
    Several(String),
}

/// A CMap for those that only build on Identity.
const IDENTITY: &[u8] = b"/CMapName /Identity-H def 1 begincidrange <0000> <FFFF> 0 endcidrange";

impl Font {
    /// A font that has nothing: its codes are cp1252.
    pub(crate) fn unknown() -> Self {
        Self {
            codes: Codes::Simple(simple::characters(&Dict::empty())),
            to_unicode: ToUnicode::None,
            widths: Widths::simple(&Dict::empty(), 1.0),
            vertical: false,
        }
    }

    pub(crate) fn read(dict: &Dict<'_>, budget: &mut Budget<'_>) -> Self {
        let to_unicode = if let Some(stream) = dict.get::<Stream<'_>>("ToUnicode") {
            let cmap = streams::decode(&stream, budget).and_then(|data| CMap::parse(&data, base));
            cmap.map_or(ToUnicode::None, |map| ToUnicode::Map(Box::new(map)))
        } else if dict.get::<Name<'_>>("ToUnicode").is_some_and(|n| n.as_str().starts_with("Identity")) {
            ToUnicode::Identity
        } else {
            ToUnicode::None
        };
        if dict.get::<Name<'_>>("Subtype").is_some_and(|n| n.as_str() == "Type0") {
            return Self::composite(dict, to_unicode, budget);
        }
        // The glyphs of a Type 3 font have a space of their own.
        let scale = dict
            .get::<Array<'_>>("FontMatrix")
            .and_then(|m| m.iter::<Object<'_>>().next()?.into_f32())
            .map_or(1.0, |a| a.abs() * 1_000.0);
        Self {
            codes: Codes::Simple(simple::characters(dict)),
            to_unicode,
            widths: Widths::simple(dict, scale),
            vertical: false,
        }
    }

    fn composite(dict: &Dict<'_>, to_unicode: ToUnicode, budget: &mut Budget<'_>) -> Self {
        let descendant = dict
            .get::<Array<'_>>("DescendantFonts")
            .and_then(|fonts| fonts.iter::<Dict<'_>>().next())
            .or_else(|| dict.get::<Dict<'_>>("DescendantFonts"))
            .unwrap_or_default();
        let ordering = descendant
            .get::<Dict<'_>>("CIDSystemInfo")
            .and_then(|info| info.get::<PdfString<'_>>("Ordering"));
        let gb1 = ordering.is_some_and(|o| o.as_bytes().starts_with(b"GB1"));
        let mut name = dict.get::<Name<'_>>("Encoding").map(|n| n.as_str().to_owned());
        let mut cmap = None;
        let mut vertical = false;
        if let Some(stream) = dict.get::<Stream<'_>>("Encoding") {
            // A CMap in the file that is one of the named ones, or builds on one, is read as that.
            let of = |key| stream.dict().get::<Name<'_>>(key).map(|n| n.as_str().to_owned());
            name = ["CMapName", "UseCMap"].into_iter().filter_map(of).find(|n| Named::of(n).is_some());
            cmap = streams::decode(&stream, budget).and_then(|data| CMap::parse(&data, base)).map(Box::new);
            vertical = stream.dict().get::<i32>("WMode") == Some(1)
                || cmap.as_ref().is_some_and(|c| c.metadata().writing_mode == Some(WritingMode::Vertical));
        }
        vertical |= name.as_ref().is_some_and(|n| n.ends_with("-V"));
        let codes = match name.as_deref().and_then(Named::of) {
            Some(named) => Codes::Named(named),
            None => Codes::Cids { cmap, gb1 },
        };
        Self { codes, to_unicode, widths: Widths::composite(&descendant), vertical }
    }

    /// Gives `each` what the codes of a string show, one after the other, until it says `false`.
    pub(crate) fn show(&self, mut bytes: &[u8], mut each: impl FnMut(Shown) -> bool) {
        while !bytes.is_empty() {
            let (shown, length) = self.next(bytes);
            bytes = bytes.get(length.max(1)..).unwrap_or_default();
            if !each(shown) {
                return;
            }
        }
    }

    fn next(&self, bytes: &[u8]) -> (Shown, usize) {
        match &self.codes {
            Codes::Simple(table) => {
                let byte = bytes.first().copied().unwrap_or(0);
                let own = table.get(usize::from(byte)).copied().flatten();
                let code = u32::from(byte);
                let text = self.mapped(code).or_else(|| own.map(Characters::One));
                let advance = self.widths.of(code);
                (self.shown(text, advance, byte == 32), 1)
            }
            Codes::Named(named) => {
                let length = named.length(bytes);
                let bytes = bytes.get(..length).unwrap_or(bytes);
                let own = named.character(bytes);
                let text = own.map(Characters::One).or_else(|| self.mapped(number(bytes)));
                let cid = own.and_then(|c| named.cid(c));
                let advance = cid.map_or(self.widths.other(), |cid| self.widths.of(cid));
                (self.shown(text, advance, bytes == b" "), length)
            }
            Codes::Cids { cmap, gb1 } => {
                let (code, cid, length) = split(cmap.as_deref(), bytes);
                let text = self.mapped(code);
                let text =
                    text.or_else(|| if *gb1 { gb1::character(cid).map(Characters::One) } else { None });
                (self.shown(text, self.widths.of(cid), length == 1 && code == 32), length)
            }
        }
    }

    fn shown(&self, text: Option<Characters>, advance: f32, space: bool) -> Shown {
        // The usual advance of a column is an em; fonts that say otherwise are as good as unknown.
        let advance = if self.vertical { 1.0 } else { advance / 1_000.0 };
        Shown { text: text.unwrap_or(Characters::Unknown), advance, space }
    }

    /// What `/ToUnicode` says of a code, if it says something that can be read.
    fn mapped(&self, code: u32) -> Option<Characters> {
        let found = match &self.to_unicode {
            ToUnicode::None => return None,
            ToUnicode::Identity => Characters::One(char::from_u32(code)?),
            ToUnicode::Map(map) => match map.lookup_bf_string(code)? {
                BfString::Char(c) => Characters::One(c),
                BfString::String(s) => Characters::Several(s),
            },
        };
        let readable = match &found {
            Characters::Unknown => false,
            Characters::One(c) => !c.is_control() && *c != '\u{fffd}',
            Characters::Several(s) => !s.chars().any(char::is_control),
        };
        readable.then_some(found)
    }
}

/// The next code, its glyph number, and its length in bytes.
fn split(cmap: Option<&CMap>, bytes: &[u8]) -> (u32, u32, usize) {
    if let Some(cmap) = cmap {
        for length in 1..=bytes.len().min(4) {
            let code = number(bytes.get(..length).unwrap_or_default());
            let cid = u8::try_from(length).ok().and_then(|n| cmap.lookup_cid_code(code, n));
            if let Some(cid) = cid {
                return (code, cid, length);
            }
        }
    }
    let length = bytes.len().min(2);
    let code = number(bytes.get(..length).unwrap_or_default());
    (code, code, length)
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |n, b| (n << 8) | u32::from(*b))
}

fn base(name: hayro_cmap::CMapName<'_>) -> Option<&'static [u8]> {
    name.to_bytes().starts_with(b"Identity").then_some(IDENTITY)
}
