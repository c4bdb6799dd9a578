//! Runs the analysis: in a worker where the boot script offers one, else here, after a paint.
//!
//! `heshu.worker()` gives an object whose `analyze(text, options)` promises the contract's object and whose
//! `end()` ends it.

use crate::state::{Action, State, Work};
use heshu_core::Options;
use heshu_core::model::Analysis;
use js_sys::{Array, Function, Object, Promise, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use yew::UseReducerDispatcher;

thread_local! {
    /// The worker with the number of analyses it has not answered.
    static WORKER: RefCell<Option<(JsValue, u32)>> = const { RefCell::new(None) };
}

/// Starts an analysis; one that still runs is stopped. The result comes as an [`Action`].
pub fn start(work: Work, dispatch: UseReducerDispatcher<State>) {
    stop();
    match in_worker(&work) {
        Some(promise) => wasm_bindgen_futures::spawn_local(async move {
            let answer = super::wait(promise).await;
            let analysis = answer.and_then(|a| serde_wasm_bindgen::from_value::<Analysis>(a).ok());
            dispatch.dispatch(match analysis {
                Some(analysis) => {
                    answered();
                    Action::Analyzed(work.id, Box::new(analysis))
                }
                None => Action::Broke(work.id),
            });
        }),
        None => wasm_bindgen_futures::spawn_local(async move {
            super::pause(30).await;
            let options = Options { without_repairs: work.without_repairs };
            let analysis = heshu_core::analyze(&work.text, &options);
            dispatch.dispatch(Action::Analyzed(work.id, Box::new(analysis)));
        }),
    }
}

/// Ends the worker if it is at work; an idle one stays for the next analysis.
pub fn stop() {
    let busy = WORKER.with_borrow_mut(|worker| worker.take_if(|(_, waiting)| *waiting > 0));
    if let Some((worker, _)) = busy {
        let _ = call(&worker, "end", &[]);
    }
}

fn answered() {
    WORKER.with_borrow_mut(|worker| {
        if let Some((_, waiting)) = worker {
            *waiting = 0;
        }
    });
}

fn in_worker(work: &Work) -> Option<Promise> {
    let worker = match WORKER.with_borrow(|worker| worker.clone()) {
        Some((worker, _)) => worker,
        None => {
            let heshu = Reflect::get(&js_sys::global(), &"heshu".into()).ok()?;
            call(&heshu, "worker", &[])?
        }
    };
    let options = Object::new();
    let kinds: Array = work.without_repairs.iter().map(|kind| JsValue::from_str(kind)).collect();
    Reflect::set(&options, &"without_repairs".into(), &kinds).ok()?;
    let promise = call(&worker, "analyze", &[JsValue::from_str(&work.text), options.into()])?;
    WORKER.set(Some((worker, 1)));
    promise.dyn_into().ok()
}

/// Calls a method by its name; none where there is none or it throws.
fn call(object: &JsValue, method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let method: Function = Reflect::get(object, &method.into()).ok()?.dyn_into().ok()?;
    method.apply(object, &arguments.iter().cloned().collect::<Array>()).ok()
}

/// An analysis as the contract's JSON.
pub fn json(analysis: &Analysis) -> Option<String> {
    use serde::Serialize;
    let object = analysis.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).ok()?;
    let text = js_sys::JSON::stringify_with_replacer_and_space(&object, &JsValue::NULL, &2.into()).ok()?;
    Some(text.into())
}
