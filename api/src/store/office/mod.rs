//! The office this database belongs to, its configuration, and its legal day.

pub mod calendar;
pub mod configured;
pub mod editions;
pub(in crate::store) mod entity;
pub mod tables;

use chrono::NaiveDate;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Set};
use uuid::Uuid;
use workflow::base::office_rules::OfficeRules;
use workflow::facts::Office;
use workflow::identity::Division;

use super::jobs::{self, Task};
use super::log::audit;
use super::log::office_log::{Chain, note};
use super::{Reader, Store, StoreError, Transaction};
use crate::clock::{now, real_today};
use crate::store::cases::entity::rows::case_row;
use crate::store::connection::statement::statement;
use crate::store::values::day;
use entity::office;

/// Whether acts count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// A real office: the legal day is today.
    Real,
    /// A practice office: every document is a specimen and the legal day can be moved.
    Practice,
}

impl Mode {
    fn word(self) -> &'static str {
        match self {
            Mode::Real => "real",
            Mode::Practice => "practice",
        }
    }
}

/// The office with everything that is configured about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Name, division, short names, address: what decisions and documents need.
    pub office: Office,
    /// Its unified social credit code.
    pub credit_code: String,
    /// The address under which its portal is reached.
    pub base_address: String,
    /// Whether acts count.
    pub mode: Mode,
    /// The legal day of a practice office.
    pub practice_today: Option<NaiveDate>,
    /// The numbers the office configures.
    pub rules: OfficeRules,
}

impl Profile {
    /// The legal day.
    pub fn today(&self) -> NaiveDate {
        match self.mode {
            Mode::Real => real_today(),
            Mode::Practice => self.practice_today.unwrap_or_else(real_today),
        }
    }
}

/// There is one office, and this is its key.
const ONLY: i64 = 1;

/// Creates the office with the calendars that come with the program.
/// [`StoreError::Duplicate`] means that there is an office already.
pub async fn create(transaction: &Transaction, profile: &Profile) -> Result<(), StoreError> {
    let row = office::ActiveModel {
        id: Set(ONLY),
        name: Set(profile.office.name.clone()),
        division_code: Set(profile.office.division.0.clone()),
        credit_code: Set(profile.credit_code.clone()),
        province_short_name: Set(profile.office.province_short.clone()),
        county_short_name: Set(profile.office.county_short.clone()),
        address: Set(profile.office.address.clone()),
        telephone: Set(profile.office.telephone.clone()),
        base_address: Set(profile.base_address.clone()),
        fonds_code: Set(profile.office.fonds.clone()),
        mode: Set(profile.mode.word().to_owned()),
        practice_today: Set(profile.practice_today.map(|day| day.to_string())),
        settings: Set(written(&profile.rules)?),
        created_at: Set(now()),
    };
    office::Entity::insert(row).exec_without_returning(transaction).await?;
    note(transaction, Chain::Office, office::Entity::find_by_id(ONLY)).await?;
    tables::add_built_in(transaction).await
}

/// The office; none if this database has not been initialised.
pub async fn find(reader: &impl Reader) -> Result<Option<Profile>, StoreError> {
    office::Entity::find_by_id(ONLY).one(reader).await?.map(profile).transpose()
}

/// The office of a database that has been initialised.
pub async fn load(reader: &impl Reader) -> Result<Profile, StoreError> {
    find(reader)
        .await?
        .ok_or_else(|| StoreError::Setting("no office has been initialised here".to_owned()))
}

fn profile(row: office::Model) -> Result<Profile, StoreError> {
    let mode = match row.mode.as_str() {
        "real" => Mode::Real,
        "practice" => Mode::Practice,
        _ => {
            return Err(StoreError::Damaged("the office has an unknown mode".to_owned()));
        }
    };
    let rules = serde_json::from_str(&row.settings)
        .map_err(|_| StoreError::Damaged("the office's settings cannot be read".to_owned()))?;
    Ok(Profile {
        office: Office {
            name: row.name,
            division: Division(row.division_code),
            province_short: row.province_short_name,
            county_short: row.county_short_name,
            address: row.address,
            telephone: row.telephone,
            fonds: row.fonds_code,
        },
        credit_code: row.credit_code,
        base_address: row.base_address,
        mode,
        practice_today: row.practice_today.as_deref().map(day).transpose()?,
        rules,
    })
}

fn written(rules: &OfficeRules) -> Result<String, StoreError> {
    serde_json::to_string(rules)
        .map_err(|_| StoreError::Damaged("the office's settings cannot be written".to_owned()))
}

/// Queues whoever changes what the whole office shares. As the first statement of a transaction it is
/// the write that everything read afterwards waits for.
pub(super) async fn lock(transaction: &Transaction) -> Result<(), StoreError> {
    let same = office::Column::Settings;
    office::Entity::update_many()
        .col_expr(same, Expr::col(same))
        .filter(office::Column::Id.eq(ONLY))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Changes what the office configures; the change is logged with its author.
pub async fn change_rules(
    transaction: &Transaction,
    actor: &str,
    rules: &OfficeRules,
) -> Result<(), StoreError> {
    // The write comes first so that the value read afterwards is the one it replaces. As text, because
    // one statement writes and reads.
    let locking = "UPDATE office SET settings = settings WHERE id = $1 RETURNING settings";
    let row = transaction.query_one_raw(statement(transaction, locking, [ONLY.into()])).await?;
    let before = row.map(|row| row.try_get::<String>("", "settings")).transpose()?;
    let after = written(rules)?;
    office::Entity::update_many()
        .col_expr(office::Column::Settings, Expr::value(after.clone()))
        .filter(office::Column::Id.eq(ONLY))
        .exec(transaction)
        .await?;
    note(transaction, Chain::Office, office::Entity::find_by_id(ONLY)).await?;
    audit::record_configuration(transaction, actor, "rules", before, after).await
}

/// What became of a wish to move the legal day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moved {
    /// It was moved.
    Moved,
    /// A real office lives by the calendar.
    NotAPracticeOffice,
    /// Something already happened on a later day.
    BeforeNewestAct(NaiveDate),
}

/// Moves the legal day of a practice office, but never before the newest act.
pub async fn move_day(store: &Store, to: NaiveDate) -> Result<Moved, StoreError> {
    let transaction = store.begin().await?;
    let done = office::Entity::update_many()
        .col_expr(office::Column::PracticeToday, Expr::value(to.to_string()))
        .filter(office::Column::Id.eq(ONLY))
        .filter(office::Column::Mode.eq(Mode::Practice.word()))
        .exec(&transaction)
        .await?;
    if done.rows_affected == 0 {
        return Ok(Moved::NotAPracticeOffice);
    }
    if let Some(newest) = newest_day(&transaction).await?.filter(|newest| to < *newest) {
        return Ok(Moved::BeforeNewestAct(newest));
    }
    note(&transaction, Chain::Office, office::Entity::find_by_id(ONLY)).await?;
    let moved = Some(Uuid::now_v7());
    jobs::enqueue(&transaction, &Task::PassTime { on: to, moved }).await?;
    transaction.commit().await?;
    Ok(Moved::Moved)
}

/// The legal day of the newest act in any case.
async fn newest_day(reader: &impl Reader) -> Result<Option<NaiveDate>, StoreError> {
    let newest: Option<Option<String>> = case_row::Entity::find()
        .select_only()
        .column_as(case_row::Column::LastOn.max(), "newest")
        .into_tuple()
        .one(reader)
        .await?;
    newest.flatten().as_deref().map(day).transpose()
}
