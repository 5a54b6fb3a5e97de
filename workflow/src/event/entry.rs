//! An event as the log keeps it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Event;
use crate::case::Actor;

/// An event with its legal day and the person who acted: the body of a row of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The legal day (Asia/Shanghai) of the act.
    pub on: NaiveDate,
    /// Who acted.
    pub by: Actor,
    /// What happened.
    pub event: Event,
}
