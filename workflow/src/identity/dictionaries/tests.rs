//! What every dictionary has in common, and that stored words are read.

use std::collections::BTreeSet;

use super::*;

#[test]
fn no_word_and_no_code_stands_twice() {
    for dictionary in all() {
        let words: BTreeSet<&str> =
            dictionary.entries.iter().map(|entry| entry.word.as_str()).collect();
        assert_eq!(words.len(), dictionary.entries.len(), "{}", dictionary.name);
        assert!(!words.contains(""), "{}", dictionary.name);
        let codes: Vec<&str> = dictionary.entries.iter().filter_map(|entry| entry.code).collect();
        let different: BTreeSet<&&str> = codes.iter().collect();
        assert_eq!(different.len(), codes.len(), "{}", dictionary.name);
        let coded = if dictionary.standard.is_some() { dictionary.entries.len() } else { 0 };
        assert_eq!(codes.len(), coded, "{}", dictionary.name);
    }
}

#[test]
fn the_standards_are_whole() {
    let numbers: Vec<String> = (1..=56).map(|number| format!("{number:02}")).collect();
    let codes: Vec<&str> = EthnicGroup::ALL.iter().map(|group| group.code()).collect();
    let (peoples, others) = codes.split_at(56);
    assert_eq!(peoples, numbers);
    assert_eq!(others, ["97", "98"]);
    assert!(all().iter().any(|dictionary| dictionary.entries.len() == 197), "197 states");
}

#[test]
fn json_writes_the_printed_word() {
    for group in EthnicGroup::ALL {
        let json = serde_json::to_value(group).expect("a word");
        assert_eq!(json, group.printed());
        assert_eq!(serde_json::from_value::<EthnicGroup>(json).ok(), Some(*group));
    }
    for education in Education::ALL {
        let json = serde_json::json!(education.printed());
        assert_eq!(serde_json::from_value::<Education>(json).ok(), Some(*education));
    }
    assert!(serde_json::from_value::<EthnicGroup>(serde_json::json!("汉")).is_err());
}

#[test]
fn a_state_is_called_by_its_name() {
    assert_eq!(Nationality("FRA".into()).printed(), Some("法国"));
    assert!(!Nationality("CHN".into()).is_foreign());
    assert_eq!(Nationality("HKG".into()).printed(), None, "no state");
}
