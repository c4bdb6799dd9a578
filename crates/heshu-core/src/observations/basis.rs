//! Basis: 比2018年增长40%，投资增长60%: the year that a change is held against holds for those behind it, until another
//! is said.

use super::draft::Draft;
use super::time::base_year;
use crate::lexicon;
use crate::model::Basis;

/// Gives the changes of a sentence the basis that one before them has named.
pub fn carry(text: &str, drafts: &mut [Draft]) {
    let mut since = false;
    let mut end = None;
    for draft in drafts.iter_mut().filter(|draft| draft.change.is_some()) {
        let words = text.get(draft.range.clone()).unwrap_or_default();
        // 2023年…: of another time.
        let between = end.and_then(|end| text.get(end..draft.range.end)).unwrap_or_default();
        end = Some(draft.range.end);
        match draft.basis {
            Basis::Since => since = base_year(words, i32::MAX).is_some(),
            Basis::Yoy => {
                since &= !lexicon::YEARLY_BASE.any(between) && !between.contains('年');
                if since {
                    draft.basis = Basis::Since;
                }
            }
            _ => {}
        }
    }
}
