use crate::checks::facts::Facts;
use crate::checks::finding::Finding;
use crate::checks::rule::{Example, Rule, RuleInfo, Words};
use crate::model::{Check, Verdict};
use crate::order;
use std::ops::Range;

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
        let long = |sentence: &str| {
            let surely = sentence.len() >= SHORTEST * char::MAX_LEN_UTF8;
            surely || sentence.chars().take(SHORTEST).count() == SHORTEST
        };
        let words = |range: &Range<usize>| (facts.words(range.clone()).trim(), range.start);
        let mut sentences: Vec<(&str, usize)> =
            facts.sentences.iter().map(words).filter(|(words, _)| long(words)).collect();
        order::ascending(&mut sentences);
        let again = sentences.chunk_by(|a, b| a.0 == b.0).flat_map(|same| {
            let first = same.first().map_or(0, |(_, at)| *at);
            same.iter().skip(1).map(move |(words, at)| (*at, first, *words))
        });
        let mut again: Vec<(usize, usize, &str)> = again.collect();
        order::ascending(&mut again);
        for (at, first, sentence) in again {
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
