//! Short names between a module and the JavaScript that binds it. wasm-bindgen's tell what each is and end in a hash: some
//! kilobytes of every first visit that nobody reads.

use crate::wasm::{Reader, section, write_number};
use anyhow::{Result, ensure};
use std::collections::{HashMap, HashSet};

const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
/// How the names begin that wasm-bindgen makes, and that only its own JavaScript calls.
const MADE: &[&str] = &["__wbg_", "__wbindgen_cast_", "wasm_bindgen__convert__", "__wasm_bindgen_func_elem_"];

/// Gives both with short names.
pub fn shorten(module: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let words = glue.split(|c| !is_word(c)).collect();
    let mut short = Short { names: HashMap::new(), words };
    let mut out = module.to_owned();
    // The last section first, so that the places of others stay.
    for (id, function) in [(EXPORTS, exports as Rename), (IMPORTS, imports as Rename)] {
        let Some(place) = section(module, id)? else { continue };
        let mut reader = Reader { bytes: &module[..place.content.end], at: place.content.start };
        let mut content = Vec::new();
        function(&mut reader, &mut short, &mut content)?;
        let mut section = vec![id];
        write_number(&mut section, content.len());
        section.extend(content);
        out.splice(place.whole, section);
    }
    let glue = renamed(glue, &short.names);
    Ok((out, glue))
}

type Rename = fn(&mut Reader<'_>, &mut Short<'_>, &mut Vec<u8>) -> Result<()>;

/// The names that were given.
struct Short<'a> {
    names: HashMap<String, String>,
    /// The words of the JavaScript.
    words: HashSet<&'a str>,
}

impl Short<'_> {
    /// Writes a name, or a short one in its place where both sides are wasm-bindgen's.
    fn write(&mut self, name: &str, out: &mut Vec<u8>) -> Result<()> {
        let given = self.names.len();
        let name = if MADE.iter().any(|made| name.starts_with(made)) {
            let short = self.names.entry(name.to_owned()).or_insert_with(|| format!("w_{given:x}"));
            ensure!(!self.words.contains(short.as_str()), "the JavaScript has a name {short} of its own");
            short
        } else {
            name
        };
        write_number(out, name.len());
        out.extend(name.as_bytes());
        Ok(())
    }
}

fn imports(reader: &mut Reader<'_>, short: &mut Short<'_>, out: &mut Vec<u8>) -> Result<()> {
    let count = reader.number()?;
    write_number(out, count);
    for _ in 0..count {
        let module = reader.name()?;
        write_number(out, module.len());
        out.extend(module.as_bytes());
        short.write(reader.name()?, out)?;
        let start = reader.at;
        reader.import()?;
        out.extend(&reader.bytes[start..reader.at]);
    }
    Ok(())
}

fn exports(reader: &mut Reader<'_>, short: &mut Short<'_>, out: &mut Vec<u8>) -> Result<()> {
    let count = reader.number()?;
    write_number(out, count);
    for _ in 0..count {
        short.write(reader.name()?, out)?;
        let start = reader.at;
        reader.byte()?;
        reader.number()?;
        out.extend(&reader.bytes[start..reader.at]);
    }
    Ok(())
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

/// The JavaScript with its words exchanged.
fn renamed(glue: &str, names: &HashMap<String, String>) -> String {
    let mut out = String::with_capacity(glue.len());
    let mut rest = glue;
    while !rest.is_empty() {
        let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        let (word, tail) = rest.split_at(end);
        out.push_str(names.get(word).map_or(word, String::as_str));
        let next = tail.find(is_word).unwrap_or(tail.len());
        let (between, tail) = tail.split_at(next);
        out.push_str(between);
        rest = tail;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_call_each_other_by_the_short_names() {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.extend([1, 4, 1, 0x60, 0, 0]);
        let named = |name: &str| [&[name.len() as u8][..], name.as_bytes()].concat();
        let section = |id: u8, content: &[u8]| [&[id, content.len() as u8][..], content].concat();
        let import =
            [vec![1], named("./heshu_bg.js"), named("__wbg_log_0123456789abcdef"), vec![0, 0]].concat();
        module.extend(section(IMPORTS, &import));
        let export = [vec![2], named("analyze"), vec![0, 0], named("wasm_bindgen__convert__h1"), vec![0, 0]];
        module.extend(section(EXPORTS, &export.concat()));
        let glue =
            "{__wbg_log_0123456789abcdef: function(a){wasm.wasm_bindgen__convert__h1(a)}};wasm.analyze()";
        let (module, glue) = shorten(&module, glue).unwrap();
        assert_eq!(glue, "{w_1: function(a){wasm.w_0(a)}};wasm.analyze()");
        let text = String::from_utf8_lossy(&module);
        assert!(
            text.contains("\u{3}w_1\0\0") && text.contains("\u{3}w_0\0\0") && text.contains("\u{7}analyze"),
            "{text:?}"
        );
        assert_eq!(module.len(), 8 + 6 + 2 + (1 + 14 + 4 + 2) + 2 + (1 + 8 + 2 + 4 + 2));
    }

    #[test]
    fn a_name_that_the_glue_has_already_is_refused() {
        let module = [&b"\0asm\x01\0\0\0"[..], &[2, 13, 1, 1, b'm', 7], b"__wbg_a", &[0, 0]].concat();
        assert!(shorten(&module, "let w_0;").is_err());
        assert!(shorten(&module, "").is_ok());
    }
}
