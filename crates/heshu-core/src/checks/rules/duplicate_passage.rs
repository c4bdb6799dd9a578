use crate::checks::facts::Facts;
use crate::checks::finding::Finding;
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::model::{Check, Verdict};
use std::collections::HashMap;

/// The same sentence twice.
pub struct DuplicatePassage;

const INFO: RuleInfo = RuleInfo {
    id: "duplicate-passage",
    name: Words { zh: "重复段落", en: "A passage twice" },
    promises: Words {
        zh: "三十字以上的句子一字不差地出现两次：含数字的为“存疑”，不含的为“提示”。",
        en: "A sentence of thirty characters and more that stands twice word for word: a caution if it holds a number, else a note.",
    },
    assumes: Words {
        zh: "不同部分不会用同样的长句。",
        en: "Different parts do not use the same long sentence.",
    },
    wrong_when: Words {
        zh: "固定的口号，或粘贴时重复。",
        en: "For set phrases, or when it was pasted twice.",
    },
    examples: &[
        Example {
            text: "一、2023年工作回顾\n新建农村公路60公里，改造老旧小区5个，完成天然气入户1158户，群众生活更加便利。\n其他工作。\n新建农村公路60公里，改造老旧小区5个，完成天然气入户1158户，群众生活更加便利。",
            verdict: Some(Verdict::Caution),
        },
        Example {
            text: "一、2023年工作回顾\n新建农村公路60公里。\n其他工作。\n新建农村公路60公里。",
            verdict: None,
        },
    ],
}
.without_its_page();

const SHORTEST: usize = 30;

impl Rule for DuplicatePassage {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>) {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for range in facts.sentences.iter().cloned() {
            let at = range.start;
            let sentence = facts.words(range).trim();
            let surely_long = sentence.len() >= SHORTEST * char::MAX_LEN_UTF8;
            if !surely_long && sentence.chars().take(SHORTEST).count() < SHORTEST {
                continue;
            }
            let first = *seen.entry(sentence).or_insert(at);
            if first == at {
                continue;
            }
            let verdict =
                if sentence.chars().any(|c| c.is_ascii_digit()) { Verdict::Caution } else { Verdict::Note };
            let start: String = sentence.chars().take(16).collect();
            let title = (format!("“{start}…”出现两次"), format!("“{start}…” stands twice"));
            let message = ("两处一字不差。".to_owned(), "Both are the same word for word.".to_owned());
            let span = |at: usize| facts.report.text.span(at..at + sentence.len());
            found.push(
                Finding::new(&INFO, verdict, title).message(message).span(span(at)).span(span(first)).done(),
            );
        }
    }
}
