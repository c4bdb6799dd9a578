use crate::checks::facts::Facts;
use crate::checks::finding::Finding;
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::model::{Check, Verdict};

/// Quotation marks, titles and brackets that are opened and not closed.
pub struct PairedMarks;

const INFO: RuleInfo = RuleInfo {
    id: "paired-marks",
    name: Words { zh: "成对标点", en: "Marks in pairs" },
    promises: Words {
        zh: "每段之内“”《》（）应成对；缺一半的给出提示，并指出位置。",
        en: "Within a paragraph “” 《》 （） stand in pairs; a note shows where half of one is missing.",
    },
    assumes: Words {
        zh: "引文不跨段。“1）”这样的序号不算。",
        en: "Quotations do not cross paragraphs. Numbers such as 1） are left out.",
    },
    wrong_when: Words {
        zh: "引文跨段，或粘贴丢了字。",
        en: "When a quotation runs over paragraphs, or pasting lost a character.",
    },
    examples: &[
        Example {
            text: "一、2023年工作回顾\n深入实施“旅游兴县战略，接待游客突破百万。",
            verdict: Some(Verdict::Note),
        },
        Example {
            text: "一、2023年工作回顾\n深入实施“旅游兴县”战略，落实《条例》（试行）要求。",
            verdict: None,
        },
    ],
}
.without_its_page();

const PAIRS: &[(char, char)] = &[('“', '”'), ('《', '》'), ('（', '）'), ('(', ')')];

impl Rule for PairedMarks {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        let alone: Vec<(usize, char)> =
            facts.lines.iter().flat_map(|line| unpaired(facts.signs_of(line))).collect();
        let span = |&(at, c): &(usize, char)| facts.report.text.span(at..at + c.len_utf8());
        // Where many are missing the paste was damaged: one note says it.
        if alone.len() > MANY {
            let title = (
                format!("{}个成对标点缺一半", alone.len()),
                format!("Half of the pair is missing {} times", alone.len()),
            );
            let message = (
                "可能是粘贴或网页转换造成的断行。".to_owned(),
                "The paste or a web page may have broken lines.".to_owned(),
            );
            let finding = Finding::new(&INFO, Verdict::Note, title).message(message);
            found.push(alone.iter().take(MANY).map(span).fold(finding, Finding::span).done());
            return;
        }
        for mark in &alone {
            let c = mark.1;
            let title = (format!("“{c}”没有另一半"), format!("{c} has no other half"));
            let message = (
                "这一段里只有半个成对标点。".to_owned(),
                "The paragraph has only half of the pair.".to_owned(),
            );
            found.push(Finding::new(&INFO, Verdict::Note, title).message(message).span(span(mark)).done());
        }
    }
}

const MANY: usize = 8;

/// The marks of a paragraph without their other half, with their byte offsets.
fn unpaired(signs: &[(usize, char)]) -> Vec<(usize, char)> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut alone = Vec::new();
    // Where the last digit ends.
    let mut digit_end = None;
    for (at, c) in signs.iter().copied() {
        if PAIRS.iter().any(|(left, _)| *left == c) {
            open.push((at, c));
        } else if let Some((left, _)) = PAIRS.iter().find(|(_, right)| *right == c) {
            // （ is often closed by ) and the other way round.
            let opens = |mark: char| mark == *left || (matches!(mark, '（' | '(') && matches!(c, '）' | ')'));
            match open.iter().rposition(|(_, mark)| opens(*mark)) {
                Some(place) => drop(open.remove(place)),
                None if matches!(c, '）' | ')') && digit_end == Some(at) => {}
                None => alone.push((at, c)),
            }
        }
        if c.is_ascii_digit() {
            digit_end = Some(at + 1);
        }
    }
    alone.extend(open);
    crate::order::ascending(&mut alone);
    alone
}
