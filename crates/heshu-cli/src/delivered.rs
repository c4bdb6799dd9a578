//! Promise against delivery, for people.

use crate::say::Language;
use heshu_core::model::Analysis;
use heshu_core::text::Text;
use heshu_panel::{Delivery, Entry, Outcome};
use std::fmt::Write;

/// Writes what became of each target and promise, with the words of both reports.
pub fn write(found: &Delivery, earlier: &Entry, later: &Entry, language: Language) -> String {
    let (before, after) = (Words::of(&earlier.analysis), Words::of(&later.analysis));
    let mut out = String::new();
    let region = earlier.place.region.as_deref().unwrap_or_default();
    let _ = writeln!(out, "{region} {}", found.year);
    for target in &found.targets {
        let name = outcome(target.outcome, language);
        let _ = writeln!(out, "\n[{name}] {}", target.name);
        let _ = writeln!(out, "  {} {}", language.of("目标：", "target:"), before.said(Some(target.target)));
        if target.result.is_some() {
            let _ = writeln!(out, "  {} {}", language.of("结果：", "result:"), after.said(target.result));
        }
        if let Some(named) = target.named {
            let _ =
                writeln!(out, "  {} {}", language.of("提到：", "spoken of:"), after.text.slice(named).trim());
        }
        for measure in target.measures.iter().filter(|m| !m.gap.get().is_zero()) {
            let _ = writeln!(out, "  {} {} {}", language.of("相差：", "off by:"), measure.gap, measure.unit);
        }
    }
    for target in &found.worded {
        let _ = writeln!(out, "\n[{}] {}", outcome(target.outcome, language), target.name);
        let words = before.text.slice(target.words).trim();
        let _ = writeln!(out, "  {} {words}", language.of("目标：", "target:"));
        for id in target.results.iter().chain(&target.against) {
            let _ = writeln!(out, "  {} {}", language.of("结果：", "result:"), after.said(Some(*id)));
        }
        if let Some(named) = target.named {
            let words = after.text.slice(named).trim();
            let _ = writeln!(out, "  {} {words}", language.of("提到：", "spoken of:"));
        }
    }
    for restated in &found.restated {
        let _ = writeln!(
            out,
            "\n[{}] {} {}：{} → {}–{} ({}%)",
            language.of("前后不一", "restated"),
            restated.year,
            restated.name,
            before.said(Some(restated.earlier)),
            restated.now.0,
            restated.now.1,
            restated.percent
        );
    }
    for kept in &found.promises {
        let promise = earlier.analysis.commitments.get(kept.commitment as usize);
        let words = promise.map(|p| p.text.trim()).unwrap_or_default();
        let _ = writeln!(out, "\n[{}{}] {words}", language.of("民生实事", "promise "), kept.number);
        for said in &kept.said {
            let _ = writeln!(out, "  {} {}", language.of("今年：", "next:"), after.text.slice(*said).trim());
        }
        for number in &kept.numbers {
            let (promised, reported) =
                (before.said(Some(number.promised)), after.said(Some(number.reported)));
            let name = outcome(number.outcome, language);
            let _ = writeln!(out, "  {} {promised} → {reported} [{name}]", language.of("数字：", "number:"));
        }
        if kept.said.is_empty() && kept.numbers.is_empty() {
            let _ = writeln!(
                out,
                "  {}",
                language.of("今年报告中没有找到对应的话", "nothing found in the next report")
            );
        }
    }
    out
}

const fn outcome(outcome: Outcome, language: Language) -> &'static str {
    match outcome {
        Outcome::Met => language.of("完成", "met"),
        Outcome::Partly => language.of("部分完成", "partly"),
        Outcome::Missed => language.of("未完成", "missed"),
        Outcome::Unclear => language.of("无法比较", "unclear"),
        Outcome::Silent => language.of("未见报告", "silent"),
    }
}

/// A report's own words.
struct Words<'a> {
    analysis: &'a Analysis,
    text: Text,
}

impl<'a> Words<'a> {
    fn of(analysis: &'a Analysis) -> Self {
        Self { analysis, text: Text::new(analysis.text.clone()) }
    }

    fn said(&self, id: Option<u32>) -> String {
        let o = id.and_then(|id| self.analysis.observations.get(id as usize));
        o.map(|o| self.text.slice(o.span).replace('\n', "")).unwrap_or_default()
    }
}
