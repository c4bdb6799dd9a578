use crate::browser::{page, several, share};
use crate::several::{Event, Screen, Several};
use crate::state::{Action, Pane, State, Target};
use heshu_panel::show::To;
use yew::prelude::*;

/// The state of the set, beside that of the page: what it opens goes the way of every report.
#[hook]
pub fn use_several(state: &UseReducerHandle<State>) -> UseReducerHandle<Several> {
    let set = use_reducer(|| Several {
        screen: share::set(&page::fragment()).and_then(Screen::from_id),
        ..Several::default()
    });
    {
        let dispatch = set.dispatcher();
        use_effect_with((), move |()| several::listen(dispatch));
    }
    let shown = state.report.as_ref().map(|report| report.key());
    let (state, several) = (state.clone(), set.clone());
    let asked = use_mut_ref(|| 0);
    use_effect_with((set.opening.0, shown), move |(count, _)| {
        let Some(opening) = &several.opening.1 else { return };
        let first = std::mem::replace(&mut *asked.borrow_mut(), *count) != *count;
        if state.report.as_ref().is_some_and(|report| report.pasted == opening.text) {
            several.dispatch(Event::Opened);
            if let Some(to) = opening.to {
                state.dispatch(Action::Select(target(to), Pane::Findings));
            }
        } else if first && opening.document.is_empty() {
            state.dispatch(Action::Analyze(opening.text.clone()));
        } else if first {
            state.dispatch(Action::Read(opening.text.clone(), opening.document.clone()));
        }
    });
    set
}

const fn target(to: To) -> Target {
    match to {
        To::Observation(id) => Target::Observation(id),
        To::Commitment(place) => Target::Commitment(place as usize),
        To::Place(span) => Target::Place(span),
    }
}
