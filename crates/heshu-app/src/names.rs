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
        "garbled" => ("紧邻乱码，数字可能不全", "stands beside garbled characters"),
        "ratio-of-what" => ("不清楚是什么的比例", "unclear what it is a share of"),
        other => return other.replace('-', " "),
    };
    lang.pick(pair).to_owned()
}

/// By which construction of the grammar a statistic was read. An id that has no name yet is shown as it is.
pub fn construction(id: &str, lang: Lang) -> String {
    let pair = match id {
        "stated" => ("“A达到X”：名称在数字之前", "the name stands before its number"),
        "counted" => ("“X个A”：名称在数字之后", "the name stands behind its number"),
        "attributed" => ("“X的A”：名称在“的”之后", "the name stands behind 的"),
        "changed" => ("“A增长X”：只有变动", "a change without a level"),
        "distributed" => ("“A、B分别为x、y”：逐一对应", "names and numbers one by one"),
        "retro" => ("“……，分别增长x、y”：承接前文", "numbers for things named before"),
        "based" => ("“在x的基础上增长”：从何算起", "what it grows from"),
        "moved" => ("“由x到y”：前后两个数值", "from one level to another"),
        "turned" => ("“由增长x转为下降y”：前后两个增速", "from one growth to another"),
        "ratio" => ("“x：y：z”：结构", "a structure"),
        "share" => ("“A占B比重”", "a share of something"),
        "compared" => ("“高于B x”：与他者相比", "a distance from something else"),
        "multiple" => ("“是B的x倍”：与他者之比", "a multiple of something else"),
        "modified" => ("“省级x、市级y”：只换限定词", "only the qualifier is new"),
        "general" => ("名称较笼统，由上下文补足", "a general name, completed from its context"),
        "carried" => ("名称承前省略", "the name is carried over"),
        "rank" => ("“居全省第x”：位次", "a place among others"),
        "fulfilled" => ("“完成任务的x”：完成比例", "how much of a plan was carried out"),
        "milestone" => ("“突破百亿大关”：跨过的关口", "a mark that was passed"),
        other => return other.to_owned(),
    };
    lang.pick(pair).to_owned()
}

/// What a kind of repair mends. An id that has no name yet is shown as it is.
pub fn repair(id: &str, lang: Lang) -> String {
    let pair = match id {
        "wrapped_lines" => ("断开的行", "Broken lines"),
        "reversed_page" => ("倒序的页面", "Pages in reverse"),
        "page_number" => ("页码", "Page numbers"),
        "spaced_characters" => ("字间空格", "Spaces between characters"),
        "stray_space" => ("多余的空格", "Stray spaces"),
        "lost_space" => ("丢失的空格", "Lost spaces"),
        "white_space" => ("不同的空白字符", "Kinds of white space"),
        "line_break" => ("换行符", "Line ends"),
        "escaped_break" => ("转义的换行", "Escaped line ends"),
        "full_width" => ("全角字母与数字", "Full-width letters and digits"),
        "compatibility_form" => ("兼容字形", "Compatibility forms"),
        "invisible_character" => ("看不见的字符", "Invisible characters"),
        "tag" | "entity" => ("网页标记", "Markup"),
        "running_head" => ("页眉页脚", "Running heads"),
        "page_order" => ("错乱的页面行序", "Lines out of order"),
        "note" => ("移到文末的注释", "Notes moved to the end"),
        "two_columns" => ("交错的两栏", "Two columns interleaved"),
        "web_shell" => ("网页外壳", "What stood around the report on its web page"),
        "split_number" => ("断开的数字", "Numbers cut in two"),
        "misread_digit" => ("误识的数字", "Digits misread"),
        "suspicion_reversed_page" => ("可能倒序的页面（未改）", "Pages perhaps in reverse (left alone)"),
        "suspicion_split_number" => ("可能断开的数字（未改）", "Numbers perhaps cut in two (left alone)"),
        "suspicion_garbled" => ("可能是乱码（未改）", "Characters perhaps garbled (left alone)"),
        "suspicion_number_mark" => ("可疑的数字标点（未改）", "Doubtful marks in numbers (left alone)"),
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
