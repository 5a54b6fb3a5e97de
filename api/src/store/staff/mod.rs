//! Who may assess: the bodies, and what is on file of each assessor.

pub(in crate::store) mod entity;

use std::collections::BTreeMap;

use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select, Set,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use workflow::facts::AssessorRecord;
use workflow::staff::{Agency, AgencyId, Standing};
use workflow::{Case, CaseId, Role, UserId};

use super::kept::Row;
use super::log::audit;
use super::log::office_log::{Chain, note};
use super::people::{self, Account};
use super::{Reader, StoreError, Transaction, cases, office};
use crate::clock::now;
use crate::secret::ring::KeyRing;
use crate::store::cases::entity::rows::assignment;
use crate::store::values::Stored;
use entity::{agency, assessor_standing};

/// The column of what is on file of a body.
const OF_AGENCY: &str = "agency.contents";
/// The column of what is on file of an assessor.
const OF_ASSESSOR: &str = "assessor_standing.contents";

/// Every body by its identifier.
pub async fn agencies(reader: &impl Reader) -> Result<BTreeMap<AgencyId, Agency>, StoreError> {
    let rows = agency::Entity::find().order_by_asc(agency::Column::Id).all(reader).await?;
    let keys = reader.keys();
    let body = |row: agency::Model| Ok((AgencyId(row.id.0), of_agency(keys, row)?));
    rows.into_iter().map(body).collect()
}

/// A body.
pub async fn agency(reader: &impl Reader, id: AgencyId) -> Result<Option<Agency>, StoreError> {
    let row = agency::Entity::find_by_id(Stored(id.0)).one(reader).await?;
    row.map(|row| of_agency(reader.keys(), row)).transpose()
}

/// Keeps a body as it is now. Nobody brings the bodies of a practice office.
pub async fn put_agency(
    transaction: &Transaction,
    actor: Option<&str>,
    id: AgencyId,
    body: &Agency,
) -> Result<(), StoreError> {
    office::lock(transaction).await?;
    let before = agency(transaction, id).await?;
    let contents = written(body)?;
    let row = agency::ActiveModel {
        id: Set(Stored(id.0)),
        contents: Set(Row::of(transaction.keys(), id.0).seal(OF_AGENCY, &contents)?),
        changed_at: Set(now()),
        changed_by: Set(actor.map(str::to_owned)),
    };
    let changed = [agency::Column::Contents, agency::Column::ChangedAt, agency::Column::ChangedBy];
    let known = OnConflict::column(agency::Column::Id).update_columns(changed).to_owned();
    agency::Entity::insert(row).on_conflict(known).exec_without_returning(transaction).await?;
    note(transaction, Chain::Office, agency::Entity::find_by_id(Stored(id.0))).await?;
    let Some(actor) = actor else {
        return Ok(());
    };
    let subject = format!("agency {}", id.0);
    let before = before.map(|before| written(&before)).transpose()?;
    audit::record_configuration(transaction, actor, &subject, before, contents).await
}

/// What is on file of an assessor.
pub async fn standing(reader: &impl Reader, user: UserId) -> Result<Option<Standing>, StoreError> {
    let row = assessor_standing::Entity::find_by_id(Stored(user)).one(reader).await?;
    row.map(|row| of_assessor(reader.keys(), row)).transpose()
}

/// Keeps what is on file of an assessor now.
pub async fn put_standing(
    transaction: &Transaction,
    actor: Option<&str>,
    user: UserId,
    standing_now: &Standing,
) -> Result<(), StoreError> {
    people::lock(transaction, user).await?;
    let before = standing(transaction, user).await?;
    let contents = written(standing_now)?;
    let row = assessor_standing::ActiveModel {
        account_id: Set(Stored(user)),
        contents: Set(Row::of(transaction.keys(), user).seal(OF_ASSESSOR, &contents)?),
        changed_at: Set(now()),
        changed_by: Set(actor.map(str::to_owned)),
    };
    let changed = [
        assessor_standing::Column::Contents,
        assessor_standing::Column::ChangedAt,
        assessor_standing::Column::ChangedBy,
    ];
    let known =
        OnConflict::column(assessor_standing::Column::AccountId).update_columns(changed).to_owned();
    assessor_standing::Entity::insert(row)
        .on_conflict(known)
        .exec_without_returning(transaction)
        .await?;
    let row = assessor_standing::Entity::find_by_id(Stored(user));
    note(transaction, Chain::Person(user), row).await?;
    let Some(actor) = actor else {
        return Ok(());
    };
    let subject = format!("standing of {user}");
    let before = before.map(|before| written(&before)).transpose()?;
    audit::record_configuration(transaction, actor, &subject, before, contents).await
}

/// Everything a decision asks of a person as an assessor; none if there is no such person.
pub async fn assessor_record(
    reader: &impl Reader,
    user: UserId,
) -> Result<Option<AssessorRecord>, StoreError> {
    let Some(account) = people::find(reader, user).await? else {
        return Ok(None);
    };
    let standing = standing(reader, user).await?;
    let agency = match &standing {
        Some(standing) => agency(reader, standing.agency).await?,
        None => None,
    };
    Ok(Some(record_of(account, standing, agency)))
}

fn record_of(
    account: Account,
    standing: Option<Standing>,
    agency: Option<Agency>,
) -> AssessorRecord {
    let profile = account.profile;
    let qualification = profile.qualification.as_ref();
    AssessorRecord {
        user: account.id,
        is_active_assessor: account.disabled_at.is_none()
            && profile.roles.contains(&Role::Assessor),
        qualification: qualification.map(|held| format!("{} {}", held.kind, held.number)),
        valid_until: qualification.map(|held| held.valid_until),
        name: profile.name,
        standing,
        agency,
    }
}

/// Everybody who assesses, and those of whom something is on file, by name.
pub async fn assessors(reader: &impl Reader) -> Result<Vec<AssessorRecord>, StoreError> {
    let bodies = agencies(reader).await?;
    let mut on_file: BTreeMap<UserId, Standing> = BTreeMap::new();
    for row in assessor_standing::Entity::find().all(reader).await? {
        on_file.insert(row.account_id.0, of_assessor(reader.keys(), row)?);
    }
    let accounts = people::list(reader).await?.into_iter();
    let assess = accounts.filter(|account| {
        account.profile.roles.contains(&Role::Assessor) || on_file.contains_key(&account.id)
    });
    let assess: Vec<Account> = assess.collect();
    let records = assess.into_iter().map(|account| {
        let standing = on_file.get(&account.id).cloned();
        let body = standing.as_ref().and_then(|standing| bodies.get(&standing.agency)).cloned();
        record_of(account, standing, body)
    });
    Ok(records.collect())
}

/// In how many open tasks a person assesses now.
pub async fn open_tasks(reader: &impl Reader, user: UserId) -> Result<u64, StoreError> {
    let tasks = assignment::Entity::find()
        .filter(assignment::Column::UserId.eq(Stored(user)))
        .filter(assignment::Column::Ended.eq(false));
    Ok(tasks.count(reader).await?)
}

fn of_agency(keys: &KeyRing, row: agency::Model) -> Result<Agency, StoreError> {
    read(&Row::of(keys, row.id.0).open(OF_AGENCY, row.contents)?)
}

fn of_assessor(keys: &KeyRing, row: assessor_standing::Model) -> Result<Standing, StoreError> {
    read(&Row::of(keys, row.account_id.0).open(OF_ASSESSOR, row.contents)?)
}

fn read<T: DeserializeOwned>(contents: &str) -> Result<T, StoreError> {
    serde_json::from_str(contents)
        .map_err(|_| StoreError::Damaged("what is on file of assessors cannot be read".to_owned()))
}

fn written(value: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|_| {
        StoreError::Damaged("what is on file of assessors cannot be written".to_owned())
    })
}

/// Every case that somebody was appointed to assess.
pub async fn assessed_cases(reader: &impl Reader) -> Result<Vec<Case>, StoreError> {
    cases_of(reader, assignment::Entity::find()).await
}

/// Every case in which one of these people assesses now, the oldest first.
pub async fn open_cases_of(
    reader: &impl Reader,
    people: &[UserId],
) -> Result<Vec<Case>, StoreError> {
    let people = people.iter().copied().map(Stored);
    let open = assignment::Entity::find()
        .filter(assignment::Column::UserId.is_in(people))
        .filter(assignment::Column::Ended.eq(false))
        .order_by_asc(assignment::Column::CaseId);
    cases_of(reader, open).await
}

/// The cases of these rows, each once.
async fn cases_of(
    reader: &impl Reader,
    rows: Select<assignment::Entity>,
) -> Result<Vec<Case>, StoreError> {
    let ids: Vec<Stored<CaseId>> = rows
        .select_only()
        .column(assignment::Column::CaseId)
        .distinct()
        .into_tuple()
        .all(reader)
        .await?;
    let mut found = Vec::new();
    for id in ids {
        found.extend(cases::load(reader, id.0).await?.map(|history| history.case));
    }
    Ok(found)
}
