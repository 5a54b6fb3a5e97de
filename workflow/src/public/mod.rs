//! What the public and the families read: the check of stated facts before there is a case with its
//! questions, the guide to each kind of adoption, the page of answers, and the words of the interface.

pub mod dictionaries;
pub mod eligibility;
pub mod family;
pub mod guide;
pub mod notice;
pub mod questions;
