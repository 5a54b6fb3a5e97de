//! 字典: every list of words of the interface in both languages, so that no client has a list of its own.
//! Those of the application's form are written where their types are, and the acts where they are listed; the others
//! stand in `words.tsv`.

mod printed;
#[cfg(test)]
mod tests;

use crate::base::act::Act;
use crate::identity::dictionaries::{self as forms, Dictionary, Entry};

/// A line: the dictionary, its word, and what it is called in Chinese and in English.
type Line = [&'static str; 4];

fn lines() -> impl Iterator<Item = Line> {
    let lines = include_str!("words.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split('\t').collect::<Vec<_>>().try_into().ok())
}

/// The dictionary of the acts.
const ACTS: &str = "act";

fn acts() -> Vec<Entry> {
    let named = |act: Act| Entry {
        code: None,
        word: act.word().to_owned(),
        printed: act.printed(),
        english: act.english().to_owned(),
    };
    Act::ALL.map(named).to_vec()
}

/// Every dictionary, those of the application's form first.
pub fn all() -> Vec<Dictionary> {
    let mut dictionaries = forms::all();
    for [name, word, printed, english] in lines() {
        if word.is_empty() {
            dictionaries.push(Dictionary {
                name,
                printed,
                english,
                standard: None,
                entries: if name == ACTS { acts() } else { Vec::new() },
            });
        } else if let Some(dictionary) = dictionaries.last_mut() {
            dictionary.entries.push(Entry {
                code: None,
                word: word.to_owned(),
                printed: printed::by_the_program(name, word).unwrap_or(printed),
                english: english.to_owned(),
            });
        }
    }
    dictionaries
}
