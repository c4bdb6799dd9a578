use std::collections::BTreeMap;

/// A person's own judgement of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judgement {
    /// It is right.
    Agreed,
    /// There is a reason.
    Explained,
    /// Not worth a look.
    Ignored,
}

/// Judgements by the place of their check in the analysis.
pub type Judgements = BTreeMap<usize, Judgement>;

impl Judgement {
    /// Its name where it is kept.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Explained => "explained",
            Self::Ignored => "ignored",
        }
    }

    /// The judgement of a name.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Agreed, Self::Explained, Self::Ignored].into_iter().find(|j| j.id() == id)
    }

    /// What it is called, in Chinese or in English.
    pub const fn name(self, zh: bool) -> &'static str {
        match (self, zh) {
            (Self::Agreed, true) => "认同",
            (Self::Explained, true) => "有解释",
            (Self::Ignored, true) => "忽略",
            (Self::Agreed, false) => "Agreed",
            (Self::Explained, false) => "Explained",
            (Self::Ignored, false) => "Ignored",
        }
    }
}
