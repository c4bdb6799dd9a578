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
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Xinyuan, Self::Yining];

    /// Its name in links.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Xinyuan => "xinyuan",
            Self::Yining => "yining",
        }
    }

    /// Its text.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Xinyuan => include_str!("../../../www/samples/xinyuan-2024.raw.txt"),
            Self::Yining => include_str!("../../../www/samples/yining-2024.txt"),
        }
    }

    /// The sample of a name, as links name it.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sample| sample.id() == id)
    }
}
