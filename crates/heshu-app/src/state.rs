//! Everything that changes on the page, and the one pure function that changes it.

mod action;
mod message;
mod selection;
mod view;
mod work;

pub use action::Action;
pub use message::{Message, Notice};
pub use selection::{Selected, Target};
pub use view::{Appearance, Pane, Panel, View};
pub use work::Work;

use crate::i18n::{Lang, Words};
use crate::report::Shared;
pub use heshu_core::views::Judgement;
use heshu_core::views::{Filter, select};
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;
use yew::Reducible;

/// How many cards a list shows at first, and how many more at a time.
pub const PAGE: usize = 60;
/// A list that would have to grow by more than this to reach a card is shown from there on instead.
const FAR: usize = 4 * PAGE;
/// How many entries of a list are printed at most.
const PRINTED: usize = 1500;

/// The id of a person's own list of words.
pub const OWN_LIST: &str = "own";

/// The state of the page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct State {
    /// Language.
    pub lang: Lang,
    /// Light or dark.
    pub appearance: Appearance,
    /// The analysis under way.
    pub work: Option<Work>,
    /// Count of analyses begun.
    pub works: u32,
    /// Texts that came from files, with what is known of their layout.
    pub documents: Vec<(Rc<str>, Rc<[u8]>)>,
    /// The report on the page.
    pub report: Option<Shared>,
    /// The report put away last, to undo that.
    pub previous: Option<Shared>,
    /// What there is to say.
    pub notice: Option<Notice>,
    /// The findings' view.
    pub view: View,
    /// The pane on narrow screens.
    pub pane: Pane,
    /// Filter of cards and table.
    pub filter: Filter,
    /// Where the cards that are shown begin: further than at the first where one far down was asked for.
    pub first: usize,
    /// Where they end.
    pub limit: usize,
    /// Whether it is being printed: then the lists are whole.
    pub printing: bool,
    /// What is selected.
    pub selected: Option<Selected>,
    /// Count of selections.
    pub selections: u32,
    /// The open panel.
    pub panel: Option<Panel>,
    /// A person's judgements of checks, by [`crate::report::Report::check_key`].
    pub judgements: BTreeMap<String, Judgement>,
    /// Whether recent reports are kept in this browser.
    pub keep_recents: bool,
    /// Which list of words is counted: an id of the core's, or [`OWN_LIST`].
    pub word_list: String,
    /// The person's own list of words, as written.
    pub own_words: String,
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        state.apply(action);
        Rc::new(state)
    }
}

impl State {
    /// The dictionary.
    pub fn words(&self) -> &'static Words {
        self.lang.words()
    }

    /// Which entries of a list are shown.
    pub fn shown(&self) -> Range<usize> {
        if self.printing { 0..PRINTED } else { self.first..self.limit }
    }

    fn apply(&mut self, action: Action) {
        match action {
            Action::Language(lang) => self.lang = lang,
            Action::Appearance(appearance) => self.appearance = appearance,
            Action::Analyze(text) => self.begin(text, Vec::new(), View::default()),
            Action::Read(text, document) => {
                // The report before can come back, and more is not needed.
                self.documents.insert(0, (Rc::clone(&text), document));
                self.documents.truncate(2);
                self.begin(text, Vec::new(), View::default());
            }
            Action::Open(text, view) => match &self.report {
                Some(report) if *report.pasted == *text => self.view = view,
                _ => self.begin(text, Vec::new(), view),
            },
            Action::Analyzed(id, report) => self.finish(id, report),
            Action::Audited(report) => {
                // The person may have put it away meanwhile.
                let mut held = [&mut self.report, &mut self.previous].into_iter().flatten();
                let known = held.find(|known| known.key() == report.key());
                if let Some(known) = known {
                    *known = report;
                }
            }
            Action::Broke(id) => {
                if self.work.take_if(|work| work.id == id).is_some() {
                    self.notice = Some(Notice::new(Message::Analysis));
                }
            }
            Action::Results(report, view) => self.show_results(report, view),
            Action::KeepRecents(keep) => self.keep_recents = keep,
            Action::Back(view) => self.view = view,
            Action::Cancel => {
                if self.work.take().is_some() {
                    self.notice = Some(Notice::new(Message::Cancelled));
                }
            }
            Action::Clear => {
                if let Some(report) = self.report.take() {
                    self.previous = Some(report);
                    self.selected = None;
                    self.work = None;
                    self.notice = Some(Notice::new(Message::Cleared));
                }
            }
            Action::Undo => {
                if let Some(report) = self.previous.take() {
                    self.report = Some(report);
                }
                self.notice = None;
            }
            // A new version can wait for what is said now.
            Action::Say(notice) if notice.message == Message::Update && self.notice.is_some() => {}
            Action::Say(notice) => self.notice = Some(notice),
            Action::Dismiss => self.notice = None,
            Action::Fade(notice) => {
                self.notice.take_if(|shown| *shown == notice);
            }
            Action::Escape => {
                if self.panel.take().is_none() {
                    self.selected = None;
                }
            }
            Action::View(view) => {
                self.pane = Pane::Findings;
                if std::mem::replace(&mut self.view, view) != view {
                    // However far another list was read, this one begins with its first page.
                    self.turn_to_first_page();
                    if let Some(Selected { target: Target::Observation(id), .. }) = self.selected {
                        self.reach(id);
                    }
                }
            }
            Action::Pane(pane) => self.pane = pane,
            Action::Filter(filter) => {
                self.filter = filter;
                self.turn_to_first_page();
            }
            Action::More => self.limit = self.limit.max(PAGE) + PAGE,
            Action::Print(printing) => self.printing = printing,
            Action::Earlier => self.first = self.first.saturating_sub(PAGE),
            Action::Select(target, from) => self.select(target, from),
            Action::Step(by) => self.step(by),
            Action::Panel(panel) => self.panel = panel,
            Action::Repair(kind, on) => self.switch_repair(kind, on),
            Action::WordList(id) => self.word_list = id,
            Action::OwnWords(list) => self.own_words = list,
            Action::Judge(key, judgement) => {
                match judgement {
                    Some(judgement) => self.judgements.insert(key, judgement),
                    None => self.judgements.remove(&key),
                };
            }
        }
    }

    fn begin(&mut self, text: Rc<str>, without_repairs: Vec<String>, view: View) {
        if text.trim().is_empty() {
            self.notice = Some(Notice::new(Message::Empty));
            return;
        }
        self.works += 1;
        self.notice = None;
        self.panel = None;
        let characters = text.chars().count();
        let document = self.documents.iter().find(|(known, _)| *known == text).map(|(_, d)| Rc::clone(d));
        self.work = Some(Work { id: self.works, text, characters, document, without_repairs, view });
    }

    fn finish(&mut self, id: u32, arranged: Shared) {
        let Some(work) = self.work.take_if(|work| work.id == id) else { return };
        let same = self.report.as_ref().is_some_and(|report| report.pasted == work.text);
        if !same {
            // A new report begins at the beginning; the same one, analysed anew, stays where it was.
            self.previous = self.report.take();
            self.view = work.view;
            self.pane = Pane::Findings;
            self.filter = Filter::default();
            self.turn_to_first_page();
        }
        self.selected = None;
        self.report = Some(arranged);
    }

    fn show_results(&mut self, report: Shared, view: View) {
        if self.report.as_ref().is_some_and(|shown| !shown.is_brief()) {
            self.previous = self.report.take();
        }
        self.work = None;
        self.selected = None;
        self.filter = Filter::default();
        self.turn_to_first_page();
        (self.report, self.view, self.pane) = (Some(report), view, Pane::Findings);
    }

    fn select(&mut self, target: Target, from: Pane) {
        self.selections += 1;
        self.selected = Some(Selected { target, from, serial: self.selections });
        match (from, target) {
            // Narrow screens turn to the pane that follows.
            (Pane::Findings, _) => self.pane = Pane::Text,
            (Pane::Text, Target::Observation(id)) => {
                self.pane = Pane::Findings;
                self.show(id);
            }
            (Pane::Text, _) => {}
        }
    }

    /// Makes sure that the card of an observation is among those shown.
    fn show(&mut self, id: u32) {
        if !matches!(self.view, View::Cards | View::Table) {
            self.view = View::Cards;
        }
        if !self.reach(id) {
            self.filter = Filter { sort: self.filter.sort, ..Filter::default() };
            self.reach(id);
        }
    }

    /// Lets cards and table go as far as an observation, if the filter lets it through; says whether it does.
    fn reach(&mut self, id: u32) -> bool {
        let report = self.report.as_ref().filter(|_| matches!(self.view, View::Cards | View::Table));
        let at = report.and_then(|report| {
            let chosen = select(&report.analysis, &report.text, &self.filter);
            crate::listing::order(report, &chosen, self.view).iter().position(|shown| *shown == id)
        });
        if let Some(at) = at {
            let page = at / PAGE * PAGE;
            if at < self.first || at >= self.limit.max(PAGE) + FAR {
                self.first = page;
                self.limit = 0;
            }
            self.limit = self.limit.max(page + PAGE);
        }
        at.is_some()
    }

    fn turn_to_first_page(&mut self) {
        (self.first, self.limit) = (0, PAGE);
    }

    fn step(&mut self, by: i32) {
        let Some(report) = &self.report else { return };
        // Each observation once, where its first number stands.
        let mut seen = vec![false; report.analysis.observations.len()];
        let mut order = Vec::new();
        for mark in &report.marks {
            if let Some(seen) = seen.get_mut(mark.observation as usize).filter(|seen| !**seen) {
                *seen = true;
                order.push(mark.observation);
            }
        }
        let place = match self.selected.map(|s| s.target) {
            Some(Target::Observation(current)) => order.iter().position(|id| *id == current),
            _ => None,
        };
        let last = order.len().saturating_sub(1);
        let next = match place {
            Some(place) => place.saturating_add_signed(by as isize).min(last),
            None if by < 0 => last,
            None => 0,
        };
        if let Some(id) = order.get(next).copied() {
            self.select(Target::Observation(id), Pane::Text);
        }
    }

    fn switch_repair(&mut self, kind: String, on: bool) {
        let Some(report) = &self.report else { return };
        let mut without = report.without_repairs.clone();
        without.retain(|k| *k != kind);
        if !on {
            without.push(kind);
        }
        let text = Rc::clone(&report.pasted);
        self.begin(text, without, self.view);
    }
}

#[cfg(test)]
mod tests;
