//! Names that differ: which results may be of what a target is of, and what their other name means for it.

use crate::measure::measures;
use crate::words;
use heshu_core::model::Observation;

/// What a result of another name counts, beside what the target counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The same.
    Same,
    /// Some of it: 新增优质学位 of 新增学位. What these reach is reached.
    Narrower,
    /// More, or other things: 新改扩建幼儿园 beside 新建幼儿园.
    Other,
}

/// A name taken apart.
#[derive(Debug, PartialEq, Eq)]
struct Name {
    /// Whether it is of new things, and of renewed ones.
    made: (bool, bool),
    /// What is counted.
    thing: String,
}

impl Name {
    fn of(name: &str) -> Self {
        let mut thing: String = name.chars().filter(|c| c.is_alphanumeric() && *c != '的').collect();
        let mut made = (false, false);
        // At both ends only: 建设 within a name is part of it.
        while let Some((rest, (new, renewed))) = without_verb(&thing) {
            made = (made.0 || new, made.1 || renewed);
            thing = rest.to_owned();
        }
        Self { made, thing }
    }
}

fn without_verb(name: &str) -> Option<(&str, (bool, bool))> {
    let lists = [
        (&words::BOTH, (true, true)),
        (&words::RENEWED, (false, true)),
        (&words::NEW, (true, false)),
        (&words::DONE, (false, false)),
    ];
    let words = lists.into_iter().flat_map(|(list, made)| list.iter().map(move |word| (word, made)));
    let mut cut = words.filter_map(|(word, made)| {
        Some((name.strip_prefix(word).or_else(|| name.strip_suffix(word))?, made))
    });
    cut.find(|(rest, _)| rest.chars().count() > 1)
}

/// What a result counts that goes by another name. Names that are alike seldom have the same number by chance.
pub fn scope(target: &Observation, result: &Observation) -> Scope {
    let growths = target.change.is_some() && target.level.is_none();
    let known = target.indicator.is_some() && target.indicator == result.indicator;
    // What grows is known by the catalogue: 实际利用外资 for 实际到位外资. What is counted, is counted in many ways.
    if growths && known { Scope::Same } else { by_name(&target.name, &result.name, equal(target, result)) }
}

fn by_name(target: &str, result: &str, equal: bool) -> Scope {
    let (t, r) = (Name::of(target), Name::of(result));
    let within = |a: (bool, bool), b: (bool, bool)| (!a.0 || b.0) && (!a.1 || b.1) && a != (false, false);
    if equal || t == r {
        Scope::Same
    } else if t.thing == r.thing && within(r.made, t.made) || t.made == r.made && adorns(&r.thing, &t.thing) {
        Scope::Narrower
    } else {
        Scope::Other
    }
}

/// Whether a name is another with words before its head: 优质公办学位 is 公办学位.
fn adorns(longer: &str, shorter: &str) -> bool {
    let alike = longer.chars().zip(shorter.chars()).take_while(|(a, b)| a == b);
    let before: usize = alike.map(|(a, _)| a.len_utf8()).sum();
    let head = shorter.get(before..).unwrap_or_default();
    longer.len() > shorter.len() && head.chars().count() > 1 && longer.ends_with(head)
}

/// Of no more results that share a pair of characters is asked what else they share.
const COMMON: usize = 60;

/// Results, found by what their names share with another's.
pub struct Akin<'a> {
    results: Vec<(&'a Observation, Thing)>,
    /// Each pair with the places of the results that have it, in order.
    having: Vec<(Pair, usize)>,
}

type Pair = (char, char);

/// What a name counts, to be compared with others.
struct Thing {
    name: String,
    /// Each once and in order.
    pairs: Vec<Pair>,
    /// Its last two characters: what kind of thing it is.
    head: Option<Pair>,
}

impl Thing {
    fn of(name: &str) -> Self {
        let name = Name::of(name).thing;
        let mut pairs: Vec<Pair> = name.chars().zip(name.chars().skip(1)).collect();
        let head = pairs.last().copied();
        pairs.sort_unstable();
        pairs.dedup();
        Self { head, pairs, name }
    }

    /// How much of both names is shared, in per cent, where it is enough to be of the same thing.
    fn likeness(&self, other: &Self, shared: usize, equal: bool) -> Option<usize> {
        if self.name == other.name {
            return Some(100);
        }
        let digits = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
        if digits(&self.name) != digits(&other.name) {
            return None;
        }
        let (a, b) = (self.pairs.len(), other.pairs.len());
        let (shorter, longer) = (a.min(b), a.max(b));
        let has = |a: &Self, b: &Self| a.head.is_some_and(|head| b.pairs.contains(&head));
        let heads = has(self, other) && has(other, self);
        let much = shared * 4 >= shorter * 3 && shared * 2 >= longer;
        let enough = if equal { heads || shorter > 3 } else { heads && shorter > 3 };
        (much && enough).then_some(shared * 100 / longer)
    }
}

impl<'a> Akin<'a> {
    /// Sorts results by their names.
    pub fn of(results: &[&'a Observation]) -> Self {
        let results: Vec<_> = results.iter().map(|o| (*o, Thing::of(&o.name))).collect();
        let mut having: Vec<(Pair, usize)> = Vec::new();
        for (place, (_, thing)) in results.iter().enumerate() {
            having.extend(thing.pairs.iter().map(|pair| (*pair, place)));
        }
        having.sort_unstable();
        Self { results, having }
    }

    /// The result whose name is most like the target's, of those that can be compared with it.
    pub fn like(&self, target: &Observation) -> Option<&'a Observation> {
        let wanted = Thing::of(&target.name);
        let mut sharing: Vec<usize> = Vec::new();
        for pair in &wanted.pairs {
            let from = self.having.partition_point(|(other, _)| other < pair);
            let places = self.having.iter().skip(from).take_while(|(other, _)| other == pair);
            // Of what all have, only what else they share tells which is meant.
            sharing.extend(places.take(COMMON).map(|(_, place)| *place));
        }
        sharing.sort_unstable();
        let alike = sharing.chunk_by(|a, b| a == b).filter_map(|same| {
            let (result, thing) = self.results.get(*same.first()?)?;
            let shared = same.len();
            // The catalogue knows them apart.
            if target.indicator.is_some() && result.indicator.is_some() {
                return None;
            }
            // 固定资产投资 grew otherwise than 园区固定资产投资.
            let growth = target.level.is_none() || result.level.is_none();
            let equal = equal(target, result);
            let likeness = wanted.likeness(thing, shared, equal).filter(|like| !growth || *like == 100)?;
            let compared = !measures(target, result, None).is_empty();
            compared.then_some(((equal, likeness, std::cmp::Reverse(result.id)), *result))
        });
        alike.max_by_key(|(rank, _)| *rank).map(|(_, result)| result)
    }
}

/// Whether a target and a result have the same number.
fn equal(target: &Observation, result: &Observation) -> bool {
    let levels = target.level.as_ref().zip(result.level.as_ref());
    levels.is_some_and(|(t, r)| {
        t.value.get() > rust_decimal::Decimal::ONE && t.value == r.value && t.upper == r.upper
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_another_name_counts() {
        for (target, result, scope_of) in [
            ("新增社康机构", "新建社康机构", Scope::Same),
            ("打通断头路", "断头路如期打通", Scope::Same),
            ("用于“三农”的支出", "用于“三农”支出", Scope::Same),
            ("创建省级智能工厂", "新增省级智能工厂", Scope::Same),
            ("新增公办学位", "新增优质公办学位", Scope::Narrower),
            ("新改扩建幼儿园", "新建幼儿园", Scope::Narrower),
            ("新建幼儿园", "新改扩建幼儿园", Scope::Other),
            ("新建停车场", "停车场", Scope::Other),
            ("省级重点项目", "重点项目", Scope::Other),
            ("农村公路改造", "农村公路建设", Scope::Other),
        ] {
            assert_eq!(by_name(target, result, false), scope_of, "{target} / {result}");
        }
        assert_eq!(by_name("新建社区日间照料中心", "建成日间照料中心", true), Scope::Same);
    }
}
