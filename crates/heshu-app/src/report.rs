//! A report on the page: its analysis, and everything drawn from it that does not change until the next analysis.

use heshu_core::model::{Analysis, Observation, Span, Verdict};
use heshu_core::text::Text;
use heshu_core::views::{
    Heading, Mark, Pair, Paragraph, Tally, headings, marks, paragraphs, tally, targets_beside_results,
    worst_of,
};
use std::collections::BTreeSet;
use std::ops::Deref;
use std::rc::Rc;

/// What is known of one report.
#[derive(Debug)]
pub struct Report {
    /// As it was pasted.
    pub pasted: Rc<str>,
    /// What the core made of it.
    pub analysis: Analysis,
    /// The repaired text, to be sliced by spans.
    pub text: Text,
    /// Every number that an observation owns.
    pub marks: Vec<Mark>,
    /// The lines of the text.
    pub paragraphs: Vec<Paragraph>,
    /// Targets beside results.
    pub pairs: Vec<Pair>,
    /// Counts of the checks.
    pub tally: Tally,
    /// The gravest verdict on each observation.
    pub verdicts: Vec<Option<Verdict>>,
    /// The periods that the observations name, latest first.
    pub periods: Vec<String>,
    /// The sections to jump by.
    pub headings: Vec<Heading>,
    /// Kinds of repair that a person switched off.
    pub without_repairs: Vec<String>,
}

/// A report that many components look at. Two are equal only if they are the same one.
#[derive(Debug, Clone)]
pub struct Shared(Rc<Report>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Shared {
    type Target = Report;

    fn deref(&self) -> &Report {
        &self.0
    }
}

impl Shared {
    /// Arranges an analysis. Between its steps it asks `breathe`, which may wait, whether to go on; none where not.
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
        let text = step!(Text::new(analysis.text.clone()));
        let marks = step!(marks(&analysis.observations));
        let paragraphs = step!(paragraphs(&text, &analysis.sections, &marks));
        let mut starts: Vec<u32> = analysis.observations.iter().map(|o| o.span.start).collect();
        starts.sort_unstable();
        Some(Self(Rc::new(Report {
            headings: step!(headings(&analysis.sections, &starts)),
            pairs: step!(targets_beside_results(&analysis)),
            tally: tally(&analysis.checks),
            verdicts: step!(worst_of(&analysis.checks, analysis.observations.len())),
            periods: step!(periods(&analysis.observations)),
            pasted,
            text,
            marks,
            paragraphs,
            without_repairs,
            analysis,
        })))
    }

    /// The same without a breath.
    #[cfg(test)]
    pub fn new(pasted: Rc<str>, analysis: Analysis, without_repairs: Vec<String>) -> Self {
        use std::task::{Context, Poll, Waker};
        let arranging = std::pin::pin!(Self::arrange(pasted, analysis, without_repairs, async || true));
        match arranging.poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(Some(report)) => report,
            _ => panic!("there is nothing to wait for"),
        }
    }
}

/// The periods that observations name, latest first.
fn periods(observations: &[Observation]) -> Vec<String> {
    let periods: BTreeSet<&String> = observations.iter().filter_map(|o| o.period.as_ref()).collect();
    periods.into_iter().rev().cloned().collect()
}

impl Report {
    /// Whether there are only results, without a text: a link brought them.
    pub fn is_brief(&self) -> bool {
        self.pasted.is_empty()
    }

    /// The gravest verdict on an observation, where it is one to look at.
    pub fn concern(&self, observation: u32) -> Option<Verdict> {
        self.verdicts.get(observation as usize).copied().flatten().filter(|v| *v != Verdict::Pass)
    }

    /// What a check is known by across visits: its rule and the words it speaks of.
    pub fn check_key(&self, check: usize) -> String {
        let Some(check) = self.analysis.checks.get(check) else { return String::new() };
        let words: Vec<&str> = check.spans.iter().map(|s| self.text.slice(*s)).collect();
        format!("{}:{}", check.rule, words.join("|"))
    }

    /// Place of the paragraph that holds an offset, or of the one after it.
    pub fn paragraph_at(&self, offset: u32) -> usize {
        self.paragraphs.partition_point(|p| p.span.end <= offset)
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
            Target::Check(place) => analysis.checks.get(place).map(|c| c.spans.clone()).unwrap_or_default(),
            Target::Passage(check, place) => {
                one(analysis.checks.get(check).and_then(|c| c.spans.get(place)).copied())
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
