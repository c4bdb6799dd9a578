//! Reports for tests.

use crate::entry::Entry;

/// The report that a text is.
pub fn entry(text: &str) -> Entry {
    Entry::new("report.txt", heshu_core::analyze(text, &heshu_core::Options::default()))
}
