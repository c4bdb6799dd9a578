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

#[test]
fn a_third_fact_tells_which_of_two_values_is_wrong() {
    let two =
        "一、2023年工作回顾\n全年一般公共预算收入8.12亿元。\n财政稳定。2023年一般公共预算收入8.21亿元。\n";
    for (third, expected, wrong) in [
        ("", Some("8.12"), ""),
        (
            "二、2024年重点工作\n2024年主要预期目标是：一般公共预算收入9.32亿元，增长13.5%。",
            Some("8.21"),
            "8.12亿元多半有误",
        ),
        (
            "二、2024年重点工作\n2024年主要预期目标是：一般公共预算收入9.22亿元，增长13.5%。",
            Some("8.12"),
            "8.21亿元多半有误",
        ),
        (
            "2022年一般公共预算收入7.3亿元，2023年一般公共预算收入增长12.5%。",
            Some("8.21"),
            "8.12亿元多半有误",
        ),
        ("税收收入5.00亿元，占一般公共预算收入的60.9%。", Some("8.21"), "8.12亿元多半有误"),
        ("税收收入5.00亿元，占一般公共预算收入的61%。", Some("8.12"), ""),
        ("各项工作有序推进。2023年一般公共预算收入8.21亿元。", Some("8.21"), "8.12亿元多半有误"),
    ] {
        let analysis = analyze(&format!("{two}{third}"), &Options::default());
        let check =
            analysis.checks.iter().find(|c| c.rule == "restated-value" && c.verdict == Verdict::Conflict);
        let check = check.unwrap_or_else(|| panic!("{third}: {:#?}", analysis.checks));
        assert_eq!(check.suggestion.as_deref(), expected, "{third}: {}", check.message.zh);
        assert_eq!(check.message.zh.contains("多半有误"), !wrong.is_empty(), "{third}: {}", check.message.zh);
        assert!(check.message.zh.contains(wrong), "{third}: {}", check.message.zh);
    }
}
