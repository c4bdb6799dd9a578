//! The results of a report without its text, as a few lines: what a short link holds.
//!
//! A line of the document, then a line a headline observation, then a line a finding to look at; cells apart by tabs.
//! Its version is that of the codec of the link (`r1`): what is written here once must be read for ever.

use heshu_core::model::{
    Analysis, Basis, Bilingual, Bound, Change, Check, Document, Kind, LevelValue, Number, Observation,
    SCHEMA_VERSION, Span, Verdict,
};
use std::collections::BTreeSet;

/// More findings would not make a short link.
const FINDINGS: usize = 20;

const KINDS: [Kind; 4] = [Kind::Actual, Kind::Expected, Kind::Target, Kind::Standing];
const BOUNDS: [Bound; 7] =
    [Bound::Exact, Bound::Approx, Bound::AtLeast, Bound::Over, Bound::Under, Bound::AtMost, Bound::Range];
const BASES: [Basis; 6] =
    [Basis::Yoy, Basis::SameBasis, Basis::Real, Basis::AnnualAverage, Basis::Cumulative, Basis::Since];
const VERDICTS: [Verdict; 2] = [Verdict::Conflict, Verdict::Caution];

/// Writes the headline results: the catalogue's indicators, everything in `also` (ids), and what is to be looked at.
pub fn write(analysis: &Analysis, also: &BTreeSet<u32>) -> String {
    let d = &analysis.document;
    let year = |year: Option<i32>| year.map(|y| y.to_string()).unwrap_or_default();
    let some = |s: &Option<String>| s.clone().unwrap_or_default();
    let mut out = line(&[
        some(&d.region),
        year(d.report_year),
        year(d.review_year),
        some(&d.title),
        some(&d.delivered_on),
        d.characters.to_string(),
    ]);
    for o in analysis.observations.iter().filter(|o| o.indicator.is_some() || also.contains(&o.id)) {
        let mut cells = vec![
            place(&KINDS, &o.kind),
            o.name.clone(),
            some(&o.indicator),
            some(&o.theme),
            some(&o.period),
            some(&o.region),
            some(&o.commitment_force),
        ];
        let (level, change) = (o.level.as_ref(), o.change.as_ref());
        cells.push(level.map(|l| place(&BOUNDS, &l.bound)).unwrap_or_default());
        if let Some(l) = level {
            let unless = |same: bool, n: Option<Number>| if same { None } else { n };
            let base_unit = l.base_unit.clone().filter(|unit| *unit != l.unit).unwrap_or_default();
            cells.extend([l.written.clone(), l.unit.clone(), l.value.to_string(), number(l.upper)]);
            cells.extend([number(unless(l.base_value == Some(l.value), l.base_value)), base_unit]);
        }
        cells.push(change.map(|c| place(&BOUNDS, &c.bound)).unwrap_or_default());
        if let Some(c) = change {
            cells.extend([c.written.clone(), c.unit.clone(), c.value.to_string(), number(c.upper)]);
            cells.push(place(&BASES, &c.basis));
        }
        out.push_str(&line(&cells));
    }
    let findings = analysis.checks.iter().filter(|c| VERDICTS.contains(&c.verdict)).take(FINDINGS);
    for check in findings {
        let verdict = format!("!{}", place(&VERDICTS, &check.verdict));
        let arithmetic = some(&check.arithmetic);
        out.push_str(&line(&[
            verdict,
            check.rule.clone(),
            check.title.zh.clone(),
            check.title.en.clone(),
            arithmetic,
        ]));
    }
    out
}

/// Reads what [`write`] wrote: an analysis without text. None where it is damaged.
pub fn read(brief: &str) -> Option<Analysis> {
    let mut lines = brief.lines();
    let mut cells = lines.next()?.split('\t');
    let mut cell = || cells.next().map(str::to_owned);
    let document = Document {
        region: filled(cell()?),
        report_year: cell()?.parse().ok(),
        review_year: cell()?.parse().ok(),
        title: filled(cell()?),
        delivered_on: filled(cell()?),
        characters: cell()?.parse().ok()?,
        ..Document::default()
    };
    let mut analysis = Analysis { schema: SCHEMA_VERSION.to_owned(), document, ..Analysis::default() };
    for line in lines {
        match line.strip_prefix('!') {
            Some(finding) => analysis.checks.push(check(finding)?),
            None => {
                let id = analysis.observations.len() as u32;
                analysis.observations.push(observation(id, line)?);
            }
        }
    }
    Some(analysis)
}

fn observation(id: u32, line: &str) -> Option<Observation> {
    let mut cells = line.split('\t');
    let mut cell = || cells.next().map(str::to_owned);
    let mut o = Observation {
        id,
        kind: at(&KINDS, &cell()?)?,
        name: cell()?,
        indicator: filled(cell()?),
        theme: filled(cell()?),
        period: filled(cell()?),
        region: filled(cell()?),
        commitment_force: filled(cell()?),
        level: None,
        change: None,
        share_of: None,
        span: Span::default(),
        section: None,
        source: Span::default(),
        construction: String::new(),
        doubt: None,
    };
    if let Some(bound) = filled(cell()?) {
        let (written, unit, value, upper) = (cell()?, cell()?, parsed(&cell()?)?, cell()?);
        let (base_value, base_unit) = (parsed(&cell()?).unwrap_or(value), filled(cell()?));
        o.level = Some(LevelValue {
            value,
            written,
            upper: parsed(&upper),
            bound: at(&BOUNDS, &bound)?,
            base_value: Some(base_value),
            base_unit: base_unit.or_else(|| Some(unit.clone())),
            unit,
            span: Span::default(),
        });
    }
    if let Some(bound) = filled(cell()?) {
        o.change = Some(Change {
            written: cell()?,
            unit: cell()?,
            value: parsed(&cell()?)?,
            upper: parsed(&cell()?),
            bound: at(&BOUNDS, &bound)?,
            basis: at(&BASES, &cell()?)?,
            span: Span::default(),
        });
    }
    Some(o)
}

fn check(line: &str) -> Option<Check> {
    let mut cells = line.split('\t');
    let mut cell = || cells.next().map(str::to_owned);
    Some(Check {
        verdict: at(&VERDICTS, &cell()?)?,
        rule: cell()?,
        title: Bilingual { zh: cell()?, en: cell()? },
        arithmetic: filled(cell()?),
        ..Check::default()
    })
}

fn line(cells: &[String]) -> String {
    let clean = |cell: &String| cell.replace(['\t', '\n', '\r'], " ");
    cells.iter().map(clean).collect::<Vec<_>>().join("\t") + "\n"
}

fn filled(cell: String) -> Option<String> {
    Some(cell).filter(|cell| !cell.is_empty())
}

fn number(n: Option<Number>) -> String {
    n.map(|n| n.to_string()).unwrap_or_default()
}

fn parsed(cell: &str) -> Option<Number> {
    cell.parse().ok().map(Number)
}

fn place<T: PartialEq>(all: &[T], one: &T) -> String {
    all.iter().position(|other| other == one).unwrap_or(0).to_string()
}

fn at<T: Copy>(all: &[T], place: &str) -> Option<T> {
    all.get(place.parse::<usize>().ok()?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use heshu_core::views::targets_beside_results;

    const YINING: &str = include_str!("../../../www/samples/yining-2024.txt");

    #[test]
    fn headline_results_come_back_and_the_text_stays_out() {
        let analysis = heshu_core::analyze(YINING, &heshu_core::Options::default());
        let pairs = targets_beside_results(&analysis);
        let also = pairs.iter().flat_map(|p| [Some(p.target), p.result]).flatten().collect();
        let brief = write(&analysis, &also);
        let read = read(&brief).unwrap();
        assert_eq!(read.document.region, analysis.document.region);
        assert!(read.text.is_empty() && brief.len() * 3 < YINING.len());
        let headline: Vec<&Observation> =
            analysis.observations.iter().filter(|o| o.indicator.is_some() || also.contains(&o.id)).collect();
        assert_eq!(read.observations.len(), headline.len());
        for (got, was) in read.observations.iter().zip(headline) {
            assert_eq!((&got.name, &got.period, got.kind), (&was.name, &was.period, was.kind));
            assert_eq!(
                got.level.as_ref().map(|l| (l.value, l.bound)),
                was.level.as_ref().map(|l| (l.value, l.bound))
            );
            assert_eq!(
                got.change.as_ref().map(|c| (c.value, c.basis)),
                was.change.as_ref().map(|c| (c.value, c.basis))
            );
        }
        let computed =
            |pairs: &[heshu_core::views::Pair]| -> Vec<_> { pairs.iter().map(|p| p.computed).collect() };
        assert_eq!(computed(&targets_beside_results(&read)), computed(&pairs));
        assert_eq!(
            write(&read, &(0..read.observations.len() as u32).collect()),
            brief,
            "and can be passed on"
        );
    }

    #[test]
    fn what_is_damaged_is_refused() {
        for damaged in ["", "某县\t2024", "某县\t2024\t2023\t\t\t12\n9\t粮食", "某县\t2024\t2023\t\t\tx"]
        {
            assert!(read(damaged).is_none(), "{damaged}");
        }
        assert!(read("某县\t2024\t2023\t\t\t12\n").is_some());
    }
}
