use crate::checks::facts::{Facts, comparable};
use crate::checks::finding::{Finding, amount, english};
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::model::{Check, Observation, Verdict};

/// Result and target of one indicator in units that cannot be compared.
pub struct UnitMismatch;

const INFO: RuleInfo = RuleInfo {
    id: "unit-mismatch",
    name: Words { zh: "单位不一", en: "Units that do not match" },
    promises: Words {
        zh: "同一指标去年实绩与今年目标的单位不能相比（万人与万人次）时，给出提示。",
        en: "A note where result and target of one indicator are in units that cannot be compared (persons against visits).",
    },
    assumes: Words {
        zh: "两处名称相同即同一指标。", en: "The same name means the same statistic."
    },
    wrong_when: Words {
        zh: "报告有意分别统计人数和人次。",
        en: "When the report means to count persons here and visits there.",
    },
    examples: &[
        Example {
            text: "一、2023年工作回顾\n2023年农村劳动力转移就业8.86万人次。\n二、2024年重点工作\n2024年农村劳动力转移就业6.93万人。",
            verdict: Some(Verdict::Note),
        },
        Example {
            text: "一、2023年工作回顾\n2023年农村劳动力转移就业8.86万人。\n二、2024年重点工作\n2024年农村劳动力转移就业6.93万人。",
            verdict: None,
        },
    ],
}
.without_its_page();

impl Rule for UnitMismatch {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        for series in &facts.series {
            let level = |o: &&&Observation| o.level.is_some();
            let (Some(result), Some(target)) =
                (series.results.iter().find(level), series.targets.iter().find(level))
            else {
                continue;
            };
            let (Some(was), Some(shall)) = (&result.level, &target.level) else { continue };
            let counts = [was, shall].iter().all(|l| measure(&l.unit).is_some());
            if !counts || comparable(was, shall) || alike(&was.unit, &shall.unit) {
                continue;
            }
            let title = (
                format!("{}：去年按“{}”，今年按“{}”", target.name, was.unit, shall.unit),
                format!("{}: {} last year, {} this year", english(target), was.unit, shall.unit),
            );
            let message = (
                format!("去年实绩{}，今年目标{}，单位不同，不能直接相比。", amount(was), amount(shall)),
                format!(
                    "Result {}, target {}: the units differ and the two cannot be compared.",
                    amount(was),
                    amount(shall)
                ),
            );
            found.push(
                Finding::new(&INFO, Verdict::Note, title).message(message).of([*target, *result]).done(),
            );
        }
    }
}

/// The measure word of a unit that counts.
fn measure(unit: &str) -> Option<&'static str> {
    ["人次", "人", "户", "家", "个", "名"].into_iter().find(|measure| unit.ends_with(measure))
}

/// Whether two units count the same things: 个 and 家 do, and 名 and 人; people and things are never meant to.
fn alike(a: &str, b: &str) -> bool {
    let kind = |unit: &str| match measure(unit) {
        Some("人" | "名") => Some(("people", "人")),
        Some("人次") => Some(("people", "人次")),
        Some("户") => Some(("things", "户")),
        Some(_) => Some(("things", "个")),
        None => None,
    };
    let scale = |unit: &str| unit.strip_suffix(measure(unit).unwrap_or_default()).map(str::to_owned);
    match (kind(a), kind(b)) {
        // 万户 and 万家 are both firms; 户 and 个 are households here and estates there.
        (Some(a_kind), Some(b_kind)) => {
            a_kind.0 != b_kind.0
                || a_kind == b_kind
                || (a_kind.0 == "things" && scale(a) == scale(b) && scale(a).as_deref() != Some(""))
        }
        _ => true,
    }
}
