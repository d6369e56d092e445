//! The time, and chance.

use super::window;

/// Milliseconds since 1970-01-01.
pub fn now() -> u64 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // A time of our days.
    let now = js_sys::Date::now().max(0.0) as u64;
    now
}

/// Milliseconds since the page opened.
pub fn elapsed() -> f64 {
    window().and_then(|window| window.performance()).map_or_else(js_sys::Date::now, |performance| performance.now())
}

/// A name that nobody else has: 12 letters and digits.
pub fn random_name() -> String {
    const DIGITS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0 to 31.
    let place = || (js_sys::Math::random() * 32.0) as usize;
    (0..12).filter_map(|_| DIGITS.get(place()).map(|digit| char::from(*digit))).collect()
}
