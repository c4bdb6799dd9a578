//! A set of reports: what is known of them, what is under way, what is shown. Its own state: one report alone needs none
//! of it. The reports themselves are in a worker ([`crate::browser::several`]).

use heshu_core::intake::Refusal;
use heshu_panel::Place;
use heshu_panel::set::{Known, Shape};
use heshu_panel::show::{To, Wish};
use std::rc::Rc;
use web_sys::File;
use yew::Reducible;

/// What is shown of the set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// The list of reports.
    Reports,
    /// Promise against delivery.
    Delivery,
    /// Side by side.
    Side,
}

impl Screen {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::Reports, Self::Delivery, Self::Side];

    /// Its name in the address and in ids.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Reports => "reports",
            Self::Delivery => "delivery",
            Self::Side => "side",
        }
    }

    /// The screen of a name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|screen| screen.id() == id)
    }
}

/// Files that are being read and analysed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// How many there are.
    pub total: usize,
    /// How many are in the set.
    pub done: usize,
    /// How many are at work.
    pub going: usize,
    /// How many could not be read.
    pub failed: usize,
}

/// What could not be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Failed {
    /// Its number.
    pub id: u32,
    /// Its name; in a ZIP, its path there.
    pub name: String,
    /// Why.
    pub why: Refusal,
    /// The file, where a password would open it, and the path in it that it would open, where it is a ZIP.
    pub locked: Option<(File, Option<String>)>,
    /// Whether a password is being tried.
    pub trying: bool,
}

/// What came of files.
#[derive(Debug, Clone, Default)]
pub struct Came {
    /// The reports in them.
    pub reports: Vec<Known>,
    /// What could not be read; one that is known by its number could not again.
    pub failed: Vec<Failed>,
    /// What a password opened, by its number.
    pub opened: Vec<u32>,
}

/// A report of the set that is to be shown by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Opening {
    /// Its text.
    pub text: Rc<str>,
    /// Its document as bytes; empty for a paste.
    pub document: Rc<[u8]>,
    /// What in it is to be selected.
    pub to: Option<To>,
}

/// The state of a set.
#[derive(Debug, Clone, PartialEq)]
pub struct Several {
    /// What is shown; none where the page shows one report.
    pub screen: Option<Screen>,
    /// What is under way.
    pub progress: Option<Progress>,
    /// The reports.
    pub reports: Rc<Vec<Known>>,
    /// What could not be read.
    pub failed: Rc<Vec<Failed>>,
    /// Counts what changes the answers.
    pub changes: u32,
    /// The report that is to be shown by itself, and the count of such wishes.
    pub opening: (u32, Option<Opening>),
    /// The two reports that are held against each other.
    pub pair: Option<(u32, u32)>,
    /// What is compared side by side.
    pub wish: Wish,
    /// Which rows a panel has.
    pub shape: Shape,
    /// Whether the panel has the shares of the list of words.
    pub with_words: bool,
}

impl Default for Several {
    fn default() -> Self {
        Self {
            screen: None,
            progress: None,
            reports: Rc::default(),
            failed: Rc::default(),
            changes: 0,
            opening: (0, None),
            pair: None,
            wish: Wish::default(),
            shape: Shape::Tidy,
            with_words: false,
        }
    }
}

/// Something that happened to the set.
#[derive(Debug, Clone)]
pub enum Event {
    /// Another screen, or none.
    Screen(Option<Screen>),
    /// Files came; how far the work is, none where it is done or was cancelled.
    Came(Came, Option<Progress>),
    /// A person gave a password for what could not be read, by its number.
    Trying(u32),
    /// A person corrected what a report is of.
    Corrected(Known),
    /// A report was taken out.
    Removed(u32),
    /// All were.
    Cleared,
    /// A report is to be shown by itself.
    Open(Opening),
    /// It is shown.
    Opened,
    /// Another pair.
    Pair(u32, u32),
    /// Another comparison.
    Wish(Wish),
    /// Other rows of the panel.
    Shape(Shape),
    /// Whether the panel has shares of words.
    WithWords(bool),
}

impl Reducible for Several {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        let mut several = (*self).clone();
        several.apply(event);
        Rc::new(several)
    }
}

impl Several {
    fn apply(&mut self, event: Event) {
        match event {
            Event::Screen(screen) => self.screen = screen,
            Event::Came(came, progress) => {
                self.progress = progress;
                if !came.reports.is_empty() {
                    Rc::make_mut(&mut self.reports).extend(came.reports);
                }
                if !came.failed.is_empty() || !came.opened.is_empty() {
                    let failed = Rc::make_mut(&mut self.failed);
                    failed.retain(|failed| !came.opened.contains(&failed.id));
                    for new in came.failed {
                        match failed.iter_mut().find(|known| known.id == new.id) {
                            Some(known) => *known = new,
                            None => failed.push(new),
                        }
                    }
                }
                // Views are asked anew once all is there, not for each file.
                if progress.is_none() {
                    self.changes += 1;
                    // What was tried when the work was cancelled may be tried again.
                    if self.failed.iter().any(|failed| failed.trying) {
                        Rc::make_mut(&mut self.failed).iter_mut().for_each(|failed| failed.trying = false);
                    }
                }
            }
            Event::Trying(id) => {
                let failed = Rc::make_mut(&mut self.failed);
                failed.iter_mut().filter(|failed| failed.id == id).for_each(|failed| failed.trying = true);
            }
            Event::Corrected(known) => {
                let reports = Rc::make_mut(&mut self.reports);
                if let Some(report) = reports.iter_mut().find(|report| report.id == known.id) {
                    *report = known;
                }
                self.changes += 1;
            }
            Event::Removed(id) => {
                Rc::make_mut(&mut self.reports).retain(|report| report.id != id);
                self.changes += 1;
            }
            Event::Cleared => {
                *self = Self { screen: self.screen, changes: self.changes + 1, ..Self::default() };
            }
            Event::Open(opening) => self.opening = (self.opening.0 + 1, Some(opening)),
            Event::Opened => {
                self.opening.1 = None;
                self.screen = None;
            }
            Event::Pair(earlier, later) => self.pair = Some((earlier, later)),
            Event::Wish(wish) => self.wish = wish,
            Event::Shape(shape) => self.shape = shape,
            Event::WithWords(with) => self.with_words = with,
        }
    }

    /// The pairs of reports of consecutive years of one area: places in the list.
    pub fn pairs(&self) -> Vec<(usize, usize)> {
        let place = |report: &Known| report.place.clone();
        heshu_panel::entry::consecutive(&self.reports.iter().map(place).collect::<Vec<Place>>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use heshu_core::model::Level;

    fn known(id: u32, year: i32) -> Known {
        let place = Place { region: Some("甲县".into()), level: Some(Level::County), year: Some(year) };
        Known { id, place, ..Known::default() }
    }

    fn with(reports: Vec<Known>) -> Several {
        let mut several = Several::default();
        several.apply(Event::Came(Came { reports, ..Came::default() }, None));
        several
    }

    #[test]
    fn views_are_asked_anew_when_all_is_there_and_after_corrections() {
        let mut several = Several::default();
        let came = Came { reports: vec![known(0, 2023)], ..Came::default() };
        several.apply(Event::Came(came, Some(Progress::default())));
        assert_eq!((several.changes, several.reports.len()), (0, 1));
        several.apply(Event::Came(Came::default(), None));
        several.apply(Event::Corrected(known(0, 2024)));
        assert_eq!((several.changes, several.reports[0].place.year), (2, Some(2024)));
    }

    #[test]
    fn a_password_opens_one_file_or_is_asked_for_again() {
        let refused = |id: u32, why: &str| {
            let why = Refusal { id: why.into(), ..Refusal::default() };
            Failed { id, name: id.to_string(), why, locked: None, trying: false }
        };
        let failed = |several: &Several| -> Vec<(u32, Option<bool>, bool)> {
            several.failed.iter().map(|f| (f.id, f.why.wants_password(), f.trying)).collect()
        };
        let mut several = Several::default();
        let all = vec![refused(0, "password"), refused(1, "damaged"), refused(2, "password")];
        several.apply(Event::Came(Came { failed: all, ..Came::default() }, None));
        several.apply(Event::Trying(0));
        assert_eq!(failed(&several), [(0, Some(false), true), (1, None, false), (2, Some(false), false)]);
        let wrong = Came { failed: vec![refused(0, "wrong_password")], ..Came::default() };
        several.apply(Event::Came(wrong, None));
        assert_eq!(failed(&several), [(0, Some(true), false), (1, None, false), (2, Some(false), false)]);
        several.apply(Event::Trying(0));
        let right = Came { reports: vec![known(0, 2023)], opened: vec![0], ..Came::default() };
        several.apply(Event::Came(right, Some(Progress::default())));
        assert_eq!(failed(&several), [(1, None, false), (2, Some(false), false)]);
        several.apply(Event::Trying(2));
        several.apply(Event::Came(Came::default(), None));
        assert_eq!(failed(&several)[1], (2, Some(false), false));
    }

    #[test]
    fn consecutive_years_are_pairs() {
        let mut several = with(vec![known(0, 2024), known(1, 2023), known(2, 2020)]);
        assert_eq!(several.pairs(), [(1, 0)]);
        several.apply(Event::Removed(0));
        assert_eq!(several.pairs(), []);
    }

    #[test]
    fn a_report_that_was_opened_leaves_the_set_behind() {
        let mut several = with(vec![known(0, 2024)]);
        several.apply(Event::Screen(Some(Screen::Side)));
        let opening = Opening { text: "甲".into(), document: Rc::from([]), to: None };
        several.apply(Event::Open(opening));
        several.apply(Event::Opened);
        assert_eq!((several.screen, several.opening, several.reports.len()), (None, (1, None), 1));
    }
}
