//! Mistakes in the data end the build with a sentence that names them.

#![allow(clippy::expect_used)]

#[path = "../build/automaton.rs"]
#[allow(clippy::indexing_slicing)]
mod automaton;
#[path = "../build/catalogue.rs"]
mod catalogue;
#[path = "../src/catalogue/spelling.rs"]
mod spelling;

use std::fs;
use std::path::{Path, PathBuf};

/// A copy of the data folder with one file changed: the first `old` replaced by `new`, or `new` put at the end.
fn data_with(case: &str, file: &str, old: &str, new: &str) -> PathBuf {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let to = Path::new(env!("CARGO_TARGET_TMPDIR")).join(case);
    let _ = fs::remove_dir_all(&to);
    fs::create_dir_all(to.join("indicators")).expect("the folder is ours");
    let indicators =
        fs::read_dir(from.join("indicators")).expect("it is there").flatten().map(|f| f.file_name());
    let names = indicators.map(|name| Path::new("indicators").join(name));
    for name in names.chain(["themes.toml", "naming.toml", "units.toml"].map(PathBuf::from)) {
        fs::copy(from.join(&name), to.join(&name)).expect("it can be copied");
    }
    let path = to.join(file);
    let text = fs::read_to_string(&path).unwrap_or_default();
    assert!(text.contains(old), "{case}: {file} has no {old}");
    let changed = if old.is_empty() { text + new } else { text.replacen(old, new, 1) };
    fs::write(&path, changed).expect("the folder is ours");
    to
}

/// An entry for the end of a file.
fn entry(id: &str, aliases: &str, dimension: &str, more: &str) -> String {
    format!(
        "\n[{id}]\nzh = \"某率\"\nen = \"Some rate\"\naliases = [{aliases}]\ndimension = \"{dimension}\"\n{more}\n"
    )
}

fn compile(case: &str, file: &str, old: &str, new: &str) -> Result<(), String> {
    let data = data_with(case, file, old, new);
    catalogue::compile(&data, &data)
}

#[test]
fn each_mistake_is_named() {
    let economy = "indicators/economy.toml";
    let sound = entry("made_up", "\"某[某|]率\"", "percent", "usual = { county = \"1..9\" }");
    assert_eq!(compile("sound", economy, "", &sound), Ok(()));
    for (case, file, old, new, sentence) in [
        (
            "alias",
            economy,
            "",
            entry("made_up", "\"森林覆盖[率|]\"", "percent", ""),
            "the alias 森林覆盖率 belongs to both forest_coverage and made_up",
        ),
        (
            "dimension",
            economy,
            "",
            entry("made_up", "", "weight", ""),
            "made_up has the unknown dimension weight",
        ),
        (
            "range",
            economy,
            "",
            entry("made_up", "", "percent", "usual = { county = \"9..1\" }"),
            "made_up: 9..1 is no range",
        ),
        ("brackets", economy, "", entry("made_up", "\"某[甲|乙\"", "percent", ""), "某[甲|乙 do not match"),
        (
            "group",
            economy,
            "",
            entry("made_up", "\"{raze}某物\"", "percent", ""),
            "names no group of naming.toml",
        ),
        ("twice", "indicators/income.toml", "", entry("gdp", "", "percent", ""), "gdp stands in two"),
        (
            "theme",
            "indicators/weather.toml",
            "",
            entry("made_up", "", "percent", ""),
            "is named after no theme",
        ),
        (
            "missing",
            "indicators/environment.toml",
            "[forest_coverage]",
            "[forests]".to_owned(),
            "no entry for forest_coverage, which the contract fixes",
        ),
        (
            "word",
            "themes.toml",
            "words = [",
            "words = [\"森林\", ".to_owned(),
            "the word 森林 stands under two themes",
        ),
    ] {
        let found = compile(case, file, old, &new);
        assert!(found.as_ref().is_err_and(|found| found.contains(sentence)), "{case}: {found:?}");
    }
}
