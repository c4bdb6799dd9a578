use super::{Number, Span};
use serde::{Deserialize, Serialize};

/// One statistic that the report states: a level, a change, or both, of one thing in one period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Observation {
    /// Its place in [`super::Analysis::observations`].
    pub id: u32,
    /// What a table's row header would say.
    pub name: String,
    /// Id in the catalogue of indicators.
    pub indicator: Option<String>,
    /// Theme of the indicator, or of the name's words.
    pub theme: Option<String>,
    /// Only where the text names another area than the report's.
    pub region: Option<String>,
    /// `2023`, `2021/2023` for a span of years; none if unstated and not implied.
    pub period: Option<String>,
    /// Result, estimate, goal or standing fact.
    pub kind: Kind,
    /// How much it is.
    pub level: Option<LevelValue>,
    /// How much it grew or shrank.
    pub change: Option<Change>,
    /// For a 占比: what it is a share of.
    pub share_of: Option<String>,
    /// For targets: 确保 力争 努力 预期 …, as written.
    pub commitment_force: Option<String>,
    /// The words that state it.
    pub span: Span,
    /// Place of its section in [`super::Analysis::sections`].
    pub section: Option<u32>,
    /// The same words in the pasted text.
    pub source: Span,
    /// The construction of the grammar by which it was read.
    pub construction: String,
    /// Why the grammar is not sure of it; none where it is.
    pub doubt: Option<String>,
}

/// How much of something there is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LevelValue {
    /// The number in [`Self::unit`]; the lower end of a range.
    pub value: Number,
    /// The characters as they stand.
    pub written: String,
    /// As written, scale and all: 万亩.
    pub unit: String,
    /// How firmly it is bound.
    pub bound: Bound,
    /// The upper end of a range.
    pub upper: Option<Number>,
    /// The value in the base unit.
    pub base_value: Option<Number>,
    /// The unit that values of this dimension are compared in.
    pub base_unit: Option<String>,
    /// The words of number and unit.
    pub span: Span,
}

/// How much something grew (positive) or shrank (negative).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// Signed: 下降2% is -2.
    pub value: Number,
    /// The characters as they stand.
    pub written: String,
    /// `%`, `个百分点`, `倍`, or the level's own unit.
    pub unit: String,
    /// How firmly it is bound.
    pub bound: Bound,
    /// The upper end of a range.
    pub upper: Option<Number>,
    /// What it is measured against.
    pub basis: Basis,
    /// The words of number and unit.
    pub span: Span,
}

/// Whether the statistic is a result or a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Kind {
    /// A result.
    Actual,
    /// A result that was still an estimate when it was said (预计).
    Expected,
    /// A goal, a plan, a promise.
    Target,
    /// A state or rule with no year.
    Standing,
}

/// How firmly a number is bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Bound {
    /// The number itself.
    #[default]
    Exact,
    /// 左右 上下 约 大约 大致
    Approx,
    /// 以上 不低于 不少于 至少
    AtLeast,
    /// 余 多 突破 超过 逾 高于
    Over,
    /// 近 接近 不足 低于
    Under,
    /// 以内 以下 不超过 控制在…之内
    AtMost,
    /// 3—5个
    Range,
}

impl LevelValue {
    /// Whether it is a place in an order. 19名 are people, and are based on them; 第19名 is based on nothing.
    pub fn is_rank(&self) -> bool {
        matches!(self.unit.as_str(), "名" | "位") && self.base_unit.as_deref() != Some("人")
    }

    /// A place in an order in figures, `第1名`: 一 alone looks like a dash. None for anything else.
    pub fn place(&self) -> Option<String> {
        self.is_rank().then(|| format!("第{}{}", self.value, self.unit))
    }
}

impl Change {
    /// How firmly the signed number is bound: 下降2%以上 is -2 or less.
    pub const fn signed_bound(&self) -> Bound {
        if !self.value.0.is_sign_negative() {
            return self.bound;
        }
        match self.bound {
            Bound::AtLeast => Bound::AtMost,
            Bound::AtMost => Bound::AtLeast,
            Bound::Over => Bound::Under,
            Bound::Under => Bound::Over,
            bound => bound,
        }
    }
}

impl Bound {
    /// Whether it says only where the number begins: 以上, 突破.
    pub const fn is_floor(self) -> bool {
        matches!(self, Self::AtLeast | Self::Over)
    }

    /// The sign that shows it before a number; none where the number stands for itself.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Exact | Self::Range => "",
            Self::Approx => "≈",
            Self::AtLeast => "≥",
            Self::Over => ">",
            Self::Under => "<",
            Self::AtMost => "≤",
        }
    }
}

/// What a change is measured against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Basis {
    /// 同比, 比上年, or unsaid.
    #[default]
    Yoy,
    /// 同口径
    SameBasis,
    /// 可比价
    Real,
    /// 年均
    AnnualAverage,
    /// 较20xx年, 累计
    Cumulative,
    /// To a named base.
    Since,
}

impl Kind {
    /// Its name in the contract.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Expected => "expected",
            Self::Target => "target",
            Self::Standing => "standing",
        }
    }
}

impl Bound {
    /// Its name in the contract.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Approx => "approx",
            Self::AtLeast => "at_least",
            Self::Over => "over",
            Self::Under => "under",
            Self::AtMost => "at_most",
            Self::Range => "range",
        }
    }
}

impl Basis {
    /// Its name in the contract.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Yoy => "yoy",
            Self::SameBasis => "same_basis",
            Self::Real => "real",
            Self::AnnualAverage => "annual_average",
            Self::Cumulative => "cumulative",
            Self::Since => "since",
        }
    }
}
