//! A page as it is read: turned so that its text runs from left to right, measured from the left and the top.

use crate::lines::{Part, Run};
use crate::paths::Rule;
use crate::{grid, table};
use hayro_syntax::page::{Page, Rotation};
use heshu_core::intake;

/// How a page is turned and where its corner is.
pub(crate) struct View {
    /// The direction that most of the text runs along: one of the four axes.
    direction: (f64, f64),
    /// Whether most of the text slants, so that slanting says nothing.
    slanted: bool,
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

/// Text within this sine of an axis (6°) is straight; scans are often a little turned.
const STRAIGHT: f64 = 0.105;

const AXES: [(f64, f64); 4] = [(1.0, 0.0), (0.0, -1.0), (-1.0, 0.0), (0.0, 1.0)];

impl View {
    pub(crate) fn of(runs: &[Run], page: &Page<'_>) -> Self {
        let mut weights = [0usize; 4];
        let mut slanting = 0;
        for run in runs {
            let weight = run.parts.iter().map(|part| part.text.len()).sum::<usize>();
            match axis(run.direction).and_then(|at| weights.get_mut(at)) {
                Some(slot) => *slot += weight,
                None => slanting += weight,
            }
        }
        let most = weights.iter().copied().max().unwrap_or(0);
        let turned = match page.rotation() {
            Rotation::None => 0,
            Rotation::Horizontal => 3,
            Rotation::Flipped => 2,
            Rotation::FlippedHorizontal => 1,
        };
        // The way in which the text runs is the way in which it is read; /Rotate decides only where there is none.
        let axis = if most == 0 { turned } else { weights.iter().position(|w| *w == most).unwrap_or(0) };
        let direction = AXES.get(axis).copied().unwrap_or((1.0, 0.0));
        let slanted = slanting > weights.iter().sum();
        let crop = page.intersected_crop_box();
        let corners = [(crop.x0, crop.y0), (crop.x1, crop.y0), (crop.x0, crop.y1), (crop.x1, crop.y1)];
        let along = corners.map(|(x, y)| x * direction.0 + y * direction.1);
        let across = corners.map(|(x, y)| y * direction.0 - x * direction.1);
        let least = |values: [f64; 4]| values.into_iter().fold(f64::INFINITY, f64::min);
        let greatest = |values: [f64; 4]| values.into_iter().fold(f64::NEG_INFINITY, f64::max);
        Self {
            direction,
            slanted,
            left: least(along),
            top: greatest(across),
            width: greatest(along) - least(along),
            height: greatest(across) - least(across),
        }
    }

    /// Whether a line slants where others do not: a watermark.
    pub(crate) fn slants(&self, run: &Run) -> bool {
        !self.slanted && axis(run.direction).is_none()
    }

    /// The page with its lines.
    pub(crate) fn page(&self, runs: Vec<Run>, rules: &[Rule]) -> intake::Page {
        let (runs, ruled) = grid::apply(runs, rules, self.direction);
        let spaced = table::rows(&runs);
        let lines = runs
            .iter()
            .zip(ruled.into_iter().zip(spaced).map(|(ruled, spaced)| ruled || spaced))
            .map(|(run, row)| intake::Line {
                text: text(&run.parts, if row { "\t" } else { " " }),
                role: if row { intake::Role::Row } else { intake::Role::Line },
                place: self.place(run),
            })
            .collect();
        intake::Page { width: narrow(self.width), height: narrow(self.height), lines }
    }

    /// Where a line stands; nowhere that could be said if it runs in another direction than the page.
    fn place(&self, run: &Run) -> Option<intake::Place> {
        let (ax, ay) = self.direction;
        let (bx, by) = run.direction;
        if !self.slanted && ax * bx + ay * by < 0.99 {
            return None;
        }
        let mut filled = run.parts.iter().filter(|part| !part.text.is_empty());
        let first = filled.next()?;
        let (from, to) = (first.from, filled.next_back().unwrap_or(first).to);
        Some(intake::Place {
            left: narrow(from - self.left),
            right: narrow(to - self.left),
            baseline: narrow(self.top - run.across),
            size: narrow(run.size),
        })
    }
}

fn axis(direction: (f64, f64)) -> Option<usize> {
    let cosine = (1.0 - STRAIGHT * STRAIGHT).sqrt();
    AXES.iter().position(|(x, y)| x * direction.0 + y * direction.1 >= cosine)
}

fn text(parts: &[Part], between: &str) -> String {
    let texts: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
    texts.join(between).trim_end().to_owned()
}

#[allow(clippy::cast_possible_truncation)] // Points: a hundredth is more than enough.
fn narrow(value: f64) -> f32 {
    value as f32
}
