//! What is drawn, one component to a file.

mod about;
mod app;
mod block;
mod card;
mod cards;
mod chart;
mod charts;
mod checks;
mod comparison;
mod density;
mod export_menu;
mod filters;
mod gradually;
mod growth;
mod header;
mod icon;
mod more;
mod notice;
mod outline;
mod panel;
mod paragraph;
mod promises;
mod reading;
mod recents;
mod repairs;
mod roving;
mod several;
mod share;
mod source;
mod summary;
mod table;
mod tabs;
mod targets;
mod welcome;
mod words;
mod workspace;

pub use app::App;

use crate::state::State;
use yew::UseReducerDispatcher;

/// How components say what happened.
pub type Dispatch = UseReducerDispatcher<State>;
