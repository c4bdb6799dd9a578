use crate::checks::facts::{Facts, is_percent};
use crate::checks::finding::Finding;
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::model::{Basis, Check, Verdict};

/// A rate that grows by per cent where points are meant.
pub struct PercentOrPoints;

const INFO: RuleInfo = RuleInfo {
    id: "percent-or-points",
    name: Words { zh: "百分比还是百分点", en: "Per cent or points" },
    promises: Words {
        zh: "“率”的变化应说“百分点”；写成“增长3.64%”时为“存疑”。",
        en: "A rate changes by points; 增长3.64% of a rate is a caution.",
    },
    assumes: Words {
        zh: "名称以“率”结尾的是百分比。", en: "Names that end in 率 are per cents."
    },
    wrong_when: Words {
        zh: "确实是说比率本身相对增长了百分之几。",
        en: "When the relative growth of the rate is meant.",
    },
    examples: &[
        Example {
            text: "一、2023年工作回顾\n高考本科上线率增长3.64%。", verdict: Some(Verdict::Caution)
        },
        Example {
            text: "一、2023年工作回顾\n高考本科上线率达到65%，提高3.64个百分点。", verdict: None
        },
    ],
}
.without_its_page();

impl Rule for PercentOrPoints {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        for observation in facts.report.observations {
            let Some(change) =
                observation.change.as_ref().filter(|c| is_percent(&c.unit) && c.basis == Basis::Yoy)
            else {
                continue;
            };
            if !observation.name.ends_with('率') {
                continue;
            }
            // 控制在5%以内 is a level; only words of growing and falling make a change of it.
            let at = facts.report.text.byte(change.span.start);
            let clause = facts
                .words(facts.sentence(change.span).start..at)
                .rsplit(['，', '；'])
                .next()
                .unwrap_or_default();
            let moved = clause.contains(['增', '提', '升', '降', '减']);
            // 效率, 增长率 and 汇率 are no shares of a hundred; a level in another unit says so too.
            let other =
                ["效率", "增长率", "生产率", "汇率", "利率", "费率", "税率", "功率", "产出率", "周转率"]
                    .iter()
                    .any(|w| observation.name.ends_with(w));
            let level_fits = observation.level.as_ref().is_none_or(|l| is_percent(&l.unit));
            if !moved || other || !level_fits || observation.doubt.is_some() {
                continue;
            }
            let title = (
                format!("{}：变化{}%，还是百分点？", observation.name, change.value),
                format!("{}: {}% or points?", observation.name, change.value),
            );
            let message = (
                "比率的增减一般用“百分点”。若确指百分点，应写作“个百分点”。".to_owned(),
                "A rate usually changes by percentage points; if points are meant, the text should say 个百分点.".to_owned(),
            );
            found.push(
                Finding::new(&INFO, Verdict::Caution, title)
                    .message(message)
                    .span(change.span)
                    .of([observation])
                    .suggest(Some(format!("{}个百分点", change.written)))
                    .done(),
            );
        }
    }
}
