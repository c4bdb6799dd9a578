//! Basis: 比2018年增长40%，投资增长60%: the year that a change is held against holds for those behind it, until another
//! is said. So do 2020年与2015年相比 and 新区成立以来, which stand before the first of them.

use super::draft::{Amount, Draft};
use super::stance::Setting;
use super::time::{Years, base_year};
use crate::lexicon;
use crate::model::{Basis, Kind};
use rust_decimal::Decimal;

/// Gives the changes of a sentence, which begins at `start`, the basis that words before them have named.
pub fn carry(text: &str, start: usize, drafts: &mut [Draft]) {
    let mut since: Option<Amount> = None;
    let mut end = start;
    let mut opened = false;
    for draft in drafts {
        let Some(change) = &draft.change else { continue };
        let words = text.get(draft.range.clone()).unwrap_or_default();
        let between = text.get(end..draft.range.end).unwrap_or_default();
        end = draft.range.end;
        let yearly = lexicon::YEARLY_BASE.any(between);
        opened = (opened || opens(between)) && !yearly;
        match draft.basis {
            Basis::Yoy if opened => draft.basis = Basis::Since,
            Basis::Since => since = base_year(words, i32::MAX).map(|_| change.clone()),
            // 2023年…: of another time.
            Basis::Yoy if yearly || between.contains('年') => since = None,
            Basis::Yoy if since.as_ref().is_some_and(|first| as_long(first, change)) => {
                draft.basis = Basis::Since;
            }
            _ => {}
        }
    }
}

/// What a draft's change is held against, once its years are known: 五年来外贸增长两倍 is of all five.
pub fn over(draft: &Draft, kind: Kind, years: Option<Years>, setting: &Setting<'_>) -> Basis {
    let several = years.is_some_and(|(first, last)| first < last);
    if draft.basis != Basis::Yoy || draft.level.is_some() || kind != Kind::Actual || !several {
        return draft.basis;
    }
    let clause = setting.before.rsplit(['，', '；', '：']).next().unwrap_or_default();
    let each = lexicon::EACH_YEAR.any(clause) || lexicon::YEARLY_BASE.any(clause);
    if each { Basis::Yoy } else { Basis::Cumulative }
}

/// Whether words name what everything behind them is held against: 2020年与2015年相比, 新区成立以来.
fn opens(words: &str) -> bool {
    let compared = words.split_once("年相比").is_some_and(|(before, _)| {
        let year = before.trim_end_matches(|c: char| c.is_ascii_digit());
        before.len() - year.len() == 4 && year.ends_with(['与', '和', '同', '跟'])
    });
    compared || lexicon::FOUNDED.any(words)
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
