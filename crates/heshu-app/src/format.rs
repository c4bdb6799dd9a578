//! How numbers are written on the page.

use crate::i18n::{self, Lang};
use heshu_core::model::{Basis, Bound, Change, Expected, LevelValue, Number};

/// A level in one line: `≥ 265亿元`, `第6名`.
pub fn level(level: &LevelValue) -> String {
    if let Some(place) = level.place() {
        return place;
    }
    let written = level.written.replace(['—', '－', '~', '～'], "–");
    bound(level.bound, &format!("{written}{}", level.unit))
}

/// The sign of a bound before an amount.
pub fn bound(bound: Bound, amount: &str) -> String {
    format!("{} {amount}", bound.sign()).trim_start().to_owned()
}

/// Whether a change goes up (1), down (-1) or nowhere.
pub fn direction(change: &Change) -> i32 {
    match change.value.get() {
        n if n.is_zero() => 0,
        n if n.is_sign_negative() => -1,
        _ => 1,
    }
}

/// A change without its sign, as written: `≥ 15%`, `0.3个百分点`.
pub fn change(change: &Change) -> String {
    // A bound on a decline turns round with the sign that is left out: 下降2%以上 is ≥ 2%.
    bound(change.bound, &amount(change))
}

/// A change with the sign of a decline, as written: `≤ −2%`.
pub fn signed_change(change: &Change) -> String {
    let sign = if direction(change) < 0 { "−" } else { "" };
    bound(change.signed_bound(), &format!("{sign}{}", amount(change)))
}

fn amount(change: &Change) -> String {
    format!("{}{}", change.written.trim_start_matches(['-', '−', '－']), change.unit)
}

/// The arrow of a change.
pub const fn arrow(direction: i32) -> &'static str {
    match direction {
        1 => "↗",
        -1 => "↘",
        _ => "→",
    }
}

/// The words of a change's basis, where it is not the usual one.
pub fn basis(basis: Basis, lang: Lang) -> Option<&'static str> {
    Some(lang.pick(i18n::basis(basis))).filter(|words| !words.is_empty())
}

/// A period: `2023年`, `2021–2023年`.
pub fn period(period: &str, lang: Lang) -> String {
    i18n::fill(lang.words().year, &[&period.replace('/', "–")])
}

/// A signed percentage or number of points: `+14.27%`, `−4个百分点`.
pub fn signed(value: Number, unit: &str) -> String {
    let n = value.get();
    let sign = if n.is_zero() {
        ""
    } else if n.is_sign_negative() {
        "−"
    } else {
        "+"
    };
    format!("{sign}{}{unit}", Number(n.abs()))
}

/// The interval of a check: `29.513–29.54 亿元`.
pub fn expected(expected: &Expected) -> String {
    let Expected { low, high, unit } = expected;
    if low == high { format!("{low} {unit}") } else { format!("{low}–{high} {unit}") }
}

/// Money as readers of English say it: `CNY 13.746 bn`. None for anything else.
pub fn money(level: &LevelValue) -> Option<String> {
    let currency =
        level.base_unit.as_deref().filter(|unit| matches!(*unit, "CNY" | "USD" | "EUR" | "HKD"))?;
    let value = level.base_value?.get();
    let scales = [(1_000_000_000_000, "tn"), (1_000_000_000, "bn"), (1_000_000, "m")];
    let (scale, word) = scales.into_iter().find(|(scale, _)| value >= Number::from(*scale).get())?;
    let amount = value.checked_div(Number::from(scale).get())?.round_dp(3);
    Some(format!("{currency} {} {word}", Number(amount)))
}

/// A whole number with its thousands set apart.
pub fn count(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use heshu_core::model::Span;

    fn change_of(value: i64, written: &str, bound: Bound) -> Change {
        Change {
            value: value.into(),
            written: written.into(),
            unit: "%".into(),
            bound,
            upper: None,
            basis: Basis::Yoy,
            span: Span::default(),
        }
    }

    #[test]
    fn bounds_are_drawn_as_what_they_are() {
        let based = |written: &str, unit: &str, bound, base: Option<&str>| {
            level(&LevelValue {
                value: 6.into(),
                written: written.into(),
                unit: unit.into(),
                bound,
                upper: None,
                base_value: None,
                base_unit: base.map(Into::into),
                span: Span::default(),
            })
        };
        let of = |written: &str, unit: &str, bound| based(written, unit, bound, None);
        assert_eq!(of("265", "亿元", Bound::Exact), "265亿元");
        assert_eq!(of("265", "亿元", Bound::AtLeast), "≥ 265亿元");
        assert_eq!(of("3—5", "个", Bound::Range), "3–5个");
        assert_eq!(of("六", "名", Bound::Exact), "第6名");
        assert_eq!(of("6", "位", Bound::Exact), "第6位");
        assert_eq!(based("6", "名", Bound::AtLeast, Some("人")), "≥ 6名", "people");
    }

    #[test]
    fn a_decline_shows_its_amount_and_its_direction() {
        let decline = change_of(-2, "-2", Bound::AtLeast);
        assert_eq!((change(&decline).as_str(), direction(&decline)), ("≥ 2%", -1));
        assert_eq!(signed_change(&decline), "≤ −2%");
        assert_eq!(signed_change(&change_of(-2, "2", Bound::Approx)), "≈ −2%");
        assert_eq!(bound(Bound::AtLeast, &signed((-16).into(), "%")), "≥ −16%");
        let growth = change_of(12, "12.0", Bound::Exact);
        assert_eq!((change(&growth).as_str(), direction(&growth)), ("12.0%", 1));
        assert_eq!(direction(&change_of(0, "0", Bound::Exact)), 0);
    }

    #[test]
    fn money_is_said_in_english_scales() {
        let of = |base: i64, unit: &str| {
            money(&LevelValue {
                value: 1.into(),
                written: "1".into(),
                unit: "亿元".into(),
                bound: Bound::Exact,
                upper: None,
                base_value: Some(base.into()),
                base_unit: Some(unit.into()),
                span: Span::default(),
            })
        };
        assert_eq!(of(13_746_000_000, "CNY").as_deref(), Some("CNY 13.746 bn"));
        assert_eq!(of(31_410_000, "USD").as_deref(), Some("USD 31.41 m"));
        assert_eq!(of(36_482, "CNY"), None);
        assert_eq!(of(13_746_000_000, "人"), None);
    }

    #[test]
    fn small_things_read_well() {
        assert_eq!(period("2021/2023", Lang::Zh), "2021–2023年");
        assert_eq!(signed((-4).into(), "%"), "−4%");
        assert_eq!(count(15342), "15,342");
        assert_eq!(count(342), "342");
        let interval =
            |low: i64, high: i64| Expected { low: low.into(), high: high.into(), unit: "亿元".into() };
        assert_eq!(expected(&interval(1, 2)), "1–2 亿元");
        assert_eq!(expected(&interval(2, 2)), "2 亿元");
    }
}
