//! What the public and the families read: the check of stated facts before there is a case, and the page
//! of answers.

pub mod eligibility;
pub mod family;
