//! 回访: which visits follow an adoption, by profile, and what each needs.
//!
//! No national rule sets a schedule; the profiles are office configuration.

use chrono::NaiveDate;

use super::child::ADULT_AGE;
use super::documents_required::missing;
use super::kinds::{PlacedBy, placed_by};
use super::time::periods::months_after;
use crate::base::office_rules::OfficeRules;
use crate::base::rule::{Violation, rules};
use crate::case::decision::{Concern, HarmReport};
use crate::case::{Case, ChildKind, PaperKind, Slot};
use crate::identity::dictionaries::ChildHealth;

rules! {
    /// Visits are made one after another.
    VISITS_IN_ORDER = "FU-01", Some("SEQ-11"),
        "收养后回访（登记机关设定的回访计划）", "follow-up visits (office schedule)", Derived,
        "回访须按计划依次进行", "follow-up visits are made in the order of the schedule";
    /// Two visitors.
    TWO_VISITORS = "FU-02", Some("SEQ-11"),
        "收养后回访（登记机关设定的回访计划）", "follow-up visits (office schedule)", Derived,
        "回访须由两人进行", "a follow-up visit is made by two persons";
    /// The record of a visit is signed.
    VISIT_RECORDED = "FU-03", Some("SEQ-11"),
        "收养后回访（登记机关设定的回访计划）", "follow-up visits (office schedule)", Derived,
        "上一次回访的记录须签名存卷", "the record of the visit before must be signed and filed";
    /// Harm is reported at once.
    HARM_REPORTED = "PM-11", Some("SEQ-11"),
        "《未成年人保护法》第十一条第二款", "Minors Protection Law art. 11(2)", Verified,
        "发现未成年人受到侵害或者疑似受到侵害，须立即报告并记录时间、受理单位和编号",
        "harm found must be reported at once, with time, recipient and number";
}

/// Which schedule of visits a case has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FollowUpProfile {
    /// The general schedule.
    General,
    /// A disabled child of an institution.
    DisabledOrphan,
    /// A child of kin or of the spouse.
    KinOrStepchild,
}

/// The schedule of a case.
pub fn profile(case: &Case) -> FollowUpProfile {
    let of_institution = placed_by(case.kind) == PlacedBy::Institution;
    if case.kind == ChildKind::Stepchild || case.kinship.is_some() {
        FollowUpProfile::KinOrStepchild
    } else if of_institution && case.child.health == ChildHealth::Disabled {
        FollowUpProfile::DisabledOrphan
    } else {
        FollowUpProfile::General
    }
}

/// The days visits are due after a registration on this day. Visits end when the child is an adult.
pub fn visits_due(case: &Case, registered_on: NaiveDate, rules: &OfficeRules) -> Vec<NaiveDate> {
    let months = match profile(case) {
        FollowUpProfile::General => &rules.follow_up_months,
        FollowUpProfile::DisabledOrphan => &rules.follow_up_months_disabled_orphan,
        FollowUpProfile::KinOrStepchild => &rules.follow_up_months_kin_or_stepchild,
    };
    let adult_on = months_after(case.child.birth_date, ADULT_AGE * 12);
    let due = months.iter().map(|months| months_after(registered_on, *months));
    due.filter(|due_on| *due_on < adult_on).collect()
}

/// The visits made so far are each shown by a signed record.
pub fn visits_are_recorded(case: &Case) -> Option<Violation> {
    let made = case.visits.iter().filter(|visit| visit.made.is_some()).count();
    (case.verified_papers(PaperKind::FollowUpRecord) < made)
        .then(|| missing(&VISIT_RECORDED, Slot::of_case(PaperKind::FollowUpRecord)))
}

/// A red visit needs the report of harm before it can be closed.
pub fn harm_is_reported(concern: Concern, report: Option<&HarmReport>) -> Option<Violation> {
    (concern == Concern::Red && report.is_none()).then(|| HARM_REPORTED.broken().at("harm_report"))
}
