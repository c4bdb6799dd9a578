use crate::format;
use crate::i18n::{self, Lang, fill};
use crate::report::Shared;
use yew::prelude::*;

/// The summary's report.
#[derive(Properties, PartialEq)]
pub struct SummaryProps {
    /// The report.
    pub report: Shared,
    /// Language.
    pub lang: Lang,
}

/// What the report is.
#[component]
pub fn Summary(props: &SummaryProps) -> Html {
    let SummaryProps { report, lang } = props;
    let words = lang.words();
    let document = &report.analysis.document;
    let region = document.region.clone().unwrap_or_else(|| words.untitled.to_owned());
    let year = document.report_year.map(|year| fill(words.report_of, &[&year.to_string()]));
    let mut facts: Vec<String> = Vec::new();
    facts.extend(document.level.map(|level| lang.pick(i18n::level(level)).to_owned()));
    facts.extend(document.speaker.clone());
    facts.extend(document.delivered_on.as_ref().map(|day| fill(words.delivered, &[day])));
    if document.characters > 0 {
        facts.push(fill(words.characters, &[&format::count(document.characters as usize)]));
    }
    html! {
        <div class="summary" data-testid="summary">
            <h1><span lang="zh-CN">{ region }</span>{ " " }<small>{ year }</small></h1>
            <p class="facts">{ for facts.iter().map(|fact| html! { <span>{ fact }</span> }) }</p>
            if report.analysis.observations.is_empty() {
                <p class="nothing" role="alert"><strong>{ words.nothing_found }</strong>{ " " }{ words.nothing_found_hint }</p>
            }
        </div>
    }
}
