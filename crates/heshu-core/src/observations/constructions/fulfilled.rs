//! 完成投资5亿元、为年度任务的116%; 分别完成年度目标的135%、163%: how much of a plan was carried out.

use super::super::draft::{Amount, Draft};
use super::super::lead::{self, Lead};
use super::super::reader::Reader;
use super::super::{front, phrase};
use super::general::last_clause;
use super::naming;
use super::polish::polish;
use crate::lexicon;

pub fn read(reader: &mut Reader<'_>, i: usize) -> usize {
    let Some((cell, _)) = reader.at(i) else { return 0 };
    if !cell.quantity.is("percent") {
        return 0;
    }
    let words = reader.words(cell.lead.clone()).trim_end();
    let Some(words) = words.strip_suffix('的') else { return 0 };
    if lexicon::PLAN.ends(words).is_none() {
        return 0;
    }
    let Some((at, verb)) = lexicon::PLAN_VERB.rfind(words).next() else { return 0 };
    let plan = words.get(at + verb.len()..).unwrap_or_default().to_owned();
    if plan.chars().count() > 12 || plan.contains(['，', '占']) {
        return 0;
    }
    let front = lead::read(reader.text, cell.lead.start..cell.lead.start + at, cell.quantity);
    let start = if front.subject.is_empty() { cell.quantity.range.start } else { front.subject.start };
    let run = reader.run(i);
    let told: Vec<String> = reader
        .here()
        .iter()
        .filter(|draft| !matches!(draft.construction, "rank" | "fulfilled" | "share"))
        .map(|draft| draft.name.clone())
        .collect();
    let subject = reader.words(front.subject.clone()).to_owned();
    let names: Vec<String> = if !subject.is_empty() {
        phrase::whole_names(&subject)
    } else if let Some(names) = listed(reader, i, run) {
        names
    } else {
        told.get(told.len().saturating_sub(run)..).unwrap_or_default().to_vec()
    };
    let matches = names.len() == run;
    for n in 0..run {
        let Some(quantity) = reader.cells.get(i + n).map(|cell| cell.quantity) else { break };
        let name = match names.get(n).filter(|_| matches) {
            Some(name) => name.clone(),
            None if subject.is_empty() => naming::name(reader, i, "", &front).text,
            None => subject.clone(),
        };
        let whole = polish(&format!("{name}完成{plan}比例"));
        let mut draft = Draft::new(whole, &front, start..quantity.range.end, "fulfilled");
        // 为预算的102%，增长5.6%: what follows is of the thing, not of how much of the plan was done.
        draft.subject = name;
        draft.level = Some(Amount::level(quantity));
        draft.share_of = Some(plan.clone());
        draft.attains = true;
        draft.reaches = true;
        draft.doubt = (!matches).then_some("name-from-context");
        reader.drafts.push(draft);
    }
    run
}

/// 城镇新增就业、技能培训、危房改造，分别完成任务的116%、120%、105%: the clause before, if it lists as many things.
fn listed(reader: &Reader<'_>, i: usize, run: usize) -> Option<Vec<String>> {
    let clause = last_clause(reader.intro(i));
    let at = front::front(clause, &mut Lead::default(), 0);
    let names = phrase::whole_names(clause.get(at..)?);
    (run > 1 && names.len() == run).then_some(names)
}
