//! How long a text is at most, what every text keeps to, and how the path of a field is written.

/// Longest text of one line.
pub const LINE: usize = 200;

/// Longest text of several lines.
pub const PAGE: usize = 4000;

/// Whether a text has content, is not too long, and has no white space at its ends.
pub fn is_written_well(text: &str, longest: usize) -> bool {
    (1..=longest).contains(&text.chars().count()) && text.trim() == text
}

/// The path of a field, such as `adopters[0].resident_id`, as a JSON pointer (RFC 6901):
/// `/adopters/0/resident_id`. The empty path is the whole, and so is its pointer.
pub fn pointer(path: &str) -> String {
    if path.is_empty() || path.starts_with('/') {
        return path.to_owned();
    }
    let steps = path.split(['.', '[']).map(|step| step.strip_suffix(']').unwrap_or(step));
    let steps = steps.filter(|step| !step.is_empty());
    steps.map(|step| format!("/{}", step.replace('~', "~0").replace('/', "~1"))).collect()
}

#[cfg(test)]
mod tests {
    use super::pointer;

    #[test]
    fn a_path_is_written_as_a_pointer_and_a_pointer_stays_one() {
        for (path, written) in [
            ("", ""),
            ("reason", "/reason"),
            ("adopters[0].resident_id", "/adopters/0/resident_id"),
            ("[2]", "/2"),
            ("list[1][0].b", "/list/1/0/b"),
            ("papers.identity_card.adopter_1", "/papers/identity_card/adopter_1"),
            ("/text", "/text"),
        ] {
            assert_eq!(pointer(path), written);
        }
    }
}
