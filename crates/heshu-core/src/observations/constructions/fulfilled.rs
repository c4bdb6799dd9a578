//! 完成投资5亿元、为年度任务的116%; 分别完成年度目标的135%、163%: how much of a plan was carried out.

use super::super::draft::{Amount, Draft};
use super::super::lead;
use super::super::reader::Reader;
use super::naming;

/// What can be carried out.
const PLANS: [&str; 7] = ["任务", "计划", "目标", "预算", "任务数", "目标任务", "计划任务"];

/// Verbs between the thing and the plan, and whether they say that it was carried out.
const VERBS: [&str; 12] = [
    "分别完成",
    "完成了",
    "完成",
    "分别达到",
    "达到",
    "分别为",
    "分别是",
    "相当于",
    "约为",
    "为",
    "是",
    "达",
];

pub fn read(reader: &mut Reader<'_>, i: usize) -> usize {
    let Some((cell, _)) = reader.at(i) else { return 0 };
    if !cell.quantity.is("percent") {
        return 0;
    }
    let words = reader.words(cell.lead.clone()).trim_end();
    let Some(words) = words.strip_suffix('的') else { return 0 };
    if !PLANS.iter().any(|plan| words.ends_with(plan)) {
        return 0;
    }
    let verb = VERBS
        .iter()
        .filter_map(|verb| words.rfind(verb).map(|at| (at, verb.len())))
        .max_by_key(|(at, len)| (at + len, *len));
    let Some((at, len)) = verb else { return 0 };
    let plan = words.get(at + len..).unwrap_or_default().to_owned();
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
        super::super::phrase::whole_names(&subject)
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
        let name = naming::polish(&format!("{name}完成{plan}比例"));
        let mut draft = Draft::new(name, &front, start..quantity.range.end, "fulfilled");
        draft.level = Some(Amount::level(quantity));
        draft.share_of = Some(plan.clone());
        draft.attains = true;
        draft.reaches = true;
        draft.doubt = (!matches).then_some("name-from-context");
        reader.drafts.push(draft);
    }
    run
}
