//! A 5亿元、B 3亿元，分别增长10%、12%: numbers for things that were named before.

use super::super::cell::Gap;
use super::super::draft::{Amount, Draft};
use super::super::reader::Reader;
use super::distributed;
use super::general::strip_verb;

pub fn read(reader: &mut Reader<'_>, i: usize) -> usize {
    let Some((cell, lead)) = reader.at(i) else { return 0 };
    let lead = lead.clone();
    let run = reader.run(i);
    // 接待游客、旅游收入分别增长60万人次、4亿元: each in its own measure.
    let any = reader.run_of_any(i);
    let run = if run == 1 && lead.respectively && reader.is_change(i) { any } else { run };
    let subject = reader.subject(i);
    let quantity = cell.quantity;
    let here = reader.here().len();
    if !(lead.respectively || lead.each) {
        // 营业收入50亿元、税收2亿元，同比增长12%、8%: as many growths as levels need no 分别.
        let plain = run > 1 && subject.is_empty() && cell.gap <= Gap::Comma && reader.is_change(i);
        let grew = |draft: &Draft| draft.change.is_some() || draft.construction == "rank";
        let bare = reader.here().iter().rev().take_while(|draft| !grew(draft)).count();
        if plain && bare == run && reader.intro(i).is_empty() {
            let from = reader.drafts.len() - run;
            distributed::give_changes(reader, i, run, from, run);
            return run;
        }
        // 分别增加1260元和520元，增长11%和12%: each grew, said twice.
        let both = reader.here().iter().rev().take_while(|draft| draft.construction == "distributed");
        if plain && both.count() == run && reader.intro(i).is_empty() {
            let from = reader.drafts.len();
            let names: Vec<String> =
                reader.drafts.iter().skip(from - run).map(|draft| draft.name.clone()).collect();
            for (n, name) in names.into_iter().enumerate() {
                let end = reader.cells.get(i + n).map_or(quantity.range.end, |cell| cell.quantity.range.end);
                reader.drafts.push(Draft::new(name, &lead, quantity.range.start..end, "retro"));
            }
            distributed::give_changes(reader, i, run, from, run);
            return run;
        }
        // 甲率、乙率分别提高0.3个和1.2个百分点，达到98.5%和95.1%: as many levels as things that grew.
        let reached = run > 1 && subject.is_empty() && lead.reaches && cell.gap <= Gap::Comma;
        let grown = reader.here().iter().rev().take_while(|draft| {
            draft.construction == "distributed" && draft.level.is_none() && draft.change.is_some()
        });
        if reached && reader.intro(i).is_empty() && grown.count() == run {
            give_levels(reader, i, run);
            return run;
        }
        // 甲类、乙类分别新增3家、5家，总数达到12家、18家: all there are of each.
        let last = reader.here().last();
        let together = |draft: &&Draft| last.is_some_and(|last| last.range.start == draft.range.start);
        let alike = reader.here().iter().rev().take_while(together).count();
        if run > 1
            && run == alike
            && lead.attains
            && crate::lexicon::STOCK.has(subject)
            && cell.gap <= Gap::Comma
        {
            let told: Vec<String> =
                reader.here().iter().rev().take(run).map(|draft| draft.subject.clone()).collect();
            for (n, name) in told.iter().rev().enumerate() {
                let Some(quantity) = reader.cells.get(i + n).map(|cell| cell.quantity) else { break };
                let name = strip_verb(name.strip_suffix("新增").unwrap_or(name));
                let range = quantity.range.clone();
                let mut draft = Draft::new(format!("{name}{subject}"), &lead, range, "retro");
                draft.level =
                    Some(Amount::bound(quantity, distributed::shared_bound(reader, i, run, quantity)));
                reader.drafts.push(draft);
            }
            return run;
        }
        return 0;
    }
    let wanted = if run > 1 { run } else { here.min(2) };
    if super::super::phrase::is_list(subject) || here < wanted || wanted < 2 {
        return 0;
    }
    let is_change = reader.is_change(i);
    // 甲、乙分别增长12%、15%，分别达到860万人次、78亿元: the levels of what grew.
    let grew = |draft: &Draft| draft.level.is_none() && draft.change.is_some();
    let reached = !is_change && subject.is_empty() && lead.respectively && lead.reaches && any > 1;
    if reached && here >= any && reader.here().iter().rev().take(any).all(grew) {
        give_levels(reader, i, any);
        return any;
    }
    // 甲从38%提高到46%，乙从52%提高到61%，分别提高8个和9个百分点: of where each got to.
    let arrived: Vec<usize> = (reader.first..reader.drafts.len())
        .filter(|at| reader.drafts.get(*at).is_some_and(|draft| draft.construction == "moved" && !draft.from))
        .collect();
    if is_change && run > 1 && subject.is_empty() && arrived.len() == run && here == 2 * run {
        for (n, at) in arrived.into_iter().enumerate() {
            distributed::give_changes(reader, i + n, 1, at, 1);
        }
        return run;
    }
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
    // 新增甲类企业12家、乙类企业50家，分别达到38家、500家: all there are of each.
    let stock = |draft: &Draft| draft.subject.starts_with('新') && draft.level.is_some();
    let all = subject.is_empty() && lead.reaches && reader.drafts.iter().skip(from).all(stock);
    if is_change || run < 2 || (subject.is_empty() && !all) {
        return 0;
    }
    let bare = |name: &str| if all { strip_verb(name).to_owned() } else { name.to_owned() };
    let names: Vec<String> = reader.drafts.iter().skip(from).map(|d| bare(&d.subject)).collect();
    let start = reader.drafts.get(from).map_or(quantity.range.start, |d| d.range.start);
    for (n, name) in names.into_iter().enumerate() {
        let Some(quantity) = reader.cells.get(i + n).map(|c| c.quantity) else { break };
        let mut draft = Draft::new(format!("{name}{subject}"), &lead, start..quantity.range.end, "retro");
        draft.level = Some(Amount::bound(quantity, distributed::shared_bound(reader, i, run, quantity)));
        reader.drafts.push(draft);
    }
    run
}

/// Gives the last drafts the levels that as many cells tell.
fn give_levels(reader: &mut Reader<'_>, i: usize, count: usize) {
    let first = reader.drafts.len().saturating_sub(count);
    for n in 0..count {
        let Some(quantity) = reader.cells.get(i + n).map(|cell| cell.quantity) else { break };
        let bound = distributed::shared_bound(reader, i, count, quantity);
        if let Some(draft) = reader.drafts.get_mut(first + n) {
            draft.level = Some(Amount::bound(quantity, bound));
            draft.reaches = true;
            draft.range.end = quantity.range.end;
        }
    }
}
