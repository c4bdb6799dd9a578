use crate::checks::facts::{Facts, Series, comparable, moves};
use crate::checks::finding::{Finding, amount, english};
use crate::checks::interval::Interval;
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::checks::slips::{self, Slip};
use crate::model::{Bound, Check, Observation, Verdict};

/// A target that says what it starts from, against the review.
pub struct ReviewBase;

const INFO: RuleInfo = RuleInfo {
    id: "review-base",
    name: Words { zh: "目标的基数与回顾", en: "A target's base and the review" },
    promises: Words {
        zh: "“由上年的A提高到B”“在上年A的基础上增长”：A应与回顾部分同一指标的实绩一致（四舍五入后）。不一致为“存疑”；只有一处笔误恰好能解释时为“矛盾”。",
        en: "“From last year's A to B”, “growth on the base of last year's A”: A must agree with the result in the review within rounding. Else a caution; a conflict only where one slip of the pen explains the difference.",
    },
    assumes: Words {
        zh: "名称相同即为同一指标；目录中没有的指标，只在回顾部分出现一次时才比较。",
        en: "The same name means the same statistic; one that the catalogue does not know is compared only if the review states it once.",
    },
    wrong_when: Words {
        zh: "基数经过修订，或口径（全市与市本级）不同而文字没有写明。",
        en: "When the base was revised, or the scopes differ and the words do not show it.",
    },
    examples: &[
        Example {
            text: "一、2023年工作回顾\n一般公共预算收入8.21亿元，增长16.3%。\n二、2024年重点工作\n2024年，一般公共预算收入力争由2023年的8.5亿元增加到9.32亿元。",
            verdict: Some(Verdict::Caution),
        },
        Example {
            text: "一、2023年工作回顾\n一般公共预算收入8.21亿元，增长16.3%。\n二、2024年重点工作\n2024年，一般公共预算收入力争由2023年的8.12亿元增加到9.32亿元。",
            verdict: Some(Verdict::Conflict),
        },
        Example {
            text: "一、2023年工作回顾\n一般公共预算收入8.21亿元，增长16.3%。\n二、2024年重点工作\n2024年，一般公共预算收入力争由2023年的8.2亿元增加到9.32亿元。",
            verdict: Some(Verdict::Pass),
        },
        Example {
            text: "一、2023年工作回顾\n一般公共预算收入8.21亿元，增长16.3%。\n二、2024年重点工作\n2024年，一般公共预算收入力争由2020年的6.5亿元增加到9.32亿元。",
            verdict: None,
        },
        Example {
            text: "一、2023年工作回顾\n一般公共预算收入8.21亿元，增长16.3%。\n二、2024年重点工作\n2024年，一般公共预算收入在2023年8.12亿元的基础上增长13.5%。",
            verdict: Some(Verdict::Conflict),
        },
    ],
}
.without_its_page();

impl Rule for ReviewBase {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        for series in facts.series.iter().filter(|s| !s.additive) {
            for pair in series.all.windows(2) {
                let &[base, target] = pair else { continue };
                if !starts_from(facts, base, target) {
                    continue;
                }
                // The same value told twice as a result is another rule's.
                let said = |c: &Check| {
                    c.verdict != Verdict::Pass
                        && c.rule == "restated-value"
                        && c.observations.contains(&base.id)
                };
                if !found.iter().any(said) {
                    found.extend(result(series, base).and_then(|result| against(series, base, result)));
                }
            }
        }
    }
}

/// Whether two statements are a movement from the review year to the planned one.
fn starts_from(facts: &Facts<'_>, base: &Observation, target: &Observation) -> bool {
    moves(base, target)
        && base.period.is_some()
        && base.period == facts.review_year
        && target.period == facts.report_year
}

/// The result that the review states in figures of the same kind.
fn result<'a>(series: &Series<'a>, base: &Observation) -> Option<&'a Observation> {
    let stated = |o: &&&Observation| o.id < base.id && o.level.is_some() && o.name == base.name;
    let mut results = series.results.iter().filter(stated);
    let first = results.next()?;
    (series.known || results.next().is_none()).then_some(*first)
}

fn against(series: &Series<'_>, base: &Observation, result: &Observation) -> Option<Check> {
    let (from, was) = (base.level.as_ref()?, result.level.as_ref()?);
    if !comparable(from, was) {
        return None;
    }
    let (a, b) = (Interval::of_level_base(was)?, Interval::of_level_base(from)?);
    if a.meets(b) {
        let title =
            (format!("{}：基数与回顾一致", base.name), format!("{}: base as in the review", english(base)));
        let message = (
            format!("基数{}，回顾{}。", amount(from), amount(was)),
            format!("Base {}, review {}.", amount(from), amount(was)),
        );
        return Some(Finding::new(&INFO, Verdict::Pass, title).message(message).of([base, result]).done());
    }
    let exact = series.known && [from, was].iter().all(|l| l.bound == Bound::Exact) && from.unit == was.unit;
    let slip = if exact {
        slips::explain(&from.written, Interval::of_level(was), &[Slip::Swap, Slip::Point])
    } else {
        None
    };
    // 中央财政支出 of one purpose here and of another there: the same name, and far apart.
    if slip.is_none() && !a.near(b) {
        return None;
    }
    let verdict = if slip.is_some() { Verdict::Conflict } else { Verdict::Caution };
    let title = (
        format!("{}：目标的基数与回顾不一致", base.name),
        format!("{}: the target starts from another value than the review's", english(base)),
    );
    let mut message = (
        format!("目标从{}算起，回顾部分的实绩为{}。", amount(from), amount(was)),
        format!("The target starts from {}; the review states {}.", amount(from), amount(was)),
    );
    if let Some((kind, to)) = &slip {
        let (zh, en) = kind.words();
        message.0 += &format!("前者若为{to}则一致（{zh}）。");
        message.1 += &format!(" The first would agree as {to} ({en}).");
    }
    Some(
        Finding::new(&INFO, verdict, title)
            .message(message)
            .of([base, result])
            .suggest(slip.map(|(_, to)| to))
            .done(),
    )
}
