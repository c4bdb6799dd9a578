//! Area: whether a number is of the report's own area or of one that holds it.

use super::draft::Draft;
use crate::catalogue;
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

/// The place that a name begins with, if it is not the report's own: 某某县生产总值 in the report of a city. `rest_is_whole` tells
/// whether what stands behind the place names a statistic by itself, as it does not in 棚户区改造.
pub fn elsewhere<'a>(
    name: &'a str,
    document: &Document,
    rest_is_whole: impl Fn(&str) -> bool,
) -> Option<&'a str> {
    let place = catalogue::place_of(name)?;
    let region = document.region.as_deref()?;
    let own = region.contains(place) || place.ends_with(region);
    let joined = place.contains(['本', '我', '、', '及', '和', '与']);
    let word = lexicon::NO_OTHER_PLACE.begins(place).or(lexicon::ACTION.begins(place));
    let other = !own && !joined && word.is_none() && rest_is_whole(name.get(place.len()..)?);
    other.then_some(place)
}

/// Whether a name is of the counties of a wider area: 县域生产总值 is a county's own, but no province's.
pub fn of_counties(name: &str, document: &Document) -> bool {
    name.starts_with("县域") && !matches!(document.level, None | Some(Level::County | Level::Township))
}

/// A name without the short name of the report's own area, which it may begin with: 某某经济总量 in the report of 某某市.
pub fn unplaced<'a>(name: &'a str, document: &Document) -> Option<&'a str> {
    let region = document.region.as_deref()?;
    let short = lexicon::AREA_ENDING.ends(region).and_then(|ending| region.strip_suffix(ending))?;
    name.strip_prefix(short).filter(|_| short.chars().count() > 1)
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

#[cfg(test)]
mod tests {
    use crate::observations::Observation;

    /// The observations of a sentence in the review of a report of 甲水市, which is over counties.
    fn rows(sentence: &str) -> Vec<Observation> {
        let report = format!(
            "甲水市人民政府工作报告\n2024年1月20日在甲水市第一届人民代表大会第三次会议上\n各位代表：\n\
             现在，我代表甲水市人民政府向大会报告工作。\n一、2023年工作回顾\n过去一年，我们稳中求进。\n{sentence}\n"
        );
        crate::analyze(&report, &crate::Options::default()).observations
    }

    #[test]
    fn the_figure_of_a_place_is_of_that_place() {
        let read = |sentence: &str| {
            let row = rows(sentence).pop().expect("there");
            (row.indicator.unwrap_or_default(), row.region.unwrap_or_default())
        };
        let of = |indicator: &str, region: &str| (indicator.to_owned(), region.to_owned());
        assert_eq!(read("乙山县生产总值增长9%。"), of("", "乙山县"));
        assert_eq!(read("丙江新区固定资产投资增长12%。"), of("", "丙江新区"));
        assert_eq!(read("甲水市生产总值增长9%。"), of("gdp", ""));
        assert_eq!(read("甲水经济总量突破2000亿元。"), of("gdp", ""));
        assert_eq!(read("全市生产总值增长9%。"), of("gdp", ""));
        assert_eq!(read("本市生产总值增长9%。"), of("gdp", ""));
        assert_eq!(read("新建、改造市政公园6个。"), of("new_parks", ""));
        assert_eq!(read("棚户区改造300户。"), of("shanty_rebuilt", ""));
        assert_eq!(read("实际到位省外资金30亿元。"), of("investment_attracted", ""));
        assert_eq!(read("办复市人大建议55件。"), of("proposals_npc", ""));
    }
}
