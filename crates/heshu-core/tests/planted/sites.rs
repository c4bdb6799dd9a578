//! Where an error can be planted, and how the text is changed there.

use heshu_core::model::{Analysis, Check, Kind, LevelValue, Observation, Part, Span, Verdict};

/// A place to change and what to write there.
pub struct Plant {
    pub span: Span,
    pub write: String,
    /// What the audit should suggest where it explains the slip.
    pub meant: Option<String>,
}

impl Plant {
    pub fn new(span: Span, write: impl Into<String>) -> Self {
        Self { span, write: write.into(), meant: None }
    }
}

/// A small generator with a fixed seed: the same errors on every run.
pub struct Random(pub u64);

impl Random {
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        if from.is_empty() { None } else { from.get((self.0 >> 33) as usize % from.len()) }
    }
}

pub fn units(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}

pub fn words(text: &str, span: Span) -> String {
    String::from_utf16_lossy(units(text).get(span.start as usize..span.end as usize).unwrap_or_default())
}

pub fn around(text: &str, span: Span) -> String {
    let end = (span.end + 16).min(units(text).len() as u32);
    words(text, Span::new(span.start.saturating_sub(16), end))
}

pub fn write(text: &str, plant: &Plant) -> String {
    let all = units(text);
    let (before, rest) = all.split_at(plant.span.start as usize);
    let after = &rest[(plant.span.end - plant.span.start) as usize..];
    String::from_utf16_lossy(before) + &plant.write + &String::from_utf16_lossy(after)
}

/// The observations of the checks that hold under a rule.
pub fn held<'a>(analysis: &'a Analysis, rule: &str) -> Vec<(&'a Check, &'a Observation)> {
    let of =
        |check: &'a Check| Some((check, analysis.observations.get(*check.observations.first()? as usize)?));
    analysis.checks.iter().filter(|c| c.rule == rule && c.verdict == Verdict::Pass).filter_map(of).collect()
}

/// The number with its first digit that can be one greater.
pub fn greater(written: &str) -> Option<String> {
    let at = written.find(|c: char| ('1'..='8').contains(&c))?;
    let digit = written[at..].chars().next()?.to_digit(10)?;
    Some(format!("{}{}{}", &written[..at], digit + 1, &written[at + 1..]))
}

pub fn level_plant(
    analysis: &Analysis,
    observation: &Observation,
    write: impl Fn(&str) -> Option<String>,
) -> Option<Plant> {
    let level = observation.level.as_ref()?;
    let stands = words(&analysis.text, level.span);
    let written = stands.find(&level.written).map(|_| level.written.clone())?;
    Some(Plant::new(level.span, stands.replacen(&written, &write(&written)?, 1)))
}

/// The end of the first paragraph of the review, where a sentence can be added.
pub fn end_of_review(analysis: &Analysis) -> Option<Span> {
    let first = analysis.observations.iter().find(|o| o.period == year(analysis.document.review_year))?;
    end_of_paragraph(analysis, first.span.end)
}

/// The end of the first paragraph of the tasks.
pub fn end_of_tasks(analysis: &Analysis) -> Option<Span> {
    let tasks = analysis.sections.iter().find(|s| s.part == Part::Tasks && s.parent.is_none())?;
    end_of_paragraph(analysis, tasks.span.start)
}

fn end_of_paragraph(analysis: &Analysis, from: u32) -> Option<Span> {
    let text = units(&analysis.text);
    let stop = units("。");
    let ends = |i: &usize| text.get(*i) == Some(&u16::from(b'\n')) && text.get(i - 1) == stop.first();
    let end = (from.max(1) as usize..text.len()).find(ends)? as u32;
    Some(Span::new(end, end))
}

pub fn year(year: Option<i32>) -> Option<String> {
    year.map(|y| y.to_string())
}

/// Whether an observation is the report's own and surely read.
pub fn plain(o: &Observation) -> bool {
    o.doubt.is_none() && o.region.is_none() && o.share_of.is_none()
}

/// Results of the review year.
pub fn results(analysis: &Analysis) -> impl Iterator<Item = &Observation> {
    let review = year(analysis.document.review_year);
    analysis
        .observations
        .iter()
        .filter(move |o| plain(o) && review.is_some() && o.period == review)
        .filter(|o| matches!(o.kind, Kind::Actual | Kind::Expected))
}

/// Targets of the planned year.
pub fn targets(analysis: &Analysis) -> impl Iterator<Item = &Observation> {
    let plan = year(analysis.document.report_year);
    analysis
        .observations
        .iter()
        .filter(move |o| plain(o) && plan.is_some() && o.period == plan && o.kind == Kind::Target)
}

/// The first result with a level in plain digits, of an indicator.
pub fn result<'a>(analysis: &'a Analysis, id: &str) -> Option<(&'a Observation, &'a LevelValue)> {
    let found = results(analysis).find(|o| o.indicator.as_deref() == Some(id) && o.level.is_some())?;
    let level = found.level.as_ref()?;
    level.written.parse::<f64>().ok()?;
    Some((found, level))
}

/// The place in UTF-16 of a byte offset.
pub fn at(text: &str, byte: usize) -> u32 {
    text[..byte].encode_utf16().count() as u32
}

/// Two neighbouring digits changed, the last pair that differs.
pub fn swapped(written: &str) -> Option<String> {
    let mut digits: Vec<char> = written.chars().collect();
    let pair = (0..digits.len().checked_sub(1)?).rev().find(|i| {
        digits[*i].is_ascii_digit()
            && digits[i + 1].is_ascii_digit()
            && digits[*i] != digits[i + 1]
            && (*i > 0 || digits[i + 1] != '0')
    })?;
    digits.swap(pair, pair + 1);
    Some(digits.into_iter().collect())
}
