//! Several reports: the list, promise against delivery, side by side.

mod add;
mod delivery;
mod export;
mod failures;
mod grid;
mod hooks;
mod progress;
mod reports;
mod row;
mod side;

pub use hooks::use_several;

use super::icon::Icon;
use super::words::list_of;
use crate::browser::several::Dispatch;
use crate::i18n::{Lang, fill};
use crate::report::Shared;
use crate::several::{Event, Screen, Several};
use yew::prelude::*;

/// What is shown of the set.
#[derive(Properties, PartialEq)]
pub struct SeveralProps {
    /// The set.
    pub several: Several,
    /// Whom it is told.
    pub dispatch: Dispatch,
    /// Which of its screens.
    pub screen: Screen,
    /// Language.
    pub lang: Lang,
    /// The report that is open by itself.
    pub report: Option<Shared>,
    /// Its document as bytes, where it came from a file.
    pub document: Option<std::rc::Rc<[u8]>>,
    /// The list of words that a panel may count: its id, and the person's own one.
    pub words: (String, String),
}

/// One screen of the set, under the way to the others.
#[component]
pub fn SeveralView(props: &SeveralProps) -> Html {
    let SeveralProps { several, dispatch, screen, lang, report, .. } = props;
    let words = lang.several();
    let go = |to: Option<Screen>| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Event::Screen(to)))
    };
    let tabs = Screen::ALL.into_iter().map(|to| {
        let label = match to {
            Screen::Reports => words.screen_reports,
            Screen::Delivery => words.screen_delivery,
            Screen::Side => words.screen_side,
        };
        let current = (to == *screen).then_some("page");
        html! {
            <button type="button" aria-current={current} data-testid={format!("screen-{}", to.id())} onclick={go(Some(to))}>
                { label }
                if to == Screen::Reports && !several.reports.is_empty() { <span class="count">{ several.reports.len() }</span> }
            </button>
        }
    });
    let list = list_of(&props.words.0, &props.words.1, *lang);
    let (several, dispatch, lang) = (several.clone(), dispatch.clone(), *lang);
    let content = match screen {
        Screen::Reports => html! {
            <reports::Reports {several} {dispatch} {lang} report={report.clone()} document={props.document.clone()} words={list} />
        },
        Screen::Delivery => html! { <delivery::Delivery {several} {dispatch} {lang} /> },
        Screen::Side => html! { <side::SideView {several} {dispatch} {lang} /> },
    };
    html! {
        <main class="several" id="findings" tabindex="-1" data-testid="several-view">
            <header>
                <h1>{ lang.words().several }</h1>
                if let Some(report) = report {
                    <button type="button" class="link" data-testid="several-back" onclick={go(None)}>
                        { fill(words.back_to, &[&report.file_stem()]) }
                    </button>
                }
            </header>
            <nav class="tabs" aria-label={words.screens}>{ for tabs }</nav>
            <progress::ProgressView progress={props.several.progress} {lang} />
            { content }
        </main>
    }
}

/// The way to the set, from anywhere.
#[derive(Properties, PartialEq)]
pub struct DoorProps {
    /// How many reports it has.
    pub count: usize,
    /// Whom it is told.
    pub dispatch: Dispatch,
    /// Language.
    pub lang: Lang,
}

/// The button for it in the head of the page.
#[component]
pub fn Door(props: &DoorProps) -> Html {
    let dispatch = props.dispatch.clone();
    let onclick =
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Event::Screen(Some(Screen::Reports))));
    html! {
        <button type="button" class="tool" data-testid="several" {onclick}>
            <Icon name="list" /><span>{ props.lang.words().several }</span>
            if props.count > 0 { <b class="count">{ props.count }</b> }
        </button>
    }
}
