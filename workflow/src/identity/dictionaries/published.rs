//! The dictionaries as a form needs them: code, word, printed name, and the name in English.

use std::fmt::Debug;

use schemars::JsonSchema;
use serde::Serialize;

use super::nationality::states;
use super::{ChildHealth, Education, EthnicGroup, MaritalStatus};
use crate::base::words::word;
use crate::identity::Sex;
use crate::identity::documents::DocumentType;

/// One dictionary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Dictionary {
    /// Its name, such as `ethnic_group`: that of the enum in the description of the interface.
    pub name: &'static str,
    /// What it is called on forms, such as 民族.
    pub printed: &'static str,
    /// What it is called in English.
    pub english: &'static str,
    /// The standard its codes are of, where it has one.
    pub standard: Option<&'static str>,
    /// Its words, in the order in which forms list them.
    pub entries: Vec<Entry>,
}

/// One word of a dictionary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Entry {
    /// The code of the standard, where there is one.
    pub code: Option<&'static str>,
    /// How JSON writes it.
    pub word: String,
    /// How papers print it.
    pub printed: &'static str,
    /// What it is called in English.
    pub english: String,
}

/// Every dictionary of the application's form.
pub fn all() -> Vec<Dictionary> {
    vec![
        Dictionary {
            name: "sex",
            printed: "性别",
            english: "Sex",
            standard: Some("GB/T 2261.1"),
            entries: [(Sex::Male, "1"), (Sex::Female, "2")]
                .map(|(sex, code)| entry(Some(code), &sex, sex.printed()))
                .into(),
        },
        Dictionary {
            name: "ethnic_group",
            printed: "民族",
            english: "Ethnic group",
            standard: Some("GB/T 3304"),
            entries: of(EthnicGroup::ALL, |group| (Some(group.code()), group.printed())),
        },
        Dictionary {
            name: "education",
            printed: "文化程度",
            english: "Education",
            standard: Some("GB/T 4658"),
            entries: of(Education::ALL, |education| (Some(education.code()), education.printed())),
        },
        Dictionary {
            name: "marital_status",
            printed: "婚姻状况",
            english: "Marital status",
            standard: Some("GB/T 2261.2"),
            entries: of(&MaritalStatus::ALL, |status| (Some(status.code()), status.printed())),
        },
        Dictionary {
            name: "child_health",
            printed: "健康状况",
            english: "Health",
            standard: None,
            entries: of(&ChildHealth::ALL, |health| (None, health.printed())),
        },
        Dictionary {
            name: "document_type",
            printed: "证件类型",
            english: "Kind of identity document",
            standard: None,
            entries: of(&DocumentType::ALL, |kind| (None, kind.printed())),
        },
        Dictionary {
            name: "nationality",
            printed: "国籍",
            english: "Nationality",
            standard: Some("GB/T 2659"),
            entries: states()
                .map(|(code, (printed, english))| Entry {
                    code: Some(code),
                    word: code.to_owned(),
                    printed,
                    english: english.to_owned(),
                })
                .collect(),
        },
    ]
}

fn of<T: Copy + Debug + Serialize>(
    words: &[T],
    names: impl Fn(T) -> (Option<&'static str>, &'static str),
) -> Vec<Entry> {
    let entries = words.iter().map(|word| {
        let (code, printed) = names(*word);
        entry(code, word, printed)
    });
    entries.collect()
}

fn entry(
    code: Option<&'static str>,
    value: &(impl Debug + Serialize),
    printed: &'static str,
) -> Entry {
    Entry { code, word: word(value), printed, english: spoken(value) }
}

/// The name of a variant as English says it: `OldResidentCard` is “Old resident card”.
fn spoken(value: &impl Debug) -> String {
    let mut said = String::new();
    for letter in format!("{value:?}").chars() {
        if letter.is_ascii_uppercase() && !said.is_empty() {
            said.push(' ');
            said.push(letter.to_ascii_lowercase());
        } else {
            said.push(letter);
        }
    }
    said
}
