//! Passing on what an article holds: a link to a place, a quotation with its citation.

use super::session::Session;
use super::spawn;
use crate::browser::address;
use crate::browser::clipboard::{self, Outcome};
use crate::cite::cite;
use crate::link::{self, Place};
use crate::ui::Notice;

/// Passes a link to a place on, and tells what happened.
pub fn link(session: &Session, place: Option<Place>) {
    let Some(place) = place else { return };
    let link = address::link_to(&link::write(&place));
    let session = session.clone();
    spawn(Box::pin(async move {
        let told = match clipboard::share(&session.article.headline, &link).await {
            Outcome::Shared => Notice::Shared,
            Outcome::Copied => Notice::LinkCopied,
            Outcome::Cancelled => return,
            Outcome::Refused => Notice::NotCopied(link),
        };
        session.tell(Some(told));
    }));
}

/// Copies a quotation with its citation, and tells what happened.
pub fn citation(session: &Session, n: usize) {
    let Some(place) = session.quote_place(n) else { return };
    let link = address::link_to(&link::write(&place));
    let article = session.now().article.clone();
    let Some(quote) = article.quotes.as_ref().and_then(|quotes| quotes.get(n)) else { return };
    let cited = cite(&article, quote, &link);
    let session = session.clone();
    spawn(Box::pin(async move {
        let told = match clipboard::copy(&cited.plain, &cited.html).await {
            Outcome::Copied | Outcome::Shared => Notice::Copied,
            Outcome::Cancelled | Outcome::Refused => Notice::NotCopied(cited.plain),
        };
        session.tell(Some(told));
    }));
}
