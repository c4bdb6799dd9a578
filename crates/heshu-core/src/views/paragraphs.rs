use crate::model::{Observation, Section, Span};
use crate::text::Text;

/// A line of the repaired text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Its words, without the line break.
    pub span: Span,
    /// Depth of the section whose heading the line is, and place of that section.
    pub heading: Option<(u8, usize)>,
    /// The part of the list of marks that stands in it: from, up to.
    pub marks: (usize, usize),
}

/// Which of an observation's numbers a mark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// Its level.
    Level,
    /// Its change.
    Change,
}

/// A number of the text that an observation owns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The words of number and unit.
    pub span: Span,
    /// Id of the observation.
    pub observation: u32,
    /// Its level or its change.
    pub figure: Figure,
}

/// A piece of a paragraph that is drawn in one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// Its words.
    pub span: Span,
    /// Place of its mark in the list of marks.
    pub mark: Option<usize>,
    /// Whether it lies in one of the spans to light up.
    pub lit: bool,
}

/// The numbers of all observations in reading order, none overlapping another: where one number serves two
/// observations, the first of them owns the mark.
pub fn marks(observations: &[Observation]) -> Vec<Mark> {
    let of = |o: &Observation| {
        let level = o.level.as_ref().map(|l| (l.span, Figure::Level));
        let change = o.change.as_ref().map(|c| (c.span, Figure::Change));
        [level, change]
            .into_iter()
            .flatten()
            .map(|(span, figure)| Mark { span, observation: o.id, figure })
            .collect::<Vec<_>>()
    };
    let mut all: Vec<Mark> = observations.iter().flat_map(of).filter(|m| m.span.start < m.span.end).collect();
    crate::order::by_key(&mut all, |m| (m.span.start, m.observation));
    let mut end = 0;
    all.retain(|m| {
        let free = m.span.start >= end;
        if free {
            end = m.span.end;
        }
        free
    });
    all
}

/// The lines of the text that hold anything, with the heading each is and the marks in it.
pub fn paragraphs(text: &Text, sections: &[Section], marks: &[Mark]) -> Vec<Paragraph> {
    let mut paragraphs = Vec::new();
    let mut byte = 0;
    let mut sections = sections.iter().enumerate().peekable();
    let mut mark = 0;
    for line in text.as_str().split_inclusive('\n') {
        let words = line.trim_end_matches('\n');
        let span = text.span(byte..byte + words.len());
        byte += line.len();
        if words.trim().is_empty() {
            continue;
        }
        let mut heading = None;
        while let Some((place, section)) = sections.next_if(|(_, s)| s.span.start < span.end) {
            // A heading that runs on into its paragraph is not a line of its own.
            let length = section.title.encode_utf16().count() + 12;
            if section.span.start >= span.start && (span.end - span.start) as usize <= length {
                heading = Some((section.level, place));
            }
        }
        let first = mark;
        while marks.get(mark).is_some_and(|m| m.span.start < span.end) {
            mark += 1;
        }
        paragraphs.push(Paragraph { span, heading, marks: (first, mark) });
    }
    paragraphs
}

/// Cuts a paragraph at its marks and at the edges of the spans to light up. The segments follow one another
/// without a gap and make up the whole paragraph.
pub fn segments(paragraph: &Paragraph, marks: &[Mark], lit: &[Span]) -> Vec<Segment> {
    let whole = paragraph.span;
    let (first, last) = paragraph.marks;
    let inside = marks.get(first..last).unwrap_or_default();
    let mut cuts = vec![whole.start, whole.end];
    let edges = inside.iter().map(|m| m.span).chain(lit.iter().copied());
    cuts.extend(edges.flat_map(|s| [s.start, s.end]).filter(|at| whole.start < *at && *at < whole.end));
    crate::order::ascending(&mut cuts);
    cuts.dedup();
    let mut next = 0;
    cuts.iter()
        .zip(cuts.iter().skip(1))
        .map(|(start, end)| {
            let span = Span::new(*start, *end);
            while inside.get(next).is_some_and(|m| m.span.end <= span.start) {
                next += 1;
            }
            let mark = inside.get(next).filter(|m| m.span.overlaps(span)).map(|_| first + next);
            Segment { span, mark, lit: lit.iter().any(|l| l.overlaps(span)) }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Part;
    use crate::views::fixture::{level, observation};

    fn marked(id: u32, start: u32, end: u32) -> Observation {
        let mut o = observation(id, "某项");
        o.level = level("1", "个");
        o.level.as_mut().unwrap().span = Span::new(start, end);
        o
    }

    #[test]
    fn a_number_shared_by_two_observations_is_marked_once() {
        let all = [marked(0, 4, 6), marked(1, 4, 6), marked(2, 1, 3), marked(3, 5, 9), marked(4, 0, 0)];
        let got: Vec<_> = marks(&all).iter().map(|m| m.observation).collect();
        assert_eq!(got, [2, 0]);
    }

    #[test]
    fn paragraphs_know_their_heading_and_their_marks() {
        let text = Text::new("一、回顾\n\n产值5亿元。增3%\n再建2座".into());
        let section = Section {
            level: 1,
            number: Some("一".into()),
            title: "回顾".into(),
            part: Part::Review,
            span: Span::new(0, 21),
            parent: None,
        };
        let all = [marked(0, 8, 11), marked(1, 13, 15), marked(2, 18, 20)];
        let got = paragraphs(&text, &[section], &marks(&all));
        let brief: Vec<_> = got.iter().map(|p| (text.slice(p.span), p.heading, p.marks)).collect();
        assert_eq!(
            brief,
            [
                ("一、回顾", Some((1, 0)), (0, 0)),
                ("产值5亿元。增3%", None, (0, 2)),
                ("再建2座", None, (2, 3))
            ]
        );
    }

    #[test]
    fn segments_make_up_the_whole_paragraph() {
        let all = marks(&[marked(0, 2, 5), marked(1, 7, 9)]);
        let paragraph = Paragraph { span: Span::new(0, 12), heading: None, marks: (0, 2) };
        let got: Vec<_> = segments(&paragraph, &all, &[Span::new(1, 4), Span::new(20, 30)])
            .iter()
            .map(|s| (s.span.start, s.span.end, s.mark, s.lit))
            .collect();
        assert_eq!(
            got,
            [
                (0, 1, None, false),
                (1, 2, None, true),
                (2, 4, Some(0), true),
                (4, 5, Some(0), false),
                (5, 7, None, false),
                (7, 9, Some(1), false),
                (9, 12, None, false)
            ]
        );
    }
}
