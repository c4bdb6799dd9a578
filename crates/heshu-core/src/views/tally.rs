use crate::model::{Check, Verdict};

/// How many checks came out how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// The numbers cannot all be right.
    pub conflict: usize,
    /// Likely wrong, or needs a reason.
    pub caution: usize,
    /// Worth knowing.
    pub note: usize,
    /// Checked and holds.
    pub pass: usize,
}

impl Tally {
    /// The count of one verdict.
    pub const fn of(&self, verdict: Verdict) -> usize {
        match verdict {
            Verdict::Conflict => self.conflict,
            Verdict::Caution => self.caution,
            Verdict::Note => self.note,
            Verdict::Pass => self.pass,
        }
    }
}

/// Counts the checks by verdict.
pub fn tally(checks: &[Check]) -> Tally {
    let mut tally = Tally::default();
    for check in checks {
        let count = match check.verdict {
            Verdict::Conflict => &mut tally.conflict,
            Verdict::Caution => &mut tally.caution,
            Verdict::Note => &mut tally.note,
            Verdict::Pass => &mut tally.pass,
        };
        *count += 1;
    }
    tally
}

/// Places of the checks, gravest verdict first, each group in the order of the analysis. Every verdict is there,
/// also one that no check has.
pub fn by_verdict(checks: &[Check]) -> Vec<(Verdict, Vec<usize>)> {
    [Verdict::Conflict, Verdict::Caution, Verdict::Note, Verdict::Pass]
        .into_iter()
        .map(|verdict| {
            let places = checks.iter().enumerate().filter(|(_, check)| check.verdict == verdict);
            (verdict, places.map(|(place, _)| place).collect())
        })
        .collect()
}

/// The gravest verdict that any check gives on each observation, by id.
pub fn worst_of(checks: &[Check], observations: usize) -> Vec<Option<Verdict>> {
    let mut worst = vec![None; observations];
    for check in checks {
        for id in &check.observations {
            if let Some(slot) = worst.get_mut(*id as usize) {
                *slot = Some(slot.map_or(check.verdict, |old: Verdict| old.min(check.verdict)));
            }
        }
    }
    worst
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(verdict: Verdict, observations: &[u32]) -> Check {
        Check { rule: "rule".into(), verdict, observations: observations.into(), ..Check::default() }
    }

    #[test]
    fn checks_are_counted_and_grouped_gravest_first() {
        let checks = [
            check(Verdict::Pass, &[0]),
            check(Verdict::Note, &[0, 2]),
            check(Verdict::Conflict, &[2, 9]),
            check(Verdict::Pass, &[]),
        ];
        assert_eq!(tally(&checks), Tally { conflict: 1, caution: 0, note: 1, pass: 2 });
        assert_eq!(
            by_verdict(&checks),
            [
                (Verdict::Conflict, vec![2]),
                (Verdict::Caution, vec![]),
                (Verdict::Note, vec![1]),
                (Verdict::Pass, vec![0, 3])
            ]
        );
        assert_eq!(worst_of(&checks, 3), [Some(Verdict::Note), None, Some(Verdict::Conflict)]);
    }
}
