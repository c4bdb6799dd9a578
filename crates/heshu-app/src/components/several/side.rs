use super::grid::GridView;
use crate::browser::several::{self, Dispatch};
use crate::components::{
    Dispatch as Page,
    chart::Picture,
    charts::width,
    gradually::{drawing, use_gradually},
};
use crate::i18n::Lang;
use crate::several::{Event, Several};
use heshu_panel::set::Ask;
use heshu_panel::show::{Figures, Side, Wish};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

const FIGURES: [Figures; 4] = [Figures::Results, Figures::Growth, Figures::Targets, Figures::TargetGrowth];
/// So many indicators can be chosen; the others are stated by few.
const CHOICES: usize = 60;

/// What the screen shows.
#[derive(Properties, PartialEq)]
pub struct SideProps {
    /// The set.
    pub several: Several,
    /// Whom it is told.
    pub dispatch: Dispatch,
    /// Language.
    pub lang: Lang,
}

/// Indicators of all reports side by side, as a table and as pictures.
#[component]
pub fn SideView(props: &SideProps) -> Html {
    let SideProps { several, dispatch, lang } = props;
    let words = lang.several();
    let page = use_context::<Page>();
    let side = use_state(|| None::<Rc<Side>>);
    let wish = Wish { width: width() as u32, ..several.wish.clone() };
    {
        let side = side.clone();
        use_effect_with((several.changes, wish.clone(), *lang), move |(_, wish, lang)| {
            let ask = Ask::Side(wish.clone(), *lang == Lang::Zh);
            wasm_bindgen_futures::spawn_local(async move {
                side.set(several::ask::<Side>(ask).await.map(Rc::new));
            });
        });
    }
    let pictures = side.as_ref().map_or(0, |side| side.pictures.len());
    // The table comes first.
    let drawn = use_gradually(pictures + 1, 1, 1);
    if several.reports.is_empty() {
        return html! { <p class="nothing">{ words.none }</p> };
    }
    let Some(side) = (*side).clone() else {
        return html! { <p class="nothing" role="status">{ words.waiting }</p> };
    };
    let change = |change: fn(&mut Wish, String, &Side)| {
        let (wish, side, dispatch) = (wish.clone(), side.clone(), dispatch.clone());
        Callback::from(move |event: yew::Event| {
            let target = event.target();
            let select =
                target.clone().and_then(|t| t.dyn_into::<HtmlSelectElement>().ok()).map(|s| s.value());
            let input = target.and_then(|t| t.dyn_into::<HtmlInputElement>().ok()).map(|i| i.value());
            let mut wish = wish.clone();
            change(&mut wish, select.or(input).unwrap_or_default(), &side);
            dispatch.dispatch(Event::Wish(wish));
        })
    };
    let figures = change(|wish, said, _| {
        wish.figures = said.parse::<usize>().ok().and_then(|at| FIGURES.get(at).copied()).unwrap_or_default();
        // Results and targets are of different years.
        wish.year = None;
    });
    let year = change(|wish, said, _| wish.year = said.parse().ok());
    let toggle = change(|wish, id, side| {
        wish.indicators = chosen(wish, side);
        if wish.indicators.contains(&id) {
            wish.indicators.retain(|other| *other != id);
        } else {
            wish.indicators.push(id);
        }
    });
    let draw = change(|wish, id, side| {
        wish.indicators = chosen(wish, side);
        wish.indicators.retain(|other| *other != id);
        wish.indicators.insert(0, id);
    });
    let kinds =
        [words.figures_results, words.figures_growth, words.figures_targets, words.figures_target_growth];
    let kinds = kinds.into_iter().zip(FIGURES).enumerate().map(|(at, (name, of))| {
        html! { <option value={at.to_string()} selected={wish.figures == of}>{ name }</option> }
    });
    let years = side.years.iter().map(|year| {
        html! { <option value={year.to_string()} selected={wish.year == Some(*year)}>{ year }</option> }
    });
    let unfinished = drawn <= pictures;
    let shown = chosen(&wish, &side);
    let ranked = shown.iter().enumerate().filter_map(|(at, id)| {
        let choice = side.choices.iter().find(|choice| choice.id == *id)?;
        Some(html! { <option value={id.clone()} selected={at == 0}>{ &choice.name }</option> })
    });
    let choices = side.choices.iter().take(CHOICES).map(|choice| {
        html! {
            <label><input type="checkbox" value={choice.id.clone()} checked={choice.chosen} onchange={toggle.clone()} />
                { " " }{ &choice.name }<span class="aside">{ choice.reports }</span></label>
        }
    });
    let pictures = side.pictures.iter().take(drawn.saturating_sub(1)).filter_map(|(id, chart)| {
        let id = ["ranking", "dumbbell", "lines"].into_iter().find(|known| known == id)?;
        Some(html! {
            <Picture {id} chart={chart.clone()} lang={*lang} file={format!("heshu-{id}")} source={chart.title.clone()} dispatch={page.clone()} />
        })
    });
    html! {
        <>
            <div class="filters">
                <label>{ words.figures }{ " " }<select data-testid="side-figures" onchange={figures}>{ for kinds }</select></label>
                <label>{ words.year }{ " " }<select data-testid="side-year" onchange={year}>
                    <option value="" selected={wish.year.is_none()}>{ words.all_years }</option>{ for years }
                </select></label>
                <label>{ words.drawn }{ " " }<select data-testid="side-drawn" onchange={draw}>{ for ranked }</select></label>
            </div>
            <details class="choices-of"><summary>{ words.indicators }</summary><div data-testid="side-choices">{ for choices }</div></details>
            <GridView grid={side.grid.clone()} dispatch={dispatch.clone()} lang={*lang} />
            <section aria-label={words.pictures}>{ for pictures }</section>
            { drawing(unfinished) }
        </>
    }
}

/// The indicators that are shown, the drawn one first.
fn chosen(wish: &Wish, side: &Side) -> Vec<String> {
    if !wish.indicators.is_empty() {
        return wish.indicators.clone();
    }
    side.choices.iter().filter(|choice| choice.chosen).map(|choice| choice.id.clone()).collect()
}
