//! The report as one HTML file, every number marked: it opens anywhere and asks nothing of the network.

use crate::format;
use crate::i18n::{self, Lang};
use crate::report::Report;
use heshu_core::model::Verdict;
use heshu_core::views::{Judgements, escape, segments};
use std::fmt::Write;

const STYLE: &str = "body{max-width:42em;margin:2em auto;padding:0 1em;line-height:1.9;font-family:system-ui,\
'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;color:#1d2129;background:#fff}\
mark{background:#e3eef2;border-bottom:1px solid #2c6378;color:inherit}\
mark.conflict{background:#fbe3e0;border-color:#b3261e}mark.caution{background:#fbeed3;border-color:#8a5300}\
li{margin:.4em 0}h1{font-size:1.5em}h2,h3{font-size:1.15em;margin-top:1.6em}.muted{color:#5c6370}";

/// Writes the file. Findings have what the person thinks of them behind their verdict.
pub fn html(report: &Report, judgements: &Judgements, lang: Lang) -> String {
    let words = lang.words();
    let title = escape(&format!("{} · {}", report.file_stem(), words.name));
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\">\
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\
<meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title><style>{STYLE}</style></head><body>\n<h1>{title}</h1>\n",
        lang.tag()
    );
    let _ = writeln!(out, "<h2>{}</h2>\n<ul>", words.tab_checks);
    let checks = report.checks().iter().enumerate().filter(|(_, c)| c.verdict != Verdict::Pass);
    for (place, check) in checks {
        let judgement = judgements.get(&place).map(|j| format!("（{}）", j.name(lang == Lang::Zh)));
        let _ = writeln!(
            out,
            "<li><b>{}{} · {}</b> {}</li>",
            lang.pick(i18n::verdict(check.verdict)),
            judgement.unwrap_or_default(),
            escape(lang.say(&check.title)),
            escape(lang.say(&check.message))
        );
    }
    let _ = writeln!(out, "</ul>\n<h2>{}</h2>", words.text_pane);
    for paragraph in &report.paragraphs {
        let tag = if paragraph.heading.is_some() { "h3" } else { "p" };
        let _ = write!(out, "<{tag}>");
        for segment in segments(paragraph, &report.marks, &[]) {
            let text = escape(report.text.slice(segment.span));
            let Some(mark) = segment.mark.and_then(|place| report.marks.get(place)) else {
                out.push_str(&text);
                continue;
            };
            let class = report.concern(mark.observation).map(i18n::verdict_id).unwrap_or_default();
            let label = report.analysis.observations.get(mark.observation as usize).map(|o| {
                let period = o.period.as_deref().map(|p| format::period(p, lang)).unwrap_or_default();
                format!("{} {period} {}", o.name, lang.pick(i18n::kind(o.kind)))
            });
            let label = escape(&label.unwrap_or_default());
            let _ = write!(out, "<mark class=\"{class}\" title=\"{label}\">{text}</mark>");
        }
        let _ = writeln!(out, "</{tag}>");
    }
    out.push_str("</body></html>\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Shared;

    #[test]
    fn words_of_the_report_are_never_markup() {
        let mut analysis = heshu_core::analyze("", &heshu_core::Options::default());
        analysis.text = "<script>alert(1)</script>产值5亿元".into();
        analysis.document.region = Some("<i>某县".into());
        let file = html(&Shared::new("".into(), analysis, Vec::new()), &Judgements::new(), Lang::Zh);
        assert!(!file.contains("<script") && !file.contains("<i>") && file.contains("&lt;script&gt;"));
    }
}
