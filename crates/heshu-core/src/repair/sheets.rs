//! Pages as a file set them: where lines stand tells what the widths of a paste only let guess.

use super::buffer::Glyph;
use super::lines::{Lines, begins_heading, ends_sentence};
use crate::intake::{Place, Role};
use crate::order;
use std::ops::Range;

/// Lines further to the right than this, in ems, are indented.
const INDENT: f32 = 1.3;
/// Fewer lines of a column do not tell its edges.
const FEWEST: usize = 5;

/// The runs of lines that stand, all of them in known places, on one page each.
pub fn sheets(text: &Lines) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open = None;
    for (i, line) in text.lines.iter().enumerate() {
        let page = line.set.filter(|_| line.role == Role::Line).map(|set| set.page);
        match found.last_mut() {
            Some(run) if page.is_some() && page == open => run.end = i + 1,
            _ if page.is_some() => found.push(i..i + 1),
            _ => {}
        }
        open = page;
    }
    found
}

/// The places of these lines.
pub fn places(text: &Lines, lines: Range<usize>) -> Vec<Place> {
    lines.filter_map(|i| text.set_at(i)).map(|set| set.place).collect()
}

/// The sheets with the gutters between their two columns, if they have them.
pub fn columns(text: &Lines) -> Vec<(Range<usize>, Option<f32>)> {
    let mut before: Option<f32> = None;
    sheets(text)
        .into_iter()
        .map(|sheet| {
            let places = places(text, sheet.clone());
            // A page that is not full is set as the page before it.
            let same = |x: &f32| {
                let left = places.iter().any(|p| p.right <= *x);
                left && crossing(&places, *x) * 6 <= places.len()
            };
            before = gutter(&places).or(before.filter(same));
            (sheet, before)
        })
        .collect()
}

/// How many lines stand on both sides of a place.
fn crossing(places: &[Place], x: f32) -> usize {
    places.iter().filter(|p| p.left < x && p.right > x).count()
}

/// Where the gutter between two columns stands, if these lines were set in two.
fn gutter(places: &[Place]) -> Option<f32> {
    let left = places.iter().map(|p| p.left).reduce(f32::min)?;
    let right = places.iter().map(|p| p.right).reduce(f32::max)?;
    let em = median(places.iter().map(|p| p.size))?;
    let step = (right - left) / 64.0;
    if step <= 0.0 {
        return None;
    }
    // The middle of the widest strip about the middle of the page that hardly any line crosses.
    let free = |k: u8| crossing(places, left + step * f32::from(k)) * 6 <= places.len();
    let (mut best, mut run) = (0u8..0, 0u8..0);
    for k in 16..48 {
        run = if free(k) { if run.end == k { run.start..k + 1 } else { k..k + 1 } } else { 0..0 };
        if run.len() > best.len() {
            best = run.clone();
        }
    }
    if f32::from(best.end - best.start) * step < em * 0.8 {
        return None;
    }
    let gutter = left + step * (f32::from(best.start) + f32::from(best.end) - 1.0) / 2.0;
    let wide = |p: &&Place| p.right - p.left > (right - left) * 0.25;
    let on_left = places.iter().filter(wide).filter(|p| p.right <= gutter).count();
    let on_right = places.iter().filter(wide).filter(|p| p.left >= gutter).count();
    (on_left >= 3 && on_right >= 3).then_some(gutter)
}

/// The number in the middle.
pub fn median(numbers: impl Iterator<Item = f32>) -> Option<f32> {
    let mut numbers: Vec<f32> = numbers.collect();
    order::by(&mut numbers, |a, b| a.total_cmp(b).is_le());
    numbers.get(numbers.len() / 2).copied()
}

/// The column that lines were set in.
#[derive(Debug, Clone, Copy)]
struct Frame {
    left: f32,
    right: f32,
    pitch: f32,
}

impl Frame {
    fn of(places: &[Place]) -> Option<Self> {
        let em = median(places.iter().map(|p| p.size))?;
        // Lines of another size are titles and notes.
        let body: Vec<&Place> = places.iter().filter(|p| (p.size - em).abs() < em * 0.08).collect();
        if body.len() < FEWEST {
            return None;
        }
        let least = (body.len() / 8).max(2);
        let mut lefts: Vec<f32> = body.iter().map(|p| p.left).collect();
        order::by(&mut lefts, |a, b| a.total_cmp(b).is_le());
        let mut rights: Vec<f32> = body.iter().map(|p| -p.right).collect();
        order::by(&mut rights, |a, b| a.total_cmp(b).is_le());
        let pitch = median(places.windows(2).filter_map(|w| match w {
            [a, b] if b.baseline > a.baseline => Some(b.baseline - a.baseline),
            _ => None,
        }));
        let left = edge(&lefts, em / 2.0, least)?;
        Some(Self { left, right: -edge(&rights, em, least)?, pitch: pitch.unwrap_or(em * 1.5) })
    }

    /// A page of short lines, or of first lines only, that lies within the edges of a page beside it has these.
    fn widen(&mut self, before: &Self) {
        let close = self.pitch / 4.0;
        if self.left > before.left - close && self.right < before.right + close {
            (self.left, self.right) = (self.left.min(before.left), self.right.max(before.right));
        }
    }

    /// By how much a line stands in, in its own ems.
    fn indent(&self, place: Place) -> f32 {
        (place.left - self.left) / place.size
    }

    /// How much room a line leaves, in its own ems.
    fn room(&self, place: Place) -> f32 {
        (self.right - place.right) / place.size
    }

    fn is_centred(&self, place: Place) -> bool {
        let (indent, room) = (self.indent(place), self.room(place));
        // A short line that stands in by two characters may only seem so.
        indent > 1.0 && (indent - 2.0).abs() > 0.2 && (indent - room).abs() < 0.7
    }
}

/// The first of the numbers, in order, by which others stand: as many as `least` within `reach`.
fn edge(sorted: &[f32], reach: f32, least: usize) -> Option<f32> {
    let mut windows = sorted.windows(least.max(1));
    windows.find_map(|w| w.first().zip(w.last()).filter(|(a, b)| **b - **a <= reach).map(|(a, _)| *a))
}

/// The frames of all lines.
#[derive(Debug, Default)]
pub struct Frames {
    frames: Vec<Frame>,
    /// For every line, which frame it stands in; none where no place is known.
    of: Vec<Option<u32>>,
    /// Whether paragraphs begin with an indent.
    indents: bool,
}

impl Frames {
    /// Looks at all lines.
    pub fn of(text: &Lines) -> Self {
        let mut frames = Self { of: vec![None; text.lines.len()], ..Self::default() };
        // What the last page of a report does not tell, the pages before it do: left, right and only column.
        let mut last: [Option<u32>; 3] = [None; 3];
        let mut numbers = Vec::new();
        let mut waiting: Vec<(usize, usize)> = Vec::new();
        for (sheet, gutter) in columns(text) {
            let column = |place: Place| match gutter {
                Some(x) if place.right <= x => 0,
                Some(x) if place.left >= x => 1,
                _ => 2,
            };
            for (number, kept) in last.iter_mut().enumerate() {
                let lines: Vec<usize> = sheet
                    .clone()
                    .filter(|i| text.set_at(*i).is_some_and(|s| column(s.place) == number))
                    .collect();
                let places: Vec<Place> =
                    lines.iter().filter_map(|i| text.set_at(*i)).map(|s| s.place).collect();
                if let Some(frame) = Frame::of(&places) {
                    *kept = u32::try_from(frames.frames.len()).ok();
                    frames.frames.push(frame);
                    numbers.push(number);
                }
                for i in lines {
                    if let Some(of) = frames.of.get_mut(i) {
                        *of = *kept;
                    }
                    if kept.is_none() {
                        waiting.push((i, number));
                    }
                }
            }
        }
        frames.widen(&numbers);
        for (i, number) in waiting {
            if let Some(of) = frames.of.get_mut(i) {
                *of = last.get(number).copied().flatten();
            }
        }
        frames.indents = frames.indent(text);
        frames
    }

    /// Pages have the edges of their neighbours; `numbers` tells which column each frame is.
    fn widen(&mut self, numbers: &[usize]) {
        let mut go = |order: &mut dyn Iterator<Item = usize>| {
            let mut before: [Option<Frame>; 3] = [None; 3];
            for i in order {
                let number = numbers.get(i).copied().unwrap_or(0);
                if let (Some(frame), Some(before)) = (self.frames.get_mut(i), before.get_mut(number)) {
                    if let Some(before) = before {
                        frame.widen(before);
                    }
                    *before = Some(*frame);
                }
            }
        };
        go(&mut (0..numbers.len()));
        go(&mut (0..numbers.len()).rev());
    }

    /// Whether after lines that surely end a paragraph the next one stands in.
    fn indent(&self, text: &Lines) -> bool {
        let (mut ends, mut indented) = (0, 0);
        for i in 0..text.lines.len().saturating_sub(1) {
            let (Some((a, frame)), Some((b, next))) = (self.at(text, i), self.at(text, i + 1)) else {
                continue;
            };
            let ends_sentence = text.at(i).last().is_some_and(|g| ends_sentence(g.ch));
            if frame.room(a) > 3.0 && ends_sentence && next.room(b) < 2.0 {
                ends += 1;
                indented += usize::from(next.indent(b) > INDENT);
            }
        }
        ends >= 2 && indented * 3 >= ends * 2
    }

    fn at(&self, text: &Lines, i: usize) -> Option<(Place, Frame)> {
        let frame = self.of.get(i).copied().flatten()?;
        Some((text.set_at(i)?.place, *self.frames.get(frame as usize)?))
    }

    /// Whether the file broke the line at `i` because it was full: the next one does not stand in.
    pub fn is_wrapped(&self, text: &Lines, i: usize) -> bool {
        let (Some((a, frame)), Some((b, next))) = (self.at(text, i), self.at(text, i + 1)) else {
            return false;
        };
        let same = (a.size - b.size).abs() <= a.size * 0.08;
        let word = ems(super::wrapped_lines::first_word(text.at(i + 1)));
        same && next.indent(b) <= INDENT && frame.room(a) <= word + 0.6
    }

    /// Whether the line after this one reads on from it, as far as their places tell.
    pub fn joins(&self, text: &Lines, i: usize) -> Option<bool> {
        let ((a, frame), (b, next)) = (self.at(text, i)?, self.at(text, i + 1)?);
        let after = text.at(i + 1);
        // A quotation that ends need not end the sentence.
        let mut marks = text.at(i).iter().rev().map(|g| g.ch).skip_while(|c| matches!(c, '”' | '）' | '》'));
        let ends = marks.next().is_some_and(ends_sentence);
        if (a.size - b.size).abs() > a.size * 0.08 {
            return Some(false);
        }
        if frame.is_centred(a) && next.is_centred(b) {
            // Two titles, or the halves of one.
            return None;
        }
        if next.indent(b) > INDENT {
            let alike = (frame.indent(a) - next.indent(b)).abs() < 0.4;
            return if alike && !self.indents { None } else { Some(false) };
        }
        let spare = frame.room(a) - ems(super::wrapped_lines::first_word(after));
        if spare > 0.6 {
            // Where widths are a little wrong, a line that ends no sentence may have been full.
            return if spare < 2.5 && !ends { None } else { Some(false) };
        }
        let parted = b.baseline - a.baseline > frame.pitch * 1.7;
        // 各位代表： is often set without an indent.
        let salutes = ends
            && after.len() < 16
            && after.last().is_some_and(|g| matches!(g.ch, '：' | ':'))
            && !after.iter().any(|g| g.ch == '，');
        if !self.indents || parted || salutes || (ends && begins_heading(after)) {
            return None;
        }
        Some(true)
    }
}

/// How wide these characters are set, in ems.
fn ems(glyphs: &[Glyph]) -> f32 {
    glyphs.iter().map(|g| if u32::from(g.ch) >= 0x2000 { 1.0 } else { 0.5 }).sum()
}
