//! A report inside a link: `#h1=…` is the pasted text, `#r1=…` its results without the text ([`crate::brief`]), both in
//! UTF-8, raw deflate, base64url.

use super::js;

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
    Some(format!("{codec}={}", asked("pack", text).await?))
}

/// Unpacks what [`pack`] packed. None where it is damaged.
pub async fn unpack(packed: &str) -> Option<String> {
    asked("unpack", packed).await
}

/// What the boot script makes of a text; it packs and unpacks as the browser does.
async fn asked(method: &str, text: &str) -> Option<String> {
    let promise = js::heshu(method, &[text.into()]).and_then(js::promise)?;
    super::wait(promise).await?.as_string()
}

#[cfg(test)]
mod tests {
    use super::*;

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
