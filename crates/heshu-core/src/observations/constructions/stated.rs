//! A达到X亿元; 新建公路60公里; 42家龙头企业: one number, one thing.

use super::super::cell::Gap;
use super::super::draft::{Amount, Draft};
use super::super::lead::Lead;
use super::super::reader::Reader;
use super::naming;
use super::polish::polish;
use crate::lexicon;
use crate::model::Bound;
use crate::quantities::{Form, Quantity};

pub fn read(reader: &mut Reader<'_>, i: usize) -> usize {
    let Some((cell, lead)) = reader.at(i) else { return 0 };
    let (quantity, lead) = (cell.quantity, lead.clone());
    let subject = reader.subject(i);
    // 提高1.1个百分点，达到66%: the level of what was just said to have changed.
    let bare = subject.is_empty() && reader.tail(i).is_empty() && reader.intro(i).is_empty();
    let near = reader.cells.get(i).is_some_and(|cell| cell.gap <= Gap::Comma);
    // 年均增长7%，到2028年达到300亿元: of another time.
    let dated = reader.cells.get(i).is_some_and(|cell| {
        super::moved::year_in(reader.words(cell.lead.clone())).is_some()
            && reader.here().last().is_some_and(|draft| draft.level.is_none())
    });
    if bare && near && !dated && lead.attains && quantity.form == Form::Plain {
        let ahead = reader.at(i).is_some_and(|(cell, _)| lexicon::AHEAD.any(reader.words(cell.lead.clone())));
        if ahead && let Some(taken) = further(reader, quantity, &lead) {
            return taken;
        }
        if lead.reaches
            && let Some(draft) = reader.last_here()
            && draft.level.is_none()
        {
            draft.level = Some(Amount::level(quantity));
            draft.reaches = true;
            draft.range.end = draft.range.end.max(quantity.range.end);
            return 1;
        }
    }
    // 增长5%，没有实现7%的目标: of what was aimed at.
    if lead.missed
        && subject.is_empty()
        && near
        && reader.tail(i).strip_prefix('的').is_some_and(|noun| lexicon::QUALITY.ends(noun).is_some())
        && let Some(taken) = further(reader, quantity, &lead)
    {
        return taken;
    }
    // 1080亿元，突破千亿大关: a mark in words that the level just told has passed.
    let over =
        quantity.bound == Bound::Over && quantity.range.start < quantity.core.start && !subject.is_empty();
    let mark = over || lexicon::MILESTONE.begins(reader.tail(i)).is_some();
    let aspect = matches!(subject, "" | "总量" | "规模" | "总额");
    let told = reader.here().iter().rfind(|draft| draft.construction != "rank");
    let passed = mark
        && aspect
        && near
        && reader.intro(i).is_empty()
        && told.and_then(|draft| draft.level.as_ref()).is_some_and(|level| {
            // 3083亿元，突破3000亿元大关
            let worth = quantity.base().map(|(value, _)| value);
            let figures = quantity.written.contains(|c: char| c.is_ascii_digit());
            !figures || worth.zip(level.base).is_some_and(|(mark, (told, _))| mark <= told)
        });
    let mut name = naming::name(reader, i, subject, &lead);
    if name.text.is_empty() {
        return 1;
    }
    if quantity.unit == "次" && subject.is_empty() && !reader.tail(i).is_empty() {
        name.text.push_str("次数");
    }
    let start = reader.start(i);
    let end = if subject.is_empty() {
        reader.cells.get(i).map_or(quantity.range.end, |c| c.tail.end)
    } else {
        quantity.range.end
    };
    // 5个县一般公共预算收入超10亿元: the amount tells which are counted.
    let told_which = quantity.is_money()
        && quantity.range.start < quantity.core.start
        && quantity.bound == Bound::Over
        && !lead.attains
        && lexicon::ACTION.begins(subject).is_none()
        && (describes_counted(reader, i) || beside_count(reader, i));
    if told_which {
        let words = reader.words(lead.subject.start..quantity.range.end).to_owned();
        let bare = subject.is_empty();
        if let Some(counted) = reader.last_here() {
            // 40家企业产值超10亿元，3家超50亿元: the noun is that of the first.
            let noun = if bare { counted.subject.clone() } else { String::new() };
            counted.name = polish(&format!("{noun}{words}"));
            counted.range.end = quantity.range.end;
            return 1;
        }
    }
    let mut draft = Draft::new(name.text, &lead, start..end.max(quantity.range.end), name.construction);
    draft.level = Some(Amount::level(quantity));
    draft.of_others = describes_counted(reader, i);
    draft.at = quantity.range.start;
    if passed {
        draft.construction = "milestone";
    }
    draft.owner = name.owner;
    draft.doubt = name.doubt;
    reader.drafts.push(draft);
    1
}

/// Whether the words before a number are those behind the count of things that they are said of.
fn describes_counted(reader: &Reader<'_>, i: usize) -> bool {
    i > 0
        && reader.cells.get(i).zip(reader.cells.get(i - 1)).is_some_and(|(cell, before)| {
            cell.gap == Gap::Direct
                && before.quantity.measure.is_some_and(|u| u.counts)
                && before.tail.start <= cell.lead.start
                && cell.lead.start < before.tail.end
        })
}

/// 投资增长15%以上、力争达到20%: more of the growth that was just told, unless that was of a rate.
fn further(reader: &mut Reader<'_>, quantity: &Quantity, lead: &Lead) -> Option<usize> {
    let told = reader.last_here()?;
    let grew = told.change.as_ref().filter(|change| change.dimension == "percent" && told.level.is_none())?;
    let sign = if grew.value.is_sign_negative() { -1 } else { 1 };
    if !quantity.is("percent") || lexicon::STATE_END.ends(&told.name).is_some() {
        return None;
    }
    let mut draft = Draft::new(told.name.clone(), lead, quantity.range.clone(), "changed");
    let basis = told.basis;
    draft.set_change(quantity, lead, sign);
    draft.basis = basis;
    reader.drafts.push(draft);
    Some(1)
}

/// 3家超50亿元: whether the number stands right behind a count.
fn beside_count(reader: &Reader<'_>, i: usize) -> bool {
    i > 0
        && reader.cells.get(i).zip(reader.cells.get(i - 1)).is_some_and(|(cell, before)| {
            before.quantity.measure.is_some_and(|unit| unit.counts)
                && before.quantity.range.end == cell.quantity.range.start
        })
}
