//! Runs the analysis: in a worker where the boot script offers one, else here, after a paint.
//!
//! The worker gives bytes. They are read, and arranged for drawing, in slices of time too short to be felt.

use super::js;
use crate::pieces::{self, Piece};
use crate::report::Shared;
use crate::state::{Action, Message, Notice, State, Work};
use heshu_core::Options;
use heshu_core::checks::Audit;
use heshu_core::intake::{Document, Layout};
use heshu_core::model::Analysis;
use heshu_core::wire::{Decoder, Lists, unpack};
use js_sys::{Array, Promise, Uint8Array};
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsValue;
use yew::UseReducerDispatcher;

/// So many milliseconds of work without a breath.
const SLICE: f64 = 8.0;
/// So many entries are read between looks at the clock.
const ENTRIES: usize = 50;
/// So many bytes are taken over between looks at the clock.
const BYTES: u32 = 1 << 20;

/// Longer texts (in bytes) go to the worker as bytes: a string of them would take long to make.
const LONG: usize = 1 << 18;

/// The analysis under way, by its number: what is left of others is late.
#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Idle,
    /// The page waits for what is read.
    Reading(u32),
    /// The page shows what was read; its checks are made.
    Auditing(u32),
}

impl Stage {
    fn is_of(self, id: u32) -> bool {
        self == Self::Reading(id) || self == Self::Auditing(id)
    }
}

thread_local! {
    static STAGE: Cell<Stage> = const { Cell::new(Stage::Idle) };
    /// The worker, which is kept for the next analysis.
    static WORKER: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// Starts an analysis; one that still runs is stopped. The result comes as an [`Action`], its checks as another.
pub fn start(work: Work, dispatch: UseReducerDispatcher<State>) {
    stop();
    STAGE.set(Stage::Reading(work.id));
    wasm_bindgen_futures::spawn_local(async move {
        let id = work.id;
        let done = analyze(work, &dispatch).await;
        if !STAGE.get().is_of(id) {
            return;
        }
        if done.is_none() {
            // A worker that broke is not to meet the next analysis.
            stop();
            dispatch.dispatch(Action::Broke(id));
        }
        STAGE.set(Stage::Idle);
        super::pause(500).await;
        super::parts::keep();
        // A person goes there next.
        Piece::Views.load().await;
    });
}

/// Stops what the page waits for.
pub fn cancel() {
    if matches!(STAGE.get(), Stage::Reading(_)) {
        stop();
    }
}

/// Ends the worker if it is at work; an idle one stays for the next analysis.
fn stop() {
    if STAGE.replace(Stage::Idle) != Stage::Idle
        && let Some(worker) = WORKER.take()
    {
        js::call(&worker, "end", &[]);
    }
}

/// Gives the page what was read, then its checks; none where nothing came or it is no longer wanted.
async fn analyze(work: Work, dispatch: &UseReducerDispatcher<State>) -> Option<()> {
    let (id, clock) = (work.id, Clock::start(work.id));
    // The page says first that it is at work: handing a long text over takes a moment.
    super::pause(0).await;
    clock.breathe().await.then_some(())?;
    let promises = in_worker(&work, &clock).await;
    let (analysis, audit) = match &promises {
        Some((reading, _)) => (decode(reading, &clock).await?, None),
        None => {
            let read = read_here(&work);
            let audit = Piece::Checks.load().await.then(|| pieces::audit(&read));
            (read, audit)
        }
    };
    let report =
        Shared::arrange(work.text, analysis, work.without_repairs, async || clock.breathe().await).await?;
    STAGE.set(Stage::Auditing(id));
    dispatch.dispatch(Action::Analyzed(id, report.clone()));
    let audit = match promises {
        Some((_, auditing)) => decode::<Audit>(&auditing, &clock).await,
        None => audit,
    };
    clock.breathe().await;
    let action = match audit {
        Some(audit) => Action::Audited(report.audited(audit)),
        None => Action::Say(Notice::new(Message::Audit)),
    };
    clock.breathe().await.then(|| dispatch.dispatch(action))
}

/// What was read, without a worker.
fn read_here(work: &Work) -> Analysis {
    let options = Options { without_repairs: work.without_repairs.clone() };
    let document: Option<Document> = work.document.as_deref().and_then(|bytes| unpack(bytes).ok());
    let layout = document.as_ref().map(Layout::of).unwrap_or_default();
    heshu_core::read(&work.text, &layout, &options)
}

/// What the worker promised, read in slices; none where it broke.
async fn decode<T: Lists>(promise: &Promise, clock: &Clock) -> Option<T> {
    let bytes = Uint8Array::new(&super::wait(promise.clone()).await?);
    let mut taken = Vec::with_capacity(bytes.length() as usize);
    while (taken.len() as u32) < bytes.length() {
        let from = taken.len() as u32;
        taken.extend(bytes.subarray(from, (from + BYTES).min(bytes.length())).to_vec());
        clock.breathe().await.then_some(())?;
    }
    let mut decoder = Decoder::new(taken).ok()?;
    clock.breathe().await.then_some(())?;
    while !decoder.step(ENTRIES).ok()? {
        clock.breathe().await.then_some(())?;
    }
    Some(decoder.finish())
}

/// Sets the worker to work: promises what it reads, and its checks. None where there is no worker.
async fn in_worker(work: &Work, clock: &Clock) -> Option<(Promise, Promise)> {
    let worker = match WORKER.with_borrow(Clone::clone) {
        Some(worker) => worker,
        None => js::heshu("worker", &[])?,
    };
    WORKER.set(Some(worker.clone()));
    let kinds: Array = work.without_repairs.iter().map(|kind| JsValue::from_str(kind)).collect();
    let (function, content) = match &work.document {
        Some(document) => ("read_document", Uint8Array::from(&**document).into()),
        None if work.text.len() > LONG => ("read_bytes", Uint8Array::from(work.text.as_bytes()).into()),
        None => ("read_text", JsValue::from_str(&work.text)),
    };
    let values = Array::of2(&content, &kinds);
    let reading = js::call(&worker, "call", &[function.into(), values.into()]).and_then(js::promise)?;
    // To unpack what checks takes a moment too.
    clock.breathe().await;
    let auditing = js::call(&worker, "finish", &["checks".into(), "audit".into()]).and_then(js::promise)?;
    Some((reading, auditing))
}

/// Lets the page answer whenever a slice of time is used up.
struct Clock {
    id: u32,
    since: Cell<f64>,
}

impl Clock {
    fn start(id: u32) -> Self {
        Self { id, since: Cell::new(now()) }
    }

    /// Waits if it is time to; says whether the analysis is still wanted.
    async fn breathe(&self) -> bool {
        if now() - self.since.get() > SLICE {
            super::pause(0).await;
            self.since.set(now());
        }
        STAGE.get().is_of(self.id)
    }
}

fn now() -> f64 {
    js_sys::Date::now()
}

/// Analyses a text: gives the contract's object.
pub fn object(text: &str, options: &JsValue) -> Result<JsValue, JsValue> {
    heshu_wasm::object(&heshu_core::analyze(text, &heshu_wasm::options_of(options.clone())?))
}

/// An analysis as the contract's JSON.
pub fn json(analysis: &Analysis) -> Option<String> {
    let object = heshu_wasm::object(analysis).ok()?;
    let text = js_sys::JSON::stringify_with_replacer_and_space(&object, &JsValue::NULL, &2.into()).ok()?;
    Some(text.into())
}
