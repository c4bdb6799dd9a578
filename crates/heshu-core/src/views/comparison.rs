//! The pasted text beside the repaired one, line by line, with what was changed.

use crate::model::Span;
use crate::repair::SourceMap;
use crate::text::Text;

/// What became of a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Taken over as it stood.
    Same,
    /// Other characters stand there now.
    Changed,
    /// Taken out: it is on the pasted side only.
    Removed,
    /// Put in: it is on the repaired side only.
    Added,
}

/// A piece of one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands, in UTF-16 code units of its side.
    pub span: Span,
    /// What became of it.
    pub how: How,
    /// Whether something else stood before it on this side: it was moved to where it is shown.
    pub moved: bool,
}

/// A line of the leading side, and what it is on the other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// Pieces of the pasted text.
    pub pasted: Vec<Piece>,
    /// Pieces of the repaired text.
    pub repaired: Vec<Piece>,
}

impl Row {
    /// Whether anything was changed in it or moved.
    pub fn is_changed(&self) -> bool {
        self.pasted.iter().chain(&self.repaired).any(|p| p.how != How::Same || p.moved)
    }

    fn push(&mut self, unit: Unit, moved: (bool, bool)) {
        push(&mut self.pasted, unit.pasted, unit.how, moved.0);
        push(&mut self.repaired, unit.repaired, unit.how, moved.1);
    }
}

/// A piece joins the one before it where they are alike.
fn push(pieces: &mut Vec<Piece>, span: Span, how: How, moved: bool) {
    if span.start == span.end {
        return;
    }
    match pieces.last_mut() {
        Some(last) if last.how == how && last.span.end == span.start => last.span.end = span.end,
        _ => pieces.push(Piece { span, how, moved }),
    }
}

/// A piece on both sides.
#[derive(Debug, Clone, Copy)]
struct Unit {
    pasted: Span,
    repaired: Span,
    how: How,
}

/// Sets the two texts side by side: a row for every line of the repaired text or, with `as_pasted`, of the pasted one.
/// All rows together hold every character of both sides once. Cost is linear but for sorting by place.
pub fn comparison(map: &SourceMap, pasted: &Text, repaired: &Text, as_pasted: bool) -> Vec<Row> {
    let mut units = with_removed(kept(map, pasted, repaired), pasted.utf16_len());
    if as_pasted {
        crate::order::by_key(&mut units, |u| (u.pasted.start, u.pasted.end));
    }
    let lead = if as_pasted { pasted } else { repaired };
    let mut rows: Vec<Row> = Vec::new();
    let mut row = Row::default();
    let mut ends = (0, 0);
    for unit in units.iter().flat_map(|unit| lines(*unit, lead, as_pasted)) {
        // Only the side that follows can be out of order.
        let moved = (
            !as_pasted && unit.how != How::Added && unit.pasted.start != ends.0,
            as_pasted && unit.how != How::Removed && unit.repaired.start != ends.1,
        );
        row.push(unit, moved);
        if unit.how != How::Added {
            ends.0 = unit.pasted.end;
        }
        if unit.how != How::Removed {
            ends.1 = unit.repaired.end;
        }
        let span = if as_pasted { unit.pasted } else { unit.repaired };
        if lead.slice(span).ends_with('\n') {
            rows.push(std::mem::take(&mut row));
        }
    }
    rows.push(row);
    rows.retain(|row| !row.pasted.is_empty() || !row.repaired.is_empty());
    rows
}

/// Everything that is in the repaired text, cut where characters begin to differ or to be the same.
fn kept(map: &SourceMap, pasted: &Text, repaired: &Text) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    for (now, before) in map.stretches() {
        let length = |span: Span| span.end - span.start;
        if length(before) != length(now) {
            let how = if before.start == before.end { How::Added } else { How::Changed };
            units.push(Unit { pasted: before, repaired: now, how });
            continue;
        }
        let mut at = 0;
        let mut first = true;
        for (old, new) in pasted.slice(before).chars().zip(repaired.slice(now).chars()) {
            let how = if old == new { How::Same } else { How::Changed };
            let next = at + new.len_utf16() as u32;
            match units.last_mut().filter(|last| !first && last.how == how) {
                Some(last) => {
                    last.pasted.end = before.start + next;
                    last.repaired.end = now.start + next;
                }
                None => units.push(Unit {
                    pasted: Span::new(before.start + at, before.start + next),
                    repaired: Span::new(now.start + at, now.start + next),
                    how,
                }),
            }
            (at, first) = (next, false);
        }
    }
    units
}

/// Puts in what was taken out, each stretch after the unit that it stood behind in the pasted text.
fn with_removed(units: Vec<Unit>, length: u32) -> Vec<Unit> {
    let mut by_source: Vec<usize> = (0..units.len()).collect();
    let of = |place: usize| units.get(place).map_or(Span::default(), |u| u.pasted);
    by_source.retain(|place| of(*place).start < of(*place).end);
    crate::order::by_key(&mut by_source, |place| of(*place).start);
    // Behind which unit (none: before all of them) which stretch stood.
    let mut removed: Vec<(Option<usize>, Span)> = Vec::new();
    let (mut end, mut behind) = (0, None);
    for place in by_source {
        let span = of(place);
        if span.start > end {
            removed.push((behind, Span::new(end, span.start)));
        }
        if span.end >= end {
            (end, behind) = (span.end, Some(place));
        }
    }
    if length > end {
        removed.push((behind, Span::new(end, length)));
    }
    crate::order::by_key(&mut removed, |(behind, span)| (*behind, span.start));
    let mut removed = removed.into_iter().peekable();
    let mut all = Vec::with_capacity(units.len());
    let mut take = |place: Option<usize>, at: u32, all: &mut Vec<Unit>| {
        while let Some((_, span)) = removed.next_if(|(behind, _)| *behind == place) {
            all.push(Unit { pasted: span, repaired: Span::new(at, at), how: How::Removed });
        }
    };
    take(None, 0, &mut all);
    for (place, unit) in units.into_iter().enumerate() {
        all.push(unit);
        take(Some(place), unit.repaired.end, &mut all);
    }
    all
}

/// Cuts a unit behind every line end of the leading side.
fn lines(unit: Unit, lead: &Text, as_pasted: bool) -> Vec<Unit> {
    let span = if as_pasted { unit.pasted } else { unit.repaired };
    let words = lead.slice(span);
    // Where the sides differ in length they cannot be cut alike; the other side then goes with the first line.
    let alike = unit.pasted.end - unit.pasted.start == unit.repaired.end - unit.repaired.start;
    let mut cut = Vec::new();
    let mut at = 0;
    for line in words.split_inclusive('\n') {
        let next = at + line.encode_utf16().count() as u32;
        let part = |whole: Span, leads: bool| match (leads || alike, at) {
            (true, _) => Span::new(whole.start + at, whole.start + next),
            (false, 0) => whole,
            (false, _) => Span::new(whole.end, whole.end),
        };
        cut.push(Unit {
            pasted: part(unit.pasted, as_pasted),
            repaired: part(unit.repaired, !as_pasted),
            how: unit.how,
        });
        at = next;
    }
    if cut.is_empty() {
        cut.push(unit);
    }
    cut
}

/// Changed characters as people can see them: `␣` for a space, `↵` for a line end.
pub fn visible(words: &str) -> String {
    let shown = |c: char| match c {
        ' ' | '\u{a0}' => '␣',
        '\n' => '↵',
        '\r' => '␍',
        '\t' => '⇥',
        '\u{c}' => '␌',
        '\u{3000}' => '□',
        '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => '␣',
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => '◌',
        '\u{85}' | '\u{2028}' | '\u{2029}' => '↵',
        other => other,
    };
    words.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Options;
    use crate::repair::repair;

    /// Rows as `pasted | repaired`; what was taken out in [], put in in {}, changed in <>, moved after ^.
    fn rows(before: &str, as_pasted: bool) -> Vec<String> {
        let done = repair(before, &Options::default());
        let (pasted, repaired) = (Text::new(before.into()), Text::new(done.text));
        let side = |text: &Text, pieces: &[Piece]| -> String {
            let piece = |p: &Piece| {
                let words = visible(text.slice(p.span));
                let words = match p.how {
                    How::Same => words,
                    How::Changed => format!("<{words}>"),
                    How::Removed => format!("[{words}]"),
                    How::Added => format!("{{{words}}}"),
                };
                if p.moved { format!("^{words}") } else { words }
            };
            pieces.iter().map(piece).collect()
        };
        comparison(&done.map, &pasted, &repaired, as_pasted)
            .iter()
            .map(|row| format!("{} | {}", side(&pasted, &row.pasted), side(&repaired, &row.repaired)))
            .collect()
    }

    #[test]
    fn clean_text_stands_beside_itself() {
        let text = "一、回顾\n产值5亿元，增长3%。";
        assert_eq!(rows(text, false), ["一、回顾↵ | 一、回顾↵", "产值5亿元，增长3%。 | 产值5亿元，增长3%。"]);
        assert_eq!(rows(text, true), rows(text, false));
    }

    #[test]
    fn changed_and_removed_characters_are_marked_on_their_side() {
        assert_eq!(
            rows("产值１２．５亿元，\u{200b}增长3%。", false),
            ["产值<１２．５>亿元，[◌]增长3%。 | 产值<12.5>亿元，增长3%。"]
        );
        let entity = rows("甲&amp;乙，产值5亿元。", true);
        assert_eq!(entity, ["甲<&amp;>乙，产值5亿元。 | 甲<&>乙，产值5亿元。"]);
    }

    #[test]
    fn moved_lines_are_marked_where_they_follow() {
        // Pasted: 丙丁 then 甲乙; repaired the other way round.
        let map = SourceMap::of_stretches(&[
            (Span::new(0, 3), Span::new(3, 6)),
            (Span::new(3, 6), Span::new(0, 3)),
        ]);
        let (pasted, repaired) = (Text::new("丙丁\n甲乙\n".into()), Text::new("甲乙\n丙丁\n".into()));
        let spans = |rows: &[Row]| -> Vec<(u32, bool, u32, bool)> {
            let one = |p: &[Piece]| p.first().map_or((9, false), |p| (p.span.start, p.moved));
            rows.iter()
                .map(|row| {
                    let ((a, b), (c, d)) = (one(&row.pasted), one(&row.repaired));
                    (a, b, c, d)
                })
                .collect()
        };
        assert_eq!(
            spans(&comparison(&map, &pasted, &repaired, false)),
            [(3, true, 0, false), (0, true, 3, false)]
        );
        assert_eq!(
            spans(&comparison(&map, &pasted, &repaired, true)),
            [(0, false, 3, true), (3, false, 0, true)]
        );
    }

    #[test]
    fn every_character_of_both_sides_stands_in_one_row() {
        let raw = std::fs::read_to_string(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../www/samples/xinyuan-2024.raw.txt"
        ))
        .unwrap();
        let done = repair(&raw, &Options::default());
        let (pasted, repaired) = (Text::new(raw), Text::new(done.text));
        for as_pasted in [false, true] {
            let rows = comparison(&done.map, &pasted, &repaired, as_pasted);
            let total = |side: fn(&Row) -> &[Piece]| -> u32 {
                rows.iter().flat_map(side).map(|p| p.span.end - p.span.start).sum()
            };
            assert_eq!(total(|r| &r.pasted), pasted.utf16_len(), "as pasted: {as_pasted}");
            assert_eq!(total(|r| &r.repaired), repaired.utf16_len(), "as pasted: {as_pasted}");
            assert!(rows.iter().any(|r| r.pasted.iter().chain(&r.repaired).any(|p| p.moved)));
        }
    }
}
