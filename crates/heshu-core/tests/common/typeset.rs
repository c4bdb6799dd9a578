//! Sets paragraphs on pages, as a reader of files gives them: lines with their places.

use super::damage::Dice;
use heshu_core::intake::{Document, Line, Page, Place, Role};

/// How the pages are made.
#[derive(Clone, Debug)]
pub struct Press {
    /// Size of the letters in points.
    pub size: f32,
    /// Characters a line.
    pub width: usize,
    /// Lines a page.
    pub lines: usize,
    /// Characters by which paragraphs stand in.
    pub indent: usize,
    /// Number of columns.
    pub columns: usize,
    /// A bare number at the foot of each page.
    pub numbers: bool,
    /// A head on each page.
    pub head: Option<&'static str>,
    /// Two lines of a note at the foot of some pages.
    pub notes: bool,
    /// In what order the file gives the lines of a page.
    pub order: Order,
}

/// In what order a file gives the lines of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// As they are read.
    Read,
    /// From below.
    Reversed,
    /// Left and right in turn, from above.
    Across,
    /// The first lines last.
    Turned,
}

impl Press {
    /// Pages as offices set them.
    pub fn plain(dice: &mut Dice) -> Self {
        Self {
            size: *dice.pick(&[10.5, 14.0, 16.0]),
            width: dice.between(22, 40),
            lines: dice.between(18, 44),
            indent: 2,
            columns: 1,
            numbers: dice.once_in(2),
            head: None,
            notes: false,
            order: Order::Read,
        }
    }

    /// The pages, and the lines of the notes.
    pub fn set(&self, paragraphs: &[String], dice: &mut Dice) -> (Document, Vec<String>) {
        let lines: Vec<(String, usize)> = paragraphs.iter().flat_map(|p| self.wrap(p)).collect();
        let mut notes = Vec::new();
        let mut pages = Vec::new();
        for (number, page) in lines.chunks(self.lines * self.columns).enumerate() {
            let mut set = Vec::new();
            for (i, (text, indent)) in page.iter().enumerate() {
                let left = 72.0 + (i / self.lines) as f32 * (self.width + 2) as f32 * self.size;
                let left = left + *indent as f32 * self.size;
                set.push(self.line(text, left, (i % self.lines) as f32));
            }
            match self.order {
                Order::Read => {}
                Order::Reversed if dice.once_in(3) => set.reverse(),
                Order::Across => {
                    let height = |line: &Line| line.place.map_or(0.0, |place| place.baseline);
                    set.sort_by(|a, b| height(a).total_cmp(&height(b)));
                }
                Order::Turned if dice.once_in(3) => set.rotate_left(dice.below(page.len())),
                _ => {}
            }
            if let Some(head) = self.head {
                set.insert(0, self.line(head, 200.0, -2.5));
            }
            if self.notes && dice.once_in(4) {
                let note = format!("{}注释一个词：说明它是什么意思的一句话，到此为止。", number + 1);
                let row = self.lines as f32 + 1.5;
                set.push(Line { role: Role::Note, ..self.line(&note, 72.0, row) });
                notes.push(note);
            }
            if self.numbers {
                set.push(self.line(&(number + 1).to_string(), 280.0, self.lines as f32 + 4.0));
            }
            pages.push(Page { width: 595.0, height: 842.0, lines: set });
        }
        (Document { pages }, notes)
    }

    fn line(&self, text: &str, left: f32, row: f32) -> Line {
        let ems: f32 = text.chars().map(|c| if u32::from(c) < 0x2000 { 0.5 } else { 1.0 }).sum();
        let place = Place {
            left,
            right: left + ems * self.size,
            baseline: 120.0 + row * self.size * 1.75,
            size: self.size,
        };
        Line { text: text.to_owned(), role: Role::Line, place: Some(place) }
    }

    /// Lines and by how many characters each stands in.
    fn wrap(&self, paragraph: &str) -> Vec<(String, usize)> {
        let chars: Vec<char> = paragraph.chars().collect();
        let mut lines = Vec::new();
        let (mut line, mut used, mut indent) = (String::new(), 2 * self.indent, self.indent);
        let mut at = 0;
        while at < chars.len() {
            let mut end = at + 1;
            let word = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '%';
            while end < chars.len() && end - at < 24 && word(chars[end - 1]) && word(chars[end]) {
                end += 1;
            }
            while end < chars.len() && "，。、；：！？”）》".contains(chars[end]) {
                end += 1;
            }
            let width: usize =
                chars[at..end].iter().map(|c| if u32::from(*c) < 0x2000 { 1 } else { 2 }).sum();
            if used + width > 2 * self.width && !line.is_empty() {
                lines.push((std::mem::take(&mut line), indent));
                (used, indent) = (0, 0);
            }
            line.extend(&chars[at..end]);
            used += width;
            at = end;
        }
        lines.push((line, indent));
        lines
    }
}
