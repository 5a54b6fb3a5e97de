//! 送达: a paper reached a party, shown by the signed receipt of service.

use super::{Decision, one_unless};
use crate::case::{Case, Service};
use crate::document::DocumentKind;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::correction::{SERVED, SERVED_WITH_RECEIPT, receipt_is_filed};
use crate::law::input::{self, KNOWN};
use crate::law::rule::Violation;

/// A paper to be served was made, and its receipt is verified.
pub fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations: Vec<Violation> = receipt_is_filed(case).into_iter().collect();
    if !SERVED.iter().any(|document| is_made(*document, facts)) {
        violations.push(SERVED_WITH_RECEIPT.broken());
    }
    violations
}

/// Records the service.
pub fn decide(case: &Case, command: &Service, facts: &Facts) -> Decision {
    let mut violations = gates(case, facts);
    if !SERVED.contains(&command.document) || !is_made(command.document, facts) {
        violations.push(SERVED_WITH_RECEIPT.broken().at("document"));
    }
    let adopts = case.adopter(command.party).is_some();
    if !adopts && !case.placing_parties().any(|party| party == command.party) {
        violations.push(KNOWN.broken().at("party"));
    }
    violations.extend(input::name("received_by", &command.received_by));
    violations.extend(input::happened("served_on", command.served_on, case.applied_on, facts));
    one_unless(violations, || Event::DocumentServed { service: command.clone() })
}

fn is_made(document: DocumentKind, facts: &Facts) -> bool {
    facts.documents.iter().any(|made| made.kind == document)
}
