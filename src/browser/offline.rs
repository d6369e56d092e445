//! The page's half of reading offline; the other half, and the protocol between them, is `src/site/sw.js`.
//! A browser that has no service workers, or refuses one, reads online as before.

use super::{listen, window};
use js_sys::{Object, Reflect};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    MessageEvent, RegistrationOptions, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration,
    ServiceWorkerState, ServiceWorkerUpdateViaCache,
};

/// What of the site is on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Installed {
    /// Not all of it.
    No,
    /// All of it, verified.
    Yes,
    /// All of it, and a newer version, verified, waits for consent.
    UpdateWaits,
}

/// Whether the browser believes that there is a connection.
pub fn is_connected() -> bool {
    window().is_none_or(|window| window.navigator().on_line())
}

/// Calls `handler` when the connection goes or comes back.
pub fn on_connection(handler: impl Fn() + 'static) {
    let handler = Rc::new(handler);
    for name in ["online", "offline"] {
        let handler = handler.clone();
        listen::on_window(name, move |_| handler());
    }
}

fn container() -> Option<ServiceWorkerContainer> {
    let navigator = window()?.navigator();
    let has = Reflect::has(&navigator, &"serviceWorker".into()).unwrap_or(false);
    has.then(|| navigator.service_worker())
}

/// Installs the site for reading offline, in the background, and calls `told` at every change.
pub fn install(root: &str, version: &str, told: impl Fn(Installed) + 'static) {
    let Some(container) = container() else { return };
    let watch = Rc::new(Watch { version: version.to_owned(), container, told: Box::new(told) });
    watch.clone().listen();
    let root = root.to_owned();
    spawn_local(async move {
        let options = RegistrationOptions::new();
        options.set_scope(&root);
        options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
        let script = format!("{root}sw.js");
        let registered = JsFuture::from(watch.container.register_with_options(&script, &options)).await;
        if let Ok(registration) = registered.and_then(JsCast::dyn_into::<ServiceWorkerRegistration>) {
            watch.follow(registration);
        }
    });
}

/// Watches the workers of the site.
struct Watch {
    version: String,
    container: ServiceWorkerContainer,
    told: Box<dyn Fn(Installed)>,
}

impl Watch {
    /// Answers the worker, and hears its state.
    fn listen(self: Rc<Self>) {
        let container = self.container.clone();
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            match field(&event.data(), "type").as_string().as_deref() {
                Some("version?") => {
                    if let Some(worker) = event.source().and_then(|source| source.dyn_into().ok()) {
                        self.hello(&worker);
                    }
                }
                Some("state") => {
                    let ready = field(&event.data(), "ready").is_truthy();
                    let watch = self.clone();
                    spawn_local(async move { watch.tell(ready).await });
                }
                _ => {}
            }
        });
        // Set as a property, which also opens the queue of messages.
        container.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        heard.forget();
    }

    async fn tell(&self, ready: bool) {
        let registration = self.container.get_registration();
        let waits = match JsFuture::from(registration).await.map(JsCast::dyn_into::<ServiceWorkerRegistration>) {
            Ok(Ok(registration)) => registration.waiting().is_some() && registration.active().is_some(),
            _ => false,
        };
        (self.told)(match (waits, ready) {
            (true, _) => Installed::UpdateWaits,
            (false, true) => Installed::Yes,
            (false, false) => Installed::No,
        });
    }

    /// Follows a registration: the worker that is there, and each that comes.
    fn follow(self: Rc<Self>, registration: ServiceWorkerRegistration) {
        if let Some(worker) = registration.active() {
            self.hello(&worker);
        }
        for worker in [registration.installing(), registration.waiting()].into_iter().flatten() {
            self.clone().follow_worker(&worker);
        }
        let target = registration.clone();
        listen::on(&target, "updatefound", move |_| {
            if let Some(worker) = registration.installing() {
                self.clone().follow_worker(&worker);
            }
        });
    }

    fn follow_worker(self: Rc<Self>, worker: &ServiceWorker) {
        let followed = worker.clone();
        listen::on(worker, "statechange", move |_| match followed.state() {
            ServiceWorkerState::Activated => self.hello(&followed),
            ServiceWorkerState::Installed => {
                let watch = self.clone();
                spawn_local(async move { watch.greet_active().await });
            }
            _ => {}
        });
    }

    async fn greet_active(&self) {
        let found = JsFuture::from(self.container.get_registration()).await;
        let Ok(Ok(registration)) = found.map(JsCast::dyn_into::<ServiceWorkerRegistration>) else { return };
        if let Some(worker) = registration.active() {
            self.hello(&worker);
        }
    }

    /// Asks a worker for its state, saying which version this page is of.
    fn hello(&self, worker: &ServiceWorker) {
        _ = worker.post_message(&message("hello", Some(&self.version)));
    }
}

/// The reader's consent to the version that waits: it takes over, and then `done` is called.
pub fn consent(done: impl Fn() + 'static) {
    let Some(container) = container() else { return };
    spawn_local(async move {
        let found = JsFuture::from(container.get_registration()).await;
        let Ok(Ok(registration)) = found.map(JsCast::dyn_into::<ServiceWorkerRegistration>) else { return };
        let Some(worker) = registration.waiting() else { return done() };
        let followed = worker.clone();
        listen::on(&worker, "statechange", move |_| {
            if followed.state() == ServiceWorkerState::Activated {
                done();
            }
        });
        _ = worker.post_message(&message("consent", None));
    });
}

fn message(kind: &str, version: Option<&str>) -> JsValue {
    let message = Object::new();
    _ = Reflect::set(&message, &"type".into(), &kind.into());
    if let Some(version) = version {
        _ = Reflect::set(&message, &"version".into(), &version.into());
    }
    message.into()
}

fn field(data: &JsValue, name: &str) -> JsValue {
    Reflect::get(data, &name.into()).unwrap_or(JsValue::UNDEFINED)
}
