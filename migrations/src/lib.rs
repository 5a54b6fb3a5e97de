//! The schema of Guijia on SQLite and PostgreSQL: one file per topic, applied in the order listed here.
//!
//! The statements are written once, in PostgreSQL's words; `dialect` turns the few type names
//! into SQLite's. Only the triggers of `append_only` are written twice.

pub mod append_only;
pub mod catalogue;
mod dialect;
mod m0001_office;
mod m0002_event_log;
mod m0003_case_rows;
mod m0004_numbers;
mod m0005_jobs;
mod m0006_audit;
mod m0007_calendar;
mod m0008_people;
mod m0009_sign_in;
mod m0010_query_codes;
mod m0011_calendar_editions;
mod m0012_donations;
mod m0013_procedures;
mod m0014_file_sets;
mod m0015_certificate_numbers;
mod m0016_compared_numbers;
mod m0017_office_log;
mod m0018_storage_probe;
mod m0019_job_deaths;
mod m0020_plain_orders;
mod m0021_job_urgency;
mod m0022_sealing;
mod m0023_second_factor;
mod m0024_times_in_office_log;
mod m0025_desk;
mod m0026_indicator_sets;
mod m0027_assessors;
mod m0028_evidence_files;
mod m0029_received_by_urgency;
mod m0030_placers;

pub use append_only::missing_guards;

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, SqliteTransactionMode,
    Statement, TransactionOptions, TransactionTrait,
};

/// Serialises starters on PostgreSQL; the number only has to be ours.
const LOCK: &str = "SELECT pg_advisory_xact_lock(7128650417)";

/// A change of many rows takes longer than any question of the service may.
const UNHURRIED: &str =
    "SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0";

/// Brings the schema up to date, all or nothing. Several starters may call this at once: the
/// first does the work and the others wait for it.
pub async fn apply(connection: &DatabaseConnection) -> Result<(), DbErr> {
    let transaction = begin(connection).await?;
    Migrator::up(&transaction, None).await?;
    transaction.commit().await
}

/// Makes the schema of a program that knew only so many of the migrations, in a transaction that is left
/// open for its rows. Nothing happens until it is committed.
///
/// # Errors
/// When the database refuses.
pub async fn begin_with_first(
    connection: &DatabaseConnection,
    count: u32,
) -> Result<DatabaseTransaction, DbErr> {
    let transaction = begin(connection).await?;
    Migrator::up(&transaction, Some(count)).await?;
    Ok(transaction)
}

/// A transaction that no other starter works beside, and that may take its time.
async fn begin(connection: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..Default::default()
    };
    let transaction = connection.begin_with_options(options).await?;
    if transaction.get_database_backend() == DbBackend::Postgres {
        transaction.execute_unprepared(UNHURRIED).await?;
        transaction.execute_unprepared(LOCK).await?;
    }
    Ok(transaction)
}

/// The names of the migrations this program knows, oldest first.
pub fn known() -> Vec<String> {
    Migrator::migrations().iter().map(|migration| migration.name().to_owned()).collect()
}

/// The names of the migrations that made a database, oldest first.
///
/// # Errors
/// When the database does not answer, or has no schema.
pub async fn applied(connection: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    let backend = connection.get_database_backend();
    let question = format!("SELECT version FROM {} ORDER BY version", catalogue::MIGRATIONS);
    let rows = connection.query_all_raw(Statement::from_string(backend, question)).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}

/// Whether every migration known here has been applied. Changes nothing; fails if the database
/// has migrations this program does not know, which means that the program is too old for it.
pub async fn is_current(connection: &DatabaseConnection) -> Result<bool, DbErr> {
    Ok(Migrator::get_pending_migrations_read_only(connection).await?.is_empty())
}

/// All migrations, oldest first.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_office::Migration),
            Box::new(m0002_event_log::Migration),
            Box::new(m0003_case_rows::Migration),
            Box::new(m0004_numbers::Migration),
            Box::new(m0005_jobs::Migration),
            Box::new(m0006_audit::Migration),
            Box::new(m0007_calendar::Migration),
            Box::new(m0008_people::Migration),
            Box::new(m0009_sign_in::Migration),
            Box::new(m0010_query_codes::Migration),
            Box::new(m0011_calendar_editions::Migration),
            Box::new(m0012_donations::Migration),
            Box::new(m0013_procedures::Migration),
            Box::new(m0014_file_sets::Migration),
            Box::new(m0015_certificate_numbers::Migration),
            Box::new(m0016_compared_numbers::Migration),
            Box::new(m0017_office_log::Migration),
            Box::new(m0018_storage_probe::Migration),
            Box::new(m0019_job_deaths::Migration),
            Box::new(m0020_plain_orders::Migration),
            Box::new(m0021_job_urgency::Migration),
            Box::new(m0022_sealing::Migration),
            Box::new(m0023_second_factor::Migration),
            Box::new(m0024_times_in_office_log::Migration),
            Box::new(m0025_desk::Migration),
            Box::new(m0026_indicator_sets::Migration),
            Box::new(m0027_assessors::Migration),
            Box::new(m0028_evidence_files::Migration),
            Box::new(m0029_received_by_urgency::Migration),
            Box::new(m0030_placers::Migration),
        ]
    }
}
