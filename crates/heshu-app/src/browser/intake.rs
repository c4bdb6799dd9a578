//! Files in: read by a part that is loaded when the first one comes, in a worker.

use super::parts::{self, Failure};
use super::several::{self, Job};
use crate::reading::{Event, Reading};
use crate::state::{Action, State};
use heshu_core::intake::{Arrival, Arrived, Refusal};
use heshu_core::model::Bilingual;
use heshu_core::wire;
use js_sys::{Array, Uint8Array};
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileList};
use yew::UseReducerDispatcher;

/// The part's name for the build and for [`parts`].
const PART: &str = "intake";
/// Larger than any report, in bytes; as the reader itself has it, before the memory is filled.
const LIMIT: f64 = 100_000_000.0;

thread_local! {
    /// The reading that is under way: what is left of others is late.
    static CURRENT: Cell<u32> = const { Cell::new(0) };
    /// The file that was read last alone: a password opens it.
    static LAST: RefCell<Option<File>> = const { RefCell::new(None) };
}

/// Whom the reading tells: its own state, and the page's.
#[derive(Clone, PartialEq)]
pub struct Ears {
    /// The state of reading.
    pub reading: UseReducerDispatcher<Reading>,
    /// The state of the page.
    pub page: UseReducerDispatcher<State>,
}

/// The files of a drop or a choice.
pub fn listed(list: &FileList) -> Vec<File> {
    (0..list.length()).filter_map(|index| list.get(index)).collect()
}

/// Reads files; a single document in them is analysed. Several files are a set of reports, and where one is shown,
/// every file joins it.
pub fn open(files: Vec<File>, ears: Ears) {
    if files.len() > 1 || super::share::set(&super::page::fragment()).is_some() {
        return together(files);
    }
    LAST.set(match files.as_slice() {
        [file] => Some(file.clone()),
        _ => None,
    });
    start(files, None, ears);
}

/// Adds files to the set of reports, and shows it.
fn together(files: Vec<File>) {
    several::add(files.into_iter().map(|file| Job::File(file.name(), file)).collect());
    several::show();
}

/// Adds all documents of the last file to the set of reports.
pub fn open_together() {
    if let Some(file) = LAST.with_borrow(Clone::clone) {
        together(vec![file]);
    }
}

/// Reads the last file once more, with its password.
pub fn unlock(password: String, ears: Ears) {
    if let Some(file) = LAST.with_borrow(Clone::clone) {
        start(vec![file], Some(password), ears);
    }
}

/// Analyses one of the documents that were read.
pub fn analyze(document: &Arrived, page: &UseReducerDispatcher<State>) {
    page.dispatch(Action::Read(document.text.as_str().into(), document.document.as_slice().into()));
}

/// Stops the reading.
pub fn cancel(ears: &Ears) {
    CURRENT.set(CURRENT.get() + 1);
    parts::stop(PART);
    ears.reading.dispatch(Event::Cancel);
}

fn start(files: Vec<File>, password: Option<String>, ears: Ears) {
    let id = CURRENT.get() + 1;
    // A reading that still runs is stopped.
    if id > 1 && BUSY.get() {
        parts::stop(PART);
    }
    CURRENT.set(id);
    wasm_bindgen_futures::spawn_local(async move {
        BUSY.set(true);
        let mut read = Vec::new();
        for (index, file) in files.iter().enumerate() {
            ears.reading.dispatch(Event::Begin { id, name: file.name(), first: index == 0 });
            let given = one(file, password.as_deref(), id, &ears).await;
            if CURRENT.get() != id {
                return;
            }
            read.push((file.name(), given));
        }
        BUSY.set(false);
        let single = match read.as_slice() {
            [(_, Ok(arrival))] => match arrival.documents.as_slice() {
                [document] => Some(document.clone()),
                _ => None,
            },
            _ => None,
        };
        ears.reading.dispatch(Event::Done(id, read));
        if let Some(document) = single {
            analyze(&document, &ears.page);
        }
    });
}

thread_local! {
    /// Whether the part is at work.
    static BUSY: Cell<bool> = const { Cell::new(false) };
}

/// The bytes of a file; the browser is asked for them at once, whenever they are awaited.
pub fn bytes(file: &File) -> impl Future<Output = Result<Uint8Array, Refusal>> + use<> {
    let asked = (file.size() <= LIMIT).then(|| JsFuture::from(file.array_buffer()));
    async move {
        let buffer = asked.ok_or_else(large)?.await.map_err(|_| gone())?;
        Ok(Uint8Array::new(&buffer))
    }
}

async fn one(file: &File, password: Option<&str>, id: u32, ears: &Ears) -> Result<Arrival, Refusal> {
    let heard = {
        let reading = ears.reading.clone();
        Closure::<dyn FnMut(f64, f64)>::new(move |done: f64, of: f64| {
            reading.dispatch(Event::Progress(id, done as usize, of as usize));
        })
    };
    let password = password.map_or(JsValue::UNDEFINED, JsValue::from_str);
    let bytes = bytes(file).await?;
    let values = Array::of3(&bytes, &file.name().into(), &password);
    let answer = parts::ask(PART, "read_to_bytes", &values, heard.as_ref()).await.map_err(broke)?;
    wire::unpack(&answer.to_vec()).unwrap_or_else(|_| Err(broke(Failure::Broke)))
}

fn refusal(id: &str, zh: &str, en: &str) -> Refusal {
    Refusal { id: id.to_owned(), sentence: Bilingual { zh: zh.to_owned(), en: en.to_owned() } }
}

fn large() -> Refusal {
    refusal(
        "too_large",
        "文件超过 100 MB，不像是一份报告。请只取报告部分另存，或复制正文粘贴",
        "The file is larger than 100 MB, which no report is. Save the report alone, or paste its text",
    )
}

/// The file was moved, deleted, or is a folder.
fn gone() -> Refusal {
    refusal(
        "gone",
        "浏览器读不到这个文件。请确认它还在原处、不是文件夹，再试一次",
        "The browser cannot get at this file. Check that it is still there and no folder, then try again",
    )
}

fn broke(_: Failure) -> Refusal {
    refusal(
        "broke",
        "读取文件的部分没有能够载入或中途出错。请检查网络后再试；也可以打开文件，复制全文粘贴",
        "The part that reads files could not be loaded, or broke. Check the network and try again, or paste the file’s text",
    )
}
