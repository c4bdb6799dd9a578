//! Pages of two columns whose lines stand side by side: a line of the left one, white space, a line of the right one.

use super::buffer::{Glyph, Log};
use super::lines::{Line, Lines};
use super::links::{Links, between, sums};
use super::measures::Measures;
use super::pages::{self, Reading};
use super::two_columns::KIND;
use super::white_space;
use crate::order;

/// White space of so many half characters may part columns.
const GUTTER: u32 = 3;
/// So many lines at least have to be parted.
const FEWEST: usize = 8;
/// The least gain, in quarter-nats, of reading down and not across.
const ENOUGH: i32 = 80;
/// So well, line by line, the columns have to read: cells of tables stand side by side too.
const READS_ON: i32 = 3;

/// Which column a line stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left = 0,
    Right = 1,
    /// Both, or it cannot be moved.
    Across,
}

/// Puts the left column before the right one, and says whether there were such pages.
#[inline(never)]
pub fn repair(text: &mut Lines, log: &mut Log) -> bool {
    if !log.allows(KIND) {
        return false;
    }
    let cuts: Vec<Option<Cut>> = text.lines.iter().map(|line| Cut::of(text, *line)).collect();
    if cuts.iter().flatten().count() < FEWEST {
        return false;
    }
    let rows = std::mem::take(&mut text.lines);
    let columns = Columns::of(&rows, &cuts, text);
    text.lines.clone_from(&columns.lines);
    let pages = columns.pages(text);
    let mut lines = Vec::with_capacity(text.lines.len());
    let mut next = pages.iter().copied().peekable();
    let mut at = 0;
    for (row, start) in rows.iter().zip(&columns.starts) {
        if let Some((from, to)) = next.next_if(|(from, _)| from == start) {
            let page = columns.read_down(from, to, row.page);
            log.tell(KIND, text.source_of(from, to), format!("{} lines", page.len()));
            lines.extend(page);
            at = to;
        } else if *start >= at {
            lines.push(*row);
        }
    }
    text.lines = lines;
    !pages.is_empty()
}

/// The widest white space within a line.
#[derive(Clone, Copy)]
struct Cut {
    start: usize,
    end: usize,
    width: u32,
    /// Where the right part begins, in half characters, if no tab leaves it open.
    column: Option<u32>,
    /// White space after a tab: the right part stands in.
    indent: u32,
}

impl Cut {
    fn of(text: &Lines, line: Line) -> Option<Self> {
        if line.set.is_some() || !text.of(line).iter().any(|g| white_space::is_white(g.ch)) {
            return None;
        }
        let mut widest: Option<Self> = None;
        let mut open: Option<Self> = None;
        let mut column = line.indent;
        for (i, glyph) in (line.start..).zip(text.of(line)) {
            if white_space::is_white(glyph.ch) {
                let width = white_space::width(glyph.ch);
                let cut = open.get_or_insert(Self { start: i, end: i, width: 0, column: Some(0), indent: 0 });
                cut.width += width;
                (cut.indent, cut.column) =
                    if glyph.ch == '\t' { (0, None) } else { (cut.indent + width, cut.column) };
                column += width;
                continue;
            }
            if let Some(cut) = open.take()
                && cut.width >= GUTTER
                && widest.is_none_or(|w| cut.width > w.width)
            {
                widest = Some(Self { end: i, column: cut.column.map(|_| column), ..cut });
            }
            column += width_of(glyph);
        }
        widest
    }
}

fn width_of(glyph: &Glyph) -> u32 {
    if u32::from(glyph.ch) < 0x2000 { 1 } else { 2 }
}

/// Lines parted into those of the left and the right column, left before right.
struct Columns {
    lines: Vec<Line>,
    sides: Vec<Side>,
    /// Where among the lines each row begins.
    starts: Vec<usize>,
}

impl Columns {
    fn of(rows: &[Line], cuts: &[Option<Cut>], text: &Lines) -> Self {
        // The place where most right parts begin.
        let mut columns: Vec<u32> = cuts.iter().flatten().filter_map(|cut| cut.column).collect();
        order::ascending(&mut columns);
        let usual = columns.chunk_by(|a, b| a == b).max_by_key(|run| run.len());
        let gutter = usual.and_then(|run| run.first().copied());
        let mut found = Self { lines: Vec::new(), sides: Vec::new(), starts: Vec::with_capacity(rows.len()) };
        for (row, cut) in rows.iter().zip(cuts) {
            found.starts.push(found.lines.len());
            let fits = |cut: &Cut| gutter.zip(cut.column).is_none_or(|(g, c)| c + 2 >= g && c <= g + 6);
            match cut.filter(fits) {
                Some(cut) => {
                    let indent = match (cut.column, gutter) {
                        (Some(column), Some(gutter)) => column.saturating_sub(gutter),
                        _ => cut.indent,
                    };
                    found.push(Line { end: cut.start, ..*row }, Side::Left);
                    found.push(Line { start: cut.end, indent, ..*row }, Side::Right);
                }
                None => {
                    let width: u32 = text.of(*row).iter().map(width_of).sum();
                    let side = match gutter {
                        _ if row.set.is_some() => Side::Across,
                        Some(gutter) if row.indent + 4 >= gutter => Side::Right,
                        Some(gutter) if row.indent + width > gutter => Side::Across,
                        _ => Side::Left,
                    };
                    let indent = if side == Side::Right {
                        row.indent.saturating_sub(gutter.unwrap_or(0))
                    } else {
                        row.indent
                    };
                    found.push(Line { indent, ..*row }, side);
                }
            }
        }
        found
    }

    fn push(&mut self, line: Line, side: Side) {
        self.lines.push(line);
        self.sides.push(side);
    }

    fn side(&self, line: usize) -> Side {
        self.sides.get(line).copied().unwrap_or(Side::Across)
    }

    /// These lines, one column after the other.
    fn read_down(&self, from: usize, to: usize, begins_page: bool) -> Vec<Line> {
        let of = |side| (from..to).filter(move |i| self.side(*i) == side);
        let order = of(Side::Left).chain(of(Side::Right));
        let mut page: Vec<Line> = order.filter_map(|i| self.lines.get(i)).copied().collect();
        for (i, line) in page.iter_mut().enumerate() {
            line.page = i == 0 && begins_page;
        }
        page
    }

    /// The pages that read better down the columns than across.
    fn pages(&self, text: &Lines) -> Vec<(usize, usize)> {
        let count = self.lines.len();
        let links = Links::of(text, &Measures::of(text));
        // For every line, the last one of each side before it, and the first one from it on.
        let mut before = vec![[None; 2]; count + 1];
        let mut from = vec![[None; 2]; count + 1];
        let carry = |table: &mut Vec<[Option<usize>; 2]>, to: usize, of: usize, line: usize| {
            let mut places = table.get(of).copied().unwrap_or_default();
            match self.side(line) {
                Side::Across => places = [None; 2],
                side => {
                    if let Some(place) = places.get_mut(side as usize) {
                        *place = Some(line);
                    }
                }
            }
            if let Some(place) = table.get_mut(to) {
                *place = places;
            }
        };
        (0..count).for_each(|i| carry(&mut before, i + 1, i, i));
        (0..count).rev().for_each(|i| carry(&mut from, i, i + 1, i));
        let places = |table: &[[Option<usize>; 2]], i: usize| table.get(i).copied().unwrap_or_default();
        let down = |i: usize| {
            let side = self.side(i);
            let next = places(&from, i + 1).get(side as usize).copied().flatten();
            next.map_or(0, |next| links.link(i, next))
        };
        let downwards = sums(count, down);
        let across = sums(count, |i| links.link(i, i + 1));
        let stretches: Vec<(usize, usize)> = self
            .stretches()
            .into_iter()
            .filter(|(start, end)| {
                let (down, across) = (between(&downwards, *start, *end), between(&across, *start, *end));
                down - across >= ENOUGH && down >= READS_ON * (end - start) as i32
            })
            .collect();
        let read = |start: usize, end: usize| {
            let ([left, right], [first, beside]) = (places(&before, end), places(&from, start));
            let within = |line: Option<usize>| line.filter(|i| (start..end).contains(i));
            let (left, right) = (within(left)?, within(right)?);
            let (first, beside) = (within(first)?, within(beside)?);
            let whole = (start..end).all(|i| self.side(i) != Side::Across);
            let gain = between(&downwards, start, end) - down(left) - down(right) + links.link(left, beside);
            whole.then_some(Reading { gain, first, last: right })
        };
        let tie = |i: usize| places(&before, i).into_iter().flatten().map(down).sum();
        let mut begins = vec![false; count + 1];
        for start in self.starts.iter().chain([&count]) {
            if let Some(place) = begins.get_mut(*start) {
                *place = true;
            }
        }
        pages::find(&links, &stretches, &pages::OF_COLUMNS, read, tie, |i| begins.get(i) == Some(&true))
    }

    /// Runs of lines of two columns.
    fn stretches(&self) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let mut start = 0;
        for end in 0..=self.sides.len() {
            if self.side(end) != Side::Across {
                continue;
            }
            let run = self.sides.get(start..end).unwrap_or_default();
            if run.iter().filter(|side| **side == Side::Right).count() >= FEWEST {
                found.push((start, end));
            }
            start = end + 1;
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{lines_after, prose};
    use super::*;

    fn repaired(lines: &[String]) -> Vec<String> {
        lines_after(&lines.join("\n"), |text, log| {
            repair(text, log);
        })
    }

    /// Lines of the first half, each with one of the second beside it.
    fn beside(lines: &[String], gutter: &str) -> Vec<String> {
        let (left, right) = lines.split_at(lines.len() / 2);
        left.iter().zip(right).map(|(left, right)| format!("{left}{gutter}{right}")).collect()
    }

    #[test]
    fn columns_are_read_one_after_the_other() {
        let clean = prose(14, 32);
        for gutter in ["    ", "\t", "\u{3000}\u{3000}"] {
            assert_eq!(repaired(&beside(&clean, gutter)), clean, "{gutter:?}");
        }
    }

    #[test]
    fn what_stands_across_both_columns_parts_pages() {
        let clean = prose(14, 40);
        let title = "各位代表、同志们，现在我代表县人民政府向大会报告工作".to_owned();
        let set = [beside(&clean[..20], "    "), vec![title.clone()], beside(&clean[20..], "    ")].concat();
        let wanted = [&clean[..20], &[title], &clean[20..]].concat();
        assert_eq!(repaired(&set), wanted);
    }

    #[test]
    fn tables_and_short_stretches_stay() {
        let names = [
            "生产总值",
            "财政收入",
            "粮食产量",
            "社会零售",
            "进出口额",
            "固定投资",
            "居民收入",
            "用电总量",
            "贷款余额",
            "存款余额",
        ];
        let table: Vec<String> =
            names.iter().zip(10..).map(|(name, n)| format!("{name}    {n}.5亿元")).collect();
        let short = beside(&prose(14, 10), "    ");
        for lines in [table, short] {
            assert_eq!(repaired(&lines), lines);
        }
    }
}
