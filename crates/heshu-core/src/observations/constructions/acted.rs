//! 压减一般性支出10%; 减少会议25%、文件26%: by how much something was made less or more, its verb before it.

use super::super::cell::Gap;
use super::super::draft::Draft;
use super::super::reader::Reader;
use super::naming::Name;
use super::polish::polish;
use crate::lexicon;
use crate::model::Basis;

pub fn read(reader: &mut Reader<'_>, i: usize) -> usize {
    if let Some(draft) = compared(reader, i) {
        reader.drafts.push(draft);
        return 1;
    }
    let Some((cell, lead)) = reader.at(i) else { return 0 };
    let quantity = cell.quantity;
    let part = quantity.is("percent") || quantity.is("points");
    if !part || lead.attains || lead.change.is_some() || !reader.tail(i).is_empty() {
        return 0;
    }
    let subject = reader.subject(i);
    let goes_on = cell.gap == Gap::Pause && cell.intro.is_empty() && quantity.is("percent");
    let (sign, object) = match verb(subject) {
        Some(acted) => acted,
        // 减少会议25%、文件26%
        None => match reader.here().last().filter(|told| goes_on && told.construction == "acted") {
            Some(told) if told.change.as_ref().is_some_and(|change| change.value.is_sign_negative()) => {
                (-1, subject)
            }
            Some(_) => (1, subject),
            None => return 0,
        },
    };
    // 提高参保率、达95%: a rate moves by points, and stands at a percentage.
    let rate = quantity.is("percent") && object.ends_with(['率', '比', '重', '例', '度']);
    if object.chars().count() < 2 || rate || object.contains('占') {
        return 0;
    }
    let lead = lead.clone();
    let start = reader.start(i);
    let mut draft = Draft::new(polish(object), &lead, start..quantity.range.end, "acted");
    draft.set_change(quantity, &lead, sign);
    reader.drafts.push(draft);
    1
}

/// The direction in which a verb at the front moves its object, and the object.
fn verb(subject: &str) -> Option<(i8, &str)> {
    let moves = |words: &lexicon::Words, sign: i8| {
        let verb = words.begins(subject).filter(|verb| verb.chars().count() > 1)?;
        subject.strip_prefix(verb).map(|object| (sign, object.trim_start_matches('了')))
    };
    moves(&lexicon::DOWN, -1).or_else(|| moves(&lexicon::UP, 1))
}

/// 比上年增加投资3亿元, 同比减少事故56起: by how much more or less than before.
fn compared(reader: &Reader<'_>, i: usize) -> Option<Draft> {
    let (cell, lead) = reader.at(i)?;
    if lead.attains || lead.change.is_some() || !reader.tail(i).is_empty() {
        return None;
    }
    let words = reader.words(cell.lead.clone()).trim();
    let (at, sign, word) = [(&lexicon::DOWN, -1), (&lexicon::UP, 1)]
        .into_iter()
        .filter_map(|(words_of, sign)| {
            let (at, word) = words_of.find(words).find(|(_, word)| word.chars().count() > 1)?;
            Some((at, sign, word))
        })
        .min_by_key(|(at, ..)| *at)?;
    let base = words.get(..at)?;
    let said =
        base == "同比" || (base.starts_with(['比', '较']) && base.ends_with(['年', '期', '末', '底', '初']));
    let object = words.get(at + word.len()..)?.trim_start_matches('了');
    if !said || object.chars().count() < 2 || object.starts_with(['到', '至', '为', '值']) {
        return None;
    }
    let generic = super::general::is_generic(object);
    let name = if generic { super::general::general(reader, i, object) } else { Name::default() };
    let text = if name.text.is_empty() { polish(object) } else { name.text };
    let start = cell.lead.start;
    let mut draft = Draft::new(text, lead, start..cell.quantity.range.end, "acted");
    draft.set_change(cell.quantity, lead, sign);
    let yearly = lexicon::YEARLY_BASE.any(base);
    draft.basis = if yearly { Basis::Yoy } else { Basis::Since };
    draft.doubt = name.doubt;
    Some(draft)
}
