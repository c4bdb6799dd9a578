//! Everything that can happen.

use super::{Appearance, Judgement, Notice, Pane, Panel, Target, View};
use crate::i18n::Lang;
use crate::report::Shared;
use heshu_core::views::Filter;
use std::rc::Rc;

/// Something that happened.
#[derive(Debug, Clone)]
pub enum Action {
    /// The person chose a language.
    Language(Lang),
    /// The person chose light or dark.
    Appearance(Appearance),
    /// A text came in.
    Analyze(Rc<str>),
    /// A file was read: its text, and the document as bytes (`heshu_core::wire`).
    Read(Rc<str>, Rc<[u8]>),
    /// A link brought a text, and the view to show it in.
    Open(Rc<str>, View),
    /// A link brought results without a text, and the view to show them in.
    Results(Shared, View),
    /// Whether recent reports are to be kept.
    KeepRecents(bool),
    /// "Back" goes to a view of the same report.
    Back(View),
    /// A report was read; its checks may follow.
    Analyzed(u32, Shared),
    /// The checks of a report are there.
    Audited(Shared),
    /// An analysis broke.
    Broke(u32),
    /// The person cancelled the analysis.
    Cancel,
    /// The person puts the report away.
    Clear,
    /// … and wants it back.
    Undo,
    /// Something to say.
    Say(Notice),
    /// The person read it.
    Dismiss,
    /// It has been there long enough.
    Fade(Notice),
    /// Closes what is open, or drops the selection.
    Escape,
    /// Another view of the findings.
    View(View),
    /// The other pane (narrow screens).
    Pane(Pane),
    /// Another filter.
    Filter(Filter),
    /// More cards.
    More,
    /// The page is about to be printed, or has been.
    Print(bool),
    /// The cards before those that are shown.
    Earlier,
    /// Selects a thing in a pane.
    Select(Target, Pane),
    /// Selects the next (1) or previous (-1) number of the text.
    Step(i32),
    /// Opens a panel, or closes it.
    Panel(Option<Panel>),
    /// Switches a kind of repair on or off.
    Repair(String, bool),
    /// A judgement of a check, by its key; none takes it back.
    Judge(String, Option<Judgement>),
    /// Another list of words to count.
    WordList(String),
    /// The person's own list, as written.
    OwnWords(String),
}
