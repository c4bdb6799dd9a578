use crate::catalogue::{self, Better};
use crate::checks::facts::{Facts, Pair, is_rank};
use crate::checks::finding::{Finding, amount, english};
use crate::checks::interval::{Interval, with_places};
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::lexicon;
use crate::model::{Bound, Check, LevelValue, Number, Observation, Verdict};
use rust_decimal::Decimal;

/// A target lower than what was reached already.
pub struct TargetBelowResult;

const INFO: RuleInfo = RuleInfo {
    id: "target-below-result",
    name: Words { zh: "目标低于实绩", en: "Target below the result" },
    promises: Words {
        zh: "今年的目标数额低于去年已经达到的数额时给出提示，并说差多少。越低越好的指标（如失业率）不算。新增、改造、培训之类今年要做的事，凡少于去年的合为一条，差得最远的在前。",
        en: "A note where this year's target is lower than what last year reached, and by how much. Indicators that should fall are left out. Things to be done (built, added, trained) that are fewer than last year's make one note together, the furthest first.",
    },
    assumes: Words {
        zh: "两处名称相同即同一指标。“新增”“新建”的目标只同去年新增、新建的相比，不同累计数或现有数相比；名称比去年的窄的不比。",
        en: "The same name means the same statistic. What is to be added or built is held against what was added or built, not against a total or a stock; a target of a narrower name than the result is left out.",
    },
    wrong_when: Words {
        zh: "目标只是底线（如就业人数），或只是今年新增的一部分。这不是错误，只是值得一问。",
        en: "When the target is a floor, as for jobs, or only part of the year's work. It is no error, only worth asking.",
    },
    examples: &[
        Example {
            text: "一、2023年工作回顾\n2023年粮食总产量66.07万吨。\n二、2024年重点工作\n2024年粮食总产量60万吨。",
            verdict: Some(Verdict::Note),
        },
        Example {
            text: "一、2023年工作回顾\n2023年粮食总产量66.07万吨。\n二、2024年重点工作\n2024年粮食总产量66.5万吨。",
            verdict: None,
        },
        Example {
            text: "一、2023年工作回顾\n累计建成污水管网106.1公里。\n二、2024年重点工作\n新建污水管网15公里。",
            verdict: None,
        },
        Example {
            text: "一、2023年工作回顾\n2023年城镇登记失业率3.2%。\n二、2024年重点工作\n2024年城镇登记失业率控制在3%以内。",
            verdict: None,
        },
    ],
}
.without_its_page();

impl Rule for TargetBelowResult {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        let mut done = Vec::new();
        for below in facts.pairs().filter_map(|pair| below(facts, pair)) {
            // What the catalogue measures is told alone; what is done is told together.
            if below.pair.known && !below.pair.additive && !adds(facts, below.pair.target) {
                found.push(alone(&below));
            } else {
                done.push(below);
            }
        }
        crate::order::by_key(&mut done, |below| std::cmp::Reverse(below.less));
        match done.as_slice() {
            [] => {}
            [only] => found.push(alone(only)),
            several => found.push(together(several)),
        }
    }
}

/// A target that is lower than the result.
struct Below<'a> {
    pair: Pair<'a>,
    was: &'a LevelValue,
    shall: &'a LevelValue,
    /// By how much, in per cent of the result.
    less: Decimal,
}

fn below<'a>(facts: &Facts<'a>, pair: Pair<'a>) -> Option<Below<'a>> {
    let (was, shall) = (pair.result.level.as_ref()?, pair.target.level.as_ref()?);
    let better = pair.target.indicator.as_deref().and_then(catalogue::get).map(|i| i.better);
    // Less time is better; 项目 alone may be any, and the first place is the lowest number.
    let other = ["秒", "分钟", "小时", "天", "日", "工作日"].iter().any(|unit| shall.unit.ends_with(unit))
        || ["项目", "小区", "工程", "企业", "任务"].contains(&pair.target.name.as_str())
        || is_rank(pair.target);
    if other || better == Some(Better::Down) || matches!(shall.bound, Bound::AtMost | Bound::Under) {
        return None;
    }
    let (past, goal) = (Interval::of_level_base(was)?, Interval::of_level_base(shall)?);
    // An open target (以上) is held to where it begins.
    let best = goal.high.or(goal.low)?;
    // 27.4 against 27.5: both could be 27.45, and are told as less.
    if best > past.low? || shall.base_value?.get() >= was.base_value?.get() || !one_scope(facts, &pair) {
        return None;
    }
    let gap = (shall.base_value?.get() - was.base_value?.get()).checked_div(was.base_value?.get())?;
    Some(Below { pair, was, shall, less: gap.abs() * Decimal::ONE_HUNDRED })
}

/// Whether a statement adds to what there is.
fn adds(facts: &Facts<'_>, o: &Observation) -> bool {
    let adds = |words: &str| lexicon::DONE_ANEW.any(words) || lexicon::MADE_ANEW.any(words);
    adds(&o.name) || adds(facts.report.text.slice(o.span))
}

/// Whether target and result count the same: 新建绿道4.2公里 is no less than 累计建成绿道130公里, nor 新增高层次人才200人
/// less than 引进各类人才2196人.
fn one_scope(facts: &Facts<'_>, pair: &Pair<'_>) -> bool {
    let clause = facts.before(pair.result).rsplit(['，', '；', '：']).next().unwrap_or_default();
    let total =
        [clause, facts.report.text.slice(pair.result.span)].iter().any(|words| words.contains("累计"));
    if adds(facts, pair.target) && (total || !adds(facts, pair.result)) {
        return false;
    }
    !pair.additive || covers(&bare(&pair.target.name), &bare(&pair.result.name))
}

/// A name without the verbs and words that say nothing of what is counted.
fn bare(name: &str) -> String {
    let shown = |c: &char| !matches!(c, '“' | '”' | '、');
    let name: String = name.chars().filter(shown).collect();
    [&lexicon::DONE_ANEW, &lexicon::MADE_ANEW, &lexicon::SAYS_LITTLE]
        .into_iter()
        .fold(name, |name, words| words.without(&name))
}

/// Whether the target's name holds little that the result's does not, and so is no narrower: 学位 and 基础教育学位,
/// but not 优质学位 and 学位.
fn covers(target: &str, result: &str) -> bool {
    let (all, shared) = (target.chars(), target.chars().filter(|c| result.contains(*c)));
    3 * shared.count() >= 2 * all.count()
}

/// By how much, in words: levels in per cent differ in points.
fn gap(below: &Below<'_>, places: u32) -> Option<(String, String)> {
    let (was, shall) = (below.was, below.shall);
    let points = |was: Number, shall: Number, zh: &str, en: &str| {
        let points = was.get().checked_sub(shall.get())?.normalize();
        Some((format!("{points}个{zh}"), format!("{points} {en}")))
    };
    match shall.unit.as_str() {
        "‰" if was.unit == "‰" => points(was.value, shall.value, "千分点", "points per mille"),
        _ if shall.base_unit.as_deref() == Some("%") => {
            points(was.base_value?, shall.base_value?, "百分点", "points")
        }
        _ => {
            let less = with_places(below.less, places);
            Some((format!("{less}%"), format!("{less}%")))
        }
    }
}

/// `目标60公里，去年已达134.5公里`
fn levels(below: &Below<'_>) -> (String, String) {
    let (shall, was) = (format!("{}{}", below.shall.bound.sign(), amount(below.shall)), amount(below.was));
    (format!("目标{shall}，去年已达{was}"), format!("target {shall}, last year {was}"))
}

fn alone(below: &Below<'_>) -> Check {
    let Pair { target, result, .. } = below.pair;
    let (zh, en) = levels(below);
    let title = (format!("{}：{zh}", target.name), format!("{}: {en}", english(target)));
    let (less, points) = gap(below, 1).unwrap_or_default();
    let (goal, target_en) = if below.shall.bound.is_floor() {
        ("目标的下限", "target begins")
    } else {
        ("目标", "target is")
    };
    let message = (
        format!("{goal}比去年实绩低{less}。可能是底线目标，也可能范围不同，值得一问。"),
        format!(
            "The {target_en} {points} below last year's result. It may be a floor, or of another scope: worth asking."
        ),
    );
    Finding::new(&INFO, Verdict::Note, title).message(message).of([target, result]).done()
}

fn together(several: &[Below<'_>]) -> Check {
    let number = several.len();
    let title = (
        format!("今年要做的有{number}项少于去年"),
        format!("{number} things to be done are fewer than last year's"),
    );
    let each = |below: &Below<'_>| {
        let (less, points) = gap(below, 0).unwrap_or_default();
        let (floor, from) = if below.shall.bound.is_floor() { ("下限", "from ") } else { ("", "") };
        let (zh, en) = levels(below);
        let name = &below.pair.target.name;
        (
            format!("{name}：{zh}（{floor}低{less}）"),
            format!("{}: {en} ({from}−{points})", english(below.pair.target)),
        )
    };
    let (zh, en): (Vec<String>, Vec<String>) = several.iter().map(each).unzip();
    let message = (
        format!("{}。可能是底线目标，也可能范围不同，值得一问。", zh.join("；")),
        format!("{}. They may be floors, or of another scope: worth asking.", en.join("; ")),
    );
    let of = several.iter().flat_map(|below| [below.pair.target, below.pair.result]);
    Finding::new(&INFO, Verdict::Note, title).message(message).of(of).done()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, analyze};

    #[test]
    fn percentages_are_lower_by_points_and_an_open_target_by_where_it_begins() {
        for (result, goal, says) in [
            ("城镇污水处理率89%", "城镇污水处理率85%", "目标比去年实绩低4个百分点"),
            ("城镇污水处理率89%", "城镇污水处理率达到85%以上", "目标的下限比去年实绩低4个百分点"),
            ("粮食总产量66万吨", "粮食总产量达到60万吨以上", "目标的下限比去年实绩低9.1%"),
            ("粮食总产量66万吨", "粮食总产量60万吨", "目标比去年实绩低9.1%"),
        ] {
            let report = format!(
                "一、2023年工作回顾\n2023年{result}。\n二、2024年重点工作\n2024年主要预期目标是：{goal}。"
            );
            let analysis = analyze(&report, &Options::default());
            let check = analysis.checks.iter().find(|c| c.rule == INFO.id);
            let message = check.map(|c| c.message.zh.as_str()).unwrap_or_default();
            assert!(message.starts_with(says), "{goal}: {message}");
        }
    }
}
