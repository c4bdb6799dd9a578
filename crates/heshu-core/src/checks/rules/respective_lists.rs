use crate::checks::facts::Facts;
use crate::checks::finding::Finding;
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::model::{Check, Verdict};

/// As many numbers behind 分别 as names before it.
pub struct RespectiveLists;

const INFO: RuleInfo = RuleInfo {
    id: "respective-lists",
    name: Words { zh: "“分别”两边的个数", en: "The two sides of 分别" },
    promises: Words {
        zh: "“甲、乙、丙分别增长5%、6%”：名称三个，数只有两个，列为“存疑”。",
        en: "Three names before 分别 (respectively) and two numbers behind it are a caution.",
    },
    assumes: Words {
        zh: "名称用顿号和“和、与、及”分隔，都在“分别”所在的分句里；“和”可能是名称的一部分。",
        en: "Names are divided by 、 and 和, 与, 及 and stand in the clause of 分别; 和 may be part of a name.",
    },
    wrong_when: Words {
        zh: "名称里本身有顿号，或前一分句还有名称。",
        en: "When a name holds 、 itself, or more names stand in the clause before.",
    },
    examples: &[
        Example {
            text: "一、2023年工作回顾\n全年第一产业、第二产业、第三产业增加值分别增长5%、6%。",
            verdict: Some(Verdict::Caution),
        },
        Example {
            text: "一、2023年工作回顾\n全年第一产业、第二产业、第三产业增加值分别增长5%、6%和7%。",
            verdict: None,
        },
        Example {
            text: "一、2023年工作回顾\n城镇和农村居民人均可支配收入分别增长5%、6%。", verdict: None
        },
    ],
}
.without_its_page();

impl Rule for RespectiveLists {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        for (at, _) in facts.report.text.as_str().match_indices("分别") {
            let Some(range) = facts.sentence_at(at) else { continue };
            if let Some((names, numbers)) = sides(facts.words(range.clone()), at - range.start) {
                let span = facts.report.text.span(range.start + names.1..range.start + numbers.1);
                found.push(unequal(names.0, numbers.0, span));
            }
        }
    }
}

/// The count of names with where they begin, and the count of numbers with where they end, where the two differ.
fn sides(sentence: &str, at: usize) -> Option<((usize, usize), (usize, usize))> {
    let before = sentence.get(..at)?;
    let clause = before.rfind(['，', '；', '：', '（', '。']).map_or(0, |p| p + '，'.len_utf8());
    let names = before.get(clause..)?;
    let after_at = at + "分别".len();
    let after = sentence.get(after_at..)?;
    let end = after.find(['，', '；', '。', '（', '！']).unwrap_or(after.len());
    let numbers = after.get(..end)?;
    // A second number behind the comma goes on with the list: 达A、B，分别增长x、y has its own 分别.
    let items: Vec<&str> = numbers.split(['、', '和', '与']).collect();
    let counted = items.len();
    if counted < 2 || !items.iter().all(|item| item.chars().any(|c| c.is_ascii_digit())) {
        return None;
    }
    // “甲、乙、丙”投资 is one name.
    let bare = without_quotations(names);
    let sure = bare.matches('、').count();
    let perhaps = bare.matches(['和', '与', '及']).count();
    let (least, most) = (sure + 1, sure + 1 + perhaps);
    // Only lists whose names are plainly divided: two 、 and more, or the numbers outnumber all divisions.
    let unequal = sure >= 2
        && perhaps <= 1
        && (counted < least || counted > most)
        && !names.chars().any(|c| c.is_ascii_digit());
    unequal.then_some(((least, clause), (counted, after_at + end)))
}

/// The words outside “…”.
fn without_quotations(words: &str) -> String {
    let mut depth = 0usize;
    words
        .chars()
        .filter(|c| {
            match c {
                '“' => depth += 1,
                '”' => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0
        })
        .collect()
}

fn unequal(names: usize, numbers: usize, span: crate::model::Span) -> Check {
    let title = (
        format!("“分别”之前{names}个名称，之后{numbers}个数"),
        format!("{names} names before 分别, {numbers} numbers behind"),
    );
    let message = (
        "名称和数不能一一对应：漏了一个数，或多了一个名称。".to_owned(),
        "They cannot be matched one to one: a number is missing, or a name is too many.".to_owned(),
    );
    Finding::new(&INFO, Verdict::Caution, title).message(message).span(span).done()
}
