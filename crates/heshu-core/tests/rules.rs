//! The page of rules in `docs/` is what the rules say of themselves.
#![allow(missing_docs)]

mod stored;

use heshu_core::checks::{RuleInfo, Words, rules};
use heshu_core::model::Verdict;
use std::fmt::Write;

#[test]
fn the_page_of_rules_is_the_rules_own() {
    stored::compare(&stored::repository().join("docs/rules.md"), &page());
}

fn page() -> String {
    let mut page = String::from(
        "# 核数的规则 · The rules of the audit\n\n\
         由代码生成：`UPDATE_SNAPSHOTS=1 cargo test -p heshu-core --all-features --test rules`。\
         Generated from the code; the command writes it anew.\n\n\
         每个数都代表四舍五入后等于它的所有值：26.24 是 [26.235, 26.245)。只有在这些值之间找不到任何一组相符时才说“矛盾”。\
         Every number stands for all values that round to it; a conflict is said only where none of them agree.\n\n\
         | | 规则 | Rule |\n|---|---|---|\n",
    );
    for info in rules() {
        let _ = writeln!(page, "| [`{}`](#{}) | {} | {} |", info.id, info.id, info.name.zh, info.name.en);
    }
    for info in rules() {
        rule(&mut page, info);
    }
    page
}

fn rule(page: &mut String, info: &RuleInfo) {
    let _ = writeln!(page, "\n## {}\n\n**{}** · {}\n", info.id, info.name.zh, info.name.en);
    let mut part = |title: &str, words: &Words| {
        let _ = writeln!(page, "- {title}：{}\n  {}", words.zh, words.en);
    };
    part("检查什么", &info.promises);
    part("前提", &info.assumes);
    part("何时不是错误", &info.wrong_when);
    let _ = writeln!(page, "\n| 例 | 结论 |\n|---|---|");
    for example in info.examples {
        let verdict = match example.verdict {
            Some(Verdict::Conflict) => "矛盾 conflict",
            Some(Verdict::Caution) => "存疑 caution",
            Some(Verdict::Note) => "提示 note",
            Some(Verdict::Pass) => "相符 pass",
            None => "不适用 does not apply",
        };
        let _ = writeln!(page, "| {} | {verdict} |", example.text.replace('\n', "<br>"));
    }
}
