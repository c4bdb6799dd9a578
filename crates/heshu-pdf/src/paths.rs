//! Ruled lines: what the paths of a page say of its tables. All else that is drawn is passed over.

use crate::geometry::{Matrix, numbers};
use hayro_syntax::content::Instruction;

/// A ruled line in the page's own space, along one of its axes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rule {
    pub(crate) from: (f64, f64),
    pub(crate) to: (f64, f64),
}

/// The path that is being built, and the lines that were painted.
#[derive(Debug, Default)]
pub(crate) struct Paths {
    pub(crate) rules: Vec<Rule>,
    /// The points of each piece of the path.
    pieces: Vec<Vec<(f64, f64)>>,
    /// How many paths were painted.
    pub(crate) painted: usize,
}

/// A filled shape thinner than this many points is a line.
const THIN: f64 = 3.0;
/// Lines shorter than this are parts of letters or dots.
const SHORT: f64 = 3.0;
/// More lines than this are a drawing.
const MOST: usize = 20_000;
/// A path with more points than this is no table.
const POINTS: usize = 4_000;

impl Paths {
    /// Carries out an operator of paths; others do nothing.
    pub(crate) fn operator(&mut self, operator: &[u8], instruction: &Instruction<'_, '_>, ctm: Matrix) {
        let point = || numbers(instruction).map(|[x, y]| ctm.point(x, y));
        match operator {
            b"m" => point().into_iter().for_each(|p| self.move_to(p)),
            b"l" => point().into_iter().for_each(|p| self.line_to(p)),
            b"c" | b"v" | b"y" => point().into_iter().for_each(|p| self.curve_to(p)),
            b"h" => self.close(),
            b"re" => numbers(instruction).into_iter().for_each(|r| self.rectangle(r, ctm)),
            b"S" => self.paint(true, false),
            b"s" => {
                self.close();
                self.paint(true, false);
            }
            b"f" | b"F" | b"f*" => self.paint(false, true),
            b"B" | b"B*" => self.paint(true, true),
            b"b" | b"b*" => {
                self.close();
                self.paint(true, true);
            }
            b"n" => self.paint(false, false),
            _ => {}
        }
    }

    fn move_to(&mut self, point: (f64, f64)) {
        if self.pieces.len() < POINTS {
            self.pieces.push(vec![point]);
        }
    }

    fn line_to(&mut self, point: (f64, f64)) {
        if let Some(piece) = self.pieces.last_mut().filter(|piece| piece.len() < POINTS) {
            piece.push(point);
        }
    }

    /// A curve is no ruled line: its piece is forgotten.
    fn curve_to(&mut self, end: (f64, f64)) {
        if let Some(piece) = self.pieces.last_mut() {
            piece.clear();
            piece.push(end);
        }
    }

    fn close(&mut self) {
        if let Some(first) = self.pieces.last().and_then(|piece| piece.first()).copied() {
            self.line_to(first);
        }
    }

    fn rectangle(&mut self, [x, y, w, h]: [f64; 4], ctm: Matrix) {
        self.move_to(ctm.point(x, y));
        for (x, y) in [(x + w, y), (x + w, y + h), (x, y + h), (x, y)] {
            self.line_to(ctm.point(x, y));
        }
    }

    /// Ends the path; what was stroked or filled may be lines.
    fn paint(&mut self, stroke: bool, fill: bool) {
        if stroke || fill {
            self.painted += 1;
        }
        for piece in std::mem::take(&mut self.pieces) {
            if fill && piece.len() > 2 {
                self.filled(&piece);
            }
            if stroke {
                for (from, to) in piece.iter().zip(piece.iter().skip(1)) {
                    self.push(*from, *to);
                }
            }
        }
    }

    /// A thin shape is the line along its middle.
    fn filled(&mut self, piece: &[(f64, f64)]) {
        let (mut least, mut most) = ((f64::INFINITY, f64::INFINITY), (f64::NEG_INFINITY, f64::NEG_INFINITY));
        for (x, y) in piece {
            least = (least.0.min(*x), least.1.min(*y));
            most = (most.0.max(*x), most.1.max(*y));
        }
        let (width, height) = (most.0 - least.0, most.1 - least.1);
        if height <= THIN && width > height {
            let y = (least.1 + most.1) / 2.0;
            self.push((least.0, y), (most.0, y));
        } else if width <= THIN && height > width {
            let x = (least.0 + most.0) / 2.0;
            self.push((x, least.1), (x, most.1));
        }
    }

    fn push(&mut self, from: (f64, f64), to: (f64, f64)) {
        let (width, height) = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
        let straight = width < 0.5 || height < 0.5;
        if straight && width.max(height) >= SHORT && (width + height).is_finite() && self.rules.len() < MOST {
            self.rules.push(Rule { from, to });
        }
    }
}
