//! What a rule is, and how it tells people about itself.

use super::facts::Facts;
use super::unchecked::Lack;
use crate::model::{Check, Verdict};
use serde::Serialize;

/// One rule of the audit. Each stands in its own file in `rules/`.
pub trait Rule: Sync {
    /// What the rule says of itself: `docs/rules.md`, which the page shows behind each of its findings.
    fn info(&self) -> &'static RuleInfo;

    /// Looks at a report and adds what it finds. Cost is linear in the report, but for sorting.
    fn check(&self, facts: &Facts<'_>, found: &mut Vec<Check>);

    /// The statistics that it applies to and cannot check, each with what it lacks.
    fn lacks<'a>(&self, _facts: &Facts<'a>) -> Vec<Lack<'a>> {
        Vec::new()
    }
}

/// A rule's documentation. Without the feature `documented` only its id and its name are there.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct RuleInfo {
    /// Its id, as in [`Check::rule`].
    pub id: &'static str,
    /// Its name.
    pub name: Words,
    /// What it checks, and what its verdicts mean.
    pub promises: Words,
    /// What it takes for granted.
    pub assumes: Words,
    /// When its finding is no error.
    pub wrong_when: Words,
    /// Small reports and what the rule says of them; these are its tests.
    pub examples: &'static [Example],
}

impl RuleInfo {
    /// Leaves out what `docs/rules.md` tells, but for the tests that write and prove that page: whoever runs the rules need
    /// not carry it.
    pub(super) const fn without_its_page(self) -> Self {
        const NOTHING: Words = Words { zh: "", en: "" };
        if cfg!(any(test, feature = "documented")) {
            return self;
        }
        Self { promises: NOTHING, assumes: NOTHING, wrong_when: NOTHING, examples: &[], ..self }
    }
}

/// A text in both languages.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Words {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

/// A small report and the gravest verdict that the rule gives on it; none where the rule does not apply.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Example {
    /// The report.
    pub text: &'static str,
    /// What the rule says.
    pub verdict: Option<Verdict>,
}
