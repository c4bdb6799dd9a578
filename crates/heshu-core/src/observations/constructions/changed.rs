//! A达到X亿元、增长Y%; B增长Z%; 比上年增加W亿元: how much something grew or shrank.

use super::super::cell::Gap;
use super::super::draft::{Amount, Draft};
use super::super::lead;
use super::super::phrase::is_measure;
use super::super::reader::Reader;
use super::naming;
use super::polish::polish;
use crate::lexicon;
use crate::model::Basis;
use crate::quantities::Quantity;

/// Whether some clauses say nothing that a number could be of.
fn is_remark(clauses: &str) -> bool {
    clauses
        .split(['，', ','])
        .map(str::trim)
        .all(|clause| clause.is_empty() || lexicon::REMARK.begins(clause).is_some())
}

/// The level that a change is of: the last told that it can be of and that has none. Behind a share (占比50%，增长18%)
/// it is of the thing, for a share moves by points.
fn told<'r>(reader: &'r mut Reader<'_>, quantity: &Quantity) -> Option<&'r mut Draft> {
    let last = reader.last_here()?;
    if last.change.is_some() || !fits(last, quantity) {
        return None;
    }
    let part = |draft: &Draft| matches!(draft.construction, "share" | "fulfilled");
    let share = part(last) && quantity.is("percent");
    let subject = last.subject.clone();
    let first = reader.first;
    let thing = reader
        .drafts
        .get(first..)?
        .iter()
        .rposition(|draft| share && !part(draft) && draft.subject == subject && draft.change.is_none());
    match thing {
        Some(at) => reader.drafts.get_mut(first + at),
        None => reader.last_here(),
    }
}

/// Whether a level can have changed by a quantity: by a part of itself, or by as much of the same.
fn fits(draft: &Draft, quantity: &Quantity) -> bool {
    let part = ["percent", "points", "multiple", "doubling"].iter().any(|dimension| quantity.is(dimension));
    let same = |level: &Amount| quantity.measure.is_none_or(|unit| unit.dimension == level.dimension);
    part || draft.level.as_ref().is_none_or(same)
}

/// 生产总值以年均10%的速度增长: how fast it grew.
fn paced(reader: &mut Reader<'_>, i: usize) -> Option<usize> {
    let (cell, _) = reader.at(i)?;
    let quantity = cell.quantity;
    let verb = ["的速度", "的增速"].iter().find_map(|word| reader.tail(i).strip_prefix(word))?;
    let words = reader.words(cell.lead.clone());
    let at = words.rfind('以').filter(|_| quantity.is("percent") && lexicon::UP.begins(verb).is_some())?;
    let said = words.get(at + '以'.len_utf8()..)?.trim();
    if said.chars().count() > 4 {
        return None;
    }
    let lead = lead::read(reader.text, cell.lead.start..cell.lead.start + at, quantity);
    // The words behind say how it moved, not what.
    let cell = reader.cells.get_mut(i)?;
    cell.tail.end = cell.tail.start;
    let subject = reader.words(lead.subject.clone()).to_owned();
    let name = naming::name(reader, i, &subject, &lead);
    let start = if subject.is_empty() { quantity.range.start } else { lead.subject.start };
    let mut draft = Draft::new(name.text, &lead, start..quantity.range.end, "changed");
    draft.set_change(quantity, &lead, 1);
    if said.contains("年均") {
        draft.basis = Basis::AnnualAverage;
    }
    draft.doubt = name.doubt;
    reader.drafts.push(draft);
    Some(1)
}

/// 综合实力居全省第20位，排名上升6位: the place of what was just told.
fn place(reader: &Reader<'_>, subject: &str) -> Option<String> {
    let word = lexicon::RANKING.ends(subject)?;
    let among = subject.strip_suffix(word)?.trim_start_matches('在');
    let told = &reader.here().last()?.subject;
    (among.is_empty() || lexicon::PLACE.has(among)).then(|| format!("{told}{among}{word}"))
}

/// 村集体增收1000万元, 农户每亩增收400元: what grew is in the verb, where no measure stands before it.
fn income(subject: &str, said: &str) -> Option<String> {
    let before = said.strip_suffix("增收")?;
    let each = before.find('每').and_then(|at| before.get(at..)).unwrap_or_default();
    let named = subject.ends_with("增收") || is_measure(subject) || lexicon::GENERIC.has(subject);
    let whose = !subject.is_empty() && !named;
    whose.then(|| format!("{subject}{each}增收"))
}

pub fn read(reader: &mut Reader<'_>, i: usize) -> usize {
    if let Some(taken) = paced(reader, i) {
        return taken;
    }
    if !reader.is_change(i) {
        return 0;
    }
    let Some((cell, lead)) = reader.at(i) else { return 0 };
    let (quantity, gap, lead) = (cell.quantity, cell.gap, lead.clone());
    let subject = reader.subject(i);
    let sign = lead.change.unwrap_or(1);
    if subject.is_empty() && gap <= Gap::Comma && is_remark(reader.intro(i)) {
        // It belongs to the level just told, if that has no change of its own yet.
        let intro = reader.intro(i);
        let real = lexicon::REAL_TERMS.any(intro);
        if let Some(draft) = told(reader, quantity) {
            let sign = naming::sign(&draft.name, sign, lead.better);
            draft.set_change(quantity, &lead, sign);
            // 按可比价格计算，增长6.3%
            if real && lead.basis.is_none_or(|basis| basis == Basis::Yoy) {
                draft.basis = Basis::Real;
            }
            return 1;
        }
    }
    // 拉动全市增长5个百分点: by what was just told.
    let pulls = subject.starts_with("拉动") && gap <= Gap::Comma && quantity.is("points");
    if pulls && let Some(told) = reader.last_here() {
        let name = polish(&format!("{}{subject}增长", told.subject));
        let mut draft = Draft::new(name, &lead, reader.start(i)..quantity.range.end, "changed");
        draft.set_change(quantity, &lead, sign);
        reader.drafts.push(draft);
        return 1;
    }
    // 户均增收2万元: what grew is in the verb.
    let earned = reader.words(lead.subject.start..lead.change_end);
    let per = subject.ends_with('均') && earned.ends_with("增收") && subject.chars().count() <= 4;
    let subject = match subject {
        _ if per => earned,
        // 户年均增收3000元
        "户" if lead.basis.is_some() => "户均增收",
        "人" if lead.basis.is_some() => "人均增收",
        subject => subject,
    };
    let income = income(subject, reader.words(lead.subject.end..lead.change_end));
    let subject = income.as_deref().unwrap_or(subject);
    let mut name = naming::name(reader, i, subject, &lead);
    // 研发投入增长21%，占生产总值比重提高0.3个百分点
    if subject.starts_with('占')
        && let Some(told) = reader.here().last()
    {
        name.text = polish(&format!("{}{subject}", told.subject));
    }
    if let Some(text) = place(reader, subject) {
        name.text = text;
    }
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
