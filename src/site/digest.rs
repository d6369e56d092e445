//! SHA-256, as addresses, policies and integrity metadata write it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// Hexadecimal digits of a digest in the name of a file, and in a version: 64 bits, more than any site has
/// files or versions to tell apart.
const SHORT: usize = 16;

/// The beginning of the digest in hexadecimal digits, for names.
pub fn short(bytes: &[u8]) -> String {
    let mut hex = format!("{:x}", Sha256::digest(bytes));
    hex.truncate(SHORT);
    hex
}

/// `sha256-…` in base 64: what `integrity` and a content-security policy take.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}
