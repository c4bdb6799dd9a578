//! Text set on pages, and what pastes make of pages.

use super::Dice;
use super::characters::space_out;

/// How the first line of a paragraph is told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Indent {
    /// It is not.
    None,
    /// Two ideographic spaces.
    Kept,
    /// Two characters that the paste lost: the first line is shorter.
    Lost,
}

/// What stands between pages.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Marks {
    /// Nothing.
    None,
    /// A form feed.
    FormFeed,
    /// One blank line less than elsewhere, and a space.
    Gap,
    /// 12
    Number,
    /// — 12 —
    Dashed,
    /// 第12页 共30页
    OfTotal,
    /// A head on every page, and a form feed.
    RunningHead,
    /// －12－
    WideDashed,
    /// －　12　－
    WideSpaced,
    /// 12 / 30
    Fraction,
    /// 第 12 页
    Words,
    /// The title and the number in one line at the head of every page, left and right by turns.
    NumberedHead,
    /// The title and the number in one line at the foot of every page, after a form feed.
    NumberedFoot,
}

/// Page numbers of every form.
pub const NUMBERS: [Marks; 3] = [Marks::Number, Marks::Dashed, Marks::OfTotal];
/// And those of other forms and in other places.
pub const MORE_NUMBERS: [Marks; 6] = [
    Marks::WideDashed,
    Marks::WideSpaced,
    Marks::Fraction,
    Marks::Words,
    Marks::NumberedHead,
    Marks::NumberedFoot,
];

impl Marks {
    /// What stands above and below the text of a page, counted from 0.
    fn furniture(self, page: usize, total: usize) -> (Option<String>, Option<String>) {
        let number = page + 1;
        let foot = |foot: String| (None, Some(foot));
        match self {
            Self::None | Self::FormFeed | Self::Gap => (None, None),
            Self::RunningHead => (Some("某某县人民政府文件".into()), None),
            Self::Number => foot(format!("{number}")),
            Self::Dashed => foot(format!("— {number} —")),
            Self::OfTotal => foot(format!("第{number}页 共{total}页")),
            Self::WideDashed => foot(format!("－{number}－")),
            Self::WideSpaced => foot(format!("－\u{3000}{number}\u{3000}－")),
            Self::Fraction => foot(format!("{number} / {total}")),
            Self::Words => foot(format!("第 {number} 页")),
            Self::NumberedHead if page.is_multiple_of(2) => {
                (Some(format!("某某县政府工作报告 {number}")), None)
            }
            Self::NumberedHead => (Some(format!("{number} 某某县政府工作报告")), None),
            Self::NumberedFoot => foot(format!("某某县政府工作报告 · {number}")),
        }
    }

    /// Whether a form feed stands between pages.
    fn feeds(self) -> bool {
        matches!(self, Self::FormFeed | Self::RunningHead | Self::NumberedFoot)
    }
}

/// What happened to the lines of some pages.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Disorder {
    /// Nothing.
    None,
    /// They stand in reverse order.
    Reversed,
    /// They do, with what stands above and below them.
    ReversedWhole,
    /// The lines of two columns alternate.
    Columns,
    /// Lines of two columns stand side by side, white space between.
    SideBySide,
}

/// How text was set on pages.
#[derive(Clone)]
pub struct Page {
    /// Characters a line.
    pub width: usize,
    /// Lines a page.
    pub lines: usize,
    /// A blank line after every line.
    pub blank_lines: bool,
    /// How paragraphs begin.
    pub indent: Indent,
    /// Numbers and words stay whole, and no line begins with a closing mark.
    pub strict: bool,
    /// Lines are as wide as they look, or hold so many characters.
    pub by_width: bool,
    /// What stands between pages.
    pub marks: Marks,
    /// What happened to some pages.
    pub disorder: Disorder,
    /// It happened to all of them.
    pub everywhere: bool,
    /// One in so many lines ends with a space.
    pub trailing: usize,
    /// Some lines have a space after every character.
    pub spaced: bool,
}

impl Page {
    /// Pages with nothing wrong but that lines are broken.
    pub fn plain(dice: &mut Dice) -> Self {
        Self {
            width: dice.between(18, 46),
            lines: dice.between(20, 44),
            blank_lines: dice.once_in(4),
            indent: *dice.pick(&[Indent::None, Indent::Lost, Indent::Lost]),
            strict: true,
            by_width: !dice.once_in(4),
            marks: Marks::None,
            disorder: Disorder::None,
            everywhere: false,
            trailing: 9,
            spaced: false,
        }
    }

    /// Lines as narrow as those of columns.
    pub fn columns(dice: &mut Dice) -> Self {
        Self { width: dice.between(14, 24), lines: dice.between(30, 80), ..Self::plain(dice) }
    }

    /// The text as it is pasted from such pages.
    pub fn set(&self, paragraphs: &[String], dice: &mut Dice) -> String {
        let lines: Vec<String> = paragraphs.iter().flat_map(|p| self.wrap(p, dice)).collect();
        let pages: Vec<Vec<String>> = lines.chunks(self.lines).map(<[String]>::to_vec).collect();
        let total = pages.len();
        // The first, the middle, the last or any page, if it has enough lines.
        let disordered = [0, total / 2, total.saturating_sub(1), dice.below(total)];
        let disordered = *dice.pick(&disordered);
        let long = |page: Option<&Vec<String>>| page.is_some_and(|p| p.len() >= 12);
        let disordered = if long(pages.get(disordered)) { disordered } else { 0 };
        let between = if self.blank_lines { "\n\n" } else { "\n" };
        let gutter = *dice.pick(&["\t", "    ", "      ", "\u{3000}\u{3000}"]);
        let mut out = String::new();
        for (i, mut page) in pages.into_iter().enumerate() {
            let hit = self.everywhere || i == disordered;
            let (mut head, mut foot) = self.marks.furniture(i, total);
            match self.disorder {
                _ if !hit => {}
                Disorder::Reversed => page.reverse(),
                Disorder::ReversedWhole => {
                    page.reverse();
                    std::mem::swap(&mut head, &mut foot);
                }
                Disorder::Columns => page = interleave(&page),
                Disorder::SideBySide => page = self.side_by_side(&page, gutter),
                Disorder::None => {}
            }
            if self.spaced {
                for line in page.iter_mut().filter(|_| dice.once_in(4)) {
                    *line = space_out(line);
                }
            }
            if i > 0 && self.marks.feeds() {
                out.push('\u{c}');
            }
            if i > 0 && self.marks == Marks::Gap {
                out.truncate(out.trim_end_matches('\n').len());
                out.push_str("\n ");
            }
            for line in head.into_iter().chain(page).chain(foot) {
                out.push_str(&line);
                out.push_str(between);
            }
        }
        out
    }

    /// Lines of the left column, each with the one that stands beside it.
    fn side_by_side(&self, page: &[String], gutter: &str) -> Vec<String> {
        let (left, right) = page.split_at(page.len().div_ceil(2));
        let width =
            |line: &str| -> usize { line.chars().map(|c| if u32::from(c) < 0x2000 { 1 } else { 2 }).sum() };
        left.iter()
            .enumerate()
            .map(|(i, line)| match right.get(i) {
                Some(beside) => {
                    let short = (2 * self.width).saturating_sub(width(line));
                    let room = if gutter == "\t" { 0 } else { short };
                    format!("{line}{}{gutter}{beside}", " ".repeat(room))
                }
                None => line.clone(),
            })
            .collect()
    }

    fn wrap(&self, paragraph: &str, dice: &mut Dice) -> Vec<String> {
        let chars: Vec<char> = paragraph.chars().collect();
        let width_of = |c: char| if self.by_width && u32::from(c) < 0x2000 { 1 } else { 2 };
        let mut lines = Vec::new();
        let mut line = String::new();
        let mut used = if self.indent == Indent::None { 0 } else { 4 };
        if self.indent == Indent::Kept {
            line.push_str("\u{3000}\u{3000}");
        }
        let mut at = 0;
        while at < chars.len() {
            let mut end = at + 1;
            if self.strict {
                let word = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '%';
                while end < chars.len() && end - at < 24 && word(chars[end - 1]) && word(chars[end]) {
                    end += 1;
                }
                while end < chars.len() && "，。、；：！？”）》".contains(chars[end]) {
                    end += 1;
                }
            }
            let width: usize = chars[at..end].iter().map(|c| width_of(*c)).sum();
            if used + width > 2 * self.width && !line.trim().is_empty() {
                if dice.once_in(self.trailing) {
                    line.push(' ');
                }
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.extend(&chars[at..end]);
            used += width;
            at = end;
        }
        lines.push(line);
        lines
    }
}

fn interleave(page: &[String]) -> Vec<String> {
    let (left, right) = page.split_at(page.len().div_ceil(2));
    let mut out = Vec::new();
    for (i, line) in left.iter().enumerate() {
        out.push(line.clone());
        out.extend(right.get(i).cloned());
    }
    out
}
