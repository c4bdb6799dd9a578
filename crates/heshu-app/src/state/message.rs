//! What the page may say to the person.

use crate::i18n::Words;

/// What there may be to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Message {
    /// There was no text.
    Empty,
    /// The analysis broke.
    Analysis,
    /// The checks could not be made.
    Audit,
    /// A part of the page could not be loaded.
    Load,
    /// A link is damaged.
    Link,
    /// A link is of a newer version.
    Future,
    /// A file could not be made.
    Export,
    /// A picture could not be made.
    Picture,
    /// A folder gave no files.
    Folder,
    /// A recent report is gone.
    Recent,
    /// Copying was not allowed.
    Copy,
    /// The report was put away.
    Cleared,
    /// Something was copied.
    Copied,
    /// A file was saved.
    Saved,
    /// The analysis was cancelled.
    Cancelled,
    /// There is a new version of the page.
    Update,
}

impl Message {
    /// Its words.
    pub const fn words(self, words: &Words) -> &'static str {
        match self {
            Self::Empty => words.err_empty,
            Self::Analysis => words.err_analysis,
            Self::Audit => words.err_audit,
            Self::Load => words.err_load,
            Self::Link => words.err_link,
            Self::Future => words.err_future,
            Self::Export => words.err_export,
            Self::Picture => words.err_picture,
            Self::Folder => words.err_folder,
            Self::Recent => words.err_recent,
            Self::Copy => words.err_copy,
            Self::Cleared => words.cleared,
            Self::Copied => words.copied,
            Self::Saved => words.saved,
            Self::Cancelled => words.cancelled,
            Self::Update => words.update,
        }
    }

    /// Whether it stays until the person answers it.
    pub const fn stays(self) -> bool {
        self.is_error() || matches!(self, Self::Cleared | Self::Update)
    }

    /// Whether something went wrong.
    pub const fn is_error(self) -> bool {
        !matches!(self, Self::Cleared | Self::Copied | Self::Saved | Self::Cancelled | Self::Update)
    }
}

/// A sentence for the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Which one; the language is chosen when it is drawn.
    pub message: Message,
    /// What it is about: the name of a file.
    pub of: String,
}

impl Notice {
    /// Says something.
    pub fn new(message: Message) -> Self {
        Self { message, of: String::new() }
    }

    /// Says something of a file.
    pub fn of(message: Message, of: impl Into<String>) -> Self {
        Self { message, of: of.into() }
    }
}
