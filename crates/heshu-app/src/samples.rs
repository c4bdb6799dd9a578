//! Two reports to try the page with.

/// A report that comes with the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sample {
    /// 新源县 2024, copied from a PDF as it came.
    Xinyuan,
    /// 伊宁市 2024, from a web page.
    Yining,
}

impl Sample {
    /// Its text.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Xinyuan => include_str!("../../../www/samples/xinyuan-2024.raw.txt"),
            Self::Yining => include_str!("../../../www/samples/yining-2024.txt"),
        }
    }

    /// The sample of a name, as links name it.
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            "xinyuan" => Some(Self::Xinyuan),
            "yining" => Some(Self::Yining),
            _ => None,
        }
    }
}
