//! Targets without a number: 居民收入增长与经济增长同步, 其他指标完成上级下达任务.

use crate::delivery::{Outcome, named, of_year, verdict};
use crate::entry::Entry;
use crate::words;
use heshu_core::catalogue;
use heshu_core::model::{Bound, Change, Kind, Observation, Part, Span};
use heshu_core::outline;
use rust_decimal::Decimal;
use serde::Serialize;
use std::ops::Range;

/// A target that is set in words, and what the next report says of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Worded {
    /// What it is of.
    pub name: String,
    /// The words that set it, in the earlier report.
    pub words: Span,
    /// What became of it.
    pub outcome: Outcome,
    /// Ids of its results in the later report.
    pub results: Vec<u32>,
    /// Id of what they are held against there: the growth of the economy.
    pub against: Option<u32>,
    /// Where the later report has no result, the first sentence that looks back and names it.
    pub named: Option<Span>,
}

/// What the words ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    /// To grow with the economy.
    With,
    /// To grow more, or less, than the economy.
    Beside { more: bool },
    /// To grow.
    Grow,
    /// What the report alone cannot decide.
    Open,
}

/// A target as it is set: its name, what is asked for, where its words are.
type Aim = (String, Wish, Range<usize>);

/// The targets of a year that are set in words, in reading order, and what the next report says of each.
pub(crate) fn worded(earlier: &Entry, later: &Entry, year: i32) -> Vec<Worded> {
    let results = of_year(later, year, &[Kind::Actual, Kind::Expected]);
    let economy = results.iter().copied().find(|o| is(o, "gdp") && growth(o).is_some());
    let mut found: Vec<Worded> = Vec::new();
    for (name, wish, words) in aims(earlier, year) {
        if found.iter().any(|known| known.name == name) {
            continue;
        }
        let known = catalogue::resolve(&name, None, false).map(|indicator| indicator.id);
        let of: Vec<&Observation> = match known {
            _ if words::INCOMES.iter().any(|word| word == name) => incomes(&results),
            Some(id) => one(&results, |o| is(o, id)),
            None => one(&results, |o| o.name == name),
        };
        let reached = of.iter().map(|o| met(wish, o, economy));
        let (outcome, named) = match verdict(reached) {
            Some(outcome) => (outcome, None),
            None if !of.is_empty() => (Outcome::Unclear, None),
            None => {
                let named = named(later, &name);
                // What the catalogue does not know goes by many names: that it is not found says nothing.
                let silent = named.is_none() && known.is_some();
                (if silent { Outcome::Silent } else { Outcome::Unclear }, named)
            }
        };
        let compared = matches!(wish, Wish::With | Wish::Beside { .. }) && !of.is_empty();
        found.push(Worded {
            name,
            words: earlier.text.span(words),
            outcome,
            results: of.iter().map(|o| o.id).collect(),
            against: economy.filter(|_| compared).map(|o| o.id),
            named,
        });
    }
    found
}

fn is(o: &Observation, id: &str) -> bool {
    o.indicator.as_deref() == Some(id)
}

/// The growth that a number states, against the year before.
fn growth(o: &Observation) -> Option<&Change> {
    o.change.as_ref().filter(|change| change.unit == "%")
}

/// The first result with a growth, else the first.
fn one<'a>(results: &[&'a Observation], fits: impl Fn(&Observation) -> bool) -> Vec<&'a Observation> {
    let all = || results.iter().copied().filter(|o| fits(o));
    all().find(|o| growth(o).is_some()).or_else(|| all().next()).into_iter().collect()
}

/// The incomes of all, or else of town and country.
fn incomes<'a>(results: &[&'a Observation]) -> Vec<&'a Observation> {
    let all = one(results, |o| is(o, "income_all"));
    match all.is_empty() {
        true => ["income_urban", "income_rural"].iter().flat_map(|id| one(results, |o| is(o, id))).collect(),
        false => all,
    }
}

/// Nobody says how far apart what grows in step may be: so many points are too many.
const STEP: Decimal = Decimal::ONE;

/// Whether a result is what was wished for; none where the report does not tell.
fn met(wish: Wish, result: &Observation, economy: Option<&Observation>) -> Option<bool> {
    let told = |o: &Observation| {
        let change = growth(o)?;
        matches!(change.bound, Bound::Exact | Bound::Approx).then_some(change.value.get())
    };
    let own = told(result)?;
    let ahead = || Some(own - told(economy?)?);
    match wish {
        Wish::Grow => Some(own > Decimal::ZERO),
        Wish::Beside { more: true } => Some(ahead()? > Decimal::ZERO),
        Wish::Beside { more: false } => Some(ahead()? < Decimal::ZERO),
        Wish::With => match ahead()? {
            ahead if ahead >= Decimal::ZERO => Some(true),
            ahead => (ahead <= -STEP).then_some(false),
        },
        Wish::Open => None,
    }
}

/// Every target in words of a report that is of this year.
fn aims(entry: &Entry, year: i32) -> Vec<Aim> {
    let text = entry.text.as_str();
    let targets = of_year(entry, year, &[Kind::Target]);
    let mut aims = Vec::new();
    for line in pieces(text, 0..text.len(), &['\n']) {
        // Whether the line announces targets, up to where it was looked through. No mark stands in what announces them.
        let (mut announced, mut looked) = (false, line.start);
        for sentence in pieces(text, line.clone(), &['。', '！', '？']) {
            let part = part(entry, entry.text.span(sentence.clone()).start);
            if !looks_ahead(part, true) {
                continue;
            }
            let numbers = numbers(entry, &sentence);
            let of_year = numbers.iter().any(|o| targets.iter().any(|target| target.id == o.id));
            let mut before = "";
            for clause in pieces(text, sentence.clone(), &['，', '；', ',', ';']) {
                // What stands behind the last number of a clause: 新增就业5万人、居民收入与经济同步.
                let places = numbers.iter().map(|o| entry.text.range(o.span));
                let inside = places.filter(|place| place.start < clause.end && clause.start < place.end);
                let from = inside.map(|place| place.end).max().unwrap_or(clause.start);
                let words = text.get(from..clause.end).unwrap_or_default();
                let ahead = text.get(looked..clause.start).unwrap_or_default();
                announced = announced || outline::announces_targets(ahead);
                looked = clause.start;
                let announced = announced || of_year && part == Some(Part::Targets);
                let read =
                    if looks_ahead(part, announced) { read(words, before, announced) } else { Vec::new() };
                let several = text.get(sentence.start..clause.end).unwrap_or_default();
                // Asked of few clauses.
                let several = || words::YEARS.around(if of_year { words } else { several }).is_some();
                if !read.is_empty() && !several() {
                    aims.extend(read.into_iter().map(|(name, wish)| (name, wish, from..clause.end)));
                }
                before = words;
            }
        }
    }
    aims
}

/// The part of the report that a place is in.
fn part(entry: &Entry, at: u32) -> Option<Part> {
    let inner = entry.analysis.sections.iter().rev().find(|s| s.span.start <= at && at < s.span.end);
    inner.map(|section| section.part)
}

/// Whether a part looks ahead; one that looks at all that comes does where it says so.
fn looks_ahead(part: Option<Part>, announced: bool) -> bool {
    match part {
        Some(Part::Targets | Part::Tasks | Part::Commitments | Part::Government) => true,
        Some(Part::Outlook) => announced,
        _ => false,
    }
}

/// The observations in a stretch of the text.
fn numbers<'a>(entry: &'a Entry, stretch: &Range<usize>) -> Vec<&'a Observation> {
    let span = entry.text.span(stretch.clone());
    let all = &entry.analysis.observations;
    all.iter().filter(|o| o.span.start < span.end && span.start < o.span.end).collect()
}

/// A stretch of a text cut at marks, without these.
fn pieces<'a>(
    text: &'a str,
    stretch: Range<usize>,
    marks: &'a [char],
) -> impl Iterator<Item = Range<usize>> + 'a {
    let mut start = stretch.start;
    text.get(stretch).unwrap_or_default().split_inclusive(marks).map(move |piece| {
        let from = start;
        start += piece.len();
        from..from + piece.trim_end_matches(marks).len()
    })
}

/// What a clause asks for, and of what. Outside of the announced goals only growth beside the economy or others is a
/// target, and only of what the catalogue knows.
fn read(clause: &str, before: &str, announced: bool) -> Vec<(String, Wish)> {
    let clause = clause.trim_matches(|c: char| !c.is_alphanumeric());
    let (subject, wish) = match (beside(clause), announced) {
        (Some(found), _) => found,
        (None, true) => match ordered(clause, before).or_else(|| at_the_end(clause)) {
            Some(found) => found,
            None => return Vec::new(),
        },
        (None, false) => return Vec::new(),
    };
    let parts: Vec<String> =
        subject.split('、').flat_map(joined).filter(|name| name.chars().count() > 1).collect();
    // 经济平稳增长 is no target.
    let parts = parts.into_iter().filter(|name| !words::ECONOMY.iter().any(|word| word == name));
    let wanted = parts.filter(|name| match wish {
        Wish::Open if announced => name.chars().count() <= LONGEST,
        _ => known(name),
    });
    wanted.map(|name| (name, wish)).collect()
}

/// Whether the catalogue knows what is called so.
fn known(name: &str) -> bool {
    catalogue::resolve(name, None, false).is_some() || words::INCOMES.iter().any(|word| word == name)
}

/// 粮食产量和居民收入: both, where each is known by itself; 城镇和农村居民收入 stays one.
fn joined(phrase: &str) -> Vec<String> {
    let whole = bare(phrase);
    let each: Vec<String> = whole.split(['和', '与', '及']).map(bare).collect();
    if !known(&whole) && each.iter().all(|name| known(name)) { each } else { vec![whole] }
}

/// What is longer is no name.
const LONGEST: usize = 20;

/// 居民收入增长与经济增长基本同步, 居民收入增速高于经济增长, 投资增速高于全省平均水平.
fn beside(clause: &str) -> Option<(&str, Wish)> {
    if let Some((ahead, _)) = words::TOGETHER.around(clause) {
        let (ahead, how) = words::ECONOMY.around(ahead)?;
        let subject = words::AND.off_end(ahead)?;
        return (how.chars().count() <= 8).then_some((subject, Wish::With));
    }
    let more = words::ABOVE.around(clause).map(|found| (found, true));
    let ((subject, than), more) = more.or_else(|| words::BELOW.around(clause).map(|found| (found, false)))?;
    if words::ECONOMY.off_front(than).is_some() {
        return Some((subject, Wish::Beside { more }));
    }
    words::ELSEWHERE.off_front(than).map(|_| (subject, Wish::Open))
}

/// 主要污染物排放量完成省定目标, 完成市下达的节能减排任务, 其他约束性指标，确保完成上级下达任务.
fn ordered<'a>(clause: &'a str, before: &'a str) -> Option<(&'a str, Wish)> {
    let (subject, what) = words::FULFIL.iter().find_map(|word| clause.split_once(word))?;
    let what = words::ORDERED.around(what).map_or(what, |(_, what)| what);
    let what = words::TASK.off_end(what)?.trim_start_matches('的');
    let subject = [subject, what, before].into_iter().find(|words| !bare(words).is_empty())?;
    Some((subject, Wish::Open))
}

/// 居民收入稳步增长, 国际收支基本平衡.
fn at_the_end(clause: &str) -> Option<(&str, Wish)> {
    let grows = words::GROWS.off_end(clause).map(|subject| (subject, Wish::Grow));
    grows.or_else(|| words::STABLE.off_end(clause).map(|subject| (subject, Wish::Open)))
}

/// What a target is of, without the words around it.
fn bare(subject: &str) -> String {
    let mut bare = subject.trim_matches(|c: char| !c.is_alphanumeric());
    while let Some(rest) = words::FRONT.off_front(bare) {
        bare = rest;
    }
    while let Some(rest) = words::END.off_end(bare).or_else(|| words::STABLE.off_end(bare)) {
        bare = rest;
    }
    bare.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::entry;

    /// Name, outcome and number of results of each target in words of a plan, by a review.
    fn became(plan: &str, review: &str) -> Vec<(String, Outcome, usize)> {
        let earlier = format!(
            "甲县政府工作报告\n各位代表：\n一、2022年工作回顾\n一年来，成绩很大。\n二、2023年工作安排\n\
             主要预期目标是：地区生产总值增长6%，{plan}。\n三、抓好重点工作\n"
        );
        let later = format!(
            "甲县政府工作报告\n各位代表：\n一、2023年工作回顾\n2023年，{review}。\n二、2024年工作安排\n抓好落实。\n"
        );
        let found = worded(&entry(&earlier), &entry(&later), 2023);
        found.into_iter().map(|found| (found.name, found.outcome, found.results.len())).collect()
    }

    const REVIEW: &str =
        "地区生产总值增长6.0%，居民人均可支配收入增长6.1%，一般公共预算收入下降2%，固定资产投资增长3%";

    #[test]
    fn what_the_next_report_decides_is_decided() {
        use Outcome::{Met, Missed, Silent, Unclear};
        for (plan, name, outcome) in [
            ("居民收入增长与经济增长基本同步", "居民收入", Met),
            ("居民人均可支配收入增速高于经济增长", "居民人均可支配收入", Met),
            ("确保居民收入和GDP增长保持同步", "居民收入", Met),
            ("固定资产投资增长与经济增长同步", "固定资产投资", Missed),
            ("一般公共预算收入实现正增长", "一般公共预算收入", Missed),
            ("居民人均可支配收入稳步增长", "居民人均可支配收入", Met),
            ("固定资产投资增速高于全省平均水平", "固定资产投资", Unclear),
            ("社会消费品零售总额稳步增长", "社会消费品零售总额", Silent),
        ] {
            let results = usize::from(outcome != Silent);
            assert_eq!(became(plan, REVIEW), [(name.to_owned(), outcome, results)], "{plan}");
        }
        // A little behind is neither in step nor out of it.
        let behind = REVIEW.replace("6.1%", "5.8%");
        assert_eq!(became("居民收入与经济增长同步", &behind)[0].1, Unclear);
        assert_eq!(became("居民收入与经济增长同步", &REVIEW.replace("6.1%", "4.9%"))[0].1, Missed);
        let two = "地区生产总值增长6%，城镇居民人均可支配收入增长5%，农村居民人均可支配收入增长7%";
        assert_eq!(became("居民收入与经济增长同步", two), [("居民收入".to_owned(), Outcome::Partly, 2)]);
    }

    #[test]
    fn what_the_report_cannot_decide_is_listed() {
        for (plan, names) in [
            ("节能减排完成国家下达目标", &["节能减排"][..]),
            ("完成节能减排目标任务", &["节能减排"]),
            ("完成市下达的节能减排任务目标", &["节能减排"]),
            ("能耗及排放等约束性指标完成省定任务", &["能耗及排放等约束性指标"]),
            ("其他约束性指标，确保完成上级下达任务", &["其他约束性指标"]),
            ("国际收支基本平衡", &["国际收支"]),
            ("固定资产投资、社会消费品零售总额增速高于全省平均水平", &["固定资产投资", "社会消费品零售总额"]),
            ("外贸进出口稳中提质、实现正增长", &["外贸进出口"]),
            ("城镇新增就业5万人、居民收入与经济增长同步", &["居民收入"]),
            ("居民收入和固定资产投资与经济增长同步", &["居民收入", "固定资产投资"]),
        ] {
            let found: Vec<String> = became(plan, "成绩很大").into_iter().map(|(name, ..)| name).collect();
            assert_eq!(found, names, "{plan}");
        }
        // With a number it is in the observations.
        assert_eq!(became("固定资产投资增速高于全省1个百分点", REVIEW), []);
        assert_eq!(became("建设与经济发展相适应的体制", REVIEW), []);
        assert_eq!(became("保持经济平稳增长，确保完成“十四五”规划目标", REVIEW), []);
    }

    #[test]
    fn tasks_are_beside_the_economy_or_others_only() {
        let found = |task: &str| {
            let plan = format!("地区生产总值增长6%。\n三、抓好重点工作\n（一）做强文旅。{task}");
            became(&plan, REVIEW).into_iter().map(|(name, ..)| name).collect::<Vec<_>>()
        };
        assert_eq!(found("力争固定资产投资增速快于全省平均水平"), ["固定资产投资"]);
        assert_eq!(found("完成省定任务，固定资产投资稳步增长"), [""; 0]);
    }
}
