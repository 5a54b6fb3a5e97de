//! Who acted.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::ids::UserId;

/// A person as the log names them: the account and the name at the time of the act.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Actor {
    /// The account.
    pub id: UserId,
    /// The name at the time.
    pub name: String,
}
