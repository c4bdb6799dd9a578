//! The reading of files: what is under way, what a person is asked, what was found. Its own small state, because
//! nothing else on the page depends on it: a report that was chosen goes the way of every other.

use heshu_core::intake::{Arrival, Arrived, Refusal};
use heshu_core::model::Bilingual;
use std::rc::Rc;
use yew::Reducible;

/// A file that is being read.
#[derive(Debug, Clone, PartialEq)]
pub struct UnderWay {
    /// Which reading: news of others is late.
    pub id: u32,
    /// The file's name.
    pub name: String,
    /// Pages read, and how many there are; 0 while that is not known.
    pub pages: (usize, usize),
}

/// A sentence about a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// The file's name.
    pub name: String,
    /// What there is to say.
    pub words: Bilingual,
    /// Whether it was not read at all.
    pub failed: bool,
}

/// The state of reading.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// Count of readings begun.
    pub count: u32,
    /// The file that is being read.
    pub under_way: Option<UnderWay>,
    /// The file that asks for a password, and whether one was wrong.
    pub password: Option<(String, bool)>,
    /// Documents to choose from, where there are several. They stay to be chosen again.
    pub documents: Rc<Vec<Arrived>>,
    /// Whether the choice is open.
    pub choosing: bool,
    /// What there is to say about files.
    pub said: Vec<Said>,
}

/// Something that happened to files.
#[derive(Debug, Clone)]
pub enum Event {
    /// A file begins to be read; the first of several has `first`.
    Begin {
        /// Which reading.
        id: u32,
        /// The file's name.
        name: String,
        /// Whether what was said and found before goes.
        first: bool,
    },
    /// Pages of it were read.
    Progress(u32, usize, usize),
    /// All files of a reading are read: their names, and what each gave.
    Done(u32, Vec<(String, Result<Arrival, Refusal>)>),
    /// The person stops the reading.
    Cancel,
    /// The person opens or closes the choice.
    Choose(bool),
    /// The person gives no password.
    NoPassword,
    /// The person has read what was said.
    Dismiss,
}

impl Reducible for Reading {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        let mut reading = (*self).clone();
        reading.apply(event);
        Rc::new(reading)
    }
}

impl Reading {
    fn apply(&mut self, event: Event) {
        match event {
            Event::Begin { id, name, first } => {
                if first {
                    self.said.clear();
                    self.password = None;
                    self.choosing = false;
                }
                self.count = id;
                self.under_way = Some(UnderWay { id, name, pages: (0, 0) });
            }
            Event::Progress(id, done, of) => {
                if let Some(under_way) = self.under_way.as_mut().filter(|u| u.id == id) {
                    under_way.pages = (done, of);
                }
            }
            Event::Done(id, files) => {
                if self.under_way.take_if(|u| u.id == id).is_some() {
                    self.finish(files);
                }
            }
            Event::Cancel => self.under_way = None,
            Event::Choose(open) => self.choosing = open && self.documents.len() > 1,
            Event::NoPassword => self.password = None,
            Event::Dismiss => self.said.clear(),
        }
    }

    fn finish(&mut self, files: Vec<(String, Result<Arrival, Refusal>)>) {
        if let [(name, Err(refusal))] = files.as_slice()
            && let Some(wrong) = refusal.wants_password()
        {
            self.password = Some((name.clone(), wrong));
            return;
        }
        let mut documents = Vec::new();
        for (name, file) in files {
            match file {
                Ok(arrival) => {
                    self.say(&name, arrival.notes, false);
                    for (path, refusal) in arrival.failed {
                        self.say(&path, vec![refusal.sentence], true);
                    }
                    for document in arrival.documents {
                        self.say(&document.name, document.notes.clone(), false);
                        documents.push(document);
                    }
                }
                Err(refusal) => self.say(&name, vec![refusal.sentence], true),
            }
        }
        // What was there to choose from stays until something else comes.
        if !documents.is_empty() {
            self.documents = Rc::new(documents);
            self.choosing = self.documents.len() > 1;
        }
    }

    fn say(&mut self, name: &str, words: Vec<Bilingual>, failed: bool) {
        self.said.extend(words.into_iter().map(|words| Said { name: name.to_owned(), words, failed }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arrived(name: &str) -> Arrived {
        Arrived { name: name.to_owned(), text: name.to_owned(), ..Arrived::default() }
    }

    fn words(zh: &str) -> Bilingual {
        Bilingual { zh: zh.to_owned(), en: zh.to_owned() }
    }

    fn after(files: Vec<(String, Result<Arrival, Refusal>)>) -> Reading {
        let mut reading = Reading::default();
        reading.apply(Event::Begin { id: 1, name: "一".to_owned(), first: true });
        reading.apply(Event::Done(1, files));
        reading
    }

    fn refused(id: &str) -> Result<Arrival, Refusal> {
        Err(Refusal { id: id.to_owned(), sentence: words(id) })
    }

    #[test]
    fn several_documents_are_a_choice_and_one_is_none() {
        let several = Arrival { documents: vec![arrived("甲"), arrived("乙")], ..Arrival::default() };
        let reading =
            after(vec![("包.zip".to_owned(), Ok(several)), ("图.png".to_owned(), refused("unsupported"))]);
        assert!(reading.choosing && reading.documents.len() == 2);
        assert_eq!(reading.said.len(), 1);
        assert!(reading.said[0].failed && reading.said[0].name == "图.png");
        let one =
            Arrival { documents: vec![arrived("甲")], notes: vec![words("注意")], ..Arrival::default() };
        let reading = after(vec![("甲".to_owned(), Ok(one))]);
        assert!(!reading.choosing && !reading.said[0].failed);
    }

    #[test]
    fn a_file_alone_may_ask_for_its_password() {
        let reading = after(vec![("甲.pdf".to_owned(), refused("password"))]);
        assert_eq!((reading.password, reading.said.len()), (Some(("甲.pdf".to_owned(), false)), 0));
        let reading = after(vec![("甲.pdf".to_owned(), refused("wrong_password"))]);
        assert_eq!(reading.password, Some(("甲.pdf".to_owned(), true)));
        let reading =
            after(vec![("甲.pdf".to_owned(), refused("password")), ("乙".to_owned(), refused("empty"))]);
        assert_eq!((reading.password, reading.said.len()), (None, 2));
    }

    #[test]
    fn news_of_a_reading_that_was_stopped_is_late() {
        let mut reading = Reading::default();
        reading.apply(Event::Begin { id: 1, name: "甲".to_owned(), first: true });
        reading.apply(Event::Cancel);
        reading.apply(Event::Progress(1, 3, 9));
        reading.apply(Event::Done(1, vec![("甲".to_owned(), refused("empty"))]));
        assert_eq!((reading.under_way, reading.said.len()), (None, 0));
    }
}
