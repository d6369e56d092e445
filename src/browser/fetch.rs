//! Fetching an article's file.

use crate::article::MAX_BYTES;
use gloo_net::http::Request;
use web_sys::AbortSignal;

/// Why a file could not be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// The server answered with this status.
    Status(u16),
    /// The server answered with a page instead of data.
    Page,
    /// Nothing answered, or the answer broke off.
    NoAnswer,
    /// The answer is larger than an article may be: its length where the server tells it.
    TooLarge(usize),
}

/// How long a server may take: long enough for a slow telephone line, short enough that a reader still waits.
const PATIENCE_MS: u32 = 20_000;

/// The bytes at an address of this site.
pub async fn bytes(url: &str) -> Result<Vec<u8>, FetchError> {
    let signal = AbortSignal::timeout_with_u32(PATIENCE_MS);
    let request = Request::get(url).abort_signal(Some(&signal));
    let answer = request.send().await.map_err(|_| FetchError::NoAnswer)?;
    if !answer.ok() {
        return Err(FetchError::Status(answer.status()));
    }
    let header = |name: &str| answer.headers().get(name).unwrap_or_default();
    if header("content-type").starts_with("text/html") {
        return Err(FetchError::Page);
    }
    if let Some(length) = header("content-length").parse::<usize>().ok().filter(|length| *length > MAX_BYTES) {
        return Err(FetchError::TooLarge(length));
    }
    answer.binary().await.map_err(|_| FetchError::NoAnswer)
}
