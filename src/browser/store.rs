//! What is kept on this device: texts by key, in an IndexedDB database of the site.
//!
//! A write is told as done when its transaction has completed, with `durability: "strict"`: the browser has then
//! handed it to the disk. Where storage is refused, full, or deleted from outside, the caller is told which.

use super::{listen, locks, window};
use js_sys::{Array, Function, Object, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

/// What makes a form of the database of the one before, in order: by the number of the form that it makes. What is
/// there is changed, never made anew.
const STEPS: [(u32, Step); 1] = [(1, make_stores)];

type Step = fn(&IdbDatabase) -> Result<(), JsValue>;

/// The form that this program reads and writes.
const FORM: u32 = STEPS[STEPS.len() - 1].0;

/// How long another tab may be at opening the database before this one no longer waits for it, in milliseconds: half
/// of what a reader waits before something is told to hold it up. The browser upgrades for one tab at a time anyway;
/// the others only wait in a better place.
const PATIENCE_MS: u32 = 2_000;

/// The records: a JSON text by the record's id.
pub const NOTES: &str = "notes";
/// Records that could not be read, as they were, by their key.
pub const ASIDE: &str = "aside";
/// What the reader has been told or asked, by name.
pub const TOLD: &str = "told";

/// Why something is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser keeps nothing for this site: a private window, or storage that is switched off.
    Denied,
    /// There is no room left.
    Full,
    /// The database has been deleted or closed from outside.
    Gone,
    /// Another tab has opened a newer form: this one writes no more.
    Outdated,
    /// Anything else.
    Broken,
}

/// The database. Cloning it gives the same one.
#[derive(Clone)]
pub struct Store {
    database: IdbDatabase,
    lost: Rc<RefCell<Option<StoreError>>>,
}

impl Store {
    /// Opens the database `name`, and makes its form this program's, while no other tab does: as long as another holds
    /// an older form of it open, or deletes it, that takes. `lost` is called, once, if it is closed under this page.
    pub async fn open(name: &str, lost: impl Fn(StoreError) + 'static) -> Result<Self, StoreError> {
        let database = locks::alone(name, PATIENCE_MS, open_and_upgrade(name)).await?;
        let store = Self { database, lost: Rc::default() };
        store.watch(lost);
        Ok(store)
    }

    /// Closes for a newer form of the database, or for its deletion, and tells when it is taken away.
    fn watch(&self, lost: impl Fn(StoreError) + 'static) {
        let lost = Rc::new(lost);
        for name in ["versionchange", "close"] {
            let (store, lost) = (self.clone(), lost.clone());
            listen::on(&self.database, name, move |event| {
                // A deletion changes to no version.
                let next = Reflect::get(&event, &"newVersion".into()).ok().and_then(|version| version.as_f64());
                let why = if next.is_some() { StoreError::Outdated } else { StoreError::Gone };
                if store.leave(why) {
                    lost(why);
                }
            });
        }
    }

    /// Closes for good; whether it was open.
    pub fn leave(&self, why: StoreError) -> bool {
        self.database.close();
        let was = *self.lost.borrow();
        if was.is_none() {
            self.lost.replace(Some(why));
        }
        was.is_none()
    }

    /// Whether it is open, as far as is known.
    pub fn is_open(&self) -> bool {
        self.lost.borrow().is_none()
    }

    fn begin(&self, stores: &[&str], mode: &str) -> Result<IdbTransaction, StoreError> {
        if let Some(why) = *self.lost.borrow() {
            return Err(why);
        }
        let names: Array = stores.iter().map(|name| JsValue::from_str(name)).collect();
        let options = Object::new();
        _ = Reflect::set(&options, &"durability".into(), &"strict".into());
        // By name: the bindings know no durability.
        let begin: Function = Reflect::get(&self.database, &"transaction".into())
            .and_then(JsCast::dyn_into)
            .map_err(|_| StoreError::Broken)?;
        let begun = begin.call3(&self.database, &names, &mode.into(), &options);
        begun.map(JsCast::unchecked_into).map_err(|_| StoreError::Gone)
    }

    /// Everything in a store: keys and texts.
    pub async fn all(&self, store: &str) -> Result<Vec<(String, String)>, StoreError> {
        let transaction = self.begin(&[store], "readonly")?;
        let store = transaction.object_store(store).map_err(|_| StoreError::Broken)?;
        let keys = store.get_all_keys().map_err(|_| StoreError::Broken)?;
        let values = store.get_all().map_err(|_| StoreError::Broken)?;
        let keys: Array = answer(&keys).await?.unchecked_into();
        let values: Array = answer(&values).await?.unchecked_into();
        let text = |value: JsValue| value.as_string().unwrap_or_default();
        Ok(keys.iter().map(text).zip(values.iter().map(text)).collect())
    }

    /// Puts texts by their keys, each made by `merge` of its key and what stands there, in one transaction: what
    /// another tab writes at the same time comes wholly before or wholly after.
    pub async fn merge(
        &self,
        store: &str,
        keys: Vec<String>,
        merge: impl Fn(&str, Option<String>) -> Option<String>,
    ) -> Result<(), StoreError> {
        let transaction = self.begin(&[store], "readwrite")?;
        let done = completed(&transaction);
        let place = transaction.object_store(store).map_err(|_| StoreError::Broken)?;
        for key in keys {
            let found = answer(&place.get(&key.as_str().into()).map_err(|_| StoreError::Broken)?).await?;
            if let Some(text) = merge(&key, found.as_string()) {
                put(&place, &key, &text)?;
            }
        }
        done.await
    }

    /// Moves texts from one store to another, under the same keys.
    pub async fn set_aside(&self, from: &str, to: &str, rows: &[(String, String)]) -> Result<(), StoreError> {
        let transaction = self.begin(&[from, to], "readwrite")?;
        let done = completed(&transaction);
        let source = transaction.object_store(from).map_err(|_| StoreError::Broken)?;
        let target = transaction.object_store(to).map_err(|_| StoreError::Broken)?;
        for (key, text) in rows {
            put(&target, key, text)?;
            _ = source.delete(&key.as_str().into());
        }
        done.await
    }
}

fn put(store: &IdbObjectStore, key: &str, text: &str) -> Result<(), StoreError> {
    store.put_with_key(&text.into(), &key.into()).map(|_| ()).map_err(|why| reason(&why))
}

async fn open_and_upgrade(name: &str) -> Result<IdbDatabase, StoreError> {
    let factory = window().and_then(|window| window.indexed_db().ok().flatten()).ok_or(StoreError::Denied)?;
    let request = factory.open_with_u32(name, FORM).map_err(|_| StoreError::Denied)?;
    let source = request.clone();
    let upgrade = Closure::once_into_js(move |change: JsValue| {
        let before = Reflect::get(&change, &"oldVersion".into()).ok().and_then(|version| version.as_f64());
        // A step that fails leaves the database as it was, in its old form.
        if upgrade(&source, before.unwrap_or_default()).is_err() {
            _ = source.transaction().map(|whole| whole.abort());
        }
    });
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    opened(&request).await?.dyn_into().map_err(|_| StoreError::Broken)
}

/// Takes the steps that the form `before` lacks; 0 is a database that is new.
fn upgrade(request: &IdbOpenDbRequest, before: f64) -> Result<(), JsValue> {
    let database: IdbDatabase = request.result()?.unchecked_into();
    STEPS.iter().filter(|(form, _)| f64::from(*form) > before).try_for_each(|(_, step)| step(&database))
}

/// The first form: its stores.
fn make_stores(database: &IdbDatabase) -> Result<(), JsValue> {
    [NOTES, ASIDE, TOLD].iter().try_for_each(|store| database.create_object_store(store).map(|_| ()))
}

/// A promise that `listen` is given both ends of.
async fn promised(listen: impl Fn(Function, Function)) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::new(&mut |resolve, reject| listen(resolve, reject))).await
}

/// The answer of a request.
async fn answer(request: &IdbRequest) -> Result<JsValue, StoreError> {
    let answered = promised(|resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match answered.await {
        Ok(_) => request.result().map_err(|_| StoreError::Broken),
        Err(_) => Err(request.error().ok().flatten().map_or(StoreError::Broken, |why| reason(&why))),
    }
}

/// The answer of an opening.
async fn opened(request: &IdbOpenDbRequest) -> Result<JsValue, StoreError> {
    answer(request).await.map_err(|why| match why {
        // Nothing has been there yet that could be gone.
        StoreError::Gone => StoreError::Denied,
        known => known,
    })
}

/// The end of a transaction, whose handlers are set at once.
fn completed(transaction: &IdbTransaction) -> impl Future<Output = Result<(), StoreError>> + use<> {
    let ended = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    let transaction = transaction.clone();
    async move {
        match JsFuture::from(ended).await {
            Ok(_) => Ok(()),
            Err(_) => Err(transaction.error().map_or(StoreError::Gone, |why| reason(&why))),
        }
    }
}

fn reason(why: &JsValue) -> StoreError {
    match why.dyn_ref::<DomException>().map(DomException::name).as_deref() {
        Some("QuotaExceededError") => StoreError::Full,
        Some("InvalidStateError") => StoreError::Gone,
        Some("VersionError") => StoreError::Outdated,
        Some("SecurityError" | "NotAllowedError") => StoreError::Denied,
        _ => StoreError::Broken,
    }
}

/// Whether the database `name` stands already; not, where the browser does not say.
pub async fn stands(name: &str) -> bool {
    let Some(factory) = window().and_then(|window| window.indexed_db().ok().flatten()) else { return false };
    let databases = Reflect::get(&factory, &"databases".into()).and_then(JsCast::dyn_into::<Function>);
    let Ok(asked) = databases.and_then(|databases| databases.call0(&factory)) else { return false };
    let Ok(known) = JsFuture::from(asked.unchecked_into::<Promise>()).await else { return false };
    let known: Array = known.unchecked_into();
    let mut names = known.iter().filter_map(|one| Reflect::get(&one, &"name".into()).ok());
    names.any(|other| other.as_string().as_deref() == Some(name))
}

/// Asks the browser not to evict what is kept; nothing where it has no such promise to give.
pub async fn persist() -> Option<bool> {
    let navigator = window()?.navigator();
    let storage = Reflect::get(&navigator, &"storage".into()).ok()?;
    let persist: Function = Reflect::get(&storage, &"persist".into()).ok()?.dyn_into().ok()?;
    let asked: Promise = persist.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(asked).await.ok()?.as_bool()
}
