//! Errors in words: names, marks, lists, years.

use crate::sites::*;
use heshu_core::model::{Analysis, Observation, Span, Verdict};

static HOMOPHONES: &str = include_str!("../../data/homophones.txt");

pub fn number_skipped(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    let sites: Vec<usize> = analysis.text.match_indices("；二是").map(|(at, _)| at).collect();
    let sites: Vec<usize> = sites
        .into_iter()
        .filter(|at| {
            analysis.text[..*at].rfind("一是").is_some_and(|b| !analysis.text[b..*at].contains('\n'))
        })
        .collect();
    let at = self::at(&analysis.text, *random.pick(&sites)?) + 1;
    Some(Plant::new(Span::new(at, at + 1), "四"))
}

pub fn promises_miscounted(analysis: &Analysis, _: &mut Random) -> Option<Plant> {
    let check = analysis.checks.iter().find(|c| {
        c.rule == "list-count" && c.verdict == Verdict::Pass && c.title.zh.starts_with("民生实事")
    })?;
    let span = *check.spans.iter().min_by_key(|s| s.end - s.start)?;
    let stands = words(&analysis.text, span);
    let measure = stands.chars().last()?;
    Some(Plant::new(span, format!("37{measure}")))
}

pub fn rate_above(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    let sites: Vec<&Observation> = analysis
        .observations
        .iter()
        .filter(|o| {
            o.doubt.is_none()
                && ["覆盖率", "合格率", "普及率", "参保率"].iter().any(|end| o.name.ends_with(end))
        })
        .filter(|o| o.level.as_ref().is_some_and(|l| l.written.len() >= 2 && l.unit == "%"))
        .collect();
    level_plant(analysis, random.pick(&sites)?, |written| {
        written.parse::<f64>().ok().filter(|v| *v < 100.0).map(|_| format!("1{written}"))
    })
}

pub fn percent_for_points(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    let sites: Vec<&Observation> = analysis
        .observations
        .iter()
        .filter(|o| {
            o.name.ends_with('率')
                && o.doubt.is_none()
                && o.change
                    .as_ref()
                    .is_some_and(|c| c.unit.contains("百分点") && c.basis == heshu_core::model::Basis::Yoy)
        })
        .collect();
    let change = random.pick(&sites)?.change.as_ref()?;
    let stands = words(&analysis.text, change.span);
    let write = stands.replace("个百分点", "%");
    let meant = Some(format!("{}个百分点", change.written));
    (write != stands).then_some(Plant { span: change.span, write, meant })
}

pub fn sentence_twice(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    let long: Vec<&str> = analysis
        .text
        .split_inclusive('。')
        .filter(|s| {
            !s.contains('\n')
                && s.chars().count() > 35
                && s.chars().any(|c| c.is_ascii_digit())
                && s.ends_with('。')
        })
        .collect();
    Some(Plant::new(end_of_review(analysis)?, (*random.pick(&long)?).to_owned()))
}

pub fn quotation_open(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    let sites: Vec<usize> = analysis.text.match_indices('”').map(|(at, _)| at).collect();
    let annex = analysis
        .sections
        .iter()
        .find(|s| s.part == heshu_core::model::Part::Annex)
        .map_or(u32::MAX, |s| s.span.start);
    let at = self::at(&analysis.text, *random.pick(&sites)?);
    (at < annex).then(|| Plant::new(Span::new(at, at + 1), ""))
}

pub fn wide_sign(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    if analysis.text.contains('％') {
        return None;
    }
    let sites: Vec<usize> = analysis.text.match_indices('%').map(|(at, _)| at).collect();
    let at = self::at(&analysis.text, *random.pick(&sites)?);
    Some(Plant::new(Span::new(at, at + 1), "％"))
}

/// A name that stands at least twice, one of its inner characters replaced by one that sounds alike.
pub fn name_misspelt(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    let long = |name: &&str| (4..=8).contains(&name.chars().count()) && name.chars().all(|c| c > '\u{4e00}');
    let names: Vec<&str> = analysis
        .observations
        .iter()
        .map(|o| o.name.as_str())
        .filter(long)
        .filter(|name| analysis.text.matches(name).count() >= 2)
        .collect();
    let name = *random.pick(&names)?;
    let place = random.pick(&(1..name.chars().count() - 1).collect::<Vec<_>>()).copied()?;
    let (byte, right) = name.char_indices().nth(place)?;
    let group: Vec<char> = HOMOPHONES.lines().find(|line| line.contains(right))?.chars().collect();
    let wrong = *random.pick(&group)?;
    (wrong != right).then_some(())?;
    let start = at(&analysis.text, analysis.text.rfind(name)? + byte);
    Some(Plant::new(Span::new(start, start + 1), wrong.to_string()))
}

/// 甲、乙、丙分别增长5%、6%、7% without its last number.
pub fn number_dropped(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    let text = &analysis.text;
    let mut sites = Vec::new();
    for (place, word) in text.match_indices("分别") {
        let names = text[..place].rsplit(['，', '；', '：', '。', '\n']).next().unwrap_or_default();
        let rest = &text[place + word.len()..];
        let numbers = &rest[..rest.find(['，', '；', '。', '\n']).unwrap_or(rest.len())];
        let items: Vec<&str> = numbers.split('、').collect();
        let counted = names.matches('、').count() + names.matches(['和', '与', '及']).count() + 1;
        let all_numbers =
            items.iter().all(|i| i.chars().any(|c| c.is_ascii_digit()) && !i.contains(['和', '与']));
        if items.len() >= 3 && items.len() == counted && all_numbers {
            let end = place + word.len() + numbers.len();
            sites.push((end - items.last()?.len() - '、'.len_utf8(), end));
        }
    }
    let (from, to) = *random.pick(&sites)?;
    Some(Plant::new(Span::new(at(text, from), at(text, to)), ""))
}

pub fn period_reversed(analysis: &Analysis, _: &mut Random) -> Option<Plant> {
    let review = analysis.document.review_year?;
    let write = format!("{review}年至{}年，累计完成投资稳步增长。", review - 2);
    Some(Plant::new(end_of_review(analysis)?, write))
}

pub fn year_stale(analysis: &Analysis, _: &mut Random) -> Option<Plant> {
    let stale = analysis.document.review_year? - 1;
    let write = format!("加快第二小学建设，确保{stale}年底前投入使用。");
    Some(Plant::new(end_of_tasks(analysis)?, write))
}

/// Jobs counted in people last year, in visits this year.
pub fn visits_for_people(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    let people = |o: &Observation| o.level.as_ref().is_some_and(|l| l.unit.ends_with('人'));
    let told: Vec<&Observation> = results(analysis).filter(|o| people(o) && o.indicator.is_some()).collect();
    let sites: Vec<&Observation> = targets(analysis)
        .filter(|o| people(o) && told.iter().any(|r| r.indicator == o.indicator))
        .filter(|o| {
            targets(analysis).filter(|t| t.indicator == o.indicator && t.level.is_some()).count() == 1
        })
        .collect();
    let level = random.pick(&sites)?.level.as_ref()?;
    let stands = words(&analysis.text, level.span);
    stands.contains('人').then(|| Plant::new(level.span, stands.replacen('人', "人次", 1)))
}

/// The names before a number say one more than the number.
pub fn names_miscounted(analysis: &Analysis, random: &mut Random) -> Option<Plant> {
    let held: Vec<&heshu_core::model::Check> = analysis
        .checks
        .iter()
        .filter(|c| c.rule == "list-count" && c.verdict == Verdict::Pass && c.title.zh.starts_with("列举"))
        .filter(|c| c.found.is_some_and(|n| n.get() >= 3.into()))
        // 甲、乙、丙等3个 may as well be four.
        .filter(|c| c.spans.iter().all(|s| !words(&analysis.text, *s).contains('等')))
        .collect();
    let check = random.pick(&held)?;
    let span = *check.spans.iter().min_by_key(|s| s.end - s.start)?;
    let stands = words(&analysis.text, span);
    let measure = stands.chars().last()?;
    let said: u32 = check.found?.to_string().parse().ok()?;
    Some(Plant::new(span, format!("{}{measure}", said + 1)))
}
