//! The analysis of one report: the contract that the page, the command line and the package all give.
//!
//! Fields may be added in a minor version; none is ever renamed or retyped.

mod analysis;
mod check;
mod number;
mod observation;
mod span;

pub use analysis::{Analysis, Commitment, Document, Level, Part, Repair, Section};
pub use check::{Bilingual, Check, Expected, Reason, Unchecked, Verdict};
pub use number::Number;
pub use observation::{Basis, Bound, Change, Kind, LevelValue, Observation};
pub use span::Span;

/// The version of the contract that [`Analysis::schema`] names.
pub const SCHEMA_VERSION: &str = "1.0";
