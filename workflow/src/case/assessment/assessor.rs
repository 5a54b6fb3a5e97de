//! Who assesses.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::ids::UserId;

/// A qualified person appointed to assess, with the statement that no interest ties them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Assessor {
    /// The person's account.
    pub user: UserId,
    /// The name on the report.
    pub name: String,
    /// The qualification: kind and number.
    pub qualification: String,
    /// 无利害关系声明: where the signed statement is kept, or its number.
    pub statement_of_no_interest: String,
}
