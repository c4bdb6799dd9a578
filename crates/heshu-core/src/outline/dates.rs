//! The year that a report plans for and the year it looks back on.

use super::head::Head;
use super::marks::Style;
use super::numerals;
use super::parts::part_at;
use super::sections::Heading;
use super::words::{self, List};
use crate::model::Part;
use std::collections::BTreeMap;

/// Weighs what the headings, the head and the body say; both years or none.
///
/// `headings` are the titles of the sections; `body` is the report without head and annexes, `plan` the byte offset
/// in it of the heading with which the plan begins.
#[inline(never)]
pub fn read<'a>(
    head: &Head,
    headings: impl Iterator<Item = &'a str>,
    body: &str,
    plan: Option<usize>,
) -> Option<(i32, i32)> {
    let mut votes: BTreeMap<i32, u32> = BTreeMap::new();
    let mut vote = |report_year: i32, weight: u32| *votes.entry(report_year).or_default() += weight;
    for title in headings {
        let years: Vec<i32> = numerals::years(title).map(|(_, year)| year).collect();
        let (Some(&last), 1) = (years.last(), years.len()) else { continue };
        if title.contains("远景") {
            continue;
        }
        if words::any(&words::HEADING_REVIEW, title) {
            vote(last + 1, 12);
        } else if words::any(&words::HEADING_TASKS, title)
            || words::any(&words::HEADING_TARGETS, title)
            || words::any(&words::HEADING_OUTLOOK, title)
        {
            vote(last, 12);
        }
    }
    if let Some((year, month)) = head.delivered {
        // A session in December plans the year to come; in autumn it is a change of government.
        if month == 12 {
            vote(year + 1, 5);
        } else {
            vote(year, 9);
        }
    }
    if let Some((_, year)) = head.title.as_deref().and_then(|t| numerals::years(t).last()) {
        vote(year, 5);
    }
    for (year, weight) in of_sentences(body, plan) {
        vote(year, weight);
    }
    let (year, _) = votes.into_iter().max_by_key(|(year, weight)| (*weight, *year))?;
    Some((year, year - 1))
}

/// What the body's own sentences say: 2024年是实现…的关键一年 opens a look back or a plan; the years of the first
/// half are mostly the last one reviewed.
fn of_sentences(body: &str, plan: Option<usize>) -> Vec<(i32, u32)> {
    let mut votes = Vec::new();
    let review_ends = plan.unwrap_or(body.len() / 2);
    let mut reviewed: BTreeMap<i32, u32> = BTreeMap::new();
    for (at, year) in numerals::years(body) {
        let rest = body.get(at..).and_then(|r| r.split_once('年')).map(|(_, rest)| rest).unwrap_or_default();
        let after: String = rest.chars().take(24).collect();
        if plan.is_some() && (rest.starts_with('是') || rest.starts_with("，是")) {
            votes.push((if at < review_ends { year + 1 } else { year }, 3));
        }
        if words::any(&words::TARGETS_CUE, &after) && !after.contains("时期") {
            votes.push((year, 4));
        }
        // 到2020年 looks ahead.
        let ahead = body.get(..at).is_some_and(|b| b.ends_with('到') || b.ends_with('至'));
        if at < review_ends && !ahead {
            *reviewed.entry(year).or_default() += 1;
        }
    }
    if let Some((year, n)) = reviewed.into_iter().max_by_key(|(year, n)| (*n, *year)) {
        votes.push((year + 1, n.min(4)));
    }
    votes
}

/// The years that each stretch speaks of by default: what its heading says, else the review year in the review and
/// the report year in the plan.
#[inline(never)]
pub fn horizons(
    (report, review): (i32, i32),
    headings: &[Heading<'_>],
    parts: &[(usize, Part)],
) -> Vec<(usize, (i32, i32))> {
    let mut starts: Vec<usize> =
        parts.iter().map(|(at, _)| *at).chain(headings.iter().map(|h| h.start)).collect();
    crate::order::ascending(&mut starts);
    starts.dedup();
    let mut headings = headings.iter().filter(|h| h.style <= Style::HanParen).peekable();
    let mut said: Option<(Style, (i32, i32))> = None;
    let mut found: Vec<(usize, (i32, i32))> = Vec::new();
    for at in starts {
        while let Some(heading) = headings.next_if(|h| h.start <= at) {
            if said.is_some_and(|(style, _)| heading.style <= style) {
                said = None;
            }
            if let Some(years) = of_title(heading.title, report, review) {
                said = Some((heading.style, years));
            }
        }
        let planned = matches!(
            part_at(parts, at),
            Part::Outlook
                | Part::Targets
                | Part::Tasks
                | Part::Commitments
                | Part::Government
                | Part::Closing
        );
        let years =
            said.map_or(if planned { (report, report) } else { (review, review) }, |(_, years)| years);
        if found.last().is_none_or(|(_, last)| *last != years) {
            found.push((at, years));
        }
    }
    found
}

/// The years that a title names, if they are more than one: 过去五年, “十四五”时期, 今后五年.
fn of_title(title: &str, report: i32, review: i32) -> Option<(i32, i32)> {
    if numerals::years(title).next().is_some() {
        return None;
    }
    if words::any(&const { List::new(&["过去五年", "五年来", "本届政府", "过去的五年"]) }, title)
    {
        return Some((review - 4, review));
    }
    if words::any(&const { List::new(&["今后五年", "未来五年", "今后5年", "未来5年"]) }, title)
    {
        return Some((report, report + 4));
    }
    let (name, _) = title.split_once('五')?;
    let tens = name.rsplit('“').next().and_then(numerals::count).filter(|n| (10..=20).contains(n))?;
    let first = 2001 + 5 * (i32::try_from(tens).ok()? - 10);
    Some((first, first + 4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_from_headings_head_and_body() {
        let none = Head::default();
        let read = |head: &Head, headings: &[&str], body: &str| {
            super::read(head, headings.iter().copied(), body, None)
        };
        assert_eq!(read(&none, &["2023年工作回顾", "2024年重点工作"], ""), Some((2024, 2023)));
        assert_eq!(
            read(&none, &["“十三五”时期和2020年工作回顾", "二〇三五年远景目标"], ""),
            Some((2021, 2020))
        );
        assert_eq!(
            read(&none, &["去年工作回顾"], "2005年增长。2005年达到。到2010年。今年主要任务。"),
            Some((2006, 2005))
        );
        let head = Head { delivered: Some((2017, 2)), ..Head::default() };
        assert_eq!(read(&head, &["过去五年工作回顾"], "2016年，到2021年"), Some((2017, 2016)));
        assert_eq!(read(&none, &[], "没有年份"), None);
    }
}
