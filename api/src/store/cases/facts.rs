//! Everything a decision has to know, read in the transaction of the decision.

use workflow::case::{Actor, Procedure};
use workflow::facts::{Lookup, OfficerRecord, SiblingFile, Unprintable};
use workflow::identity::writing::compared_number;
use workflow::law::numbers::Series;
use workflow::{Case, CaseId, Command, Facts, Role, UserId};

use super::persons::{self, Persons};
use crate::store::asker::Asker;
use crate::store::cases::{self, adoption, documents, ledger, numbers};
use crate::store::office::configured::Configured;
use crate::store::people::{self, Account};
use crate::store::{Reader, StoreError, Transaction, staff};

/// The facts about a case that need no command: what the list of possible acts is made from.
pub async fn of_case(
    reader: &impl Reader,
    configured: &Configured,
    asker: &Asker,
    case_id: CaseId,
    persons: &Persons,
) -> Result<Facts, StoreError> {
    Ok(Facts {
        other_cases: persons::other_cases(reader, persons, case_id).await?,
        documents: documents::records(&documents::list(reader, case_id).await?),
        ..of_the_office(configured, asker)
    })
}

/// The facts about a case that one command is decided on: what its act does not look at is not looked up.
pub async fn of_command(
    transaction: &Transaction,
    configured: &Configured,
    asker: &Asker,
    case_id: CaseId,
    command: &Command,
    persons: &Persons,
) -> Result<Facts, StoreError> {
    let mut facts = of_the_office(configured, asker);
    if command.looks_at_other_cases() {
        facts.other_cases = persons::other_cases(transaction, persons, case_id).await?;
    }
    if command.looks_at_documents() {
        facts.documents = documents::records(&documents::list(transaction, case_id).await?);
    }
    Ok(facts)
}

/// Adds whom an act may name who is no party: the assessors and the registrars of the office.
pub async fn add_who_may_be_named(
    reader: &impl Reader,
    facts: &mut Facts,
) -> Result<(), StoreError> {
    facts.assessors = staff::assessors(reader).await?;
    let accounts = people::list(reader).await?.into_iter();
    let registrars = accounts.filter(|account| account.profile.roles.contains(&Role::Registrar));
    facts.officers.extend(registrars.map(officer));
    Ok(())
}

/// What is known before anything is looked up.
fn of_the_office(configured: &Configured, asker: &Asker) -> Facts {
    let Configured { profile, calendar, indicator_set } = configured;
    let actor = Actor { id: asker.actor.id, name: asker.actor.name.clone() };
    Facts {
        roles: asker.roles.clone(),
        office: profile.office.clone(),
        indicator_set: indicator_set.clone(),
        ..Facts::of_a_day(profile.today(), actor, calendar.clone(), profile.rules.clone())
    }
}

/// Adds what one command needs besides. A number is drawn here, and given back if the command is
/// refused, because the transaction then rolls back.
pub async fn add_for_command(
    transaction: &Transaction,
    facts: &mut Facts,
    command: &Command,
    case: Option<&Case>,
    unprintable: Vec<Unprintable>,
) -> Result<(), StoreError> {
    facts.unprintable = unprintable;
    let procedure = procedure_of(case);
    if let Some(series) = command.series(procedure) {
        let office = facts.office.division.0.clone();
        facts.next_in_series = numbers::next(transaction, &office, series, facts.today).await?;
    }
    for lookup in command.lookups() {
        match lookup {
            Lookup::Sibling(number) => facts.sibling = sibling(transaction, &number).await?,
            Lookup::Assessor(user) => {
                facts.assessors.extend(staff::assessor_record(transaction, user).await?);
            }
            Lookup::Officer(user) => {
                facts.officers.extend(officer_record(transaction, user).await?);
            }
        }
    }
    if let Some(blank) = command.blank(case) {
        facts.blank_serial_used = numbers::is_serial_used(transaction, &blank.0).await?;
    }
    take_certificate_number(transaction, facts, command, case).await
}

/// The procedure of the case, or the one that the case of an application begins.
fn procedure_of(case: Option<&Case>) -> Procedure {
    case.map_or(Procedure::Formation, |case| case.procedure)
}

/// Whether another case bears the certificate number of this command. A number that is drawn passes
/// over those that late entries bear: each is greater than the one before, so that one is free.
async fn take_certificate_number(
    transaction: &Transaction,
    facts: &mut Facts,
    command: &Command,
    case: Option<&Case>,
) -> Result<(), StoreError> {
    let office = facts.office.division.0.clone();
    let draws = command.series(procedure_of(case)) == Some(Series::Certificate);
    while let Some(number) = command.certificate_number(case, facts) {
        let key = compared_number(&number);
        numbers::lock_certificate(transaction, &key).await?;
        let bearer = adoption::bearer_of_certificate(transaction, &number, case).await?;
        let Some(bearer) = bearer.filter(|_| draws) else {
            facts.certificate_number_used = bearer.is_some();
            return Ok(());
        };
        numbers::note_skipped(transaction, &key, bearer).await?;
        facts.next_in_series =
            numbers::next(transaction, &office, Series::Certificate, facts.today).await?;
    }
    Ok(())
}

/// The case of a sibling by its number, as a file set needs it.
async fn sibling(reader: &impl Reader, number: &str) -> Result<Option<SiblingFile>, StoreError> {
    let Some(case_id) = ledger::find_by_number(reader, number).await? else {
        return Ok(None);
    };
    let Some(history) = cases::load(reader, case_id).await? else {
        return Ok(None);
    };
    let case = history.case;
    Ok(Some(SiblingFile {
        file_set: case.file_set.unwrap_or(case.number),
        is_open: case.procedure == Procedure::Formation && case.stage.is_before_registration(),
        adopters: case.adopters.into_iter().map(|adopter| adopter.resident_id).collect(),
        papers: case.papers,
    }))
}

async fn officer_record(
    reader: &impl Reader,
    user: UserId,
) -> Result<Option<OfficerRecord>, StoreError> {
    Ok(people::find(reader, user).await?.map(officer))
}

fn officer(account: Account) -> OfficerRecord {
    let is_active_registrar =
        account.disabled_at.is_none() && account.profile.roles.contains(&Role::Registrar);
    let actor = Actor { id: account.id, name: account.profile.name };
    OfficerRecord { actor, is_active_registrar }
}
