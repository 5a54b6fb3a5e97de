//! 情况变更: a death, a marriage, a birth, a move, a new record, who owes an orphan support, the
//! child's data. What it touches is voided.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decision, apply, apply_guardian, one_unless};
use crate::base::rule::{Violation, rules};
use crate::case::people::MaritalStatus;
use crate::case::{Case, Child, OtherParentState, PaperKind, Party, Slot, SupportDutyPerson};
use crate::event::Event;
use crate::facts::Facts;
use crate::identity::writing::{are_same_numbers, is_same_number};
use crate::law::documents_required::missing;
use crate::law::input::{self, BOUNDS, KNOWN, LINE};
use crate::law::placer::other_parent_is;
use crate::law::sequence::{UNTIL_REGISTRATION, must_be_in};

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

/// What changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "what", rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// A party died.
    Died {
        /// Which.
        party: Party,
    },
    /// The adopters' marital status is another.
    MaritalStatus {
        /// The status of every adopter now.
        status: MaritalStatus,
    },
    /// An adopter has another number of children.
    Children {
        /// Which adopter.
        party: Party,
        /// How many now.
        children: u8,
    },
    /// An adopter moved.
    Moved {
        /// Which adopter.
        party: Party,
        /// 常住户口所在地
        household_address: String,
        /// 现住址
        residence: String,
    },
    /// A new unlawful or criminal record of an adopter became known.
    NewRecord {
        /// Which adopter.
        party: Party,
    },
    /// Those who owe an orphan support are others than stated: one died, or one was found.
    SupportDuty {
        /// Everybody who owes it now.
        persons: Vec<SupportDutyPerson>,
    },
    /// The child's data are other than stated: a new notice is needed.
    Child {
        /// The data as they are.
        child: Box<Child>,
    },
}

/// The change with its day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeFact {
    /// What changed.
    pub change: Change,
    /// The day it happened.
    pub happened_on: NaiveDate,
}

/// Until registration, with the paper that shows it.
pub fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
    let mut violations = must_be_in(case, UNTIL_REGISTRATION);
    let paper = Slot::of_case(PaperKind::ChangeEvidence);
    if case.verified_papers(paper.paper) <= case.changes as usize {
        violations.push(missing(&SHOWN, paper));
    }
    violations
}

/// Records the change.
pub fn decide(case: &Case, command: &ChangeFact, facts: &Facts) -> Decision {
    let mut violations = gates(case, facts);
    violations.extend(input::happened("happened_on", command.happened_on, NaiveDate::MIN, facts));
    violations.extend(change_is_possible(case, &command.change, facts));
    one_unless(violations, || Event::FactChanged {
        change: command.change.clone(),
        happened_on: command.happened_on,
        support_duty_consent_needed: consent_is_needed(case, &command.change, facts),
    })
}

/// Whether those whom the change names must consent, by the rule an application follows.
fn consent_is_needed(case: &Case, change: &Change, facts: &Facts) -> bool {
    match change {
        Change::SupportDuty { persons } => {
            apply_guardian::support_duty_consent_is_needed(case.kind, persons, facts)
        }
        _ => false,
    }
}

fn change_is_possible(case: &Case, change: &Change, facts: &Facts) -> Vec<Violation> {
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
            apply_guardian::persons_are_written_well("change.persons", case.kind, persons)
        }
        Change::Child { child } => {
            let mut violations = apply::check_child(child, case.kind, facts);
            violations.extend(is_another_child(case, child));
            violations.extend(apply::persons_are_distinct(&case.adopters, child, &case.placer));
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
