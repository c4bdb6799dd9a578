use super::{Dispatch, icon::Icon};
use crate::browser::files;
use crate::format;
use crate::i18n::{self, Lang};
use crate::names;
use crate::report::Shared;
use crate::state::{Action, Pane, Target};
use heshu_core::model::{Bound, Change, Kind, LevelValue};
use heshu_core::views::quotation;
use yew::prelude::*;

/// What a card shows.
#[derive(Properties, PartialEq)]
pub struct CardProps {
    /// The report.
    pub report: Shared,
    /// Id of the observation.
    pub id: u32,
    /// Language.
    pub lang: Lang,
    /// Whether it is selected.
    pub selected: bool,
}

/// One statistic.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let dispatch = use_context::<Dispatch>();
    let CardProps { report, id, lang, selected } = props;
    let words = lang.words();
    let id = *id;
    let Some(o) = report.analysis.observations.get(id as usize) else { return Html::default() };
    let go = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dispatch) = &dispatch {
                dispatch.dispatch(Action::Select(Target::Observation(id), Pane::Findings));
            }
        })
    };
    let copy = {
        let (report, dispatch, span) = (report.clone(), dispatch.clone(), o.span);
        Callback::from(move |_: MouseEvent| {
            if let Some(dispatch) = &dispatch {
                files::copy(quotation(&report.text, &report.analysis.document, span), dispatch.clone());
            }
        })
    };
    let kind = match o.kind {
        Kind::Actual => "actual",
        Kind::Expected => "expected",
        Kind::Target => "target",
        Kind::Standing => "standing",
    };
    let concern = report.concern(id);
    let concern_id = concern.map(i18n::verdict_id);
    let mut notes: Vec<String> = Vec::new();
    notes.extend(o.commitment_force.clone());
    notes.extend(o.region.clone());
    notes.extend(o.share_of.as_ref().map(|whole| format!("{} {whole}", words.of)));
    html! {
        <article class={classes!("card", kind, concern_id, selected.then_some("selected"))}
            data-testid="card" data-item="" data-observation={id.to_string()} aria-current={selected.then_some("true")}>
            <h3 lang="zh-CN"><button type="button" class="go" data-focus="" tabindex="-1" aria-pressed={selected.to_string()} onclick={go}>{ &o.name }</button></h3>
            if let Some(name) = names::translated(o, *lang) { <p class="translated">{ name }</p> }
            <p class="when">
                <span class={classes!("chip", kind)}>{ lang.pick(i18n::kind(o.kind)) }</span>
                if let Some(period) = &o.period { <span>{ format::period(period, *lang) }</span> }
                if let Some(concern) = concern {
                    <span class={classes!("chip", concern_id)}>{ lang.pick(i18n::verdict(concern)) }</span>
                }
            </p>
            <div class="figures">
                if let Some(level) = &o.level { { level_view(level, *lang) } }
                if let Some(change) = &o.change { { change_view(change, o.level.is_none(), *lang) } }
            </div>
            if !notes.is_empty() {
                <p class="notes" lang="zh-CN">{ for notes.iter().map(|note| html! { <span class="chip plain">{ note }</span> }) }</p>
            }
            if let Some(doubt) = &o.doubt {
                <p class="doubt"><span class="chip caution">{ words.doubt }</span>{ " " }{ names::doubt(doubt, *lang) }</p>
            }
            <blockquote lang="zh-CN" title={format!("{}{}", words.read_as, names::construction(&o.construction, *lang))}>{ report.text.slice(o.span) }</blockquote>
            <button type="button" class="copy" tabindex="-1" title={words.copy_quote} aria-label={format!("{} {}", words.copy_quote, o.name)} onclick={copy}>
                <Icon name="copy" />
            </button>
        </article>
    }
}

/// A bound as its sign, with its word for who hovers or listens.
fn bound(bound: Bound, lang: Lang) -> Html {
    let sign = bound.sign();
    if sign.is_empty() {
        return Html::default();
    }
    let word = lang.pick(i18n::bound(bound));
    html! { <span class="bound" title={word}><span aria-hidden="true">{ sign }</span><span class="sr">{ word }</span></span> }
}

fn level_view(level: &LevelValue, lang: Lang) -> Html {
    if level.is_rank() {
        return html! { <p class="level"><span class="number">{ format::level(level) }</span></p> };
    }
    let written = level.written.replace(['—', '－', '~', '～'], "–");
    html! {
        <p class="level" lang="zh-CN">
            { bound(level.bound, lang) }<span class="number">{ written }</span><span class="unit">{ &level.unit }</span>
            if let Some(money) = format::money(level).filter(|_| lang == Lang::En) { <span class="money" lang="en">{ money }</span> }
        </p>
    }
}

fn change_view(change: &Change, alone: bool, lang: Lang) -> Html {
    let direction = format::direction(change);
    let way = if direction < 0 { lang.words().falls } else { lang.words().grows };
    let class = match direction {
        1 => "up",
        -1 => "down",
        _ => "flat",
    };
    let amount = change.written.trim_start_matches(['-', '−', '－']).to_owned();
    html! {
        <p class={classes!("change", class, alone.then_some("alone"))} lang="zh-CN">
            <span class="arrow" aria-hidden="true">{ format::arrow(direction) }</span><span class="sr">{ way }</span>
            { bound(change.bound, lang) }<span class="number">{ amount }</span><span class="unit">{ &change.unit }</span>
            if let Some(basis) = format::basis(change.basis, lang) { <span class="basis">{ basis }</span> }
        </p>
    }
}
