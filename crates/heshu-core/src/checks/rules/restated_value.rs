mod third;

use crate::checks::facts::{Facts, Series, comparable, is_percent, moves};
use crate::checks::finding::{Finding, amount, english};
use crate::checks::interval::{Interval, half_unit};
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::checks::slips::{self, Slip};
use crate::model::{Basis, Bound, Check, Kind, Observation, Verdict};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use third::Confirmed;

/// The same statistic of the same year told twice with two values.
pub struct RestatedValue;

const INFO: RuleInfo = RuleInfo {
    id: "restated-value",
    name: Words { zh: "前后两说", en: "Told twice" },
    promises: Words {
        zh: "同一指标、同一年份、同为实绩或同为目标，报告中两处数额或增速不一致时指出；四舍五入后一致的不算。另有一处事实（第三处数额、上年数额与增速、下年目标与增速、占比）只与其中一个相符时，说明哪个多半有误。",
        en: "Where the report states the same statistic of the same year twice, both must agree within rounding. Where a third fact (a third place, the growth from the year before, next year's target and its growth, a share) agrees with one alone, the finding says which is probably wrong.",
    },
    assumes: Words {
        zh: "名称相同即为同一指标，口径、范围没有另外说明。",
        en: "The same name means the same statistic, of the same scope.",
    },
    wrong_when: Words {
        zh: "可以相加的数（新增就业、接待游客等）常有分项，不在检查之列。两处口径不同（如全市与市本级、全口径与分口径）而文字没有写明。因此只有一处笔误恰好能解释时才列为“矛盾”，其余为“存疑”。",
        en: "Numbers that add up (jobs created, visitors) often have parts and are left out. When the two have different scopes that the words do not show. So it is a conflict only where one slip of the pen explains the difference, else a caution.",
    },
    examples: &[
        Example {
            text: "一、2023年工作回顾\n全年实现地区生产总值137.46亿元，增长8.4%。\n经济持续向好。2023年全县地区生产总值137.64亿元。",
            verdict: Some(Verdict::Conflict),
        },
        Example {
            text: "一、2023年工作回顾\n全年实现地区生产总值137.46亿元，增长8.4%。\n经济持续向好。2023年全县地区生产总值137.5亿元。",
            verdict: Some(Verdict::Pass),
        },
        Example {
            text: "一、2023年工作回顾\n全年一般公共预算收入8.21亿元，增长16.3%。\n财政稳定。2023年全县一般公共预算收入8.5亿元。",
            verdict: Some(Verdict::Caution),
        },
        Example {
            text: "一、2023年工作回顾\n工作有序。\n二、2024年重点工作\n2024年实现地区生产总值90亿元，力争突破百亿元大关。",
            verdict: Some(Verdict::Note),
        },
        Example {
            text: "一、2023年工作回顾\n全年实现地区生产总值137.46亿元，增长8.4%，2022年地区生产总值125亿元。",
            verdict: None,
        },
    ],
}
.without_its_page();

impl Rule for RestatedValue {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        for series in facts.series.iter().filter(|s| s.known && !s.additive) {
            let mut groups: BTreeMap<(&str, bool), Vec<&Observation>> = BTreeMap::new();
            for (n, observation) in series.all.iter().enumerate() {
                // What a target starts from is held against the review by review-base.
                let next = series.all.get(n + 1);
                let base = next.is_some_and(|next| moves(observation, next) && next.kind == Kind::Target);
                if base {
                    continue;
                }
                let told = match observation.kind {
                    Kind::Actual | Kind::Expected => false,
                    Kind::Target => true,
                    Kind::Standing => continue,
                };
                // 预期目标是：… is what was aimed at, however it was read.
                let aims = !told && facts.before(observation).contains("目标是");
                if let Some(period) = observation.period.as_deref().filter(|_| !aims) {
                    groups.entry((period, told)).or_default().push(observation);
                }
            }
            for ((_, target), told) in &groups {
                found.extend(check_levels(facts, series, told));
                found.extend(check_changes(told));
                found.extend(if *target { two_goals(told) } else { None });
            }
        }
    }
}

/// The first statement against each later one that differs, or one pass for all.
fn check_levels<'a>(facts: &Facts<'a>, series: &Series<'a>, told: &[&'a Observation]) -> Option<Check> {
    let levels: Vec<(&'a Observation, &crate::model::LevelValue)> =
        told.iter().filter_map(|o| Some((*o, o.level.as_ref()?))).collect();
    let (first, rest) = levels.split_first()?;
    let (one, level) = *first;
    let mut same = None;
    for &(other, restated) in rest {
        // 迈上千亿元台阶 is a milestone, and 50家 of a kind are told in parts.
        let plain = [level, restated].iter().all(|l| !half_unit(&l.written).is_zero());
        let counted = ["家", "个", "户", "所", "项"].iter().any(|unit| level.unit.ends_with(unit));
        if !plain || counted || !comparable(level, restated) || !same_scope(one, other) {
            continue;
        }
        let (a, b) = (Interval::of_level_base(level)?, Interval::of_level_base(restated)?);
        if a.meets(b) {
            same = same.or((one.name == other.name).then_some(other));
            continue;
        }
        let slip = if level.unit == restated.unit {
            slips::explain(&restated.written, Interval::of_level(level), &[Slip::Swap, Slip::Point])
        } else {
            None
        };
        // 某镇的地区生产总值 without the town's name is far off; a slip or a revision is near.
        // Of two names that the catalogue takes for one, only a slip is said.
        if slip.is_none() && (one.name != other.name || !a.near(b)) {
            continue;
        }
        let third = third::confirmed(facts, series, [one, other]);
        return Some(disagree(one, other, (&amount(level), &amount(restated)), slip, third));
    }
    same.map(|other| agree(one, other))
}

fn check_changes(told: &[&Observation]) -> Option<Check> {
    let yearly = |basis: Basis| matches!(basis, Basis::Yoy);
    let changes: Vec<(&Observation, &crate::model::Change)> = told
        .iter()
        .filter_map(|o| Some((*o, o.change.as_ref().filter(|c| yearly(c.basis) && is_percent(&c.unit))?)))
        .collect();
    let (first, rest) = changes.split_first()?;
    let (one, change) = *first;
    for &(other, restated) in rest {
        let (a, b) = (Interval::of_change(change), Interval::of_change(restated));
        if a.meets(b) || !same_scope(one, other) {
            continue;
        }
        if (change.value.get() - restated.value.get()).abs() > Decimal::from(3) {
            continue;
        }
        let slip = slips::explain(&restated.written, a, &[Slip::Swap, Slip::Point]);
        if slip.is_none() && one.name != other.name {
            continue;
        }
        let words = (format!("增长{}%", change.written), format!("增长{}%", restated.written));
        return Some(disagree(one, other, (&words.0, &words.1), slip, None));
    }
    None
}

/// 90亿元，力争突破百亿大关: one goal in figures, and a higher one in words.
fn two_goals(told: &[&Observation]) -> Option<Check> {
    let level = |o: &Observation, words: bool| {
        o.level.clone().filter(|l| half_unit(&l.written).is_zero() == words && !is_percent(&l.unit))
    };
    let (one, sure) = told.iter().find_map(|o| Some((*o, level(o, false)?)))?;
    let (other, hoped) = told.iter().find_map(|o| Some((*o, level(o, true)?)))?;
    // 百亿 leaves out the 元.
    let same_unit =
        sure.unit.strip_prefix(hoped.unit.as_str()).is_some_and(|rest| rest.is_empty() || rest == "元");
    let below = Interval::of_level(&sure).high.is_some_and(|high| high < hoped.value.get());
    if !same_unit || !below || !same_scope(one, other) || hoped.bound == Bound::AtMost {
        return None;
    }
    let title = (format!("{}：两个目标", one.name), format!("{}: two targets", english(one)));
    let (a, b) = (amount(&sure), amount(&hoped));
    let message = (
        format!("一处为{a}，另一处为{b}。前者达不到后者，考核时以哪个为准，应当写明。"),
        format!(
            "{a} in one place and {b} in another. The first falls short of the second: which one counts?"
        ),
    );
    Some(Finding::new(&INFO, Verdict::Note, title).message(message).of([one, other]).done())
}

/// Names that the catalogue holds to be one may still differ in scope: 固定资产投资（不含农户）.
fn same_scope(a: &Observation, b: &Observation) -> bool {
    let scope = |o: &Observation| o.name.split_once(['（', '(']).map(|(_, scope)| scope.to_owned());
    scope(a) == scope(b)
}

fn agree(one: &Observation, other: &Observation) -> Check {
    let title = (format!("{}：两处一致", one.name), format!("{}: told twice, alike", english(one)));
    Finding::new(&INFO, Verdict::Pass, title)
        .message((
            format!("两处分别为{}、{}。", level_of(one), level_of(other)),
            format!("{} and {}.", level_of(one), level_of(other)),
        ))
        .of([one, other])
        .done()
}

fn disagree(
    one: &Observation,
    other: &Observation,
    written: (&str, &str),
    slip: Option<(Slip, String)>,
    third: Option<Confirmed<'_>>,
) -> Check {
    let verdict = if slip.is_some() { Verdict::Conflict } else { Verdict::Caution };
    let year = one.period.as_deref().unwrap_or_default();
    let title = (format!("{}：两处不一致", one.name), format!("{}: told twice, differently", english(one)));
    let mut message = (
        format!("{year}年{}一处为{}，另一处为{}。", one.name, written.0, written.1),
        format!("{} of {year} is {} in one place and {} in another.", english(one), written.0, written.1),
    );
    // Where nothing else tells, the first is taken to be right.
    let first = third.as_ref().is_none_or(|third| third.right.id == one.id);
    let mut suggestion = slip.as_ref().map(|(_, to)| to.clone());
    if let Some((kind, to)) = &slip {
        // A swap or a moved point leads back, too.
        let to = if first { to } else { suggestion.insert(written_level(other)) };
        let (zh, en) = kind.words();
        let which = if first { ("后者", "second") } else { ("前者", "first") };
        message.0 += &format!("{}若为{to}则一致（{zh}）。", which.0);
        message.1 += &format!(" The {} would agree as {to} ({en}).", which.1);
    } else {
        message.0 += "若口径不同，应当写明。";
        message.1 += " If the scopes differ, the report should say so.";
    }
    if let Some(Confirmed { right, by }) = third {
        let wrong = if first { other } else { one };
        let (right, wrong) = (level_of(right), level_of(wrong));
        message.0 += &format!("{}，与{right}相符，{wrong}多半有误。", by.0);
        message.1 += &format!(" {} {right}: it is {wrong} that is probably wrong.", by.1);
    }
    Finding::new(&INFO, verdict, title).message(message).of([one, other]).suggest(suggestion).done()
}

fn level_of(o: &Observation) -> String {
    o.level.as_ref().map(amount).unwrap_or_default()
}

fn written_level(o: &Observation) -> String {
    o.level.as_ref().map(|level| level.written.clone()).unwrap_or_default()
}
