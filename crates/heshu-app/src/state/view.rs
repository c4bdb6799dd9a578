//! What may be seen: the views, the panes, panels, light and dark.

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Appearance {
    /// As the system says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Appearance {
    /// The next one of the switch.
    pub const fn next(self) -> Self {
        match self {
            Self::Auto => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::Auto,
        }
    }
}

/// The views of the findings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum View {
    /// Indicator cards by theme.
    #[default]
    Cards,
    /// Targets beside results.
    Targets,
    /// The audit.
    Checks,
    /// Promises.
    Promises,
    /// The cards as a table.
    Table,
    /// The report as pictures.
    Charts,
    /// Counts of words.
    Words,
    /// What was mended in the paste.
    Repairs,
}

impl View {
    /// All of them, in the order of the tabs.
    pub const ALL: [Self; 8] = [
        Self::Cards,
        Self::Targets,
        Self::Checks,
        Self::Promises,
        Self::Table,
        Self::Charts,
        Self::Words,
        Self::Repairs,
    ];

    /// Its name in the address and in ids.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Cards => "cards",
            Self::Targets => "targets",
            Self::Checks => "checks",
            Self::Promises => "promises",
            Self::Table => "table",
            Self::Charts => "charts",
            Self::Words => "words",
            Self::Repairs => "repairs",
        }
    }

    /// Whether it says nothing without the report's text.
    pub const fn needs_text(self) -> bool {
        matches!(self, Self::Promises | Self::Words | Self::Repairs)
    }

    /// The view of a name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.id() == id)
    }
}

/// Which of the two panes a narrow screen shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Pane {
    /// The findings.
    #[default]
    Findings,
    /// The report's text.
    Text,
}

/// A panel over the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// Keys, and how to read the findings.
    Help,
    /// How to check that nothing leaves the browser.
    Prove,
    /// A link to the report.
    Share,
}
