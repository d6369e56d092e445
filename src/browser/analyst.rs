//! The page's half of the analyst, a worker that finds what an article lacks; the other half, and the protocol between
//! them, is `src/site/findings.js`.

use js_sys::Uint8Array;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::listen;

/// What the analyst has to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// A stage begins, counted from 0.
    Stage(usize),
    /// What was found, as a text. Nothing follows.
    Found(String),
    /// The analyst could not be had, or could not do it: why, in the browser's words, where it has any. Nothing follows.
    Failed(String),
}

/// Gives the file of an article to a new analyst, whose script stands at `script`, and calls `told` with all that it
/// has to say. The analyst ends with its answer.
pub fn ask(script: &str, source: &[u8], told: impl Fn(Heard) + 'static) {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let Ok(worker) = Worker::new_with_options(script, &options) else { return told(Heard::Failed(String::new())) };
    let told: Rc<dyn Fn(Heard)> = Rc::new(told);
    let (heard, ended) = (told.clone(), worker.clone());
    listen::on(&worker, "message", move |event| {
        let Some(data) = event.dyn_ref::<MessageEvent>().map(MessageEvent::data) else { return };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // The number of a stage.
        let what = match (data.as_f64(), data.as_string()) {
            (Some(stage), _) => return heard(Heard::Stage(stage as usize)),
            (None, Some(found)) => Heard::Found(found),
            (None, None) => Heard::Failed(String::new()),
        };
        ended.terminate();
        heard(what);
    });
    let failed = worker.clone();
    let lost = told.clone();
    // A script that cannot be had, or what went wrong in it.
    listen::on(&worker, "error", move |event| {
        failed.terminate();
        lost(Heard::Failed(event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).unwrap_or_default()));
    });
    if worker.post_message(&Uint8Array::from(source)).is_err() {
        worker.terminate();
        told(Heard::Failed(String::new()));
    }
}
