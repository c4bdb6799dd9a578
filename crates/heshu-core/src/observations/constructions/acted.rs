//! 压减一般性支出10%; 减少会议25%、文件26%: by how much something was made less or more, its verb before it.

use super::super::cell::Gap;
use super::super::draft::Draft;
use super::super::reader::Reader;
use super::polish::polish;
use crate::lexicon;

pub fn read(reader: &mut Reader<'_>, i: usize) -> usize {
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
