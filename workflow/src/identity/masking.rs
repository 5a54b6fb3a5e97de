//! Names as lists show them: enough to recognise a case one knows, not enough to learn a family.

/// The first character of a name, and a star for each of the others: 周** for 周致远.
pub fn masked_name(name: &str) -> String {
    let mut characters = name.chars();
    let first = characters.next().map(String::from).unwrap_or_default();
    characters.fold(first, |masked, _| masked + "*")
}

/// A number with all covered but its first character and its last two; a short one covered whole.
pub fn masked_number(number: &str) -> String {
    let length = number.chars().count();
    let covered = |place: usize| length < 6 || (1..length - 2).contains(&place);
    let shown = number.chars().enumerate();
    shown.map(|(place, character)| if covered(place) { '*' } else { character }).collect()
}

#[cfg(test)]
mod tests {
    use super::masked_name;

    #[test]
    fn only_the_first_character_is_shown() {
        assert_eq!(masked_name("周致远"), "周**");
        assert_eq!(masked_name("李"), "李");
        assert_eq!(masked_name(""), "");
    }
}
