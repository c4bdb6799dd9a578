//! What could not be checked: rules say what they lacked for each statistic, this says it in a sentence.

use super::rule::RuleInfo;
use crate::model::{Bilingual, Observation, Reason, Unchecked};
use std::collections::BTreeMap;

/// A statistic that a rule applies to, and what is missing to check it.
#[derive(Debug, Clone, Copy)]
pub struct Lack<'a> {
    /// What is missing.
    pub reason: Reason,
    /// For which statistic.
    pub of: &'a Observation,
}

/// So many names stand in one sentence.
const NAMED: usize = 8;

/// One sentence for each reason, with the names of what it is said of.
pub fn grouped(rule: &RuleInfo, lacks: Vec<Lack<'_>>) -> Vec<Unchecked> {
    let mut groups: BTreeMap<Reason, Vec<&Observation>> = BTreeMap::new();
    for lack in lacks {
        groups.entry(lack.reason).or_default().push(lack.of);
    }
    groups.into_iter().map(|(reason, of)| sentence(rule, reason, of)).collect()
}

fn sentence(rule: &RuleInfo, reason: Reason, mut of: Vec<&Observation>) -> Unchecked {
    crate::order::by_key(&mut of, |o| o.id);
    of.dedup_by_key(|o| o.id);
    let names = |name: fn(&Observation) -> String, comma: &str| {
        let mut names: Vec<String> = Vec::new();
        for name in of.iter().map(|o| name(o)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let more = names.len() > NAMED;
        names.truncate(NAMED);
        (names.join(comma), more)
    };
    let (zh, more) = names(|o| o.name.clone(), "、");
    let (en, _) = names(super::finding::english, ", ");
    let (why, why_en) = words(reason);
    let message = if more {
        Bilingual {
            zh: format!("{why}：{zh}等{}项。", of.len()),
            en: format!("{why_en}: {en} and others, {} in all.", of.len()),
        }
    } else {
        Bilingual { zh: format!("{why}：{zh}。"), en: format!("{why_en}: {en}.") }
    };
    Unchecked { rule: rule.id.to_owned(), reason, message, observations: of.iter().map(|o| o.id).collect() }
}

fn words(reason: Reason) -> (&'static str, &'static str) {
    match reason {
        Reason::NoAmount => ("只说增速，没有数额", "Growth without an amount"),
        Reason::NoGrowth => ("只说数额，没有增速", "An amount without its growth"),
        Reason::NoBase => ("没有说上年（起点）的数额", "The amount that it grows from is not stated"),
        Reason::NoWhole => ("没有说总体的数额", "The whole is not stated"),
        Reason::NoParts => ("没有说出全部分项", "Not all parts are stated"),
        Reason::UnitDiffers => ("两处单位不能相比", "The units cannot be compared"),
        Reason::OtherBase => {
            ("增速不是比上年实绩说的", "Growth is over something else than last year's result")
        }
        Reason::RoundNumber => {
            ("数额是概数，放得太宽", "The amount is a round number in words and stands for too much")
        }
        Reason::NameUnsure => {
            ("同一名称不止一处，分不清说的是哪一项", "The name stands for more than one statistic")
        }
    }
}
