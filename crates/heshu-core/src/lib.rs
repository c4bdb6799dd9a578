//! The core of Heshu 核数: it reads a Chinese government work report and says what numbers it
//! states, of what, and which of them cannot all be right.
//!
//! The modules follow the text on its way:
//! [`intake`] → [`repair`] → [`outline`] → [`quantities`] → [`observations`] → [`checks`] → [`views`].
//! [`catalogue`] knows what the statistics are called; [`model`] is the analysis that comes out, [`wire`] its bytes,
//! [`text`] the offsets that all of them share.
//!
//! The steps of a stage are functions of their own (`#[inline(never)]`): put into one they grow so large that a browser's
//! compilers, which take more time for one large function than for its parts, keep a processor busy while the page opens.

pub mod catalogue;
pub mod checks;
pub mod intake;
mod letters;
mod lexicon;
pub mod model;
pub mod observations;
pub mod order;
pub mod outline;
pub mod quantities;
pub mod repair;
pub mod text;
pub mod views;
pub mod wire;

use checks::Audit;
pub use model::Analysis;
use text::Text;

/// What a caller may ask of [`analyze`].
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Options {
    /// Kinds of repair that must not be made ([`model::Repair::kind`]), because a person switched them off.
    pub without_repairs: Vec<String>,
}

/// Analyses the text of one report, as it was pasted.
///
/// Never fails and never panics: a text without a report in it gives an analysis without observations.
/// All spans of the result are UTF-16 code units, over [`Analysis::text`] or, for `source`, over `pasted`.
pub fn analyze(pasted: &str, options: &Options) -> Analysis {
    analyze_laid_out(pasted, &intake::Layout::default(), options)
}

/// Analyses what a file holds, as [`analyze`] does [`intake::Document::text`], with what the file tells of the layout.
pub fn analyze_document(document: &intake::Document, options: &Options) -> Analysis {
    analyze_laid_out(&document.text(), &intake::Layout::of(document), options)
}

/// Analyses a text of whose layout something is known. A layout of another text changes nothing.
pub fn analyze_laid_out(pasted: &str, layout: &intake::Layout, options: &Options) -> Analysis {
    let (mut analysis, text) = read_beside(pasted, layout, options);
    let Audit { checks, unchecked } = audit_with(&analysis, &text);
    (analysis.checks, analysis.unchecked, analysis.text) = (checks, unchecked, text.into_string());
    analysis
}

/// The analysis without its checks, which [`audit`] adds: for who wants to show the statistics first.
pub fn read(pasted: &str, layout: &intake::Layout, options: &Options) -> Analysis {
    let (mut analysis, text) = read_beside(pasted, layout, options);
    analysis.text = text.into_string();
    analysis
}

/// The same with the text beside it.
fn read_beside(pasted: &str, layout: &intake::Layout, options: &Options) -> (Analysis, Text) {
    let repaired = repair::repair_laid_out(pasted, layout, options);
    let text = Text::new(repaired.text);
    let outline = outline::read_with_notes(&text, repaired.notes);
    let quantities = quantities::scan(text.as_str());
    let observations = observations::extract(&text, &outline, &quantities, &repaired.map);
    let commitments = outline::commitments(&text, &outline, &observations);
    let analysis = Analysis {
        schema: model::SCHEMA_VERSION.to_owned(),
        document: outline.document,
        repairs: repaired.repairs,
        sections: outline.sections,
        observations,
        commitments,
        ..Analysis::default()
    };
    (analysis, text)
}

/// Checks what [`read`] gave.
pub fn audit(analysis: &Analysis) -> Audit {
    audit_with(analysis, &Text::new(analysis.text.clone()))
}

fn audit_with(analysis: &Analysis, text: &Text) -> Audit {
    checks::run(&checks::Report {
        text,
        document: &analysis.document,
        sections: &analysis.sections,
        observations: &analysis.observations,
        commitments: &analysis.commitments,
    })
}
