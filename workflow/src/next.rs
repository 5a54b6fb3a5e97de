//! What happens next in a case, why, and for whom it waits: the line of a worklist.
//!
//! It follows from the case alone, so that it can be kept beside it: what the acts of the stage still lack is
//! asked of the gates themselves, on the day of the newest event. Where only days are lacking, the first day
//! after them is told, and whoever reads the list on that day or later is told that it waits no more.

mod words;

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

use crate::base::act::Act;
use crate::base::calendar::Calendar;
use crate::base::office_rules::OfficeRules;
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::base::words::all;
use crate::case::{Case, PaperState, Party, Placer, Procedure};
use crate::decide::gates;
use crate::facts::Facts;
use crate::law::adopter::CHECKS;
use crate::law::archive::{NOTHING_PENDING, ended_before_issue};
use crate::law::documents_required::PAPERS;
use crate::law::jurisdiction::competent_divisions;
use crate::law::later::{TAKEN_BACK, certificate_is_accounted_for};
use crate::law::time::periods::nth_day;
use crate::law::{assessment, assessment_work, hearing, notice, scoring, veto};

pub use words::{title, why};

/// For whom a case waits.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    JsonSchema,
    EnumCount,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum WaitsFor {
    /// The office's own registrars and archivists.
    Us,
    /// The parties: adopters, birth parents, a guardian.
    Family,
    /// The institution that places the child.
    Institution,
    /// The assessors.
    Assessor,
    /// The leader.
    Leader,
    /// Days alone.
    Time,
    /// Nobody: nothing more is to be done.
    Nobody,
}

impl WaitsFor {
    /// Each.
    pub const ALL: [WaitsFor; WaitsFor::COUNT] = all(WaitsFor::VARIANTS);

    /// The word in JSON and in the database.
    pub fn word(self) -> &'static str {
        self.into()
    }
}

/// What happens next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    /// The act, where one act of this case is next.
    pub act: Option<Act>,
    /// Why: a word of [`why`], which may be the name of a rule.
    pub why: &'static str,
    /// For whom the case waits.
    pub waits_for: WaitsFor,
    /// Where it waits for days: the first day on which it does no more.
    pub ready_on: Option<NaiveDate>,
}

impl Next {
    fn of(act: Act, why: &'static str, waits_for: WaitsFor) -> Next {
        Next { act: Some(act), why, waits_for, ready_on: None }
    }

    fn nobody(why: &'static str) -> Next {
        Next { act: None, why, waits_for: WaitsFor::Nobody, ready_on: None }
    }

    /// It is the office's turn from this day on, and nobody's before.
    fn from(act: Act, why: &'static str, ready_on: NaiveDate) -> Next {
        Next { ready_on: Some(ready_on), ..Next::of(act, why, WaitsFor::Time) }
    }
}

/// What happens next in a case.
pub fn next(case: &Case, calendar: &Calendar, rules: &OfficeRules) -> Next {
    let next = by_stage(case, calendar, rules);
    let waits = next.waits_for == WaitsFor::Time;
    let Some(act) = next.act.filter(|act| RESTS_ON_PAPERS.contains(act) && !waits) else {
        return next;
    };
    // What the act rests on comes first.
    let facts = as_the_case_shows(case, calendar, rules);
    let mut papers = gates(case, act, &facts).into_iter().filter(|broken| {
        let is_of_a_slot = broken.field.as_deref().is_some_and(|field| field.starts_with(PAPERS));
        is_of_a_slot || LACKS_A_PAPER.contains(&broken.rule.id)
    });
    match papers.next() {
        None => next,
        Some(broken) if broken.rule.id == NOTHING_PENDING.id => {
            Next::of(Act::VerifyPaper, "papers_to_look_at", WaitsFor::Us)
        }
        Some(broken) => Next::of(Act::FilePaper, broken.rule.id, WaitsFor::Us),
    }
}

/// Acts at the end of something, which rest on papers that are filed before.
const RESTS_ON_PAPERS: [Act; 4] =
    [Act::SettleClaim, Act::CloseIncident, Act::TakeInCertificate, Act::Archive];

/// What says that a paper is lacking without naming its slot.
static LACKS_A_PAPER: [&str; 3] = [NOTHING_PENDING.id, notice::SETTLED_ON_PAPER.id, TAKEN_BACK.id];

/// What happens next as the stage has it.
fn by_stage(case: &Case, calendar: &Calendar, rules: &OfficeRules) -> Next {
    if case.stage.is_before_registration() && case.procedure == Procedure::Formation {
        if case.open_claim().is_some() {
            return Next::of(Act::SettleClaim, "claim_open", WaitsFor::Leader);
        }
        if case.open_incident().is_some() {
            return Next::of(Act::CloseIncident, "incident_open", WaitsFor::Leader);
        }
    }
    match case.stage {
        Stage::Applied | Stage::Accepted => in_review(case, calendar, rules),
        Stage::Proposed if case.procedure == Procedure::Revocation => {
            Next::of(Act::DecideRevocation, "decision_waits", WaitsFor::Leader)
        }
        Stage::Proposed => Next::of(Act::Approve, "decision_waits", WaitsFor::Leader),
        Stage::Approved => concluding(case),
        Stage::Registered | Stage::Issued => to_be_filed(case),
        Stage::Archived => visits(case, rules),
        Stage::Closed => Next::nobody("closed"),
        Stage::NotAccepted | Stage::Refused | Stage::Withdrawn => Next::nobody("ended"),
    }
}

/// The act to which the work of a stage leads.
fn aim(case: &Case) -> Act {
    match (case.stage, case.procedure) {
        (Stage::Applied, Procedure::LateEntry) => Act::ConfirmLateEntry,
        (Stage::Applied, _) => Act::Accept,
        (_, Procedure::Proof) => Act::IssueProof,
        _ => Act::Propose,
    }
}

/// What the aim of the stage still lacks; the aim itself where it lacks nothing.
fn in_review(case: &Case, calendar: &Calendar, rules: &OfficeRules) -> Next {
    if case.papers.iter().any(|paper| paper.state == PaperState::Filed) {
        return Next::of(Act::VerifyPaper, "papers_to_look_at", WaitsFor::Us);
    }
    let aim = aim(case);
    let facts = as_the_case_shows(case, calendar, rules);
    let lacking = gates(case, aim, &facts);
    let steps: Vec<Next> =
        lacking.iter().filter_map(|violation| toward(case, violation, &facts)).collect();
    // What the office can do itself comes first, then what others do; days alone come last.
    let of = |wanted: fn(&Next) -> bool| steps.iter().find(|step| wanted(step)).cloned();
    of(|step| step.waits_for == WaitsFor::Us)
        .or_else(|| of(|step| step.waits_for != WaitsFor::Time))
        .or_else(|| steps.iter().max_by_key(|step| step.ready_on).cloned())
        .unwrap_or_else(|| {
            let by = if aim == Act::ConfirmLateEntry { WaitsFor::Leader } else { WaitsFor::Us };
            Next::of(aim, "nothing_lacks", by)
        })
}

/// The step that makes up for one thing that is lacking.
fn toward(case: &Case, violation: &Violation, facts: &Facts) -> Option<Next> {
    let rule = violation.rule.id;
    let field = violation.field.as_deref().unwrap_or_default();
    let does = |act: Act, by: WaitsFor| Some(Next::of(act, rule, by));
    let after = |act: Act, last: NaiveDate| Some(Next::from(act, rule, day_after(last)));
    if field.starts_with(CHECKS) {
        return does(Act::RecordCheck, WaitsFor::Us);
    }
    if field.starts_with(PAPERS) {
        return does(Act::FilePaper, supplier(case, field));
    }
    let assessed = &case.assessment;
    match rule {
        id if id == notice::PUBLISHED.id => does(Act::PublishNotice, WaitsFor::Us),
        id if id == notice::SIXTY_DAYS.id => after(Act::Propose, case.notice.as_ref()?.last_day),
        id if id == assessment::NOTIFIED.id => does(Act::NotifyAssessment, WaitsFor::Us),
        id if id == assessment::CONSENTED.id => does(Act::ConsentToAssessment, WaitsFor::Family),
        // They are appointed when every applicant has consented.
        id if id == assessment::ASSESSORS.id => {
            let all = assessed.consents.len() >= case.adopters.len();
            all.then(|| Next::of(Act::AppointAssessors, rule, WaitsFor::Us))
        }
        id if id == assessment::VISITED.id => does(Act::VisitForAssessment, WaitsFor::Assessor),
        id if id == assessment::INTEGRATED.id => match assessed.integration {
            // What a signed report rests on is not changed: it is assessed anew.
            _ if assessed.report.as_ref().is_some_and(|report| report.filed_on.is_some()) => {
                Some(Next { act: None, why: rule, waits_for: WaitsFor::Assessor, ready_on: None })
            }
            Some(running) if running.ended_on.is_none() => after(
                Act::EndIntegration,
                nth_day(running.started_on, facts.rules.integration_days),
            ),
            _ => does(Act::StartIntegration, WaitsFor::Assessor),
        },
        id if id == assessment::REPORTED.id => does(Act::SubmitReport, WaitsFor::Assessor),
        id if id == hearing::ASKED.id => does(Act::Inquire, WaitsFor::Family),
        id if id == hearing::CONSENT.id || id == hearing::CHILD_CONSENT.id => {
            does(Act::GiveConsent, WaitsFor::Family)
        }
        id if id == hearing::GUIDED.id => does(Act::Guide, WaitsFor::Family),
        // Of a later procedure the case alone does not show the adoption it is about.
        _ if case.procedure != Procedure::Formation => None,
        _ => Some(Next { act: None, why: rule, waits_for: whose_turn(rule), ready_on: None }),
    }
}

/// Whose turn it is where no one act makes up for what a rule asks: what an assessment lacks is the
/// assessors' work.
fn whose_turn(rule: &str) -> WaitsFor {
    let of_assessors = [assessment_work::RULES, scoring::RULES, veto::RULES];
    let is_theirs = of_assessors.iter().any(|rules| rules.iter().any(|known| known.id == rule));
    if is_theirs { WaitsFor::Assessor } else { WaitsFor::Us }
}

/// Who brings the paper of a slot, which the field names with its party.
fn supplier(case: &Case, field: &str) -> WaitsFor {
    let mut parts = field.split(['.', '/']);
    let parts: BTreeSet<&str> = parts.by_ref().collect();
    let party = Party::ALL.into_iter().find(|party| parts.contains(party.word()));
    let of_the_office =
        ["newspaper_page", "investigation_record", "fraud_evidence", "paper_volume"];
    if of_the_office.iter().any(|paper| parts.contains(paper)) {
        return WaitsFor::Us;
    }
    if parts.contains("assessment_report") {
        return WaitsFor::Assessor;
    }
    match (party, &case.placer) {
        (Some(Party::Placer | Party::Child), Placer::Institution(_)) => WaitsFor::Institution,
        _ => WaitsFor::Family,
    }
}

/// The act that concludes an approved case.
fn concluding(case: &Case) -> Next {
    match case.procedure {
        Procedure::Formation => Next::of(Act::Register, "to_come_and_register", WaitsFor::Family),
        Procedure::Dissolution => {
            Next::of(Act::RegisterDissolution, "to_come_and_register", WaitsFor::Family)
        }
        Procedure::Replacement => Next::of(Act::IssueReplacement, "to_be_issued", WaitsFor::Us),
        Procedure::Proof => Next::of(Act::IssueProof, "to_be_issued", WaitsFor::Us),
        Procedure::Revocation => {
            Next::of(Act::DecideRevocation, "decision_waits", WaitsFor::Leader)
        }
        Procedure::LateEntry => Next::of(Act::ConfirmLateEntry, "decision_waits", WaitsFor::Leader),
    }
}

/// A concluded case up to its volume.
fn to_be_filed(case: &Case) -> Next {
    if case.procedure == Procedure::Revocation {
        let posting = case.later.as_deref().and_then(|later| later.posting.as_ref());
        return match posting {
            None if case.stage == Stage::Registered => {
                Next::of(Act::PostDecision, "to_be_posted", WaitsFor::Us)
            }
            _ if certificate_is_accounted_for(case).is_some() => {
                Next::of(Act::TakeInCertificate, "certificate_to_take_in", WaitsFor::Us)
            }
            Some(posting) => Next::from(Act::Archive, "posting_runs", day_after(posting.last_day)),
            None => Next::of(Act::Archive, "to_be_filed", WaitsFor::Us),
        };
    }
    if case.stage == Stage::Registered && !ended_before_issue(case) {
        return Next::of(Act::IssueCertificate, "to_be_handed_over", WaitsFor::Us);
    }
    Next::of(Act::Archive, "to_be_filed", WaitsFor::Us)
}

/// The visits after an adoption.
fn visits(case: &Case, rules: &OfficeRules) -> Next {
    let next = case.visits.iter().find(|visit| visit.made.is_none());
    let Some(visit) = next.filter(|_| case.aftermath.standing.stands()) else {
        return Next::nobody("closed");
    };
    let window = Days::new(u64::from(rules.follow_up_window_days));
    let ready_on = visit.due_on.checked_sub_days(window).unwrap_or(visit.due_on);
    Next::from(Act::VisitAfterAdoption, "visit_comes", ready_on)
}

fn day_after(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

/// The facts as the case alone shows them, on the day of its newest event: the office is one that is
/// competent, and nothing is known of other cases or of what was printed.
fn as_the_case_shows(case: &Case, calendar: &Calendar, rules: &OfficeRules) -> Facts {
    let competent = competent_divisions(case).first().map(|division| (*division).clone());
    let mut facts =
        Facts::of_a_day(case.last_on, case.officer.clone(), calendar.clone(), rules.clone());
    facts.office.division = competent.unwrap_or_default();
    facts
}
