//! Web pages saved with their parts in one file: MIME messages (RFC 2557).

use crate::limits::Budget;
use crate::{Error, Format, Note, html, text};
use base64::Engine;
use heshu_core::intake::Document;

/// Parts within parts.
const DEPTH: usize = 8;

/// Whether a text begins like a message: header lines, and among them the one that says so.
pub(crate) fn is_message(start: &str) -> bool {
    let head = start.split("\r\n\r\n").next().unwrap_or(start);
    let head = head.split("\n\n").next().unwrap_or(head);
    let lines = || head.lines().filter(|line| !line.starts_with([' ', '\t']) && !line.is_empty());
    let is_header = |line: &str| {
        line.split_once(':').is_some_and(|(name, _)| {
            !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        })
    };
    let says = |name: &str| {
        lines().any(|line| line.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)))
    };
    lines().next().is_some_and(is_header) && says("mime-version:") && says("content-type:")
}

/// Reads the page of a saved web page.
pub(crate) fn read(bytes: &[u8], budget: &mut Budget<'_>) -> Result<Document, Error> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let part = page(bytes, DEPTH).ok_or(Error::Damaged(Format::Mht))?;
    let content = part.content(budget);
    if part.html {
        html::read(&content, part.charset.as_deref(), budget)
    } else {
        text::read(&content, budget)
    }
}

/// One part of a message.
struct Part<'a> {
    html: bool,
    charset: Option<String>,
    encoding: String,
    body: &'a [u8],
}

impl Part<'_> {
    fn content(&self, budget: &mut Budget<'_>) -> Vec<u8> {
        let decoded = match self.encoding.as_str() {
            "quoted-printable" => {
                quoted_printable::decode(self.body, quoted_printable::ParseMode::Robust).ok()
            }
            "base64" => {
                let letters = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/');
                let letters: Vec<u8> = self.body.iter().copied().filter(letters).collect();
                // A cut-off end loses its last bytes, not the page.
                let whole = letters.len() - usize::from(letters.len() % 4 == 1);
                base64::engine::general_purpose::STANDARD_NO_PAD
                    .decode(letters.get(..whole).unwrap_or_default())
                    .ok()
            }
            _ => Some(self.body.to_vec()),
        };
        let content = decoded.unwrap_or_else(|| {
            budget.note(Note::Damaged);
            self.body.to_vec()
        });
        budget.spend(content.len());
        content
    }
}

/// The first part that is a page; a text, where none is.
fn page(message: &[u8], depth: usize) -> Option<Part<'_>> {
    let (head, body) = split(message);
    let head = String::from_utf8_lossy(head);
    let kind = header(&head, "content-type").unwrap_or_default();
    let lower = kind.to_ascii_lowercase();
    if lower.starts_with("multipart/") {
        let depth = depth.checked_sub(1)?;
        let boundary = format!("--{}", parameter(&kind, "boundary")?);
        let mut text = None;
        for part in parts(body, boundary.as_bytes()) {
            match page(part, depth) {
                Some(found) if found.html => return Some(found),
                found => text = text.or(found),
            }
        }
        return text;
    }
    let html = lower.starts_with("text/html") || lower.starts_with("application/xhtml");
    let encoding = header(&head, "content-transfer-encoding").unwrap_or_default().trim().to_ascii_lowercase();
    let plain = lower.is_empty() || lower.starts_with("text/plain");
    (html || plain).then(|| Part { html, charset: parameter(&kind, "charset"), encoding, body })
}

/// Head and body, parted by the first empty line.
fn split(message: &[u8]) -> (&[u8], &[u8]) {
    let mut at = 0;
    for line in message.split_inclusive(|b| *b == b'\n') {
        let end = at + line.len();
        if line.trim_ascii().is_empty() && at > 0 {
            return (message.get(..at).unwrap_or_default(), message.get(end..).unwrap_or_default());
        }
        at = end;
    }
    (message, &[])
}

/// What stands between lines that begin with the boundary.
fn parts<'a>(body: &'a [u8], boundary: &[u8]) -> Vec<&'a [u8]> {
    let mut parts = Vec::new();
    let (mut at, mut from) = (0, None);
    for line in body.split_inclusive(|b| *b == b'\n') {
        if line.starts_with(boundary) {
            parts.extend(from.and_then(|from| body.get(from..at)));
            from = Some(at + line.len());
        }
        at += line.len();
    }
    // A file that was cut off has no last boundary.
    parts.extend(from.and_then(|from| body.get(from..at)).filter(|rest| !rest.trim_ascii().is_empty()));
    parts
}

/// A header's value, its folded lines joined.
fn header(head: &str, name: &str) -> Option<String> {
    let mut value: Option<String> = None;
    for line in head.lines() {
        match (&mut value, line.starts_with([' ', '\t'])) {
            (Some(value), true) => value.push_str(line.trim_end()),
            (Some(_), false) => break,
            (None, _) => {
                value = line
                    .split_once(':')
                    .filter(|(key, _)| key.trim().eq_ignore_ascii_case(name))
                    .map(|(_, value)| value.trim().to_owned());
            }
        }
    }
    value
}

/// A parameter of a header's value: `charset="gb2312"`.
fn parameter(value: &str, name: &str) -> Option<String> {
    let parameters = value.split(';').skip(1).filter_map(|parameter| parameter.split_once('='));
    let mut found = parameters.filter(|(key, _)| key.trim().eq_ignore_ascii_case(name));
    found.next().map(|(_, value)| value.trim().trim_matches('"').to_owned())
}
