use super::{
    Dispatch,
    gradually::use_gradually,
    growth::{Growth, rate, scale},
    more::More,
};
use crate::format;
use crate::i18n::{self, Lang, fill};
use crate::names;
use crate::report::Shared;
use crate::state::{Action, PAGE, Pane, Target};
use heshu_core::model::{Change, LevelValue, Observation};
use heshu_core::views::{Pair, charts::Scale};
use yew::prelude::*;

/// So many rows are drawn at once.
const AT_ONCE: usize = 12;

/// What the view shows.
#[derive(Properties, PartialEq)]
pub struct TargetsProps {
    /// The report.
    pub report: Shared,
    /// Language.
    pub lang: Lang,
    /// What is selected.
    pub selected: Option<Target>,
    /// How many rows to draw.
    pub limit: usize,
}

/// This year's targets beside last year's results.
#[component]
pub fn Targets(props: &TargetsProps) -> Html {
    let dispatch = use_context::<Dispatch>();
    let TargetsProps { report, lang, selected, limit } = props;
    let (limit, count) = ((*limit).max(PAGE), report.pairs.len());
    let drawn = use_gradually(limit.min(count), AT_ONCE, AT_ONCE);
    let scale = *use_memo(report.clone(), scale_of);
    let words = lang.words();
    if report.pairs.is_empty() {
        return html! { <p class="nothing">{ words.targets_none }</p> };
    }
    let go = |id: u32| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dispatch) = &dispatch {
                dispatch.dispatch(Action::Select(Target::Observation(id), Pane::Findings));
            }
        })
    };
    let of = |id: u32| report.analysis.observations.get(id as usize);
    let document = &report.analysis.document;
    let compared = report.pairs.iter().filter(|p| p.result.is_some()).count();
    let rows = report.pairs.iter().take(drawn).filter_map(|pair| {
        let target = of(pair.target)?;
        Some(html! { <Row pair={pair.clone()} report={report.clone()} lang={*lang} {scale}
            selected={*selected == Some(Target::Observation(target.id)) || pair.result.is_some_and(|id| *selected == Some(Target::Observation(id)))}
            on_target={go(target.id)} on_result={pair.result.map(go)} /> })
    });
    html! {
        <>
            <p class="lead">{ fill(words.targets_lead, &[&compared.to_string()]) }</p>
            <p class="legend">
                <span><svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true"><circle class="was" cx="5" cy="5" r="4" /></svg>{ words.legend_result }</span>
                <span><svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true"><circle class="goal" cx="5" cy="5" r="3.6" /></svg>{ words.legend_target }</span>
            </p>
            <div class="table-wrap" tabindex="0" role="region" aria-label={words.tab_targets}>
                <table class="data targets">
                    <thead><tr>
                        <th scope="col">{ words.col_indicator }</th>
                        <th scope="col" class="num">{ fill(words.col_result, &[&year(document.review_year, words.last_year)]) }</th>
                        <th scope="col" class="num">{ fill(words.col_target, &[&year(document.report_year, words.this_year)]) }</th>
                        <th scope="col" class="num">{ words.col_stated }</th>
                        <th scope="col" class="num">{ words.col_computed }</th>
                        <th scope="col">{ words.col_growth }</th>
                    </tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
            <More {limit} {count} drawing={drawn < limit.min(count)} lang={*lang} />
        </>
    }
}

/// The scale that the growth of all pairs is drawn on.
fn scale_of(report: &Shared) -> Scale {
    let of = |id: u32| rate(report.analysis.observations.get(id as usize)?.change.as_ref());
    let rates = report.pairs.iter().flat_map(|pair| [of(pair.target), pair.result.and_then(of)]);
    scale(rates.flatten().collect())
}

#[derive(Properties, PartialEq)]
struct RowProps {
    pair: Pair,
    report: Shared,
    lang: Lang,
    scale: Scale,
    selected: bool,
    on_target: Callback<MouseEvent>,
    on_result: Option<Callback<MouseEvent>>,
}

#[component]
fn Row(props: &RowProps) -> Html {
    let RowProps { pair, report, lang, scale, selected, on_target, on_result } = props;
    let words = lang.words();
    let of = |id: u32| report.analysis.observations.get(id as usize);
    let Some(target) = of(pair.target) else { return Html::default() };
    let result: Option<&Observation> = pair.result.and_then(of);
    let level = |o: Option<&Observation>| o.and_then(|o| o.level.as_ref()).map(amount);
    let check = report.gravest(pair.target);
    let concern = check.map(|c| i18n::verdict_id(c.verdict));
    let is_rate = target.level.as_ref().is_some_and(|l| l.unit == "%" || l.unit == "％");
    let computed =
        |n| format::bound(pair.bound, &format::signed(n, if is_rate { words.points } else { "%" }));
    let computed = pair.computed.map(computed);
    let below = pair.is_below();
    let target_change = target.change.as_ref();
    let bound = target_change.map(Change::signed_bound).unwrap_or_default();
    let document = &report.analysis.document;
    let result_label = fill(words.col_result, &[&year(document.review_year, words.last_year)]);
    let target_label = fill(words.col_target, &[&year(document.report_year, words.this_year)]);
    html! {
        <tr class={classes!(concern, selected.then_some("selected"))} data-testid="target-row" data-item="" data-observation={target.id.to_string()}
            data-indicator={target.indicator.clone()}>
            <th scope="row" lang="zh-CN">
                <button type="button" class="go" data-focus="" tabindex="-1" onclick={on_target.clone()}>{ &pair.name }</button>
                if let Some(name) = names::translated(target, *lang) { <span class="translated" lang="en">{ name }</span> }
                if let Some(force) = &target.commitment_force { <span class="chip plain">{ force }</span> }
            </th>
            <td class="num" data-label={result_label} lang="zh-CN">
                if let Some(level) = level(result) {
                    if let Some(onclick) = on_result { <button type="button" class="cell" tabindex="-1" onclick={onclick.clone()}>{ level }</button> }
                }
                if let Some(change) = result.and_then(|o| o.change.as_ref()) {
                    <span class="grew">{ format!("{} {}", format::arrow(format::direction(change)), format::change(change)) }</span>
                } else if level(result).is_none() { <span class="none">{ "—" }</span> }
            </td>
            <td class="num" data-label={target_label} lang="zh-CN">{ level(Some(target)).map_or_else(|| html! { <span class="none">{ "—" }</span> }, |l| html! { <b>{ l }</b> }) }</td>
            <td class="num" data-label={words.col_stated} lang="zh-CN">
                { target_change.map_or_else(|| html! { <span class="none">{ "—" }</span> }, |c| html! { { format::signed_change(c) } }) }
            </td>
            <td class="num" data-label={words.col_computed}>
                if let Some(computed) = computed {
                    <span class={classes!("computed", below.then_some("below"))} title={below.then_some(words.below_result)}>{ computed }</span>
                } else { <span class="none">{ "—" }</span> }
                if let Some(check) = check {
                    <span class={classes!("chip", concern)} title={lang.say(&check.message).to_owned()}>{ lang.pick(i18n::verdict(check.verdict)) }</span>
                }
            </td>
            <td class="growth-cell">
                <Growth scale={*scale} result={rate(result.and_then(|o| o.change.as_ref()))} target={rate(target_change)} {bound} lang={*lang} />
            </td>
        </tr>
    }
}

fn year(year: Option<i32>, otherwise: &str) -> String {
    year.map_or_else(|| otherwise.to_owned(), |y| y.to_string())
}

fn amount(level: &LevelValue) -> String {
    format::level(level)
}
