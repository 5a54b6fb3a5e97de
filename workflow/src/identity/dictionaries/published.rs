//! The dictionaries as a form needs them: code, word, printed name.

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
    /// Its name, such as `ethnic_group`.
    pub name: &'static str,
    /// What it is called on forms, such as 民族.
    pub printed: &'static str,
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
}

/// Every dictionary of the application's form.
pub fn all() -> Vec<Dictionary> {
    vec![
        Dictionary {
            name: "sex",
            printed: "性别",
            standard: Some("GB/T 2261.1"),
            entries: [(Sex::Male, "1"), (Sex::Female, "2")]
                .map(|(sex, code)| entry(Some(code), &sex, sex.printed()))
                .into(),
        },
        Dictionary {
            name: "ethnic_group",
            printed: "民族",
            standard: Some("GB/T 3304"),
            entries: of(EthnicGroup::ALL, |group| (Some(group.code()), group.printed())),
        },
        Dictionary {
            name: "education",
            printed: "文化程度",
            standard: Some("GB/T 4658"),
            entries: of(Education::ALL, |education| (Some(education.code()), education.printed())),
        },
        Dictionary {
            name: "marital_status",
            printed: "婚姻状况",
            standard: Some("GB/T 2261.2"),
            entries: of(&MaritalStatus::ALL, |status| (Some(status.code()), status.printed())),
        },
        Dictionary {
            name: "child_health",
            printed: "健康状况",
            standard: None,
            entries: of(&ChildHealth::ALL, |health| (None, health.printed())),
        },
        Dictionary {
            name: "document_type",
            printed: "证件类型",
            standard: None,
            entries: of(&DocumentType::ALL, |kind| (None, kind.printed())),
        },
        Dictionary {
            name: "nationality",
            printed: "国籍",
            standard: Some("GB/T 2659"),
            entries: states()
                .map(|(code, name)| Entry {
                    code: Some(code),
                    word: code.to_owned(),
                    printed: name,
                })
                .collect(),
        },
    ]
}

fn of<T: Copy + Serialize>(
    words: &[T],
    names: impl Fn(T) -> (Option<&'static str>, &'static str),
) -> Vec<Entry> {
    let entries = words.iter().map(|word| {
        let (code, printed) = names(*word);
        entry(code, word, printed)
    });
    entries.collect()
}

fn entry(code: Option<&'static str>, value: &impl Serialize, printed: &'static str) -> Entry {
    Entry { code, word: word(value), printed }
}
