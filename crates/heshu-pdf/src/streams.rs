//! Streams decoded within bounds: a few kilobytes of a hostile file may stand for gigabytes.
//!
//! `hayro-syntax` decodes without a bound. So what is decoded here by the reader is either inflated by
//! `miniz_oxide`, which stops at a limit, or checked beforehand by how much its filters can make of it at most; and
//! [`suspicious`] looks for bombs among the streams that `hayro-syntax` decodes by itself while it opens a file.

use crate::error::Limit;
use crate::limits::Budget;
use hayro_syntax::Filter;
use hayro_syntax::object::Stream;
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};

/// A single stream longer than this is not text: content of one page, a CMap.
const LONGEST: usize = 64 << 20;

/// The content of a stream, or what could be decoded of it; `None` where nothing could.
pub(crate) fn decode(stream: &Stream<'_>, budget: &mut Budget<'_>) -> Option<Vec<u8>> {
    let room = budget.bytes_left().min(LONGEST);
    let filters = stream.filters();
    let predicted = stream.dict().contains_key("DecodeParms") || stream.dict().contains_key("DP");
    let data = match filters.as_slice() {
        [] => stream.raw_data().into_owned(),
        [Filter::FlateDecode] if !predicted => inflate(&stream.raw_data(), room, budget)?,
        _ => {
            let most = filters.iter().fold(stream.raw_data().len(), |n, f| n.saturating_mul(growth(*f)));
            if most > budget.bytes_left() {
                budget.reach(Limit::Decoded);
                return None;
            }
            stream.decoded_data().ok()?.into_owned()
        }
    };
    budget.take_bytes(data.len());
    Some(data)
}

/// How many times longer a filter can make its input.
fn growth(filter: Filter) -> usize {
    match filter {
        Filter::AsciiHexDecode | Filter::Crypt => 1,
        Filter::Ascii85Decode => 4,
        Filter::RunLengthDecode => 64,
        Filter::FlateDecode => 1_032,
        Filter::LzwDecode => 2_600,
        // Images are not decoded.
        _ => 1,
    }
}

/// Inflates up to `room` bytes. A stream that breaks off gives what came before the break.
fn inflate(data: &[u8], room: usize, budget: &mut Budget<'_>) -> Option<Vec<u8>> {
    let mut unpacked = unpack(data, room, true);
    if unpacked.bytes.is_empty() && unpacked.end == End::Broken {
        // Without the two bytes of the zlib header. Anything begins like that, so only a whole stream counts.
        unpacked = unpack(data, room, false);
        if unpacked.end == End::Broken {
            return None;
        }
    }
    if unpacked.end == End::Full {
        budget.reach(Limit::Decoded);
    }
    (unpacked.end == End::Whole || !unpacked.bytes.is_empty()).then_some(unpacked.bytes)
}

struct Unpacked {
    bytes: Vec<u8>,
    end: End,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// All of it.
    Whole,
    /// There would be more than there is room for.
    Full,
    /// It breaks off, or goes on with what cannot be unpacked.
    Broken,
}

/// Inflates into at most `room` bytes, with the zlib header or without.
fn unpack(data: &[u8], room: usize, header: bool) -> Unpacked {
    let mut flags = inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    if header {
        flags |= inflate_flags::TINFL_FLAG_PARSE_ZLIB_HEADER | inflate_flags::TINFL_FLAG_IGNORE_ADLER32;
    }
    let mut state = Box::<DecompressorOxide>::default();
    let mut bytes = vec![0; data.len().saturating_mul(4).max(64).min(room)];
    let (mut read, mut written) = (0, 0);
    let end = loop {
        let rest = data.get(read..).unwrap_or_default();
        let (status, consumed, produced) = decompress(&mut state, rest, &mut bytes, written, flags);
        read += consumed;
        written += produced;
        match status {
            TINFLStatus::Done => break End::Whole,
            TINFLStatus::HasMoreOutput if bytes.len() >= room => break End::Full,
            TINFLStatus::HasMoreOutput => bytes.resize(bytes.len().saturating_mul(2).min(room), 0),
            _ => break End::Broken,
        }
    };
    bytes.truncate(written);
    Unpacked { bytes, end }
}

/// Whether a stream that is decoded when the file is opened (object streams, cross-reference streams) would unpack
/// to more than `room` bytes, all of them together.
///
/// Only streams whose dictionary may be one of these are looked at; those of an encrypted file cannot be inflated
/// here, and pass if even the worst growth keeps them within `room`.
pub(crate) fn suspicious(file: &[u8], room: usize) -> bool {
    let mut left = room;
    let mut from = 0;
    while let Some(found) = file.get(from..).and_then(|rest| find(rest, b"stream")) {
        let at = from + found;
        from = at + b"stream".len();
        let head = file.get(at.saturating_sub(2_048)..at).unwrap_or_default();
        if head.ends_with(b"end") {
            continue;
        }
        // From the last "obj" on, the dictionary of this stream.
        let head = rfind(head, b"obj").and_then(|start| head.get(start..)).unwrap_or(head);
        let opened = [&b"ObjStm"[..], b"XRef", b"/First", b"#"].iter().any(|key| find(head, key).is_some());
        if !opened {
            continue;
        }
        let mut data = file.get(from..).unwrap_or_default();
        while let [b'\r' | b'\n' | b' ', rest @ ..] = data {
            data = rest;
        }
        let unpacked = unpack(data, left, true);
        if unpacked.end == End::Full {
            return true;
        }
        let used = unpacked.bytes.len();
        // Several filters on one another multiply: nobody packs these streams twice.
        let filters = [&b"FlateDecode"[..], b"/Fl", b"LZW", b"RunLength", b"/RL"]
            .iter()
            .map(|name| count(head, name))
            .sum::<usize>();
        let near = data.get(..1 << 20).unwrap_or(data);
        let length = find(near, b"endstream").unwrap_or(near.len());
        let worst = if used > 0 { used } else { length };
        if filters > 2 && worst.saturating_mul(1_032) > room {
            return true;
        }
        left = left.saturating_sub(used);
    }
    false
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|w| w == needle)
}

fn rfind(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).rposition(|w| w == needle)
}

fn count(haystack: &[u8], needle: &[u8]) -> usize {
    haystack.windows(needle.len()).filter(|w| *w == needle).count()
}
