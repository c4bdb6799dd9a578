//! Tables with ruled lines: the text of each cell is put together, however many lines it has, and each row is a line.
//!
//! Cells are what the lines leave between them. Where a line is missing between two of them, they are one cell, and its
//! text stands in the first; so a cell that spans rows is said once.

use crate::lines::{Part, Run};
use crate::paths::Rule;

/// Lines nearer than this many points are one, and touch one another.
const NEAR: f64 = 3.0;
/// A table has at most so many lines in one direction.
const MOST: usize = 200;
/// One row whose cells have more lines than this is text in columns, with a line between them.
const LINES: usize = 6;

/// A ruled line: where it is, and from where to where it goes.
#[derive(Debug, Clone, Copy)]
struct Line {
    at: f64,
    from: f64,
    to: f64,
}

/// The ruled lines of one table, along the direction of its text and across it.
#[derive(Debug, Default)]
struct Grid {
    /// Upright lines, from left to right, by where they stand.
    columns: Vec<(f64, Vec<Line>)>,
    /// Level lines, from top to bottom.
    rows: Vec<(f64, Vec<Line>)>,
}

/// A piece of a line of text in a cell.
struct Piece {
    row: usize,
    column: usize,
    text: String,
    part: Part,
    across: f64,
    size: f64,
}

/// Replaces the lines of each ruled table by its rows. The second value says which lines are such rows.
pub(crate) fn apply(runs: Vec<Run>, rules: &[Rule], direction: (f64, f64)) -> (Vec<Run>, Vec<bool>) {
    let mut runs: Vec<(Run, bool)> = runs.into_iter().map(|run| (run, false)).collect();
    for grid in grids(rules, direction) {
        runs = grid.replace(runs, direction);
    }
    runs.into_iter().unzip()
}

fn grids(rules: &[Rule], (dx, dy): (f64, f64)) -> Vec<Grid> {
    let (mut upright, mut level) = (Vec::new(), Vec::new());
    for Rule { from, to } in rules {
        let along = |(x, y): (f64, f64)| x * dx + y * dy;
        let across = |(x, y): (f64, f64)| y * dx - x * dy;
        let (left, right) = (along(*from).min(along(*to)), along(*from).max(along(*to)));
        let (low, high) = (across(*from).min(across(*to)), across(*from).max(across(*to)));
        if right - left < high - low {
            upright.push(Line { at: f64::midpoint(left, right), from: low, to: high });
        } else {
            level.push(Line { at: f64::midpoint(low, high), from: left, to: right });
        }
    }
    let (upright, level) = (joined(upright), joined(level));
    if upright.len().saturating_mul(level.len()) > 1_000_000 {
        return Vec::new(); // A drawing.
    }
    // Lines that touch, directly or by others, are of one table.
    let mut table: Vec<usize> = (0..upright.len() + level.len()).collect();
    for (v, a) in upright.iter().enumerate() {
        for (h, b) in level.iter().enumerate() {
            let touch =
                b.at > a.from - NEAR && b.at < a.to + NEAR && a.at > b.from - NEAR && a.at < b.to + NEAR;
            if touch {
                unite(&mut table, v, upright.len() + h);
            }
        }
    }
    let mut grids: Vec<(usize, Grid)> = Vec::new();
    for (number, line) in upright.iter().chain(&level).enumerate() {
        let root = root(&table, number);
        let at = grids.iter().position(|(of, _)| *of == root).unwrap_or_else(|| {
            grids.push((root, Grid::default()));
            grids.len() - 1
        });
        if let Some((_, grid)) = grids.get_mut(at) {
            add(if number < upright.len() { &mut grid.columns } else { &mut grid.rows }, *line);
        }
    }
    let mut grids: Vec<Grid> = grids.into_iter().map(|(_, grid)| grid).filter(Grid::is_table).collect();
    for grid in &mut grids {
        grid.columns.sort_by(|a, b| a.0.total_cmp(&b.0));
        grid.rows.sort_by(|a, b| b.0.total_cmp(&a.0));
    }
    grids
}

/// Joins the pieces of lines: borders are often drawn cell by cell, and twice.
fn joined(mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort_by(|a, b| a.at.total_cmp(&b.at).then(a.from.total_cmp(&b.from)));
    // The same line may be drawn a little off; what stands near is brought to one place first.
    let mut last = f64::NEG_INFINITY;
    for line in &mut lines {
        if line.at - last < NEAR / 2.0 {
            line.at = last;
        }
        last = line.at;
    }
    lines.sort_by(|a, b| a.at.total_cmp(&b.at).then(a.from.total_cmp(&b.from)));
    let mut joined: Vec<Line> = Vec::new();
    for line in lines {
        match joined.last_mut() {
            Some(before) if before.at == line.at && line.from <= before.to + NEAR => {
                before.to = before.to.max(line.to)
            }
            _ => joined.push(line),
        }
    }
    joined
}

fn add(places: &mut Vec<(f64, Vec<Line>)>, line: Line) {
    match places.iter_mut().find(|(at, _)| (*at - line.at).abs() < NEAR) {
        Some((_, lines)) => lines.push(line),
        None => places.push((line.at, vec![line])),
    }
}

fn root(of: &[usize], mut at: usize) -> usize {
    while let Some(&up) = of.get(at).filter(|up| **up != at) {
        at = up;
    }
    at
}

fn unite(of: &mut [usize], a: usize, b: usize) {
    let (a, b) = (root(of, a), root(of, b));
    if let Some(slot) = of.get_mut(a.max(b)) {
        *slot = a.min(b);
    }
}

impl Grid {
    /// Two columns and a row at least.
    fn is_table(&self) -> bool {
        (3..MOST).contains(&self.columns.len()) && (2..MOST).contains(&self.rows.len())
    }

    fn width(&self) -> usize {
        self.columns.len().saturating_sub(1)
    }

    fn height(&self) -> usize {
        self.rows.len().saturating_sub(1)
    }

    fn column(&self, along: f64) -> Option<usize> {
        let after = self.columns.iter().position(|(at, _)| along < *at)?;
        after.checked_sub(1)
    }

    fn row(&self, across: f64) -> Option<usize> {
        let after = self.rows.iter().position(|(at, _)| across > *at)?;
        after.checked_sub(1)
    }

    fn replace(&self, runs: Vec<(Run, bool)>, direction: (f64, f64)) -> Vec<(Run, bool)> {
        let mut pieces = Vec::new();
        let mut kept = Vec::new();
        let mut at = None;
        for (run, row) in runs {
            let parallel = run.direction.0 * direction.0 + run.direction.1 * direction.1 > 0.99;
            let within = if parallel && !row { self.pieces(&run) } else { None };
            match within {
                Some(of) => {
                    at.get_or_insert(kept.len());
                    pieces.extend(of);
                }
                None => kept.push((run, row)),
            }
        }
        let Some(at) = at else { return kept };
        let cells = self.cells();
        let tallest = |piece: &Piece| {
            let cell = |p: &Piece| cells.get(p.row * self.width() + p.column);
            pieces.iter().filter(|other| cell(other) == cell(piece)).count()
        };
        if self.height() == 1 && pieces.iter().any(|piece| tallest(piece) > LINES) {
            let lines = pieces.into_iter().map(|piece| (piece.into_run(direction), false));
            kept.splice(at..at, lines);
            return kept;
        }
        let rows = self.said(pieces, &cells, direction);
        kept.splice(at..at, rows.into_iter().map(|run| (run, true)));
        kept
    }

    /// The pieces of a line of text by cells, if all of it stands in the table.
    fn pieces(&self, run: &Run) -> Option<Vec<Piece>> {
        let row = self.row(run.across + 0.35 * run.size)?;
        let mut pieces: Vec<Piece> = Vec::new();
        for part in &run.parts {
            // Where each of the part's characters stands decides; one part may reach over several columns.
            for (column, part) in part.split(|along| self.column(along)) {
                let text = part.text.trim().to_owned();
                pieces.push(Piece { row, column: column?, text, part, across: run.across, size: run.size });
            }
        }
        Some(pieces)
    }

    /// For each cell, row by row, the number of the first one that it is one with.
    fn cells(&self) -> Vec<usize> {
        let (width, height) = (self.width(), self.height());
        let mut first: Vec<usize> = (0..width * height).collect();
        let middle = |places: &[(f64, Vec<Line>)], n: usize| {
            Some(f64::midpoint(places.get(n)?.0, places.get(n + 1)?.0))
        };
        let drawn = |place: Option<&(f64, Vec<Line>)>, at: Option<f64>| {
            let (Some((_, lines)), Some(at)) = (place, at) else { return true };
            lines.iter().any(|line| line.from <= at && at <= line.to)
        };
        for row in 0..height {
            for column in 0..width {
                let cell = row * width + column;
                if column + 1 < width && !drawn(self.columns.get(column + 1), middle(&self.rows, row)) {
                    unite(&mut first, cell, cell + 1);
                }
                if row + 1 < height && !drawn(self.rows.get(row + 1), middle(&self.columns, column)) {
                    unite(&mut first, cell, cell + width);
                }
            }
        }
        (0..first.len()).map(|cell| root(&first, cell)).collect()
    }

    /// The rows, each as a line whose parts are its cells.
    fn said(&self, pieces: Vec<Piece>, cells: &[usize], direction: (f64, f64)) -> Vec<Run> {
        let width = self.width();
        let mut rows: Vec<Option<Run>> = (0..self.height()).map(|_| None).collect();
        for piece in pieces {
            let Some(cell) = cells.get(piece.row * width + piece.column) else { continue };
            let Some(row) = rows.get_mut(cell / width) else { continue };
            let run = row.get_or_insert_with(|| Run {
                parts: (0..width).map(|_| Part::default()).collect(),
                direction,
                across: piece.across,
                size: piece.size,
            });
            if let Some(part) = run.parts.get_mut(cell % width) {
                part.append(&piece.text, &piece.part);
            }
        }
        rows.into_iter().flatten().collect()
    }
}

impl Piece {
    fn into_run(self, direction: (f64, f64)) -> Run {
        Run { parts: vec![self.part], direction, across: self.across, size: self.size }
    }
}
