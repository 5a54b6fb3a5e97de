//! What a person is told, in the two languages the service answers in.

use schemars::JsonSchema;
use serde::Serialize;

/// A message in the two languages the service answers in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Message {
    /// 中文
    pub zh: String,
    /// English
    pub en: String,
}

impl Message {
    /// Puts the two wordings together.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Message {
        Message { zh: zh.into(), en: en.into() }
    }
}
