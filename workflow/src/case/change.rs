//! 情况变更: what may become different after the application.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::people::{Child, Party};
use super::placer::SupportDutyPerson;
use crate::identity::dictionaries::MaritalStatus;

/// What changed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "what", rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// A party died.
    Died {
        /// Which.
        party: Party,
    },
    /// The adopters' marital status is another.
    MaritalStatus {
        /// The status of every adopter now.
        status: MaritalStatus,
    },
    /// An adopter has another number of children.
    Children {
        /// Which adopter.
        party: Party,
        /// How many now.
        children: u8,
    },
    /// An adopter moved.
    Moved {
        /// Which adopter.
        party: Party,
        /// 常住户口所在地
        household_address: String,
        /// 现住址
        residence: String,
    },
    /// A new unlawful or criminal record of an adopter became known.
    NewRecord {
        /// Which adopter.
        party: Party,
    },
    /// Those who owe an orphan support are others than stated: one died, or one was found.
    SupportDuty {
        /// Everybody who owes it now.
        persons: Vec<SupportDutyPerson>,
    },
    /// The child's data are other than stated: a new notice is needed.
    Child {
        /// The data as they are.
        child: Box<Child>,
    },
}
