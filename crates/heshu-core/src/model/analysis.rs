use super::{Check, Observation, Span, Unchecked};
use serde::{Deserialize, Serialize};

/// What [`crate::analyze`] gives for one report.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Analysis {
    /// Version of the contract.
    pub schema: String,
    /// What the report is.
    pub document: Document,
    /// The text after repair: one paragraph or heading a line.
    pub text: String,
    /// Everything that was changed, in order.
    pub repairs: Vec<Repair>,
    /// A tree flattened in reading order.
    pub sections: Vec<Section>,
    /// Every statistic, in reading order.
    pub observations: Vec<Observation>,
    /// 民生实事 and numbered lists of promises.
    pub commitments: Vec<Commitment>,
    /// What the audit found, and what it checked and found to hold.
    pub checks: Vec<Check>,
    /// What the audit would have checked if the report said more, by rule and by what it lacked.
    #[serde(default)]
    pub unchecked: Vec<Unchecked>,
}

/// What the report says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Document {
    /// Its heading.
    pub title: Option<String>,
    /// The area it speaks for.
    pub region: Option<String>,
    /// The level of its government.
    pub level: Option<Level>,
    /// The year it plans for.
    pub report_year: Option<i32>,
    /// The year it looks back on.
    pub review_year: Option<i32>,
    /// `2024-01-26`
    pub delivered_on: Option<String>,
    /// The session it was given to.
    pub session: Option<String>,
    /// Who gave it.
    pub speaker: Option<String>,
    /// Length of the repaired text in characters, white space aside.
    pub characters: u32,
}

/// Level of government.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Level {
    /// 国务院
    Nation,
    /// 省 自治区 直辖市
    Province,
    /// 地级市 自治州 盟
    Prefecture,
    /// 县 县级市 区 旗
    County,
    /// 乡 镇 街道
    Township,
}

impl Level {
    /// Its name in the contract.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nation => "nation",
            Self::Province => "province",
            Self::Prefecture => "prefecture",
            Self::County => "county",
            Self::Township => "township",
        }
    }
}

/// One thing that repair changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Repair {
    /// Id of the repair, as `reversed_page`.
    pub kind: String,
    /// Where in the pasted text.
    pub source: Span,
    /// Where in the repaired text.
    pub span: Span,
    /// A few words: `33 lines`.
    pub detail: String,
}

/// A part of the report under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Section {
    /// Depth, from 1.
    pub level: u8,
    /// `一`, `（二）`, `3.`: what numbers it, without its marks.
    pub number: Option<String>,
    /// The heading's words.
    pub title: String,
    /// What the section is for.
    pub part: Part,
    /// From its heading to its end.
    pub span: Span,
    /// Place of the section that holds it.
    pub parent: Option<u32>,
}

/// What a section is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Part {
    /// Title, address, request to consider.
    Opening,
    /// 回顾
    Review,
    /// 存在的问题
    Problems,
    /// 形势, 总体要求
    Outlook,
    /// 预期目标
    Targets,
    /// 重点工作
    Tasks,
    /// 民生实事
    Commitments,
    /// 政府自身建设
    Government,
    /// The last call.
    Closing,
    /// 名词解释, tables.
    Annex,
    /// Anything else.
    Other,
}

/// A promise of a numbered list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Commitment {
    /// Its number in the list.
    pub number: u32,
    /// Its words.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// Ids of the observations in it.
    pub observations: Vec<u32>,
}
