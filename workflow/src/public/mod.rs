//! What the public and the families read: the check of stated facts before there is a case, the page of
//! answers, and the words of the interface.

pub mod dictionaries;
pub mod eligibility;
pub mod family;
