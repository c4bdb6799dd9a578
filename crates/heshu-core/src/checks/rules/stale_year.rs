use crate::checks::facts::Facts;
use crate::checks::finding::Finding;
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::model::{Check, Part, Span, Verdict};
use crate::outline::numerals;

/// A year in the plan that is over already.
pub struct StaleYear;

const INFO: RuleInfo = RuleInfo {
    id: "stale-year",
    name: Words { zh: "过期的年份", en: "A year that is over" },
    promises: Words {
        zh: "在今年的工作安排里，说要在已经过去的年份“年底前”“前完成”的，列为“存疑”：多半是沿用了往年的文字。",
        en: "In the plan, something to be done by the end of, or before, a year that is over is a caution: the words were probably taken over from an earlier report.",
    },
    assumes: Words { zh: "报告年份判断正确。", en: "The report's year was recognised." },
    wrong_when: Words {
        zh: "句子是在回顾，例如“2022年底前开工的项目今年完工”。",
        en: "When the sentence looks back: works begun before the end of 2022 are finished this year.",
    },
    examples: &[
        Example {
            text: "一、2023年工作回顾\n完成各项任务。\n二、2024年重点工作\n加快第三小学建设，确保2022年底前投入使用。",
            verdict: Some(Verdict::Caution),
        },
        Example {
            text: "一、2023年工作回顾\n完成各项任务。\n二、2024年重点工作\n加快第三小学建设，确保2024年底前投入使用。",
            verdict: None,
        },
        Example {
            text: "一、2023年工作回顾\n确保2022年底前开工的项目全部完工。\n二、2024年重点工作\n加快建设。",
            verdict: None,
        },
    ],
}
.without_its_page();

/// Words of intent before the year.
const WILL: &[&str] =
    &["确保", "力争", "争取", "将于", "计划", "要在", "确保在", "力争在", "保证", "预计", "务必"];
/// Words after it that make it a deadline.
const DEADLINE: &[&str] = &[
    "年底前",
    "年年底前",
    "年底建成",
    "年底完成",
    "年前",
    "年上半年",
    "年底投",
    "年6月底前",
    "年内完成",
    "年内建成",
];

impl Rule for StaleYear {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        let Some(report_year) = facts.report.document.report_year else { return };
        let plan = |span: &Span| {
            facts.report.sections.iter().any(|s| {
                s.parent.is_none()
                    && matches!(s.part, Part::Outlook | Part::Targets | Part::Tasks)
                    && s.span.contains(*span)
            })
        };
        for line in &facts.lines {
            for (at, year) in numerals::years(line.text) {
                if year >= report_year {
                    continue;
                }
                let after = line
                    .text
                    .get(at..)
                    .and_then(|rest| rest.find('年').and_then(|y| rest.get(y..)))
                    .unwrap_or_default();
                let before = line
                    .text
                    .get(..at)
                    .and_then(|t| t.rsplit(['，', '。', '；', '、']).next())
                    .unwrap_or_default();
                let meant = DEADLINE.iter().any(|word| after.starts_with(word))
                    && WILL.iter().any(|word| before.contains(word));
                let span = facts.report.text.span(line.start + at..line.start + at + "2023年".len());
                if !meant || !plan(&span) {
                    continue;
                }
                let title =
                    (format!("计划里的{year}年已经过去"), format!("{year} is over, and stands in the plan"));
                let message = (
                    format!("这是{report_year}年的工作安排，而期限是{year}年。"),
                    format!("This is the plan for {report_year}; the deadline is in {year}."),
                );
                found.push(Finding::new(&INFO, Verdict::Caution, title).message(message).span(span).done());
            }
        }
    }
}
