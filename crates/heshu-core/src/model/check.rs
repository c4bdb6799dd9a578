use super::{Number, Span};
use serde::{Deserialize, Serialize};

/// What one rule says of some of the report's numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Check {
    /// Id of the rule.
    pub rule: String,
    /// What came out.
    pub verdict: Verdict,
    /// One line.
    pub title: Bilingual,
    /// What was computed, from what, and what it assumes.
    pub message: Bilingual,
    /// The words it speaks of, in [`super::Analysis::text`].
    pub spans: Vec<Span>,
    /// Ids of the observations it speaks of.
    pub observations: Vec<u32>,
    /// What the number would have to be.
    pub expected: Option<Expected>,
    /// What it is.
    pub found: Option<Number>,
    /// The calculation in one line: `26.24亿元 × (1 + 12.5%) = 29.50–29.54亿元，文中 29.25亿元`.
    pub arithmetic: Option<String>,
    /// Only where one plausible slip explains the difference.
    pub suggestion: Option<String>,
}

/// The verdict of a check.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Verdict {
    /// The numbers cannot all be right.
    Conflict,
    /// Likely wrong, or needs a reason.
    Caution,
    /// Worth knowing.
    Note,
    /// Checked and holds.
    #[default]
    Pass,
}

/// What a rule applies to and could not check, and what it lacked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Unchecked {
    /// Id of the rule.
    pub rule: String,
    /// What it lacked.
    pub reason: Reason,
    /// What it lacked, and for which statistics, in a sentence.
    pub message: Bilingual,
    /// Ids of the observations that it could not check, in reading order.
    pub observations: Vec<u32>,
}

/// Why a rule that applies cannot check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Reason {
    /// The growth is stated and the amount is not.
    NoAmount,
    /// The amount is stated and the growth is not.
    NoGrowth,
    /// The amount that it grows from is not stated.
    NoBase,
    /// The whole that it is a part of is not stated.
    NoWhole,
    /// The parts of the whole are not all stated.
    NoParts,
    /// The two amounts are in units that cannot be compared.
    UnitDiffers,
    /// The growth is over something else than last year's result.
    OtherBase,
    /// The amount is a number in words (突破百亿) and stands for too much.
    RoundNumber,
    /// The name stands for more than one statistic, and the catalogue does not know it.
    NameUnsure,
}

/// A sentence in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Bilingual {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// The interval that rounding allows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Expected {
    /// Lower end.
    pub low: Number,
    /// Upper end.
    pub high: Number,
    /// Unit of both.
    pub unit: String,
}
