//! The access log and the log of configuration changes: append-only, without contents of a case.

use schemars::JsonSchema;
use sea_orm::{EntityTrait, Set};
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;
use uuid::Uuid;
use workflow::CaseId;

use super::entity::audit::{access_log, configuration_change};
use super::office_log::{self, Chain};
use crate::clock;
use crate::store::asker::Asker;
use crate::store::kept::Row;
use crate::store::values::Stored;
use crate::store::{Reader, Store, StoreError, Transaction};

/// The column of what a setting was.
const BEFORE: &str = "configuration_change.before";
/// The column of what it is.
const AFTER: &str = "configuration_change.after";

/// How an access ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum AccessOutcome {
    /// Something was shown.
    Read,
    /// An act was done.
    Done,
    /// The law or the state of the case did not allow the act.
    Refused,
    /// The case had changed meanwhile, or the request did not say which version it meant.
    Stale,
    /// The caller's role does not allow it.
    Forbidden,
    /// There is no such case, or the caller may not know of it.
    NotFound,
}

impl AccessOutcome {
    /// The word in the database.
    pub fn word(self) -> &'static str {
        self.into()
    }
}

/// One touch of a case.
#[derive(Debug, Clone, Copy)]
pub struct Access<'a> {
    /// Who, with the roles of that moment, the operation and the request.
    pub asker: &'a Asker,
    /// The case, where one was named.
    pub case_id: Option<CaseId>,
    /// How it ended.
    pub outcome: AccessOutcome,
    /// The rules that refused it.
    pub rules: &'a [&'a str],
}

impl Asker {
    /// Logs what this person did, inside the transaction of the act.
    pub async fn log(
        &self,
        transaction: &Transaction,
        case_id: Option<CaseId>,
        outcome: AccessOutcome,
        rules: &[&str],
    ) -> Result<(), StoreError> {
        record(transaction, Access { asker: self, case_id, outcome, rules }).await
    }

    /// Logs what this person read or was refused, which no transaction has.
    pub async fn note(
        &self,
        store: &Store,
        case_id: Option<CaseId>,
        outcome: AccessOutcome,
        rules: &[&str],
    ) -> Result<(), StoreError> {
        note(store, Access { asker: self, case_id, outcome, rules }).await
    }
}

/// Writes an access entry inside the transaction of an act.
pub async fn record(transaction: &Transaction, access: Access<'_>) -> Result<(), StoreError> {
    insert(transaction, row(access)).await
}

/// Writes the access entry of a read or a refusal, which no transaction has. Where the database does
/// not store, the entry is kept until it does, for neither is a reason to show nothing.
///
/// # Errors
/// When as many are kept already as there is room for.
pub async fn note(store: &Store, access: Access<'_>) -> Result<(), StoreError> {
    let row = row(access);
    match store.gathered.write(store.reader(), row.clone()).await {
        Ok(()) => Ok(()),
        Err(error) => store.kept_accesses.keep(row, error),
    }
}

/// Writes an entry.
pub(in crate::store) async fn insert(
    writer: &impl Reader,
    row: access_log::ActiveModel,
) -> Result<(), StoreError> {
    access_log::Entity::insert(row).exec_without_returning(writer).await?;
    Ok(())
}

fn row(access: Access<'_>) -> access_log::ActiveModel {
    let asker = access.asker;
    let roles: Vec<&str> = asker.roles.iter().map(|role| role.word()).collect();
    access_log::ActiveModel {
        id: Set(Uuid::now_v7().to_string()),
        at: Set(clock::now()),
        caller: Set(asker.actor.id.to_string()),
        roles: Set(roles.join(" ")),
        operation: Set(asker.operation.clone()),
        case_id: Set(access.case_id.map(|case_id| case_id.to_string())),
        outcome: Set(access.outcome.word().to_owned()),
        rules: Set(access.rules.join(" ")),
        request_id: Set(asker.request_id.clone()),
    }
}

impl Store {
    /// Writes the entries that wait, and returns how many still do.
    pub async fn write_kept_accesses(&self) -> usize {
        let mut rows = self.kept_accesses.take().into_iter();
        while let Some(mut row) = rows.next() {
            // Its id begins with the time it becomes visible at, which is what seals go by.
            row.id = Set(Uuid::now_v7().to_string());
            if insert(self.reader(), row.clone()).await.is_err() {
                self.kept_accesses.put_back(std::iter::once(row).chain(rows));
                break;
            }
        }
        self.kept_accesses.count()
    }
}

/// Records a change of the office's settings inside the transaction that makes it.
pub async fn record_configuration(
    transaction: &Transaction,
    actor: &str,
    subject: &str,
    before: Option<String>,
    after: String,
) -> Result<(), StoreError> {
    let id = Uuid::now_v7();
    let kept = Row::of(transaction.keys(), id);
    let row = configuration_change::ActiveModel {
        id: Set(Stored(id)),
        at: Set(clock::now()),
        actor: Set(actor.to_owned()),
        subject: Set(subject.to_owned()),
        before: Set(kept.seal_any(BEFORE, before.as_deref())?),
        after: Set(kept.seal(AFTER, &after)?),
    };
    configuration_change::Entity::insert(row).exec_without_returning(transaction).await?;
    office_log::note(transaction, Chain::Office, configuration_change::Entity::find_by_id(id)).await
}
