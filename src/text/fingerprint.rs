//! Fingerprints of texts, for names that are made of words.

/// FNV-1a, 64 bits (Fowler, Noll, Vo), of some texts in order, as 16 hexadecimal digits: the same everywhere and for
/// ever, as the library's hashers are not.
pub fn fingerprint(parts: &[&str]) -> String {
    let mut hash: u64 = 0xCBF2_9CE4_8422_2325;
    // The zero behind each part keeps two parts from being one.
    for byte in parts.iter().flat_map(|part| part.bytes().chain([0])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
    }
    let digit = |place: u32| char::from_digit(u32::try_from(hash >> (60 - 4 * place) & 15).unwrap_or(0), 16);
    (0..16).filter_map(digit).collect()
}
