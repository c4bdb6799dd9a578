//! What no arithmetic contradicts and a reader asks about: targets that fall, slow or are missing.

use crate::sites::*;
use heshu_core::model::{Analysis, Basis, Observation, Span};

/// Targets of the catalogue with a result beside them, each the only one of its indicator.
fn pairs(analysis: &Analysis) -> Vec<(&Observation, &Observation)> {
    let only = |o: &Observation| targets(analysis).filter(|t| t.indicator == o.indicator).count() == 1;
    targets(analysis)
        .filter(|t| t.indicator.is_some() && only(t))
        .filter_map(|t| Some((results(analysis).find(|r| r.indicator == t.indicator)?, t)))
        .collect()
}

fn better_up(o: &Observation) -> bool {
    let found = o.indicator.as_deref().and_then(heshu_core::catalogue::get);
    found.is_some_and(|i| i.better == heshu_core::catalogue::Better::Up)
}

/// A target of half of what was reached.
pub fn target_halved(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    let sites: Vec<_> = pairs(analysis)
        .into_iter()
        .filter(|(result, target)| {
            let levels = result.level.as_ref().zip(target.level.as_ref());
            levels.is_some_and(|(a, b)| {
                a.unit == b.unit && b.value.get() >= a.value.get() && a.written.parse::<f64>().is_ok()
            }) && better_up(target)
        })
        .collect();
    let (result, target) = random.pick(&sites)?;
    let half = result.level.as_ref()?.written.parse::<f64>().ok()? / 2.0;
    level_plant(analysis, target, |_| Some(format!("{half:.1}")))
}

/// A growth aimed at that is three points below last year's.
pub fn target_slowed(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    let yearly = |o: &Observation| o.change.as_ref().is_some_and(|c| c.unit == "%" && c.basis == Basis::Yoy);
    let rate = |o: &Observation| o.change.as_ref().and_then(|c| c.value.to_string().parse::<f64>().ok());
    let sites: Vec<_> = pairs(analysis)
        .into_iter()
        .filter(|(result, target)| yearly(result) && yearly(target) && better_up(target))
        .filter(|(result, target)| rate(result) > Some(4.0) && rate(target) > rate(result))
        .collect();
    let (result, target) = random.pick(&sites)?;
    let change = target.change.as_ref()?;
    let stands = words(&analysis.text, change.span);
    let write = stands.replacen(&change.written, &format!("{:.1}", rate(result)? - 3.0), 1);
    (write != stands).then(|| Plant::new(change.span, write))
}

/// A headline target that is left out, where its result stays.
pub fn target_left_out(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    let ids =
        ["gdp", "industry_value_added", "fixed_investment", "retail_sales", "budget_revenue", "trade", "cpi"];
    let headline = |o: &Observation| o.indicator.as_deref().is_some_and(|id| ids.contains(&id));
    let told =
        ids.iter().filter(|id| targets(analysis).any(|t| t.indicator.as_deref() == Some(**id))).count();
    let results =
        ids.iter().filter(|id| results(analysis).any(|r| r.indicator.as_deref() == Some(**id))).count();
    (told > 3 && results > 3).then_some(())?;
    let sites: Vec<_> = pairs(analysis).into_iter().filter(|(_, target)| headline(target)).collect();
    let (_, target) = random.pick(&sites)?;
    Some(Plant::new(target.span, ""))
}

/// A growth that is left out in a sentence where all others have theirs.
pub fn growth_left_out(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    let money = |o: &Observation| o.level.as_ref().is_some_and(|l| l.base_unit.as_deref() == Some("CNY"));
    let full: Vec<&Observation> = results(analysis)
        .filter(|o| {
            o.indicator.is_some() && money(o) && o.change.is_some() && o.construction != "distributed"
        })
        .collect();
    let text = units(&analysis.text);
    let stop = units("。")[0];
    let in_one = |a: &Observation, b: &Observation| {
        !text[a.span.start.min(b.span.start) as usize..a.span.end.max(b.span.end) as usize].contains(&stop)
    };
    let sites: Vec<&Observation> = full
        .iter()
        .copied()
        .filter(|o| full.iter().filter(|other| in_one(o, other)).count() >= 4)
        .filter(|o| full.iter().filter(|other| other.indicator == o.indicator).count() == 1)
        .collect();
    let site = random.pick(&sites)?;
    let (level, change) = (site.level.as_ref()?, site.change.as_ref()?);
    (level.span.end < change.span.start).then(|| Plant::new(Span::new(level.span.end, change.span.end), ""))
}
