//! A still of the page: what it shows when a report has just been opened, as HTML.
//!
//! The build makes one of each sample, by this very program run outside of a browser: a link to a sample shows it while the
//! module still loads, and gives way to the page as soon as that has drawn the same.

use crate::components::{App, AppProps};
use crate::report::Shared;
use crate::state::{Action, State, View};
use heshu_core::Options;
use heshu_core::intake::Layout;
use std::cell::Cell;
use std::pin::pin;
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::Thread;
use yew::Reducible;

/// So much of the report's text a wide still draws, in UTF-16 code units: what a tall screen holds. A narrow one shows none.
const TEXT: u32 = 1300;

thread_local! {
    static NARROW: Cell<bool> = const { Cell::new(false) };
}

/// Whether the still is for a narrow screen.
pub fn is_narrow() -> bool {
    NARROW.get()
}

/// Prints the still of the report whose file the arguments name; a second one, `narrow`, asks for the one of narrow screens.
pub fn print() {
    let mut arguments = std::env::args().skip(1);
    let Some(file) = arguments.next() else {
        return eprintln!(
            "With a report's file this prints a still of the page; `cargo xtask serve` shows the page."
        );
    };
    match std::fs::read_to_string(&file) {
        Ok(text) => print!("{}", still(text, arguments.next().as_deref() == Some("narrow"))),
        Err(error) => {
            eprintln!("cannot read {file}: {error}");
            std::process::exit(1);
        }
    }
}

/// The page with a pasted report open, in Chinese, before anything was clicked and before its checks are there.
fn still(text: String, narrow: bool) -> String {
    let props = move || {
        NARROW.set(narrow);
        AppProps { begin: opened(text, if narrow { 0 } else { TEXT }) }
    };
    wait(yew::ServerRenderer::<App>::with_props(props).hydratable(false).render())
}

/// The page with the report open, of whose text it draws the first `drawn` UTF-16 code units.
fn opened(text: String, drawn: u32) -> State {
    let text: Rc<str> = text.into();
    let state = Rc::new(State::default()).reduce(Action::Open(Rc::clone(&text), View::default()));
    let id = state.work.as_ref().map_or(0, |work| work.id);
    let analysis = heshu_core::read(&text, &Layout::default(), &Options::default());
    let report = Shared::before_checks(text, analysis, Vec::new()).shortened(drawn);
    State::clone(&state.reduce(Action::Analyzed(id, report)))
}

/// Waits for what another thread works at.
fn wait<T>(work: impl Future<Output = T>) -> T {
    struct Sleeper(Thread);
    impl Wake for Sleeper {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Sleeper(std::thread::current())));
    let mut work = pin!(work);
    loop {
        match work.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Ready(done) => return done,
            Poll::Pending => std::thread::park(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_still_shows_cards_and_marks_as_the_page_does() {
        let text = "2023年，全市地区生产总值388.2亿元、增长7.2%。\n三次产业结构由20:40:40调整为19:41:40。";
        let [wide, narrow] = [false, true].map(|narrow| still(text.to_owned(), narrow));
        for part in ["data-testid=\"card\"", "388.2", "data-testid=\"mark\"", "data-testid=\"structure\""] {
            assert!(wide.contains(part), "{part} in {wide}");
            assert!(narrow.contains(part) != part.contains("mark"), "{part} in {narrow}");
        }
    }

    #[test]
    fn of_a_long_text_a_still_holds_what_a_screen_shows() {
        let text = (0..200).map(|n| format!("第{n}批项目建成投产，完成投资{n}.5亿元。\n")).collect();
        let wide = still(text, false);
        let drawn = wide.matches(" class=\"paragraph\"").count();
        assert!((20..100).contains(&drawn), "{drawn} paragraphs");
    }
}
