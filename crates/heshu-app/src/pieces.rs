//! Pieces of the page's module, which are loaded when they are first needed.
//!
//! The build cuts the module at the functions named here (`xtask/src/cut.rs`): what only they reach goes into files of
//! its own. A piece runs in the page's own memory, so anything may go in and out. Nothing outside of this file may name
//! a component of a piece: that would bring it back into the module.

#![allow(unsafe_code, reason = "the two ends of each cut are linked by their names")]
#![cfg_attr(target_family = "wasm", allow(improper_ctypes, reason = "one compiler makes both sides"))]
#![allow(improper_ctypes_definitions, reason = "one compiler makes both sides")]

use crate::browser::folders::Dropped;
use crate::browser::recents::{self, Recent};
use crate::browser::{analysis, folders, intake, parts, several as set};
use crate::components::{
    Dispatch, Draw, Later, charts, checks,
    export_menu::{self, ExportProps},
    link, panel, promises,
    reading::{Choice, Password, ReadingProps},
    repairs, several, table, targets, words,
};
use crate::i18n::Lang;
use crate::state::{Action, Message, Notice, View};
use heshu_core::checks::Audit;
use heshu_core::model::Analysis;
use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::File;
use yew::prelude::*;
use yew::virtual_dom::VComp;

/// What is loaded at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// What a person opens after the cards: the other views of a report, the panels, what is kept and linked to.
    Views,
    /// Files and folders that are opened.
    Files,
    /// Several reports.
    Several,
    /// What checks a report: workers load it.
    Checks,
}

thread_local! {
    static HERE: Cell<[bool; 4]> = const { Cell::new([cfg!(not(target_family = "wasm")); 4]) };
}

impl Piece {
    /// Its name for the build and the boot script.
    const fn name(self) -> &'static str {
        match self {
            Self::Views => "views",
            Self::Files => "files",
            Self::Several => "several",
            Self::Checks => "checks",
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
macro_rules! go {
    ($piece:ident $place:literal, $id:literal, $name:ident($given:ty) -> $gives:ty, |$it:pat_param| $body:expr) => {
        cut!($place, $id, $name($given) -> Option<Pin<Box<dyn Future<Output = $gives>>>>, |given| {
            let $it = given.clone();
            let future: Pin<Box<dyn Future<Output = $gives>>> = Box::pin(async move { $body });
            Some(future)
        });

        #[allow(missing_docs, reason = "what it does stands beside the function that it calls")]
        pub async fn $name(given: $given) -> Option<$gives> {
            let mut gives = None;
            if Piece::$piece.load().await {
                $name::ask(&given, &mut gives);
            }
            Some(gives?.await)
        }
    };
}

go!(Views "views", "0000000000000000000000000000000f", save((ExportProps, &'static str, &'static str)) -> bool,
    |(props, ending, kind)| export_menu::save(props, ending, kind).await);
go!(Views "views", "00000000000000000000000000000010", linked((String, View)) -> Action, |(hash, view)| link::open(&hash, view).await);
go!(Views "views", "00000000000000000000000000000011", keep_recent((String, String, Rc<str>)) -> Option<()>,
    |(title, characters, text)| recents::keep(&title, &characters, &text).await);
go!(Views "views", "00000000000000000000000000000012", list_recents(()) -> Vec<Recent>, |()| recents::list().await);
go!(Views "views", "00000000000000000000000000000013", recent_text(String) -> Option<String>, |key| recents::text(&key).await);
go!(Views "views", "00000000000000000000000000000014", forget_recents(()) -> Option<()>, |()| recents::forget().await);

later!(Files "files", "00000000000000000000000000000015", choice_view: Choice, ReadingProps);
later!(Files "files", "00000000000000000000000000000016", password_view: Password, ReadingProps);
go!(Files "files", "00000000000000000000000000000017", read_files((Vec<File>, intake::Ears)) -> (), |(files, ears)| intake::open(files, ears));
go!(Files "files", "00000000000000000000000000000018", read_folders(Vec<Dropped>) -> bool, |dropped| {
    let files = folders::files(dropped).await;
    let any = !files.is_empty();
    if any {
        set::add_found(files);
    }
    any
});

/// Opens files.
pub fn open_files(files: Vec<File>, ears: intake::Ears) {
    wasm_bindgen_futures::spawn_local(async move {
        let page = ears.page.clone();
        if read_files((files, ears)).await.is_none() {
            page.dispatch(Action::Say(Notice::new(Message::Load)));
        }
    });
}

/// Opens what was dropped with its folders.
pub fn open_folders(dropped: Vec<Dropped>, page: Dispatch) {
    wasm_bindgen_futures::spawn_local(async move {
        let message = match read_folders(dropped).await {
            Some(true) => return,
            Some(false) => Message::Folder,
            None => Message::Load,
        };
        page.dispatch(Action::Say(Notice::new(message)));
    });
}

cut!("checks", "00000000000000000000000000000019", audits(Analysis) -> Audit, |read| heshu_core::audit(read));

/// Checks what was read. Whoever calls it has loaded the piece, or is a worker that was given it.
pub fn audit(read: &Analysis) -> Audit {
    let mut audit = Audit::default();
    audits::ask(read, &mut audit);
    audit
}

cut!("views", "0000000000000000000000000000000e", objects((String, JsValue)) -> Option<Result<JsValue, JsValue>>,
    |(text, options)| Some(analysis::object(text, options)));

/// Analyses a text and gives the contract's object. The boot script has seen to it that the piece is there.
pub fn object(text: &str, options: JsValue) -> Result<JsValue, JsValue> {
    let mut gives = None;
    objects::ask(&(text.to_owned(), options), &mut gives);
    gives.unwrap_or(Err(JsValue::UNDEFINED))
}
