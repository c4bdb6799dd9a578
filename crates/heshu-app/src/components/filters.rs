use super::Dispatch;
use crate::i18n::{self, Lang, fill};
use crate::listing;
use crate::names;
use crate::report::Shared;
use crate::state::Action;
use heshu_core::model::{Bound, Kind};
use heshu_core::views::{Filter, Sort};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// What the filters show.
#[derive(Properties, PartialEq)]
pub struct FiltersProps {
    /// The report, for what there is to choose from.
    pub report: Shared,
    /// Language.
    pub lang: Lang,
    /// The filter as it stands.
    pub filter: Filter,
    /// How many it lets through.
    pub count: usize,
}

const KINDS: [Kind; 4] = [Kind::Actual, Kind::Expected, Kind::Target, Kind::Standing];
const BOUNDS: [Bound; 7] =
    [Bound::Exact, Bound::Approx, Bound::AtLeast, Bound::Over, Bound::Under, Bound::AtMost, Bound::Range];
const SORTS: [Sort; 4] = [Sort::Reading, Sort::Name, Sort::Level, Sort::Change];

/// Search, filters and order of cards and table.
#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let dispatch = use_context::<Dispatch>();
    let FiltersProps { report, lang, filter, count } = props;
    let words = lang.words();
    let set = Callback::from(move |filter: Filter| {
        if let Some(dispatch) = &dispatch {
            dispatch.dispatch(Action::Filter(filter));
        }
    });
    let observations = &report.analysis.observations;
    let themes: Vec<String> = {
        let all: Vec<u32> = observations.iter().map(|o| o.id).collect();
        listing::groups(report, &all, Sort::Reading, 0..usize::MAX)
            .into_iter()
            .map(|t| t.id.unwrap_or_default())
            .collect()
    };
    let kinds: Vec<Kind> = KINDS.into_iter().filter(|k| observations.iter().any(|o| o.kind == *k)).collect();
    let has = |b: Bound| {
        observations.iter().any(|o| {
            o.level.as_ref().is_some_and(|l| l.bound == b) || o.change.as_ref().is_some_and(|c| c.bound == b)
        })
    };
    let bounds: Vec<Bound> = BOUNDS.into_iter().filter(|b| has(*b)).collect();

    let theme_options: Vec<String> = themes.iter().map(|id| names::theme(id, *lang).to_owned()).collect();
    let period_options: Vec<String> =
        report.periods.iter().map(|p| crate::format::period(p, *lang)).collect();
    let kind_options: Vec<String> = kinds.iter().map(|k| lang.pick(i18n::kind(*k)).to_owned()).collect();
    let bound_options: Vec<String> = bounds.iter().map(|b| lang.pick(i18n::bound(*b)).to_owned()).collect();
    let sort_options =
        [words.sort_reading, words.sort_name, words.sort_level, words.sort_change].map(str::to_owned);

    let theme_at = filter.theme.as_ref().and_then(|t| themes.iter().position(|x| x == t));
    let period_at = filter.period.as_ref().and_then(|p| report.periods.iter().position(|x| x == p));
    let kind_at = filter.kind.and_then(|k| kinds.iter().position(|x| *x == k));
    let bound_at = filter.bound.and_then(|b| bounds.iter().position(|x| *x == b));
    let sort_at = SORTS.iter().position(|s| *s == filter.sort);

    let on_theme = with(&set, filter, move |f, at| f.theme = at.and_then(|at| themes.get(at).cloned()));
    let on_period = {
        let report = report.clone();
        with(&set, filter, move |f, at| f.period = at.and_then(|at| report.periods.get(at).cloned()))
    };
    let on_kind = with(&set, filter, move |f, at| f.kind = at.and_then(|at| kinds.get(at).copied()));
    let on_bound = with(&set, filter, move |f, at| f.bound = at.and_then(|at| bounds.get(at).copied()));
    let on_sort =
        with(&set, filter, |f, at| f.sort = at.and_then(|at| SORTS.get(at).copied()).unwrap_or_default());
    let on_search = {
        let (set, filter) = (set.clone(), filter.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) {
                set.emit(Filter { query: input.value(), ..filter.clone() });
            }
        })
    };
    let on_headline = {
        let (set, filter) = (set.clone(), filter.clone());
        Callback::from(move |_: MouseEvent| set.emit(Filter { headline: !filter.headline, ..filter.clone() }))
    };
    let clear = {
        let sort = filter.sort;
        set.reform(move |_: MouseEvent| Filter { sort, ..Filter::default() })
    };
    html! {
        <div class="filters" role="search" aria-label={words.filters}>
            <input type="search" data-testid="search" placeholder={words.search} aria-label={words.search}
                value={filter.query.clone()} oninput={on_search} />
            { choice(words.th_theme, "filter-theme", Some(words.all_themes), &theme_options, theme_at, on_theme) }
            { choice(words.th_kind, "filter-kind", Some(words.all_kinds), &kind_options, kind_at, on_kind) }
            { choice(words.th_period, "filter-period", Some(words.all_periods), &period_options, period_at, on_period) }
            { choice(words.all_bounds, "filter-bound", Some(words.all_bounds), &bound_options, bound_at, on_bound) }
            { choice(words.sort, "sort", None, &sort_options, sort_at, on_sort) }
            <button type="button" class="toggle" data-testid="filter-headline" aria-pressed={filter.headline.to_string()} onclick={on_headline}>
                { words.headline_only }
            </button>
            <span class="filter-count" role="status" data-testid="filter-count">
                { fill(words.shown, &[&count.to_string(), &observations.len().to_string()]) }
            </span>
            if !filter.is_empty() {
                <button type="button" class="link" data-testid="clear-filters" onclick={clear}>{ words.clear_filters }</button>
            }
        </div>
    }
}

/// A change of the filter by the place of the chosen option; none is the first one, "all".
fn with(
    set: &Callback<Filter>,
    filter: &Filter,
    change: impl Fn(&mut Filter, Option<usize>) + 'static,
) -> Callback<Option<usize>> {
    let (set, filter) = (set.clone(), filter.clone());
    Callback::from(move |at: Option<usize>| {
        let mut filter = filter.clone();
        change(&mut filter, at);
        set.emit(filter);
    })
}

fn choice(
    label: &'static str,
    testid: &'static str,
    all: Option<&'static str>,
    options: &[String],
    chosen: Option<usize>,
    on: Callback<Option<usize>>,
) -> Html {
    if options.len() < 2 && all.is_some() {
        return Html::default();
    }
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target().and_then(|t| t.dyn_into::<HtmlSelectElement>().ok()) {
            on.emit(select.value().parse().ok());
        }
    });
    html! {
        <select data-testid={testid} aria-label={label} {onchange}>
            if let Some(all) = all { <option value="" selected={chosen.is_none()}>{ all }</option> }
            { for options.iter().enumerate().map(|(at, option)| html! {
                <option value={at.to_string()} selected={chosen == Some(at)}>{ option }</option>
            }) }
        </select>
    }
}
