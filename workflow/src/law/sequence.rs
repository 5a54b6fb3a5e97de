//! The order of work, and which stages an act is possible in.

use crate::base::rule::{Violation, rules};
use crate::base::stage::Stage;
use crate::case::Case;

rules! {
    /// An act is possible only at its place in the order.
    ORDER_OF_WORK = "SPEC-11", Some("SEQ-0"),
        "《收养登记工作规范》（申请、受理、审查、报批、登记、颁证的办理顺序）",
        "Adoption Registration Work Specification (order of work)", SecondHand,
        "此步骤不符合办理顺序", "this act does not follow the order of work";
    /// A party may withdraw until the adoption is registered.
    VOLUNTARY = "CC-1104.voluntary", Some("SEQ-13"),
        "《民法典》第一千一百零四条", "Civil Code art. 1104", Derived,
        "收养登记前，当事人可以撤回申请", "a party may withdraw until the adoption is registered";
}

/// Refuses an act outside its stages, naming where the case stands.
pub fn must_be_in(case: &Case, stages: &[Stage]) -> Vec<Violation> {
    if stages.contains(&case.stage) {
        return Vec::new();
    }
    let here = stage_words(case.stage);
    vec![ORDER_OF_WORK.broken_because(
        format!("本件现处于“{}”阶段", here.0),
        format!("the case is at the stage \"{}\"", here.1),
    )]
}

/// The stage's name in Chinese and English.
pub fn stage_words(stage: Stage) -> (&'static str, &'static str) {
    match stage {
        Stage::Applied => ("申请", "application"),
        Stage::Accepted => ("审查", "review"),
        Stage::Proposed => ("报批", "waiting for approval"),
        Stage::Approved => ("待登记", "approved, to be registered"),
        Stage::Registered => ("待颁证", "registered, to be issued"),
        Stage::Issued => ("待归档", "issued, to be archived"),
        Stage::Archived => ("回访", "archived, follow-up"),
        Stage::Closed => ("办结", "closed"),
        Stage::NotAccepted => ("不予受理", "not accepted"),
        Stage::Refused => ("不予登记", "refused"),
        Stage::Withdrawn => ("已撤回", "withdrawn"),
    }
}

/// The stages in which the file is still being put together.
pub const IN_REVIEW: &[Stage] = &[Stage::Accepted, Stage::Proposed, Stage::Approved];

/// The stages in which the adoption is still being decided.
pub const UNTIL_REGISTRATION: &[Stage] =
    &[Stage::Applied, Stage::Accepted, Stage::Proposed, Stage::Approved];
