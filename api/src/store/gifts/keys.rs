//! Under which keyed hashes the blind check knows the parties of a case and who stands behind a gift.
//!
//! The keys are of a purpose of their own, so that they agree with no key by which cases find each other.

use std::collections::BTreeSet;

use workflow::case::Party;
use workflow::donation::{Donor, Offer};
use workflow::identity::writing::compared_number;
use workflow::{Case, CaseId};

use super::entity::case_party;
use crate::secret::{OfficeSecret, Purpose};
use crate::store::values::Stored;

/// The word by which a donor's own key is told from those behind them.
const ITSELF: &str = "donor";

fn key(secret: &OfficeSecret, kind: &str, number: &str) -> String {
    hex::encode(secret.derive(Purpose::Donor, &[kind.as_bytes(), number.as_bytes()]))
}

fn of_donor(secret: &OfficeSecret, donor: &Donor) -> String {
    match donor {
        Donor::Person { resident_id, .. } => key(secret, "resident", &resident_id.0),
        Donor::Organisation { credit_code, .. } => key(secret, "organisation", &credit_code.0),
        Donor::Overseas { document_number, .. } => {
            key(secret, "overseas", &compared_number(document_number))
        }
    }
}

/// The keys of a donor and of who stands behind them, each with the tie.
pub fn of_offer(secret: &OfficeSecret, offer: &Offer) -> BTreeSet<(String, String)> {
    let mut keys = BTreeSet::from([(of_donor(secret, &offer.donor), ITSELF.to_owned())]);
    for related in &offer.related {
        keys.insert((of_donor(secret, &related.who), related.tie.word().to_owned()));
    }
    keys
}

/// The parties of a case under their keys: who adopts, who places, the other parent, the child.
pub fn of_case(secret: &OfficeSecret, case: &Case) -> BTreeSet<(String, Party)> {
    let adopting =
        case.adopting_parties().map(|(party, adopter)| (party, adopter.resident_id.0.as_str()));
    let placing = case.placer.parties();
    let placing = placing.iter().map(|placing| (placing.party, placing.resident_id.0.as_str()));
    let other = case.placer.other_parent().and_then(|other| other.resident_id.as_ref());
    let other = other.map(|number| (Party::OtherParent, number.0.as_str()));
    let child = case.child.resident_id.as_ref().map(|number| (Party::Child, number.0.as_str()));
    let everybody = adopting.chain(placing).chain(other).chain(child);
    everybody.map(|(party, number)| (key(secret, "resident", number), party)).collect()
}

/// The rows by which a gift finds the cases of its donor.
pub(in crate::store) fn rows(
    secret: &OfficeSecret,
    case_id: CaseId,
    case: &Case,
) -> Vec<case_party::Model> {
    let parties = of_case(secret, case).into_iter();
    parties
        .map(|(party_key, party)| case_party::Model {
            party_key,
            case_id: Stored(case_id),
            party: Stored(party),
        })
        .collect()
}
