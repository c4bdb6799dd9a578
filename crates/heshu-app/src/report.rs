//! A report on the page: its analysis, and everything drawn from it that does not change until the next analysis.

use heshu_core::checks::Audit;
use heshu_core::model::{Analysis, Check, Observation, Span, Unchecked, Verdict};
use heshu_core::text::Text;
use heshu_core::views::{
    Heading, Judgement, Judgements, Mark, Pair, Paragraph, Tally, Theme, gravest, headings, marks,
    paragraphs, tally, targets_beside_results, themes, worst_of,
};
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Deref;
use std::rc::Rc;

/// What is known of one report.
#[derive(Debug)]
pub struct Report {
    /// As it was pasted.
    pub pasted: Rc<str>,
    /// What the core made of it, but for its checks.
    pub analysis: Analysis,
    /// What its checks say, once they are there.
    audited: OnceCell<Audited>,
    /// The repaired text, to be sliced by spans.
    pub text: Text,
    /// Every number that an observation owns.
    pub marks: Vec<Mark>,
    /// The lines of the text.
    pub paragraphs: Vec<Paragraph>,
    /// The paragraphs that are drawn together: from, up to.
    pub blocks: Vec<(usize, usize)>,
    /// Targets beside results.
    pub pairs: Vec<Pair>,
    /// All observations by their themes.
    pub themes: Vec<Theme>,
    /// The periods that the observations name, latest first.
    pub periods: Vec<String>,
    /// The sections to jump by.
    pub headings: Vec<Heading>,
    /// Kinds of repair that a person switched off.
    pub without_repairs: Vec<String>,
}

/// What the checks of a report say.
#[derive(Debug)]
struct Audited {
    audit: Audit,
    /// Counts of the checks.
    tally: Tally,
    /// The gravest verdict on each observation.
    verdicts: Vec<Option<Verdict>>,
    /// The check to look at first, of each observation that has one.
    gravest: HashMap<u32, usize>,
}

/// A report that many components look at, before or after its checks are there. Two are equal only if they are the same
/// one at the same time: what is drawn alike before and after takes it by [`Shared::unless`].
#[derive(Debug, Clone)]
pub struct Shared(Rc<Report>, bool);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) && self.1 == other.1
    }
}

impl Deref for Shared {
    type Target = Report;

    fn deref(&self) -> &Report {
        &self.0
    }
}

impl Shared {
    /// What tells this report from others that are there.
    pub fn key(&self) -> usize {
        Rc::as_ptr(&self.0).addr()
    }

    /// The report once its checks are there.
    pub fn audited(&self, audit: Audit) -> Self {
        self.0.audited.get_or_init(|| Audited {
            tally: tally(&audit.checks),
            verdicts: worst_of(&audit.checks, self.0.analysis.observations.len()),
            gravest: gravest(&audit.checks),
            audit,
        });
        Self(Rc::clone(&self.0), true)
    }

    /// For what the checks say nothing of (`silent`): the same before and after they are there.
    pub fn unless(&self, silent: bool) -> Self {
        Self(Rc::clone(&self.0), self.1 && !silent)
    }

    /// Arranges an analysis; its checks come by [`Self::audited`]. Between its steps it asks `breathe`, which may wait,
    /// whether to go on; none where not.
    pub async fn arrange(
        pasted: Rc<str>,
        analysis: Analysis,
        without_repairs: Vec<String>,
        breathe: impl AsyncFn() -> bool,
    ) -> Option<Self> {
        macro_rules! step {
            ($made:expr) => {{
                let made = $made;
                if !breathe().await {
                    return None;
                }
                made
            }};
        }
        let text = step!(analysis.text.clone());
        let text = step!(Text::new(text));
        let marks = step!(marks(&analysis.observations));
        let paragraphs = step!(cut(paragraphs(&text, &analysis.sections, &marks), &marks));
        let mut starts: Vec<u32> = analysis.observations.iter().map(|o| o.span.start).collect();
        heshu_core::order::ascending(&mut starts);
        let all: Vec<u32> = analysis.observations.iter().map(|o| o.id).collect();
        Some(Self(
            Rc::new(Report {
                themes: step!(themes(&analysis.observations, &all)),
                headings: step!(headings(&analysis.sections, &starts)),
                pairs: step!(targets_beside_results(&analysis)),
                periods: step!(periods(&analysis.observations)),
                pasted,
                text,
                marks,
                blocks: blocks(&paragraphs),
                paragraphs,
                without_repairs,
                audited: OnceCell::new(),
                analysis,
            }),
            false,
        ))
    }

    /// The same without a breath, and with its checks.
    #[cfg(test)]
    pub fn new(pasted: Rc<str>, mut analysis: Analysis, without_repairs: Vec<String>) -> Self {
        let audit = Audit::of(&mut analysis);
        Self::before_checks(pasted, analysis, without_repairs).audited(audit)
    }

    /// The same before they are there.
    #[cfg(not(target_family = "wasm"))]
    pub fn before_checks(pasted: Rc<str>, analysis: Analysis, without_repairs: Vec<String>) -> Self {
        use std::task::{Context, Poll, Waker};
        let arranging = std::pin::pin!(Self::arrange(pasted, analysis, without_repairs, async || true));
        match arranging.poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(Some(report)) => report,
            _ => unreachable!("there is nothing to wait for"),
        }
    }

    /// Draws of the text only the paragraphs that begin in its first `length` UTF-16 code units.
    #[cfg(not(target_family = "wasm"))]
    pub fn shortened(mut self, length: u32) -> Self {
        if let Some(report) = Rc::get_mut(&mut self.0) {
            let drawn = report.paragraphs.partition_point(|paragraph| paragraph.span.start < length);
            report.blocks.retain(|block| block.0 < drawn);
            report.blocks.iter_mut().for_each(|block| block.1 = block.1.min(drawn));
        }
        self
    }
}

/// So much of the text is drawn together, in UTF-16 code units.
const BLOCK: u32 = 3000;

/// Cuts paragraphs that no report has, between their marks: a block must not hold much more than others.
fn cut(paragraphs: Vec<Paragraph>, marks: &[Mark]) -> Vec<Paragraph> {
    let mut all = Vec::with_capacity(paragraphs.len());
    for mut rest in paragraphs {
        while rest.span.end - rest.span.start > 2 * BLOCK {
            let (first, last) = rest.marks;
            let mut end = rest.span.start + BLOCK;
            let inside = marks.get(first..last).unwrap_or_default();
            let before = inside.partition_point(|m| m.span.start < end);
            let over = before.checked_sub(1).and_then(|at| inside.get(at)).map_or(0, |m| m.span.end);
            end = end.max(over).min(rest.span.end);
            let piece = Span::new(rest.span.start, end);
            all.push(Paragraph { span: piece, heading: rest.heading.take(), marks: (first, first + before) });
            rest.span.start = end;
            rest.marks.0 = first + before;
        }
        all.push(rest);
    }
    all
}

/// Puts neighbours together until a block is full.
fn blocks(paragraphs: &[Paragraph]) -> Vec<(usize, usize)> {
    let mut blocks: Vec<(usize, usize)> = Vec::new();
    let mut held = 0;
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let length = paragraph.span.end - paragraph.span.start;
        match blocks.last_mut() {
            Some(block) if held + length <= BLOCK => block.1 = at + 1,
            _ => {
                blocks.push((at, at + 1));
                held = 0;
            }
        }
        // A gap counts for some words, so that short lines fill a block too.
        held += length + 20;
    }
    blocks
}

/// FNV-1a of texts one after another. It is kept over versions of the page, as the standard library's hashes are not.
fn fingerprint<'a>(texts: impl Iterator<Item = &'a str>) -> u64 {
    let bytes = texts.flat_map(|text| text.bytes().chain([0xff]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The periods that observations name, latest first.
fn periods(observations: &[Observation]) -> Vec<String> {
    let mut periods: BTreeSet<&String> = BTreeSet::new();
    // Collected they would be sorted first, though most are the same.
    periods.extend(observations.iter().filter_map(|o| o.period.as_ref()));
    periods.into_iter().rev().cloned().collect()
}

impl Report {
    /// Whether there are only results, without a text: a link brought them.
    pub fn is_brief(&self) -> bool {
        self.pasted.is_empty()
    }

    /// The gravest verdict on an observation, where it is one to look at.
    pub fn concern(&self, observation: u32) -> Option<Verdict> {
        self.audited
            .get()?
            .verdicts
            .get(observation as usize)
            .copied()
            .flatten()
            .filter(|v| *v != Verdict::Pass)
    }

    /// Whether the checks ask for no look at what some paragraphs state.
    pub fn is_silent(&self, paragraphs: &[Paragraph]) -> bool {
        let marks = paragraphs.iter().flat_map(|p| self.marks.get(p.marks.0..p.marks.1).unwrap_or_default());
        !self.is_audited() || marks.into_iter().all(|mark| self.concern(mark.observation).is_none())
    }

    /// Its checks; none before they are there.
    pub fn checks(&self) -> &[Check] {
        self.audited.get().map_or(&[], |audited| &audited.audit.checks)
    }

    /// What could not be checked.
    pub fn unchecked(&self) -> &[Unchecked] {
        self.audited.get().map_or(&[], |audited| &audited.audit.unchecked)
    }

    /// Whether its checks are there: they come after everything else.
    pub fn is_audited(&self) -> bool {
        self.audited.get().is_some()
    }

    /// Counts of the checks.
    pub fn tally(&self) -> Tally {
        self.audited.get().map(|audited| audited.tally).unwrap_or_default()
    }

    /// The gravest check of an observation that asks for a look, or that computes what it should be.
    pub fn gravest(&self, observation: u32) -> Option<&Check> {
        let audited = self.audited.get()?;
        audited.audit.checks.get(*audited.gravest.get(&observation)?)
    }

    /// The whole analysis, as the contract has it.
    pub fn whole(&self) -> Analysis {
        let (checks, unchecked) = (self.checks().to_vec(), self.unchecked().to_vec());
        Analysis { checks, unchecked, ..self.analysis.clone() }
    }

    /// What a check is known by across visits: a fingerprint of the report, the rule and the words it speaks of, which tells
    /// nothing of them. A corrected draft is the same report as long as its first line stays.
    pub fn check_key(&self, check: usize) -> String {
        let Some(check) = self.checks().get(check) else { return String::new() };
        let first = self.paragraphs.first().map(|p| p.span);
        let words = first.iter().chain(&check.spans).map(|span| self.text.slice(*span));
        let stem = self.file_stem();
        format!("{:016x}", fingerprint([&*stem, &check.rule].into_iter().chain(words)))
    }

    /// The judgements of this report's checks, by the checks' places.
    pub fn judged(&self, known: &BTreeMap<String, Judgement>) -> Judgements {
        if known.is_empty() {
            return Judgements::new();
        }
        let judgement = |place| Some((place, *known.get(&self.check_key(place))?));
        let mut judged = Judgements::new();
        judged.extend((0..self.checks().len()).filter_map(judgement));
        judged
    }

    /// Place of the block that holds an offset.
    pub fn block_at(&self, offset: u32) -> usize {
        let paragraph = self.paragraphs.partition_point(|p| p.span.end <= offset);
        self.blocks.partition_point(|block| block.1 <= paragraph).min(self.blocks.len().saturating_sub(1))
    }

    /// What the report is called: region and year where they are known.
    pub fn file_stem(&self) -> String {
        let document = &self.analysis.document;
        let region = document.region.as_deref().unwrap_or("heshu");
        document.report_year.map_or_else(|| region.to_owned(), |year| format!("{region}-{year}"))
    }

    /// Spans of the words that a selection lights up.
    pub fn lit(&self, target: &crate::state::Target) -> Vec<Span> {
        use crate::state::Target;
        let analysis = &self.analysis;
        let one = |span: Option<Span>| span.into_iter().collect();
        match *target {
            Target::Observation(id) => one(analysis.observations.get(id as usize).map(|o| o.span)),
            Target::Check(place) => self.checks().get(place).map(|c| c.spans.clone()).unwrap_or_default(),
            Target::Passage(check, place) => {
                one(self.checks().get(check).and_then(|c| c.spans.get(place)).copied())
            }
            Target::Commitment(place) => one(analysis.commitments.get(place).map(|c| c.span)),
            Target::Place(span) => vec![span],
            Target::Repair(place) => one(analysis.repairs.get(place).map(|r| r.span)),
            Target::Section(place) => one(self
                .paragraphs
                .iter()
                .find(|p| p.heading.is_some_and(|(_, section)| section == place))
                .map(|p| p.span)
                .or_else(|| analysis.sections.get(place).map(|s| Span::new(s.span.start, s.span.start + 1)))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use heshu_core::views::Figure;

    fn paragraph(start: u32, end: u32, marks: (usize, usize)) -> Paragraph {
        Paragraph { span: Span::new(start, end), heading: None, marks }
    }

    #[test]
    fn a_check_is_known_by_its_report_and_by_nothing_that_can_be_read() {
        let keys = |title: &str| {
            let text = format!("{title}\n一是增强活力。二是补齐短板。四是改善民生。");
            let analysis = heshu_core::analyze(&text, &heshu_core::Options::default());
            let report = Shared::new(text.into(), analysis, Vec::new());
            (0..report.checks().len()).map(|check| report.check_key(check)).collect::<Vec<_>>()
        };
        let (first, other) = (keys("甲县政府工作报告"), keys("乙县政府工作报告"));
        assert!(!first.is_empty() && first == keys("甲县政府工作报告"));
        assert!(first.iter().all(|key| key.len() == 16 && !other.contains(key)), "{first:?} {other:?}");
    }

    #[test]
    fn a_text_without_breaks_is_cut_between_its_marks() {
        let mark =
            |start: u32, end| Mark { span: Span::new(start, end), observation: start, figure: Figure::Level };
        let marks = [mark(5, 9), mark(BLOCK - 1, BLOCK + 4), mark(3 * BLOCK, 3 * BLOCK + 2)];
        let got = cut(vec![paragraph(0, 4 * BLOCK, (0, 3))], &marks);
        let spans: Vec<_> = got.iter().map(|p| (p.span.start, p.span.end, p.marks)).collect();
        assert_eq!(
            spans,
            [(0, BLOCK + 4, (0, 2)), (BLOCK + 4, 2 * BLOCK + 4, (2, 2)), (2 * BLOCK + 4, 4 * BLOCK, (2, 3))]
        );
    }

    #[test]
    fn blocks_hold_every_paragraph_once_and_none_holds_much() {
        let paragraphs: Vec<_> =
            (0..5000).map(|n| paragraph(n * 100, n * 100 + 60 + n % 40, (0, 0))).collect();
        let blocks = blocks(&paragraphs);
        assert_eq!((blocks[0].0, blocks[blocks.len() - 1].1), (0, paragraphs.len()));
        assert!(blocks.windows(2).all(|pair| pair[0].1 == pair[1].0));
        assert!(blocks.iter().all(|(from, to)| (10..=40).contains(&(to - from)) || *to == paragraphs.len()));
    }
}
