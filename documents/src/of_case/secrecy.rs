//! 保密 (民法典 art. 1110): what each paper may show of whom.
//!
//! A paper that goes to one side of a case, or is signed by it, is composed from a view in which
//! everything that identifies the other side is gone, whatever field or free text it stood in. The
//! office's own papers are composed from the whole case and carry the mark 保密.

use std::borrow::Cow;
use std::ops::Deref;

use serde_json::Value;
use workflow::access::secrecy::{Side, identifying, side_of, without_secrets};
use workflow::case::{Case, Ending, Party};
use workflow::document::DocumentKind;
use workflow::procedures::taking_part;

use crate::kinds::Copies;

pub(super) use workflow::access::secrecy::WITHHELD;

/// The side a paper goes to or is signed by, where it is one side's paper. The public notice speaks
/// of no adopter, and the law itself asks it to say who looks after the child.
fn reading_side(case: &Case, kind: DocumentKind, party: Option<Party>) -> Option<Side> {
    match kind {
        DocumentKind::ApplicationReceipt
        | DocumentKind::AssessmentNotice
        | DocumentKind::AssessmentConsent
        | DocumentKind::GuidanceRecord
        | DocumentKind::Certificate
        | DocumentKind::ResultNotice
        | DocumentKind::Mandate
        | DocumentKind::ReplacementApplication
        | DocumentKind::ProofApplication
        | DocumentKind::AdoptionProof
        | DocumentKind::VisitRecord => Some(Side::Adopting),
        DocumentKind::InquiryRecord
        | DocumentKind::ConsentForm
        | DocumentKind::NoDonationDeclaration => party.and_then(|party| side_of(case, party)),
        DocumentKind::SupportDutyConsent => Some(Side::Placing),
        DocumentKind::WithdrawalRecord => match &case.ending {
            Some(Ending::Withdrawn { party, .. }) => side_of(case, *party),
            _ => None,
        },
        // Composed once for each side, by `copies`.
        DocumentKind::ApplicationForm
        | DocumentKind::AcceptanceNotice
        | DocumentKind::CorrectionNotice
        | DocumentKind::NonAcceptanceNotice
        | DocumentKind::RefusalNotice
        | DocumentKind::DissolutionApplication
        | DocumentKind::DissolutionProof
        | DocumentKind::AdoptionAgreement
        | DocumentKind::RevocationDecision
        // A sheet for each addressee, which names nobody else.
        | DocumentKind::ServiceReceipt
        // The office's own.
        | DocumentKind::PublicNotice
        | DocumentKind::AssessmentReport
        | DocumentKind::ApprovalForm
        | DocumentKind::HarmReport
        | DocumentKind::LendingSlip
        | DocumentKind::DissolutionApprovalForm
        | DocumentKind::RevocationApplication
        | DocumentKind::RevocationApprovalForm
        | DocumentKind::ReplacementApprovalForm
        | DocumentKind::ProofApprovalForm
        | DocumentKind::LateEntryForm
        | DocumentKind::Dossier
        | DocumentKind::Specimen => None,
    }
}

/// Who reads a paper.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reader {
    /// Everybody, or the office.
    Everybody,
    /// One side of a case kept secret.
    Of(Side),
    /// Who applied without being a party of a case kept secret.
    Applicant,
}

/// A case as the readers of one paper may see it.
pub(super) struct View<'a> {
    case: Cow<'a, Case>,
    reader: Reader,
}

impl Deref for View<'_> {
    type Target = Case;

    fn deref(&self) -> &Case {
        &self.case
    }
}

impl<'a> View<'a> {
    /// The view for a paper of one kind, and of one party where it concerns one.
    pub(super) fn of(case: &'a Case, kind: DocumentKind, party: Option<Party>) -> Option<Self> {
        match reading_side(case, kind, party) {
            Some(side) if case.wishes.secrecy => Self::for_side(case, side),
            _ => Some(Self { case: Cow::Borrowed(case), reader: Reader::Everybody }),
        }
    }

    fn for_side(case: &'a Case, side: Side) -> Option<Self> {
        Some(Self { case: Cow::Owned(without(case, side.other())?), reader: Reader::Of(side) })
    }

    /// Who applied for the revocation of an adoption learns of nobody in it.
    fn for_the_applicant(case: &'a Case) -> Option<Self> {
        let neither = without(&without(case, Side::Placing)?, Side::Adopting)?;
        Some(Self { case: Cow::Owned(neither), reader: Reader::Applicant })
    }

    /// Whether a party is hidden: what is not text, such as its birthday, must not be shown either.
    pub(super) fn hides(&self, party: Party) -> bool {
        match self.reader {
            Reader::Everybody => false,
            // Who applied against them is not told to the parties.
            Reader::Of(_) if party == Party::InterestedPerson => true,
            Reader::Of(side) => side_of(self, party) == Some(side.other()),
            Reader::Applicant => party != Party::InterestedPerson,
        }
    }

    /// Whether what concerns a party is told on a copy of that party's own.
    pub(super) fn is_told_elsewhere(&self, party: Party) -> bool {
        self.hides(party) && self.adopting_or_placing(party)
    }

    fn adopting_or_placing(&self, party: Party) -> bool {
        self.adopter(party).is_some() || self.placing_parties().any(|placing| placing == party)
    }
}

/// A paper that goes to everybody: one copy, or one for each side.
pub(super) fn copies<T>(
    case: &Case,
    compose: impl Fn(&View<'_>) -> Option<T>,
) -> Option<Copies<T>> {
    if !case.wishes.secrecy {
        let everybody = View { case: Cow::Borrowed(case), reader: Reader::Everybody };
        return Some(Copies::one(compose(&everybody)?));
    }
    let copy = compose(&View::for_side(case, Side::Adopting)?)?;
    let divided =
        taking_part(case).into_iter().any(|party| side_of(case, party) == Some(Side::Placing));
    if !divided {
        return Some(Copies::one(copy));
    }
    let other = Some(compose(&View::for_side(case, Side::Placing)?)?);
    Some(Copies { copy, other, applicant: None })
}

/// What answers an application: a copy also for an applicant who is no party, where the parties asked
/// for secrecy; else all read the same.
pub(super) fn answers<T>(
    case: &Case,
    compose: impl Fn(&View<'_>) -> Option<T>,
) -> Option<Copies<T>> {
    let mut answers = copies(case, &compose)?;
    if case.wishes.secrecy && case.signing_name(Party::InterestedPerson).is_some() {
        answers.applicant = Some(compose(&View::for_the_applicant(case)?)?);
    }
    Some(answers)
}

/// The case without anything that identifies a side.
fn without(case: &Case, hidden: Side) -> Option<Case> {
    let secrets = identifying(case, hidden);
    let own = identifying(case, hidden.other());
    let mut value = serde_json::to_value(case).ok()?;
    withhold(&mut value, &secrets, &own);
    serde_json::from_value(value).ok()
}

/// Puts the mark in the place of every secret in every text, but for texts that are the reader's own.
fn withhold(value: &mut Value, secrets: &[String], own: &[String]) {
    match value {
        Value::String(text) if own.contains(text) => {}
        Value::String(text) => *text = without_secrets(text, secrets),
        Value::Array(values) => {
            values.iter_mut().for_each(|value| withhold(value, secrets, own));
        }
        Value::Object(fields) => {
            fields.values_mut().for_each(|value| withhold(value, secrets, own));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
