use crate::checks::facts::Facts;
use crate::checks::finding::Finding;
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::model::{Check, Verdict};
use crate::outline::numerals;

/// A span of years that ends before it begins.
pub struct PeriodOrder;

const INFO: RuleInfo = RuleInfo {
    id: "period-order",
    name: Words { zh: "时段先后", en: "Order of a period" },
    promises: Words {
        zh: "“2021年至2023年”这样的时段，起年应早于止年；颠倒为“矛盾”。",
        en: "A period such as 2021年至2023年 begins before it ends; reversed it is a conflict.",
    },
    assumes: Words {
        zh: "连接两个年份的是“至”“到”或连接号。",
        en: "The years are joined by 至, 到 or a dash.",
    },
    wrong_when: Words {
        zh: "“由2023年到2021年”是在倒着回顾。",
        en: "When the text deliberately counts backwards.",
    },
    examples: &[
        Example {
            text: "一、2023年工作回顾\n2023年至2021年，财政收入稳步增长。",
            verdict: Some(Verdict::Conflict),
        },
        Example {
            text: "一、2023年工作回顾\n2021年至2023年，财政收入稳步增长。", verdict: None
        },
    ],
}
.without_its_page();

impl Rule for PeriodOrder {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        for line in &facts.lines {
            let years: Vec<(usize, i32)> = numerals::years(line.text).collect();
            for pair in years.windows(2) {
                let &[(at, first), (next, last)] = pair else { continue };
                let joined = line.text.get(at..next).and_then(|t| t.split_once('年')).map(|(_, rest)| rest);
                let joined = joined
                    .is_some_and(|rest| matches!(rest, "至" | "到" | "—" | "——" | "-" | "–" | "~" | "～"));
                if !joined || first <= last {
                    continue;
                }
                let span = facts.report.text.span(line.start + at..line.start + next + "2023年".len());
                let title =
                    (format!("时段颠倒：{first}年至{last}年"), format!("Period reversed: {first} to {last}"));
                let message = ("起年晚于止年。".to_owned(), "It begins after it ends.".to_owned());
                found.push(Finding::new(&INFO, Verdict::Conflict, title).message(message).span(span).done());
            }
        }
    }
}
