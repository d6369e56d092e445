//! The state of the site on this device: read from the browser, shown by the sign in the masthead.

use crate::browser::address;
use crate::browser::offline::{self, Installed};
use crate::browser::page::BuiltPage;
use crate::ui::{Shown, SiteState};
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

/// Watches the state of the site from now on.
pub fn watch(built: &BuiltPage, shown: RwSignal<Shown>) {
    let installed = Rc::new(Cell::new(Installed::No));
    let tell: Rc<dyn Fn()> = {
        let installed = installed.clone();
        Rc::new(move || {
            let state = match (installed.get(), offline::is_connected()) {
                (Installed::UpdateWaits, _) => SiteState::Update,
                (_, false) => SiteState::Offline,
                (Installed::Yes, true) => SiteState::Ready,
                (Installed::No, true) => SiteState::Plain,
            };
            shown.update(|shown| shown.site = state);
        })
    };
    let told = tell.clone();
    offline::on_connection(move || told());
    if !built.version.is_empty() {
        offline::install(&built.root, &built.version, move |is| {
            installed.set(is);
            tell();
        });
    }
}

/// The reader's consent: the newer version takes over, and the page is loaded from it.
pub fn update() {
    offline::consent(address::reload);
}
