use super::Dispatch;
use crate::browser::pause;
use crate::state::Action;
use std::cell::Cell;
use yew::prelude::*;

/// So many milliseconds the browser has for the frame that shows the first of a list.
const FRAME: i32 = 17;

thread_local! {
    static PRINTING: Cell<bool> = const { Cell::new(false) };
}

/// The page is about to be printed, or has been: meanwhile lists are drawn at once.
pub fn print(dispatch: &Dispatch, printing: bool) {
    PRINTING.set(printing);
    dispatch.dispatch(Action::Print(printing));
}

/// The mark of a list of which there is more to draw: tests wait until it is gone.
pub fn drawing(more: bool) -> Html {
    html! { if more { <span hidden=true data-testid="drawing"></span> } }
}

/// How much of a list is drawn: when it opens, `first`, so that it is seen soon; then, and when more of it is asked for,
/// `step` more after every breath, so that the page answers in between. So much as was drawn before comes back at once.
#[hook]
pub fn use_gradually(all: usize, first: usize, step: usize) -> usize {
    let drawn = use_state(|| first);
    let now = if PRINTING.get() { all } else { *drawn };
    use_effect_with((all, now), move |(all, now)| {
        let (all, now) = (*all, *now);
        if now < all {
            wasm_bindgen_futures::spawn_local(async move {
                pause(if now == first { FRAME } else { 0 }).await;
                drawn.set(now + step);
            });
        }
    });
    now.min(all)
}
