//! Cells: each number of a sentence with the words around it.

use crate::lexicon;
use crate::quantities::{Form, Quantity};
use crate::text::signs;
use std::ops::Range;

/// What stands between a cell and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing that divides: 51个行政村5.97万宗宅基地.
    Direct,
    /// 、 or 和: a list goes on.
    Pause,
    /// A comma.
    Comma,
    /// A semicolon or colon.
    Semicolon,
    /// It is the first of its sentence.
    Start,
}

/// One number and the words around it. All ranges are bytes of the text.
#[derive(Debug, Clone)]
pub struct Cell<'a> {
    /// The number.
    pub quantity: &'a Quantity,
    /// What stands between the cell before and this one.
    pub gap: Gap,
    /// Clauses without a number between the cell before and this one.
    pub intro: Range<usize>,
    /// The words before the number, back to the last divider.
    pub lead: Range<usize>,
    /// The words behind the number, up to the next divider.
    pub tail: Range<usize>,
}

/// Divides a sentence into cells, one for each quantity in it.
pub fn cells<'a>(text: &str, sentence: Range<usize>, quantities: &'a [Quantity]) -> Vec<Cell<'a>> {
    let mut cells: Vec<Cell<'a>> = Vec::with_capacity(quantities.len());
    let mut at = sentence.start;
    for (i, quantity) in quantities.iter().enumerate() {
        let first = i == 0;
        let words = at..quantity.range.start.max(at);
        let counted = |before: usize| quantities.get(before)?.measure.filter(|unit| unit.counts);
        let counts = i.checked_sub(1).and_then(counted).is_some();
        let end = tail_end(text, quantity.range.end, sentence.end);
        let gap = divide(text, words.clone(), first, counts, quantity, end);
        if let Some(previous) = cells.last_mut() {
            previous.tail = gap.tail;
        }
        cells.push(Cell {
            quantity,
            gap: if first { Gap::Start } else { gap.kind },
            intro: gap.intro,
            lead: gap.lead,
            tail: quantity.range.end..quantity.range.end,
        });
        at = quantity.range.end;
    }
    if let Some(last) = cells.last_mut() {
        last.tail = at..tail_end(text, at, sentence.end);
    }
    cells
}

struct Divided {
    kind: Gap,
    tail: Range<usize>,
    intro: Range<usize>,
    lead: Range<usize>,
}

/// A divider of a gap: where it stands, how long it is, how strong.
struct Divider {
    at: usize,
    len: usize,
    kind: Gap,
}

fn divide(
    text: &str,
    words: Range<usize>,
    first: bool,
    counts: bool,
    next: &Quantity,
    next_tail: usize,
) -> Divided {
    let gap = text.get(words.clone()).unwrap_or_default();
    let dividers = dividers(gap, first);
    let absolute = |range: Range<usize>| words.start + range.start..words.start + range.end;
    let strong = |d: &&Divider| d.kind >= Gap::Comma;
    if let (Some(open), Some(close)) = (dividers.iter().find(strong), dividers.iter().rfind(strong)) {
        let kind = dividers.iter().map(|d| d.kind).max().unwrap_or(Gap::Comma);
        // Behind a number a list without numbers belongs to its noun: 63件中央及自治区、兵团信访案件.
        let tail = dividers.first().map_or(open.at, |d| if d.at == 0 { 0 } else { open.at });
        // What stands before a semicolon is another statement.
        let semicolon = dividers.iter().rfind(|d| d.kind == Gap::Semicolon && d.at < close.at);
        let ended = gap.get(close.at..).is_some_and(|rest| rest.starts_with(['；', ';']));
        let intro_start = match semicolon {
            _ if ended => close.at,
            Some(d) => d.at + d.len,
            None if first => 0,
            None => open.at + open.len,
        };
        return Divided {
            kind,
            tail: absolute(0..tail),
            intro: absolute(intro_start.min(close.at)..close.at),
            lead: absolute(close.at + close.len..gap.len()),
        };
    }
    let none = |at: usize| absolute(at..at);
    if first {
        return Divided { kind: Gap::Start, tail: none(0), intro: none(0), lead: words.clone() };
    }
    // A gap that begins with a verb of action leads up to the next number.
    // Unless a pause ends it: 两次降低准备金率、两次下调利率.
    let paused = dividers.last().is_some_and(|d| d.at + d.len == gap.len());
    // 30个开工项目完成投资20亿元: but not of what was just counted.
    let noun = |verb: &str| {
        let behind = gap.trim_start_matches(' ').strip_prefix(verb).unwrap_or_default();
        counts && lexicon::COUNTED_BY_DEED.begins(behind).is_some()
    };
    if lexicon::ACTION.begins(gap.trim_start_matches(' ')).is_some_and(|verb| !noun(verb)) && !paused {
        return Divided { kind: Gap::Direct, tail: none(0), intro: none(0), lead: words.clone() };
    }
    // 总长15.7公里的甲路、乙路等19条道路: the words serve both numbers.
    // 总投资12亿元的甲校、总投资7100万元的乙校: a second measure of money begins another thing.
    // 70%以上的总部、50%以上的机构: so does another number.
    let again = dividers.last().filter(|d| {
        let measure = gap.get(d.at + d.len..).unwrap_or_default();
        d.at > '的'.len_utf8() && (measure.is_empty() || lexicon::GENERIC.has(measure))
    });
    if gap.starts_with('的')
        && let Some(pause) = again
    {
        return Divided {
            kind: Gap::Pause,
            tail: absolute(0..pause.at),
            intro: none(pause.at),
            lead: absolute(pause.at + pause.len..gap.len()),
        };
    }
    if gap.starts_with('的') {
        let lead = words.start + '的'.len_utf8()..words.end;
        return Divided { kind: Gap::Direct, tail: words, intro: lead.start..lead.start, lead };
    }
    if let Some(pause) = dividers.first() {
        return Divided {
            kind: Gap::Pause,
            tail: absolute(0..pause.at),
            intro: none(pause.at),
            lead: absolute(pause.at + pause.len..gap.len()),
        };
    }
    // Nothing divides: the words belong to the number that would be bare without them.
    let next_is_bare = next_tail <= next.range.end;
    let lead = if next_is_bare { words.clone() } else { none(gap.len()) };
    // 1265亩居全市第一: the words are the rank's.
    let tail = if next.form == Form::Rank { none(0) } else { words.clone() };
    Divided { kind: Gap::Direct, tail, intro: none(0), lead }
}

/// The dividers of a gap at its own depth in brackets.
fn dividers(gap: &str, first: bool) -> Vec<Divider> {
    let mut found = Vec::new();
    let mut opened: Vec<(usize, usize)> = Vec::new();
    let mut quoted = false;
    let chars = gap.char_indices();
    for (at, c) in chars {
        let len = c.len_utf8();
        match c {
            '“' | '《' => quoted = true,
            '”' | '》' => quoted = false,
            '（' | '(' => opened.push((at, found.len())),
            '）' | ')' => {
                if let Some((_, keep)) = opened.pop() {
                    // Balanced brackets without a number are part of a name.
                    found.truncate(keep);
                } else {
                    found.push(Divider { at, len, kind: Gap::Comma });
                }
            }
            _ if quoted => {}
            '，' | ',' => found.push(Divider { at, len, kind: Gap::Comma }),
            '；' | ';' | '：' | ':' => found.push(Divider { at, len, kind: Gap::Semicolon }),
            '、' => found.push(Divider { at, len, kind: Gap::Pause }),
            _ if !first => {
                if let Some(word) = conjunction(gap, at)
                    && found.last().is_none_or(|d: &Divider| d.at + d.len <= at)
                {
                    found.push(Divider { at, len: word, kind: Gap::Pause });
                }
            }
            _ => {}
        }
    }
    // A bracket that stays open holds the next number.
    for (at, keep) in opened {
        found.truncate(keep);
        found.push(Divider { at, len: '（'.len_utf8(), kind: Gap::Comma });
    }
    crate::order::by_key(&mut found, |d| d.at);
    found
}

/// The length of the conjunction at `at`, if one stands there and not a word that holds its character.
pub fn conjunction(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    // Nearly all characters.
    if !rest.starts_with(['以', '和', '与', '及', '或', '并']) {
        return None;
    }
    let before = text.get(..at)?.chars().next_back();
    let (word, bad_before, bad_after) = [
        ("以及", "", ""),
        ("和", "饱共祥总协温缓柔谐调平均磋讲中", "谐美平田睦气解善县"),
        ("与", "参给赠授", "会时日"),
        ("及", "普涉顾波触企以遍提", "时其格"),
        ("或", "", ""),
        ("并", "合兼吞", "网购轨行举存"),
    ]
    .into_iter()
    .find(|(word, ..)| rest.starts_with(word))?;
    let after = rest.get(word.len()..)?.chars().next();
    let inside =
        before.is_some_and(|c| bad_before.contains(c)) || after.is_some_and(|c| bad_after.contains(c));
    (!inside).then_some(word.len())
}

/// Where the words behind a number end: at the next divider at the same depth.
fn tail_end(text: &str, at: usize, end: usize) -> usize {
    let rest = text.get(at..end).unwrap_or_default();
    let mut depth = 0u32;
    let mut quoted = false;
    // A list goes on right behind the number: nothing follows it. 91.2%和92%
    let next = conjunction(rest, 0).and_then(|len| rest.get(len..)).and_then(|after| after.chars().next());
    // …以上并提升达标率: another statement.
    let on = rest.starts_with('并') && conjunction(rest, 0).is_some();
    if rest.starts_with('、') || on || next.is_some_and(|c| c.is_ascii_digit()) {
        return at;
    }
    for (i, c) in rest.char_indices() {
        match c {
            '“' | '《' => quoted = true,
            '”' | '》' => quoted = false,
            '（' | '(' => depth += 1,
            '）' | ')' if depth == 0 => return at + i,
            '）' | ')' => depth -= 1,
            '，' | '；' | '：' | '。' | ',' | ';' | ':' | '！' | '？' | '\n' if depth == 0 && !quoted =>
            {
                return at + i;
            }
            _ => {}
        }
    }
    end
}

/// Longer than any sentence that was written as one, in bytes. Parts of a sentence are held against each other:
/// what has no full stop (a pasted table) is divided at a comma, or its cost would grow with its square.
const LONGEST: usize = 3000;

/// The sentences of a line, as byte ranges: up to 。！？ or the end of the line.
#[inline(never)]
pub fn sentences(text: &str, line: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = line.start;
    let words = text.get(line.clone()).unwrap_or_default();
    let mut step = |(i, c): (usize, char)| {
        let end = line.start + i;
        let long = end - start;
        let endless = (long > LONGEST && matches!(c, '，' | '；' | '、' | ' ')) || long > 3 * LONGEST;
        if endless || matches!(c, '。' | '！' | '？') {
            if end > start {
                out.push(start..end);
            }
            start = end + c.len_utf8();
        }
    };
    if words.len() > LONGEST {
        words.char_indices().for_each(&mut step);
    } else {
        signs(words).for_each(&mut step);
    }
    if line.end > start {
        out.push(start..line.end);
    }
    out
}
