//! How it is found out what the case waits for.

use crate::base::stage::Stage;
use crate::case::{Case, ClaimOutcome, EndedBy, Ending, PaperKind, Party, Slot, Standing};
use crate::facts::Facts;
use crate::law::kinds::{is_assessed, parents_are_unknown};
use crate::law::notice::NOTICE_DAYS;
use crate::law::time::periods::has_run;

use super::asked;
use super::say::is_family;
use super::situation::Situation;

/// What the case waits for on this day.
pub fn of(case: &Case, facts: &Facts) -> Situation {
    if case.stage.is_before_registration() {
        if case.open_claim().is_some() || case.open_incident().is_some() {
            return Situation::Halted;
        }
        if case.died.is_some() || claim_is_good(case) {
            return Situation::CannotGoOn;
        }
    }
    match case.aftermath.standing {
        Standing::Stands => {}
        Standing::EndedElsewhere { by: EndedBy::CourtVoid, .. } => return Situation::Void,
        Standing::Dissolved { .. } | Standing::EndedElsewhere { .. } => {
            return Situation::Dissolved;
        }
        Standing::Revoked { .. } => return Situation::Revoked,
    }
    match case.stage {
        Stage::Applied if asked::papers_wanted(case) => Situation::PapersWanted,
        Stage::Applied => Situation::PapersChecked,
        Stage::Accepted => in_review(case, facts),
        Stage::Proposed => Situation::Proposed,
        Stage::Approved => Situation::ComeToRegister,
        Stage::Registered => Situation::ComeForCertificate,
        Stage::Issued | Stage::Archived => visits(case),
        Stage::Closed => Situation::Closed,
        Stage::NotAccepted => Situation::NotAccepted,
        Stage::Refused => Situation::Refused,
        Stage::Withdrawn => withdrawn(case),
    }
}

fn claim_is_good(case: &Case) -> bool {
    let mut settlements = case.claims.iter().filter_map(|claim| claim.settlement.as_ref());
    settlements.any(|settlement| settlement.outcome == ClaimOutcome::Founded)
}

/// The acts of the review go on beside one another. What the family can do is told first; then what
/// others are doing; waiting comes last.
fn in_review(case: &Case, facts: &Facts) -> Situation {
    if asked::papers_wanted(case) {
        return Situation::PapersWanted;
    }
    let assessment = is_assessed(case.kind).then(|| assessment(case)).flatten();
    if let Some(assessment) = assessment {
        return assessment;
    }
    if asked::hearing_wanted(case) {
        return Situation::HearingWanted;
    }
    if parents_are_unknown(case.kind) {
        match &case.notice {
            None => return Situation::NoticeComing,
            Some(_) if !notice_has_run(case, facts) => return Situation::NoticeRuns,
            Some(_) => {}
        }
    }
    Situation::LastReview
}

/// Where the assessment stands; nothing once its signed report is filed.
fn assessment(case: &Case) -> Option<Situation> {
    let assessment = &case.assessment;
    if case.report_is_filed() {
        return None;
    }
    Some(if assessment.notified_on.is_none() {
        Situation::AssessmentComing
    } else if assessment.consents.len() < case.adopters.len() {
        Situation::AssessmentConsentWanted
    } else if assessment.assessors.is_empty() {
        Situation::AssessorsComing
    } else if assessment.integration.is_some_and(|integration| integration.ended_on.is_none()) {
        Situation::Integration
    } else {
        Situation::Assessing
    })
}

fn visits(case: &Case) -> Situation {
    let to_come = case.visits.iter().any(|visit| visit.made.is_none());
    if to_come { Situation::Visits } else { Situation::Closed }
}

fn withdrawn(case: &Case) -> Situation {
    match &case.ending {
        Some(Ending::Withdrawn { party, .. }) if is_family(*party) => Situation::WithdrawnByFamily,
        _ => Situation::Withdrawn,
    }
}

/// Whether the full days of the notice have run.
pub fn notice_has_run(case: &Case, facts: &Facts) -> bool {
    case.notice.as_ref().is_some_and(|notice| {
        facts.today > notice.last_day
            && has_run(notice.published_on, NOTICE_DAYS, &facts.calendar, facts.today)
    })
}

/// Whether what this adopter does in the hearing is done and signed.
pub fn is_heard(case: &Case, party: Party) -> bool {
    [PaperKind::InquiryRecord, PaperKind::ConsentForm, PaperKind::GuidanceRecord]
        .into_iter()
        .all(|paper| case.is_filled(Slot::of(paper, party)))
}
