//! Lines that were broken because they were full, joined again: one paragraph or heading a line.

use super::buffer::{Glyph, Log};
use super::continuity;
use super::habits::Habit;
use super::lines::{Line, Lines, Numbering, begins_heading, ends_sentence, item_number};
use super::measures::{Measure, Measures};
use super::notes;
use super::sheets::Frames;
use crate::intake::Role;

/// The kind under which it is reported.
pub const KIND: &str = "wrapped_lines";
/// Width of an indent that was lost, in half characters.
const LOST_INDENT: u32 = 4;
/// A quotation in which a line is broken is not longer than this.
const OPEN: usize = 40;

/// Joins the lines and gives the paragraphs, a line feed between.
#[inline(never)]
pub fn repair(text: &Lines, measures: &Measures, log: &mut Log) -> Vec<Glyph> {
    let allowed = log.allows(KIND);
    let habit = Habit::of(text, measures);
    let known = Known::of(text);
    let mut out: Vec<Glyph> = Vec::with_capacity(text.glyphs.len());
    let mut previous: Option<Line> = None;
    // The line with which the paragraph began.
    let mut opened = 0;
    for (i, line) in text.lines.iter().enumerate() {
        if let Some(before) = previous {
            let joins = || {
                let known = known.joins(text, i - 1);
                known.unwrap_or_else(|| joins(text, measures, &habit, opened, i - 1))
            };
            if allowed && joins() {
                let glyph = text.break_after(before);
                log.count(KIND, glyph.source());
                if between_words(text.of(before), text.of(*line)) {
                    out.push(glyph.with(' '));
                }
            } else {
                opened = i;
                out.push(text.break_after(before));
            }
        }
        out.extend(text.of(*line));
        previous = Some(*line);
    }
    out
}

/// What a file tells of its lines.
struct Known {
    frames: Frames,
    /// How far to the right notes reach.
    notes_right: f32,
}

impl Known {
    fn of(text: &Lines) -> Self {
        let notes = text.lines.iter().filter(|l| l.role == Role::Note).filter_map(|l| l.set);
        Self { frames: Frames::of(text), notes_right: notes.map(|s| s.place.right).fold(0.0, f32::max) }
    }

    /// Whether the line after the one at `i` reads on from it; nothing where the file does not tell.
    fn joins(&self, text: &Lines, i: usize) -> Option<bool> {
        let (line, next) = (text.lines.get(i)?, text.lines.get(i + 1)?);
        match (line.role, next.role) {
            (Role::Line, Role::Line) => {
                let joins = self.frames.joins(text, i)?;
                Some(joins || is_closing(text.of(*next).first()?.ch))
            }
            (Role::Note, Role::Note) => Some(notes::goes_on(line, next, text, self.notes_right)),
            _ => Some(false),
        }
    }
}

/// Whether the line after the one at `i`, in the paragraph that the one at `opened` began, reads on from it.
fn joins(text: &Lines, measures: &Measures, habit: &Habit, opened: usize, i: usize) -> bool {
    let opens = opened == i;
    let Some(measure) = measures.at(i).filter(Measure::reads_on) else { return false };
    let (Some(line), Some(next)) = (text.lines.get(i), text.lines.get(i + 1)) else { return false };
    let (before, after) = (text.of(*line), text.of(*next));
    let (Some(last), Some(first)) = (before.last(), after.first()) else { return false };
    if habit.parting_gap.is_some_and(|gap| next.gap >= gap && !next.page) {
        return false;
    }
    if habit.indents && next.indent >= 2 && (habit.flush || line.indent != next.indent) {
        return false;
    }
    if is_closing(first.ch) {
        return true;
    }
    let width = measure.width(before);
    if width > measure.full + measure.slack {
        // A paragraph that was never broken.
        return false;
    }
    let indent = if opens && habit.lost_indents { LOST_INDENT } else { 0 };
    let lacks = if width + indent + measure.width(first_word(after)) > measure.full {
        0
    } else {
        measure.lacks(width + indent)
    };
    if lacks <= measure.slack && !ends_sentence(last.ch) && !begins_heading(after) && is_open(text, opened, i)
    {
        // A quotation or a bracket goes on.
        return true;
    }
    let full = 8 - 3 * i32::try_from(lacks.saturating_sub(2)).unwrap_or(12).min(12);
    let follows = continuity::follows(last.ch, first.ch);
    let begins = begins(after);
    let after_ends = after.last().is_some_and(|g| ends_sentence(g.ch));
    let lacks_after = measure.lacks(measure.width(after));
    let run_in = if opens && begins_heading(before) { habit.run_in } else { 0 };
    let mut score = full + run_in;
    if matches!(last.ch, '，' | '、' | ',' | '“' | '（' | '《') || within_ratio(before, first.ch) {
        score += 30;
    } else if !ends_with_sentence(before) {
        score += 12 + follows.max(-8) - begins.min(4);
        let heading = !after_ends && lacks_after > measure.slack + 4;
        // How much better the two lines read as one than as two paragraphs.
        let one = follows - begins - continuity::follows(last.ch, continuity::BORDER);
        if (opens && heading) || i + 1 < habit.front {
            // Two headings, or the halves of one: only what surely reads on is joined.
            // A numbered heading that fills its line is longer than that, unless chance has it so.
            let numbered = opens && lacks == 0 && begins_heading(before) && !begins_heading(after);
            let enough = if numbered { -4 } else { 12 };
            let surely = one >= enough || after.len() <= 2 || in_name(before, last.ch);
            return full > 0 && surely && !names_session(before);
        }
        if opens && is_title(before) {
            // A line without any mark may be a heading that fills it. The line after tells by its words, and by
            // ending early, as a first line does whose indent was lost.
            let early = if after_ends { 0 } else { place(text, measure, habit, i + 1) };
            let numbered = if begins_heading(before) { 0 } else { 6 };
            score = full.min(4) + run_in + numbered + early + one.clamp(-24, 24);
        }
    } else if full < 0 {
        return false;
    } else if habit.indents {
        score += 20;
    } else {
        // A full line that ends a sentence: the paragraph may go on. What follows tells by its words, and by
        // ending early, as a first line does whose indent was lost.
        let place = if after_ends { 0 } else { place(text, measure, habit, i + 1) };
        if let Some((Numbering::Digits, number)) = item_number(after)
            && number > 1
        {
            return holds_item(text, opened, i, number - 1);
        }
        if !after_ends && lacks_after > measure.slack + 4 {
            // A short line that ends no sentence is a heading.
            return false;
        }
        let words = if first.ch.is_ascii_digit() && !begins_year(after) { 0 } else { follows - begins };
        let last = if matches!(last.ch, '；' | '：' | '”' | '）') { 4 } else { 0 };
        score = 4 + place + run_in + last + words.clamp(-12, 12);
    }
    if begins_heading(after) {
        score -= 24;
    }
    score > 0
}

/// What the width of a line tells of whether it goes on a paragraph (above nothing) or begins one whose indent was
/// lost (below).
fn place(text: &Lines, measure: Measure, habit: &Habit, i: usize) -> i32 {
    let next_word = measure.width(first_word(text.at(i + 1)));
    if !habit.lost_indents {
        return 0;
    }
    match measure.full.checked_sub(measure.width(text.at(i)) + next_word) {
        None => 5,
        // What just fits would have stood in the line, if all lines were quite as wide.
        Some(0) => -2,
        Some(1) => -4,
        Some(_) => -11,
    }
}

/// The strength with which a paragraph begins with this line.
fn begins(line: &[Glyph]) -> i32 {
    let ordinal = line.first().is_some_and(|g| g.ch == '第') && item_number(line).is_none();
    // 第四次会议 is no part of a report, as 第四部分 is.
    let begins = line.first().map_or(0, |g| continuity::begins(g.ch));
    if ordinal { begins.min(0) } else { begins }
}

/// Whether a line has the form of a title: not long, and without marks that part clauses, but for one comma
/// after a number.
fn is_title(line: &[Glyph]) -> bool {
    let commas = if begins_heading(line) { 1 } else { 0 };
    let marks = |wanted: &str| line.iter().filter(|g| wanted.contains(g.ch)).count();
    line.len() <= 48 && marks("。；：！？") == 0 && marks("，") <= commas
}

/// Whether a sentence ends with the line: a quotation that ends need not end it.
fn ends_with_sentence(line: &[Glyph]) -> bool {
    let mut marks =
        line.iter().rev().map(|g| g.ch).skip_while(|c| matches!(c, '”' | '）' | ')' | '】' | '〕'));
    marks.next().is_some_and(ends_sentence)
}

/// 在第十八届人民代表大会第四次会议上: the end of the line that says where a report was given.
fn names_session(line: &[Glyph]) -> bool {
    let mut last = line.iter().rev().map(|g| g.ch);
    (last.next(), last.next(), last.next()) == (Some('上'), Some('议'), Some('会'))
}

/// Whether a name in two parts, as 买买提·艾山, is being written.
fn in_name(line: &[Glyph], last: char) -> bool {
    last == '·' || line.iter().rev().take(4).skip(1).any(|g| g.ch == '·')
}

/// Whether a quotation, a title or a bracket that began in this paragraph is still open after this line.
fn is_open(text: &Lines, opened: usize, last: usize) -> bool {
    let mut closed = [0u32; 3];
    for (count, glyph) in
        (opened.max(last.saturating_sub(2))..=last).rev().flat_map(|i| text.at(i).iter().rev()).enumerate()
    {
        if count >= OPEN {
            break;
        }
        let (kind, opens) = match glyph.ch {
            '“' => (0, true),
            '”' => (0, false),
            '（' => (1, true),
            '）' => (1, false),
            '《' => (2, true),
            '》' => (2, false),
            '。' => break,
            _ => continue,
        };
        let Some(closed) = closed.get_mut(kind) else { continue };
        match (opens, *closed) {
            (true, 0) => return true,
            (true, _) => *closed -= 1,
            (false, _) => *closed += 1,
        }
    }
    false
}

/// 30.19：|35.18
fn within_ratio(before: &[Glyph], first: char) -> bool {
    let mut last = before.iter().rev();
    let colon = last.next().is_some_and(|g| matches!(g.ch, '：' | ':'));
    colon && first.is_ascii_digit() && last.next().is_some_and(|g| g.ch.is_ascii_digit())
}

/// 2024年
fn begins_year(line: &[Glyph]) -> bool {
    let digits = line.iter().take_while(|g| g.ch.is_ascii_digit()).count();
    let next = line.iter().skip(digits).find(|g| g.ch != ' ');
    digits == 4 && next.is_some_and(|g| g.ch == '年')
}

/// Whether the paragraph so far holds this item within it, not at its beginning.
fn holds_item(text: &Lines, opened: usize, last: usize, number: u32) -> bool {
    let sentence_end = |g: &Glyph| matches!(g.ch, '。' | '；' | '：' | ';' | ':');
    (opened.max(last.saturating_sub(20))..=last).any(|i| {
        let line = text.at(i);
        let inner = (1..line.len())
            .filter(|at| line.get(at - 1).is_some_and(sentence_end))
            .any(|at| item_number(line.get(at..).unwrap_or_default()) == Some((Numbering::Digits, number)));
        inner || (i > opened && item_number(line) == Some((Numbering::Digits, number)))
    })
}

/// Marks that never begin a line by right.
pub fn is_closing(c: char) -> bool {
    matches!(
        c,
        '，' | '。'
            | '、'
            | '；'
            | '：'
            | '！'
            | '？'
            | '”'
            | '’'
            | '）'
            | '》'
            | '】'
            | '〕'
            | '%'
            | '％'
    )
}

/// What would have had to fit on the line before: one character, or a whole number or word, with the marks after.
pub fn first_word(line: &[Glyph]) -> &[Glyph] {
    let is_word = |g: &&Glyph| g.ch.is_ascii_alphanumeric() || matches!(g.ch, '.' | ',' | '%' | '-');
    let opening = line.iter().take_while(|g| matches!(g.ch, '“' | '‘' | '（' | '《' | '〔')).count();
    let word = opening + line.iter().skip(opening).take_while(is_word).count().max(1);
    let marks = line.iter().skip(word).take_while(|g| is_closing(g.ch)).count();
    line.get(..word + marks).unwrap_or_default()
}

/// Whether the line break stood for the space between two words of Latin letters.
fn between_words(before: &[Glyph], after: &[Glyph]) -> bool {
    let is_letter = |g: Option<&Glyph>| g.is_some_and(|g| g.ch.is_ascii_alphabetic());
    is_letter(before.last()) && is_letter(after.first())
}
