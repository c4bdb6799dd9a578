//! Area: whether a number is of the report's own area or of one that holds it.

use super::draft::Draft;
use crate::lexicon;
use crate::model::{Document, Level};

/// How wide the area is that a word names: 全国 widest; none for other words.
pub fn rank(word: &str) -> Option<u8> {
    Some(match word {
        "全国" => 5,
        "全省" => 4,
        "全市" | "全州" | "全盟" => 3,
        "全县" | "全区" | "全旗" => 2,
        "全镇" | "全乡" => 1,
        _ => return None,
    })
}

/// Whether a sentence speaks of a part of the area, as its first words say: 产业集聚区发展迅速，完成增加值225亿元. What follows
/// without a name of its own is then no statistic of the whole.
pub fn of_a_part(draft: &Draft, before: &str) -> bool {
    let opening = before.trim_start_matches([' ', '　', '—', '-']);
    let opening = lexicon::WHOLE_AREA.strip_front(opening).unwrap_or(opening);
    let part = lexicon::PART_OF_AREA.begins(opening);
    part.is_some_and(|part| draft.area.is_none() && !draft.name.contains(part))
}

/// The area that a draft's own words name, if it is wider than that of the report: 全省 in the report of a county.
/// 全国重点实验室 and 全省首个 are of the report's own; only what is measured, or 之一, is of the wider area.
pub fn wider(draft: &Draft, document: &Document) -> Option<String> {
    let word = draft.area?;
    let measured = lexicon::HEAD.ends(&draft.name).is_some() || draft.name.ends_with("之一");
    if !measured || draft.construction == "rank" || lexicon::ACTION.begins(&draft.name).is_some() {
        return None;
    }
    // A city of the rank of a county calls itself 全市.
    let own = match (document.level?, document.region.as_deref()?) {
        (Level::Nation, _) => 5,
        (Level::Province, _) => 4,
        (Level::Prefecture, _) => 3,
        (_, name) if name.ends_with('市') => 3,
        (Level::County, _) => 2,
        (Level::Township, _) => 1,
    };
    (rank(word)? > own).then(|| word.to_owned())
}
