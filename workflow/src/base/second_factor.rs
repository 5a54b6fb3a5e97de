//! When an office asks for a second factor, as it decides itself.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What the office demands of those who sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SecondFactor {
    /// Whether leaders, administrators and auditors work with a second factor only, and nobody approves,
    /// registers, revokes or changes accounts without one. Where nothing is said: yes in a real office, no
    /// in a practice office, whose people sign in by role.
    pub demanded: Option<bool>,
    /// For how many minutes a factor that was shown is good for such acts. 1 to 30, default 5.
    pub fresh_minutes: u32,
}

impl Default for SecondFactor {
    fn default() -> Self {
        SecondFactor { demanded: None, fresh_minutes: 5 }
    }
}
