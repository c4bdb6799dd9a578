//! The audit of the two samples: what careful readers of them found, and nothing graver.
#![allow(missing_docs)]

mod common;

use heshu_core::model::{Check, Reason, Verdict};
use heshu_core::{Options, analyze};

fn checks(name: &str) -> Vec<Check> {
    let text = std::fs::read_to_string(common::root().join("www/samples").join(name)).unwrap_or_default();
    assert!(!text.is_empty(), "the sample {name} is in the repository");
    analyze(&text, &Options::default()).checks
}

/// A title names what a finding is of; where one finding is of several things its message names them.
fn verdict(checks: &[Check], rule: &str, name: &str) -> Option<Verdict> {
    let several = |c: &Check| c.title.zh.starts_with("今年要做的有") && c.message.zh.contains(name);
    checks
        .iter()
        .filter(|c| c.rule == rule && (c.title.zh.contains(name) || several(c)))
        .map(|c| c.verdict)
        .min()
}

#[test]
fn every_target_of_the_first_sample_is_held_to_its_growth() {
    for sample in ["xinyuan-2024.txt", "xinyuan-2024.raw.txt"] {
        let checks = checks(sample);
        for (name, expected) in [
            ("地区生产总值", Verdict::Note),
            ("规模以上工业增加值", Verdict::Caution),
            ("一般公共预算收入", Verdict::Pass),
            ("固定资产投资", Verdict::Pass),
            ("招商引资到位资金", Verdict::Pass),
            ("社会消费品零售总额", Verdict::Pass),
            ("外贸进出口总额", Verdict::Pass),
            ("城镇居民人均可支配收入", Verdict::Pass),
            ("农村居民人均可支配收入", Verdict::Pass),
            ("接待游客", Verdict::Pass),
            ("旅游收入", Verdict::Pass),
        ] {
            assert_eq!(verdict(&checks, "target-arithmetic", name), Some(expected), "{sample}: {name}");
        }
        let industry = checks.iter().find(|c| c.suggestion.as_deref() == Some("29.52"));
        assert!(
            industry.is_some_and(|c| c.rule == "target-arithmetic"),
            "{sample}: the swap of digits is suggested"
        );
        let product = checks.iter().find(|c| c.rule == "target-arithmetic" && c.verdict == Verdict::Note);
        assert!(
            product.is_some_and(|c| c.message.zh.contains("10.6") && c.message.zh.contains("隐含价格变动")),
            "{sample}"
        );
    }
}

#[test]
fn what_else_the_first_sample_holds_and_breaks() {
    let checks = checks("xinyuan-2024.txt");
    for (rule, name, expected) in [
        ("structure-sum", "2022年", Verdict::Pass),
        ("structure-sum", "2023年", Verdict::Pass),
        ("list-count", "民生实事：说10", Verdict::Pass),
        ("list-count", "说3，列3", Verdict::Pass),
        ("list-count", "说2，列2", Verdict::Pass),
        ("percent-or-points", "高考本科上线率", Verdict::Caution),
        ("percent-or-points", "一本上线率", Verdict::Caution),
        ("unit-mismatch", "农村劳动力转移就业", Verdict::Note),
        ("target-below-result", "城镇新增就业", Verdict::Note),
        ("target-below-result", "牲畜存栏", Verdict::Note),
        ("target-below-result", "肉", Verdict::Note),
        ("target-below-result", "奶", Verdict::Note),
        ("target-below-result", "蛋", Verdict::Note),
        ("target-below-result", "新增创业", Verdict::Note),
        ("target-below-result", "带动就业", Verdict::Note),
        ("target-below-result", "培训", Verdict::Note),
        ("target-below-result", "粮食面积", Verdict::Note),
        ("target-below-result", "农村公路", Verdict::Note),
        ("target-below-result", "天然气入户", Verdict::Note),
        ("target-below-result", "乡村振兴补助资金", Verdict::Note),
        ("restated-value", "农林牧渔总产值：两个目标", Verdict::Note),
        ("numbering", "共6项", Verdict::Pass),
        ("numbering", "共7项", Verdict::Pass),
        ("numbering", "共9项", Verdict::Pass),
        ("numbering", "共5项", Verdict::Pass),
        ("mixed-width", "％", Verdict::Note),
        ("name-variants", "华美圣地", Verdict::Note),
        ("name-variants", "六大百亿级", Verdict::Note),
    ] {
        assert_eq!(verdict(&checks, rule, name), Some(expected), "{rule}: {name}");
    }
    assert!(checks.iter().all(|c| c.verdict != Verdict::Conflict), "nothing in it is impossible");
}

#[test]
fn what_the_first_sample_does_not_say_is_listed_with_the_reason() {
    let text =
        std::fs::read_to_string(common::root().join("www/samples/xinyuan-2024.txt")).unwrap_or_default();
    let analysis = analyze(&text, &Options::default());
    let says = |rule: &str, reason: Reason, name: &str| {
        let of = analysis.unchecked.iter().filter(|u| u.rule == rule && u.reason == reason);
        of.flat_map(|u| &u.observations)
            .any(|id| analysis.observations.get(*id as usize).is_some_and(|o| o.name.contains(name)))
    };
    assert!(says("share-arithmetic", Reason::NoWhole, "民生支出"), "{:#?}", analysis.unchecked);
    assert!(says("stated-growth", Reason::NoBase, "一般公共预算收入"), "{:#?}", analysis.unchecked);
    for unchecked in &analysis.unchecked {
        assert!(!unchecked.observations.is_empty() && !unchecked.message.zh.is_empty());
    }
}

#[test]
fn the_second_sample_fails_its_own_threshold_and_nothing_else_is_a_conflict() {
    let checks = checks("yining-2024.txt");
    let conflicts: Vec<&Check> = checks.iter().filter(|c| c.verdict == Verdict::Conflict).collect();
    assert_eq!(conflicts.len(), 1, "{conflicts:#?}");
    assert!(conflicts.iter().all(|c| c.rule == "target-arithmetic" && c.title.zh.contains("到位资金")));
    assert_eq!(
        verdict(&checks, "target-arithmetic", "对外贸易"),
        Some(Verdict::Pass),
        "goal and task in two places"
    );
    for name in ["牲畜出栏", "城镇新增就业", "劳动力转移", "粮食产量", "播种粮食", "小田并大田"]
    {
        assert_eq!(verdict(&checks, "target-below-result", name), Some(Verdict::Note), "{name}");
    }
    assert_eq!(verdict(&checks, "unit-mismatch", "老旧小区"), Some(Verdict::Note), "households and estates");
    assert_eq!(verdict(&checks, "numbering", "混用两种序号"), Some(Verdict::Note));
    assert_eq!(verdict(&checks, "list-count", "说2，列2"), Some(Verdict::Pass));
    assert_eq!(verdict(&checks, "name-variants", "吉里格朗河"), Some(Verdict::Note));
    assert_eq!(verdict(&checks, "name-variants", "一般公共财政预算收入"), Some(Verdict::Note));
}
