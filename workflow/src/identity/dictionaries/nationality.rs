//! 国籍 (GB/T 2659): the states by their three letters.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::identity::writing::read_number;

/// A state by its three letters (ISO 3166-1 alpha-3), read into capitals.
#[derive(
    Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct Nationality(#[serde(deserialize_with = "read_number")] pub String);

/// The names of each state in Chinese and English, by its letters.
static NAMES: LazyLock<BTreeMap<&'static str, (&'static str, &'static str)>> =
    LazyLock::new(|| {
        let lines = include_str!("nationalities.tsv").lines();
        let named = lines.filter(|line| !line.starts_with('#')).filter_map(|line| {
            let (code, names) = line.split_once('\t')?;
            Some((code, names.split_once('\t')?))
        });
        named.collect()
    });

impl Nationality {
    /// The state's name in Chinese, where there is such a state.
    pub fn printed(&self) -> Option<&'static str> {
        NAMES.get(self.0.as_str()).map(|(zh, _)| *zh)
    }

    /// Whether it is a state other than China.
    pub fn is_foreign(&self) -> bool {
        self.printed().is_some() && self.0 != "CHN"
    }
}

/// Every state: its code with its names in Chinese and English, in the order of the codes.
pub fn states() -> impl Iterator<Item = (&'static str, (&'static str, &'static str))> {
    NAMES.iter().map(|(code, names)| (*code, *names))
}
