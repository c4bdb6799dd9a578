//! The work on a set of reports: a few workers read and analyse files, one more holds the set and answers.
//!
//! Bytes go from worker to worker as they are: the page only passes them on.

use super::parts::{self, Failure};
use super::{folders, intake, js, page, share};
use crate::i18n::SeveralWords;
use crate::several::{Event, Progress, Screen, Several};
use heshu_core::intake::{Analysed, Arrival, Arrived, Refusal};
use heshu_core::model::Bilingual;
use heshu_core::wire;
use heshu_panel::set::{Added, Ask};
use js_sys::{Array, Uint8Array};
use serde::de::DeserializeOwned;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{File, FileList};
use yew::UseReducerDispatcher;

/// The part that holds the set.
const PART: &str = "panel";
/// No more workers than this: each holds memory.
const WORKERS: usize = 4;
/// So many milliseconds between two tellings.
const QUIET: f64 = 120.0;

/// How components say what happened.
pub type Dispatch = UseReducerDispatcher<Several>;

/// Something to be read and analysed.
pub enum Job {
    /// A file, under its name or path.
    File(String, File),
    /// A text, and the document whose text it is as bytes, where it came from a file; under a name.
    Text(String, Rc<str>, Rc<[u8]>),
}

impl Job {
    fn name(&self) -> &str {
        match self {
            Self::File(name, _) | Self::Text(name, ..) => name,
        }
    }
}

/// What is under way.
#[derive(Default)]
struct Work {
    waiting: VecDeque<Job>,
    progress: Progress,
    /// Workers at work.
    workers: usize,
    /// What came and was not told yet.
    came: Added,
    told: f64,
}

thread_local! {
    static WORK: RefCell<Work> = RefCell::default();
    /// The work that is under way: what is left of others is late.
    static CURRENT: Cell<u32> = const { Cell::new(0) };
    /// The workers that analyse, by their places.
    static ANALYSTS: RefCell<Vec<Option<JsValue>>> = const { RefCell::new(Vec::new()) };
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

/// Adds what was dropped with its folders.
pub fn add_folders(entries: Vec<JsValue>) {
    wasm_bindgen_futures::spawn_local(async move {
        let files = folders::files(entries).await;
        add(files.into_iter().map(|(path, file)| Job::File(path, file)).collect());
        show();
    });
}

/// Adds reports to the set: to the work that is under way, or as new work.
pub fn add(jobs: Vec<Job>) {
    if jobs.is_empty() {
        return;
    }
    let idle = WORK.with_borrow_mut(|work| {
        if work.workers == 0 {
            work.progress = Progress::default();
            CURRENT.set(CURRENT.get() + 1);
        }
        work.progress.total += jobs.len();
        work.waiting.extend(jobs);
        let idle = work.workers..wanted(work.waiting.len()).max(work.workers);
        work.workers = idle.end;
        idle
    });
    for place in idle {
        wasm_bindgen_futures::spawn_local(work(place, CURRENT.get()));
    }
    tell_now();
}

/// How many workers so many files deserve on this machine.
fn wanted(files: usize) -> usize {
    let cores = super::window().map_or(1.0, |window| window.navigator().hardware_concurrency());
    files.min(cores.max(1.0) as usize).min(WORKERS)
}

/// Stops the work; what is in the set stays.
pub fn cancel() {
    CURRENT.set(CURRENT.get() + 1);
    let workers = WORK.take().workers;
    for place in 0..workers {
        parts::stop(&reader(place));
        end_analyst(place);
    }
    tell(Event::Came(Added::default(), None));
}

/// Empties the set.
pub fn clear() {
    cancel();
    parts::stop(PART);
    tell(Event::Cleared);
}

fn reader(place: usize) -> String {
    format!("intake#{place}")
}

fn end_analyst(place: usize) {
    let analyst = ANALYSTS.with_borrow_mut(|all| all.get_mut(place).and_then(Option::take));
    if let Some(analyst) = analyst {
        js::call(&analyst, "end", &[]);
    }
}

/// One worker's work: a file after the other, until there are no more.
async fn work(place: usize, current: u32) {
    let next = || {
        WORK.with_borrow_mut(|work| {
            let job = work.waiting.pop_front();
            work.progress.going += usize::from(job.is_some());
            job
        })
    };
    while let Some(job) = next() {
        let name = job.name().to_owned();
        let added = one(job, place).await;
        if CURRENT.get() != current {
            return;
        }
        let finished = WORK.with_borrow_mut(|work| {
            work.progress.going = work.progress.going.saturating_sub(1);
            let added = added.unwrap_or_else(|| lost(name));
            if added.reports.is_empty() {
                work.progress.failed += 1
            } else {
                work.progress.done += 1
            }
            work.came.reports.extend(added.reports);
            work.came.failed.extend(added.failed);
            work.waiting.is_empty() && work.progress.going == 0
        });
        if !finished && js_sys::Date::now() - WORK.with_borrow(|work| work.told) > QUIET {
            tell_now();
        }
    }
    // Their memory is worth more than the time that they need to start.
    parts::stop(&reader(place));
    end_analyst(place);
    let last = WORK.with_borrow_mut(|work| {
        work.workers -= 1;
        work.workers == 0
    });
    if last {
        let came = WORK.take().came;
        tell(Event::Came(came, None));
    }
}

/// Tells what came and how far the work is.
fn tell_now() {
    let (came, progress) = WORK.with_borrow_mut(|work| {
        work.told = js_sys::Date::now();
        (std::mem::take(&mut work.came), work.progress)
    });
    tell(Event::Came(came, Some(progress)));
}

/// Reads and analyses one file, and adds it to the set.
async fn one(job: Job, place: usize) -> Option<Added> {
    let name = job.name().to_owned();
    let analysed = match arrived(job, place).await {
        Ok(arrived) => analyse(arrived, place).await?,
        Err(refusal) => packed(&Err::<Analysed, Refusal>(refusal)),
    };
    let values = Array::of2(&analysed, &name.into());
    let added = parts::ask(PART, "add", &values, &JsValue::UNDEFINED).await.ok()?;
    wire::unpack(&added.to_vec()).ok()
}

/// What a file gives, as bytes of `Result<Arrival, Refusal>`.
async fn arrived(job: Job, place: usize) -> Result<Uint8Array, Refusal> {
    match job {
        Job::File(_, file) => intake::arrived(&reader(place), &file, None, &JsValue::UNDEFINED).await,
        Job::Text(name, text, document) => {
            let document =
                Arrived { name, text: text.to_string(), document: document.to_vec(), ..Arrived::default() };
            let arrival = Arrival { documents: vec![document], ..Arrival::default() };
            Ok(packed(&Ok::<_, Refusal>(arrival)))
        }
    }
}

async fn analyse(arrived: Uint8Array, place: usize) -> Option<Uint8Array> {
    let known = ANALYSTS.with_borrow(|all| all.get(place).cloned().flatten());
    let analyst = match known {
        Some(analyst) => analyst,
        None => {
            let analyst = js::heshu("worker", &[])?;
            ANALYSTS.with_borrow_mut(|all| {
                all.resize(all.len().max(place + 1), None);
                if let Some(slot) = all.get_mut(place) {
                    *slot = Some(analyst.clone());
                }
            });
            analyst
        }
    };
    let call = js::call(&analyst, "call", &["analyze_arrived".into(), Array::of1(&arrived).into()]);
    let answer = super::wait(call.and_then(js::promise)?).await;
    if answer.is_none() {
        // It broke; the next file gets a new one.
        end_analyst(place);
    }
    Some(Uint8Array::new(&answer?))
}

fn packed<T: serde::Serialize>(value: &T) -> Uint8Array {
    Uint8Array::from(wire::pack(value).as_slice())
}

/// A file on which a worker broke.
fn lost(name: String) -> Added {
    let words = |words: &SeveralWords| words.part_failed.to_owned();
    let sentence = Bilingual { zh: words(&SeveralWords::ZH), en: words(&SeveralWords::EN) };
    Added { reports: Vec::new(), failed: vec![(name, sentence)] }
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
