//! Pieces of the page's module, which are loaded when they are first needed.
//!
//! The build cuts the module at the functions named here (`xtask/src/cut.rs`): what only they reach goes into files of
//! its own. A piece runs in the page's own memory, so anything may go in and out. Nothing outside of this file may name
//! a component of a piece: that would bring it back into the module.

#![allow(unsafe_code, reason = "the two ends of each cut are linked by their names")]
#![cfg_attr(target_family = "wasm", allow(improper_ctypes, reason = "one compiler makes both sides"))]
#![allow(improper_ctypes_definitions, reason = "one compiler makes both sides")]

use crate::browser::{analysis, parts};
use crate::components::{
    Draw, Later, charts, checks,
    export_menu::{self, ExportProps},
    panel, promises, repairs, several, table, targets, words,
};
use crate::i18n::Lang;
use crate::report::Shared;
use heshu_core::model::Analysis;
use heshu_core::views::Judgements;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use yew::prelude::*;
use yew::virtual_dom::VComp;

/// What is loaded at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// What a person opens after the cards: the other views of a report, the panels.
    Views,
    /// Several reports.
    Several,
}

thread_local! {
    static HERE: Cell<[bool; 2]> = const { Cell::new([cfg!(not(target_family = "wasm")); 2]) };
}

impl Piece {
    /// Its name for the build and the boot script.
    const fn name(self) -> &'static str {
        match self {
            Self::Views => "views",
            Self::Several => "several",
        }
    }

    /// Whether it is loaded.
    pub fn is_here(self) -> bool {
        HERE.get()[self as usize]
    }

    /// Loads it, if it is not there yet; says whether it is there now.
    pub async fn load(self) -> bool {
        if !self.is_here() && parts::piece(self.name()).await {
            let mut here = HERE.get();
            here[self as usize] = true;
            HERE.set(here);
        }
        self.is_here()
    }
}

/// One end of a cut is imported under a name, the other exported: the build joins them by it. `$id` must be another one
/// for each.
macro_rules! cut {
    ($piece:literal, $id:literal, $name:ident($given:ty) -> $gives:ty, $body:expr) => {
        mod $name {
            use super::*;

            #[cfg(target_family = "wasm")]
            #[link(wasm_import_module = "__wasm_split_placeholder__")]
            unsafe extern "C" {
                #[link_name = concat!("__wasm_split_00", $piece, "00_import_", $id)]
                pub safe fn ask(given: &$given, gives: &mut $gives);
            }

            #[cfg(not(target_family = "wasm"))]
            pub use answer as ask;

            #[unsafe(export_name = concat!("__wasm_split_00", $piece, "00_export_", $id))]
            pub extern "C" fn answer(given: &$given, gives: &mut $gives) {
                const BODY: fn(&$given) -> $gives = $body;
                *gives = BODY(given);
            }
        }
    };
}

/// A component of a piece: a function that takes its properties and draws it, once the piece is there.
macro_rules! later {
    ($piece:ident $place:literal, $id:literal, $name:ident: $component:ty, $props:ty) => {
        cut!($place, $id, $name(Rc<$props>) -> Html, |props| VComp::new::<$component>(props.clone(), None)
            .into());

        /// Draws the component as soon as its piece is there.
        pub fn $name(lang: Lang, props: $props) -> Html {
            let props = Rc::new(props);
            let draw = Draw::new(move || {
                let mut html = Html::default();
                $name::ask(&props, &mut html);
                html
            });
            html! { <Later piece={Piece::$piece} {lang} {draw} /> }
        }
    };
}

later!(Views "views", "00000000000000000000000000000001", targets_view: targets::Targets, targets::TargetsProps);
later!(Views "views", "00000000000000000000000000000002", checks_view: checks::Checks, checks::ChecksProps);
later!(Views "views", "00000000000000000000000000000003", promises_view: promises::Promises, promises::PromisesProps);
later!(Views "views", "00000000000000000000000000000004", table_view: table::Table, table::TableProps);
later!(Views "views", "00000000000000000000000000000005", charts_view: charts::Charts, charts::ChartsProps);
later!(Views "views", "00000000000000000000000000000006", words_view: words::WordsView, words::WordsProps);
later!(Views "views", "00000000000000000000000000000007", repairs_view: repairs::Repairs, repairs::RepairsProps);
later!(Views "views", "00000000000000000000000000000008", panel_view: panel::PanelView, panel::PanelProps);
later!(Several "several", "00000000000000000000000000000009", several_view: several::SeveralView, several::SeveralProps);

/// A function of a piece, which loads it first; none where it could not be loaded.
macro_rules! ask {
    ($piece:ident $place:literal, $id:literal, $name:ident($given:ty) -> $gives:ty, $body:expr) => {
        cut!($place, $id, $name($given) -> Option<$gives>, $body);

        #[allow(missing_docs, reason = "what it does stands beside the function that it calls")]
        pub async fn $name(given: $given) -> Option<$gives> {
            let mut gives = None;
            if Piece::$piece.load().await {
                $name::ask(&given, &mut gives);
            }
            gives
        }
    };
}

ask!(Views "views", "0000000000000000000000000000000a", json(Shared) -> String, |report| analysis::json(&report.analysis));
ask!(Views "views", "0000000000000000000000000000000b", annotated((Shared, Judgements, Lang)) -> String,
    |(report, judgements, lang)| Some(crate::annotated::html(report, judgements, *lang)));
ask!(Views "views", "0000000000000000000000000000000d", request(ExportProps) -> Vec<u8>, |props| Some(export_menu::request(props)));
ask!(Views "views", "0000000000000000000000000000000c", brief(String) -> Analysis, |text| crate::brief::read(text));

cut!("views", "0000000000000000000000000000000e", objects((String, JsValue)) -> Option<Result<JsValue, JsValue>>,
    |(text, options)| Some(analysis::object(text, options)));

/// Analyses a text and gives the contract's object. The boot script has seen to it that the piece is there.
pub fn object(text: &str, options: JsValue) -> Result<JsValue, JsValue> {
    let mut gives = None;
    objects::ask(&(text.to_owned(), options), &mut gives);
    gives.unwrap_or(Err(JsValue::UNDEFINED))
}
