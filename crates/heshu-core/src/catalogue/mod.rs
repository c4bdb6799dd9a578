//! The catalogue of indicators: what the statistics of a report are called, under all their names.
//!
//! The entries stand in `data/indicators/`, one file a theme; the build checks them and turns them into
//! the static tables that are searched here. A name is an indicator only as a whole: an alias with nothing
//! around it but words that do not change what is measured (全年 全市 实现 … 总额 增速, `data/naming.toml`).
//! 高技术制造业增加值 or 脱贫地区农村居民收入 hold an alias and are something else.

mod automaton;
mod patterns;
mod spelling;

use crate::letters::Letters;
use crate::model::Level;
use crate::order;
use automaton::Automaton;
use patterns::Patterns;
use rust_decimal::Decimal;
pub use spelling::spell;
use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));

/// One indicator of the catalogue.
#[derive(Debug)]
pub struct Indicator {
    /// Its id in the contract.
    pub id: &'static str,
    /// Its name today, without scope words.
    pub zh: &'static str,
    /// Its Chinese name and, as patterns, all that reports call it, to be searched.
    pub names: &'static str,
    /// Its English name.
    pub en: &'static str,
    /// Id of its theme.
    pub theme: &'static str,
    /// What its level is measured in, as the units' data name dimensions.
    pub dimension: &'static str,
    /// Further dimensions that its level is given in, apart by spaces.
    pub also: &'static str,
    /// At which prices its growth is computed.
    pub prices: Prices,
    /// Which way is better.
    pub better: Better,
    not: &'static str,
    usual: [Option<(i64, i64)>; 4],
}

/// At which prices growth is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prices {
    /// At constant prices: the growth cannot be had from two levels alone.
    Constant,
    /// At the prices of each year.
    Current,
    /// It is no money.
    None,
}

/// Which way an indicator should go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    Up,
    /// Less is better.
    Down,
    /// Neither, or it depends.
    Neither,
}

/// A theme that indicators are grouped under.
#[derive(Debug)]
pub struct Theme {
    /// Its id.
    pub id: &'static str,
    /// Its Chinese name.
    pub zh: &'static str,
    /// Its English name.
    pub en: &'static str,
}

impl Indicator {
    /// The range that its level usually lies in, in the base unit of [`Self::dimension`], for a level of government.
    /// Levels in another unit (a share, another currency) are not to be compared with it.
    pub fn usual(&self, level: Level) -> Option<(Decimal, Decimal)> {
        let [nation, province, prefecture, county] = self.usual;
        let (low, high) = match level {
            Level::Nation => nation,
            Level::Province => province,
            Level::Prefecture => prefecture,
            Level::County => county,
            Level::Township => None,
        }?;
        Some((Decimal::new(low, 3), Decimal::new(high, 3)))
    }

    fn measured_in(&self, unit: &str) -> bool {
        // A rate may be written in points.
        let dimension = dimension_of(unit).map(|d| if d == "points" { "percent" } else { d });
        dimension.is_none_or(|d| d == self.dimension || self.also.split(' ').any(|also| also == d))
    }
}

/// All indicators.
pub fn indicators() -> &'static [Indicator] {
    &INDICATORS
}

/// In the order of the lines of [`PATTERNS`].
static INDICATORS: LazyLock<Vec<Indicator>> = LazyLock::new(|| read().unwrap_or_default());

/// In the order of their ids.
static BY_ID: LazyLock<Vec<&Indicator>> = LazyLock::new(|| {
    let mut all: Vec<&Indicator> = INDICATORS.iter().collect();
    order::by_key(&mut all, |indicator| indicator.id);
    all
});

/// Reads the columns that the build has written.
fn read() -> Option<Vec<Indicator>> {
    let mut columns = INDICATOR_COLUMNS.split('\t').map(|column| column.split('\n'));
    let mut next = || columns.next();
    let (mut ids, mut en, mut themes, mut dimensions) = (next()?, next()?, next()?, next()?);
    let (mut also, mut prices, mut better) = (next()?, next()?, next()?);
    let (mut not, mut usual) = (next()?, next()?);
    let indicator = |line: &'static str| {
        Some(Indicator {
            id: ids.next()?,
            zh: line.split('\t').next()?,
            names: line,
            en: en.next()?,
            theme: themes.next()?,
            dimension: dimensions.next()?,
            also: also.next()?,
            prices: match prices.next()? {
                "Co" => Prices::Constant,
                "Cu" => Prices::Current,
                _ => Prices::None,
            },
            better: match better.next()? {
                "U" => Better::Up,
                "D" => Better::Down,
                _ => Better::Neither,
            },
            not: not.next()?,
            usual: ranges(usual.next()?),
        })
    };
    Some(PATTERNS.lines().map_while(indicator).collect())
}

/// Reads ranges like `5e12,7e13`, one for each level of government.
fn ranges(written: &str) -> [Option<(i64, i64)>; 4] {
    let number = |written: &str| {
        let (digits, zeros) = written.split_once('e').unwrap_or((written, "0"));
        digits.parse::<i64>().ok()?.checked_mul(10_i64.checked_pow(zeros.parse().ok()?)?)
    };
    let mut ranges = [None; 4];
    for (slot, range) in ranges.iter_mut().zip(written.split(' ')) {
        *slot = range.split_once(',').and_then(|(low, high)| Some((number(low)?, number(high)?)));
    }
    ranges
}

/// All themes, in the order in which they are shown.
pub fn themes() -> &'static [Theme] {
    THEMES
}

/// The indicator with an id.
pub fn get(id: &str) -> Option<&'static Indicator> {
    BY_ID.binary_search_by(|indicator| indicator.id.cmp(id)).ok().and_then(|at| BY_ID.get(at)).copied()
}

/// The theme with an id.
pub fn theme(id: &str) -> Option<&'static Theme> {
    THEMES.iter().find(|theme| theme.id == id)
}

/// The indicator that a full name means: `全年实现地区生产总值`, `固定资产投资（不含农户）`.
///
/// `unit` is the level's as written (`亿元`, `万头（只）`), `has_level` whether there is a level at all.
/// In doubt it is none: a wrong id costs more than a missing one.
pub fn resolve(name: &str, unit: Option<&str>, has_level: bool) -> Option<&'static Indicator> {
    if name.len() > LONGEST_NAME {
        return None;
    }
    let spelled = spelling::spell(name);
    let found = whole_alias(&spelled).or_else(|| {
        // 第三产业实现增加值, 工业完成投资
        let verb = ["实现", "完成"].into_iter().find(|verb| spelled.contains(verb))?;
        let (before, after) = spelled.split_once(verb)?;
        whole_alias(&format!("{before}{after}"))
    });
    let (indicator, when) = found?;
    let change_only = when & CHANGE_ONLY != 0 && !has_level;
    let level_only = when & LEVEL_ONLY != 0 && unit.and_then(dimension_of) == Some(indicator.dimension);
    let holds = when == 0 || change_only || level_only;
    if !holds || unit.is_some_and(|unit| !indicator.measured_in(unit)) {
        return None;
    }
    let all = spelling::spell_all(name);
    (!indicator.not.split_whitespace().any(|word| all.contains(word))).then_some(indicator)
}

/// In bytes. What is longer is no name, and searching it would take more than linear time.
const LONGEST_NAME: usize = 200;
const CHANGE_ONLY: u16 = 1;
const LEVEL_ONLY: u16 = 2;

/// The aliases: a value is an indicator's place times four, and when the alias holds.
static ALIASES: LazyLock<Patterns> = LazyLock::new(|| Patterns::read(PATTERNS));

/// The alias that fills a name but for words that change nothing; the longest of them.
fn whole_alias(name: &str) -> Option<(&'static Indicator, u16)> {
    let mut starts = vec![0];
    let mut next = 0;
    while let Some(start) = starts.get(next).copied() {
        let rest = name.get(start..)?;
        if let Some((indicator, when)) = longest_alias(rest) {
            return INDICATORS.get(usize::from(indicator)).map(|indicator| (indicator, when));
        }
        let after_word = BEFORE.beginning(rest).map(|(length, _)| start + length);
        let after_number = rest.find(|c: char| !c.is_ascii_digit()).filter(|n| *n > 0).map(|n| start + n);
        let after_place = (start == 0).then(|| place_end(name)).flatten();
        for candidate in after_word.chain(after_number).chain(after_place) {
            if !starts.contains(&candidate) {
                starts.push(candidate);
            }
        }
        next += 1;
    }
    None
}

/// The longest alias at the beginning of a name with nothing behind it that changes it: the place of its indicator, and
/// when it holds.
fn longest_alias(name: &str) -> Option<(u16, u16)> {
    let mut ends: Vec<(usize, u16)> = Vec::new();
    ALIASES.beginning(name, |length, value| ends.push((length, value)));
    let tail_at = |length: usize| name.get(length..).is_some_and(is_tail);
    let longest = ends.iter().map(|(length, _)| *length).filter(|length| tail_at(*length)).max()?;
    // The build sees to it that they are of one indicator. Unconditional beats conditional; two conditions are alternatives.
    let values = ends.iter().filter(|(length, _)| *length == longest).map(|(_, value)| *value);
    let merged = values.reduce(|a, b| if a % 4 == 0 || b % 4 == 0 { a / 4 * 4 } else { a | b })?;
    Some((merged / 4, merged % 4))
}

/// Whether words after an alias change nothing: all of them are in the list.
fn is_tail(mut rest: &str) -> bool {
    while !rest.is_empty() {
        let Some((length, _)) = AFTER.beginning(rest).last() else { return false };
        rest = rest.get(length..).unwrap_or_default();
    }
    true
}

/// The place that a name begins with: 某某县 of 某某县生产总值.
pub fn place_of(name: &str) -> Option<&str> {
    name.get(..place_end(name)?)
}

/// Where a place's name at the beginning ends: 某某县, 某某市.
fn place_end(name: &str) -> Option<usize> {
    static LAST: LazyLock<Letters> = LazyLock::new(|| {
        PLACES.iter().filter_map(|ending| ending.chars().last()).fold(Letters::NONE, Letters::with)
    });
    // A place's name has two to six characters: county seats, autonomous counties of one people.
    let chars = name.char_indices().skip(1).take(6).filter(|(_, c)| LAST.may_be(*c));
    chars.map(|(at, c)| at + c.len_utf8()).find(|end| {
        name.get(..*end).is_some_and(|place| {
            PLACES.iter().any(|ending| place.ends_with(ending))
                && !NOT_PLACES.iter().any(|word| place.ends_with(word))
        })
    })
}

/// The dimension of a unit as written; none for a bare scale (亿) and for no unit. What no ending tells is a count.
fn dimension_of(unit: &str) -> Option<&'static str> {
    let unit = spelling::spell_unit(unit);
    if unit.trim_matches(['十', '百', '千', '万', '亿', '余', '多']).is_empty() {
        return None;
    }
    let ending = |unit: &str| {
        let backwards: String = unit.chars().rev().collect();
        UNIT_ENDINGS.beginning(&backwards).last()
    };
    // 万元/人 is money, but 微克/立方米 is a unit of its own.
    let found = match unit.split_once('/') {
        Some((measured, per)) => {
            ending(&unit).filter(|(length, _)| *length > per.len()).or_else(|| ending(measured))
        }
        None => ending(&unit),
    };
    found.map_or(Some("count"), |(_, place)| DIMENSIONS.get(usize::from(place)).copied())
}

/// The theme that the words of a name belong to, for names without an indicator.
///
/// The longest word decides; of equals the last, since what a Chinese name is stands at its end.
pub fn theme_of(name: &str) -> Option<&'static str> {
    static FIRST: LazyLock<Letters> = LazyLock::new(|| THEME_WORDS.letters());
    let spelled = spelling::spell(name);
    let found = spelled
        .char_indices()
        .filter(|(_, c)| FIRST.may_be(*c))
        .filter_map(|(at, _)| THEME_WORDS.beginning(spelled.get(at..)?).last())
        .max_by_key(|(length, _)| *length);
    found.and_then(|(_, place)| THEMES.get(usize::from(place))).map(|theme| theme.id)
}

#[cfg(test)]
mod tests;
