//! The work on a set of reports: a few workers read and analyse files, one more holds the set and answers. While one
//! file is analysed, the bytes of the next are fetched and the analysis of the one before goes into the set.
//!
//! Bytes go from worker to worker as they are: the page only passes them on.

use super::parts::{self, Failure};
use super::{intake, page, share};
use crate::i18n::SeveralWords;
use crate::several::{Came, Event, Failed, Progress, Screen, Several};
use heshu_core::intake::{Analysed, Refusal};
use heshu_core::model::Bilingual;
use heshu_core::wire;
use heshu_panel::set::{Added, Ask};
use js_sys::{Array, Uint8Array};
use serde::de::DeserializeOwned;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{File, FileList};
use yew::UseReducerDispatcher;

/// The part that holds the set.
const PART: &str = "panel";
/// The part that reads and analyses; each worker has its own.
const ANALYST: &str = "analyst";
/// No more workers than this: each holds memory.
const WORKERS: usize = 4;
/// So many milliseconds between two tellings at least, and this part of the time that the work has taken: after each, the
/// page is laid out and painted.
const QUIET: (f64, f64) = (300.0, 0.25);

/// How components say what happened.
pub type Dispatch = UseReducerDispatcher<Several>;

/// Something to be read and analysed.
pub enum Job {
    /// A file, under its name or path.
    File(String, File),
    /// A text, and the document whose text it is as bytes, where it came from a file; under a name.
    Text(String, Rc<str>, Rc<[u8]>),
    /// A file that could not be read, and its password.
    Locked(Failed, String),
}

impl Job {
    fn name(&self) -> &str {
        match self {
            Self::File(name, _) | Self::Text(name, ..) | Self::Locked(Failed { name, .. }, _) => name,
        }
    }

    fn file(&self) -> Option<&File> {
        match self {
            Self::File(_, file) => Some(file),
            Self::Locked(failed, _) => failed.locked.as_ref().map(|(file, _)| file),
            Self::Text(..) => None,
        }
    }

    /// What calls its analysis, with the bytes of its file if they were asked for.
    async fn call(&self, bytes: Option<Bytes>) -> Result<Call, Refusal> {
        if let Self::Text(name, text, document) = self {
            let document = Uint8Array::from(&**document);
            return Ok(Call("analyze_text", Array::of3(&document, &name.into(), &(&**text).into())));
        }
        let (password, inside) = match self {
            Self::Locked(Failed { locked: Some((_, inside)), .. }, password) => {
                (Some(password), inside.as_ref())
            }
            _ => (None, None),
        };
        let file = self.file().ok_or_else(Refusal::default)?;
        let bytes = bytes.unwrap_or_else(|| Box::pin(intake::bytes(file))).await?;
        let given = |word: Option<&String>| word.map_or(JsValue::UNDEFINED, JsValue::from);
        Ok(Call("analyze_file", Array::of4(&bytes, &file.name().into(), &given(password), &given(inside))))
    }
}

/// A job, and the bytes of its file once they were asked for.
struct Waiting(Job, Option<Bytes>);

type Bytes = Pin<Box<dyn Future<Output = Result<Uint8Array, Refusal>>>>;

/// A function of the part that reads and analyses, and what it is called with.
struct Call(&'static str, Array);

impl Waiting {
    fn ask_for_bytes(&mut self) {
        let Self(job, bytes) = self;
        if let (Some(file), None) = (job.file(), &bytes) {
            *bytes = Some(Box::pin(intake::bytes(file)));
        }
    }
}

/// What is under way.
#[derive(Default)]
struct Work {
    waiting: VecDeque<Waiting>,
    progress: Progress,
    /// Which workers are at work.
    busy: [bool; WORKERS],
    /// What came and was not told yet.
    came: Came,
    told: f64,
    begun: f64,
}

impl Work {
    /// The next job; those behind it get ready.
    fn next(&mut self) -> Option<Waiting> {
        let mut next = self.waiting.pop_front()?;
        self.progress.going += 1;
        next.ask_for_bytes();
        self.waiting.iter_mut().take(WORKERS).for_each(Waiting::ask_for_bytes);
        Some(next)
    }
}

thread_local! {
    static WORK: RefCell<Work> = RefCell::default();
    /// The work that is under way: what is left of others is late.
    static CURRENT: Cell<u32> = const { Cell::new(0) };
    /// How many failures there were: numbers are not given twice.
    static FAILURES: Cell<u32> = const { Cell::new(0) };
    /// Who is told.
    static EAR: RefCell<Option<Dispatch>> = const { RefCell::new(None) };
}

/// Says who is told of what happens.
pub fn listen(dispatch: Dispatch) {
    EAR.set(Some(dispatch));
}

/// Shows the set, where nothing of it is shown.
pub fn show() {
    if share::set(&page::fragment()).is_none() {
        tell(Event::Screen(Some(Screen::Reports)));
    }
}

fn tell(event: Event) {
    if let Some(ear) = EAR.with_borrow(Clone::clone) {
        ear.dispatch(event);
    }
}

/// The files of a choice as jobs; of a folder, under their paths.
pub fn listed(list: &FileList) -> Vec<Job> {
    let name = |file: &File| {
        let path = js_sys::Reflect::get(file, &"webkitRelativePath".into()).ok();
        path.and_then(|path| path.as_string()).filter(|path| !path.is_empty()).unwrap_or_else(|| file.name())
    };
    let hidden = |file: &File| file.name().starts_with('.');
    let files = intake::listed(list).into_iter().filter(|file| !hidden(file));
    files.map(|file| Job::File(name(&file), file)).collect()
}

/// Adds the files of folders, with their paths.
pub fn add_found(files: Vec<(String, File)>) {
    add(files.into_iter().map(|(path, file)| Job::File(path, file)).collect());
    show();
}

/// Adds reports to the set: to the work that is under way, or as new work.
pub fn add(jobs: Vec<Job>) {
    if jobs.is_empty() {
        return;
    }
    let idle: Vec<usize> = WORK.with_borrow_mut(|work| {
        if !work.busy.contains(&true) {
            work.progress = Progress::default();
            work.begun = js_sys::Date::now();
            CURRENT.set(CURRENT.get() + 1);
        }
        work.progress.total += jobs.len();
        work.waiting.extend(jobs.into_iter().map(|job| Waiting(job, None)));
        let wanted = work.busy.iter_mut().take(wanted(work.waiting.len())).enumerate();
        wanted.filter_map(|(place, busy)| (!std::mem::replace(busy, true)).then_some(place)).collect()
    });
    for place in idle {
        wasm_bindgen_futures::spawn_local(work(place, CURRENT.get()));
    }
    parts::open(PART);
    tell_now();
}

/// How many workers so many files deserve on this machine.
fn wanted(files: usize) -> usize {
    let cores = super::window().map_or(1.0, |window| window.navigator().hardware_concurrency());
    files.min(cores.max(1.0) as usize).min(WORKERS)
}

/// Reads once more what could not be read, with its password.
pub fn unlock(failed: Failed, password: String) {
    tell(Event::Trying(failed.id));
    add(vec![Job::Locked(failed, password)]);
}

/// Stops the work; what is in the set stays.
pub fn cancel() {
    CURRENT.set(CURRENT.get() + 1);
    WORK.take();
    for place in 0..WORKERS {
        parts::stop(&analyst(place));
    }
    tell(Event::Came(Came::default(), None));
}

/// Empties the set.
pub fn clear() {
    cancel();
    parts::stop(PART);
    tell(Event::Cleared);
}

fn analyst(place: usize) -> String {
    format!("{ANALYST}#{place}")
}

/// One worker's work: a file after the other, until there are no more.
async fn work(place: usize, current: u32) {
    let mut analysed: Option<(Job, Option<Uint8Array>)> = None;
    loop {
        let begun = match WORK.with_borrow_mut(Work::next) {
            Some(Waiting(job, bytes)) => {
                let call = job.call(bytes).await;
                if CURRENT.get() != current {
                    return;
                }
                Some((job, begin(call, place)))
            }
            None => None,
        };
        // The one before, while this one is at work.
        if let Some((job, analysed)) = analysed.take() {
            let added = enter(analysed).await.unwrap_or_else(lost);
            if CURRENT.get() != current {
                return;
            }
            came(&job, added);
        }
        match begun {
            Some((job, begun)) => analysed = Some((job, begun.await)),
            // Others may have come meanwhile.
            None if WORK.with_borrow(|work| work.waiting.is_empty()) => break,
            None => {}
        }
        if CURRENT.get() != current {
            return;
        }
    }
    // Their memory is worth more than the time that they need to start.
    parts::stop(&analyst(place));
    let last = WORK.with_borrow_mut(|work| {
        work.busy.iter_mut().skip(place).take(1).for_each(|busy| *busy = false);
        !work.busy.contains(&true)
    });
    if last {
        let came = WORK.take().came;
        tell(Event::Came(came, None));
    }
}

/// Keeps what came of a file, and tells of it where nothing was told for a while.
fn came(job: &Job, added: Added) {
    let failed = failed(job, added.refused, added.failed);
    let tell = WORK.with_borrow_mut(|work| {
        work.progress.going = work.progress.going.saturating_sub(1);
        if added.reports.is_empty() {
            work.progress.failed += 1
        } else {
            work.progress.done += 1
        }
        work.came.reports.extend(added.reports);
        if let (Job::Locked(before, _), []) = (job, failed.as_slice()) {
            work.came.opened.push(before.id);
        }
        work.came.failed.extend(failed);
        let finished = work.waiting.is_empty() && work.progress.going == 0;
        let now = js_sys::Date::now();
        !finished && now - work.told > QUIET.0.max((now - work.begun) * QUIET.1)
    });
    if tell {
        tell_now();
    }
}

/// What could not be read of a job, with its file wherever a password would open it: what could not be read before
/// keeps its number.
fn failed(job: &Job, refused: Option<Refusal>, inside: Vec<(String, Refusal)>) -> Vec<Failed> {
    let (mut known, path) = match job {
        Job::Locked(before, _) => (Some(before.id), before.locked.clone().and_then(|(_, inside)| inside)),
        _ => (None, None),
    };
    let itself = refused.map(|why| (job.name().to_owned(), why, path));
    let inside = inside.into_iter().map(|(name, why)| (name.clone(), why, Some(name)));
    let failed = itself.into_iter().chain(inside).map(|(name, why, inside)| {
        let id = known.take().unwrap_or_else(|| FAILURES.replace(FAILURES.get() + 1));
        let file = why.wants_password().and_then(|_| job.file());
        Failed { id, name, why, locked: file.map(|file| (file.clone(), inside)), trying: false }
    });
    failed.collect()
}

/// Tells what came and how far the work is.
fn tell_now() {
    let (came, progress) = WORK.with_borrow_mut(|work| {
        work.told = js_sys::Date::now();
        (std::mem::take(&mut work.came), work.progress)
    });
    tell(Event::Came(came, Some(progress)));
}

/// Has a file read and analysed: what is given back gives bytes of `Result<Analysed, Refusal>`, none where the worker broke.
fn begin(call: Result<Call, Refusal>, place: usize) -> impl Future<Output = Option<Uint8Array>> {
    let begun = call
        .map(|Call(function, values)| parts::begin(&analyst(place), function, &values, &JsValue::UNDEFINED));
    async move {
        match begun {
            Ok(begun) => begun.await.ok(),
            Err(refusal) => Some(packed(&Err::<Analysed, _>(refusal))),
        }
    }
}

/// Takes what came of a file into the set.
async fn enter(analysed: Option<Uint8Array>) -> Option<Added> {
    let analysed = analysed?;
    let added = parts::call(PART, "add", analysed).await.ok()?;
    wire::unpack(&added.to_vec()).ok()
}

fn packed<T: serde::Serialize>(value: &T) -> Uint8Array {
    Uint8Array::from(wire::pack(value).as_slice())
}

/// A file on which a worker broke.
fn lost() -> Added {
    let words = |words: &SeveralWords| words.part_failed.to_owned();
    let sentence = Bilingual { zh: words(&SeveralWords::ZH), en: words(&SeveralWords::EN) };
    Added { refused: Some(Refusal { id: "broke".to_owned(), sentence }), ..Added::default() }
}

/// Asks the set; none where its worker broke.
pub async fn ask<T: DeserializeOwned>(ask: Ask) -> Option<T> {
    wire::unpack(&ask_for_bytes(ask).await.ok()?.to_vec()).ok()
}

/// Asks the set for a file.
///
/// # Errors
/// As [`parts::call`].
pub async fn ask_for_bytes(ask: Ask) -> Result<Uint8Array, Failure> {
    parts::call(PART, "ask", packed(&ask)).await
}
