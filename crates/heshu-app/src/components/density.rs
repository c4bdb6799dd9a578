use crate::i18n::{self, Lang};
use crate::report::Shared;
use heshu_core::model::Verdict;
use yew::prelude::*;

const BINS: usize = 120;

/// The strip's report.
#[derive(Properties, PartialEq)]
pub struct DensityProps {
    /// The report.
    pub report: Shared,
    /// Language of its label.
    pub lang: Lang,
}

/// Where numbers and findings stand along the report.
#[component]
pub fn Density(props: &DensityProps) -> Html {
    let DensityProps { report, lang } = props;
    let length = report.text.utf16_len().max(1) as usize;
    let bin = |offset: u32| (offset as usize * BINS / length).min(BINS - 1);
    let mut counts = [0u32; BINS];
    for mark in &report.marks {
        if let Some(count) = counts.get_mut(bin(mark.span.start)) {
            *count += 1;
        }
    }
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let bars = counts.iter().enumerate().filter(|(_, count)| **count > 0).map(|(at, count)| {
        let height = (count * 14).div_ceil(most).max(1);
        format!("M{} 22v-{height}h1.4v{height}", at * 2)
    });
    let bars: String = bars.collect();
    // One tick a place, of the gravest finding there.
    let mut gravest = [None::<Verdict>; BINS];
    for check in report.checks().iter().filter(|c| matches!(c.verdict, Verdict::Conflict | Verdict::Caution))
    {
        let place = check.spans.first().and_then(|span| gravest.get_mut(bin(span.start)));
        if let Some(place) = place {
            *place = Some(place.map_or(check.verdict, |old| old.min(check.verdict)));
        }
    }
    let ticks = gravest.iter().enumerate().filter_map(|(at, verdict)| {
        let class = classes!("tick", i18n::verdict_id((*verdict)?));
        Some(html! { <rect {class} x={(at * 2).to_string()} y="0" width="1.6" height="22" /> })
    });
    let label = lang.words().density;
    html! {
        <svg class="density" viewBox="0 0 240 23" preserveAspectRatio="none" role="img" aria-label={label}>
            <title>{ label }</title>
            <path class="base" d="M0 22.5H240" />
            { for ticks }
            <path class="bar" d={bars} />
        </svg>
    }
}
