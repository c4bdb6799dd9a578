//! A达到X亿元、增长Y%; B增长Z%; 比上年增加W亿元: how much something grew or shrank.

use super::super::cell::Gap;
use super::super::draft::Draft;
use super::super::reader::Reader;
use super::naming;
use crate::lexicon;

/// Whether some clauses say nothing that a number could be of.
fn is_remark(clauses: &str) -> bool {
    clauses
        .split(['，', ','])
        .map(str::trim)
        .all(|clause| clause.is_empty() || lexicon::REMARK.begins(clause).is_some())
}

pub fn read(reader: &mut Reader<'_>, i: usize) -> usize {
    if !reader.is_change(i) {
        return 0;
    }
    let Some((cell, lead)) = reader.at(i) else { return 0 };
    let (quantity, gap, lead) = (cell.quantity, cell.gap, lead.clone());
    let subject = reader.subject(i);
    let sign = lead.change.unwrap_or(1);
    if subject.is_empty() && gap <= Gap::Comma && is_remark(reader.intro(i)) {
        // It belongs to the level just told, if that has no change of its own yet.
        if let Some(draft) = reader.last_here()
            && draft.change.is_none()
        {
            let sign = naming::sign(&draft.name, sign, lead.better);
            draft.set_change(quantity, &lead, sign);
            return 1;
        }
    }
    let name = naming::name(reader, i, subject, &lead);
    let start = reader.start(i);
    let start = lead.basis_words.as_ref().map_or(start, |words| start.min(words.start));
    let sign = naming::sign(&name.text, sign, lead.better);
    let mut draft = Draft::new(name.text, &lead, start..quantity.range.end, "changed");
    draft.set_change(quantity, &lead, sign);
    draft.owner = name.owner;
    draft.doubt = name.doubt;
    reader.drafts.push(draft);
    1
}
