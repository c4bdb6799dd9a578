use super::things::{Things, fullness, keys};
use crate::model::{Analysis, Bound, Change, Check, Kind, LevelValue, Number, Observation, Part, Verdict};
use rust_decimal::Decimal;
use std::collections::{HashMap, HashSet};

/// This year's target beside last year's result of the same thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// What it is of: the target's name.
    pub name: String,
    /// Id of the target.
    pub target: u32,
    /// Id of the result, where the report states one.
    pub result: Option<u32>,
    /// The growth that the two levels give, in percent to two places, or in points where the levels are
    /// percentages themselves. None without two levels in one dimension.
    pub computed: Option<Number>,
    /// How firmly that growth is bound: as the target's level is.
    pub bound: Bound,
}

/// Sets every target of the plan year beside the result of the year before: by the same name, or by the same
/// indicator. Targets without a result stay only if they are of an indicator. One pair an indicator and name: those
/// of the catalogue first, of them those with a result, each group in reading order.
pub fn targets_beside_results(analysis: &Analysis) -> Vec<Pair> {
    let year = |year: Option<i32>| year.map(|y| y.to_string());
    let (plan, review) = (year(analysis.document.report_year), year(analysis.document.review_year));
    let in_year = |o: &Observation, year: &Option<String>| o.period == *year || o.period.is_none();
    let targets: Vec<_> = analysis
        .observations
        .iter()
        .filter(|o| o.kind == Kind::Target && o.region.is_none() && in_year(o, &plan))
        .collect();
    let results: Vec<_> = analysis
        .observations
        .iter()
        .filter(|o| matches!(o.kind, Kind::Actual | Kind::Expected))
        .filter(|o| o.region.is_none() && in_year(o, &review))
        .collect();
    let same_targets = Things::of(&targets);
    let same_results = Things::of(&results);
    let mut pairs: Vec<Pair> = Vec::new();
    let mut seen: HashSet<(bool, &str)> = HashSet::new();
    for target in &targets {
        if keys(target).any(|key| seen.contains(&key)) {
            continue;
        }
        seen.extend(keys(target));
        // The goals' own section speaks with more authority than a task that mentions the number again.
        let of_it = same_targets.like(target);
        let target = of_it.max_by_key(|t| (rank(analysis, t), std::cmp::Reverse(t.id))).unwrap_or(target);
        let result = same_results
            .like(target)
            .max_by_key(|r| (r.name == target.name, fullness(r), std::cmp::Reverse(r.id)));
        if result.is_none() && target.indicator.is_none() {
            continue;
        }
        pairs.push(Pair {
            name: target.name.clone(),
            target: target.id,
            result: result.map(|r| r.id),
            computed: result.and_then(|r| growth(r.level.as_ref()?, target.level.as_ref()?)),
            bound: target.level.as_ref().map(|l| l.bound).unwrap_or_default(),
        });
    }
    let known = |id: u32| analysis.observations.get(id as usize).is_some_and(|o| o.indicator.is_some());
    crate::order::by_key(&mut pairs, |pair| (!known(pair.target), pair.result.is_none(), pair.target));
    pairs
}

fn rank(analysis: &Analysis, o: &Observation) -> (bool, u8) {
    let section = o.section.and_then(|place| analysis.sections.get(place as usize));
    (section.is_some_and(|s| s.part == Part::Targets), fullness(o))
}

fn growth(from: &LevelValue, to: &LevelValue) -> Option<Number> {
    let (from_unit, from) = in_base(from)?;
    let (to_unit, to) = in_base(to)?;
    if from_unit != to_unit {
        return None;
    }
    let exact = if from_unit == "%" {
        to.checked_sub(from)?
    } else if from.is_zero() {
        return None;
    } else {
        to.checked_sub(from)?.checked_div(from)?.checked_mul(Decimal::ONE_HUNDRED)?
    };
    Some(Number(exact.round_dp(2)))
}

fn in_base(level: &LevelValue) -> Option<(&str, Decimal)> {
    if level.is_rank() || level.upper.is_some() {
        return None;
    }
    match (&level.base_unit, level.base_value) {
        (Some(unit), Some(value)) => Some((unit, value.get())),
        _ => Some((&level.unit, level.value.get())),
    }
}

/// The check to show beside each observation: the gravest that asks for a look, or that computes what its
/// number should be. By observation, places of checks.
pub fn gravest(checks: &[Check]) -> HashMap<u32, usize> {
    let mut gravest: HashMap<u32, usize> = HashMap::new();
    for (place, check) in checks.iter().enumerate() {
        let shown = match check.verdict {
            Verdict::Conflict | Verdict::Caution => true,
            Verdict::Note => check.expected.is_some(),
            Verdict::Pass => false,
        };
        for id in check.observations.iter().filter(|_| shown) {
            let at = gravest.entry(*id).or_insert(place);
            if checks.get(*at).is_some_and(|old| check.verdict < old.verdict) {
                *at = place;
            }
        }
    }
    gravest
}

impl Pair {
    /// Whether the target is lower than the result for sure: from 120 on may be anything.
    pub fn is_below(&self) -> bool {
        !self.bound.is_floor()
            && self.computed.is_some_and(|n| n.get().is_sign_negative() && !n.get().is_zero())
    }

    /// The growth that the target states, if any.
    pub fn stated<'a>(&self, observations: &'a [Observation]) -> Option<&'a Change> {
        observations.get(self.target as usize)?.change.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Expected, SCHEMA_VERSION};
    use crate::views::fixture::{change, level, observation};

    fn analysis(observations: Vec<Observation>) -> Analysis {
        Analysis {
            schema: SCHEMA_VERSION.into(),
            document: Document { report_year: Some(2024), review_year: Some(2023), ..Document::default() },
            observations,
            ..Analysis::default()
        }
    }

    fn stated(id: u32, name: &str, year: &str, kind: Kind, amount: &str, unit: &str) -> Observation {
        let mut o = observation(id, name);
        o.period = Some(year.into());
        o.kind = kind;
        o.level = level(amount, unit);
        o
    }

    #[test]
    fn a_target_stands_beside_the_result_of_the_same_indicator() {
        let mut result = stated(0, "招商引资", "2023", Kind::Actual, "231.9", "亿元");
        result.indicator = Some("investment_attracted".into());
        let mut target = stated(1, "招商引资到位资金", "2024", Kind::Target, "265", "亿元");
        target.indicator = Some("investment_attracted".into());
        target.change = change("15");
        let analysis = analysis(vec![result, target]);
        let pairs = targets_beside_results(&analysis);
        let [pair] = pairs.as_slice() else { panic!("{pairs:?}") };
        assert_eq!((pair.target, pair.result), (1, Some(0)));
        assert_eq!(pair.computed.map(|n| n.to_string()).as_deref(), Some("14.27"));
        assert_eq!(pair.stated(&analysis.observations).map(|c| c.written.as_str()), Some("15"));
    }

    #[test]
    fn an_open_target_grows_by_no_exact_number() {
        let mut all = vec![
            stated(0, "客流量", "2023", Kind::Actual, "150", "万"),
            stated(1, "客流量", "2024", Kind::Target, "120", "万"),
        ];
        let of = |all: &[Observation]| targets_beside_results(&analysis(all.to_vec())).remove(0);
        assert!(of(&all).is_below());
        all[1].level.as_mut().unwrap().bound = Bound::AtLeast;
        let pair = of(&all);
        assert_eq!((pair.computed, pair.bound, pair.is_below()), (Some((-20).into()), Bound::AtLeast, false));
    }

    #[test]
    fn what_has_neither_result_nor_indicator_is_left_out() {
        let all = vec![
            stated(0, "新建公园", "2024", Kind::Target, "3", "个"),
            stated(1, "粮食产量", "2023", Kind::Actual, "14.2", "万吨"),
            stated(2, "粮食产量", "2024", Kind::Target, "14", "万吨"),
            stated(3, "粮食产量", "2030", Kind::Target, "20", "万吨"),
        ];
        let pairs = targets_beside_results(&analysis(all));
        assert_eq!(pairs.iter().map(|p| (p.target, p.result)).collect::<Vec<_>>(), [(2, Some(1))]);
    }

    #[test]
    fn rates_differ_in_points_and_other_dimensions_not_at_all() {
        let mut all = vec![
            stated(0, "覆盖率", "2023", Kind::Actual, "23.3", "%"),
            stated(1, "覆盖率", "2024", Kind::Target, "30", "%"),
            stated(2, "转移就业", "2023", Kind::Actual, "8.86", "万人次"),
            stated(3, "转移就业", "2024", Kind::Target, "6.93", "万人"),
            stated(4, "引进人才", "2023", Kind::Actual, "20", "名"),
            stated(5, "引进人才", "2024", Kind::Target, "25", "名"),
            stated(6, "产量位次", "2023", Kind::Actual, "4", "名"),
            stated(7, "产量位次", "2024", Kind::Target, "3", "名"),
        ];
        // People are based on people, ranks on nothing.
        for o in all.iter_mut().filter(|o| o.name == "引进人才") {
            o.level.as_mut().unwrap().base_unit = Some("人".into());
        }
        let computed: Vec<_> = targets_beside_results(&analysis(all))
            .iter()
            .map(|p| p.computed.map(|n| n.to_string()))
            .collect();
        assert_eq!(computed, [Some("6.7".into()), None, Some("25".into()), None]);
    }

    #[test]
    fn the_check_beside_a_target_asks_for_a_look_or_computes() {
        let check = |verdict, expected: Option<i64>| Check {
            rule: "rule".into(),
            verdict,
            observations: vec![7],
            expected: expected.map(|n| Expected { low: n.into(), high: n.into(), unit: "亿元".into() }),
            ..Check::default()
        };
        let place = |checks: &[Check]| gravest(checks).get(&7).copied();
        assert_eq!(place(&[check(Verdict::Note, None), check(Verdict::Pass, Some(1))]), None);
        assert_eq!(place(&[check(Verdict::Note, None), check(Verdict::Note, Some(1))]), Some(1));
        assert_eq!(place(&[check(Verdict::Note, Some(1)), check(Verdict::Caution, None)]), Some(1));
    }
}
