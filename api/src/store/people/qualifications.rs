//! What a person is qualified by, which acts ask for on their day.

use sea_orm::EntityTrait;
use sea_orm::sea_query::Expr;
use workflow::UserId;

use super::columns::{QUALIFICATION_NUMBER, REGISTRAR_NUMBER};
use super::entity::account;
use super::{Qualification, change, find, lock};
use crate::store::kept::Row;
use crate::store::values::Stored;
use crate::store::{Reader, StoreError, Transaction};

/// The certificates of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The number of a registrar's certificate.
    pub registrar_number: Option<String>,
    /// The qualification of an assessor.
    pub qualification: Option<Qualification>,
}

impl Held {
    /// One line for the log of the configuration.
    pub fn in_words(&self) -> String {
        let registrar = self.registrar_number.as_deref().unwrap_or("none");
        let assessor = self.qualification.as_ref().map_or_else(
            || "none".to_owned(),
            |held| format!("{} {} until {}", held.kind, held.number, held.valid_until),
        );
        format!("registrar: {registrar}; assessor: {assessor}")
    }
}

/// Gives a person other certificates and says which they held; none if there is no such person.
pub async fn replace(
    transaction: &Transaction,
    id: UserId,
    held: &Held,
) -> Result<Option<Held>, StoreError> {
    // The write comes first, so that what is read afterwards is what it replaces.
    lock(transaction, id).await?;
    let Some(account) = find(transaction, id).await? else {
        return Ok(None);
    };
    let qualification = held.qualification.as_ref();
    let valid_until = qualification.map(|held| Stored(held.valid_until));
    let kept = Row::of(transaction.keys(), id);
    let registrar = kept.seal_any(REGISTRAR_NUMBER, held.registrar_number.as_deref())?;
    let number = qualification.map(|held| held.number.as_str());
    let number = kept.seal_any(QUALIFICATION_NUMBER, number)?;
    let update = account::Entity::update_many()
        .col_expr(account::Column::RegistrarNumber, Expr::value(registrar))
        .col_expr(
            account::Column::QualificationKind,
            Expr::value(qualification.map(|held| held.kind.clone())),
        )
        .col_expr(account::Column::QualificationNumber, Expr::value(number))
        .col_expr(account::Column::QualificationValidUntil, Expr::value(valid_until));
    change(transaction, id, update).await?;
    let profile = account.profile;
    Ok(Some(Held {
        registrar_number: profile.registrar_number,
        qualification: profile.qualification,
    }))
}
