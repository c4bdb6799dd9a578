use super::*;
use crate::model::Verdict;
use crate::{Options, analyze};

#[test]
fn every_example_of_every_rule_comes_out_as_its_documentation_says() {
    let mut wrong = Vec::new();
    for info in rules() {
        for example in info.examples {
            let analysis = analyze(example.text, &Options::default());
            let found: Vec<&Check> = analysis.checks.iter().filter(|c| c.rule == info.id).collect();
            let verdict = found.iter().map(|c| c.verdict).min();
            if verdict != example.verdict {
                wrong.push(format!(
                    "{}: {:?} instead of {:?}\n{}\n{found:#?}",
                    info.id, verdict, example.verdict, example.text
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_rule_has_an_example_that_holds_or_fails_and_one_it_does_not_apply_to() {
    for info in rules() {
        assert!(info.examples.iter().any(|e| e.verdict.is_some_and(|v| v != Verdict::Pass)), "{}", info.id);
        assert!(
            info.examples.iter().any(|e| e.verdict.is_none() || e.verdict == Some(Verdict::Pass)),
            "{}",
            info.id
        );
    }
}

#[test]
fn ids_are_used_once() {
    let mut ids: Vec<&str> = rules().map(|info| info.id).collect();
    ids.sort_unstable();
    assert!(ids.windows(2).all(|pair| pair[0] != pair[1]));
}
