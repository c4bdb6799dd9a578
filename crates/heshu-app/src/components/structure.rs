use crate::format;
use crate::i18n::Lang;
use crate::report::Shared;
use heshu_core::model::Observation;
use yew::prelude::*;

/// The chart's report.
#[derive(Properties, PartialEq)]
pub struct StructureProps {
    /// The report.
    pub report: Shared,
    /// Language.
    pub lang: Lang,
}

/// The three shares of industry of each year that the report gives, as bars of one length.
#[component]
pub fn Structure(props: &StructureProps) -> Html {
    let StructureProps { report, lang } = props;
    let words = lang.words();
    let rows = rows(&report.analysis.observations);
    if rows.is_empty() {
        return Html::default();
    }
    let names = [words.primary, words.secondary, words.tertiary];
    html! {
        <figure class="structure" data-testid="structure">
            <figcaption>{ words.chart_structure }</figcaption>
            <table>
                <thead class="sr"><tr><th>{ words.th_period }</th><th>{ names.join(" / ") }</th></tr></thead>
                <tbody>
                { for rows.iter().map(|(period, shares)| {
                    let mut x = 0.0;
                    html! {
                        <tr>
                            <th scope="row">{ format::period(period, *lang) }</th>
                            <td>
                                <span class="sr">{ shares.iter().map(|s| format!("{s}%")).collect::<Vec<_>>().join(" / ") }</span>
                                <svg viewBox="0 0 300 26" aria-hidden="true">
                                    { for shares.iter().zip(names).enumerate().map(|(at, (share, name))| {
                                        let width = share * 3.0;
                                        let from = x;
                                        x += width;
                                        html! {
                                            <g>
                                                <rect class={format!("share-{at}")} x={format!("{from:.2}")} y="1" width={format!("{:.2}", (width - 1.0).max(0.5))} height="24" rx="2" />
                                                <text class={format!("on-share-{at}")} x={format!("{:.2}", from + width / 2.0)} y="17.5" text-anchor="middle">{ format!("{name} {share}") }</text>
                                            </g>
                                        }
                                    }) }
                                </svg>
                            </td>
                        </tr>
                    }
                }) }
                </tbody>
            </table>
        </figure>
    }
}

/// Years with three shares that make up a whole, in the order of the text.
fn rows(observations: &[Observation]) -> Vec<(String, [f64; 3])> {
    let shares: Vec<(&str, f64)> = observations
        .iter()
        .filter(|o| o.indicator.as_deref() == Some("industry_structure"))
        .filter_map(|o| {
            Some((o.period.as_deref().unwrap_or(""), o.level.as_ref()?.value.to_string().parse().ok()?))
        })
        .collect();
    let mut rows: Vec<(String, [f64; 3])> = Vec::new();
    for three in shares.chunks_exact(3) {
        if let [(period, a), (p2, b), (p3, c)] = three {
            let whole = (95.0..=105.0).contains(&(a + b + c));
            if whole && period == p2 && p2 == p3 && rows.iter().all(|(p, _)| p != period) {
                rows.push(((*period).to_owned(), [*a, *b, *c]));
            }
        }
    }
    rows
}
