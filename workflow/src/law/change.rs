//! 情况变更: which change of fact is possible, and that a paper shows it.

use super::documents_required::missing;
use super::form::child::child_is_written_well;
use super::form::guardian::{persons_are_written_well, support_duty_consent_is_needed};
use super::form::persons::persons_are_distinct;
use super::input::{self, BOUNDS, KNOWN};
use super::placer::other_parent_is;
use crate::base::rule::{Violation, rules};
use crate::base::text::LINE;
use crate::case::change::Change;
use crate::case::{Case, Child, OtherParentState, PaperKind, Party, Slot};
use crate::facts::Facts;
use crate::identity::writing::{are_same_numbers, is_same_number};

rules! {
    /// Another child is another case.
    SAME_CHILD = "CC-1093.same", Some("SEQ-13"),
        "《民法典》第一千零九十三条", "Civil Code art. 1093", Derived,
        "入院登记编号或者公民身份号码不同即为另一儿童，应当撤回后重新申请",
        "another number of entry or of identity is another child: withdraw and apply anew";
    /// A change is shown by a paper.
    SHOWN = "CC-1098.change", Some("SEQ-13"),
        "《民法典》第一千零九十八条、第一千一百零一条、第一千一百零四条", "Civil Code arts. 1098, 1101, 1104", Derived,
        "情况变更须有证明材料存卷", "a change of fact must be shown by a verified paper";
}

/// Each change has a paper of its own that shows it.
pub fn is_shown(case: &Case) -> Option<Violation> {
    let paper = Slot::of_case(PaperKind::ChangeEvidence);
    let used = case.changes as usize;
    (case.verified_papers(paper.paper) <= used).then(|| missing(&SHOWN, paper))
}

/// Whether those whom the change names must consent, by the rule an application follows.
pub fn consent_is_needed(case: &Case, change: &Change, facts: &Facts) -> bool {
    match change {
        Change::SupportDuty { persons } => {
            support_duty_consent_is_needed(case.kind, persons, facts)
        }
        _ => false,
    }
}

/// What is written of the change is of this case and written well.
pub fn change_is_possible(case: &Case, change: &Change, facts: &Facts) -> Vec<Violation> {
    let of_adopter =
        |party: &Party| case.adopter(*party).is_none().then(|| KNOWN.broken().at("change.party"));
    match change {
        Change::Died { party } => {
            let person =
                case.placer.organisation().is_none() && case.signing_name(*party).is_some();
            let alive =
                *party != Party::OtherParent || !other_parent_is(case, OtherParentState::Dead);
            let known = *party == Party::Child || case.adopter(*party).is_some() || person;
            (!known || !alive).then(|| KNOWN.broken().at("change.party")).into_iter().collect()
        }
        Change::MaritalStatus { .. } => Vec::new(),
        Change::Children { party, children } => {
            let bounds = (*children > 30).then(|| BOUNDS.broken().at("change.children"));
            of_adopter(party).into_iter().chain(bounds).collect()
        }
        Change::Moved { party, household_address, residence } => of_adopter(party)
            .into_iter()
            .chain(input::text("change.household_address", household_address, LINE))
            .chain(input::text("change.residence", residence, LINE))
            .collect(),
        Change::NewRecord { party } => of_adopter(party).into_iter().collect(),
        Change::SupportDuty { persons } => {
            persons_are_written_well("change.persons", case.kind, persons)
        }
        Change::Child { child } => {
            let mut violations = child_is_written_well(child, case.kind, facts);
            violations.extend(is_another_child(case, child));
            violations.extend(persons_are_distinct(&case.adopters, child, &case.placer));
            violations
        }
    }
}

/// A child of an institution is known by its record of entry, another by its identity number.
fn is_another_child(case: &Case, child: &Child) -> Option<Violation> {
    let entry = (child.entry_number.as_deref(), case.child.entry_number.as_deref());
    let field = if !are_same_numbers(entry.0, entry.1) {
        "change.child.entry_number"
    } else if is_found_otherwise(&case.child, child) {
        "change.child.finding_certificate_number"
    } else if case.child.entry_number.is_none() && !is_told_the_same(&case.child, child) {
        "change.child.resident_id"
    } else {
        return None;
    };
    Some(SAME_CHILD.broken().at(field))
}

/// Both have a certificate of finding, and not the same.
fn is_found_otherwise(known: &Child, child: &Child) -> bool {
    let certificates = (&known.finding_certificate_number, &child.finding_certificate_number);
    matches!(certificates, (Some(known), Some(told)) if !is_same_number(known, told))
}

/// The number stays, or comes for the first time to the child of the same birth certificate.
fn is_told_the_same(known: &Child, child: &Child) -> bool {
    match &known.resident_id {
        Some(_) => child.resident_id == known.resident_id,
        None if child.resident_id.is_some() => child.birth_date == known.birth_date,
        None => are_same_numbers(
            child.birth_certificate_number.as_deref(),
            known.birth_certificate_number.as_deref(),
        ),
    }
}
