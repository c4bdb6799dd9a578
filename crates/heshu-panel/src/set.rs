//! A set of reports that grows and is asked: what a page keeps in a worker.

use crate::delivery::deliver;
use crate::entry::{Entry, Place};
use crate::panel::{Rows, Words, tidy, wide};
use crate::show::{self, Grid, Side, Wish};
use crate::table::Table;
use heshu_core::intake::{Analysed, Arrived, Refusal};
use heshu_core::model::{Bilingual, Span};
use heshu_core::wire::{self, Damaged};
use serde::{Deserialize, Serialize};

/// The reports, in the order in which they came.
#[derive(Debug, Default)]
pub struct Set {
    members: Vec<Member>,
    /// Reports so far: numbers are not given twice.
    count: u32,
}

#[derive(Debug)]
struct Member {
    id: u32,
    entry: Entry,
    /// To be opened by itself again.
    source: Arrived,
}

/// What came of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Added {
    /// The reports in it.
    pub reports: Vec<Known>,
    /// What in an archive could not be read: its path there, and why.
    pub failed: Vec<(String, Refusal)>,
    /// Why nothing of the file could be read.
    pub refused: Option<Refusal>,
}

/// What is known of a report.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// Its number in the set.
    pub id: u32,
    /// Name of its file.
    pub name: String,
    /// What it is taken to be: as recognised, or as a person corrected it.
    pub place: Place,
    /// What it says itself to be.
    pub said: Place,
    /// The words that say so, and where they stand.
    pub because: Vec<(String, Span)>,
    /// How many observations it has.
    pub figures: u32,
    /// Its length in characters.
    pub characters: u32,
    /// What a person should know about how it was read.
    pub notes: Vec<Bilingual>,
}

/// What can be asked of a set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ask {
    /// Takes a report to be of another place: gives `Option<Known>`.
    Correct(u32, Place),
    /// Takes a report out: gives nothing.
    Remove(u32),
    /// The report as it came: gives `Option<(String, Vec<u8>)>`, its text and its document as bytes; a paste has none.
    Open(u32),
    /// Promise against delivery, in Chinese or not: gives `Vec<Grid>`, an empty one where the years do not fit.
    Delivery(u32, u32, bool),
    /// Side by side, in Chinese or not: gives [`Side`].
    Side(Wish, bool),
    /// The panel: gives what [`Form`] says.
    Panel(Shape, Vec<Words>, Form),
}

/// Which rows a panel has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shape {
    /// One a region, year, indicator and kind.
    Tidy,
    /// One a report.
    Wide,
    /// One an observation.
    All,
}

/// As what a panel is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// The file itself.
    Csv,
    /// The file itself.
    JsonLines,
    /// The codebook alone, as CSV.
    Codebook,
    /// The [`Table`] as bytes, for whoever writes other files.
    Table,
}

impl Set {
    /// Takes in what came of a file: bytes of `Result<Analysed, Refusal>`.
    ///
    /// # Errors
    /// Where the bytes are something else.
    pub fn add(&mut self, analysed: &[u8]) -> Result<Added, Damaged> {
        let analysed: Result<Analysed, Refusal> = wire::unpack(analysed)?;
        let analysed = match analysed {
            Ok(analysed) => analysed,
            Err(refusal) => return Ok(Added { refused: Some(refusal), ..Added::default() }),
        };
        let mut added = Added { failed: analysed.failed, ..Added::default() };
        for (mut source, wire::Bytes(analysis)) in analysed.documents {
            let mut entry = Entry::new(source.name.as_str(), wire::decode(analysis)?);
            // It stands beside the analysis.
            entry.analysis.text = String::new();
            source.notes.extend(analysed.notes.iter().cloned());
            let member = Member { id: self.count, entry, source };
            self.count += 1;
            added.reports.push(member.known());
            self.members.push(member);
        }
        Ok(added)
    }

    /// Answers; the answer is the bytes of what [`Ask`] says.
    pub fn ask(&mut self, ask: Ask) -> Vec<u8> {
        match ask {
            Ask::Correct(id, place) => {
                let member = self.members.iter_mut().find(|member| member.id == id);
                wire::pack(&member.map(|member| {
                    member.entry.place = place;
                    member.known()
                }))
            }
            Ask::Remove(id) => {
                self.members.retain(|member| member.id != id);
                Vec::new()
            }
            Ask::Open(id) => wire::pack(&self.member(id).map(|member| {
                let source = &member.source;
                let text = match wire::unpack::<heshu_core::intake::Document>(&source.document) {
                    Ok(document) => document.text(),
                    Err(_) => source.text.clone(),
                };
                (text, source.document.clone())
            })),
            Ask::Delivery(earlier, later, zh) => wire::pack(&self.delivery(earlier, later, zh)),
            Ask::Side(wish, zh) => wire::pack(&self.side(&wish, zh)),
            Ask::Panel(shape, lists, form) => {
                let table = self.panel(shape, &lists);
                match form {
                    Form::Csv => table.csv().into_bytes(),
                    Form::JsonLines => table.json_lines().into_bytes(),
                    Form::Codebook => table.codebook().csv().into_bytes(),
                    Form::Table => wire::pack(&table),
                }
            }
        }
    }

    fn member(&self, id: u32) -> Option<&Member> {
        self.members.iter().find(|member| member.id == id)
    }

    fn delivery(&self, earlier: u32, later: u32, zh: bool) -> Vec<Grid> {
        let (Some(earlier), Some(later)) = (self.member(earlier), self.member(later)) else {
            return Vec::new();
        };
        let found = deliver(&earlier.entry, &later.entry);
        let show = |found| show::delivery(&found, (earlier.id, &earlier.entry), (later.id, &later.entry), zh);
        found.map(show).unwrap_or_default()
    }

    fn side(&self, wish: &Wish, zh: bool) -> Side {
        show::side(self.members.iter().map(|member| (member.id, &member.entry)), wish, zh)
    }

    fn panel(&self, shape: Shape, lists: &[Words]) -> Table {
        let entries = self.members.iter().map(|member| &member.entry);
        match shape {
            Shape::Tidy => tidy(entries, Rows::Panel, lists),
            Shape::All => tidy(entries, Rows::All, lists),
            Shape::Wide => wide(entries, lists),
        }
    }
}

impl Member {
    fn known(&self) -> Known {
        let recognised = self.entry.recognise();
        let words = |span: &Span| (self.entry.text.slice(*span).to_owned(), *span);
        Known {
            id: self.id,
            name: self.entry.file.clone(),
            place: self.entry.place.clone(),
            said: recognised.place,
            because: recognised.because.iter().map(words).collect(),
            figures: u32::try_from(self.entry.analysis.observations.len()).unwrap_or(u32::MAX),
            characters: self.entry.analysis.document.characters,
            notes: self.source.notes.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use heshu_core::analyze;

    fn report(year: i32) -> String {
        let before = year - 1;
        format!(
            "甲县政府工作报告\n各位代表：\n一、{before}年工作回顾\n{before}年，粮食产量12万吨。\n二、{year}年工作安排\n主要预期目标是：粮食产量13万吨。\n"
        )
    }

    fn file(texts: &[String]) -> Vec<u8> {
        let mut analysed = Analysed::default();
        for text in texts {
            let arrived = Arrived { name: "甲.txt".into(), text: text.clone(), ..Arrived::default() };
            analysed.push(arrived, analyze(text, &heshu_core::Options::default()));
        }
        wire::pack(&Ok::<_, Refusal>(analysed))
    }

    fn answer<T: serde::de::DeserializeOwned>(set: &mut Set, ask: Ask) -> T {
        wire::unpack(&set.ask(ask)).unwrap()
    }

    #[test]
    fn a_set_grows_is_corrected_and_compared() {
        let mut set = Set::default();
        let added = set.add(&file(&[report(2023), report(2024)])).unwrap();
        assert_eq!(added.reports[1].place.year, Some(2024));
        assert!(
            added.reports[0].because.iter().any(|(words, _)| words == "甲县" || words.contains("工作报告"))
        );
        let grids: Vec<Grid> = answer(&mut set, Ask::Delivery(0, 1, true));
        assert_eq!(grids[0].rows.len(), 1);
        let moved = Place { year: Some(2030), ..added.reports[1].place.clone() };
        let known: Option<Known> = answer(&mut set, Ask::Correct(1, moved));
        assert_eq!(known.unwrap().said.year, Some(2024));
        let grids: Vec<Grid> = answer(&mut set, Ask::Delivery(0, 1, true));
        assert!(grids.is_empty());
        let source: Option<(String, Vec<u8>)> = answer(&mut set, Ask::Open(0));
        assert_eq!(source, Some((report(2023), Vec::new())));
        set.ask(Ask::Remove(0));
        let side: Side = answer(&mut set, Ask::Side(Wish::default(), true));
        assert_eq!(side.grid.rows.len(), 1);
        let csv = String::from_utf8(set.ask(Ask::Panel(Shape::Wide, Vec::new(), Form::Csv))).unwrap();
        assert_eq!(csv.lines().count(), 2);
        // Numbers are not given twice.
        assert_eq!(set.add(&file(&[report(2025)])).unwrap().reports[0].id, 2);
    }

    #[test]
    fn what_could_not_be_read_says_why() {
        let sentence = Bilingual { zh: "损坏".into(), en: "damaged".into() };
        let refusal = Refusal { id: "damaged".into(), sentence };
        let mut set = Set::default();
        let added = set.add(&wire::pack(&Err::<Analysed, _>(refusal.clone()))).unwrap();
        assert_eq!(added.refused, Some(refusal.clone()));
        let failed = vec![("坏.pdf".to_owned(), refusal)];
        let archive = Analysed { failed: failed.clone(), ..Analysed::default() };
        let added = set.add(&wire::pack(&Ok::<_, Refusal>(archive))).unwrap();
        assert_eq!(added, Added { failed, ..Added::default() });
        assert_eq!(set.add(&[7, 7, 7]), Err(Damaged));
    }
}
