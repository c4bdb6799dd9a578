use super::several::Door;
use super::{Dispatch, export_menu::ExportMenu, icon::Icon};
use crate::browser::several::Dispatch as SetDispatch;
use crate::i18n::fill;
use crate::state::{Action, Appearance, Panel, State};
use yew::prelude::*;

/// What the header shows.
#[derive(Properties, PartialEq)]
pub struct HeaderProps {
    /// The page's state.
    pub state: State,
    /// Whether a set of reports is shown, how many it has, and whom it is told.
    pub set: (bool, usize, SetDispatch),
}

/// The name of the product, and what holds on every view.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let dispatch = use_context::<Dispatch>();
    let state = &props.state;
    let words = state.words();
    let act = |action: Action| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dispatch) = &dispatch {
                dispatch.dispatch(action.clone());
            }
        })
    };
    let (icon, appearance) = match state.appearance {
        Appearance::Auto => ("auto", words.theme_auto),
        Appearance::Light => ("sun", words.theme_light),
        Appearance::Dark => ("moon", words.theme_dark),
    };
    let appearance = fill(words.theme_label, &[appearance]);
    let other = state.lang.other();
    html! {
        <header class="top">
            <div class="brand">
                <svg class="logo" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
                    <rect class="logo-ground" x="1" y="1" width="30" height="30" rx="7" />
                    <path class="logo-ink" d="M8 9h16M8 16h9M8 23h6M18.5 20.5l3 3 5-6.5" />
                </svg>
                <span class="brand-name">{ words.name }</span>
                <span class="brand-line">{ words.tagline }</span>
            </div>
            <nav class="actions" aria-label={words.name}>
                if !props.set.0 {
                    <Door count={props.set.1} dispatch={props.set.2.clone()} lang={state.lang} />
                }
                if let Some(report) = state.report.as_ref().filter(|_| !props.set.0) {
                    <button type="button" class="tool" data-testid="new-report" onclick={act(Action::Clear)}>
                        <Icon name="new" /><span>{ words.new_report }</span>
                    </button>
                    <button type="button" class="tool" data-testid="share" onclick={act(Action::Panel(Some(Panel::Share)))}>
                        <Icon name="share" /><span>{ words.share }</span>
                    </button>
                    <ExportMenu report={report.clone()} filter={state.filter.clone()} lang={state.lang}
                        words={(state.word_list.clone(), state.own_words.clone())} judgements={state.judgements.clone()} />
                }
                <button type="button" class="tool only" title={words.help} aria-label={words.help}
                    data-testid="help" onclick={act(Action::Panel(Some(Panel::Help)))}>
                    <Icon name="help" />
                </button>
                <button type="button" class="tool only" title={appearance.clone()} aria-label={appearance}
                    data-testid="theme-switch" onclick={act(Action::Appearance(state.appearance.next()))}>
                    <Icon name={icon} />
                </button>
                <button type="button" class="tool lang" data-testid="language-switch" lang={other.tag()}
                    aria-label={words.switch_language_label} onclick={act(Action::Language(other))}>
                    { words.switch_language }
                </button>
            </nav>
        </header>
    }
}
