use super::grid::GridView;
use crate::browser::several::{self, Dispatch};
use crate::i18n::{Lang, fill};
use crate::several::{Event, Several};
use heshu_panel::set::Ask;
use heshu_panel::show::Grid;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What the screen shows.
#[derive(Properties, PartialEq)]
pub struct DeliveryProps {
    /// The set.
    pub several: Several,
    /// Whom it is told.
    pub dispatch: Dispatch,
    /// Language.
    pub lang: Lang,
}

/// One year's targets and promises, and what the next year's report says of them.
#[component]
pub fn Delivery(props: &DeliveryProps) -> Html {
    let DeliveryProps { several, dispatch, lang } = props;
    let words = lang.several();
    let pairs = use_memo(several.reports.clone(), |_| several.pairs());
    let id = |at: usize| several.reports.get(at).map(|known| known.id);
    let ids: Vec<(u32, u32)> = pairs.iter().filter_map(|(a, b)| id(*a).zip(id(*b))).collect();
    let chosen = several.pair.filter(|pair| ids.contains(pair)).or(ids.first().copied());
    let grids = use_state(Vec::<Grid>::new);
    {
        let grids = grids.clone();
        use_effect_with((several.changes, chosen, *lang), move |(_, chosen, lang)| {
            let (chosen, zh) = (*chosen, *lang == Lang::Zh);
            wasm_bindgen_futures::spawn_local(async move {
                grids.set(match chosen {
                    Some((earlier, later)) => {
                        several::ask(Ask::Delivery(earlier, later, zh)).await.unwrap_or_default()
                    }
                    None => Vec::new(),
                });
            });
        });
    }
    if ids.is_empty() {
        return html! { <p class="nothing" data-testid="no-pairs">{ words.pairs_none }</p> };
    }
    let onchange = {
        let (dispatch, ids) = (dispatch.clone(), ids.clone());
        Callback::from(move |event: yew::Event| {
            let select = event.target().and_then(|t| t.dyn_into::<HtmlSelectElement>().ok());
            let at = select.and_then(|select| select.value().parse::<usize>().ok());
            if let Some((earlier, later)) = at.and_then(|at| ids.get(at)) {
                dispatch.dispatch(Event::Pair(*earlier, *later));
            }
        })
    };
    let options = pairs.iter().zip(&ids).enumerate().filter_map(|(at, ((earlier, later), pair))| {
        let (earlier, later) = (several.reports.get(*earlier)?, several.reports.get(*later)?);
        let year = |year: Option<i32>| year.map(|y| y.to_string()).unwrap_or_default();
        let region = earlier.place.region.as_deref().unwrap_or(&earlier.name);
        let name = fill(words.pair_name, &[region, &year(earlier.place.year), &year(later.place.year)]);
        Some(html! { <option value={at.to_string()} selected={chosen == Some(*pair)}>{ name }</option> })
    });
    html! {
        <>
            <p class="filters"><label>{ words.pair }{ " " }
                <select data-testid="pair" {onchange}>{ for options }</select>
            </label></p>
            { for grids.iter().map(|grid| html! { <GridView key={format!("{chosen:?}{}", grid.id)} grid={grid.clone()} dispatch={dispatch.clone()} lang={*lang} /> }) }
        </>
    }
}
