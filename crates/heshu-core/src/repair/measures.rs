//! How wide the lines of a paste were set, and so which of them were broken only because they were full.

use super::buffer::Glyph;
use super::continuity;
use super::lines::{Lines, ends_sentence};

/// So many lines are looked at together; widths may change from page to page.
const BLOCK: usize = 32;
/// Fewer broken lines than this do not tell a width.
const FEWEST: usize = 4;
/// By so many half characters a full line may fall short.
const SLACK: u32 = 6;
/// A line that differs by more than this tells no more than that.
const FARTHEST: u32 = 10;
/// A measure below this many half characters is a table's or a list's.
const NARROWEST: u32 = 16;

/// How widths are measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    /// In half characters, as type is set.
    HalfWidths,
    /// In characters, as programs break lines.
    Characters,
}

/// The measure of the lines about one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    unit: Unit,
    /// Width of a full line, in half characters or (doubled) characters.
    pub full: u32,
    /// By how much a full line may fall short.
    pub slack: u32,
    /// How well the lines follow each other there (quarter-nats a line).
    continuity: i32,
}

impl Measure {
    /// The width of a stretch of text.
    pub fn width(&self, glyphs: &[Glyph]) -> u32 {
        match self.unit {
            Unit::HalfWidths => half_widths(glyphs),
            Unit::Characters => characters(glyphs),
        }
    }

    /// By how much a line of this width falls short of a full one.
    pub fn lacks(&self, width: u32) -> u32 {
        self.full.saturating_sub(width)
    }

    /// Whether the lines read on from one to the next, as broken lines do and headings or links do not.
    pub fn reads_on(&self) -> bool {
        self.continuity >= 3
    }
}

/// The measures of a text, block by block.
#[derive(Debug)]
pub struct Measures {
    blocks: Vec<Option<Measure>>,
    whole: Option<Measure>,
}

impl Measures {
    /// Looks at all lines.
    #[inline(never)]
    pub fn of(text: &Lines) -> Self {
        let lines: Vec<Shape> = (0..text.lines.len()).map(|i| Shape::of(text, i)).collect();
        let about = |b: usize| {
            let start = (b * BLOCK).saturating_sub(BLOCK / 2);
            lines.get(start..(b * BLOCK + BLOCK + BLOCK / 2).min(lines.len())).unwrap_or_default()
        };
        let fits: Vec<Option<Fits>> = (0..lines.len().div_ceil(BLOCK)).map(|b| Fits::of(about(b))).collect();
        // Lines of few numbers fit both units; what broke the lines broke all of them alike.
        let misfit =
            |of: fn(&Fits) -> Fit| -> u32 { fits.iter().flatten().map(|fits| of(fits).misfit).sum() };
        let counted = misfit(|fits| fits.counted) < misfit(|fits| fits.set);
        let unit = if counted { Unit::Characters } else { Unit::HalfWidths };
        let blocks =
            fits.iter().enumerate().map(|(b, fits)| fits.and_then(|f| f.measure(unit, about(b)))).collect();
        let whole = Fits::of(&lines).and_then(|fits| fits.measure(unit, &lines));
        Self { blocks, whole }
    }

    /// The measure about a line; none where the text was not broken into lines.
    pub fn at(&self, line: usize) -> Option<Measure> {
        self.blocks.get(line / BLOCK).copied().flatten().or(self.whole)
    }
}

/// What of a line tells the measure.
#[derive(Debug, Clone, Copy)]
struct Shape {
    half_widths: u32,
    characters: u32,
    /// The file says that it was never broken.
    whole: bool,
    /// It ends within a sentence, and so well the next line follows.
    broken: Option<i32>,
}

impl Shape {
    fn of(text: &Lines, i: usize) -> Self {
        let line = text.at(i);
        let (half_widths, whole) = (half_widths(line), text.is_whole(i));
        let last = line.last().filter(|g| !whole && half_widths >= NARROWEST && !ends_sentence(g.ch));
        let follows = |last: &Glyph| text.at(i + 1).first().map_or(0, |g| continuity::follows(last.ch, g.ch));
        Self { half_widths, characters: characters(line), whole, broken: last.map(follows) }
    }

    fn width(&self, unit: Unit) -> u32 {
        match unit {
            Unit::HalfWidths => self.half_widths,
            Unit::Characters => self.characters,
        }
    }
}

/// How well a full width fits the broken lines of a stretch.
#[derive(Debug, Clone, Copy)]
struct Fit {
    full: u32,
    /// How many lines are about as wide.
    near: usize,
    /// By how much the lines differ from it, all together.
    misfit: u32,
}

impl Fit {
    fn of(unit: Unit, lines: &[Shape]) -> Self {
        let broken = lines.iter().filter(|line| line.broken.is_some());
        let mut all: Vec<u32> = broken.map(|line| line.width(unit)).collect();
        crate::order::ascending(&mut all);
        // The widest tenth may be paragraphs that were never broken, or lines that hang over.
        let full = all.get(all.len() * 4 / 5).copied().unwrap_or(0);
        let (mut near, mut misfit) = (0, 0);
        for width in all {
            near += usize::from(width + SLACK >= full && width <= full + 4);
            misfit += width.abs_diff(full).min(FARTHEST);
        }
        Self { full, near, misfit }
    }
}

/// How well both units fit a stretch.
#[derive(Debug, Clone, Copy)]
struct Fits {
    set: Fit,
    counted: Fit,
    /// How many lines were broken, and how well they follow each other.
    broken: usize,
    continuity: i32,
}

impl Fits {
    /// Of some lines; none where too few were broken to tell.
    fn of(lines: &[Shape]) -> Option<Self> {
        let broken = lines.iter().filter(|line| line.broken.is_some()).count();
        let follows: i32 = lines.iter().filter_map(|line| line.broken).sum();
        (broken >= FEWEST).then(|| Self {
            set: Fit::of(Unit::HalfWidths, lines),
            counted: Fit::of(Unit::Characters, lines),
            broken,
            continuity: follows / i32::try_from(broken).unwrap_or(1),
        })
    }

    /// The measure of these lines: by this unit or, where they differ too much by it, by the other one.
    fn measure(&self, unit: Unit, lines: &[Shape]) -> Option<Measure> {
        let other = if unit == Unit::HalfWidths { Unit::Characters } else { Unit::HalfWidths };
        [unit, other].into_iter().find_map(|unit| {
            let fit = if unit == Unit::HalfWidths { self.set } else { self.counted };
            // Text that was broken into lines has few that are wider than the others.
            let wide =
                lines.iter().filter(|line| !line.whole && line.width(unit) + SLACK >= fit.full).count();
            let even = fit.near * 5 >= self.broken * 3 && fit.near * 5 >= wide * 3 && fit.near >= FEWEST;
            even.then_some(Measure { unit, full: fit.full, slack: SLACK, continuity: self.continuity })
        })
    }
}

fn characters(glyphs: &[Glyph]) -> u32 {
    2 * u32::try_from(glyphs.len()).unwrap_or(u32::MAX / 2)
}

fn half_widths(glyphs: &[Glyph]) -> u32 {
    let mut quarters = 0;
    let mut wide_before = false;
    for glyph in glyphs {
        let wide = u32::from(glyph.ch) >= 0x2000;
        quarters += match glyph.ch {
            // What typesetting puts between a Chinese character and a number is a quarter of a character.
            ' ' if wide_before => 1,
            _ if wide => 4,
            _ => 2,
        };
        if wide_before != wide && glyph.ch != ' ' {
            wide_before = wide;
        }
    }
    quarters / 2
}

#[cfg(test)]
mod tests {
    use super::super::testing::{lines_of, prose};
    use super::*;

    /// Lines in which numbers stand, each of so many characters.
    fn numbers(characters: usize) -> Vec<String> {
        let text =
            "完成投资137.46亿元、增长8.4%，收入26.24亿元、增长12%，进出口3141万美元、增长72.7%，".repeat(4);
        let chars: Vec<char> = text.chars().collect();
        chars.chunks_exact(characters).map(|line| line.iter().collect()).collect()
    }

    #[test]
    fn lines_that_were_counted_are_full_though_numbers_make_them_narrow() {
        let mut lines = prose(20, 30);
        lines.extend(numbers(20));
        let text = lines_of(&lines.join("\n"));
        let measures = Measures::of(&text);
        for (i, line) in lines.iter().enumerate() {
            let measure = measures.at(i).unwrap();
            assert_eq!(measure.lacks(measure.width(text.at(i))), 0, "{line}");
        }
    }

    #[test]
    fn paragraphs_have_no_measure() {
        let lines: Vec<String> = prose(12, 24).into_iter().map(|line| format!("{line}。")).collect();
        let text = lines_of(&lines.join("\n"));
        assert_eq!(Measures::of(&text).at(0), None);
    }
}
