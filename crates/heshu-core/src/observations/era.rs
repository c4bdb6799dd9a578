//! Eras: the years that a stretch of a report speaks of where its sentences name none.

use super::stance::plans;
use super::time::{Calendar, Mark, Years, written_years};
use crate::letters::Letters;
use crate::lexicon;
use crate::model::Part;
use crate::outline::Outline;
use std::ops::Range;

/// Follows a report sentence by sentence and knows which years it is speaking of.
#[derive(Default)]
pub struct Eras {
    /// The span of years spoken of; none where it is the one year of the part.
    pub current: Option<Years>,
    horizon: Option<Years>,
    part: Option<Part>,
    /// What a line of a plan looks back on, if its first sentence does: 五年来，人民生活明显改善。…
    past: Option<Mark>,
    /// Where the line begins.
    start: usize,
    /// What was spoken of before a sentence inside this line turned aside to other years.
    aside: Option<Option<Years>>,
    /// Whether a sentence has said that the stretch is of one year.
    annual: bool,
}

impl Eras {
    /// Comes to a new line, at its byte offset.
    pub fn line(&mut self, start: usize) {
        self.past = None;
        self.start = start;
        if let Some(before) = self.aside.take() {
            self.current = before;
        }
    }

    /// Comes to a sentence.
    #[inline(never)]
    pub fn sentence(
        &mut self,
        text: &str,
        outline: &Outline,
        at: &Range<usize>,
        part: Part,
        calendar: Calendar,
    ) {
        let horizon = outline.years_at(at.start);
        if self.horizon != horizon || self.part != Some(part) {
            self.horizon = horizon;
            self.part = Some(part);
            self.annual = false;
            match horizon {
                Some((first, last)) if first < last => self.current = Some((first, last)),
                _ if plans(part) => self.current = None,
                _ => {}
            }
        }
        let Some(review) = calendar.review else { return };
        let words = text.get(at.clone()).unwrap_or_default();
        // Whatever opens a stretch of years holds one of these.
        if OPENS.next_in(words.get(..words.floor_char_boundary(4 * HEAD)).unwrap_or_default(), 0).is_none() {
            return;
        }
        let cut = words.char_indices().nth(HEAD).map(|(end, _)| end);
        let short = cut.is_none();
        let head = words.get(..cut.unwrap_or(words.len())).unwrap_or_default();
        if !head.contains(['年', '五', '届']) {
            return;
        }
        if plans(part) {
            let report = review + 1;
            // Where a span is spoken of that ends then, what is done over it stays its own.
            let spanned = |goal| self.current.is_some_and(|(first, last)| first < last && last == goal);
            if let Some(goal) = envisioned(words, report).filter(|goal| !spanned(*goal)) {
                self.aside.get_or_insert(self.current);
                self.current = Some((goal, goal));
            } else if short && lexicon::FIVE_YEARS_AHEAD.any(head) {
                self.current = Some((report, report + 4));
            } else if (short && head.contains(&format!("{report}年"))) || head.contains("今年") {
                self.current = None;
            }
            return;
        }
        let year = opens_with_year(head, review, short);
        // 刚刚过去的2005年，是本届政府…: a sentence of that year, and no heading.
        let told = year && says_of_year(head, review);
        if let Some(years) = looks_back(head, review)
            && (short || !year)
            && !told
        {
            // The first words of a line open a stretch; later ones speak for their line only.
            // So do those that speak of a plan that still runs: 2023年…“十四五”以来.
            let running = lexicon::FIVE_YEARS_BACK.find(head).next().is_none() && years.0 + 4 > review;
            // In the review of one year a line may look back on five, unless it only announces what follows.
            let told_here =
                words.split_once('，').is_some_and(|(_, rest)| rest.contains(|c: char| c.is_ascii_digit()));
            let once = self.annual && told_here && !words.trim_end().ends_with(['：', ':']);
            if at.start > self.start + OPENING || running || once {
                self.aside.get_or_insert(self.current);
            }
            self.current = Some(years);
        } else if year {
            // 2007年，出口达到… in a stretch of five years: this line tells of its last year.
            let stretch = horizon.is_some_and(|(first, last)| first < last);
            if stretch && !short && !told {
                self.aside.get_or_insert(self.current);
            }
            self.annual = !stretch;
            self.current = None;
        }
    }

    /// The mark that holds at a place of a sentence: its own, or in a plan what its line looks back on.
    pub fn mark<'a>(&'a mut self, marks: &'a [Mark], at: usize, part: Part, words: &str) -> Option<&'a Mark> {
        let own = marks.iter().rev().find(|mark| mark.at <= at);
        if let Some(mark) = own {
            // 五年来 opens a look back; 去年 is of its own sentence.
            let span = mark.years.is_some_and(|(first, last)| first < last);
            if plans(part) && mark.past && span && self.past.is_none() {
                self.past = Some(mark.clone());
            }
            return own;
        }
        let ahead = || lexicon::AHEAD.any(words) || words.contains("今年");
        self.past.as_ref().filter(|_| !ahead())
    }
}

/// The characters of a sentence in which words that open a stretch of years are looked for.
const HEAD: usize = 26;
/// What is in all of these words.
const OPENS: Letters = Letters::of(&['年', '五', '届']);

/// A heading of this many bytes may stand before the words that open a line.
const OPENING: usize = 150;

/// The year of a vision: 到2035年，建成现代化强县。, a sentence without a number. What follows in its line is of that year.
fn envisioned(words: &str, report: i32) -> Option<i32> {
    let (before, rest) = words.split_once('到')?;
    let (years, taken) = written_years(rest)?;
    let said = rest.get(taken..)?;
    let opens = before.is_empty() || before.ends_with(['，', '。', '：']);
    let bare = |words: &str| !words.contains(|c: char| c.is_ascii_digit());
    (opens && said.starts_with('，') && bare(before) && bare(said) && years.1 > report).then_some(years.1)
}

/// 2020年是…, or a short heading: not a year somewhere in the sentence.
fn opens_with_year(head: &str, review: i32, short: bool) -> bool {
    let opening = head.trim_start_matches(|c: char| "各位代表，：！、（）一二三 ".contains(c));
    let opening = ["刚刚过去的", "即将过去的", "过去的"]
        .iter()
        .find_map(|w| opening.strip_prefix(w))
        .unwrap_or(opening);
    let year = format!("{review}年");
    let names = [year.as_str(), "过去一年", "一年来"];
    names.iter().any(|name| opening.starts_with(name) || (short && head.contains(name)))
}

/// Whether a sentence begins by saying something of the year: 过去的2005年，是….
fn says_of_year(head: &str, review: i32) -> bool {
    let year = format!("{review}年");
    let after = head.find(&year).and_then(|at| head.get(at + year.len()..)).unwrap_or_default();
    let after = after.trim_start_matches('，');
    after.starts_with('是')
}

/// The years that the start of a sentence looks back on, if they are several.
fn looks_back(head: &str, review: i32) -> Option<Years> {
    if lexicon::FIVE_YEARS_BACK.any(head) {
        return Some((review - 4, review));
    }
    let (_, first) = lexicon::FIVE_YEAR_PLAN.iter().find(|(plan, _)| {
        let Some(at) = head.find(plan) else { return false };
        // 国家确定的“十二五”期间…服务: inside a phrase it says of which years the thing is, not the text.
        let opening = head.get(..at).unwrap_or_default().trim_end_matches('“');
        (!opening.ends_with('的') || opening.ends_with("过去的"))
            && head.get(at + plan.len()..).is_some_and(|rest| {
                let rest = rest.trim_start_matches('”');
                ["时期", "期间", "以来"].iter().any(|word| rest.starts_with(word))
            })
    })?;
    // Of a plan that ended long ago, or is still to come, nothing is reported here.
    (*first <= review && review <= first + 4).then_some((*first, review))
}
