//! Pictures of an analysis as plain shapes: the page draws them in its own colours, [`svg`] writes them as a file.
//!
//! Every picture carries its numbers as a table. A goal is drawn as what it is: a range as a bar, 以上 and 以内 open to one
//! side, 左右 with soft edges. Geometry is in CSS pixels; a picture is laid out for the width that it is given.

mod density;
mod growth;
mod lines;
mod mark;
mod ranking;
mod scale;
mod structure;
mod svg;
mod targets;

pub use density::density;
pub use growth::growth;
pub use lines::{Line, lines};
pub use mark::Value;
pub use ranking::{Ranked, dumbbell, ranking};
pub use scale::Scale;
pub use structure::structure;
pub use svg::svg;
pub use targets::targets;

use crate::catalogue;
use crate::model::{Bound, Change, LevelValue, Number, Observation};
use serde::{Deserialize, Serialize};

/// A colour by its role; what it looks like depends on the theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each role says what it is")]
pub enum Paint {
    Ink,
    Faint,
    Line,
    Strong,
    Surface,
    Accent,
    Conflict,
    Caution,
    Share0,
    Share1,
    Share2,
}

impl Paint {
    /// Its name in class attributes.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Ink => "ink",
            Self::Faint => "faint",
            Self::Line => "line",
            Self::Strong => "strong",
            Self::Surface => "surface",
            Self::Accent => "accent",
            Self::Conflict => "conflict",
            Self::Caution => "caution",
            Self::Share0 => "share-0",
            Self::Share1 => "share-1",
            Self::Share2 => "share-2",
        }
    }
}

/// Which point of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each says what it is")]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// One shape of a picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Shape {
    /// A rectangle: left, top, width, height, opacity.
    Rect(f64, f64, f64, f64, Paint, f64),
    /// A line: from, to, width, whether dashed.
    Line((f64, f64), (f64, f64), Paint, f64, bool),
    /// A dot: middle, radius.
    Dot(f64, f64, f64, Paint),
    /// A ring: middle, radius.
    Ring(f64, f64, f64, Paint),
    /// Words: place of the base line, size, whether bold.
    Text(f64, f64, f64, Anchor, Paint, bool, String),
}

/// A picture with its table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Chart {
    /// Its heading.
    pub title: String,
    /// Width of the drawing.
    pub width: f64,
    /// Height of the drawing.
    pub height: f64,
    /// What is drawn, the lowest first.
    pub shapes: Vec<Shape>,
    /// Heads of the table's columns.
    pub head: Vec<String>,
    /// Rows of the table.
    pub rows: Vec<Vec<String>>,
}

impl Chart {
    /// An empty picture under its heading.
    fn new(title: String, width: f64, head: &[&str]) -> Self {
        let head = head.iter().map(|label| (*label).to_owned()).collect();
        let mut chart = Self { title, width, height: 0.0, shapes: Vec::new(), head, rows: Vec::new() };
        let title = fitting(&chart.title, 14.0, width);
        chart.text(0.0, 16.0, 14.0, Anchor::Start, Paint::Ink, true, title);
        chart
    }

    fn line(&mut self, from: (f64, f64), to: (f64, f64), paint: Paint, width: f64) {
        self.shapes.push(Shape::Line(from, to, paint, width, false));
    }

    #[allow(clippy::too_many_arguments, reason = "as many as a text has attributes")]
    fn text(&mut self, x: f64, y: f64, size: f64, anchor: Anchor, paint: Paint, bold: bool, words: String) {
        self.shapes.push(Shape::Text(x, y, size, anchor, paint, bold, words));
    }
}

/// Whether a picture of this width stands on a narrow screen: names then go above what they name.
fn is_narrow(width: f64) -> bool {
    width < 480.0
}

/// The name of an observation for readers of this language, without what explains it: short enough for a row.
fn name(o: &Observation, zh: bool) -> String {
    let known = o.indicator.as_deref().and_then(catalogue::get).filter(|_| !zh);
    let english = known.map(|indicator| indicator.en.split(" (").next().unwrap_or(indicator.en));
    english.unwrap_or(&o.name).to_owned()
}

/// Words cut to a width in pixels. What an English name says after its comma tells it from others and stays.
fn fitting(words: &str, size: f64, width: f64) -> String {
    if length(words, size) <= width {
        return words.to_owned();
    }
    let comma = words.rfind(", ").and_then(|at| words.split_at_checked(at));
    let (head, tail) = comma.filter(|(_, tail)| length(tail, size) < width / 2.0).unwrap_or((words, ""));
    let room = width - length("…", size) - length(tail, size);
    let mut used = 0.0;
    let fits = |c: &char| {
        used += advance(*c) * size;
        used <= room
    };
    let head: String = head.chars().take_while(fits).collect();
    format!("{}…{tail}", head.trim_end())
}

/// Width of a character in ems: as good as one can tell without the font.
fn advance(c: char) -> f64 {
    if c.is_ascii() { 0.58 } else { 1.0 }
}

fn length(words: &str, size: f64) -> f64 {
    words.chars().map(advance).sum::<f64>() * size
}

/// A number as one that can be drawn.
pub fn float(n: Number) -> Option<f64> {
    let n = n.get();
    // The nearest one, as if its digits were read: as long as they are few, both of these are exact.
    Some(n.mantissa() as f64 / 10_f64.powi(n.scale().try_into().ok()?))
}

const fn symbol(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact | Bound::Range => "",
        Bound::Approx => "≈",
        Bound::AtLeast => "≥",
        Bound::Over => ">",
        Bound::Under => "<",
        Bound::AtMost => "≤",
    }
}

/// A level in one line: `≥265亿元`.
pub fn level_words(level: &LevelValue) -> String {
    let words = || level.written.replace(['—', '－', '~', '～'], "–");
    level.place().unwrap_or_else(|| format!("{}{}{}", symbol(level.bound), words(), level.unit))
}

/// A change in one line: `−0.3个百分点`.
pub fn change_words(change: &Change) -> String {
    let sign = if change.value.get().is_sign_negative() { "−" } else { "" };
    let written = change.written.trim_start_matches(['-', '−', '－']).replace(['—', '~', '～'], "–");
    format!("{}{sign}{written}{}", symbol(change.signed_bound()), change.unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_are_cut_to_their_width() {
        assert_eq!(fitting("地区生产总值", 10.0, 60.0), "地区生产总值");
        assert_eq!(fitting("规模以上工业增加值", 10.0, 60.0), "规模以上工…");
        assert_eq!(fitting("Income per head, rural", 10.0, 100.0), "Income p…, rural");
        assert_eq!(fitting("Income per head, of all that live there", 10.0, 100.0), "Income per head…");
        assert!(length("GDP", 10.0) < length("总产值", 10.0));
    }
}
