use crate::checks::facts::Facts;
use crate::checks::finding::Finding;
use crate::checks::interval::{Interval, places, with_places};
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::model::{Check, Observation, Verdict};
use rust_decimal::Decimal;

/// The three industries' shares make 100.
pub struct StructureSum;

const INFO: RuleInfo = RuleInfo {
    id: "structure-sum",
    name: Words { zh: "结构合计", en: "Shares make a whole" },
    promises: Words {
        zh: "三次产业结构之和应为100：恰为100是“相符”，差额在四舍五入之内为“提示”，超出为“矛盾”。",
        en: "The shares of the three industries must make 100: exactly is a pass, within what rounding allows a note, outside a conflict.",
    },
    assumes: Words { zh: "给出的是三个百分比。", en: "The three numbers are per cents." },
    wrong_when: Words {
        zh: "所列不是全部三次产业，或数字是比例而非百分比。",
        en: "When the list is not all three industries, or the numbers are a ratio and no per cents.",
    },
    examples: &[
        Example {
            text: "一、2023年工作回顾\n三次产业结构为30.19：35.18：34.63。",
            verdict: Some(Verdict::Pass),
        },
        Example {
            text: "一、2023年工作回顾\n三次产业结构为30.2：35.2：34.7。",
            verdict: Some(Verdict::Note),
        },
        Example {
            text: "一、2023年工作回顾\n三次产业结构为30.19：35.18：36.63。",
            verdict: Some(Verdict::Conflict),
        },
        Example { text: "一、2023年工作回顾\n全县森林覆盖率达到30.19%。", verdict: None },
    ],
}
.without_its_page();

impl Rule for StructureSum {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        let shares: Vec<&Observation> = facts
            .report
            .observations
            .iter()
            .filter(|o| o.indicator.as_deref() == Some("industry_structure") && o.level.is_some())
            .collect();
        // Shares of one structure follow one another: 第一, 第二, 第三产业.
        for three in shares.windows(3) {
            if let [first, second, third] = *three
                && first.name.contains("第一")
                && second.name.contains("第二")
                && third.name.contains("第三")
                && first.period == third.period
                && first.region == third.region
            {
                found.extend(check_three([first, second, third]));
            }
        }
    }
}

fn check_three(shares: [&Observation; 3]) -> Option<Check> {
    let levels: Vec<_> = shares.iter().filter_map(|o| o.level.as_ref()).collect();
    let sum: Decimal = levels.iter().map(|l| l.value.get()).sum();
    let whole = levels.iter().map(|l| Interval::of_level(l)).reduce(Interval::plus)?;
    // 1：2：3 is a ratio.
    if sum < Decimal::from(80) || sum > Decimal::from(120) {
        return None;
    }
    let shown = levels.iter().map(|l| places(&l.written)).max().unwrap_or(0);
    let line: Vec<String> = levels.iter().map(|l| l.written.clone()).collect();
    let arithmetic = format!("{} = {}", line.join(" + "), with_places(sum, shown));
    let year = shares.first().and_then(|o| o.period.clone());
    let when = year.as_ref().map_or(String::new(), |y| format!("{y}年"));
    let when_en = year.map_or(String::new(), |y| format!(" of {y}"));
    let (verdict, title, message) = if whole.holds(Decimal::ONE_HUNDRED) {
        let exact = sum == Decimal::ONE_HUNDRED;
        let (rounding, made) = if exact {
            (("", ""), "100".to_owned())
        } else {
            (("（差额在四舍五入之内）", " (the rest is rounding)"), with_places(sum, shown))
        };
        (
            if exact { Verdict::Pass } else { Verdict::Note },
            (format!("{when}三次产业结构合计为{made}"), format!("The three industries{when_en} make {made}")),
            (format!("{arithmetic}{}。", rounding.0), format!("{arithmetic}{}.", rounding.1)),
        )
    } else {
        let sum = with_places(sum, shown);
        (
            Verdict::Conflict,
            (
                format!("{when}三次产业结构合计为{sum}，不是100"),
                format!("The three industries{when_en} make {sum}, not 100"),
            ),
            (
                format!("{arithmetic}，超出四舍五入可以解释的范围。"),
                format!("{arithmetic}, more than rounding explains."),
            ),
        )
    };
    Some(
        Finding::new(&INFO, verdict, title)
            .message(message)
            .arithmetic(arithmetic)
            .of(shares)
            .expected(Interval::exactly(Decimal::ONE_HUNDRED), "%", sum)
            .done(),
    )
}
