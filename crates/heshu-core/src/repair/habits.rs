//! What a paste does between lines and at the beginning of paragraphs, as far as its lines show.

use super::lines::{Lines, begins_heading, ends_sentence};
use super::measures::Measures;

/// What the paste does between lines and at the beginning of paragraphs.
#[derive(Debug, Default)]
pub struct Habit {
    /// A gap this large or larger ends a paragraph.
    pub parting_gap: Option<u32>,
    /// Paragraphs begin with an indent that is still there.
    pub indents: bool,
    /// And all other lines begin without one.
    pub flush: bool,
    /// Paragraphs began with an indent that was lost: their first lines are two characters short.
    pub lost_indents: bool,
    /// Whether headings stand in one line with the text that follows them (above nothing) or alone (below), as
    /// far as the text shows.
    pub run_in: i32,
    /// The first line that is part of a sentence: before it stand titles.
    pub front: usize,
}

impl Habit {
    /// Looks at all lines.
    pub fn of(text: &Lines, measures: &Measures) -> Self {
        // Line breaks within a sentence, by the size of the gap.
        let mut within = [0u32; 5];
        let mut between = [0u32; 5];
        let (mut starts, mut indented, mut short_starts) = (0u32, 0u32, 0u32);
        let (mut going_on, mut standing_in) = (0u32, 0u32);
        let (mut run_in, mut alone) = (0u32, 0u32);
        for i in 0..text.lines.len().saturating_sub(1) {
            let line = text.at(i);
            if begins_heading(line) {
                let sentence = line.iter().position(|g| g.ch == '。').map_or(0, |at| line.len() - at);
                let short = measures.at(i).is_some_and(|m| m.lacks(m.width(line)) > m.slack);
                run_in += u32::from(sentence > 1);
                alone += u32::from(sentence == 1 || (sentence == 0 && short));
            }
            let Some(measure) = measures.at(i) else { continue };
            let (Some(next), Some(last)) = (text.lines.get(i + 1), text.at(i).last()) else { continue };
            let lacks = measure.lacks(measure.width(text.at(i)));
            let gap = (next.gap as usize).min(within.len() - 1);
            let ends = ends_sentence(last.ch);
            if lacks <= measure.slack && !ends && !begins_heading(text.at(i + 1)) {
                going_on += 1;
                standing_in += u32::from(next.indent >= 2);
                if let Some(n) = within.get_mut(gap) {
                    *n += 1;
                }
            } else if lacks > measure.slack + 4 && ends {
                if let Some(n) = between.get_mut(gap) {
                    *n += 1;
                }
                let broken = text.at(i + 1).last().is_some_and(|g| !ends_sentence(g.ch));
                let lacks = measure.lacks(measure.width(text.at(i + 1)));
                if broken && lacks <= measure.slack + 2 {
                    starts += 1;
                    indented += u32::from(next.indent >= 2);
                    short_starts += u32::from((3..=7).contains(&lacks));
                }
            }
        }
        let total: u32 = within.iter().sum();
        let mut parting_gap = None;
        for gap in (2..within.len()).rev() {
            let wide: u32 = within.get(gap..).unwrap_or_default().iter().sum();
            let parted: u32 = between.get(gap..).unwrap_or_default().iter().sum();
            if total >= 4 && wide * 20 <= total && parted * 2 >= between.iter().sum::<u32>() {
                parting_gap = Some(gap as u32);
            }
        }
        Self {
            parting_gap,
            flush: going_on >= 8 && standing_in * 8 <= going_on,
            indents: starts >= 2 && indented * 3 >= starts * 2,
            lost_indents: starts >= 3 && short_starts * 3 >= starts * 2,
            run_in: match () {
                () if run_in >= 2 && run_in > alone => 10,
                () if alone >= 2 && alone > run_in => -10,
                () => 0,
            },
            front: (0..text.lines.len())
                .find(|i| text.at(*i).iter().any(|g| matches!(g.ch, '。' | '，')))
                .unwrap_or(text.lines.len()),
        }
    }
}
