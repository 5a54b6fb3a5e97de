//! 送达: a paper reached a party, shown by the signed receipt of service.

use chrono::NaiveDate;

use serde_json::json;

use super::ask::{self, Choice, Input, Listed};
use super::{CaseStep, Decision, Step, one_unless, writing};
use crate::access::Role;
use crate::base::document::{DocumentKind, Served};
use crate::base::rule::Violation;
pub use crate::case::Service;
use crate::case::{Case, Ending, Party, Procedure};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::correction::{SERVED_WITH_RECEIPT, receipt_is_filed};
use crate::law::input::{self, KNOWN};
use crate::procedures::dissolution::deceased;

impl Step for Service {
    const TITLE: &'static str = "送达";
    const ARTICLE: &'static str =
        "《行政复议法》第二十条；《行政诉讼法》第四十六条（自知道之日起算）";
    const ROLES: &'static [Role] = &[Role::Registrar];
    const LOOKS_AT_DOCUMENTS: bool = true;

    fn write_in_one_way(&mut self) {
        writing::name(&mut self.received_by);
    }

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        let made: Vec<DocumentKind> =
            DocumentKind::ALL.iter().copied().filter(|kind| is_served(*kind, facts)).collect();
        let pairs = made.iter().flat_map(|document| {
            let parties = Party::ALL.into_iter().filter(|party| {
                is_addressed_to(case, *document, *party)
                    && !is_served_already(case, *document, *party)
            });
            parties.map(move |party| {
                let title = ask::title(document.printed(), document.word());
                let value = json!({ "document": document, "party": party });
                Choice::new(&value, title.after(&format!("{}：", party.printed()), ""))
            })
        });
        let mut inputs = vec![Input::choice("", pairs), Input::name("/received_by")];
        inputs.extend(made.iter().map(|document| {
            let day = Input::day("/served_on", Some(made_on(case, *document)), facts.today);
            day.when("/document", &[*document])
        }));
        Some(inputs)
    }
}

impl CaseStep for Service {
    /// A paper to be served was made, and its receipt is verified.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations: Vec<Violation> = receipt_is_filed(case).into_iter().collect();
        if !facts.documents.iter().any(|made| made.kind.served().is_some()) {
            violations.push(SERVED_WITH_RECEIPT.broken());
        }
        violations
    }

    /// Records the service.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        if !is_served(self.document, facts) {
            violations.push(SERVED_WITH_RECEIPT.broken().at("document"));
        }
        if !is_addressed_to(case, self.document, self.party) {
            violations.push(KNOWN.broken().at("party"));
        }
        violations.extend(input::name("received_by", &self.received_by));
        let not_before = made_on(case, self.document);
        violations.extend(input::happened("served_on", self.served_on, not_before, facts));
        if is_served_already(case, self.document, self.party) {
            violations.push(
                SERVED_WITH_RECEIPT.broken_because("已经送达", "it was served").at("document"),
            );
        }
        one_unless(violations, || Event::DocumentServed { service: self.clone() })
    }
}

/// Whether this paper is served at all, and was made.
fn is_served(document: DocumentKind, facts: &Facts) -> bool {
    document.served().is_some() && facts.documents.iter().any(|made| made.kind == document)
}

/// Whether the newest paper of this kind was served on this party.
fn is_served_already(case: &Case, document: DocumentKind, party: Party) -> bool {
    let not_before = made_on(case, document);
    case.services.iter().any(|earlier| {
        (earlier.document, earlier.party) == (document, party) && earlier.served_on >= not_before
    })
}

/// Whether a paper is served on this party: one of the adoption, or one who applied.
fn is_addressed_to(case: &Case, document: DocumentKind, party: Party) -> bool {
    let adopts = case.adopter(party).is_some() && Some(party) != deceased(case);
    let adoptee = party == Party::Child && case.procedure != Procedure::Formation;
    let places = case.placing_parties().any(|placing| placing == party);
    adopts || places || adoptee || applied(case, document, party)
}

/// Who applied without being a party of the adoption: the adoptee's guardian, and the interested
/// person of a revocation, who learns what became of the application and nothing else.
fn applied(case: &Case, document: DocumentKind, party: Party) -> bool {
    let is_told = match party {
        Party::Guardian => true,
        Party::InterestedPerson => document.served() == Some(Served::OnTheApplicantToo),
        _ => false,
    };
    is_told && case.signing_name(party).is_some()
}

/// The day of the act the newest paper of this kind tells of: nothing is served before it.
fn made_on(case: &Case, document: DocumentKind) -> NaiveDate {
    let day = match document {
        DocumentKind::CorrectionNotice => case.corrections.last().map(|told| told.on),
        DocumentKind::AcceptanceNotice => case.acceptance.as_ref().map(|acceptance| acceptance.on),
        DocumentKind::AssessmentNotice => case.assessment.notified_on,
        DocumentKind::ResultNotice => case.registration.as_ref().map(|registered| registered.on),
        DocumentKind::RevocationDecision => {
            let later = case.later.as_deref().and_then(|later| later.outcome.as_ref());
            later.map(|outcome| outcome.on)
        }
        _ => case.ending.as_ref().map(Ending::on),
    };
    day.unwrap_or(case.applied_on)
}
