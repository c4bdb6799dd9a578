//! Promises kept: each 民生实事 of one report, and what the next says of it.

use crate::entry::Entry;
use crate::measure::{Measure, measures};
use heshu_core::model::{Commitment, Kind, Observation, Part, Span};
use heshu_core::outline::lines;
use heshu_core::views::things::Things;
use serde::Serialize;
use std::collections::{HashMap, HashSet};

/// A promise and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Kept {
    /// Its place among the earlier report's commitments.
    pub commitment: u32,
    /// Its number in the list.
    pub number: u32,
    /// Sentences of the later report that speak of it, the likest first: UTF-16 spans over its repaired text.
    pub said: Vec<Span>,
    /// Its numbers beside those of the later report.
    pub numbers: Vec<Number>,
}

/// A number of a promise and the one that the later report gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Number {
    /// Id in the earlier report.
    pub promised: u32,
    /// Id in the later report.
    pub reported: u32,
    /// Both compared.
    pub measures: Vec<Measure>,
}

/// How much of a promise's weight must recur in a sentence.
const LIKE: f64 = 0.32;
/// At most so many sentences are shown.
const MOST: usize = 3;

/// Looks for every promise of the earlier report in what the later report looks back on.
pub fn kept(earlier: &Entry, later: &Entry) -> Vec<Kept> {
    if earlier.analysis.commitments.is_empty() {
        return Vec::new();
    }
    let sentences = review_sentences(later);
    let weights = Weights::of(sentences.iter().map(|(_, pairs)| pairs));
    let results: Vec<&Observation> = later
        .analysis
        .observations
        .iter()
        .filter(|o| matches!(o.kind, Kind::Actual | Kind::Expected) && o.region.is_none())
        .collect();
    let results = Things::of(&results);
    let commitments = earlier.analysis.commitments.iter().enumerate();
    commitments
        .map(|(place, commitment)| Kept {
            commitment: u32::try_from(place).unwrap_or(u32::MAX),
            number: commitment.number,
            said: said(commitment, &sentences, &weights),
            numbers: numbers(earlier, commitment, &results),
        })
        .collect()
}

fn numbers(earlier: &Entry, commitment: &Commitment, results: &Things<'_>) -> Vec<Number> {
    let promised =
        commitment.observations.iter().filter_map(|id| earlier.analysis.observations.get(*id as usize));
    promised
        .filter_map(|promised| {
            let compared = results.like(promised).map(|r| (r, measures(promised, r, None)));
            let (reported, measures) = compared.max_by_key(|(_, measures)| measures.len())?;
            Some(Number { promised: promised.id, reported: reported.id, measures })
        })
        .collect()
}

fn said(commitment: &Commitment, sentences: &[(Span, HashSet<Pair>)], weights: &Weights) -> Vec<Span> {
    let wanted = pairs(&commitment.text);
    let whole: f64 = wanted.iter().map(|pair| weights.of_pair(*pair)).sum();
    let mut like: Vec<(f64, Span)> = sentences
        .iter()
        .map(|(span, pairs)| {
            let shared: f64 = wanted.intersection(pairs).map(|pair| weights.of_pair(*pair)).sum();
            // A long sentence holds many words by chance.
            let length = 1.0 + (pairs.len() as f64 / 120.0);
            (shared / whole.max(1.0) / length.sqrt(), *span)
        })
        .filter(|(share, _)| *share >= LIKE)
        .collect();
    like.sort_by(|a, b| b.0.total_cmp(&a.0));
    like.into_iter().take(MOST).map(|(_, span)| span).collect()
}

/// The sentences of the parts that do not plan, with their pairs of characters.
fn review_sentences(entry: &Entry) -> Vec<(Span, HashSet<Pair>)> {
    let text = &entry.text;
    let mut found = Vec::new();
    for line in lines::lines(text.as_str()) {
        for range in lines::sentences(line.text) {
            let span = text.span(line.start + range.start..line.start + range.end);
            if !plans(entry, span.start) {
                found.push((span, pairs(line.text.get(range).unwrap_or_default())));
            }
        }
    }
    found
}

/// Whether what stands there is planned, and not looked back on.
pub(crate) fn plans(entry: &Entry, at: u32) -> bool {
    let inner = entry.analysis.sections.iter().rev().find(|s| s.span.start <= at && at < s.span.end);
    inner.is_some_and(|s| {
        matches!(s.part, Part::Targets | Part::Tasks | Part::Commitments | Part::Government | Part::Annex)
    })
}

type Pair = (char, char);

/// The pairs of neighbouring Chinese characters.
fn pairs(words: &str) -> HashSet<Pair> {
    let han = |c: &char| matches!(c, '\u{4e00}'..='\u{9fff}');
    words.chars().zip(words.chars().skip(1)).filter(|(a, b)| han(a) && han(b)).collect()
}

/// How much a pair of characters tells: the more the fewer sentences have it.
struct Weights {
    sentences: f64,
    having: HashMap<Pair, u32>,
}

impl Weights {
    fn of<'a>(sentences: impl Iterator<Item = &'a HashSet<Pair>>) -> Self {
        let mut having: HashMap<Pair, u32> = HashMap::new();
        let mut count = 0u32;
        for pairs in sentences {
            count += 1;
            for pair in pairs {
                *having.entry(*pair).or_default() += 1;
            }
        }
        Self { sentences: f64::from(count), having }
    }

    fn of_pair(&self, pair: Pair) -> f64 {
        let having = self.having.get(&pair).copied().unwrap_or(0);
        (self.sentences / (1.0 + f64::from(having))).max(1.0).ln()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::entry;

    #[test]
    fn a_promise_finds_the_sentence_and_the_number_that_answer_it() {
        let earlier = "甲县政府工作报告\n各位代表：\n一、2022年工作回顾\n2022年，地区生产总值90亿元。\n二、2023年工作安排\n2023年，地区生产总值增长6%。\n\
            三、办好十件民生实事\n今年，我们要办好以下民生实事：\n1.新建公办幼儿园3所。\n2.改造老旧小区12个。\n3.建设智慧停车场5座。\n";
        let later = "甲县政府工作报告\n各位代表：\n一、2023年工作回顾\n2023年，地区生产总值100亿元、增长6.3%。城市更新步伐加快，改造老旧小区14个，受到群众好评。\
            教育事业全面发展，新建公办幼儿园2所。\n二、2024年工作安排\n2024年，建设智慧停车场5座，地区生产总值增长6%。\n";
        let (earlier, later) = (entry(earlier), entry(later));
        let found = kept(&earlier, &later);
        let text = &later.text;
        type Told<'a> = (u32, Option<&'a str>, Vec<Option<bool>>);
        let told: Vec<Told<'_>> = found
            .iter()
            .map(|k| {
                let met = k.numbers.iter().flat_map(|n| n.measures.iter().map(|m| m.met)).collect();
                (k.number, k.said.first().map(|s| text.slice(*s)), met)
            })
            .collect();
        assert_eq!(
            told,
            [
                (1, Some("教育事业全面发展，新建公办幼儿园2所。"), vec![Some(false)]),
                (2, Some("城市更新步伐加快，改造老旧小区14个，受到群众好评。"), vec![Some(true)]),
                (3, None, vec![]),
            ]
        );
    }
}
