//! Every word has both names once, and none of what can happen is without a name.

use std::collections::BTreeSet;

use super::printed::by_the_program;
use super::*;
use crate::event::EventKind;

fn is_chinese(text: &str) -> bool {
    text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter))
}

#[test]
fn every_line_is_read() {
    let written = include_str!("words.tsv").lines().filter(|line| !line.starts_with('#'));
    assert_eq!(lines().count(), written.count());
}

#[test]
fn every_word_has_both_names() {
    let mut names = BTreeSet::new();
    for dictionary in all() {
        assert!(names.insert(dictionary.name), "{} stands twice", dictionary.name);
        assert!(!dictionary.entries.is_empty(), "{} has no words", dictionary.name);
        let own = (dictionary.printed, dictionary.english.to_owned());
        let words = dictionary.entries.iter().map(|entry| (entry.printed, entry.english.clone()));
        for (printed, english) in words.chain([own]) {
            let place = format!("{}: {printed} / {english}", dictionary.name);
            assert!(is_chinese(printed) && !english.is_empty(), "{place}");
            assert!(!is_chinese(&english), "{place}");
        }
        let words: BTreeSet<&str> =
            dictionary.entries.iter().map(|entry| entry.word.as_str()).collect();
        assert_eq!(words.len(), dictionary.entries.len(), "a word of {} twice", dictionary.name);
    }
}

#[test]
fn what_the_program_prints_is_written_once() {
    for [name, word, printed, _] in lines() {
        if by_the_program(name, word).is_some() {
            assert_eq!(printed, "", "{name} {word} is printed by the program");
        }
    }
}

#[test]
fn everything_that_can_happen_has_a_name() {
    let dictionaries = all();
    let events = dictionaries.iter().find(|one| one.name == "event_kind").expect("events");
    let named: BTreeSet<&str> = events.entries.iter().map(|entry| entry.word.as_str()).collect();
    let unnamed: Vec<_> = EventKind::words().filter(|kind| !named.contains(kind)).collect();
    assert!(unnamed.is_empty(), "words.tsv has no event_kind {unnamed:?}");
}
