//! The persons of cases under blind keys, where a rule looks across cases (SEQ-16).
//!
//! A key is a keyed hash, so the table tells nobody who takes part in what. The rows of the keys
//! are locked in sorted order, so that two acts on the same persons queue and never deadlock.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Value};
use workflow::case::{Adopter, Child, Party, Placer};
use workflow::facts::OtherCase;
use workflow::identity::ResidentId;
use workflow::identity::names::compared_name;
use workflow::identity::writing::compared_number;
use workflow::law::adopter::is_outside_the_quota;
use workflow::steps::change_fact::Change;
use workflow::{Case, CaseId, Event, Stage};

use super::History;
use super::adoption::counts_as_adoption;
use super::entity::rows::{case_person, case_row};
use crate::secret::{OfficeSecret, Purpose};
use crate::store::connection::statement::statement;
use crate::store::values::Stored;
use crate::store::{Reader, StoreError, Transaction, cases};

/// The blind keys of the persons of a case, each with their part in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Persons {
    keys: BTreeSet<(String, Party)>,
    /// The numbers by which the child is told.
    child: ChildNumbers,
}

impl Persons {
    /// The persons of an application. A child is known by its identity number, by what
    /// else tells it, or by both.
    pub fn of_application(
        secret: &OfficeSecret,
        adopters: &[Adopter],
        child: &Child,
        placer: &Placer,
    ) -> Persons {
        let key = |parts: &[&str]| {
            let parts: Vec<&[u8]> = parts.iter().map(|part| part.as_bytes()).collect();
            hex::encode(secret.derive(Purpose::Person, &parts))
        };
        let mut persons: BTreeSet<(String, Party)> = [Party::FirstAdopter, Party::SecondAdopter]
            .into_iter()
            .zip(adopters)
            .map(|(party, adopter)| (key(&["resident", &adopter.resident_id.0]), party))
            .collect();
        if let Some(number) = &child.resident_id {
            persons.insert((key(&["resident", &number.0]), Party::Child));
        }
        if let Some(number) = &child.birth_certificate_number {
            persons.insert((key(&["born", &compared_number(number)]), Party::Child));
        }
        for parts in marks_of_the_child(child, placer) {
            let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
            persons.insert((key(&parts), Party::Child));
        }
        Persons { keys: persons, child: ChildNumbers::of(child) }
    }

    /// The persons of a case.
    pub fn of_case(secret: &OfficeSecret, case: &Case) -> Persons {
        Persons::of_application(secret, &case.adopters, &case.child, &case.placer)
    }

    /// The persons of a case, its child with the numbers it has had.
    pub fn of_history(secret: &OfficeSecret, history: &History) -> Persons {
        let child = ChildNumbers::of_history(history);
        Persons { child, ..Persons::of_case(secret, &history.case) }
    }

    /// Keys and parts, sorted by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Party)> {
        self.keys.iter().map(|(key, party)| (key.as_str(), *party))
    }
}

/// The numbers of a child's own papers, as they are compared: identity number, birth certificate, entry,
/// finding.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct ChildNumbers([BTreeSet<String>; 4]);

impl ChildNumbers {
    fn of(child: &Child) -> ChildNumbers {
        let numbers = [
            child.resident_id.as_ref().map(|number| number.0.as_str()),
            child.birth_certificate_number.as_deref(),
            child.entry_number.as_deref(),
            child.finding_certificate_number.as_deref(),
        ];
        ChildNumbers(numbers.map(|number| number.into_iter().map(compared_number).collect()))
    }

    /// Those the child of a case has now and has had: with an identity number the birth certificate is
    /// given no more.
    fn of_history(history: &History) -> ChildNumbers {
        let stated = history.entries.iter().filter_map(|entry| match &entry.event {
            Event::ApplicationFiled(application) => Some(&application.child),
            Event::FactChanged { change: Change::Child { child }, .. } => Some(child.as_ref()),
            _ => None,
        });
        let mut all = ChildNumbers::of(&history.case.child);
        for child in stated {
            for (known, more) in all.0.iter_mut().zip(ChildNumbers::of(child).0) {
                known.extend(more);
            }
        }
        all
    }

    /// Whether these are two children: no number is the same, and of one kind both have one.
    fn tell_apart(&self, other: &ChildNumbers) -> bool {
        let mut pairs = self.0.iter().zip(&other.0);
        !self.agree(other) && pairs.any(|(one, other)| !one.is_empty() && !other.is_empty())
    }

    /// Whether a number is the same: then it is one child.
    fn agree(&self, other: &ChildNumbers) -> bool {
        self.0.iter().zip(&other.0).any(|(one, other)| !one.is_disjoint(other))
    }
}

/// What tells a child beside its identity number. Of an institution's child the record of entry, and,
/// because two clerks may write that number in two ways, the day it was found, its sex and its birth
/// date; of a child of known parents each parent with the child's birth date, sex and name.
fn marks_of_the_child(child: &Child, placer: &Placer) -> Vec<Vec<String>> {
    let mut itself = vec![
        child.birth_date.to_string(),
        child.sex.printed().to_owned(),
        compared_name(&child.name),
    ];
    match placer {
        // Who has no placer is told by its number, or by the police certificate of the finding.
        Placer::Nobody => {
            let certificate = child.finding_certificate_number.as_deref().map(compared_number);
            let certificate = certificate.map(|number| vec!["finding".to_owned(), number]);
            let found = child.found_at.as_deref().zip(child.found_on);
            let found = found.map(|(place, on)| {
                let mut found = vec!["found-at".to_owned(), compared_number(place), on.to_string()];
                found.append(&mut itself);
                found
            });
            certificate.into_iter().chain(found).collect()
        }
        Placer::Guardian(guardian) => {
            let person = guardian.person.as_ref().map(|person| person.resident_id.0.clone());
            let organisation =
                guardian.organisation.as_ref().map(|placer| placer.credit_code.0.clone());
            let of_guardian = |number: String| {
                let guardian = ["ward-of".to_owned(), number];
                guardian.into_iter().chain(itself.iter().cloned()).collect()
            };
            person.into_iter().chain(organisation).map(of_guardian).collect()
        }
        Placer::Institution(institution) => {
            let code = institution.credit_code.0.clone();
            let entry = child.entry_number.as_deref().map(compared_number);
            let entry = entry.map(|entry| vec!["entry".to_owned(), code.clone(), entry]);
            let found = child.found_on.map(|found_on| {
                let mut found = vec!["found".to_owned(), code, found_on.to_string()];
                found.append(&mut itself);
                found
            });
            entry.into_iter().chain(found).collect()
        }
        Placer::Parents(parents) => {
            let placing = parents.placing.iter().map(|parent| &parent.resident_id);
            let other = parents.other_parent.as_ref().and_then(|other| other.resident_id.as_ref());
            let of_parent = |number: &ResidentId| {
                let parent = ["child-of".to_owned(), number.0.clone()];
                parent.into_iter().chain(itself.iter().cloned()).collect()
            };
            let document = parents.other_parent.as_ref().and_then(|other| other.document.as_ref());
            let of_document = document.map(|document| {
                let parent = ["child-of".to_owned()].into_iter().chain(document.holder());
                parent.chain(itself.iter().cloned()).collect()
            });
            placing.chain(other).map(of_parent).chain(of_document).collect()
        }
    }
}

/// Locks the rows of these persons until the transaction ends, making those that are missing.
pub async fn lock(transaction: &Transaction, persons: &Persons) -> Result<(), StoreError> {
    // As text: a row is made or locked, whichever it needs, by one statement.
    let text = "INSERT INTO person_key (person_key) VALUES ($1) \
                ON CONFLICT (person_key) DO UPDATE SET person_key = excluded.person_key";
    for (key, _) in persons.iter() {
        transaction.execute_raw(statement(transaction, text, [key.into()])).await?;
    }
    Ok(())
}

/// Makes the rows of persons that are missing, without locking the others.
pub(in crate::store) async fn ensure(
    transaction: &Transaction,
    keys: impl Iterator<Item = Value>,
) -> Result<(), StoreError> {
    // As text: a row that is there stays unlocked.
    let text =
        "INSERT INTO person_key (person_key) VALUES ($1) ON CONFLICT (person_key) DO NOTHING";
    for key in keys {
        transaction.execute_raw(statement(transaction, text, [key])).await?;
    }
    Ok(())
}

/// The other cases in which these persons take the same part.
pub async fn other_cases(
    reader: &impl Reader,
    persons: &Persons,
    this_case: CaseId,
) -> Result<Vec<OtherCase>, StoreError> {
    let keys = persons.iter().map(|(key, _)| key);
    let parts = case_person::Entity::find()
        .find_both_related(case_row::Entity)
        .filter(case_person::Column::PersonKey.is_in(keys))
        .filter(case_person::Column::CaseId.ne(Stored(this_case)))
        .all(reader)
        .await?;
    let mut found: BTreeMap<CaseId, (case_row::Model, BTreeSet<Party>)> = BTreeMap::new();
    for (part, row) in parts {
        let adopts = part.party.0 != Party::Child;
        let same = persons
            .iter()
            .filter(|(key, party)| *key == part.person_key && (*party != Party::Child) == adopts);
        let (_, parties) = found.entry(part.case_id.0).or_insert_with(|| (row, BTreeSet::new()));
        parties.extend(same.map(|(_, party)| party));
    }
    let mut others = Vec::new();
    for (case_id, (row, parties)) in found {
        let counts = counts_as_adoption(&row);
        let accepted_or_standing = counts && row.stage.0 != Stage::Applied;
        let history = if counts { cases::load(reader, case_id).await? } else { None };
        let of_quota = history
            .as_ref()
            .filter(|_| accepted_or_standing)
            .map_or_else(OfQuota::default, of_quota);
        let child = history.as_ref().map(ChildNumbers::of_history).unwrap_or_default();
        let told_apart = persons.child.tell_apart(&child);
        let same_number = persons.child.agree(&child);
        for party in parties {
            others.push(OtherCase {
                number: row.number.clone(),
                party,
                accepted_or_standing,
                open_or_standing: counts,
                same_number: party == Party::Child && same_number,
                told_apart: party == Party::Child && told_apart,
                registered_on: of_quota.registered_on,
                outside_the_quota: of_quota.outside,
            });
        }
    }
    Ok(others)
}

/// What the count of children and the quota ask of another case that counts.
#[derive(Default)]
struct OfQuota {
    registered_on: Option<NaiveDate>,
    outside: bool,
}

/// Read from the case as its events make it: the day is no column of its row.
fn of_quota(history: &History) -> OfQuota {
    let case = &history.case;
    OfQuota {
        registered_on: case.registration.as_ref().map(|registration| registration.on),
        outside: is_outside_the_quota(case),
    }
}
