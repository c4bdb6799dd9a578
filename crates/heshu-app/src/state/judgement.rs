//! What a person thinks of a check.

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
}
