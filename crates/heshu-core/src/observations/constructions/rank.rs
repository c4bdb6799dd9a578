//! 固定资产投资增长11.2%，居全省第三; 考核全市第一; A、B均居全国第一: the place of something among its like.

use super::super::cell::{Cell, Gap};
use super::super::draft::{Amount, Draft};
use super::super::phrase;
use super::super::reader::Reader;
use super::polish::polish;
use crate::lexicon;
use crate::quantities::Form;

pub fn read(reader: &mut Reader<'_>, i: usize) -> usize {
    let Some((cell, lead)) = reader.at(i) else { return 0 };
    if cell.quantity.form != Form::Rank {
        return 0;
    }
    let lead = lead.clone();
    let start = cell.lead.start;
    let words = reader.words(cell.lead.clone());
    let (subject, place) = divide(words);
    let all = subject.ends_with(['均', '都']) || subject.ends_with("分别");
    let bared = bare(subject);
    // 地下水位上升2米，同类县排名第一: the words before the verb are the place.
    let among = subject.trim().strip_prefix('在').is_some_and(|s| {
        s.starts_with('全')
            && s.strip_suffix('中').is_some_and(|s| s.ends_with(['区', '县', '市', '州', '省', '旗']))
    });
    let group = place.is_empty()
        && (among || bared.chars().count() <= 6)
        && reader.here().last().is_some()
        && (among
            || bared.starts_with("同类")
            || lexicon::PLACE.begins(bared).is_some_and(|word| word.len() == bared.len()));
    let (subject, place) =
        if group { (String::new(), bared.to_owned()) } else { (bared.to_owned(), place.to_owned()) };
    // 指数全省第三、全市第一: the second is of another place.
    let blank = |cell: &Cell<'_>| reader.words(cell.lead.clone()).trim().is_empty();
    let next = reader.cells.get(i + 1..).unwrap_or_default();
    let run = reader.run(i).min(1 + next.iter().take_while(|cell| blank(cell)).count());
    let names = names(reader, i, &subject, all || run > 1, run);
    let from = if subject.is_empty() { cell.quantity.range.start } else { start };
    let taken = run.min(names.len().max(1));
    for (n, (name, doubt)) in names.iter().enumerate() {
        let Some(quantity) = reader.cells.get(i + n.min(taken - 1)).map(|cell| cell.quantity) else { break };
        let mut draft =
            Draft::new(polish(&format!("{name}{place}位次")), &lead, from..quantity.range.end, "rank");
        draft.level = Some(Amount::level(quantity));
        // 园区在全省综合排名第14位: what follows is of the park.
        let thing = name.split_once("在全").map_or(name.as_str(), |(thing, _)| thing);
        draft.subject = if thing.chars().count() > 1 { thing } else { name }.to_owned();
        draft.doubt = *doubt;
        draft.attains = true;
        draft.reaches = true;
        reader.drafts.push(draft);
    }
    taken
}

/// The words before a rank, taken apart: what is placed, and among what.
fn divide(words: &str) -> (&str, &str) {
    let words = words.trim_end();
    let verb = lexicon::PLACE_VERB
        .rfind(words)
        // 居民, 系列, 为民 hold a verb's character: what follows the verb is a place, and short.
        .find(|(at, verb)| words.get(at + verb.len()..).is_some_and(is_place));
    if let Some((at, verb)) = verb {
        return (words.get(..at).unwrap_or_default(), words.get(at + verb.len()..).unwrap_or_default());
    }
    // 考核全市第一: no verb, the place ends the words.
    match lexicon::PLACE.ends(words).map(|place| words.len() - place.len()) {
        Some(at) => (words.get(..at).unwrap_or_default(), words.get(at..).unwrap_or_default()),
        None => (words, ""),
    }
}

/// Whether some words name a group to be placed in: 全省, 全国同类城市, or nothing.
fn is_place(words: &str) -> bool {
    words.chars().count() <= 12
        && !words.starts_with(['民', '住', '家', '入'])
        && !words.contains(['，', '、', '；'])
        && (words.is_empty() || lexicon::PLACE_BEGINS.begins(words).is_some())
}

/// What is placed, without words of manner and of how long.
fn bare(subject: &str) -> &str {
    let mut s = subject.trim();
    loop {
        let before = s;
        s = s.trim_end_matches([' ', '，', '、', '均', '都']);
        s = lexicon::PLACE_MANNER.strip_end(s).unwrap_or(s);
        // 连续5年, 连续第16年
        if let Some(rest) = s.strip_suffix('年')
            && let Some(at) = rest.rfind("连续")
            && rest.get(at..).is_some_and(|words| words.chars().count() <= 6)
        {
            s = rest.get(..at).unwrap_or_default();
        }
        if s == before {
            break;
        }
    }
    let mut s = s.trim_start_matches(['，', '、', ' ']);
    // 2015年在全市考核中排名第一
    let dated = s.trim_start_matches(|c: char| c.is_ascii_digit());
    s = dated.strip_prefix('年').filter(|rest| dated.len() + 4 == s.len() && !rest.is_empty()).unwrap_or(s);
    while let Some(word) = lexicon::NAME_LEAD
        .begins(s)
        .filter(|word| word.chars().count() > 1 && word.len() < s.len() && *word != "重点")
    {
        s = s.get(word.len()..).unwrap_or_default();
    }
    // 在全国网站绩效评估中位居第七
    match s.strip_prefix('在').map(|s| s.strip_suffix('中').unwrap_or(s)) {
        Some(inner) if inner.chars().count() >= 3 => inner,
        _ => s,
    }
}

/// 甲、乙分别增长9%、8%，均居全省第2位: how many things were told in one, where these are several.
fn told_together(reader: &Reader<'_>) -> Option<usize> {
    let last = reader.here().last().filter(|last| last.construction == "distributed")?;
    let alike = |draft: &&Draft| draft.construction == "distributed" && draft.range.start == last.range.start;
    let count = reader.here().iter().rev().take_while(alike).count();
    (count > 1).then_some(count)
}

/// 工业产值增速 → 工业产值, where another aspect of it is named.
fn without_aspect(name: &str) -> &str {
    lexicon::CHANGE_NOUN.strip_end(name).filter(|bare| bare.chars().count() >= 3).unwrap_or(name)
}

/// The names of what is placed, each with the reason why it may not be right.
fn names(
    reader: &Reader<'_>,
    i: usize,
    subject: &str,
    all: bool,
    run: usize,
) -> Vec<(String, Option<&'static str>)> {
    let told: Vec<(&str, bool)> = reader
        .here()
        .iter()
        .filter(|draft| draft.construction != "rank")
        .map(|draft| {
            let grown = draft
                .change
                .as_ref()
                .is_some_and(|change| change.dimension != "length" && !change.unit.contains('位'));
            (draft.subject.as_str(), draft.level.is_none() && grown)
        })
        .collect();
    // 增长11.2%，居全省第三: it is the growth that is placed.
    let of_told = |(name, grown): &(&str, bool)| {
        if *grown && lexicon::CHANGE_NOUN.ends(name).is_none() {
            format!("{name}增速")
        } else {
            (*name).to_owned()
        }
    };
    let aspect = lexicon::ASPECT.has(subject) || lexicon::GENERIC.has(subject);
    // 指数和满意度全省第三、全市第一: of what was just placed.
    let goes_on = reader.cells.get(i).is_some_and(|cell| cell.gap == Gap::Pause);
    let placed = reader.here().last().filter(|last| last.construction == "rank" && goes_on);
    if let Some(placed) = placed.filter(|_| subject.is_empty() && run == 1) {
        return vec![(placed.subject.clone(), None)];
    }
    if subject.is_empty() || aspect {
        let count = if run > 1 { run } else { told_together(reader).filter(|_| all).unwrap_or(1) };
        let from = told.len().saturating_sub(count);
        let last = told.get(from..).unwrap_or_default();
        if !last.is_empty() {
            return last
                .iter()
                .map(|told| {
                    if aspect {
                        (format!("{}{subject}", without_aspect(told.0)), None)
                    } else {
                        (of_told(told), None)
                    }
                })
                .collect();
        }
        // 改善率全省第一，位列全国第17位: the place of the same in a wider circle.
        if reader.intro(i).is_empty()
            && subject.is_empty()
            && let Some(told) = reader.here().last()
        {
            return vec![(told.subject.clone(), None)];
        }
        let intro =
            reader.intro(i).rsplit(['，', '；', '：']).find(|clause| !clause.trim().is_empty()).unwrap_or("");
        let topic = phrase::topic(intro);
        let topic = match topic.strip_prefix('在').map(|s| s.strip_suffix('中').unwrap_or(s)) {
            Some(inner) => inner.to_owned(),
            None => topic.strip_suffix('中').unwrap_or(&topic).to_owned(),
        };
        return vec![(format!("{topic}{subject}"), Some("name-from-clause-before"))];
    }
    if all {
        let names = phrase::whole_names(subject);
        if names.len() > 1 && (run == 1 || run == names.len()) {
            // 总量、增速分别居…: of what was told.
            let of = |name: String| match told.last() {
                Some(told) if lexicon::ASPECT.has(&name) => format!("{}{name}", without_aspect(told.0)),
                _ => name,
            };
            return names.into_iter().map(|name| (of(name), None)).collect();
        }
    }
    vec![(subject.to_owned(), None)]
}
