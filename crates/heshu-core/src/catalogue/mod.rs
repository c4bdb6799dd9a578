//! The catalogue of indicators; the entries follow.

/// One indicator of the catalogue.
#[derive(Debug)]
pub struct Indicator {
    /// Its id in the contract.
    pub id: &'static str,
    /// Id of its theme.
    pub theme: &'static str,
}

/// The indicator that a whole name stands for.
pub fn resolve(_name: &str, _unit: Option<&str>, _has_level: bool) -> Option<&'static Indicator> {
    None
}

/// The theme that the words of a name point to.
pub fn theme_of(_name: &str) -> Option<&'static str> {
    None
}
