//! A 5亿元、B 3亿元，分别增长10%、12%: numbers for things that were named before.

use super::super::draft::{Amount, Draft};
use super::super::reader::Reader;
use super::distributed;

pub fn read(reader: &mut Reader<'_>, i: usize) -> usize {
    let Some((cell, lead)) = reader.at(i) else { return 0 };
    if !(lead.respectively || lead.each) {
        return 0;
    }
    let lead = lead.clone();
    let run = reader.run(i);
    let subject = reader.subject(i);
    let quantity = cell.quantity;
    let here = reader.here().len();
    let wanted = if run > 1 { run } else { here.min(2) };
    if super::super::phrase::is_list(subject) || here < wanted || wanted < 2 {
        return 0;
    }
    let is_change = reader.is_change(i);
    let from = reader.drafts.len() - wanted;
    if run == 1 && !lead.each {
        return 0;
    }
    if is_change && subject.is_empty() {
        // As many things without a change as there are numbers.
        if reader.drafts.get(from..).is_some_and(|d| d.iter().any(|d| d.change.is_some())) {
            return 0;
        }
        distributed::give_changes(reader, i, run, from, wanted);
        return run;
    }
    // 分别完成投资12.8亿元、37.2亿元: new statistics of the things before.
    if is_change || run < 2 || subject.is_empty() {
        return 0;
    }
    let names: Vec<String> = reader.drafts.iter().skip(from).map(|d| d.subject.clone()).collect();
    let start = reader.drafts.get(from).map_or(quantity.range.start, |d| d.range.start);
    for (n, name) in names.into_iter().enumerate() {
        let Some(quantity) = reader.cells.get(i + n).map(|c| c.quantity) else { break };
        let mut draft = Draft::new(format!("{name}{subject}"), &lead, start..quantity.range.end, "retro");
        draft.level = Some(Amount::bound(quantity, distributed::shared_bound(reader, i, run, quantity)));
        reader.drafts.push(draft);
    }
    run
}
