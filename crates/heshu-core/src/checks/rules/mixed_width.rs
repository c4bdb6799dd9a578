use crate::checks::facts::Facts;
use crate::checks::finding::Finding;
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::model::{Check, Span, Verdict};

/// % and ％ in one report.
pub struct MixedWidth;

const INFO: RuleInfo = RuleInfo {
    id: "mixed-width",
    name: Words { zh: "全角半角混用", en: "Two widths of one sign" },
    promises: Words {
        zh: "全文混用“%”和“％”时给出一条提示，说明各有几处。",
        en: "One note where a report uses both % and ％, with how often.",
    },
    assumes: Words {
        zh: "按粘贴的原样检查，没有被修复统一。", en: "The signs stand as they were pasted."
    },
    wrong_when: Words {
        zh: "混用来自转换文件格式，不是原文。", en: "When a file conversion mixed them."
    },
    examples: &[
        Example {
            text: "一、2023年工作回顾\n地区生产总值增长8.4%，固定资产投资增长7％。",
            verdict: Some(Verdict::Note),
        },
        Example {
            text: "一、2023年工作回顾\n地区生产总值增长8.4%，固定资产投资增长7%。", verdict: None
        },
    ],
}
.without_its_page();

impl Rule for MixedWidth {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        let places = |sign: char| -> Vec<Span> {
            let found = facts.signs.iter().filter(|(_, c)| *c == sign);
            found.map(|(at, c)| facts.report.text.span(words(facts, *at)..at + c.len_utf8())).collect()
        };
        let full = places('％');
        let half = if full.is_empty() { Vec::new() } else { places('%') };
        if half.is_empty() || full.is_empty() {
            return;
        }
        let title = (
            format!("“%”{}处，“％”{}处", half.len(), full.len()),
            format!("% stands {} times, ％ {} times", half.len(), full.len()),
        );
        let message = (
            "全文宜统一为一种。这里标出较少的一种。".to_owned(),
            "One of them should be used throughout; the rarer one is marked.".to_owned(),
        );
        let rarer = if half.len() < full.len() { half } else { full };
        let finding = Finding::new(&INFO, Verdict::Note, title).message(message);
        found.push(rarer.into_iter().take(40).fold(finding, Finding::span).done());
    }
}

/// Where the few words before a sign begin, by which its place is known.
fn words(facts: &Facts<'_>, at: usize) -> usize {
    let before = facts.report.text.bytes(0..at);
    let near = before.char_indices().rev().take(12).take_while(|(_, c)| !"，。；、：％%\n".contains(*c));
    near.last().map_or(at, |(start, _)| start)
}
