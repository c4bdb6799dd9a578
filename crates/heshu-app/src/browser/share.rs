//! A report inside a link: `#h1=…` is the pasted text, `#r1=…` its results without the text ([`crate::brief`]), both in
//! UTF-8, raw deflate, base64url.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ReadableStream, Response};

/// The codec of a whole report, with its version.
pub const REPORT: &str = "h1";
/// The codec of results, with its version.
pub const RESULTS: &str = "r1";

/// What stands after the `#` of the page's address.
#[derive(Debug, PartialEq, Eq)]
pub enum Fragment<'a> {
    /// Nothing of ours.
    None,
    /// The name of a sample.
    Sample(&'a str),
    /// A packed report.
    Packed(&'a str),
    /// Packed results.
    Results(&'a str),
    /// A codec that this version does not know.
    Future,
}

/// Reads a fragment, without its `#`. Parts are apart by `&`.
pub fn fragment(fragment: &str) -> Fragment<'_> {
    for part in fragment.split('&') {
        match part.split_once('=') {
            Some(("sample", name)) => return Fragment::Sample(name),
            Some((REPORT, packed)) => return Fragment::Packed(packed),
            Some((RESULTS, packed)) => return Fragment::Results(packed),
            Some((codec, _)) if is_codec(codec) => return Fragment::Future,
            _ => {}
        }
    }
    Fragment::None
}

/// The view that a fragment names.
pub fn view(fragment: &str) -> Option<&str> {
    fragment.split('&').find_map(|part| part.strip_prefix("view="))
}

/// The screen of a set of reports that a fragment names.
pub fn set(fragment: &str) -> Option<&str> {
    fragment.split('&').find_map(|part| part.strip_prefix("set="))
}

/// A fragment that names another view and keeps what else it holds.
pub fn with_view(fragment: &str, view: &str) -> String {
    let kept = fragment.split('&').filter(|part| !part.is_empty() && !part.starts_with("view="));
    let parts: Vec<String> = kept.map(str::to_owned).chain([format!("view={view}")]).collect();
    parts.join("&")
}

fn is_codec(name: &str) -> bool {
    name.strip_prefix(['h', 'r']).is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

/// Packs a text into the fragment of a link. None where the browser cannot.
pub async fn pack(codec: &str, text: &str) -> Option<String> {
    let stream = transform("CompressionStream")?;
    let bytes = through(text.as_bytes(), &stream).await?;
    Some(format!("{codec}={}", base64url(&bytes)))
}

/// Unpacks what [`pack`] packed. None where it is damaged.
pub async fn unpack(packed: &str) -> Option<String> {
    let bytes = from_base64url(packed)?;
    let stream = transform("DecompressionStream")?;
    let bytes = through(&bytes, &stream).await?;
    String::from_utf8(bytes).ok()
}

/// A stream that packs or unpacks, where the browser has one (web-sys does not know them yet).
fn transform(name: &str) -> Option<JsValue> {
    let class: js_sys::Function = Reflect::get(&js_sys::global(), &name.into()).ok()?.dyn_into().ok()?;
    let stream = Reflect::construct(&class, &js_sys::Array::of1(&"deflate-raw".into())).ok()?;
    Some(stream)
}

/// Sends bytes through a transforming stream.
async fn through(bytes: &[u8], stream: &JsValue) -> Option<Vec<u8>> {
    let body =
        web_sys::Blob::new_with_u8_array_sequence(&js_sys::Array::of1(&Uint8Array::from(bytes))).ok()?;
    let source = body.stream();
    let pipe: js_sys::Function = Reflect::get(&source, &"pipeThrough".into()).ok()?.dyn_into().ok()?;
    let piped: ReadableStream = pipe.call1(&source, stream).ok()?.dyn_into().ok()?;
    let response = Response::new_with_opt_readable_stream(Some(&piped)).ok()?;
    let buffer = super::wait(response.array_buffer().ok()?).await?;
    Some(Uint8Array::new(&buffer).to_vec())
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn base64url(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let at = |place: usize| u32::from(chunk.get(place).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..=chunk.len() {
            let index = (bits >> (18 - 6 * place)) & 63;
            out.push(char::from(ALPHABET[index as usize]));
        }
    }
    out
}

fn from_base64url(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut held) = (0u32, 0);
    for byte in text.trim_end_matches('=').bytes() {
        let value = ALPHABET.iter().position(|a| *a == byte)?;
        bits = bits << 6 | value as u32;
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push((bits >> held) as u8);
            bits &= (1 << held) - 1;
        }
    }
    // Whole bytes leave less than six bits, all zero.
    (held < 6 && bits == 0).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64url_goes_there_and_back() {
        for bytes in [&b""[..], b"a", b"ab", b"abc", &[255, 0, 254, 127]] {
            assert_eq!(from_base64url(&base64url(bytes)).as_deref(), Some(bytes));
        }
        assert_eq!(base64url(&[0xfb, 0xff]), "-_8");
    }

    #[test]
    fn damaged_text_is_refused() {
        for damaged in ["A", "AB=C", "a b", "-_9", "核"] {
            assert_eq!(from_base64url(damaged), None, "{damaged}");
        }
    }

    #[test]
    fn fragments_tell_what_they_hold() {
        assert_eq!(fragment(""), Fragment::None);
        assert_eq!(fragment("view=checks"), Fragment::None);
        assert_eq!(fragment("view=checks&h1=abc"), Fragment::Packed("abc"));
        assert_eq!(fragment("sample=yining"), Fragment::Sample("yining"));
        assert_eq!(fragment("r1=abc&view=checks"), Fragment::Results("abc"));
        assert_eq!(fragment("h2=abc"), Fragment::Future);
        assert_eq!(fragment("r17=abc"), Fragment::Future);
        assert_eq!(view("h1=abc&view=checks"), Some("checks"));
        assert_eq!(with_view("h1=abc&view=checks", "table"), "h1=abc&view=table");
        assert_eq!(with_view("", "table"), "view=table");
        assert_eq!((set("set=side"), set("view=checks")), (Some("side"), None));
    }
}
