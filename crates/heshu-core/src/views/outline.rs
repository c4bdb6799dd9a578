use crate::model::{Section, Span};

/// A heading to jump by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Place of the section in the analysis.
    pub section: usize,
    /// Depth, from 1.
    pub level: u8,
    /// How many observations begin in the section, those of its subsections with them.
    pub observations: usize,
    /// From the heading to the section's end.
    pub span: Span,
}

/// The outline: every section with the number of observations in it. `starts` are the offsets at which the
/// observations begin, in ascending order.
pub fn headings(sections: &[Section], starts: &[u32]) -> Vec<Heading> {
    let before = |offset: u32| starts.partition_point(|start| *start < offset);
    sections
        .iter()
        .enumerate()
        .map(|(place, section)| Heading {
            section: place,
            level: section.level,
            observations: before(section.span.end).saturating_sub(before(section.span.start)),
            span: section.span,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Part;

    #[test]
    fn a_section_counts_what_stands_in_it_and_below_it() {
        let section = |level, start, end| Section {
            level,
            number: None,
            title: String::new(),
            part: Part::Review,
            span: Span::new(start, end),
            parent: None,
        };
        let sections = [section(1, 0, 100), section(2, 10, 50), section(2, 50, 100)];
        let counts: Vec<_> =
            headings(&sections, &[5, 10, 49, 50, 100]).iter().map(|h| h.observations).collect();
        assert_eq!(counts, [4, 2, 1]);
    }
}
