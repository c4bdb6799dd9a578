//! Stance: whether a number is a result, an estimate or a goal.

use super::draft::Draft;
use super::time::{Calendar, Mark, Years, base_year};
use crate::lexicon;
use crate::model::{Kind, Part};

/// The words and the place that a draft's kind and period follow from.
pub struct Setting<'a> {
    /// What this stretch of the report is for.
    pub part: Part,
    /// The sentence, up to the draft's number.
    pub before: &'a str,
    /// The whole sentence.
    pub sentence: &'a str,
    /// The words of time that hold there.
    pub mark: Option<&'a Mark>,
    /// The years that the stretch as a whole speaks of, where they are not the one year of its part.
    pub era: Option<Years>,
    /// The last span of years that the sentence has named.
    pub span: Option<Years>,
    /// The report's years.
    pub calendar: Calendar,
}

/// Whether this part of a report speaks of what will be.
pub fn plans(part: Part) -> bool {
    matches!(
        part,
        Part::Targets | Part::Tasks | Part::Commitments | Part::Government | Part::Outlook | Part::Closing
    )
}

/// Whether a number is of no year: how many are thanked, how many the people are that a report speaks to.
fn stands_always(draft: &Draft, setting: &Setting<'_>) -> bool {
    let said = setting.sentence.get(setting.before.len()..).unwrap_or_default();
    let behind =
        said.trim_start_matches(|c: char| matches!(c, '0'..='9' | '.' | '多' | '余' | '万' | '亿' | ' '));
    let people = draft.change.is_none() && lexicon::PEOPLE.begins(behind).is_some();
    let thanks = || setting.sentence.contains('向') && lexicon::THANKS.any(setting.sentence);
    people || draft.period.is_none() && thanks()
}

/// Whether the clause goes on with what was aimed at: 没有实现能耗降低4%左右的目标.
fn aimed(setting: &Setting<'_>) -> bool {
    let rest = setting.sentence.get(setting.before.len()..).unwrap_or_default();
    rest.split(['，', '；']).next().is_some_and(|clause| lexicon::AIM.any(clause))
}

/// Kind and years of a draft.
pub fn judge(draft: &Draft, setting: &Setting<'_>) -> (Kind, Option<Years>) {
    let calendar = setting.calendar;
    if stands_always(draft, setting) {
        return (Kind::Standing, None);
    }
    let single = |year: Option<i32>| year.map(|y| (y, y));
    let marked = draft.period.or(setting.mark.and_then(|mark| mark.years));
    let planning = plans(setting.part);
    let ended = |(_, last): Years| calendar.review.is_some_and(|review| last <= review);
    // A section that looks back on years past does so wherever it stands.
    let past = setting.mark.map_or_else(|| setting.era.is_some_and(ended), |mark| mark.past);
    // In a plan an estimate is of its own clause; in a review it covers the sentence.
    let clause = setting.before.rsplit(['，', '；']).next().unwrap_or_default();
    // …；生产总值预计增长6%；: said later than in its first clause it is of its own statement only.
    let opening = setting.before.split(['，', ',']).next().unwrap_or_default();
    let statement = setting.before.rsplit(['；', ';']).next().unwrap_or_default();
    let estimate = if planning {
        lexicon::ESTIMATE.any(clause)
    } else {
        lexicon::ESTIMATE.any(opening) || lexicon::ESTIMATE.any(statement)
    };
    let future = marked.zip(calendar.review).is_some_and(|((_, last), review)| last > review);
    // 形势 tells what has been reached: 经济总量从2836亿元增长到8036亿元.
    let ahead = || lexicon::AHEAD.any(setting.before);
    let told =
        setting.part == Part::Outlook && draft.construction == "moved" && draft.force.is_none() && !ahead();
    // 全区现有骨干企业120家，上市企业仅8家: how things stand, before a plan says what is to be done.
    let there_is = planning
        && draft.force.is_none()
        && !ahead()
        && matches!(draft.construction, "stated" | "share" | "general")
        && setting.before.split(['，', '；']).any(|clause| {
            let clause = lexicon::WHOLE_AREA.strip_front(clause).unwrap_or(clause);
            lexicon::THERE_IS.begins(clause).is_some()
        });
    // 由x提高到y in a plan: x is where it stands.
    let stands = draft.from && (planning || future && !estimate);
    let kind = if told || stands || there_is {
        Kind::Actual
    } else if draft.missed || lexicon::MISSED.any(clause) && aimed(setting) {
        Kind::Target
    } else if planning {
        if past && draft.force.is_none() {
            if estimate { Kind::Expected } else { Kind::Actual }
        } else if estimate
            && setting.part != Part::Targets
            && draft.force.is_none()
            && !setting.before.contains("目标")
        {
            Kind::Expected
        } else {
            Kind::Target
        }
    } else if future && !estimate && !past {
        Kind::Target
    } else if estimate {
        Kind::Expected
    } else {
        Kind::Actual
    };
    let default = if planning {
        match kind {
            Kind::Actual => setting.era.filter(|era| ended(*era)).or(single(calendar.review)),
            _ => setting.era.or(single(calendar.report)),
        }
    } else {
        setting.era.or(single(calendar.review))
    };
    let mut years = marked.or(default);
    // 经济总量从800亿元增长到2000亿元: since when is not said.
    if told && draft.from && draft.period.is_none() && setting.mark.is_none() {
        years = None;
    } else if stands && draft.period.is_none() {
        years = single(calendar.review);
    } else if draft.from && draft.period.is_none() {
        // 由x提高到y: x is of before the span that the rest speaks of.
        // 2023年…比2018年增长40%，…由x提高到y: or of the year that the rest is held against.
        // At the end of a plan it is of before the whole plan: “十二五”期末…由13%上升到15%.
        let span =
            setting.era.filter(|(first, last)| first < last && years.is_some_and(|(_, of)| of == *last));
        let base =
            years.filter(|(first, last)| first == last).and_then(|(_, last)| base_year(setting.before, last));
        years = base.or(span.or(years).map(|(first, _)| first - 1)).map(|year| (year, year));
    }
    (kind, years)
}
