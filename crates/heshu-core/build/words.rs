//! Word lists: a TOML file of `key = "white-space separated words"` becomes one `List` a key.

use std::collections::{BTreeMap, BTreeSet};
use std::{env, fmt::Write, fs, path::Path};

/// Writes `$OUT_DIR/{name}.rs` from `data/{name}.toml`. Stops the build at an empty list or a word given twice.
pub fn generate(name: &str) {
    let source = format!("data/{name}.toml");
    let toml = fs::read_to_string(&source).unwrap_or_else(|e| panic!("{source}: {e}"));
    let lists: BTreeMap<String, String> = toml::from_str(&toml).unwrap_or_else(|e| panic!("{source}: {e}"));
    let mut code = String::new();
    for (key, words) in &lists {
        let words: Vec<&str> = words.split_whitespace().collect();
        assert!(!words.is_empty(), "{source}: `{key}` has no words");
        let mut seen = BTreeSet::new();
        for word in &words {
            assert!(seen.insert(word), "{source}: `{key}` gives {word} twice");
        }
        // A long list is one string, which is a quarter of the size; who needs it splits it.
        if words.len() > 1000 {
            let _ = writeln!(code, "pub const {}: &str = {:?};", key.to_uppercase(), words.join(" "));
            continue;
        }
        let _ = writeln!(code, "pub static {}: List = List::new(&{words:?});", key.to_uppercase());
    }
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join(format!("{name}.rs")), code).expect("OUT_DIR can be written");
}
