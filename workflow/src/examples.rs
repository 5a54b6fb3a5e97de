//! A body for every act that is sent as JSON, for the description of the interface. Each was taken in a
//! story of the tests (`proof/example_tests.rs` keeps them), so that nobody reads one that is refused
//! for its form.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::base::act::Act;

/// One body of an act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Example {
    /// Which act.
    pub act: Act,
    /// What it is an example of: the kind of child, the change of fact, or the act itself.
    pub name: String,
    /// The body.
    pub body: Value,
}

static EXAMPLES: LazyLock<Vec<Example>> = LazyLock::new(|| {
    // That every line can be read is tested.
    let lines = include_str!("../samples/acts.jsonl").lines();
    lines.filter_map(|line| serde_json::from_str(line).ok()).collect()
});

/// The examples of an act.
pub fn of(act: Act) -> impl Iterator<Item = &'static Example> {
    EXAMPLES.iter().filter(move |example| example.act == act)
}
