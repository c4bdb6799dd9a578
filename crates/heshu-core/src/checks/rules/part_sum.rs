use crate::checks::facts::{Facts, comparable, is_rank};
use crate::checks::finding::{Finding, amount, english};
use crate::checks::fit::{Fit, exact};
use crate::checks::interval::Interval;
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::model::{Bound, Check, Kind, LevelValue, Observation, Verdict};
use rust_decimal::Decimal;

/// A part is not greater than its whole, and the parts of a known whole make it.
pub struct PartSum;

const INFO: RuleInfo = RuleInfo {
    id: "part-sum",
    name: Words { zh: "部分与总体", en: "Parts and their whole" },
    promises: Words {
        zh: "“其中”之后同单位的数，单个大于之前的总数为“矛盾”，加起来大于总数为“存疑”；“甲3个、乙5个，共8个”的合计应等于所列之和；三次产业增加值之和应等于地区生产总值，进口与出口之和应等于进出口总额（都按四舍五入的范围比较）。",
        en: "A number behind 其中 (of which) greater than the whole before it is a conflict, several that are greater together a caution; a sum (甲3个、乙5个，共8个) must be that of what is listed; the three industries' value added make GDP, exports and imports make trade, within rounding.",
    },
    assumes: Words {
        zh: "“其中”所指的总数是同一句里它前面最近的同单位数。",
        en: "The whole is the nearest number of the same unit before 其中 in the sentence.",
    },
    wrong_when: Words {
        zh: "“其中”说的是另一个总数，或所列的部分有交叉。",
        en: "When 其中 speaks of another whole, or one part holds another.",
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
            text: "一、2023年工作回顾\n全年举办演出257场，其中公益演出93场、话剧演出194场。",
            verdict: Some(Verdict::Caution),
        },
        Example {
            text: "一、2023年工作回顾\n新建小学3所、幼儿园5所，共9所。",
            verdict: Some(Verdict::Caution),
        },
        Example {
            text: "一、2023年工作回顾\n2023年外贸进出口总额120亿元，新增企业50家。", verdict: None
        },
    ],
}
.without_its_page();

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
        let all = told(facts);
        of_which(facts, &all, found);
        summed(facts, &all, found);
    }
}

fn sum(facts: &Facts<'_>, whole: &str, parts: &[&str]) -> Option<Check> {
    let (total, level) = facts.result(whole)?;
    let parts: Option<Vec<_>> =
        parts.iter().map(|id| facts.result(id).filter(|(_, l)| comparable(level, l))).collect();
    let parts = parts?;
    let stated = Interval::of_level_base(level)?;
    let added = parts.iter().filter_map(|(_, l)| Interval::of_level_base(l)).reduce(Interval::plus)?;
    let line: Vec<String> = parts.iter().map(|(_, l)| amount(l)).collect();
    let arithmetic = format!("{}，总数 {}", line.join(" + "), amount(level));
    let (zh, en) = (&total.name, english(total));
    let written = || {
        let sum: Decimal = parts.iter().filter_map(|(_, l)| Some(l.base_value?.get())).sum();
        let all = parts.iter().map(|(_, l)| l.bound).chain([level.bound]);
        Some(exact(all).then_some(sum)? == level.base_value?.get())
    };
    let fit = Fit::new(stated, added, written);
    let says = if fit == Fit::Never { ("不等于", "is not") } else { ("等于", "is") };
    let title = (format!("{zh}{}各部分之和", says.0), format!("{en} {} the sum of its parts", says.1));
    let verdict = if fit == Fit::Never { Verdict::Conflict } else { Verdict::Pass };
    let message = (
        format!("{arithmetic}。{}", fit.words().0),
        format!("{} against {}.{}", line.join(" + "), amount(level), fit.words().1),
    );
    let all = [total].into_iter().chain(parts.iter().map(|(o, _)| *o));
    Some(Finding::new(&INFO, verdict, title).message(message).arithmetic(arithmetic).of(all).done())
}

/// A statement with a level, and the byte at which its number begins.
type Told<'a> = (usize, &'a Observation, &'a LevelValue);

fn told<'a>(facts: &Facts<'a>) -> Vec<Told<'a>> {
    let at = |o: &'a Observation| {
        let level = o.level.as_ref()?;
        Some((facts.report.text.byte(level.span.start), o, level))
    };
    facts.report.observations.iter().filter_map(at).collect()
}

/// 甲X亿元，其中乙Y亿元、丙Z亿元: neither Y nor Y + Z is more than X.
fn of_which(facts: &Facts<'_>, all: &[Told<'_>], found: &mut Vec<Check>) {
    for (at, _) in facts.report.text.as_str().match_indices("其中") {
        let next = all.partition_point(|(start, ..)| *start < at);
        let (Some(whole), Some(first)) = (next.checked_sub(1).and_then(|i| all.get(i)), all.get(next)) else {
            continue;
        };
        let near = first.0 - whole.0 <= 400
            && facts.words(whole.0..at).chars().count() < 40
            && facts.words(at..first.0).chars().count() < 30;
        let one_sentence = !facts.words(whole.0..first.0).contains(['。', '；', '\n']);
        if !(near && one_sentence && is_part(whole, first)) {
            continue;
        }
        // Those that follow on in the same unit, up to the sentence's end or another 其中.
        let mut parts = vec![*first];
        for next in all.iter().skip(next + 1) {
            let last = parts.last().map_or(at, |part| part.0);
            let between = facts.words(last..next.0);
            let stops = between.contains(['。', '；', '\n', '（']) || between.contains("其中");
            if stops || between.chars().count() > 40 || next.2.unit != first.2.unit || !is_part(whole, next) {
                break;
            }
            parts.push(*next);
        }
        found.extend(against_whole(whole, &parts));
    }
}

fn is_part(whole: &Told<'_>, part: &Told<'_>) -> bool {
    let told = whole.1.kind != Kind::Target || part.1.kind == Kind::Target;
    told && comparable(whole.2, part.2)
        && whole.1.period == part.1.period
        && !is_rank(part.1)
        && !part.2.unit.is_empty()
        && !whole.2.unit.contains(['%', '％'])
}

fn against_whole((_, whole, total): &Told<'_>, parts: &[Told<'_>]) -> Option<Check> {
    let stated = amount_of(total)?;
    let (_, first, level) = parts.first()?;
    let more = |part: Interval| part.low.zip(stated.high).is_some_and(|(part, whole)| part > whole);
    let each = parts.iter().find(|(_, _, l)| amount_of(l).is_some_and(more));
    if let Some((_, part, level)) = each {
        let title =
            (format!("{}大于总数", part.name), format!("{}: a part greater than the whole", english(part)));
        let message = of_message(whole, total, &[(part, level)]);
        return Some(
            Finding::new(&INFO, Verdict::Conflict, title).message(message).of([*whole, *part]).done(),
        );
    }
    let sum = parts.iter().filter_map(|(_, _, l)| amount_of(l)).reduce(Interval::plus)?;
    let listed: Vec<_> = parts.iter().map(|(_, o, l)| (*o, *l)).collect();
    let of = [*whole].into_iter().chain(parts.iter().map(|(_, o, _)| *o));
    let (verdict, shown, title) = if parts.len() > 1 && more(sum) {
        let title = (
            format!("{}：各部分之和大于总数", whole.name),
            format!("{}: its parts together are more than the whole", english(whole)),
        );
        // One of them may hold another.
        (Verdict::Caution, listed, title)
    } else if parts.len() > 1 && sum.meets(stated) {
        let title =
            (format!("{}等于各部分之和", whole.name), format!("{} is the sum of its parts", english(whole)));
        (Verdict::Pass, listed, title)
    } else {
        let title =
            (format!("{}不超过总数", first.name), format!("{}: not more than the whole", english(first)));
        (Verdict::Pass, vec![(*first, *level)], title)
    };
    Some(Finding::new(&INFO, verdict, title).message(of_message(whole, total, &shown)).of(of).done())
}

fn of_message(
    whole: &Observation,
    total: &LevelValue,
    parts: &[(&Observation, &LevelValue)],
) -> (String, String) {
    let zh: Vec<String> = parts.iter().map(|(o, l)| format!("{}为{}", o.name, amount(l))).collect();
    let en: Vec<String> = parts.iter().map(|(o, l)| format!("{} is {}", english(o), amount(l))).collect();
    (
        format!("总数{}为{}，其中{}。", whole.name, amount(total), zh.join("、")),
        format!("{} is {}, of which {}.", english(whole), amount(total), en.join(", ")),
    )
}

/// What a level can stand for. Things that are counted one by one are not rounded: 8所 are eight.
fn amount_of(level: &LevelValue) -> Option<Interval> {
    let one_by_one = level.bound == Bound::Exact
        && level.unit.chars().count() == 1
        && "个家所座处项件条名人户场辆台套间栋".contains(level.unit.as_str())
        && level.value.get().is_integer();
    if one_by_one { Some(Interval::exactly(level.base_value?.get())) } else { Interval::of_level_base(level) }
}

/// Words before a sum of what stands before them.
const SUMS: &[&str] = &["合计", "共计", "总计", "共"];

/// 甲3个、乙5个，共8个: the numbers of one unit just before make the sum, or nothing is said.
fn summed(facts: &Facts<'_>, all: &[Told<'_>], found: &mut Vec<Check>) {
    for (place, sum) in all.iter().enumerate() {
        let (at, whole, total) = *sum;
        let sentence = facts.sentence(whole.span);
        let before = facts.words(sentence.start..at);
        let clause = before.rsplit(['，', '；', '：', '、']).next().unwrap_or_default();
        let Some(rest) = SUMS.iter().find_map(|word| clause.strip_prefix(word)) else { continue };
        // 共投入资金3亿元 sums nothing up.
        if rest.chars().count() > 2 || total.bound != Bound::Exact {
            continue;
        }
        let like = |part: &&Told<'_>| {
            part.0 >= sentence.start && part.2.unit == total.unit && part.1.period == whole.period
        };
        let mut parts: Vec<&Told<'_>> = all.iter().take(place).rev().take_while(like).collect();
        parts.reverse();
        let values = || parts.iter().filter_map(|part| amount_of(part.2));
        let (Some(added), Some(stated)) = (values().reduce(Interval::plus), amount_of(total)) else {
            continue;
        };
        let ratio = added.quotient(stated);
        let near = ratio.meets(Interval::between(Decimal::new(8, 1), Decimal::new(12, 1)));
        if parts.len() < 2 || !near {
            continue;
        }
        let line: Vec<String> = parts.iter().map(|part| amount(part.2)).collect();
        let arithmetic = format!("{}，文中共 {}", line.join(" + "), amount(total));
        let (verdict, says) = if added.meets(stated) {
            (Verdict::Pass, ("等于各项之和", "is the sum of what is listed"))
        } else {
            (Verdict::Caution, ("不等于各项之和", "is not the sum of what is listed"))
        };
        let title = (format!("合计{}{}", amount(total), says.0), format!("{} {}", amount(total), says.1));
        let of = parts.iter().map(|part| part.1).chain([whole]);
        let message = (format!("{arithmetic}。"), format!("{} against {}.", line.join(" + "), amount(total)));
        found.push(Finding::new(&INFO, verdict, title).message(message).arithmetic(arithmetic).of(of).done());
    }
}
