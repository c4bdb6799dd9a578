use crate::checks::facts::{Facts, comparable};
use crate::checks::finding::{Finding, amount, english};
use crate::checks::interval::Interval;
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::model::{Check, Kind, LevelValue, Observation, Verdict};

/// A part is not greater than its whole, and the parts of a known whole make it.
pub struct PartSum;

const INFO: RuleInfo = RuleInfo {
    id: "part-sum",
    name: Words { zh: "部分与总体", en: "Parts and their whole" },
    promises: Words {
        zh: "“其中”之后同单位的数不应大于之前的总数；三次产业增加值之和应等于地区生产总值，进口与出口之和应等于进出口总额（都按四舍五入的范围比较）。",
        en: "A number behind 其中 (of which) is not greater than the whole before it; the three industries' value added make GDP, exports and imports make trade, within rounding.",
    },
    assumes: Words {
        zh: "“其中”所指的总数是同一句里它前面最近的同单位数。",
        en: "The whole is the nearest number of the same unit before 其中 in the sentence.",
    },
    wrong_when: Words {
        zh: "“其中”说的是另一个总数。", en: "When 其中 speaks of another whole."
    },
    examples: &[
        Example {
            text: "一、2023年工作回顾\n进出口总额120亿元，其中出口80亿元、进口40亿元。",
            verdict: Some(Verdict::Pass),
        },
        Example {
            text: "一、2023年工作回顾\n进出口总额120亿元，其中出口130亿元。",
            verdict: Some(Verdict::Conflict),
        },
        Example {
            text: "一、2023年工作回顾\n2023年外贸进出口总额120亿元，出口总额80亿元，进口总额50亿元。",
            verdict: Some(Verdict::Conflict),
        },
        Example {
            text: "一、2023年工作回顾\n2023年外贸进出口总额120亿元，新增企业50家。", verdict: None
        },
    ],
};

const WHOLES: &[(&str, &[&str])] = &[
    ("gdp", &["primary_value_added", "secondary_value_added", "tertiary_value_added"]),
    ("trade", &["exports", "imports"]),
];

impl Rule for PartSum {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        for (whole, parts) in WHOLES {
            found.extend(sum(facts, whole, parts));
        }
        of_which(facts, found);
    }
}

/// The result of the review year with this id.
fn result<'a>(facts: &Facts<'a>, id: &str) -> Option<(&'a Observation, &'a LevelValue)> {
    let of_id = |o: &&Observation| o.indicator.as_deref() == Some(id) && o.level.is_some();
    let found = facts.series.iter().flat_map(|s| &s.results).copied().find(of_id)?;
    Some((found, found.level.as_ref()?))
}

fn sum(facts: &Facts<'_>, whole: &str, parts: &[&str]) -> Option<Check> {
    let (total, level) = result(facts, whole)?;
    let parts: Option<Vec<_>> =
        parts.iter().map(|id| result(facts, id).filter(|(_, l)| comparable(level, l))).collect();
    let parts = parts?;
    let stated = Interval::of_level_base(level)?;
    let added = parts.iter().filter_map(|(_, l)| Interval::of_level_base(l)).reduce(Interval::plus)?;
    let line: Vec<String> = parts.iter().map(|(_, l)| amount(l)).collect();
    let arithmetic = format!("{}，总数 {}", line.join(" + "), amount(level));
    let (zh, en) = (&total.name, english(total));
    let (verdict, title) = if stated.meets(added) {
        (Verdict::Pass, (format!("{zh}等于各部分之和"), format!("{en} is the sum of its parts")))
    } else {
        (Verdict::Conflict, (format!("{zh}不等于各部分之和"), format!("{en} is not the sum of its parts")))
    };
    let message = (format!("{arithmetic}。"), format!("{} against {}.", line.join(" + "), amount(level)));
    let all = [total].into_iter().chain(parts.iter().map(|(o, _)| *o));
    Some(Finding::new(&INFO, verdict, title).message(message).arithmetic(arithmetic).of(all).done())
}

/// 甲X亿元，其中乙Y亿元: Y is not more than X.
fn of_which(facts: &Facts<'_>, found: &mut Vec<Check>) {
    let text = facts.report.text;
    let with_level: Vec<(usize, &Observation, &LevelValue)> = facts
        .report
        .observations
        .iter()
        .filter_map(|o| Some((text.byte(o.level.as_ref()?.span.start), o, o.level.as_ref()?)))
        .collect();
    for (at, _) in text.as_str().match_indices("其中") {
        let next = with_level.partition_point(|(start, ..)| *start < at);
        let (Some(&(whole_at, whole, total)), Some(&(part_at, part, level))) =
            (next.checked_sub(1).and_then(|i| with_level.get(i)), with_level.get(next))
        else {
            continue;
        };
        if part_at - whole_at > 400 {
            continue;
        }
        let near =
            facts.words(whole_at..at).chars().count() < 40 && facts.words(at..part_at).chars().count() < 30;
        let one_sentence = !facts.words(whole_at..part_at).contains(['。', '；', '\n']);
        let alike = comparable(total, level)
            && whole.period == part.period
            && !level.unit.is_empty()
            && !total.unit.contains(['%', '％']);
        let told = whole.kind != Kind::Target || part.kind == Kind::Target;
        if !(near && one_sentence && alike && told) {
            continue;
        }
        let (Some(a), Some(b)) = (Interval::of_level_base(total), Interval::of_level_base(level)) else {
            continue;
        };
        let fits = b.low.zip(a.high).is_none_or(|(part, whole)| part <= whole);
        let (verdict, title) = if fits {
            (
                Verdict::Pass,
                (format!("{}不超过总数", part.name), format!("{}: not more than the whole", english(part))),
            )
        } else {
            (
                Verdict::Conflict,
                (
                    format!("{}大于总数", part.name),
                    format!("{}: a part greater than the whole", english(part)),
                ),
            )
        };
        let message = (
            format!("总数{}为{}，其中{}为{}。", whole.name, amount(total), part.name, amount(level)),
            format!(
                "{} is {}, of which {} is {}.",
                english(whole),
                amount(total),
                english(part),
                amount(level)
            ),
        );
        found.push(Finding::new(&INFO, verdict, title).message(message).of([whole, part]).done());
    }
}
