use crate::browser::pause;
use yew::prelude::*;

/// How much of a list is drawn: when it opens, and when more of it is asked for, `step` more after every breath, so that
/// the page answers in between. So much as was drawn before comes back at once.
#[hook]
pub fn use_gradually(all: usize, step: usize) -> usize {
    let drawn = use_state(|| step);
    let now = *drawn;
    use_effect_with((all, now), move |(all, now)| {
        let (all, now) = (*all, *now);
        if now < all {
            wasm_bindgen_futures::spawn_local(async move {
                pause(0).await;
                drawn.set(now + step);
            });
        }
    });
    now.min(all)
}
