//! The operators of a page: those that show text, and what they need to know where. All others are passed over.

use crate::error::Limit;
use crate::font::{Characters, Font, Shown};
use crate::geometry::{Matrix, number, numbers};
use crate::limits::Budget;
use crate::paths::Paths;
use crate::{marked, streams};
use hayro_syntax::content::{Instruction, UntypedIter};
use hayro_syntax::object::{Array, Dict, Name, ObjRef, Object, Stream};
use hayro_syntax::page::Resources;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

/// What a page's operators gave.
#[derive(Debug, Default)]
pub(crate) struct Content {
    /// In content order.
    pub(crate) glyphs: Vec<Glyph>,
    /// The characters of all glyphs, one after the other.
    pub(crate) text: String,
    /// Codes that nothing says the character of; each stands in the text as U+FFFD.
    pub(crate) unknown: usize,
    /// The area of the largest image, in square points.
    pub(crate) image: f64,
    /// What else is drawn: ruled lines, and letters as outlines.
    pub(crate) paths: Paths,
}

/// One glyph, or several that one `/ActualText` stands for, in the page's own space.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Glyph {
    /// Its characters, in [`Content::text`].
    pub(crate) text: Range<usize>,
    /// Its origin.
    pub(crate) x: f64,
    pub(crate) y: f64,
    /// From its origin to where the next one would stand.
    pub(crate) advance: (f64, f64),
    /// The direction of its line: a unit vector.
    pub(crate) direction: (f64, f64),
    /// The height of an em.
    pub(crate) size: f64,
    /// Which showing operator it comes from.
    pub(crate) run: u32,
}

/// Fonts that were read, for all pages of a file.
#[derive(Default)]
pub(crate) struct Fonts {
    by_reference: HashMap<ObjRef, Rc<Font>>,
}

#[derive(Clone)]
struct State {
    ctm: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    character_spacing: f64,
    word_spacing: f64,
    /// Horizontal scaling as a factor.
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// A span that is open and has an `/ActualText`.
struct Replaced {
    /// How many spans were open when it began.
    depth: usize,
    text: String,
    /// The first of its glyphs, drawn out to the last.
    glyph: Option<Glyph>,
}

pub(crate) struct Interpreter<'f, 'w> {
    fonts: &'f mut Fonts,
    budget: &'f mut Budget<'w>,
    content: Content,
    state: State,
    stack: Vec<State>,
    matrix: Matrix,
    line_matrix: Matrix,
    run: u32,
    /// Open spans of marked content.
    spans: usize,
    replaced: Option<Replaced>,
}

/// Saved states; what is deeper is not restored.
const DEEPEST: usize = 1_000;

/// Carries out a page's operators.
pub(crate) fn page(
    operators: &[u8],
    resources: &Resources<'_>,
    fonts: &mut Fonts,
    budget: &mut Budget<'_>,
) -> Content {
    let state = State {
        ctm: Matrix::IDENTITY,
        font: None,
        size: 0.0,
        character_spacing: 0.0,
        word_spacing: 0.0,
        stretch: 1.0,
        leading: 0.0,
        rise: 0.0,
    };
    let mut interpreter = Interpreter {
        fonts,
        budget,
        content: Content::default(),
        state,
        stack: Vec::new(),
        matrix: Matrix::IDENTITY,
        line_matrix: Matrix::IDENTITY,
        run: 0,
        spans: 0,
        replaced: None,
    };
    interpreter.operators(operators, resources, 0);
    interpreter.end_replaced();
    interpreter.content
}

impl Interpreter<'_, '_> {
    /// `false` when a limit ended the page.
    fn operators(&mut self, data: &[u8], resources: &Resources<'_>, depth: usize) -> bool {
        let floor = self.stack.len();
        let mut operators = UntypedIter::new(data);
        while let Some(instruction) = operators.next() {
            if !self.budget.operator() || self.operator(&instruction, resources, depth, floor).is_none() {
                return false;
            }
        }
        true
    }

    /// `None` when a limit ended the page. Operators with wrong operands do nothing.
    fn operator(
        &mut self,
        instruction: &Instruction<'_, '_>,
        resources: &Resources<'_>,
        depth: usize,
        floor: usize,
    ) -> Option<()> {
        let one = || numbers::<1>(instruction).map(|[n]| n);
        match &**instruction.operator {
            b"q" if self.stack.len() < DEEPEST => self.stack.push(self.state.clone()),
            b"Q" if self.stack.len() > floor => {
                if let Some(state) = self.stack.pop() {
                    self.state = state;
                }
            }
            b"cm" => {
                if let Some(m) = numbers(instruction) {
                    self.state.ctm = Matrix::new(m).then(self.state.ctm);
                }
            }
            b"BT" => self.set_matrix(Matrix::IDENTITY),
            b"Tf" => self.font(instruction, resources),
            b"Tc" => self.state.character_spacing = one().unwrap_or(self.state.character_spacing),
            b"Tw" => self.state.word_spacing = one().unwrap_or(self.state.word_spacing),
            b"Tz" => self.state.stretch = one().map_or(self.state.stretch, |n| n / 100.0),
            b"TL" => self.state.leading = one().unwrap_or(self.state.leading),
            b"Ts" => self.state.rise = one().unwrap_or(self.state.rise),
            b"Td" => {
                if let Some([x, y]) = numbers(instruction) {
                    self.next_line(x, y);
                }
            }
            b"TD" => {
                if let Some([x, y]) = numbers(instruction) {
                    self.state.leading = -y;
                    self.next_line(x, y);
                }
            }
            b"Tm" => {
                if let Some(m) = numbers(instruction) {
                    self.set_matrix(Matrix::new(m));
                }
            }
            b"T*" => self.next_line(0.0, -self.state.leading),
            b"Tj" => return self.show_last(instruction),
            b"'" => {
                self.next_line(0.0, -self.state.leading);
                return self.show_last(instruction);
            }
            b"\"" => {
                let mut spacing = instruction.operands().filter_map(number);
                if let (Some(word), Some(character)) = (spacing.next(), spacing.next()) {
                    (self.state.word_spacing, self.state.character_spacing) = (word, character);
                }
                self.next_line(0.0, -self.state.leading);
                return self.show_last(instruction);
            }
            b"TJ" => {
                if let Some(Object::Array(items)) = instruction.operands().last() {
                    return self.show_items(items);
                }
            }
            b"Do" => {
                if let Some(Object::Name(name)) = instruction.operands().last() {
                    return self.object(name, resources, depth);
                }
            }
            b"BI" => self.image(),
            b"BMC" => self.spans += 1,
            b"BDC" => {
                if self.replaced.is_none()
                    && let Some(properties) = instruction.operands().last()
                    && let Some(text) = marked::actual_text(properties, resources)
                {
                    self.replaced = Some(Replaced { depth: self.spans, text, glyph: None });
                }
                self.spans += 1;
            }
            b"EMC" => {
                self.spans = self.spans.saturating_sub(1);
                if self.replaced.as_ref().is_some_and(|r| r.depth >= self.spans) {
                    return self.end_replaced().then_some(());
                }
            }
            operator => self.content.paths.operator(operator, instruction, self.state.ctm),
        }
        Some(())
    }

    fn set_matrix(&mut self, matrix: Matrix) {
        self.matrix = matrix;
        self.line_matrix = matrix;
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.set_matrix(Matrix::moved(x, y).then(self.line_matrix));
    }

    fn font(&mut self, instruction: &Instruction<'_, '_>, resources: &Resources<'_>) {
        let mut operands = instruction.operands();
        let (Some(Object::Name(name)), Some(size)) = (operands.next(), operands.next().and_then(number))
        else {
            return;
        };
        self.state.size = size;
        let reference = resources.fonts.get_ref(Name::as_ref(name));
        if let Some(known) = reference.and_then(|r| self.fonts.by_reference.get(&r)) {
            self.state.font = Some(known.clone());
            return;
        }
        let font = match resources.fonts.get::<Dict<'_>>(Name::as_ref(name)) {
            Some(dict) => Font::read(&dict, self.budget),
            None => Font::unknown(),
        };
        let font = Rc::new(font);
        if let Some(reference) = reference {
            self.fonts.by_reference.insert(reference, font.clone());
        }
        self.state.font = Some(font);
    }

    fn show_last(&mut self, instruction: &Instruction<'_, '_>) -> Option<()> {
        self.run += 1;
        match instruction.operands().last() {
            Some(Object::String(string)) => self.show(string.as_bytes()),
            _ => Some(()),
        }
    }

    fn show_items(&mut self, items: &Array<'_>) -> Option<()> {
        self.run += 1;
        for item in items.iter::<Object<'_>>() {
            match item {
                Object::String(string) => self.show(string.as_bytes())?,
                Object::Number(number) => {
                    let back = number.as_f64() / 1_000.0 * self.state.size;
                    self.move_on(-back);
                }
                _ => {}
            }
        }
        Some(())
    }

    /// Moves along the line, by a length in text space before stretching.
    fn move_on(&mut self, by: f64) {
        let vertical = self.state.font.as_ref().is_some_and(|f| f.vertical);
        let step =
            if vertical { Matrix::moved(0.0, by) } else { Matrix::moved(by * self.state.stretch, 0.0) };
        self.matrix = step.then(self.matrix);
    }

    fn show(&mut self, bytes: &[u8]) -> Option<()> {
        let font = self.state.font.clone().unwrap_or_else(|| Rc::new(Font::unknown()));
        let mut within = true;
        font.show(bytes, |shown| {
            within = self.glyph(&shown, font.vertical);
            within
        });
        within.then_some(())
    }

    /// `false` when a limit ended the page.
    fn glyph(&mut self, shown: &Shown, vertical: bool) -> bool {
        let State { size, stretch, rise, .. } = self.state;
        let space = self.matrix.then(self.state.ctm);
        let advance = f64::from(shown.advance) * size;
        let spacing = self.state.character_spacing + if shown.space { self.state.word_spacing } else { 0.0 };
        let (x, y) = space.point(0.0, rise);
        let (vector, along, up) = if vertical {
            (space.vector(0.0, -advance), space.vector(0.0, -1.0), space.vector(size, 0.0))
        } else {
            let side = if stretch * size < 0.0 { -1.0 } else { 1.0 };
            (space.vector(advance * stretch, 0.0), space.vector(side, 0.0), space.vector(0.0, size))
        };
        if vertical {
            self.move_on(-advance + spacing);
        } else {
            self.move_on(advance + spacing);
        }
        let length = along.0.hypot(along.1);
        let height = up.0.hypot(up.1);
        if ![x, y, length, height, vector.0, vector.1].iter().all(|n| n.is_finite()) || length == 0.0 {
            return true;
        }
        let mut glyph = Glyph {
            text: 0..0,
            x,
            y,
            advance: vector,
            direction: (along.0 / length, along.1 / length),
            size: height,
            run: self.run,
        };
        if let Some(replaced) = &mut self.replaced {
            match &mut replaced.glyph {
                None => replaced.glyph = Some(glyph),
                // Drawn out to the end of this one.
                Some(first) => first.advance = (x + vector.0 - first.x, y + vector.1 - first.y),
            }
            return true;
        }
        let start = self.content.text.len();
        match &shown.text {
            Characters::Unknown => {
                self.content.unknown += 1;
                self.content.text.push('\u{fffd}');
            }
            Characters::One(c) => self.content.text.push(*c),
            Characters::Several(s) => self.content.text.push_str(s),
        }
        glyph.text = start..self.content.text.len();
        self.push(glyph)
    }

    fn push(&mut self, glyph: Glyph) -> bool {
        if !self.budget.characters(self.content.text.get(glyph.text.clone()).map_or(1, |t| t.chars().count()))
        {
            return false;
        }
        self.content.glyphs.push(glyph);
        true
    }

    /// Puts the text of a span in the place of its glyphs. `false` when a limit ended the page.
    fn end_replaced(&mut self) -> bool {
        let Some(Replaced { text, glyph: Some(mut glyph), .. }) = self.replaced.take() else { return true };
        if text.is_empty() {
            return true;
        }
        let start = self.content.text.len();
        self.content.text.push_str(&text);
        glyph.text = start..self.content.text.len();
        self.push(glyph)
    }

    fn object(&mut self, name: &Name<'_>, resources: &Resources<'_>, depth: usize) -> Option<()> {
        let Some(stream) = resources.get_x_object(name) else { return Some(()) };
        match stream.dict().get::<Name<'_>>("Subtype").as_deref() {
            Some(b"Form") => self.form(&stream, resources, depth),
            Some(b"Image") => {
                self.image();
                Some(())
            }
            _ => Some(()),
        }
    }

    fn form(&mut self, stream: &Stream<'_>, resources: &Resources<'_>, depth: usize) -> Option<()> {
        if depth >= self.budget.limits.nesting {
            self.budget.reach(Limit::Nesting);
            return Some(());
        }
        let Some(data) = streams::decode(stream, self.budget) else { return Some(()) };
        let own = stream.dict().get::<Dict<'_>>("Resources").map(Resources::new);
        let outer = (self.state.clone(), self.matrix, self.line_matrix, self.stack.len());
        if let Some(matrix) = stream.dict().get::<Array<'_>>("Matrix").and_then(|m| Matrix::from_array(&m)) {
            self.state.ctm = matrix.then(self.state.ctm);
        }
        let within = self.operators(&data, own.as_ref().unwrap_or(resources), depth + 1);
        self.stack.truncate(outer.3);
        (self.state, self.matrix, self.line_matrix) = (outer.0, outer.1, outer.2);
        within.then_some(())
    }

    /// An image fills the unit square.
    fn image(&mut self) {
        let Matrix { a, b, c, d, .. } = self.state.ctm;
        let area = (a * d - b * c).abs();
        if area.is_finite() {
            self.content.image = self.content.image.max(area);
        }
    }
}
