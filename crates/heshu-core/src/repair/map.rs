//! From the repaired text back to the pasted one, and the other way.

use super::buffer::Glyph;
use crate::model::Span;

/// Where in the pasted text each part of the repaired text stood, also where lines were moved.
///
/// All offsets are UTF-16 code units.
#[derive(Debug, Clone, Default)]
pub struct SourceMap {
    /// In the order of the repaired text, without gaps.
    segments: Vec<Segment>,
    /// Indexes into `segments`, in the order of the pasted text.
    by_source: Vec<u32>,
}

/// A stretch of repaired text that came from one stretch of pasted text: character by character where both
/// are equally long, as a whole where not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Segment {
    repaired: Span,
    source: Span,
}

impl Segment {
    fn is_copy(&self) -> bool {
        length(self.repaired) == length(self.source)
    }
}

impl SourceMap {
    pub(super) fn new(glyphs: &[Glyph]) -> Self {
        let mut segments: Vec<Segment> = Vec::new();
        let mut at = 0;
        let mut left = glyphs.iter();
        while let Some(glyph) = left.next() {
            let mut end = at + utf16_len(glyph.ch);
            let mut source = Span::new(glyph.at, glyph.at + glyph.len);
            if glyph.len == end - at {
                // The copy goes on for as long as glyphs are what stood there next.
                while let Some(next) = left.as_slice().first()
                    && next.at == source.end
                    && next.len == utf16_len(next.ch)
                {
                    source.end += next.len;
                    end += next.len;
                    left.next();
                }
            }
            segments.push(Segment { repaired: Span::new(at, end), source });
            at = end;
        }
        Self::of(segments)
    }

    /// A map of stretches that are given: repaired, pasted.
    #[cfg(test)]
    pub(crate) fn of_stretches(stretches: &[(Span, Span)]) -> Self {
        Self::of(
            stretches
                .iter()
                .map(|(repaired, source)| Segment { repaired: *repaired, source: *source })
                .collect(),
        )
    }

    fn of(segments: Vec<Segment>) -> Self {
        let mut by_source: Vec<u32> = (0..u32::try_from(segments.len()).unwrap_or(u32::MAX)).collect();
        crate::order::by_key(&mut by_source, |i| segments.get(*i as usize).map_or(0, |s| s.source.start));
        Self { segments, by_source }
    }

    /// The stretches of repaired text in their order, each with the pasted text that it came from: equally long where
    /// it was taken over character by character, empty where it was put in.
    pub fn stretches(&self) -> impl Iterator<Item = (Span, Span)> + '_ {
        self.segments.iter().map(|s| (s.repaired, s.source))
    }

    /// The span of the pasted text that a span of the repaired text came from.
    ///
    /// Where lines were moved it is the smallest span that holds all of it; [`Self::pieces_of`] tells the parts.
    pub fn source_of(&self, span: Span) -> Span {
        cover(self.pieces_of(span)).unwrap_or_else(|| {
            let at = self.source_point(span.start);
            Span::new(at, at)
        })
    }

    /// The parts of the pasted text that a span of the repaired text came from, in the repaired order.
    pub fn pieces_of(&self, span: Span) -> Vec<Span> {
        let first = self.segments.partition_point(|s| s.repaired.end <= span.start);
        let inside = self.segments.get(first..).unwrap_or_default();
        let mut pieces: Vec<Span> = Vec::new();
        for segment in inside.iter().take_while(|s| s.repaired.start < span.end) {
            let piece = project(span, segment.repaired, segment.source, segment.is_copy());
            match pieces.last_mut() {
                Some(last) if last.end == piece.start => last.end = piece.end,
                _ => pieces.push(piece),
            }
        }
        pieces
    }

    /// The span of the repaired text that a span of the pasted text became.
    ///
    /// What was taken out gives the empty span where it would stand.
    pub fn repaired_of(&self, span: Span) -> Span {
        let sorted = |i: &u32| self.segments.get(*i as usize).copied();
        let first = self.by_source.partition_point(|i| sorted(i).is_some_and(|s| s.source.end <= span.start));
        let inside = self.by_source.get(first..).unwrap_or_default();
        let found = inside
            .iter()
            .filter_map(sorted)
            .take_while(|s| s.source.start < span.end)
            .map(|s| project(span, s.source, s.repaired, s.is_copy()));
        cover(found).unwrap_or_else(|| {
            let before = first.checked_sub(1).and_then(|i| self.by_source.get(i)).and_then(sorted);
            let at = before.map_or(0, |s| s.repaired.end);
            Span::new(at, at)
        })
    }

    fn source_point(&self, at: u32) -> u32 {
        let i = self.segments.partition_point(|s| s.repaired.end <= at);
        match self.segments.get(i) {
            Some(s) => project(Span::new(at, at), s.repaired, s.source, s.is_copy()).start,
            None => self.segments.last().map_or(0, |s| s.source.end),
        }
    }
}

/// The part of `span` that lies in `from`, as it lies in `to`.
fn project(span: Span, from: Span, to: Span, copy: bool) -> Span {
    if !copy {
        return to;
    }
    let start = span.start.clamp(from.start, from.end) - from.start;
    let end = span.end.clamp(from.start, from.end) - from.start;
    Span::new(to.start + start, to.start + end.max(start))
}

fn cover(spans: impl IntoIterator<Item = Span>) -> Option<Span> {
    spans.into_iter().reduce(Span::cover)
}

fn length(span: Span) -> u32 {
    span.end.saturating_sub(span.start)
}

#[inline]
pub(super) fn utf16_len(c: char) -> u32 {
    if u32::from(c) > 0xffff { 2 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glyphs(parts: &[(&str, u32)]) -> Vec<Glyph> {
        let mut all = Vec::new();
        for (text, start) in parts {
            let mut at = *start;
            for ch in text.chars() {
                all.push(Glyph { ch, at, len: utf16_len(ch) });
                at += utf16_len(ch);
            }
        }
        all
    }

    #[test]
    fn moved_lines_are_found_both_ways() {
        // Pasted: 0 丙丁, 3 甲乙; repaired: 甲乙丙丁.
        let map = SourceMap::new(&glyphs(&[("甲乙", 3), ("丙丁", 0)]));
        assert_eq!(map.source_of(Span::new(0, 1)), Span::new(3, 4));
        assert_eq!(map.source_of(Span::new(3, 4)), Span::new(1, 2));
        assert_eq!(map.source_of(Span::new(1, 3)), Span::new(0, 5));
        assert_eq!(map.pieces_of(Span::new(1, 3)), [Span::new(4, 5), Span::new(0, 1)]);
        assert_eq!(map.repaired_of(Span::new(0, 1)), Span::new(2, 3));
        assert_eq!(map.repaired_of(Span::new(4, 5)), Span::new(1, 2));
    }

    #[test]
    fn what_was_taken_out_has_a_place_and_what_was_put_in_a_source() {
        // Pasted: 甲xx乙; repaired: 甲乙.
        let map = SourceMap::new(&glyphs(&[("甲", 0), ("乙", 3)]));
        assert_eq!(map.repaired_of(Span::new(1, 3)), Span::new(1, 1));
        assert_eq!(map.repaired_of(Span::new(0, 4)), Span::new(0, 2));
        let mut with_inserted = glyphs(&[("甲", 0)]);
        with_inserted.push(Glyph { ch: '\n', at: 1, len: 0 });
        with_inserted.extend(glyphs(&[("乙", 1)]));
        let map = SourceMap::new(&with_inserted);
        assert_eq!(map.source_of(Span::new(1, 2)), Span::new(1, 1));
        assert_eq!(map.source_of(Span::new(2, 3)), Span::new(1, 2));
    }

    #[test]
    fn a_character_that_stands_for_several_maps_whole() {
        let mut all = glyphs(&[("甲", 0)]);
        all.push(Glyph { ch: ' ', at: 1, len: 6 });
        all.extend(glyphs(&[("😀乙", 7)]));
        let map = SourceMap::new(&all);
        assert_eq!(map.source_of(Span::new(1, 2)), Span::new(1, 7));
        assert_eq!(map.source_of(Span::new(2, 4)), Span::new(7, 9));
        assert_eq!(map.repaired_of(Span::new(3, 4)), Span::new(1, 2));
        assert_eq!(map.source_of(Span::new(99, 99)), Span::new(10, 10));
    }

    #[test]
    fn an_empty_text_maps_to_nothing() {
        let map = SourceMap::new(&[]);
        assert_eq!(map.source_of(Span::new(0, 5)), Span::new(0, 0));
        assert_eq!(map.repaired_of(Span::new(3, 5)), Span::new(0, 0));
    }
}
