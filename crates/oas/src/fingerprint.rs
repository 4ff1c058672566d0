/// Returns a hash of strings that is the same on every platform and in every version.
///
/// FNV-1a with 64 bits: a collision merges two fingerprints, with no other effect.
pub(crate) fn hash(parts: &[&str]) -> u64 {
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
