//! How long a text is at most, and what every text keeps to.

/// Longest text of one line.
pub const LINE: usize = 200;

/// Longest text of several lines.
pub const PAGE: usize = 4000;

/// Whether a text has content, is not too long, and has no white space at its ends.
pub fn is_written_well(text: &str, longest: usize) -> bool {
    (1..=longest).contains(&text.chars().count()) && text.trim() == text
}
