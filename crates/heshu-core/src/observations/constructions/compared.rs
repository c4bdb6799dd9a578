//! 高于全州平均分33.53分, 低于全国0.6个百分点, 占全国的1/10: a distance from something else, or a share of it.

use super::super::cell::Gap;
use super::super::draft::{Amount, Draft};
use super::super::reader::Reader;
use super::naming;
use crate::lexicon;
use crate::model::Bound;
use crate::quantities::{Quantity, bound_before};

pub fn read(reader: &mut Reader<'_>, i: usize) -> usize {
    let Some((cell, lead)) = reader.at(i) else { return 0 };
    let words = reader.words(cell.lead.clone());
    let quantity = cell.quantity;
    // Each of them holds one of these.
    let may_compare = words.contains(['于', '出', '先', '后', '过', '超']);
    let plain = |(at, _): &(usize, &str)| !words.get(..*at).is_some_and(|before| before.ends_with('不'));
    let comparison = may_compare.then(|| lexicon::COMPARISON.find(words).find(plain)).flatten();
    if let Some((at, word)) = comparison
        && !lead.attains
    {
        let against = words.get(at + word.len()..).unwrap_or_default();
        if against.is_empty() || against.contains(['，', '；']) {
            return 0;
        }
        let lead = lead.clone();
        let start = cell.lead.start + at;
        let front = super::super::lead::read(reader.text, cell.lead.start..start, quantity);
        // 经济增速高于全省: the growth is what is compared.
        let grown = front.subject.start..front.subject.end.max(front.change_end);
        let subject = reader.words(grown).to_owned();
        let mut name = naming::name(reader, i, &subject, &front);
        // 占比64%，高于全市28个百分点: it is the share that is higher.
        if subject.is_empty()
            && let Some(share) = reader.here().last().filter(|draft| draft.construction == "share")
        {
            name.text.clone_from(&share.name);
        }
        let against =
            against.trim_end_matches(|c: char| "约近达到了平均水".contains(c) && !against.ends_with("平均"));
        let start = if front.subject.is_empty() { cell_start(reader, i) } else { front.subject.start };
        let bound = line(quantity, word, reader.tail(i));
        // 远低于…: and no name of the line.
        let text = match bound {
            Some(_) if !subject.is_empty() => subject.trim_end_matches('远').to_owned(),
            Some(_) => name.text.clone(),
            None => format!("{}{word}{against}", name.text),
        };
        let mut draft = Draft::new(text, &lead, start..quantity.range.end, "compared");
        draft.level = Some(Amount::bound(quantity, bound.unwrap_or(quantity.bound)));
        // …，居全省第2位: what follows is of the thing, not of its distance.
        draft.subject = name.text;
        draft.doubt = name.doubt;
        reader.drafts.push(draft);
        return 1;
    }
    let held = || ["计划", "不低于", "不少于", "不超过"].iter().any(|word| words.contains(word));
    let planned = quantity.is("percent") && !words.contains('占') && held() && !reader.is_change(i);
    if let Some(draft) = another(reader, i) {
        reader.drafts.push(draft);
        return 1;
    }
    let half = quantity.written == "一半" && !words.contains('占');
    if (quantity.is("multiple") || planned || half) && all_of(words) {
        return times(reader, i);
    }
    share(reader, i)
}

/// 失业率低于全市3%的控制线: a line that it is held below, and no distance.
fn line(quantity: &Quantity, word: &str, tail: &str) -> Option<Bound> {
    let line = lexicon::LINE.begins(tail.strip_prefix('的').unwrap_or(tail)).is_some();
    match word {
        "低于" if line && quantity.is("percent") => Some(Bound::Under),
        "高于" if line && quantity.is("percent") => Some(Bound::Over),
        _ => None,
    }
}

/// 低于全国0.2个百分点、全省0.1个百分点: the distance from another place.
fn another(reader: &Reader<'_>, i: usize) -> Option<Draft> {
    let (cell, lead) = reader.at(i)?;
    let last =
        reader.here().last().filter(|last| last.construction == "compared" && cell.gap == Gap::Pause)?;
    let place = reader.words(cell.lead.clone()).trim();
    let place = place.strip_suffix("平均水平").or(place.strip_suffix("平均")).unwrap_or(place);
    let (_, word) = lexicon::COMPARISON.find(&last.name).next().filter(|_| lexicon::PLACE.has(place))?;
    let alike = last.level.as_ref().is_some_and(|level| level.unit == cell.quantity.unit);
    let name = format!("{}{word}{place}", last.subject);
    let mut draft = Draft::new(name, lead, cell.lead.start..cell.quantity.range.end, "compared");
    draft.level = Some(Amount::level(cell.quantity));
    draft.subject.clone_from(&last.subject);
    alike.then_some(draft)
}

/// Whether the words before a 倍 end with what it is a multiple of.
fn all_of(words: &str) -> bool {
    words.trim_end().ends_with('的')
}

/// 是全国平均的2.3倍: a multiple of something else, where that is no earlier time.
fn times(reader: &mut Reader<'_>, i: usize) -> usize {
    let Some((cell, lead)) = reader.at(i) else { return 0 };
    if lead.basis.is_some() {
        return 0;
    }
    let (quantity, lead) = (cell.quantity, lead.clone());
    let words = reader.words(cell.lead.clone()).trim_end().trim_end_matches('的');
    let (at, verb) =
        lexicon::EQUALS.rfind(words).max_by_key(|(at, verb)| (*at, verb.len())).unwrap_or((0, ""));
    let len = verb.len();
    let of = words.get(at + len..).unwrap_or_default().trim_start_matches(['，', '、']);
    let front = super::super::lead::read(reader.text, cell.lead.start..cell.lead.start + at, quantity);
    let subject = reader.words(front.subject.clone()).to_owned();
    let mut name = naming::name(reader, i, &subject, &front);
    // 是全市的4.1倍、全国的23.6倍: the second is of the same thing as the first.
    if subject.is_empty()
        && let Some(previous) = reader.here().last()
    {
        let base = previous.subject.split("相当于").next().unwrap_or_default();
        name.text = base.to_owned();
    }
    let start = if front.subject.is_empty() { cell.lead.start } else { front.subject.start };
    let mut draft =
        Draft::new(format!("{}相当于{of}", name.text), &lead, start..quantity.range.end, "multiple");
    // 不低于当地标准的1.6倍: the bound stands before what it is a multiple of.
    let mut amount = Amount::level(quantity);
    if amount.bound == Bound::Exact
        && let Some((_, bound)) = words.get(..at + len).and_then(bound_before)
    {
        amount.bound = bound;
    }
    draft.level = Some(amount);
    draft.attains = true;
    draft.reaches = true;
    draft.doubt = name.doubt;
    reader.drafts.push(draft);
    1
}

fn cell_start(reader: &Reader<'_>, i: usize) -> usize {
    reader.cells.get(i).map_or(0, |cell| cell.lead.start)
}

/// 占全国比重超过60%, 占GDP的8%: a share, of what stands behind 占.
fn share(reader: &mut Reader<'_>, i: usize) -> usize {
    let Some((cell, lead)) = reader.at(i) else { return 0 };
    let (quantity, from) = (cell.quantity, cell.lead.start);
    if !(quantity.is("percent") || quantity.unit.is_empty()) || reader.is_change(i) {
        return 0;
    }
    let words = reader.words(cell.lead.start..lead.subject.end);
    let all = reader.words(cell.lead.clone());
    let Some(at) = words.rfind('占').or_else(|| all.rfind('占')) else { return 0 };
    let lead = lead.clone();
    // 占年度计划133%: the last word is no verb at the number.
    let planned = all.get(words.len()..).is_some_and(|rest| lexicon::PLAN.begins(rest).is_some());
    let words = if at < words.len() && !planned { words } else { all };
    let behind = words.get(at + '占'.len_utf8()..).unwrap_or_default();
    let of =
        behind.trim_end_matches(['，', ' ']).trim_end_matches("达到").trim_end_matches(['达', '为', '到']);
    let of = ["的比重", "的比例", "比重", "比例", "比", "的份额", "份额", "的"]
        .iter()
        .fold(of, |of, word| of.strip_suffix(word).unwrap_or(of));
    let front = super::super::lead::read(reader.text, from..from + at, quantity);
    let subject = reader.words(front.subject.clone()).to_owned();
    let name = naming::name(reader, i, &subject, &front);
    let run = reader.run(i);
    if run > 1 && front.subject.is_empty() && shares(reader, i, run, of) {
        return run;
    }
    let start = if front.subject.is_empty() { from + at } else { front.subject.start };
    let text =
        if of.is_empty() { format!("{}占比", name.text) } else { format!("{}占{of}比重", name.text) };
    let start =
        if front.subject.is_empty() { reader.here().last().map_or(start, |d| d.range.start) } else { start };
    let mut draft = Draft::new(text, &lead, start..quantity.range.end, "share");
    draft.level = Some(Amount::level(quantity));
    // 占全市的29%，其中…: what follows is of the thing, not of its share.
    draft.subject = name.text;
    draft.share_of = (!of.is_empty()).then(|| of.to_owned());
    draft.doubt = name.doubt;
    draft.attains = true;
    draft.reaches = true;
    reader.drafts.push(draft);
    1
}

/// 甲、乙产值分别达12亿元、9亿元，占全县的60%和40%: the shares of as many things as were told.
fn shares(reader: &mut Reader<'_>, i: usize, run: usize, of: &str) -> bool {
    let Some((_, lead)) = reader.at(i) else { return false };
    let lead = lead.clone();
    let told =
        reader.here().iter().filter(|draft| !matches!(draft.construction, "rank" | "share" | "fulfilled"));
    let told: Vec<(String, usize)> = told.map(|draft| (draft.subject.clone(), draft.range.start)).collect();
    let Some(first) = told.len().checked_sub(run) else { return false };
    for (n, (name, start)) in told.into_iter().skip(first).enumerate() {
        let Some(quantity) = reader.cells.get(i + n).map(|cell| cell.quantity) else { break };
        let text = if of.is_empty() { format!("{name}占比") } else { format!("{name}占{of}比重") };
        let mut draft = Draft::new(text, &lead, start..quantity.range.end, "share");
        draft.level = Some(Amount::level(quantity));
        draft.subject = name;
        draft.share_of = (!of.is_empty()).then(|| of.to_owned());
        draft.attains = true;
        draft.reaches = true;
        reader.drafts.push(draft);
    }
    true
}
