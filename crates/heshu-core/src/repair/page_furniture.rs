//! What a page carries besides its text: its number, and heads and feet that come back on every page.

use super::buffer::{Glyph, Log, source_of};
use super::continuity;
use super::lines::{Line, Lines, ends_sentence};
use super::margins;
use super::measures::Measures;
use super::white_space;
use crate::order;
use std::collections::HashMap;

/// 12, — 12 —, 第12页 共30页.
pub const NUMBER: &str = "page_number";
/// A line that comes back on page after page.
pub const HEAD: &str = "running_head";

/// So many lines stand at least between two bare page numbers.
const SHORTEST_PAGE: usize = 8;
/// A head is not longer than this.
const LONGEST_HEAD: usize = 40;

/// A head that no page border tells is one if the text reads on past it so well, in quarter-nats.
const SURELY: i32 = 3;

/// Takes page furniture out and marks where pages begin.
#[inline(never)]
pub fn repair(text: &mut Lines, measures: &Measures, log: &mut Log) {
    mark_gaps(text);
    let mut furniture = vec![None; text.lines.len()];
    if log.allows(NUMBER) {
        numbers(text, measures, &mut furniture);
    }
    margins::mark(text, log.allows(NUMBER), log.allows(HEAD), &mut furniture);
    if log.allows(HEAD) {
        heads(text, measures, &mut furniture);
    }
    if furniture.iter().all(Option::is_none) {
        return;
    }
    for (line, kind) in text.lines.iter().zip(&furniture) {
        if let Some(kind) = kind {
            log.count(kind, source_of(text.glyphs.get(line.start..line.end).unwrap_or_default()));
        }
    }
    let mut kept: Vec<Line> = Vec::with_capacity(text.lines.len());
    let mut page = false;
    for (line, kind) in text.lines.iter().zip(&furniture) {
        if kind.is_some() {
            page = true;
        } else {
            kept.push(Line { page: line.page || page, ..*line });
            page = false;
        }
    }
    text.lines = kept;
}

/// Where blank lines stand between all lines, a line without one before it begins a page.
fn mark_gaps(text: &mut Lines) {
    let wide = text.lines.iter().filter(|l| l.gap >= 2).count();
    if wide >= 20 && wide * 10 >= text.lines.len() * 8 {
        for line in text.lines.iter_mut().skip(1) {
            line.page |= line.gap <= 1 && line.indent >= 1;
        }
    }
}

fn numbers(text: &Lines, measures: &Measures, furniture: &mut [Option<&'static str>]) {
    let mut bare: Vec<(usize, u32)> = Vec::new();
    for i in 0..text.lines.len() {
        if text.is_whole(i) {
            continue;
        }
        match page_number(text.at(i)) {
            Some((_, true)) => set(furniture, i, NUMBER),
            // What has a known place is judged by it.
            Some((number, false)) if text.set_at(i).is_none() => bare.push((i, number)),
            _ => {}
        }
    }
    let parting: Vec<bool> =
        bare.iter().map(|(i, _)| parts_sentence(text, measures, furniture, *i)).collect();
    let counting = counting(&bare, &parting);
    for (at, (i, number)) in bare.iter().enumerate() {
        let page = |i: usize| text.lines.get(i).is_some_and(|l| l.page);
        // One higher than the one before, or one lower than the one after, a page apart.
        let neighbour = |other: Option<&(usize, u32)>, wanted: Option<u32>| {
            other.is_some_and(|(j, n)| Some(*n) == wanted && i.abs_diff(*j) > SHORTEST_PAGE)
        };
        let before = neighbour(at.checked_sub(1).and_then(|b| bare.get(b)), number.checked_sub(1));
        let after = neighbour(bare.get(at + 1), number.checked_add(1));
        let broken = measures.at(*i).is_some_and(|m| m.reads_on());
        let counts = counting.get(at) == Some(&true);
        let parts = broken && (before || after) && parting.get(at) == Some(&true);
        if counts || parts || page(i + 1) || (page(*i) && *i > 0) {
            set(furniture, *i, NUMBER);
        }
    }
}

/// Numbers that count on one by one.
#[derive(Clone, Copy)]
struct Run {
    /// The one before, as an index.
    before: Option<usize>,
    /// The line of the first.
    start: usize,
    length: usize,
    /// How many of them part a sentence.
    parting: usize,
}

/// Which of these numbers count on one by one, a page apart on the whole, and part sentences, as the numbers of a
/// table's rows do not. On a page whose lines stand in reverse order the number stands elsewhere than on others.
fn counting(bare: &[(usize, u32)], parting: &[bool]) -> Vec<bool> {
    // Where each number came last.
    let mut last: HashMap<u32, usize> = HashMap::new();
    let mut runs: Vec<Run> = Vec::with_capacity(bare.len());
    for (at, ((line, number), parts)) in bare.iter().zip(parting).enumerate() {
        let before = number.checked_sub(1).and_then(|n| last.get(&n)).copied();
        let run = before.and_then(|b| runs.get(b)).copied();
        let run = run.unwrap_or(Run { before: None, start: *line, length: 0, parting: 0 });
        let parting = run.parting + usize::from(*parts);
        runs.push(Run { before, start: run.start, length: run.length + 1, parting });
        last.insert(*number, at);
    }
    let mut counting = vec![false; bare.len()];
    for (at, ((line, _), run)) in bare.iter().zip(&runs).enumerate().rev() {
        let long = run.length >= 3 && line - run.start >= SHORTEST_PAGE * (run.length - 1);
        if let Some(place) = counting.get_mut(at) {
            *place |= long && run.parting * 3 >= run.length;
        }
        if counting.get(at) == Some(&true)
            && let Some(place) = run.before.and_then(|b| counting.get_mut(b))
        {
            *place = true;
        }
    }
    counting
}

/// The number, and whether marks or words say that it is a page's.
pub fn page_number(line: &[Glyph]) -> Option<(u32, bool)> {
    if line.len() > 20 {
        return None;
    }
    let text: String = line.iter().map(|g| g.ch).filter(|c| !white_space::is_white(*c)).collect();
    let dash = |c: char| matches!(c, '-' | '—' | '–' | '－' | '―' | '─' | '~' | '～' | '·' | '•');
    let inner = text.trim_matches(dash);
    if let Some(number) = digits(inner) {
        let decorated = text.starts_with(dash) && text.ends_with(dash);
        return (inner == text || decorated).then_some((number, decorated));
    }
    // 第12页 共30页, 12/30, Page 12 of 30: nothing but numbers and these words.
    let page_words = ["第", "页", "共", "Page", "page", "of", "/", ",", "，"];
    let mut rest = inner;
    let mut number = None;
    let mut words = false;
    while let Some(c) = rest.chars().next() {
        if c.is_ascii_digit() {
            let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
            number = number.or(rest.strip_suffix(after).and_then(digits));
            rest = after;
        } else {
            let word = page_words.iter().find(|w| rest.starts_with(**w))?;
            words |= matches!(*word, "页" | "Page" | "page" | "/");
            rest = rest.strip_prefix(word)?;
        }
    }
    // A bare fraction may be a table's.
    let told = words && (!inner.contains('/') || inner.contains('页'));
    number.map(|n| (n, told))
}

fn digits(text: &str) -> Option<u32> {
    let short = (1..=3).contains(&text.len());
    (short && text.chars().all(|c| c.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

fn heads(text: &Lines, measures: &Measures, furniture: &mut [Option<&'static str>]) {
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    for i in 0..text.lines.len() {
        let line = text.at(i);
        // What ends a sentence, as 各位代表！ does, is text however often it comes.
        let sentence = line.last().is_some_and(|g| matches!(g.ch, '。' | '！' | '？' | '；' | '：' | '，'));
        let judged = sentence || text.is_whole(i) || text.set_at(i).is_some();
        if judged || line.len() > LONGEST_HEAD || furniture.get(i).is_some_and(Option::is_some) {
            continue;
        }
        let words = words_of(line);
        if words.chars().count() >= 2 {
            places.entry(words).or_default().push(i);
        }
    }
    let mut found: Vec<usize> = Vec::new();
    for places in places.values().filter(|p| p.len() >= 2) {
        let at_border = places.iter().filter(|i| borders_page(text, furniture, **i)).count();
        let within = places.iter().filter(|i| parts_sentence(text, measures, furniture, **i)).count();
        let bordering = at_border >= 2 && (at_border + 1) * 3 >= places.len() * 2;
        // Words that only come back, at the same place of a line by chance, read on from the line before.
        let past: i32 = places.iter().map(|i| reads_on_past(text, furniture, *i)).sum();
        let sure = past >= SURELY * places.len() as i32;
        let recurs = bordering && within * 2 >= at_border && past >= 0
            || (places.len() >= 3 && within * 3 >= places.len() && within >= 2 && sure);
        if recurs && !is_phrase(text, furniture, places) {
            let title = title_among(text, places);
            found.extend(places.iter().filter(|i| Some(**i) != title));
        }
    }
    for i in found {
        set(furniture, i, HEAD);
    }
}

/// The first lines of a text, among which its title stands.
const FRONT: usize = 12;

/// Which of the places of a head is not the head but the title itself.
fn title_among(text: &Lines, places: &[usize]) -> Option<usize> {
    let front: Vec<usize> = places.iter().copied().filter(|i| *i < FRONT).collect();
    let first = *front.first()?;
    let bare = |i: &usize| !text.at(*i).iter().any(|g| g.ch.is_ascii_digit());
    let names_report = |i: usize| {
        let words = words_of(text.at(i));
        !places.contains(&i) && text.at(i).len() <= LONGEST_HEAD && words.ends_with("报告")
    };
    if front.len() == 1 && (0..FRONT.min(text.lines.len())).any(names_report) {
        return None;
    }
    front.into_iter().find(bare).or(Some(first))
}

/// A line without its numbers and white space.
pub fn words_of(line: &[Glyph]) -> String {
    line.iter().map(|g| g.ch).filter(|c| !white_space::is_white(*c) && !c.is_ascii_digit()).collect()
}

/// Whether a page begins at or just after this line, furniture apart.
fn borders_page(text: &Lines, furniture: &[Option<&'static str>], i: usize) -> bool {
    let number = |i: usize| furniture.get(i).is_some_and(Option::is_some);
    let page = |i: usize| text.lines.get(i).is_none_or(|l| l.page);
    page(i) || page(i + 1) || number(i + 1) || i.checked_sub(1).is_some_and(|b| number(b) || page(b))
}

/// By how much the line before, if it ends no sentence, reads on better to the line after than by way of this one.
fn reads_on_past(text: &Lines, furniture: &[Option<&'static str>], i: usize) -> i32 {
    let number = |i: &usize| furniture.get(*i).is_some_and(Option::is_some);
    let before = (0..i).rev().take(3).find(|b| !number(b)).and_then(|b| text.at(b).last());
    let after = (i + 1..i + 4).find(|a| !number(a)).and_then(|a| text.at(a).first());
    match (before, text.at(i).first(), after) {
        (Some(before), Some(here), Some(after)) if !ends_sentence(before.ch) => {
            let onwards = text.at(i).last().map_or(0, |last| continuity::follows(last.ch, after.ch));
            continuity::follows(before.ch, after.ch) - onwards.max(continuity::follows(before.ch, here.ch))
        }
        _ => 0,
    }
}

/// Whether these lines are a phrase that comes back, broken at the same places: what follows it, at once or, where two
/// columns were taken across, over one line, begins alike and goes on differently. Two heads on a page are whole alike.
fn is_phrase(text: &Lines, furniture: &[Option<&'static str>], places: &[usize]) -> bool {
    (0..2).any(|nth| {
        let follows = |i: &usize| {
            let lines = i + 1..i + 5;
            let line = lines.filter(|i| furniture.get(*i).is_some_and(Option::is_none)).nth(nth)?;
            let words = words_of(text.at(line));
            let begins: String = words.chars().take(2).collect();
            (begins.chars().count() == 2).then_some((begins, words))
        };
        let mut found: Vec<(String, String)> = places.iter().filter_map(follows).collect();
        order::ascending(&mut found);
        let alike = found.chunk_by(|a, b| a.0 == b.0).max_by_key(|run| run.len()).unwrap_or_default();
        let differ = alike.first().zip(alike.last()).is_some_and(|(a, b)| a.1 != b.1);
        alike.len() >= 2 && alike.len() * 3 >= places.len() * 2 && differ
    })
}

/// Whether the lines before and after this one, furniture apart, are parts of one sentence.
fn parts_sentence(text: &Lines, measures: &Measures, furniture: &[Option<&'static str>], i: usize) -> bool {
    let Some(measure) = measures.at(i) else { return false };
    let number = |i: &usize| furniture.get(*i).is_some_and(Option::is_some);
    let Some(before) = (0..i).rev().take(3).find(|b| !number(b)) else { return false };
    let line = text.at(before);
    let full = measure.lacks(measure.width(line)) <= measure.slack;
    full && line.last().is_some_and(|g| !ends_sentence(g.ch))
}

fn set(furniture: &mut [Option<&'static str>], i: usize, kind: &'static str) {
    if let Some(place) = furniture.get_mut(i) {
        *place = Some(kind);
    }
}

#[cfg(test)]
mod tests {
    use super::super::buffer::glyphs_of;
    use super::super::testing::{lines_after, prose};
    use super::*;

    /// What is kept of prose where lines are put in after every so many, and the prose.
    fn kept(every: usize, put_in: impl Fn(usize) -> Vec<String>) -> (Vec<String>, Vec<String>) {
        let clean = prose(14, 48);
        let pages = clean.chunks(every).enumerate();
        let pasted: Vec<String> = pages.flat_map(|(i, page)| [page, &put_in(i)].concat()).collect();
        let found = lines_after(&pasted.join("\n"), |text, log| {
            let measures = Measures::of(text);
            repair(text, &measures, log);
        });
        (found, clean)
    }

    #[test]
    fn heads_and_numbers_are_taken_out() {
        let (found, clean) = kept(12, |i| vec![format!("{}", i + 1)]);
        assert_eq!(found, clean);
        let (found, clean) = kept(12, |_| vec!["甲乙县人民政府办公室文件".to_owned()]);
        assert_eq!(found, clean);
    }

    #[test]
    fn a_phrase_that_comes_back_is_no_head() {
        let ends = ["夯实产业基础", "激发内生活力", "擦亮城市底色", "凝聚各方力量"];
        let phrase = |i: usize| {
            let end = ends[i % ends.len()];
            vec!["攻坚战为全面建设社会主义现".to_owned(), format!("代化新区{end}")]
        };
        let (found, clean) = kept(12, phrase);
        assert_eq!(found.len(), clean.len() + 8);
    }

    #[test]
    fn page_numbers_are_known_by_their_form() {
        for (line, wanted) in [
            ("12", Some((12, false))),
            ("— 12 —", Some((12, true))),
            ("- 3 -", Some((3, true))),
            ("－12－", Some((12, true))),
            ("第12页 共30页", Some((12, true))),
            ("第 3 页", Some((3, true))),
            ("Page 4 of 9", Some((4, true))),
            ("3/30", Some((3, false))),
            ("2023", None),
            ("——12个项目", None),
            ("-12%", None),
            ("第三页", None),
        ] {
            assert_eq!(page_number(&glyphs_of(line)), wanted, "{line}");
        }
    }
}
