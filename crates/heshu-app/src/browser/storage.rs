//! What stays in this browser: language, appearance, judgements, the list of words. Reports only in [`super::recents`].

use crate::i18n::Lang;
use crate::state::{Appearance, Judgement, State};
use std::collections::BTreeMap;

fn storage() -> Option<web_sys::Storage> {
    // Reading the property throws where storage is forbidden; the page works without.
    super::window()?.local_storage().ok().flatten()
}

fn read(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

fn write(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, value);
    }
}

/// The state that a visit begins with.
pub fn restore() -> State {
    let lang = match read("heshu.lang").as_deref() {
        Some("en") => Lang::En,
        _ => Lang::Zh,
    };
    let appearance = match read("heshu.theme").as_deref() {
        Some("light") => Appearance::Light,
        Some("dark") => Appearance::Dark,
        _ => Appearance::Auto,
    };
    let judgements = read("heshu.marks").map(|text| judgements(&text)).unwrap_or_default();
    let word_list = read("heshu.list").unwrap_or_else(|| "environment".to_owned());
    let own_words = read("heshu.words").unwrap_or_default();
    let keep_recents = read("heshu.recents").as_deref() == Some("yes");
    State { lang, appearance, judgements, word_list, own_words, keep_recents, ..State::default() }
}

/// Keeps what changed.
pub fn keep(state: &State) {
    write("heshu.lang", if state.lang == Lang::En { "en" } else { "zh" });
    write(
        "heshu.theme",
        match state.appearance {
            Appearance::Auto => "auto",
            Appearance::Light => "light",
            Appearance::Dark => "dark",
        },
    );
    let lines: Vec<String> =
        state.judgements.iter().map(|(key, judgement)| format!("{}\t{key}", judgement.id())).collect();
    write("heshu.marks", &lines.join("\n"));
    write("heshu.recents", if state.keep_recents { "yes" } else { "no" });
    write("heshu.list", &state.word_list);
    write("heshu.words", &state.own_words);
}

fn judgements(text: &str) -> BTreeMap<String, Judgement> {
    let line = |line: &str| {
        // Earlier versions kept the words of a check: they go with the next that is written.
        let (judgement, key) = line.split_once('\t').filter(|(_, key)| !key.contains(':'))?;
        Some((key.to_owned(), Judgement::from_id(judgement)?))
    };
    // Collected they would be sorted first, in some kilobytes of code.
    let mut all = BTreeMap::new();
    all.extend(text.lines().filter_map(line));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn judgements_come_back_and_damaged_lines_are_left() {
        let got = judgements("agreed\ta1\nnonsense\nwrong\tb\nignored\tc\nagreed\trule:某县2023年");
        assert_eq!(
            got.into_iter().collect::<Vec<_>>(),
            [("a1".to_owned(), Judgement::Agreed), ("c".to_owned(), Judgement::Ignored)]
        );
    }
}
