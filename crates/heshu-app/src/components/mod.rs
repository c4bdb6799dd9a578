//! What is drawn, one component to a file.

mod about;
mod app;
mod block;
mod card;
mod cards;
mod chart;
pub mod charts;
pub mod checks;
mod comparison;
mod density;
pub mod export_menu;
mod filters;
mod gradually;
mod growth;
mod header;
mod icon;
mod later;
pub mod link;
mod more;
mod notice;
mod outline;
pub mod panel;
mod paragraph;
mod password;
pub mod promises;
pub mod reading;
mod recents;
pub mod repairs;
mod roving;
pub mod several;
mod share;
mod source;
mod summary;
pub mod table;
mod tabs;
pub mod targets;
mod welcome;
pub mod words;
mod workspace;

pub use app::{App, AppProps};
pub use later::{Draw, Later};

use crate::state::State;
use yew::UseReducerDispatcher;

/// How components say what happened.
pub type Dispatch = UseReducerDispatcher<State>;
