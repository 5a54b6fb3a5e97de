//! The invented people of a practice office: three of each role.

use chrono::NaiveDate;
use uuid::Uuid;
use workflow::cast::practice::{OFFICE, organisation};
use workflow::{Role, UserId};

use crate::clock::Instant;
use crate::store::people::{self, Profile, Qualification};
use crate::store::{StoreError, Transaction};

/// Adds the invented people inside the transaction that makes the practice office.
///
/// # Errors
/// When the store fails; [`StoreError::Duplicate`] where they are there already.
pub async fn add(transaction: &Transaction, office: &str, now: Instant) -> Result<(), StoreError> {
    for (role, names) in OFFICE {
        for (number, name) in (1..).zip(names) {
            let profile = invented(role, number, name, office);
            people::add(transaction, UserId(Uuid::now_v7()), &profile, now).await?;
        }
    }
    Ok(())
}

fn invented(role: Role, number: i64, name: &str, office: &str) -> Profile {
    let organization = organisation(role).unwrap_or(office);
    let qualification = (role == Role::Assessor).then(|| Qualification {
        kind: "社会工作师".to_owned(),
        number: format!("样张-SW-{number:04}"),
        valid_until: END_OF_PRACTICE,
    });
    Profile {
        login: format!("{}-{number}", role.word().replace('_', "-")),
        name: name.to_owned(),
        roles: vec![role],
        organization: organization.to_owned(),
        registrar_number: (role == Role::Registrar).then(|| format!("样张-SY-{number:04}")),
        qualification,
        practice_number: Some(number),
    }
}

/// The invented qualifications outlast every practice case.
const END_OF_PRACTICE: NaiveDate = match NaiveDate::from_ymd_opt(2099, 12, 31) {
    Some(day) => day,
    None => NaiveDate::MAX,
};
