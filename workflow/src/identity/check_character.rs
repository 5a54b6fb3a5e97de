//! The check character of an identity number (GB 11643, ISO 7064 MOD 11-2).

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS: [u8; 11] = *b"10X98765432";

/// The check character for seventeen digits, or nothing when there are not seventeen.
pub(super) fn check_character(digits: &[u8]) -> Option<u8> {
    if digits.len() != WEIGHTS.len() {
        return None;
    }
    let sum: u32 = digits
        .iter()
        .zip(WEIGHTS)
        .map(|(digit, weight)| u32::from(digit.wrapping_sub(b'0')) * weight)
        .sum();
    CHECK_CHARACTERS.get((sum % 11) as usize).copied()
}
