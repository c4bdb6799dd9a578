//! Promise against delivery: one year's targets and the next year's results.

use crate::akin::{self, Akin, Scope};
use crate::entry::Entry;
use crate::measure::{By, Measure, measures};
use crate::promises::{self, Kept};
use crate::restated::{self, Restated};
use crate::worded::{self, Worded};
use crate::words;
use heshu_core::catalogue;
use heshu_core::model::{Kind, Observation, Part, Span};
use heshu_core::outline;
use heshu_core::views::sentence;
use heshu_core::views::things::{Things, fullness, keys};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::HashSet;

/// What became of what one report aimed for, by the next report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Delivery {
    /// The year aimed for.
    pub year: i32,
    /// The targets, those of the catalogue first, each group in reading order.
    pub targets: Vec<Delivered>,
    /// The targets without a number, in reading order.
    pub worded: Vec<Worded>,
    /// What both reports give for one year, where they differ.
    pub restated: Vec<Restated>,
    /// The promises, one by one.
    pub promises: Vec<Kept>,
    /// Numbers of single tasks that the later report states nothing for. No silence: names of tasks change freely.
    pub untraced: Vec<u32>,
}

/// A target and what the next report says of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Delivered {
    /// What it is of: the target's name.
    pub name: String,
    /// Id of the target in the earlier report.
    pub target: u32,
    /// Id of the result in the later report.
    pub result: Option<u32>,
    /// What became of it.
    pub outcome: Outcome,
    /// Target and result in numbers, in each unit that both state.
    pub measures: Vec<Measure>,
    /// What is no longer the same about it.
    pub redefined: Vec<Redefined>,
    /// Where the later report has no such number, the first sentence that looks back and names it.
    pub named: Option<Span>,
}

/// What became of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Reached in all that was compared.
    Met,
    /// Reached by level and not by growth, or the reverse.
    Partly,
    /// Not reached.
    Missed,
    /// Reported, but nothing that can be held against the target.
    Unclear,
    /// The later report states no result.
    Silent,
}

/// What changed between a target and its result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Redefined {
    /// It goes by another name: 规模以上工业增加值 became 全部工业增加值.
    Name,
    /// It is measured in something else: 万人 became 万人次.
    Unit,
    /// Its growth is of another basis: 同口径.
    Basis,
}

/// Holds the earlier report's targets against the later report's results. None where the years are not known or
/// are not consecutive.
pub fn deliver(earlier: &Entry, later: &Entry) -> Option<Delivery> {
    let year = earlier.place.year?;
    if later.review_year()? != year {
        return None;
    }
    let mut targets = of_year(earlier, year, &[Kind::Target]);
    targets.retain(|target| !is_of_years(earlier, target));
    let results = of_year(later, year, &[Kind::Actual, Kind::Expected]);
    let bases = earlier
        .review_year()
        .map(|y| of_year(earlier, y, &[Kind::Actual, Kind::Expected]))
        .unwrap_or_default();
    let (same_targets, same_results, same_bases) =
        (Things::of(&targets), Things::of(&results), Things::of(&bases));
    let akin = Akin::of(&results);
    let anything: Vec<&Observation> =
        later.analysis.observations.iter().filter(|o| o.kind != Kind::Target).collect();
    let anything = Things::of(&anything);
    let mut delivered = Vec::new();
    let mut untraced = Vec::new();
    let mut seen: HashSet<(bool, &str)> = HashSet::new();
    for target in &targets {
        if keys(target).any(|key| seen.contains(&key)) {
            continue;
        }
        seen.extend(keys(target));
        let target = same_targets
            .like(target)
            .max_by_key(|t| (is_goal(earlier, t), fullness(t), Reverse(t.id)))
            .unwrap_or(target);
        let result = same_results.like(target).max_by_key(|r| {
            let comparable = !measures(target, r, None).is_empty();
            (comparable, r.name == target.name, fullness(r), Reverse(r.id))
        });
        // Of a goal, a name of the catalogue; of a task also one that is like it.
        let (direct, result) = (result.is_some(), result.or_else(|| akin.like(target)));
        let base =
            same_bases.like(target).max_by_key(|b| (b.name == target.name, fullness(b), Reverse(b.id)));
        // Only what was set as a goal can be passed over in silence; what tasks are called changes freely.
        let goal = is_goal(earlier, target);
        let mentioned = result.is_some() || anything.like(target).next().is_some();
        // 没有实现能耗降低的目标 says what became of it, too.
        let named = if mentioned { None } else { named(later, &target.name) };
        let mentioned = mentioned || named.is_some();
        if !mentioned && !goal {
            untraced.push(target.id);
            continue;
        }
        let mut measures = result.map(|r| measures(target, r, base)).unwrap_or_default();
        let redefined = result.map(|r| redefined(target, r, &measures)).unwrap_or_default();
        let trusted = direct && goal || !redefined.contains(&Redefined::Name);
        let scope = match result.filter(|_| !trusted) {
            Some(r) => akin::scope(target, r),
            None => Scope::Same,
        };
        let outcome = match outcome(&measures, mentioned) {
            // 12条工程加快推进 tells how many there are, not how many are done.
            Outcome::Met if result.is_some_and(|r| !goal && is_going_on(later, r)) => {
                measures.clear();
                Outcome::Unclear
            }
            Outcome::Met if scope == Scope::Narrower => Outcome::Met,
            outcome if scope == Scope::Same && !result.is_some_and(|r| is_average(later, r)) => outcome,
            _ => {
                // Beside other things no difference is one.
                measures.clear();
                Outcome::Unclear
            }
        };
        let result = result.map(|r| r.id);
        delivered.push(Delivered {
            name: target.name.clone(),
            target: target.id,
            result,
            outcome,
            measures,
            redefined,
            named,
        });
    }
    let known =
        |id: u32| earlier.analysis.observations.get(id as usize).is_some_and(|o| o.indicator.is_some());
    delivered.sort_by_key(|d| (!known(d.target), d.target));
    Some(Delivery {
        year,
        targets: delivered,
        worded: worded::worded(earlier, later, year),
        restated: restated::restated(earlier, later),
        promises: promises::kept(earlier, later),
        untraced,
    })
}

/// The observations of a report that are of one year and of some kinds, its own area's only. A year that was
/// corrected moves the years that were read along.
pub(crate) fn of_year<'a>(entry: &'a Entry, year: i32, kinds: &[Kind]) -> Vec<&'a Observation> {
    let moved = entry.place.year.zip(entry.analysis.document.report_year).map_or(0, |(now, read)| now - read);
    let read = (year - moved).to_string();
    let of = |o: &&Observation| o.period.as_deref() == Some(read.as_str()) && o.region.is_none();
    entry.analysis.observations.iter().filter(of).filter(|o| kinds.contains(&o.kind)).collect()
}

/// Whether a target is one of the goals of the year, and not a number of some task: by its section, or because its
/// paragraph announces them before it.
fn is_goal(entry: &Entry, o: &Observation) -> bool {
    let section = o.section.and_then(|place| entry.analysis.sections.get(place as usize));
    let before = entry.text.bytes(0..entry.text.byte(o.span.start));
    let line = before.rsplit('\n').next().unwrap_or_default();
    section.is_some_and(|section| section.part == Part::Targets) || outline::announces_targets(line)
}

/// Whether words right before a number say that it is of several years: 五年淘汰1亿吨.
fn is_of_years(entry: &Entry, o: &Observation) -> bool {
    let before = entry.text.bytes(0..entry.text.byte(o.span.start));
    let mut last = before.chars().rev();
    last.next() == Some('年')
        && last.next().is_some_and(|c| c.is_ascii_digit() || "两三四五".contains(c))
        && {
            // 2025年 is one year.
            !last.next().is_some_and(|c| c.is_ascii_digit())
        }
}

/// Whether the sentence of a number says that work on it goes on.
fn is_going_on(entry: &Entry, o: &Observation) -> bool {
    let after = entry.text.bytes(entry.text.byte(o.span.start)..entry.text.as_str().len());
    let rest = after.split(['。', '；', '\n']).next().unwrap_or_default();
    words::GOING_ON.off_end(rest.trim_end_matches('！')).is_some()
}

/// Whether a level is what one year of several has on average.
fn is_average(entry: &Entry, o: &Observation) -> bool {
    let before = entry.text.bytes(0..entry.text.byte(o.span.start));
    o.level.is_some() && words::AVERAGE.off_end(before).is_some()
}

/// The first sentence of a report that looks back and has a name in it. What sets a new target looks ahead, wherever it
/// stands; a name of one character is in too many words.
pub(crate) fn named(entry: &Entry, name: &str) -> Option<Span> {
    if name.chars().count() < 2 {
        return None;
    }
    let text = &entry.text;
    let plans = |span: &Span| {
        let within = |o: &Observation| span.start <= o.span.start && o.span.end <= span.end;
        entry.analysis.observations.iter().any(|o| o.kind == Kind::Target && within(o))
    };
    let places = text.as_str().match_indices(name);
    let spans = places.map(|(at, found)| text.span(at..at + found.len()));
    let looking_back = spans.into_iter().filter(|span| !promises::plans(entry, span.start));
    looking_back.map(|span| sentence(text, span)).find(|sentence| !plans(sentence))
}

pub(crate) fn outcome(measures: &[Measure], mentioned: bool) -> Outcome {
    let alone = if mentioned { Outcome::Unclear } else { Outcome::Silent };
    verdict(measures.iter().map(|measure| measure.met)).unwrap_or(alone)
}

/// What became of a target by all that was compared; none where nothing of it can be told.
pub(crate) fn verdict(compared: impl Iterator<Item = Option<bool>>) -> Option<Outcome> {
    let told: Vec<bool> = compared.flatten().collect();
    match (told.contains(&true), told.contains(&false)) {
        (false, false) => None,
        (true, false) => Some(Outcome::Met),
        (false, true) => Some(Outcome::Missed),
        (true, true) => Some(Outcome::Partly),
    }
}

fn redefined(target: &Observation, result: &Observation, measures: &[Measure]) -> Vec<Redefined> {
    let mut changed = Vec::new();
    if bare(&target.name) != bare(&result.name) {
        changed.push(Redefined::Name);
    }
    let units = target.level.as_ref().zip(result.level.as_ref());
    // 4个 and 4所, 千亿 and 1000亿元 are compared, and so in one unit.
    let compared = measures.iter().any(|measure| measure.by == By::Level);
    if !compared && units.is_some_and(|(t, r)| t.base_unit != r.base_unit && t.unit != r.unit) {
        changed.push(Redefined::Unit);
    }
    let bases = target.change.as_ref().zip(result.change.as_ref());
    if bases.is_some_and(|(t, r)| t.basis != r.basis && t.unit == r.unit) {
        changed.push(Redefined::Basis);
    }
    changed
}

/// A name without the words that add nothing to what is measured: 全年 全市 增速.
fn bare(name: &str) -> String {
    let mut bare = catalogue::spell(name).replace("规上", "规模以上");
    for word in words::ADDING_NOTHING.iter() {
        bare = bare.replace(word, "");
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::entry;

    const EARLIER: &str = "甲县政府工作报告\n\
        各位代表：\n一、2022年工作回顾\n2022年，社会消费品零售总额40亿元，一般公共预算收入10亿元，增长5%。\n\
        二、2023年工作安排\n主要预期目标是：地区生产总值增长6%以上，一般公共预算收入增长8%左右，社会消费品零售总额增长10%，\
        城镇登记失业率控制在4%以内，新增就业5000人，粮食产量12万吨。\n";
    const LATER: &str = "甲县政府工作报告\n\
        各位代表：\n一、2023年工作回顾\n2023年，地区生产总值100亿元、增长6.3%，一般公共预算收入10.4亿元、增长4%，社会消费品零售总额44.2亿元，\
        城镇登记失业率3.1%，新增就业0.52万人次。\n\
        二、2024年工作安排\n主要预期目标是：地区生产总值增长6%。\n";

    #[test]
    fn targets_are_held_against_the_next_years_results() {
        let found = deliver(&entry(EARLIER), &entry(LATER)).unwrap();
        let told: Vec<(&str, Outcome)> = found.targets.iter().map(|d| (d.name.as_str(), d.outcome)).collect();
        assert_eq!(
            told,
            [
                ("地区生产总值", Outcome::Met),
                ("一般公共预算收入", Outcome::Missed),
                ("社会消费品零售总额", Outcome::Met),
                ("城镇登记失业率", Outcome::Met),
                ("新增就业", Outcome::Unclear),
                ("粮食产量", Outcome::Silent),
            ]
        );
        assert_eq!(found.targets[4].redefined, [Redefined::Unit]);
        let revenue = &found.targets[1].measures[0];
        // From the 8% that was written, not from where 左右 would let it begin.
        assert_eq!((revenue.reached.to_string(), revenue.gap.to_string()), ("4".into(), "-4".into()));
    }

    #[test]
    fn a_target_that_is_spoken_of_without_a_number_is_not_passed_over() {
        let later = LATER.replace("新增就业0.52万人次。", "新增就业0.52万人次。粮食产量没有达到目标。");
        let found = deliver(&entry(EARLIER), &entry(&later)).unwrap();
        let grain = found.targets.iter().find(|target| target.name == "粮食产量").unwrap();
        assert_eq!((grain.outcome, grain.result), (Outcome::Unclear, None));
        assert_eq!(entry(&later).text.slice(grain.named.unwrap()), "粮食产量没有达到目标。");
        let planned = LATER.replace("二、2024年工作安排\n", "二、2024年工作安排\n抓好粮食产量。");
        let found = deliver(&entry(EARLIER), &entry(&planned)).unwrap();
        assert!(found.targets.iter().any(|t| t.name == "粮食产量" && t.outcome == Outcome::Silent));
        // Under a heading that looks back, a sentence that aims at a later year is no word of what became of it.
        let aimed =
            LATER.replace("0.52万人次。", "0.52万人次。到2025年粮食产量、油料产量分别达到14万吨和2万吨。");
        let found = deliver(&entry(EARLIER), &entry(&aimed)).unwrap();
        assert!(found.targets.iter().any(|t| t.name == "粮食产量" && t.outcome == Outcome::Silent));
    }

    /// What became of each target of a plan, by a review: name, outcome, whether it goes by another name.
    fn became(plan: &str, review: &str) -> Vec<(String, Outcome, bool)> {
        let earlier = format!(
            "甲县政府工作报告\n各位代表：\n一、2022年工作回顾\n一年来，成绩很大。\n二、2023年工作安排\n（一）抓好重点工作。{plan}\n"
        );
        let later = format!(
            "甲县政府工作报告\n各位代表：\n一、2023年工作回顾\n2023年，成绩很大。{review}\n二、2024年工作安排\n抓好落实。\n"
        );
        let found = deliver(&entry(&earlier), &entry(&later)).unwrap();
        let told = |d: &Delivered| (d.name.clone(), d.outcome, d.redefined.contains(&Redefined::Name));
        found.targets.iter().map(told).collect()
    }

    #[test]
    fn tasks_find_their_results_under_other_names() {
        use Outcome::{Met, Missed, Unclear};
        for (plan, review, name, outcome) in [
            ("新增社康机构2家。", "新建社康机构2家。", "新增社康机构", Met),
            ("打通断头路8条。", "断头路如期打通6条。", "打通断头路", Missed),
            // What is narrower and enough is enough; what is narrower and less says nothing.
            ("新增公办学位4800个。", "新增优质公办学位4800个。", "新增公办学位", Met),
            ("新增公办学位4800个。", "新增优质公办学位4700个。", "新增公办学位", Unclear),
            // More than what was aimed for is in the number.
            ("新建幼儿园23所。", "新改扩建幼儿园107所。", "新建幼儿园", Unclear),
            // The same number, and a name that has little more.
            ("新建老年人日间照料中心50所。", "建成日间照料中心50个。", "新建老年人日间照料中心", Met),
            // Still at work.
            ("建设城市组团连通工程12条。", "12条城市组团连通工程加快推进。", "建设城市组团连通工程", Unclear),
        ] {
            assert_eq!(became(plan, review), [(name.to_owned(), outcome, true)], "{plan} / {review}");
        }
        // Names that share only what many share are of other things.
        assert_eq!(became("完成技术改造重点项目100个。", "100个重点项目开工。"), []);
        assert_eq!(became("安排科技投入716亿元。", "安排教育投入51亿元。"), []);
    }

    #[test]
    fn numbers_of_several_years_are_not_one_years() {
        assert_eq!(became("五年淘汰落后炼铁产能1亿吨。", "淘汰落后炼铁产能4600万吨。"), []);
        let average = became("城镇新增就业900万人。", "平均每年城镇新增就业1000万人。");
        assert_eq!(average, [("城镇新增就业".to_owned(), Outcome::Unclear, false)]);
    }

    #[test]
    fn other_years_and_other_orders_are_not_compared() {
        assert_eq!(deliver(&entry(LATER), &entry(EARLIER)), None);
        assert_eq!(deliver(&entry(EARLIER), &entry(EARLIER)), None);
    }
}
