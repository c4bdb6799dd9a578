//! Names of what the core speaks of by id: themes, indicators, kinds of repair.

use crate::i18n::Lang;
use heshu_core::catalogue;
use heshu_core::model::Observation;

/// A theme's name. The empty id is of what belongs to none.
pub fn theme(id: &str, lang: Lang) -> &str {
    match catalogue::theme(id) {
        Some(theme) => lang.pick((theme.zh, theme.en)),
        None if id.is_empty() => lang.words().no_theme,
        None => id,
    }
}

/// What readers of English need under a Chinese name: the indicator's name in the catalogue.
pub fn translated(observation: &Observation, lang: Lang) -> Option<&'static str> {
    let indicator = catalogue::get(observation.indicator.as_deref()?)?;
    (lang == Lang::En).then_some(indicator.en)
}

/// Why a reading is in doubt. A reason that has no words yet is shown as it is.
pub fn doubt(id: &str, lang: Lang) -> String {
    let pair = match id {
        "name-from-context" => ("名称取自上下文", "named from its context"),
        "name-from-clause-before" => ("名称取自前一分句", "named from the clause before"),
        "general-name" => ("名称较笼统", "the name is a general one"),
        "names-and-numbers-differ" => ("名称与数字的个数不等", "names and numbers differ in count"),
        "ratio-of-what" => ("不清楚是什么的比例", "unclear what it is a share of"),
        other => return other.replace('-', " "),
    };
    lang.pick(pair).to_owned()
}

/// What a kind of repair mends. An id that has no name yet is shown as it is.
pub fn repair(id: &str, lang: Lang) -> String {
    let pair = match id {
        "wrapped_lines" => ("断开的行", "Broken lines"),
        "reversed_page" => ("倒序的页面", "Pages in reverse"),
        "page_break" | "page_number" => ("页码与分页", "Page numbers and breaks"),
        "spaced_characters" => ("字间空格", "Spaces between characters"),
        "stray_space" => ("多余的空格", "Stray spaces"),
        "lost_space" => ("丢失的空格", "Lost spaces"),
        "white_space" => ("不同的空白字符", "Kinds of white space"),
        "line_break" => ("换行符", "Line ends"),
        "escaped_break" => ("转义的换行", "Escaped line ends"),
        "full_width" => ("全角字母与数字", "Full-width letters and digits"),
        "compatibility_form" => ("兼容字形", "Compatibility forms"),
        "invisible_character" => ("看不见的字符", "Invisible characters"),
        "markup" | "tag" | "entity" => ("网页标记", "Markup"),
        other => return other.replace('_', " "),
    };
    lang.pick(pair).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn themes_have_names_in_both_languages_and_unknown_ids_stay() {
        for known in catalogue::themes() {
            assert_eq!((theme(known.id, Lang::Zh), theme(known.id, Lang::En)), (known.zh, known.en));
        }
        assert_eq!(theme("", Lang::Zh), "其他");
        assert_eq!(theme("unheard", Lang::En), "unheard");
    }
}
