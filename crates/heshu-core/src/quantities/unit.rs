//! Units: what a number is a number of.

use super::number;
use crate::lexicon::{Index, entries};
use crate::model::Bound;
use crate::order;
use rust_decimal::Decimal;
use std::cmp::Reverse;
use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/units.rs"));

/// A unit or measure word of `data/units.toml`.
#[derive(Debug, PartialEq, Eq)]
pub struct Unit {
    /// As it is written.
    pub form: &'static str,
    /// What it measures: `money_cny`, `mass`, `count` …
    pub dimension: &'static str,
    /// The unit that values of its dimension are compared in.
    pub base: &'static str,
    /// From this unit to the base unit.
    factor: &'static str,
    needs_scale: bool,
    /// Describes a thing rather than counts it: 千伏.
    pub descriptive: bool,
    digits_only: bool,
    /// Whether it is a measure word.
    pub counts: bool,
    not_before: &'static str,
}

/// By their first characters, the longest first, so that the first that fits is the longest.
static UNITS: LazyLock<Vec<Unit>> = LazyLock::new(|| {
    let mut units: Vec<Unit> = UNIT_LINES.lines().filter_map(units_of).flatten().collect();
    order::by_key(&mut units, |unit| (unit.form.chars().next(), Reverse(unit.form.len())));
    units
});

/// Reads a line that the build has written: what units share, then their forms.
fn units_of(line: &'static str) -> Option<impl Iterator<Item = Unit>> {
    let mut fields = line.split('\t');
    let (dimension, base, factor) = (fields.next()?, fields.next()?, fields.next()?);
    let (flags, not_before, forms) = (fields.next()?, fields.next()?, fields.next()?);
    Some(forms.split(' ').map(move |form| Unit {
        form,
        dimension,
        base: if base.is_empty() { form } else { base },
        factor,
        needs_scale: flags.contains('s'),
        descriptive: flags.contains('d'),
        digits_only: flags.contains('o'),
        counts: flags.contains('c'),
        not_before,
    }))
}

/// What stands behind a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    /// Bytes taken.
    pub len: usize,
    /// The unit as it is written, scale and all, without words that bind.
    pub written: String,
    /// From the written unit to the base unit.
    pub factor: Decimal,
    /// From the number to one: 10,000 for 万.
    pub scale: Decimal,
    /// The unit; none for a bare 万 or 亿.
    pub unit: Option<&'static Unit>,
    /// What a word between number and unit says: 余, 多.
    pub bound: Option<Bound>,
}

/// Whether two measure words count the same things one by one: 50所 and 50个.
pub fn count_alike(a: &str, b: &str) -> bool {
    ALIKE.contains(&a) && ALIKE.contains(&b)
}

/// How many a word that only scales a number makes of one: 10,000 for a bare 万, none for 万元.
pub fn bare_scale(unit: &str) -> Option<Decimal> {
    SCALES.iter().find(|(word, _)| *word == unit).map(|(_, factor)| Decimal::from(*factor))
}

/// A unit without the word that scales it: 元 of 亿元.
pub fn unscaled(unit: &str) -> &str {
    SCALES.iter().find_map(|(word, _)| unit.strip_prefix(word)).unwrap_or(unit)
}

impl Measured {
    /// No unit at all: the number of an index.
    pub fn bare() -> Self {
        Self {
            len: 0,
            written: String::new(),
            factor: Decimal::ONE,
            scale: Decimal::ONE,
            unit: None,
            bound: None,
        }
    }
}

const SCALES: &[(&str, i64)] = &[
    ("万亿", 1_000_000_000_000),
    ("千亿", 100_000_000_000),
    ("百亿", 10_000_000_000),
    ("十亿", 1_000_000_000),
    ("千万", 10_000_000),
    ("百万", 1_000_000),
    ("十万", 100_000),
    ("亿", 100_000_000),
    ("万", 10_000),
    ("千", 1_000),
];

/// Reads the unit at the start of `rest`, which follows a number. `chinese` tells that the number was
/// written in Chinese numerals, after which fewer words are units.
pub fn read(rest: &str, chinese: bool) -> Option<Measured> {
    let mut at = number::spaces(rest);
    let mut bound = inside_bound(rest, &mut at, false);
    let mut scale = Decimal::ONE;
    let mut written = String::new();
    // 千瓦 and 千米 are units, 千 behind a number is no scale: try the unit first.
    let mut unit = unit_at(rest, at, chinese, false);
    if unit.is_none()
        && let Some((word, factor)) = SCALES.iter().find(|(word, _)| tail(rest, at).starts_with(word))
    {
        // Chinese numerals bring their own hundreds and thousands.
        scale = Decimal::from(*factor);
        written.push_str(word);
        at += word.len();
        at += number::spaces(tail(rest, at));
        bound = bound.or_else(|| inside_bound(rest, &mut at, true));
        unit = unit_at(rest, at, chinese, true);
    }
    // 6千张 is a number of beds; a bare 6千 is none.
    if written == "千" && unit.is_none() {
        return None;
    }
    let Some(unit) = unit else {
        return (!written.is_empty()).then_some(Measured {
            len: at,
            written,
            factor: scale,
            scale,
            unit: None,
            bound,
        });
    };
    written.push_str(unit.form);
    at += unit.form.len();
    at += alternative(tail(rest, at), &mut written);
    at += per(tail(rest, at), &mut written);
    if unit.dimension.starts_with("money") && tail(rest, at).starts_with("人民币") {
        at += "人民币".len();
    }
    let factor: Decimal = unit.factor.parse().unwrap_or(Decimal::ONE);
    Some(Measured { len: at, written, factor: factor * scale, scale, unit: Some(unit), bound })
}

fn tail(s: &str, at: usize) -> &str {
    s.get(at..).unwrap_or_default()
}

fn inside_bound(rest: &str, at: &mut usize, scaled: bool) -> Option<Bound> {
    let (word, bound) = begins(INSIDE, tail(rest, *at))?;
    // Only between number and unit; behind the unit it is looked for elsewhere.
    let after = tail(rest, *at + word.len());
    let followed =
        SCALES.iter().any(|(s, _)| after.starts_with(s)) || unit_at(after, 0, false, scaled).is_some();
    followed.then(|| {
        *at += word.len();
        *bound
    })
}

fn unit_at(rest: &str, at: usize, chinese: bool, scaled: bool) -> Option<&'static Unit> {
    let rest = tail(rest, at);
    let first = rest.chars().next()?;
    let start = UNITS.partition_point(|unit| unit.form.chars().next() < Some(first));
    UNITS
        .get(start..)?
        .iter()
        .take_while(|unit| unit.form.starts_with(first))
        .find(|unit| fits(unit, rest, chinese, scaled))
}

fn fits(unit: &Unit, rest: &str, chinese: bool, scaled: bool) -> bool {
    let Some(after) = rest.strip_prefix(unit.form) else { return false };
    if (unit.needs_scale && !scaled)
        || (unit.digits_only && chinese)
        || crate::lexicon::NO_MEASURE.begins(rest).is_some()
    {
        return false;
    }
    match after.chars().next() {
        None => true,
        Some(c) if unit.not_before.contains(c) => false,
        // km is no unit in "kmt".
        Some(c) => !(unit.form.is_ascii() && unit.form != "%" && c.is_ascii_alphanumeric()),
    }
}

/// 台（套）, 头（只）, 件(套): a second measure word in brackets belongs to the unit.
fn alternative(rest: &str, written: &mut String) -> usize {
    for (open, close) in [('（', '）'), ('(', ')')] {
        let Some(inner) = rest.strip_prefix(open) else { continue };
        let Some(end) = inner.find(close) else { continue };
        let word = inner.get(..end).unwrap_or_default();
        let counts = |word: &str| {
            UNITS.iter().any(|u| u.form == word && (u.counts || u.dimension == "persons")) || word == "次"
        };
        // 头（只、口）
        let is_measure = word.len() <= 24 && word.split('、').all(counts);
        if is_measure {
            written.push(open);
            written.push_str(word);
            written.push(close);
            return open.len_utf8() + end + close.len_utf8();
        }
    }
    0
}

/// 微克/立方米, 元/人: the unit below the stroke belongs to the unit.
fn per(rest: &str, written: &mut String) -> usize {
    // 35微克每立方米; 5元每人 would be said the other way round.
    let spoken = || {
        rest.strip_prefix('每')
            .filter(|after| ["立方米", "升", "平方米"].iter().any(|u| after.starts_with(u)))
    };
    let Some(after) = rest.strip_prefix('/').or_else(|| rest.strip_prefix('／')).or_else(spoken) else {
        return 0;
    };
    let at = rest.len() - after.len();
    // A scale may stand below the stroke too: 件/万人.
    let scale =
        SCALES.iter().map(|(s, _)| *s).chain(["千", "百"]).find(|s| after.starts_with(s)).unwrap_or("");
    let unit = unit_at(after, scale.len(), false, true).or_else(|| unit_at(after, 0, false, false));
    let Some(unit) = unit else { return 0 };
    let scale = if after.starts_with(unit.form) { "" } else { scale };
    written.push(if rest.starts_with('每') { '每' } else { '/' });
    written.push_str(scale);
    written.push_str(unit.form);
    at + scale.len() + unit.form.len()
}

/// Words that bind, by their first character or by their last.
type Bounds = Index<(&'static str, Bound)>;

/// The longest word that a text begins with.
fn begins(bounds: &'static Bounds, text: &str) -> Option<&'static (&'static str, Bound)> {
    entries(bounds, text.chars().next()?)?.iter().find(|(word, _)| text.starts_with(word))
}

/// The longest word that a text ends with.
fn ends(bounds: &'static Bounds, text: &str) -> Option<&'static (&'static str, Bound)> {
    entries(bounds, text.chars().next_back()?)?.iter().find(|(word, _)| text.ends_with(word))
}

/// The word that binds a number from behind (以上 左右), and its length in bytes.
pub fn bound_after(rest: &str) -> Option<(usize, Bound)> {
    begins(AFTER, rest).map(|(word, bound)| (word.len(), *bound))
}

/// The word that binds a number from before (不低于 突破), and its length in bytes.
pub fn bound_before(before: &str) -> Option<(usize, Bound)> {
    let (word, bound) = ends(BEFORE, before)?;
    let head = before.get(..before.len() - word.len()).unwrap_or_default();
    let last = head.chars().next_back();
    // Short words are often the end of a longer one: 附近, 最近, 赶超, 通过, 以上.
    let inside = match *word {
        "约" => matches!(
            last,
            Some('签' | '预' | '合' | '公' | '条' | '节' | '履' | '制' | '契' | '特' | '续' | '集' | '违')
        ),
        "近" => matches!(last, Some('附' | '最' | '临' | '邻' | '靠' | '相')),
        "超" => matches!(last, Some('赶' | '高' | '反')),
        "过" => !matches!(last, None | Some('已' | '均' | '率' | '额' | '量' | '值' | '、' | '，' | '资')),
        "上" => !matches!(last, None | Some('及' | '惠' | '成' | '现' | '解' | '决' | '约')),
        "高于" | "低于" => false,
        _ => false,
    };
    (!inside).then_some((word.len(), *bound))
}

/// The word further before the number that binds it by itself (控制在).
pub fn frame(before: &str) -> Option<Bound> {
    ends(FRAME, before).map(|(_, bound)| *bound)
}
