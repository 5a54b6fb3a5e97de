//! 保密 (民法典 art. 1110): what each paper may show of whom.
//!
//! A paper that goes to one side of a case, or is signed by it, is composed from a view in which
//! everything that identifies the other side is gone, whatever field or free text it stood in. The
//! office's own papers are composed from the whole case and carry the mark 保密.

use std::borrow::Cow;
use std::ops::Deref;

use serde_json::Value;
use workflow::case::{Case, ChildKind, Ending, OtherParent, Parent, Party, Placer};
use workflow::document::DocumentKind;

use crate::kinds::Copies;

/// What stands in the place of what is withheld.
pub(super) const WITHHELD: &str = "依法保密";

/// A side that may keep itself from the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// 收养人.
    Adopting,
    /// 送养人.
    Placing,
}

impl Side {
    fn other(self) -> Self {
        match self {
            Self::Adopting => Self::Placing,
            Self::Placing => Self::Adopting,
        }
    }
}

/// The side a party is on. The child is on neither: it must know who adopts it. A stepchild is
/// placed by the adopter's own spouse, so that only the other parent stands on the other side.
fn side_of(case: &Case, party: Party) -> Option<Side> {
    match party {
        Party::FirstAdopter | Party::SecondAdopter => Some(Side::Adopting),
        Party::Placer | Party::SecondPlacer if case.kind == ChildKind::Stepchild => {
            Some(Side::Adopting)
        }
        Party::Placer | Party::SecondPlacer | Party::OtherParent => Some(Side::Placing),
        Party::Child => None,
    }
}

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
        | DocumentKind::VisitRecord => Some(Side::Adopting),
        DocumentKind::InquiryRecord
        | DocumentKind::ConsentForm
        | DocumentKind::NoDonationDeclaration => party.and_then(|party| side_of(case, party)),
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
        // A sheet for each addressee, which names nobody else.
        | DocumentKind::ServiceReceipt
        // The office's own.
        | DocumentKind::PublicNotice
        | DocumentKind::AssessmentReport
        | DocumentKind::ApprovalForm
        | DocumentKind::HarmReport
        | DocumentKind::LendingSlip
        | DocumentKind::Dossier
        | DocumentKind::Specimen => None,
    }
}

/// A case as the readers of one paper may see it.
pub(super) struct View<'a> {
    case: Cow<'a, Case>,
    hidden: Option<Side>,
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
            _ => Some(Self { case: Cow::Borrowed(case), hidden: None }),
        }
    }

    fn for_side(case: &'a Case, side: Side) -> Option<Self> {
        let hidden = side.other();
        Some(Self { case: Cow::Owned(without(case, hidden)?), hidden: Some(hidden) })
    }

    /// Whether a party is hidden: what is not text, such as its birthday, must not be shown either.
    pub(super) fn hides(&self, party: Party) -> bool {
        self.hidden.is_some() && side_of(self, party) == self.hidden
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
        return Some(Copies::one(compose(&View { case: Cow::Borrowed(case), hidden: None })?));
    }
    let copy = compose(&View::for_side(case, Side::Adopting)?)?;
    let divided = case.placing_parties().any(|party| side_of(case, party) == Some(Side::Placing));
    if !divided {
        return Some(Copies::one(copy));
    }
    Some(Copies { copy, other: Some(compose(&View::for_side(case, Side::Placing)?)?) })
}

/// The case without anything that identifies a side.
fn without(case: &Case, hidden: Side) -> Option<Case> {
    let mut secrets = identifying(case, hidden);
    // The longest goes first: an address may hold the name of an institution.
    secrets.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
    let own = identifying(case, hidden.other());
    let mut value = serde_json::to_value(case).ok()?;
    withhold(&mut value, &secrets, &own);
    serde_json::from_value(value).ok()
}

/// Everything in words that tells who a side is.
fn identifying(case: &Case, side: Side) -> Vec<String> {
    let is_of_side = |party: Party| side_of(case, party) == Some(side);
    let mut words: Vec<&str> = Vec::new();
    for (party, adopter) in case.adopting_parties() {
        if is_of_side(party) {
            words.extend([adopter.name.as_str(), &adopter.resident_id.0, &adopter.telephone]);
            words.extend([adopter.household_address.as_str(), &adopter.residence]);
            words.extend(workplace(&adopter.occupation));
            // The new name of the child tells the adopters' surname.
            words.extend(case.child.new_name.as_deref());
        }
    }
    if is_of_side(Party::Placer) {
        // The child lives where its placer is.
        words.push(&case.child.address);
    }
    match &case.placer {
        Placer::Institution(placer) if is_of_side(Party::Placer) => words.extend([
            placer.name.as_str(),
            &placer.credit_code.0,
            &placer.address,
            &placer.telephone,
            &placer.responsible_person,
            &placer.responsible_person_id.0,
        ]),
        Placer::Institution(_) => {}
        Placer::Parents(parents) => {
            if is_of_side(Party::Placer) {
                words.extend(parents.placing.iter().flat_map(of_parent));
            }
            let other = parents.other_parent.as_ref().filter(|_| is_of_side(Party::OtherParent));
            words.extend(other.into_iter().flat_map(of_other_parent));
        }
    }
    words.into_iter().filter(|word| !word.is_empty()).map(String::from).collect()
}

fn of_parent(parent: &Parent) -> impl Iterator<Item = &str> {
    let words = [
        parent.name.as_str(),
        &parent.resident_id.0,
        &parent.household_address,
        &parent.residence,
        &parent.telephone,
    ];
    words.into_iter().chain(workplace(&parent.occupation))
}

fn of_other_parent(other: &OtherParent) -> impl Iterator<Item = &str> {
    let number = other.resident_id.as_ref().map(|number| number.0.as_str());
    other.name.as_deref().into_iter().chain(number)
}

/// A bare trade tells nobody apart; a trade with the place of work does.
fn workplace(occupation: &str) -> Option<&str> {
    (occupation.chars().count() > 6).then_some(occupation)
}

/// Puts the mark in the place of every secret in every text, but for texts that are the reader's own.
fn withhold(value: &mut Value, secrets: &[String], own: &[String]) {
    match value {
        Value::String(text) if own.contains(text) => {}
        Value::String(text) => {
            for secret in secrets {
                // A name of one character would be found in any word.
                let found = text.contains(secret.as_str()) && secret.chars().count() > 1;
                if found || text == secret {
                    *text = text.replace(secret.as_str(), WITHHELD);
                }
            }
        }
        Value::Array(values) => {
            values.iter_mut().for_each(|value| withhold(value, secrets, own));
        }
        Value::Object(fields) => {
            fields.values_mut().for_each(|value| withhold(value, secrets, own));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
