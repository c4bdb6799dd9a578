//! Files as analysed reports.

use crate::args::Request;
use crate::say::Trouble;
use heshu_core::model::Bilingual;
use heshu_intake::Found;
use heshu_panel::Entry;
use std::io::{self, Read};
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

/// The reports of some files.
pub struct Set {
    /// In the order of the files; a ZIP may hold several.
    pub entries: Vec<Entry>,
    /// Whether every file could be read. What was wrong has been said.
    pub complete: bool,
}

/// Reads and analyses the files that were asked for, several at once.
pub fn all(request: &Request) -> Set {
    let jobs = request.jobs.or(thread::available_parallelism().ok().map(NonZero::get)).unwrap_or(1);
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(file) = request.files.get(place) else { return done };
            done.push((place, entries(file, request)));
        }
    };
    let mut done: Vec<(usize, Result<Vec<Entry>, Trouble>)> = thread::scope(|scope| {
        let workers: Vec<_> =
            (0..jobs.clamp(1, request.files.len().max(1))).map(|_| scope.spawn(work)).collect();
        workers.into_iter().filter_map(|worker| worker.join().ok()).flatten().collect()
    });
    done.sort_by_key(|(place, _)| *place);
    let mut set = Set { entries: Vec::new(), complete: done.len() == request.files.len() };
    for (_, result) in done {
        match result {
            Ok(entries) => set.entries.extend(entries),
            Err(trouble) => {
                eprintln!("{}", trouble.sentence(request.language));
                set.complete = false;
            }
        }
    }
    set
}

fn entries(file: &str, request: &Request) -> Result<Vec<Entry>, Trouble> {
    let found = read(file, request)?;
    let single = found.documents.len() == 1;
    let documents = found.documents.iter();
    let entries = documents.map(|read| {
        let name = if single { file.to_owned() } else { format!("{file}/{}", read.name) };
        Entry::new(name, heshu_core::analyze_document(&read.document, &heshu_core::Options::default()))
    });
    Ok(entries.collect())
}

/// Reads a file, of whichever format, and says what stayed out.
fn read(file: &str, request: &Request) -> Result<Found, Trouble> {
    let mut bytes = Vec::new();
    let taken = if file == "-" {
        io::stdin().lock().read_to_end(&mut bytes).map(drop)
    } else {
        std::fs::read(file).map(|content| bytes = content)
    };
    taken.map_err(|error| Trouble::Unreadable { file: file.to_owned(), error })?;
    let options =
        heshu_intake::Options { name: file, password: request.password.as_deref(), ..Default::default() };
    let found = heshu_intake::read(&bytes, &options, &mut Clock(Instant::now()));
    let found = found.map_err(|error| Trouble::Refused { file: file.to_owned(), error })?;
    let say = |name: &str, words: &Bilingual| {
        eprintln!("heshu: {file}{name}: {}", request.language.choose(words));
    };
    found.notes.iter().for_each(|note| say("", &note.sentence()));
    for read in &found.documents {
        let name = if found.documents.len() == 1 { String::new() } else { format!("/{}", read.name) };
        read.notes.iter().for_each(|note| say(&name, &note.sentence()));
    }
    found.failed.iter().for_each(|(name, error)| say(&format!("/{name}"), &error.sentence()));
    Ok(found)
}

/// The time that a reading takes.
struct Clock(Instant);

impl heshu_intake::Watch for Clock {
    fn seconds(&self) -> f64 {
        self.0.elapsed().as_secs_f64()
    }
}
