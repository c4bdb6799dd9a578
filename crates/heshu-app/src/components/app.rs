use super::several::{SeveralProps, use_several};
use super::{
    Dispatch, gradually, header::Header, notice::NoticeBar, panel::PanelProps, reading::ReadingView,
    welcome::Welcome, workspace::Workspace,
};
use crate::browser::{
    analysis, files, folders, intake, menus, page, page::Listener, several as set, share, storage,
};
use crate::i18n::fill;
use crate::pieces;
use crate::reading::Reading;
use crate::samples::Sample;
use crate::several::{Event, Screen, Several};
use crate::state::{Action, Message, Notice, Pane, State, View};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, KeyboardEvent};
use yew::prelude::*;

/// What the page begins with.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// Its state.
    pub begin: State,
}

/// The whole page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let state = use_reducer(|| props.begin.clone());
    let dispatch = state.dispatcher();
    let reading = use_reducer(Reading::default);
    let ears = intake::Ears { reading: reading.dispatcher(), page: state.dispatcher() };
    let dropping = use_state(|| false);
    let several = use_several(&state);

    use_root(&state);
    use_analysis(&state);
    use_recents(&state);
    use_address(&state, &several);
    use_focus(&state, &several);
    use_effect_with(state.report.is_some() || state.notice.is_some(), |there| {
        if *there {
            page::show();
        }
    });
    {
        let (dispatch, several) = (dispatch.clone(), several.dispatcher());
        use_effect_with((), move |()| open_link(dispatch, several));
    }
    {
        let (ears, dropping, several) = (ears.clone(), dropping.clone(), several.dispatcher());
        use_effect_with((), move |()| {
            let listeners = listeners(&ears, &several, &dropping);
            move || drop(listeners)
        });
    }

    let skip = Callback::from(|event: MouseEvent| {
        // The fragment holds the report and the view; it is not to be lost.
        event.prevent_default();
        page::scroll_to("#findings", true);
    });
    let words = state.words();
    let main = match &state.report {
        _ if several.screen.is_some() => set_view(&state, &several),
        Some(report) => html! { <Workspace state={(*state).clone()} report={report.clone()} /> },
        None => html! { <Welcome lang={state.lang} keep={state.keep_recents} ears={ears.clone()} /> },
    };
    html! {
        <ContextProvider<Dispatch> context={dispatch}>
            <a class="skip" href="#findings" onclick={skip}>{ words.skip }</a>
            <Header state={(*state).clone()} set={(several.screen.is_some(), several.reports.len(), several.dispatcher())} />
            if let Some(work) = &state.work {
                <div class="working" role="status" data-testid="working">
                    <progress aria-label={words.analyze}></progress>
                    <span>{ fill(words.working, &[&crate::format::count(work.characters)]) }</span>
                    <CancelButton label={words.cancel} />
                </div>
            }
            <ReadingView reading={(*reading).clone()} {ears} lang={state.lang} />
            { main }
            <NoticeBar notice={state.notice.clone()} lang={state.lang} report={state.report.clone()} />
            if let Some(panel) = state.panel {
                { pieces::panel_view(state.lang, PanelProps { panel, state: (*state).clone() }) }
            }
            if *dropping {
                <div class="drop-veil" aria-hidden="true"><p>{ words.drop_here }</p></div>
            }
        </ContextProvider<Dispatch>>
    }
}

#[derive(Properties, PartialEq)]
struct CancelProps {
    label: &'static str,
}

#[component]
fn CancelButton(props: &CancelProps) -> Html {
    let dispatch = use_context::<Dispatch>();
    let onclick = Callback::from(move |_| {
        if let Some(dispatch) = &dispatch {
            dispatch.dispatch(Action::Cancel);
        }
    });
    html! { <button type="button" class="plain" {onclick}>{ props.label }</button> }
}

/// The set of reports, in the place of one.
fn set_view(state: &UseReducerHandle<State>, several: &UseReducerHandle<Several>) -> Html {
    let report = state.report.clone();
    let document = report.as_ref().and_then(|report| {
        state.documents.iter().find(|(text, _)| *text == report.pasted).map(|(_, document)| document.clone())
    });
    let screen = several.screen.unwrap_or(Screen::Reports);
    let words = (state.word_list.clone(), state.own_words.clone());
    let (several, dispatch) = ((**several).clone(), several.dispatcher());
    let lang = state.lang;
    pieces::several_view(lang, SeveralProps { several, dispatch, screen, lang, report, document, words })
}

/// Language, appearance and title of the page follow the state; what is to be kept is kept.
#[hook]
fn use_root(state: &UseReducerHandle<State>) {
    let document = state.report.as_ref().map(|r| r.file_stem());
    let key = (
        state.lang,
        state.appearance,
        document,
        state.judgements.clone(),
        state.word_list.clone(),
        state.own_words.clone(),
        state.keep_recents,
    );
    let state = state.clone();
    use_effect_with(key, move |(lang, appearance, document, ..)| {
        let name = lang.words().name;
        let title = document.as_ref().map_or_else(|| name.to_owned(), |d| format!("{d} · {name}"));
        page::set_root(*lang, *appearance, &title);
        storage::keep(&state);
    });
}

/// A new report is kept, where the person asked for that.
#[hook]
fn use_recents(state: &UseReducerHandle<State>) {
    let keep = state.keep_recents;
    use_effect_with((state.report.clone(), keep), move |(report, keep)| {
        let Some(report) = report.clone().filter(|report| *keep && report.is_audited() && !report.is_brief())
        else {
            return;
        };
        wasm_bindgen_futures::spawn_local(async move {
            let characters = crate::format::count(report.analysis.document.characters as usize);
            pieces::keep_recent((report.file_stem(), characters, Rc::clone(&report.pasted))).await;
        });
    });
}

/// Every new piece of work is started once; a dropped one is stopped.
#[hook]
fn use_analysis(state: &UseReducerHandle<State>) {
    let dispatch = state.dispatcher();
    let work = state.work.clone();
    use_effect_with(work.as_ref().map(|w| w.id), move |_| match work {
        Some(work) => analysis::start(work, dispatch),
        None => analysis::cancel(),
    });
}

/// The address says which view is open, so that "back" goes to the one before and a copied address opens it. On a narrow
/// screen "back" goes to the pane before, too: the history says which.
#[hook]
fn use_address(state: &UseReducerHandle<State>, several: &UseReducerHandle<Several>) {
    let had_report = use_mut_ref(|| false);
    use_effect_with(
        (state.report.is_some(), state.view, state.pane, several.screen),
        move |(has_report, view, pane, screen)| {
            let now = page::fragment();
            if let Some(screen) = screen {
                let next = format!("set={}", screen.id());
                if next != now {
                    page::set_fragment(&next, Pane::Findings, true);
                }
                return;
            }
            let before = std::mem::replace(&mut *had_report.borrow_mut(), *has_report);
            // A set leaves nothing in the address of a report.
            let (kept, left) = if share::set(&now).is_some() { ("", true) } else { (now.as_str(), false) };
            if *has_report {
                let next = share::with_view(kept, view.id());
                let pane = if page::narrow() { *pane } else { Pane::Findings };
                if next != now || pane != page::pane() {
                    page::set_fragment(&next, pane, before || left);
                }
            } else if before || left {
                page::set_fragment("", Pane::Findings, true);
            }
        },
    );
}

/// Where the focus goes away with the view that it was in, the new view takes it.
#[hook]
fn use_focus(state: &UseReducerHandle<State>, several: &UseReducerHandle<Several>) {
    let opening = use_mut_ref(|| true);
    use_effect_with((state.report.is_some(), state.work.is_some(), several.screen.is_some()), move |_| {
        if !std::mem::replace(&mut *opening.borrow_mut(), false) {
            wasm_bindgen_futures::spawn_local(page::keep_focus("#findings"));
        }
    });
}

/// A link may bring a report, a sample and a view with it; "back" brings a view and a pane.
fn open_link(dispatch: Dispatch, several: set::Dispatch) {
    let (hash, pane) = (page::fragment(), page::pane());
    let screen = share::set(&hash).and_then(Screen::from_id);
    several.dispatch(Event::Screen(screen));
    if screen.is_some() {
        return;
    }
    let tell = move |action| {
        dispatch.dispatch(action);
        dispatch.dispatch(Action::Pane(pane));
    };
    wasm_bindgen_futures::spawn_local(async move {
        let view = share::view(&hash).and_then(View::from_id).unwrap_or_default();
        let text = match share::fragment(&hash) {
            share::Fragment::None => return tell(Action::Back(view)),
            share::Fragment::Sample(name) => match Sample::from_id(name) {
                Some(sample) => files::sample(sample).await,
                None => Err(Message::Link),
            },
            share::Fragment::Packed(packed) => share::unpack(packed).await.map(Rc::from).ok_or(Message::Link),
            share::Fragment::Future => Err(Message::Future),
            share::Fragment::Results(_) => {
                let opened = pieces::linked((hash, view)).await;
                return tell(opened.unwrap_or(Action::Say(Notice::new(Message::Load))));
            }
        };
        tell(match text {
            Ok(text) => Action::Open(text, view),
            Err(message) => Action::Say(Notice::new(message)),
        });
    });
}

/// Paste anywhere, drop anywhere, keys everywhere.
fn listeners(
    ears: &intake::Ears,
    several: &set::Dispatch,
    dropping: &UseStateHandle<bool>,
) -> Vec<Option<Listener>> {
    let dispatch = &ears.page;
    let paste = {
        let dispatch = dispatch.clone();
        Listener::new("paste", move |event| {
            if page::is_writing(&event) {
                return;
            }
            let data = event.dyn_into::<ClipboardEvent>().ok().and_then(|e| e.clipboard_data());
            // Where a set is shown, texts are written into its box.
            let alone = share::set(&page::fragment()).is_none();
            let text = data.filter(|_| alone).and_then(|data| files::text(&data));
            if let Some(text) = text.filter(|text| text.length() > 0) {
                files::take(text, dispatch.clone());
            }
        })
    };
    let over = {
        let dropping = dropping.clone();
        Listener::new("dragover", move |event| {
            event.prevent_default();
            dropping.set(true);
        })
    };
    let leave = {
        let dropping = dropping.clone();
        Listener::new("dragleave", move |event| {
            let outside = event.dyn_into::<DragEvent>().is_ok_and(|e| e.related_target().is_none());
            if outside {
                dropping.set(false);
            }
        })
    };
    let drop = {
        let (ears, dropping) = (ears.clone(), dropping.clone());
        Listener::new("drop", move |event| {
            event.prevent_default();
            dropping.set(false);
            let Some(data) = event.dyn_into::<DragEvent>().ok().and_then(|e| e.data_transfer()) else {
                return;
            };
            if let Some(dropped) = folders::dropped(&data) {
                return pieces::open_folders(dropped, ears.page.clone());
            }
            let files = data.files().map(|files| intake::listed(&files)).unwrap_or_default();
            if !files.is_empty() {
                pieces::open_files(files, ears.clone());
            } else if let Some(text) = files::text(&data) {
                files::take(text, ears.page.clone());
            }
        })
    };
    let keys = {
        let dispatch = dispatch.clone();
        Listener::new("keydown", move |event| {
            let writing = page::is_writing(&event);
            let Ok(event) = event.dyn_into::<KeyboardEvent>() else { return };
            let set =
                share::set(&page::fragment()).is_some() && !matches!(event.key().as_str(), "Escape" | "?");
            if event.key() == "Escape" && menus::close(None).is_some() {
                return event.prevent_default();
            }
            if set || event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            if let Some(action) = key(&event.key(), writing) {
                event.prevent_default();
                dispatch.dispatch(action);
            } else if event.key() == "/" && !writing {
                event.prevent_default();
                page::scroll_to("[data-testid=search]", true);
            }
        })
    };
    let back = {
        let (dispatch, several) = (dispatch.clone(), several.clone());
        let window = crate::browser::window().map(Into::into);
        window.and_then(|window| {
            Listener::on(window, "popstate", move |_| open_link(dispatch.clone(), several.clone()))
        })
    };
    let update = {
        let dispatch = dispatch.clone();
        Listener::new("heshu-update", move |_| dispatch.dispatch(Action::Say(Notice::new(Message::Update))))
    };
    let print = |event, printing| {
        let dispatch = dispatch.clone();
        let window = crate::browser::window().map(Into::into);
        window.and_then(|window| Listener::on(window, event, move |_| gradually::print(&dispatch, printing)))
    };
    let (before, after) = (print("beforeprint", true), print("afterprint", false));
    let click = Listener::new("click", |event| menus::clicked(&event));
    vec![paste, over, leave, drop, keys, back, update, before, after, click]
}

/// What a key does, in a field (`writing`) or elsewhere.
fn key(key: &str, writing: bool) -> Option<Action> {
    use crate::state::Panel;
    match key {
        "Escape" => Some(Action::Escape),
        _ if writing => None,
        "?" => Some(Action::Panel(Some(Panel::Help))),
        "j" => Some(Action::Step(1)),
        "k" => Some(Action::Step(-1)),
        digit => {
            let place: usize = digit.parse().ok()?;
            View::ALL.get(place.checked_sub(1)?).map(|view| Action::View(*view))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_do_nothing_where_the_person_writes_but_escape() {
        assert!(matches!(key("j", false), Some(Action::Step(1))));
        assert!(matches!(key("3", false), Some(Action::View(View::Checks))));
        assert!(key("j", true).is_none() && key("3", true).is_none());
        assert!(matches!(key("Escape", true), Some(Action::Escape)));
        assert!(key("0", false).is_none() && key("9", false).is_none() && key("x", false).is_none());
    }
}
