//! Errors in numbers that can be computed from others.

use crate::sites::*;
use heshu_core::model::{Analysis, Basis, Bound, Check, Observation, Verdict};

/// Targets whose amount and growth agree and are no thresholds, with the text changed to what `slip` makes of them.
fn target(analysis: &Analysis, random: &mut Random, slip: fn(&str) -> Option<String>) -> Option<Plant> {
    let exact = |o: &&Observation| {
        o.change.as_ref().is_some_and(|c| c.bound == Bound::Exact)
            && o.level.as_ref().is_some_and(|l| l.bound == Bound::Exact && slip(&l.written).is_some())
    };
    let sites: Vec<&Observation> =
        held(analysis, "target-arithmetic").into_iter().map(|(_, o)| o).filter(exact).collect();
    let site = random.pick(&sites)?;
    let meant = site.level.as_ref()?.written.clone();
    Some(Plant { meant: Some(meant), ..level_plant(analysis, site, slip)? })
}

pub fn target_digit(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    target(analysis, random, greater)
}

pub fn target_swapped(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    target(analysis, random, swapped)
}

pub fn target_point(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    target(analysis, random, |written| {
        let (whole, fraction) = written.split_once('.')?;
        let (first, rest) = fraction.split_at_checked(1)?;
        Some(if rest.is_empty() { format!("{whole}{first}") } else { format!("{whole}{first}.{rest}") })
    })
}

pub fn share_digit(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    let all = held(analysis, "structure-sum").into_iter().map(|(_, o)| o);
    // A tenth more could still be rounding.
    let sites: Vec<&Observation> =
        all.filter(|o| o.level.as_ref().is_some_and(|l| l.value.get() >= 10.into())).collect();
    level_plant(analysis, random.pick(&sites)?, greater)
}

pub fn part_too_large(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    let held: Vec<&Check> = analysis
        .checks
        .iter()
        .filter(|c| c.rule == "part-sum" && c.verdict == Verdict::Pass && c.observations.len() == 2)
        .collect();
    let [whole, part] = random.pick(&held)?.observations.as_slice() else { return None };
    let whole = analysis.observations.get(*whole as usize)?.level.clone()?;
    let part = analysis.observations.get(*part as usize)?;
    // 100万亩以上 has no end that a part could pass.
    if whole.bound != Bound::Exact {
        return None;
    }
    if part.level.as_ref()?.unit != whole.unit
        || !whole.written.chars().all(|c| c.is_ascii_digit() || c == '.')
    {
        return None;
    }
    level_plant(analysis, part, |_| Some(format!("9{}", whole.written)))
}

/// 780多 and 250多 may be more than 1030多.
fn exact(o: &Observation) -> bool {
    o.level.as_ref().is_some_and(|l| l.bound == Bound::Exact)
}

/// One of several parts that make a whole.
pub fn parts_too_many(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    let held: Vec<&Check> = analysis
        .checks
        .iter()
        .filter(|c| c.rule == "part-sum" && c.verdict == Verdict::Pass && c.title.zh.ends_with("各部分之和"))
        .filter(|c| c.observations.iter().all(|id| exact(&analysis.observations[*id as usize])))
        .collect();
    let check = random.pick(&held)?;
    let part = analysis.observations.get(*check.observations.get(1..)?.first()? as usize)?;
    level_plant(analysis, part, greater)
}

pub fn told_twice(analysis: &Analysis, _: &mut Random) -> Option<Plant> {
    let review = year(analysis.document.review_year)?;
    let (gdp, level) = result(analysis, "gdp").filter(|(_, level)| level.bound == Bound::Exact)?;
    let written = swapped(&level.written)?;
    let span = end_of_review(analysis)?;
    let write = format!("{review}年{}达到{written}{}。", gdp.name, level.unit);
    Some(Plant { span, write, meant: Some(level.written.clone()) })
}

pub fn wrong_growth(analysis: &Analysis, _: &mut Random) -> Option<Plant> {
    Some(Plant::new(end_of_review(analysis)?, "工业用水重复利用量由80万吨增加到92万吨，增长25%。"))
}

pub fn wrong_increase(analysis: &Analysis, _: &mut Random) -> Option<Plant> {
    let review = analysis.document.review_year?;
    let before = review - 1;
    Some(Plant::new(
        end_of_review(analysis)?,
        format!("{before}年支农专项资金297.5亿元，{review}年支农专项资金339.7亿元，比上年增加24.2亿元。"),
    ))
}

pub fn wrong_average(analysis: &Analysis, _: &mut Random) -> Option<Plant> {
    Some(Plant::new(end_of_review(analysis)?, "保费收入由40.5亿元增加到59.5亿元，年均增长18%。"))
}

/// The report's own GDP as a number, and its unit.
fn gdp(analysis: &Analysis) -> Option<(f64, String, String)> {
    let (found, level) = result(analysis, "gdp").filter(|(_, level)| level.bound == Bound::Exact)?;
    Some((level.written.parse().ok()?, level.unit.clone(), found.name.clone()))
}

/// Three industries that make the report's GDP, with shares of which two are off by three points.
pub fn structure_shifted(analysis: &Analysis, _: &mut Random) -> Option<Plant> {
    let (whole, unit, _) = gdp(analysis)?;
    let review = analysis.document.review_year?;
    let part = |share: f64| format!("{:.2}{unit}", whole * share);
    let (one, two, three) = (part(0.1), part(0.4), part(0.5));
    Some(Plant::new(
        end_of_review(analysis)?,
        format!(
            "{review}年第一产业增加值{one}，第二产业增加值{two}，第三产业增加值{three}，三次产业结构为10.0：43.0：47.0。"
        ),
    ))
}

/// Three industries that all grow more slowly than the report's GDP.
pub fn parts_slower(analysis: &Analysis, _: &mut Random) -> Option<Plant> {
    let yearly = |o: &&Observation| {
        o.indicator.as_deref() == Some("gdp")
            && o.change.as_ref().is_some_and(|c| c.unit == "%" && c.basis == Basis::Yoy)
    };
    let growth: f64 = results(analysis).find(yearly)?.change.as_ref()?.value.to_string().parse().ok()?;
    let review = analysis.document.review_year?;
    let less = |points: f64| format!("{:.1}%", growth - points);
    let (one, two, three) = (less(1.0), less(1.5), less(2.0));
    (growth > 2.5).then_some(())?;
    Some(Plant::new(
        end_of_review(analysis)?,
        format!("{review}年第一产业增加值增长{one}，第二产业增加值增长{two}，第三产业增加值增长{three}。"),
    ))
}

/// A population and a GDP per head that is a quarter more than both give.
pub fn per_head_off(analysis: &Analysis, _: &mut Random) -> Option<Plant> {
    let (whole, unit, _) = gdp(analysis)?;
    if result(analysis, "population").is_some() || result(analysis, "gdp_per_capita").is_some() {
        return None;
    }
    let yuan = whole * if unit == "万亿元" { 1e12 } else { 1e8 };
    let people = yuan / 80_000.0 / 10_000.0;
    let review = analysis.document.review_year?;
    Some(Plant::new(
        end_of_review(analysis)?,
        format!("{review}年常住人口{people:.2}万人，人均地区生产总值100000元。"),
    ))
}

/// A part of the report's GDP with a share that is six points too much.
pub fn share_off(analysis: &Analysis, _: &mut Random) -> Option<Plant> {
    let (whole, unit, _) = gdp(analysis)?;
    let review = analysis.document.review_year?;
    let part = whole * 0.6;
    Some(Plant::new(
        end_of_review(analysis)?,
        format!("{review}年民营经济增加值{part:.2}{unit}，占地区生产总值的66.0%。"),
    ))
}

/// A target that starts from the result with two digits changed.
pub fn base_swapped(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    let ids = ["budget_revenue", "retail_sales", "fixed_investment", "tourism_revenue", "exports", "trade"];
    let found: Vec<_> = ids.iter().filter_map(|id| result(analysis, id)).collect();
    let (o, level) = random.pick(&found)?;
    let written = swapped(&level.written)?;
    let (review, plan) = (analysis.document.review_year?, analysis.document.report_year?);
    let span = end_of_tasks(analysis)?;
    let (name, unit) = (&o.name, &level.unit);
    let more = level.written.parse::<f64>().ok()? * 1.1;
    let write = format!("{plan}年，{name}力争由{review}年的{written}{unit}提高到{more:.1}{unit}。");
    Some(Plant { span, write, meant: Some(level.written.clone()) })
}

pub fn wrong_scale(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    let sites: Vec<&Observation> = analysis
        .observations
        .iter()
        .filter(|o| {
            matches!(o.indicator.as_deref(), Some("gdp" | "budget_revenue" | "retail_sales"))
                && o.doubt.is_none()
                && o.region.is_none()
        })
        .filter(|o| {
            o.level.as_ref().is_some_and(|l| l.unit == "亿元")
                && o.period == analysis.document.review_year.map(|y| y.to_string())
        })
        .collect();
    let level = random.pick(&sites)?.level.as_ref()?;
    let write = words(&analysis.text, level.span).replace("亿元", "万元");
    Some(Plant { span: level.span, write, meant: Some(format!("{}亿元", level.written)) })
}
