//! A part, its share and the whole: one calculation that several rules make.

use super::facts::comparable;
use super::finding::{Finding, amount};
use super::fit::{Fit, exact, rounds_to};
use super::interval::{Interval, places};
use super::rule::RuleInfo;
use crate::model::{Check, Observation, Verdict};
use rust_decimal::Decimal;

/// The share as computed from part and whole against the share as stated. `name` is what the finding speaks of, in
/// both languages, `wrong` the verdict where they disagree. None where a level is missing or units differ.
pub fn check(
    rule: &RuleInfo,
    wrong: Verdict,
    name: (&str, &str),
    [share, part, whole]: [&Observation; 3],
) -> Option<Check> {
    let (stated, level, total) = (share.level.as_ref()?, part.level.as_ref()?, whole.level.as_ref()?);
    if !comparable(level, total) {
        return None;
    }
    let quotient = |a: Interval, b: Interval| a.quotient(b).times(Decimal::ONE_HUNDRED);
    let computed = quotient(Interval::of_level_base(level)?, Interval::of_level_base(total)?);
    let as_written = || {
        exact([stated.bound, level.bound, total.bound]).then_some(())?;
        let percent = level.base_value?.get().checked_div(total.base_value?.get())?;
        Some(rounds_to(percent.checked_mul(Decimal::ONE_HUNDRED)?, stated.value.get(), &stated.written))
    };
    let fit = Fit::new(computed, Interval::of_level(stated), as_written);
    let shown = places(&stated.written).max(1);
    let arithmetic = format!(
        "{} ÷ {} = {}%，文中 {}%",
        amount(level),
        amount(total),
        computed.show(shown),
        stated.written
    );
    let says = if fit == Fit::Never { ("不符", "disagree") } else { ("相符", "agree") };
    let title =
        (format!("{}与数额{}", name.0, says.0), format!("{}: share, part and whole {}", name.1, says.1));
    let more = fit.words();
    let message = (
        format!("{arithmetic}。{}", more.0),
        format!(
            "{} / {} = {}%; the text says {}%.{}",
            amount(level),
            amount(total),
            computed.show(shown),
            stated.written,
            more.1
        ),
    );
    Some(
        Finding::new(rule, fit.holds().unwrap_or(wrong), title)
            .message(message)
            .arithmetic(arithmetic)
            .of([share, part, whole])
            .expected(computed, "%", stated.value.get())
            .done(),
    )
}
