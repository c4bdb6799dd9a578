//! A、B、C分别达到x、y、z，分别增长p%、q%、r%; A、B均达x; 新增A、B各1家: several names share several numbers, or one.

use super::super::cell::Gap;
use super::super::draft::{Amount, Draft};
use super::super::lead::Lead;
use super::super::phrase;
use super::super::reader::Reader;
use super::naming;
use super::polish::polish;
use crate::model::Bound;
use crate::quantities::Quantity;

pub fn read(reader: &mut Reader<'_>, i: usize) -> usize {
    let Some((_, lead)) = reader.at(i) else { return 0 };
    let lead = lead.clone();
    let run = reader.run(i);
    let (subject, start) =
        listed_before(reader, i, &lead, run).unwrap_or((reader.subject(i), reader.start(i)));
    if let Some(taken) = inserted(reader, i, run, subject) {
        return taken;
    }
    if let Some(taken) = distances(reader, i, run, subject) {
        return taken;
    }
    // 城乡低保标准分别提高到720元和560元
    let both = run == 2 && lead.respectively && subject.contains("城乡");
    if !phrase::is_list(subject) && !both {
        // 甲营业收入分别增长15.6%、14%: several growths, whatever they are of.
        let grown = run > 1 && lead.respectively && !subject.is_empty() && reader.is_change(i);
        let counted = grown.then(|| counted_before(reader, i, subject)).flatten();
        if let Some(names) = counted.filter(|names| names.len() == run) {
            let from = reader.drafts.len();
            for (n, name) in names.iter().enumerate() {
                let end = reader.cells.get(i + n).map_or(start, |cell| cell.quantity.range.end);
                reader.drafts.push(Draft::new(polish(name), &lead, start..end, "distributed"));
            }
            give_changes(reader, i, run, from, run);
            return run;
        }
        if grown {
            return mismatched(reader, i, run, subject);
        }
        // 某厂名列前茅、产销两旺，分别增长20%和18%: each is a growth, though not of what is told.
        let nameless = run > 1 && lead.respectively && subject.is_empty() && reader.is_change(i);
        if nameless {
            let name = naming::name(reader, i, "", &lead).text;
            return mismatched(reader, i, run, &name);
        }
        return 0;
    }
    // 专项督察反馈6大类、204个问题: the last number has a noun of its own, and nothing says 分别.
    let own = run > 1 && !lead.respectively && !reader.tail(i + run - 1).is_empty();
    let mut names = phrase::whole_names(subject);
    // 播种面积、产量稳定在35万亩、15万吨: each in its own measure.
    let any = reader.run_of_any(i);
    // 人数、收入分别突破300万人次和20亿元
    let measures = || names.iter().all(|name| is_whole_measure(name));
    let told = lead.respectively || lead.attains && (whole_measures(subject) || measures());
    let run = if run == 1 && any == names.len() && told { any } else { run };
    if own {
        return 0;
    }
    if run > 1 && names.len() != run {
        names = regroup(subject, run).unwrap_or(names);
    }
    // 游客量、旅游收入增长60%: measures that are whole by themselves grow each by as much.
    let grown = run == 1
        && reader.is_change(i)
        && reader.at(i).is_some_and(|(cell, _)| cell.quantity.is("percent") || cell.quantity.is("doubling"))
        && whole_measures(subject);
    // 办结率、满意率100%: rates are not summed, so it is that of each.
    let rated = run == 1
        && phrase::names(subject).len() > 1
        && reader.at(i).is_some_and(|(cell, _)| cell.quantity.is("percent"))
        && !reader.is_change(i)
        && phrase::names(subject)
            .iter()
            .all(|name| name.ends_with(['率', '度']) && crate::lexicon::HEAD.ends(name).is_some());
    let rated = rated || run == 1 && !reader.is_change(i) && of_one_rate(reader, i, subject, &names);
    let one_for_all = run == 1 && (lead.each || lead.respectively || grown || rated);
    if !(one_for_all || (run > 1 && names.len() == run)) {
        if run > 1 && lead.respectively {
            return mismatched(reader, i, run, subject);
        }
        return 0;
    }
    let is_change = reader.is_change(i);
    let tail = if run == 1 { reader.tail(i) } else { "" };
    let from = reader.drafts.len();
    // 办结率和满意率均为100%: of what was just told.
    let cases = names.iter().all(|name| crate::lexicon::OF_CASES.has(name)) && reader.intro(i).is_empty();
    let of = cases.then(|| super::general::handled(reader)).flatten();
    for (n, name) in names.iter().enumerate() {
        let cell = i + if run > 1 { n } else { 0 };
        let Some(quantity) = reader.cells.get(cell).map(|c| c.quantity) else { break };
        let name = polish(&format!("{}{name}{tail}", of.as_deref().unwrap_or_default()));
        let mut draft = Draft::new(name, &lead, start..quantity.range.end, "distributed");
        draft.doubt = of.as_ref().map(|_| "name-from-context");
        let bound = shared_bound(reader, i, run, quantity);
        // 失业率、价格涨幅分别控制在5%和3%: a noun of change is of the last name only.
        let rate = lead.attains && n + 1 < names.len() && draft.name.ends_with('率');
        if is_change && !rate {
            give_change(&mut draft, quantity, &lead, bound);
        } else {
            draft.level = Some(Amount::bound(quantity, bound));
        }
        reader.drafts.push(draft);
    }
    if is_change {
        return run;
    }
    run + follow(reader, i + run, from, names.len())
}

/// 20家上市企业、前50强企业产值分别增长8%、5%; 6条产业链、8个特色镇营业收入分别增长6%、4%: the things just counted are
/// the first of the list.
fn counted_before(reader: &Reader<'_>, i: usize, subject: &str) -> Option<Vec<String>> {
    let gap = |n: usize| reader.cells.get(n).map(|cell| cell.gap);
    let last = i.checked_sub(1)?;
    let first = match gap(i)? {
        Gap::Pause => last,
        Gap::Direct if gap(last)? == Gap::Pause => last.checked_sub(1)?,
        _ => return None,
    };
    let counts = reader.cells.get(first)?.quantity.measure.is_some_and(|unit| unit.counts);
    let things = Some(reader.tail(first)).filter(|things| counts && !things.is_empty())?;
    let measure = phrase::head_of(subject).filter(|_| phrase::is_measure(subject))?;
    let mut names = vec![format!("{things}{measure}")];
    names.extend(phrase::whole_names(subject));
    Some(names)
}

/// 城镇居民收入和农民收入，分别增长8%和9%: the clause before, if it is a list of as many names, and where it begins.
fn listed_before<'a>(reader: &Reader<'a>, i: usize, lead: &Lead, run: usize) -> Option<(&'a str, usize)> {
    if !reader.subject(i).is_empty() || !(lead.respectively || (lead.each && run == 1)) {
        return None;
    }
    let intro = reader.cells.get(i)?.intro.clone();
    let words = reader.words(intro.clone()).trim_end();
    let at = words.rfind(['，', '；', '：']).map_or(0, |at| at + '，'.len_utf8());
    let clause = words.get(at..)?;
    let mut read = Lead::default();
    let front = super::super::front::front(clause, &mut read, intro.start + at);
    let list = clause.get(front..)?;
    // …排放量首次出现双下降，分别下降3%和4%
    let cut = crate::lexicon::PREDICATE.find(list).map(|(at, _)| at).find(|at| *at >= 6);
    let list = list.get(..cut.unwrap_or(list.len()))?.trim_end_matches(['均', '都', '，']);
    let names = phrase::whole_names(list);
    let all = names.iter().all(|name| crate::lexicon::HEAD.ends(name).is_some());
    let fits = if run > 1 { names.len() == run } else { names.len() > 1 };
    (fits && all).then_some((list, intro.start + at + front))
}

/// …，高于全国、全省10.2个和8.6个百分点: how far what was told is from each of several.
fn distances(reader: &mut Reader<'_>, i: usize, run: usize, subject: &str) -> Option<usize> {
    let word = crate::lexicon::COMPARISON.begins(subject).filter(|_| run > 1)?;
    let places = phrase::names(subject.strip_prefix(word)?);
    let thing = reader.here().last()?.subject.clone();
    if places.len() != run {
        return None;
    }
    let lead = reader.at(i)?.1.clone();
    let start = reader.start(i);
    for (n, place) in places.iter().enumerate() {
        let quantity = reader.cells.get(i + n)?.quantity;
        let name = polish(&format!("{thing}{word}{place}"));
        let mut draft = Draft::new(name, &lead, start..quantity.range.end, "compared");
        draft.level = Some(Amount::bound(quantity, shared_bound(reader, i, run, quantity)));
        draft.subject.clone_from(&thing);
        reader.drafts.push(draft);
    }
    Some(run)
}

/// Whether a phrase lists several measures, each with a name that needs nothing of its neighbours.
fn whole_measures(phrase: &str) -> bool {
    let names = phrase::names(phrase);
    names.len() > 1 && names.iter().all(|name| is_whole_measure(name))
}

fn is_whole_measure(name: &str) -> bool {
    crate::lexicon::HEAD.ends(name).is_some_and(|head| head.len() < name.len())
}

/// 养老保险、医疗保险参保率95%: things of which the last names the rate, which is that of each. Proposals are counted
/// together (议案、建议办结率), and what was done is no name (发现、处置率).
fn of_one_rate(reader: &Reader<'_>, i: usize, subject: &str, names: &[String]) -> bool {
    let parts = phrase::names(subject);
    // 到位率: a rate that only its last sign tells may not be that of the others.
    let rates = |name: &String| {
        crate::lexicon::HEAD.ends(name).is_some_and(|head| head.ends_with('率') && head.chars().count() > 1)
    };
    let thing = |part: &&str| part.chars().count() > 1 && crate::lexicon::ACTION.ends(part).is_none();
    reader.at(i).is_some_and(|(cell, _)| cell.quantity.is("percent"))
        && parts.len() > 1
        && parts.len() == names.len()
        && parts.iter().all(thing)
        && names.iter().all(rates)
        && crate::lexicon::OF_CASES.ends(subject).is_none()
}

/// 省级、市级分别新增企业3家、5家: what follows 分别 is said of each name before it.
fn inserted(reader: &mut Reader<'_>, i: usize, run: usize, subject: &str) -> Option<usize> {
    // Seldom, and quicker to ask than to look for the place.
    if !subject.contains("分别") {
        return None;
    }
    let at = subject.find("分别")?;
    let (list, said) = (subject.get(..at)?, subject.get(at + "分别".len()..)?);
    let names = phrase::names(list);
    if names.len() != run || run < 2 || said.is_empty() {
        return None;
    }
    let lead = reader.at(i)?.1.clone();
    let start = reader.start(i);
    let compared = crate::lexicon::COMPARISON.begins(said).is_some();
    // 能耗、水耗分别是全国的1/3、1/2
    let part = said.strip_prefix(['是', '为']).and_then(|of| of.strip_suffix('的'));
    if compared || part.is_some() {
        let names = Some(phrase::whole_names(list)).filter(|names| names.len() == run)?;
        // 消费、投资增速分别高于…: it is the growth of each.
        let noun = crate::lexicon::CHANGE_NOUN.ends(list).unwrap_or_default();
        for (n, name) in names.into_iter().enumerate() {
            let quantity = reader.cells.get(i + n)?.quantity;
            let noun = if name.ends_with(noun) { "" } else { noun };
            let said = part.map_or(said.to_owned(), |of| format!("相当于{of}"));
            let name = polish(&format!("{name}{noun}{said}"));
            let mut draft = Draft::new(name, &lead, start..quantity.range.end, "compared");
            draft.level = Some(Amount::bound(quantity, shared_bound(reader, i, run, quantity)));
            draft.attains = true;
            draft.reaches = true;
            reader.drafts.push(draft);
        }
        return Some(run);
    }
    if reader.is_change(i) {
        return None;
    }
    // 工业和第三产业增加值分别占49.4%和47.4%, 分别占全省的…: shares.
    if let Some(of) = said.strip_prefix('占') {
        let of =
            of.trim_end_matches(['的', '达', '为', '到']).trim_end_matches("比重").trim_end_matches('的');
        let names = Some(phrase::whole_names(list)).filter(|names| names.len() == run)?;
        for (n, name) in names.into_iter().enumerate() {
            let quantity = reader.cells.get(i + n)?.quantity;
            let name = if of.is_empty() { format!("{name}占比") } else { format!("{name}占{of}比重") };
            let mut draft = Draft::new(polish(&name), &lead, start..quantity.range.end, "share");
            draft.level = Some(Amount::bound(quantity, shared_bound(reader, i, run, quantity)));
            draft.share_of = (!of.is_empty()).then(|| of.to_owned());
            draft.attains = true;
            draft.reaches = true;
            reader.drafts.push(draft);
        }
        return Some(run);
    }
    // 对国家级、省级企业分别给予…: each name whole.
    let whole = phrase::whole_names(list);
    let whole =
        if whole.len() == run { whole } else { names.iter().map(|name| (*name).to_owned()).collect() };
    let names: Vec<String> = whole.iter().map(|name| polish(&format!("{name}{said}"))).collect();
    for (n, name) in names.into_iter().enumerate() {
        let quantity = reader.cells.get(i + n)?.quantity;
        let mut draft = Draft::new(name, &lead, start..quantity.range.end, "distributed");
        draft.level = Some(Amount::bound(quantity, shared_bound(reader, i, run, quantity)));
        reader.drafts.push(draft);
    }
    Some(run)
}

/// The changes that follow a list of levels: 、分别增长7%、10%, 是“十二五”末的1.4倍、1.5倍.
fn follow(reader: &mut Reader<'_>, i: usize, from: usize, count: usize) -> usize {
    let Some((cell, lead)) = reader.at(i) else { return 0 };
    let each = lead.each;
    if !lead.subject.is_empty() || !reader.is_change(i) || cell.gap > Gap::Comma {
        return 0;
    }
    let run = reader.run(i);
    if run != count && !(run == 1 && each) {
        return 0;
    }
    give_changes(reader, i, run, from, count);
    run
}

/// 分别 with more or fewer numbers than names: the numbers are kept under the whole list, and said to be unsure.
fn mismatched(reader: &mut Reader<'_>, i: usize, run: usize, subject: &str) -> usize {
    let Some((_, lead)) = reader.at(i) else { return 0 };
    let lead = lead.clone();
    let is_change = reader.is_change(i);
    let start = reader.start(i);
    for n in 0..run {
        let Some(quantity) = reader.cells.get(i + n).map(|c| c.quantity) else { break };
        let mut draft = Draft::new(subject.to_owned(), &lead, start..quantity.range.end, "distributed");
        draft.doubt = Some("names-and-numbers-differ");
        if is_change {
            draft.set_change(quantity, &lead, lead.change.unwrap_or(1));
        } else {
            draft.level = Some(Amount::level(quantity));
        }
        reader.drafts.push(draft);
    }
    run
}

/// Divides a list so that it gives as many names as there are numbers: only at 、, or only at 和.
pub fn regroup(subject: &str, count: usize) -> Option<Vec<String>> {
    // 城乡低保标准 with two numbers is of towns and of the country.
    if count == 2 && subject.contains("城乡") && !subject.contains('、') {
        return Some(["城镇", "农村"].iter().map(|part| subject.replacen("城乡", part, 1)).collect());
    }
    for at in [&['、'][..], &['和'][..], &['与'][..], &['及'][..]] {
        let parts: Vec<&str> = subject.split(at).filter(|part| !part.is_empty()).collect();
        if parts.len() == count {
            // A mark that whole_names does not divide at keeps each part together.
            let marked: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
            return Some(share_head(marked));
        }
    }
    None
}

fn share_head(names: Vec<String>) -> Vec<String> {
    let Some(head) = names.last().and_then(|last| crate::lexicon::HEAD.ends(last)) else { return names };
    let last = names.len() - 1;
    names
        .into_iter()
        .enumerate()
        .map(|(n, name)| {
            if n == last || crate::lexicon::HEAD.ends(&name).is_some() {
                name
            } else {
                format!("{name}{head}")
            }
        })
        .collect()
}

/// Gives the `count` drafts from `from` on the changes of a list of `run` cells, or the one for all.
pub fn give_changes(reader: &mut Reader<'_>, i: usize, run: usize, from: usize, count: usize) {
    let Some(lead) = reader.leads.get(i).cloned() else { return };
    for n in 0..count {
        let cell = i + if run > 1 { n } else { 0 };
        let Some(quantity) = reader.cells.get(cell).map(|c| c.quantity) else { break };
        let bound = shared_bound(reader, i, run, quantity);
        if let Some(draft) = reader.drafts.get_mut(from + n) {
            give_change(draft, quantity, &lead, bound);
        }
    }
}

/// Gives a draft its change, with the bound that its list shares.
fn give_change(draft: &mut Draft, quantity: &Quantity, lead: &Lead, bound: Bound) {
    draft.set_change(quantity, lead, naming::sign(&draft.name, lead.change.unwrap_or(1), lead.better));
    if let Some(change) = &mut draft.change {
        change.bound = bound;
    }
}

/// In a list of numbers one bound word serves all: 60家、500家、100家以上; 不低于70%、80%.
pub fn shared_bound(reader: &Reader<'_>, i: usize, run: usize, quantity: &Quantity) -> Bound {
    if run < 2 || quantity.bound != Bound::Exact {
        return quantity.bound;
    }
    let bound = |n: usize| reader.cells.get(n).map(|c| (c.quantity.bound, c.quantity));
    if let Some((bound, last)) = bound(i + run - 1)
        && !matches!(bound, Bound::Exact | Bound::Range)
        && last.range.end > last.core.end
    {
        return bound;
    }
    match bound(i) {
        Some((bound, first))
            if !matches!(bound, Bound::Exact | Bound::Range) && first.range.start < first.core.start =>
        {
            bound
        }
        _ => Bound::Exact,
    }
}
