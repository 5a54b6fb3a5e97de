//! Which article waives which condition (SEQ-15). An exemption is applied only by its own article.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::ChildKind;

/// A condition that does not apply, with the article that says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Exemption {
    /// The condition waived, such as `CC-1098.1`.
    pub condition: &'static str,
    /// The article that waives it, such as `CC-1100.2`.
    pub by: &'static str,
    /// The article in Chinese.
    pub citation: &'static str,
}

/// The exemptions of a kind of child.
pub fn exemptions(kind: ChildKind) -> &'static [Exemption] {
    match kind {
        ChildKind::InstitutionFoundling => &[
            Exemption {
                condition: "CC-1098.1",
                by: "CC-1100.2",
                citation: "《民法典》第一千一百条第二款",
            },
            Exemption {
                condition: "CC-1100.1",
                by: "CC-1100.2",
                citation: "《民法典》第一千一百条第二款",
            },
        ],
    }
}

/// Whether a condition is waived for a kind of child.
pub fn is_exempt(kind: ChildKind, condition: &str) -> bool {
    exemptions(kind).iter().any(|exemption| exemption.condition == condition)
}
