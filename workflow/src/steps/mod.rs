//! One file for each act, called by the act's word: all that is true of the act stands there.
//!
//! A step is the data of an act. [`Step`] says what the act is called, on which article it rests, who
//! does it and what it takes; [`CaseStep`], [`NumberedStep`] or [`OpeningStep`] says when it is
//! possible and what it decides. `gates` is what the case must show before the act whatever its data;
//! `decide` tests the gates and the data together and answers with events or the whole refusal.

pub mod accept;
pub mod apply;
pub mod appoint_assessors;
pub mod appoint_reviewers;
pub mod approve;
pub mod archive;
pub(crate) mod ask;
pub mod ask_supplement;
pub mod break_off_integration;
pub mod change_fact;
pub mod change_wishes;
pub mod close_incident;
pub mod confirm_late_entry;
pub mod confirm_report;
pub mod consent_to_assessment;
pub mod decide_recusal;
pub mod decide_review;
pub mod decide_revocation;
pub mod decide_veto;
pub mod declare_conflict;
pub mod declare_gift;
pub mod decline_application;
pub mod end_integration;
pub mod file_evidence;
pub mod file_paper;
pub mod give_consent;
pub mod guide;
pub mod inquire;
pub mod issue_certificate;
pub mod issue_proof;
pub mod issue_replacement;
pub mod lend_volume;
pub mod log_integration;
pub mod note_refusal_to_sign;
pub mod notify_assessment;
mod of_acts;
mod open;
pub mod open_dissolution;
pub mod open_late_entry;
pub mod open_proof;
pub mod open_replacement;
pub mod open_revocation;
pub mod plan_assessment;
pub mod post_decision;
pub mod prepare_mandate;
pub mod propose;
pub mod propose_veto;
pub mod publish_notice;
pub mod raise_claim;
pub mod record_adopters_death;
pub mod record_assessment_work;
pub mod record_check;
pub mod record_end;
pub mod record_service;
pub mod refuse;
pub mod register;
pub mod register_dissolution;
pub mod reject_paper;
pub mod replace_officer;
pub mod report_incident;
pub mod request_correction;
pub mod request_recusal;
pub mod request_review;
pub mod return_proposal;
pub mod return_volume;
pub mod save_sheet;
pub mod send_sheet;
pub mod settle_claim;
pub mod settle_difference;
pub mod start_integration;
pub mod submit_report;
pub mod take_in_certificate;
pub mod tell_result;
pub mod verify_paper;
pub mod visit_after_adoption;
pub mod visit_for_assessment;
pub mod withdraw;
pub mod withdraw_consent;
mod writing;

use crate::access::Role;
use crate::base::ids::CaseId;
use crate::base::inputs::Input;
use crate::base::message::Message;
use crate::base::rule::{Refusal, Violation};
use crate::case::{Adopter, Case, Child, Placer, Procedure};
use crate::event::Event;
use crate::facts::{Facts, Lookup};
use crate::law::numbers::{BlankKey, Series};

/// The answer of a decision.
pub type Decision = Result<Vec<Event>, Refusal>;

/// The persons an application names, who are looked for in other cases (SEQ-16).
#[derive(Debug, Clone)]
pub struct Applicants<'a> {
    /// 收养人
    pub adopters: &'a [Adopter],
    /// 被收养人
    pub child: &'a Child,
    /// 送养人, where the application says so in one way.
    pub placer: Option<Placer>,
}

/// What is true of an act. A plain act says its title, its article and its roles; the others are for
/// acts that take more.
pub trait Step {
    /// The act in the words of the field.
    const TITLE: &'static str;
    /// The article the act rests on, as the demonstration and the guides print it.
    const ARTICLE: &'static str;
    /// The roles that do it. Nobody else does, an administrator included.
    const ROLES: &'static [Role];
    /// Whether the rule of one adoption for one child is settled here, so that the rows of its
    /// persons must be locked (SEQ-16).
    const CROSSES_CASES: bool = false;
    /// Whether other cases of its persons are looked up for it.
    const LOOKS_AT_OTHER_CASES: bool = Self::CROSSES_CASES;
    /// Whether the documents that were made are looked up for it.
    const LOOKS_AT_DOCUMENTS: bool = false;
    /// Whether it puts the whole file on paper, so that characters no font has are looked for in all
    /// of the case and not in the data alone.
    const PRINTS_THE_WHOLE_CASE: bool = false;
    /// Whether the gifts that touch the case are looked up for it (SEQ-14).
    const LOOKS_AT_GIFTS: bool = false;
    /// Whether the access log keeps to itself which rules refused it.
    const REFUSAL_IS_CONFIDENTIAL: bool = false;
    /// Whether no other act takes it back: it ends a case or a part of it, makes a legal relation or its paper,
    /// or is told to people outside. Whoever does it looks it over first.
    const IS_FINAL: bool = false;
    /// Whether who does it shows a second factor anew, because what it does is not undone by a next act.
    const ASKS_FACTOR: bool = false;

    /// The series it draws a number from, if it draws one, in a case of this procedure. An act that
    /// opens a case draws the number of its application.
    fn series(_procedure: Procedure) -> Option<Series> {
        None
    }

    /// The adoption it is about, where it opens a later procedure.
    fn adoption(&self) -> Option<CaseId> {
        None
    }

    /// The persons of the application it brings.
    fn applicants(&self) -> Option<Applicants<'_>> {
        None
    }

    /// The certificate number it brings into the ledger: a new one as it was drawn, or that of a
    /// registration entered late.
    fn certificate_number(&self, _case: Option<&Case>, _facts: &Facts) -> Option<String> {
        None
    }

    /// The blank it uses up: its form and its serial.
    fn blank(&self, _case: Option<&Case>) -> Option<BlankKey> {
        None
    }

    /// What has to be looked up for its data alone.
    fn lookups(&self) -> Vec<Lookup> {
        Vec::new()
    }

    /// What whoever does it is told beside it; `allowed` says whether the asker does it. It stands in
    /// nobody's way.
    fn notes(_case: &Case, _facts: &Facts, _allowed: bool) -> Vec<Message> {
        Vec::new()
    }

    /// What whoever did it is told with the answer; `case` is the case after it.
    fn notes_once_done(&self, _case: &Case, _facts: &Facts) -> Vec<Message> {
        Vec::new()
    }

    /// What has to be given beside what the schema of its data tells. None where it cannot be listed
    /// beforehand what may be given, so that the form alone decides.
    fn inputs(_case: &Case, _facts: &Facts) -> Option<Vec<Input>> {
        None
    }

    /// Brings its names and numbers into one way of writing, before anything is decided on them.
    fn write_in_one_way(&mut self) {}
}

/// An act on a case.
pub trait CaseStep: Step {
    /// What stands in the way whatever the data.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation>;

    /// Decides it.
    ///
    /// # Errors
    /// The refusal with every rule broken.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision;
}

/// An act on a paper, a claim or an incident of a case, named by its number.
pub trait NumberedStep: Step {
    /// What stands in the way whatever the number and the data.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation>;

    /// Decides it.
    ///
    /// # Errors
    /// The refusal with every rule broken.
    fn decide(&self, case: &Case, number: u32, facts: &Facts) -> Decision;
}

/// An act that opens a case.
pub trait OpeningStep: Step {
    /// Decides it.
    ///
    /// # Errors
    /// The refusal with every rule broken.
    fn decide(&self, facts: &Facts) -> Decision;
}

/// Answers with one event when no rule is broken.
fn one_unless(violations: Vec<Violation>, event: impl FnOnce() -> Event) -> Decision {
    Refusal::unless_none(violations)?;
    Ok(vec![event()])
}
