//! Basis: 比2018年增长40%，投资增长60%: the year that a change is held against holds for those behind it, until another
//! is said.

use super::draft::{Amount, Draft};
use super::time::base_year;
use crate::lexicon;
use crate::model::Basis;
use rust_decimal::Decimal;

/// Gives the changes of a sentence the basis that one before them has named.
pub fn carry(text: &str, drafts: &mut [Draft]) {
    let mut since: Option<Amount> = None;
    let mut end = None;
    for draft in drafts {
        let Some(change) = &draft.change else { continue };
        let words = text.get(draft.range.clone()).unwrap_or_default();
        let between = end.and_then(|end| text.get(end..draft.range.end)).unwrap_or_default();
        end = Some(draft.range.end);
        match draft.basis {
            Basis::Since => since = base_year(words, i32::MAX).map(|_| change.clone()),
            // 2023年…: of another time.
            Basis::Yoy if lexicon::YEARLY_BASE.any(between) || between.contains('年') => since = None,
            Basis::Yoy if since.as_ref().is_some_and(|first| as_long(first, change)) => {
                draft.basis = Basis::Since;
            }
            _ => {}
        }
    }
}

/// Whether a change is so great that it may have taken as long as another: 40% and 60% or 1.7倍, but not 65% and 2%.
fn as_long(first: &Amount, change: &Amount) -> bool {
    match change.dimension {
        "multiple" | "doubling" => true,
        "percent" => {
            first.dimension == "percent" && change.value.abs() * Decimal::from(3) >= first.value.abs()
        }
        _ => false,
    }
}
