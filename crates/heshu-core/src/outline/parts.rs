//! Parts: what each stretch of the text is for, finer than the sections.

use super::lines::{self, Line};
use super::marks::Style;
use super::sections::{self, Heading};
use super::words::{self, List};
use super::{commitments, marks};
use crate::model::{Part, Section};
use std::ops::Range;

/// Stretches in the making: byte offset where each begins, and its part.
#[derive(Debug, Default)]
struct Stretches(Vec<(usize, Part)>);

impl Stretches {
    fn push(&mut self, at: usize, part: Part) {
        if self.0.last().is_none_or(|(_, last)| *last != part) {
            self.0.push((at, part));
        }
    }
}

/// What a paragraph without a cue of its own goes on with.
#[derive(Debug, Clone, Copy)]
struct State {
    /// Part of the section that the paragraph lies in.
    section: Part,
    /// Part that cue words have opened within it.
    open: Part,
    /// Whether a list is being read: problems or targets, an item a line.
    listing: bool,
    /// Whether the section's own first paragraphs are being read, before any heading inside it.
    intro: bool,
}

/// Divides the text. `body` is where the report proper runs; before it is the opening, after it the annex.
#[inline(never)]
pub fn divide(
    body: Range<usize>,
    lines: &[Line<'_>],
    headings: &[Heading<'_>],
    sections: &[Section],
) -> Vec<(usize, Part)> {
    let mut stretches = Stretches::default();
    stretches.push(0, Part::Opening);
    // With no heading for the plan, the paragraphs' own words must show where it begins.
    let plan_has_heading = sections
        .iter()
        .any(|s| s.parent.is_none() && matches!(s.part, Part::Outlook | Part::Targets | Part::Tasks));
    let closing = closing_at(lines, headings);
    let mut next_heading = headings.iter().zip(sections).peekable();
    let first_part =
        if headings.first().is_some_and(|h| lines.first().is_some_and(|l| l.start + 600 > h.start)) {
            Part::Opening
        } else {
            Part::Review
        };
    let mut state = State { section: first_part, open: first_part, listing: false, intro: false };
    for line in lines.iter().filter(|l| l.start < body.end) {
        if closing.is_some_and(|at| line.start >= at) {
            stretches.push(line.start, Part::Closing);
            continue;
        }
        let mut from = line.start;
        if let Some((heading, section)) = next_heading.next_if(|(h, _)| h.start == line.start) {
            let own = section.part;
            // The plan's first paragraphs say its outlook and targets before the tasks begin.
            let intro = section.parent.is_none()
                && matches!(own, Part::Tasks | Part::Outlook | Part::Targets)
                && sections::announces(heading.title);
            // 一是…, 二是… behind 存在不少问题 are problems too.
            let listed_problems = state.listing
                && state.open == Part::Problems
                && heading.style >= Style::Digit
                && own == Part::Review;
            if !listed_problems {
                let open = if intro && own == Part::Tasks { Part::Outlook } else { own };
                state = State { section: own, open, listing: false, intro };
            }
            stretches.push(line.start, if intro { own } else { state.open });
            from = heading.end;
        }
        if from < line.end() {
            let paragraph =
                Line { start: from, text: line.text.get(from - line.start..).unwrap_or_default() };
            let item =
                marks::at_start(line.text).is_some() || line.text.starts_with(['—', '-', '–', '●', '◆', '•']);
            self::paragraph(&paragraph, item, &mut state, plan_has_heading, &mut stretches);
        }
    }
    for promises in
        commitments::lists(lines.iter().filter(|l| l.start < body.end), &|at| part_at(&stretches.0, at))
    {
        overlay(&mut stretches.0, promises);
    }
    if let Some(last) = lines.last().filter(|l| l.start >= body.end) {
        let start = lines.iter().find(|l| l.start >= body.end).map_or(last.start, |l| l.start);
        stretches.push(start, Part::Annex);
        let annex: Vec<&Line<'_>> = lines.iter().filter(|l| l.start >= start).collect();
        for promises in commitments::annexed(&annex) {
            overlay(&mut stretches.0, promises);
        }
    }
    stretches.0.dedup_by(|next, last| next.1 == last.1);
    stretches.0
}

/// The part at a byte offset.
pub fn part_at(parts: &[(usize, Part)], byte: usize) -> Part {
    let after = parts.partition_point(|(start, _)| *start <= byte);
    after.checked_sub(1).and_then(|i| parts.get(i)).map_or(Part::Other, |(_, part)| *part)
}

/// Reads one paragraph sentence by sentence; `item` tells that it is one of a list.
fn paragraph(
    line: &Line<'_>,
    item: bool,
    state: &mut State,
    plan_has_heading: bool,
    stretches: &mut Stretches,
) {
    if state.listing && !item {
        state.listing = false;
        if !matches!(state.section, Part::Targets | Part::Problems) {
            state.open = after_list(state);
        }
    }
    let begin = lines::sentences(line.text);
    let mut problems_here = false;
    for (i, range) in begin.iter().enumerate() {
        let Some(sentence) = line.text.get(range.clone()) else { continue };
        let at = line.start + range.start;
        match state.section {
            Part::Review | Part::Opening if is_problems(sentence) => {
                state.open = Part::Problems;
                problems_here = true;
            }
            Part::Review | Part::Opening if !plan_has_heading && i == 0 && begins_plan(sentence) => {
                *state = State { section: Part::Tasks, open: Part::Outlook, listing: false, intro: true };
            }
            // Under a heading that says nothing of a plan: 今年政府工作的总体要求是…, 今年…主要预期目标是：….
            Part::Review if i == 0 && is_ahead(sentence) => {
                *state = State { section: Part::Outlook, open: Part::Outlook, listing: false, intro: true };
                plan_sentence(sentence, true, state);
            }
            Part::Outlook | Part::Tasks | Part::Targets => plan_sentence(sentence, i == 0, state),
            _ => {}
        }
        stretches.push(at, state.open);
    }
    // A list may follow: of problems behind the sentence that announces them, of targets behind a colon.
    let announced = line.text.ends_with(['：', ':']) && state.open == Part::Targets
        || problems_here
            && begin.last().and_then(|last| line.text.get(last.clone())).is_some_and(is_problems);
    state.listing = state.listing && item || announced;
    // Problems end with their paragraph, unless a list of them follows; so do targets.
    if !state.listing && (problems_here || state.open == Part::Problems) && state.section != Part::Problems {
        state.open = state.section;
    }
    if !state.listing && state.open == Part::Targets && state.section != Part::Targets {
        state.open = after_list(state);
    }
}

/// What follows the targets: the tasks where the section is theirs, else the outlook.
fn after_list(state: &State) -> Part {
    match (state.section, state.open) {
        (Part::Tasks, Part::Targets) if !state.intro => Part::Tasks,
        (Part::Outlook | Part::Tasks | Part::Targets, Part::Targets) => Part::Outlook,
        (section, _) => section,
    }
}

fn plan_sentence(sentence: &str, first: bool, state: &mut State) {
    // Most sentences have no cue at all.
    let cue = words::any_of([&words::TARGETS_CUE, &words::TASKS_CUE], sentence);
    if cue && is_targets(sentence) {
        state.open = Part::Targets;
    } else if cue && words::any(&words::TASKS_CUE, sentence) {
        state.open = Part::Tasks;
        state.intro = false;
        state.section = Part::Tasks;
    } else if first
        && state.intro
        && state.open == Part::Outlook
        && state.section == Part::Tasks
        && !is_outlook(sentence)
        && is_task(sentence)
    {
        state.open = Part::Tasks;
        state.intro = false;
    }
}

/// …的主要预期目标是：地区生产总值增长…
fn is_targets(sentence: &str) -> bool {
    if !words::any(&words::TARGETS_CUE, sentence) {
        return false;
    }
    words::TARGETS_CUE.iter().any(|cue| {
        sentence.match_indices(cue).any(|(at, cue)| {
            let rest = sentence.get(at + cue.len()..).unwrap_or_default();
            let says =
                words::TARGETS_IS.iter().filter_map(|w| rest.find(w).map(|at| (at, at + w.len()))).min();
            let Some((gap, end)) = says else { return false };
            let list = rest.get(end..).unwrap_or_default().trim_start_matches(['：', ':', '—']);
            // The targets follow at once: numbers in the sentence, or a list that begins on the next line.
            gap <= MOST_BEFORE_TARGETS && (list.trim().is_empty() || list.chars().any(|c| c.is_ascii_digit()))
        })
    })
}

/// Whether a sentence begins by giving the demands or the targets of the year that is planned for.
fn is_ahead(sentence: &str) -> bool {
    let begins = words::YEAR_AHEAD.begins(sentence);
    begins && (is_targets(sentence) || words::any(&words::DEMANDS, sentence))
}

/// Bytes that may stand between 预期目标 and 是.
const MOST_BEFORE_TARGETS: usize = 36;

/// 我们也清醒地认识到，…还存在不少困难和问题
fn is_problems(sentence: &str) -> bool {
    let aware = || words::any(&words::PROBLEMS_AWARE, sentence);
    let exist = || {
        words::find(&words::PROBLEMS_EXIST, sentence)
            .and_then(|at| sentence.get(..at))
            .is_some_and(|before| words::PROBLEMS_STILL.iter().any(|still| before.ends_with(still)))
    };
    (sentence.ends_with(['：', ':']) || words::any(&words::PROBLEMS_WHAT, sentence)) && (aware() || exist())
}

fn is_outlook(sentence: &str) -> bool {
    words::any(&words::OUTLOOK_CUE, sentence)
        || words::any(&const { List::new(&["形势", "机遇", "挑战"]) }, sentence)
}

/// Whether a sentence speaks of doing: its first words are a verb of work.
fn is_task(sentence: &str) -> bool {
    let start: String = sentence.chars().take(8).collect();
    words::any(
        &const {
            List::new(&[
                "加快", "推进", "推动", "加强", "抓好", "深化", "实施", "完善", "优化", "建设", "落实",
                "提升", "扩大", "坚决", "全力", "着力", "持续", "积极", "大力",
            ])
        },
        &start,
    )
}

fn begins_plan(sentence: &str) -> bool {
    words::any(&words::PLAN_BEGINS, sentence) && sentence.chars().count() < 200
}

/// Byte offset where the last call begins: the last 各位代表 paragraphs behind all headings.
fn closing_at(lines: &[Line<'_>], headings: &[Heading<'_>]) -> Option<usize> {
    let last_heading = headings.last().map_or(0, |h| h.start);
    let begins = |l: &&Line<'_>| words::CLOSING_CUE.begins(l.text);
    lines
        .iter()
        .rev()
        .take(12)
        .filter(|l| l.start > last_heading)
        .find(begins)
        .map(|l| l.start)
        .filter(|_| lines.len() > 6)
}

/// Lays a stretch of promises over what is there.
fn overlay(parts: &mut Vec<(usize, Part)>, range: Range<usize>) {
    let after = part_at(parts, range.end.saturating_sub(1));
    let from = parts.partition_point(|(start, _)| *start < range.start);
    let to = parts.partition_point(|(start, _)| *start <= range.end);
    let follows = parts
        .get(to.saturating_sub(1))
        .filter(|(start, _)| *start == range.end)
        .map_or(after, |(_, part)| *part);
    parts.splice(from..to.max(from), [(range.start, Part::Commitments), (range.end, follows)]);
}
