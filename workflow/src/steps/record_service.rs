//! 送达: a paper reached a party, shown by the signed receipt of service.

use chrono::NaiveDate;

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
        if self.document.served().is_none() || !is_made(self.document, facts) {
            violations.push(SERVED_WITH_RECEIPT.broken().at("document"));
        }
        let adopts = case.adopter(self.party).is_some() && Some(self.party) != deceased(case);
        let adoptee = self.party == Party::Child && case.procedure != Procedure::Formation;
        let places = case.placing_parties().any(|party| party == self.party);
        if !adopts && !places && !adoptee && !applied(case, self) {
            violations.push(KNOWN.broken().at("party"));
        }
        violations.extend(input::name("received_by", &self.received_by));
        let not_before = made_on(case, self.document);
        violations.extend(input::happened("served_on", self.served_on, not_before, facts));
        let again = case.services.iter().any(|earlier| {
            (earlier.document, earlier.party) == (self.document, self.party)
                && earlier.served_on >= not_before
        });
        if again {
            violations.push(
                SERVED_WITH_RECEIPT.broken_because("已经送达", "it was served").at("document"),
            );
        }
        one_unless(violations, || Event::DocumentServed { service: self.clone() })
    }
}

/// Who applied without being a party of the adoption: the adoptee's guardian, and the interested
/// person of a revocation, who learns what became of the application and nothing else.
fn applied(case: &Case, command: &Service) -> bool {
    let is_told = match command.party {
        Party::Guardian => true,
        Party::InterestedPerson => command.document.served() == Some(Served::OnTheApplicantToo),
        _ => false,
    };
    is_told && case.signing_name(command.party).is_some()
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

fn is_made(document: DocumentKind, facts: &Facts) -> bool {
    facts.documents.iter().any(|made| made.kind == document)
}
