//! Runs the analysis: in a worker where the boot script offers one, else here, after a paint.
//!
//! The worker gives bytes. They are read, and arranged for drawing, in slices of time too short to be felt.

use super::js;
use crate::pieces::Piece;
use crate::report::Shared;
use crate::state::{Action, State, Work};
use heshu_core::Options;
use heshu_core::model::Analysis;
use heshu_core::wire::Decoder;
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

thread_local! {
    /// The worker, and whether it is at work.
    static WORKER: RefCell<Option<(JsValue, bool)>> = const { RefCell::new(None) };
    /// The analysis that is under way: what is left of others is late.
    static CURRENT: Cell<u32> = const { Cell::new(0) };
}

/// Starts an analysis; one that still runs is stopped. The result comes as an [`Action`].
pub fn start(work: Work, dispatch: UseReducerDispatcher<State>) {
    stop();
    CURRENT.set(work.id);
    wasm_bindgen_futures::spawn_local(async move {
        let id = work.id;
        let arranged = arranged(work).await;
        if CURRENT.get() == id {
            dispatch.dispatch(arranged.map_or(Action::Broke(id), |report| Action::Analyzed(id, report)));
            super::pause(500).await;
            super::parts::keep();
            // A person goes there next.
            Piece::Views.load().await;
        }
    });
}

/// Ends the worker if it is at work; an idle one stays for the next analysis.
pub fn stop() {
    CURRENT.set(0);
    let busy = WORKER.with_borrow_mut(|worker| worker.take_if(|(_, busy)| *busy));
    if let Some((worker, _)) = busy {
        js::call(&worker, "end", &[]);
    }
}

/// The report, ready to be drawn; none where the analysis broke or is no longer wanted.
async fn arranged(work: Work) -> Option<Shared> {
    let clock = Clock::start(work.id);
    // The page says first that it is at work: handing a long text over takes a moment.
    super::pause(0).await;
    let analysis = match in_worker(&work) {
        Some(promise) => {
            let bytes = Uint8Array::new(&super::wait(promise).await?);
            WORKER.with_borrow_mut(|worker| worker.iter_mut().for_each(|(_, busy)| *busy = false));
            read(&bytes, &clock).await?
        }
        None => {
            let options = Options { without_repairs: work.without_repairs.clone() };
            match work.document.as_deref().and_then(|bytes| heshu_core::wire::unpack(bytes).ok()) {
                Some(document) => heshu_core::analyze_document(&document, &options),
                None => heshu_core::analyze(&work.text, &options),
            }
        }
    };
    Shared::arrange(work.text, analysis, work.without_repairs, async || clock.breathe().await).await
}

async fn read(bytes: &Uint8Array, clock: &Clock) -> Option<Analysis> {
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

fn in_worker(work: &Work) -> Option<Promise> {
    let worker = match WORKER.with_borrow(|worker| worker.clone()) {
        Some((worker, _)) => worker,
        None => js::heshu("worker", &[])?,
    };
    let kinds: Array = work.without_repairs.iter().map(|kind| JsValue::from_str(kind)).collect();
    let (function, content) = match &work.document {
        Some(document) => ("analyze_document_to_bytes", Uint8Array::from(&**document).into()),
        None => ("analyze_to_bytes", JsValue::from_str(&work.text)),
    };
    let values = Array::of2(&content, &kinds);
    let promise = js::call(&worker, "call", &[function.into(), values.into()])?;
    WORKER.set(Some((worker, true)));
    js::promise(promise)
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
        CURRENT.get() == self.id
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
