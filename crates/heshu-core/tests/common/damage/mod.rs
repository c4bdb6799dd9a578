//! Inflicts on clean paragraphs what pastes inflict. Everything is drawn from a seed, so that a failure
//! can be made again.

mod characters;
mod pages;
mod web;

use characters::{full_width, invisible, misread_digits, number_spaces, odd_spaces, radicals};
pub use pages::{Disorder, Indent, MORE_NUMBERS, Marks, NUMBERS, Page};
use web::{entities, question_marks, tags, web_shell};

/// Draws numbers from a seed.
#[derive(Clone)]
pub struct Dice(u64);

impl Dice {
    /// The same seed gives the same numbers.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x2545_f491_4f6c_dd1d)
    }

    /// One of `0..n`.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % n.max(1)
    }

    /// One of `low..=high`.
    pub fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high - low + 1)
    }

    /// One of these.
    pub fn text(&mut self, from: &[&'static str]) -> &'static str {
        from[self.below(from.len())]
    }

    /// True once in `n`.
    pub fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// One of these.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

/// What happens to a text, by the name under which it is measured.
pub const KINDS: &[&str] = &[
    "wrapped",
    "wrapped_blank_lines",
    "wrapped_indents",
    "wrapped_anywhere",
    "page_numbers",
    "running_heads",
    "reversed_page",
    "reversed_no_marks",
    "two_columns",
    "spaced_lines",
    "number_spaces",
    "odd_spaces",
    "full_width",
    "radicals",
    "invisible",
    "line_breaks",
    "literal_breaks",
    "entities",
    "tags",
    "question_marks",
    "web_shell",
    "misread_digits",
    "mixture",
    "page_marks",
    "reversed_whole",
    "reversed_all",
    "columns_all",
    "side_by_side",
    "viewer",
    "narrow",
    "phone_article",
];

/// What repair does not wholly undo: all pages in disorder, and nothing to tell where one ends. Measured, not asserted.
pub const HARD: &[&str] = &["unmarked_reversed", "unmarked_columns", "unmarked_sides"];

/// Damages the paragraphs in one way.
pub fn inflict(kind: &str, paragraphs: &[String], dice: &mut Dice) -> String {
    let joined = || paragraphs.join("\n");
    match kind {
        "wrapped" => Page::plain(dice).set(paragraphs, dice),
        "wrapped_blank_lines" => Page { blank_lines: true, ..Page::plain(dice) }.set(paragraphs, dice),
        "wrapped_indents" => Page { indent: Indent::Kept, ..Page::plain(dice) }.set(paragraphs, dice),
        "wrapped_anywhere" => Page { strict: false, ..Page::plain(dice) }.set(paragraphs, dice),
        "page_numbers" => Page { marks: *dice.pick(&NUMBERS), ..Page::plain(dice) }.set(paragraphs, dice),
        "running_heads" => Page { marks: Marks::RunningHead, ..Page::plain(dice) }.set(paragraphs, dice),
        "reversed_page" => {
            let marks = *dice.pick(&[Marks::FormFeed, Marks::Gap, Marks::FormFeed, Marks::Number]);
            let blank_lines = marks == Marks::Gap;
            Page { marks, blank_lines, disorder: Disorder::Reversed, ..Page::plain(dice) }
                .set(paragraphs, dice)
        }
        "reversed_no_marks" => {
            Page { disorder: Disorder::Reversed, ..Page::plain(dice) }.set(paragraphs, dice)
        }
        "two_columns" => {
            let marks = *dice.pick(&[Marks::FormFeed, Marks::None]);
            Page { marks, disorder: Disorder::Columns, ..Page::columns(dice) }.set(paragraphs, dice)
        }
        "spaced_lines" => Page { spaced: true, ..Page::plain(dice) }.set(paragraphs, dice),
        "number_spaces" => number_spaces(&joined()),
        "odd_spaces" => odd_spaces(&joined(), dice),
        "full_width" => full_width(&joined()),
        "radicals" => radicals(&joined(), dice),
        "invisible" => invisible(&joined(), dice),
        "line_breaks" => joined().replace('\n', dice.text(&["\r\n", "\r", "\u{85}", "\u{2028}", "\r\n\r\n"])),
        "literal_breaks" => joined().replace('\n', dice.text(&["\\r\\n", "\\n", "\\r\\n\\r\\n"])),
        "entities" => entities(&joined(), dice),
        "tags" => tags(paragraphs, dice),
        "question_marks" => question_marks(paragraphs),
        "web_shell" => web_shell(paragraphs, dice),
        "misread_digits" => misread_digits(&joined(), dice),
        "page_marks" => Page { marks: *dice.pick(&MORE_NUMBERS), ..Page::plain(dice) }.set(paragraphs, dice),
        "reversed_whole" => {
            let marks = *dice.pick(&[Marks::Number, Marks::Dashed, Marks::RunningHead, Marks::NumberedHead]);
            Page { marks, disorder: Disorder::ReversedWhole, ..Page::plain(dice) }.set(paragraphs, dice)
        }
        "reversed_all" => {
            let marks = *dice.pick(&[Marks::FormFeed, Marks::Number, Marks::Dashed]);
            let disorder = *dice.pick(&[Disorder::Reversed, Disorder::ReversedWhole]);
            Page { marks, disorder, everywhere: true, ..Page::plain(dice) }.set(paragraphs, dice)
        }
        "columns_all" => {
            let marks = *dice.pick(&[Marks::FormFeed, Marks::Dashed]);
            Page { marks, disorder: Disorder::Columns, everywhere: true, ..Page::columns(dice) }
                .set(paragraphs, dice)
        }
        "side_by_side" => {
            let marks = *dice.pick(&[Marks::FormFeed, Marks::Dashed]);
            Page { marks, disorder: Disorder::SideBySide, everywhere: true, ..Page::columns(dice) }
                .set(paragraphs, dice)
        }
        "unmarked_reversed" => {
            Page { disorder: Disorder::Reversed, everywhere: true, ..Page::plain(dice) }.set(paragraphs, dice)
        }
        "unmarked_columns" => Page { disorder: Disorder::Columns, everywhere: true, ..Page::columns(dice) }
            .set(paragraphs, dice),
        "unmarked_sides" => Page { disorder: Disorder::SideBySide, everywhere: true, ..Page::columns(dice) }
            .set(paragraphs, dice),
        "viewer" => {
            let marks = *dice.pick(&[Marks::Number, Marks::WideSpaced, Marks::Fraction, Marks::NumberedFoot]);
            Page { marks, trailing: 1, ..Page::plain(dice) }.set(paragraphs, dice)
        }
        "narrow" => Page { width: dice.between(10, 17), ..Page::plain(dice) }.set(paragraphs, dice),
        "phone_article" => phone_article(paragraphs),
        _ => mixture(paragraphs, dice),
    }
}

fn mixture(paragraphs: &[String], dice: &mut Dice) -> String {
    let page = Page {
        marks: *dice.pick(&[Marks::None, Marks::FormFeed, Marks::Number, Marks::Dashed, Marks::RunningHead]),
        indent: *dice.pick(&[Indent::Kept, Indent::Lost, Indent::None]),
        disorder: *dice.pick(&[Disorder::None, Disorder::Reversed, Disorder::None]),
        strict: !dice.once_in(4),
        spaced: dice.once_in(3),
        ..Page::plain(dice)
    };
    let mut text = page.set(paragraphs, dice);
    if dice.once_in(3) {
        text = number_spaces(&text);
    }
    if dice.once_in(3) {
        text = radicals(&text, dice);
    }
    if dice.once_in(3) {
        text = invisible(&text, dice);
    }
    if dice.once_in(3) {
        text = text.replace('\n', "\r\n");
    }
    text
}

/// An article as a phone shows it: a blank line between paragraphs, each indented, some blank lines not quite blank.
fn phone_article(paragraphs: &[String]) -> String {
    let between = ["\n\n", "\n\u{a0}\n", "\n\n\n", "\n\u{3000}\n"];
    let paragraphs = paragraphs.iter().zip(between.iter().cycle());
    paragraphs.map(|(p, between)| format!("\u{3000}\u{3000}{p}{between}")).collect()
}
