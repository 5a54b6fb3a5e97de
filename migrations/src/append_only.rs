//! Triggers that refuse every change to a table that may only grow.
//!
//! SQLite has no TRUNCATE; its `INSERT OR REPLACE` deletes first, and fires the delete trigger
//! because the connection switches `recursive_triggers` on. PostgreSQL needs a statement
//! trigger of its own for TRUNCATE.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend, Statement};

/// The tables that may only grow.
const PROTECTED: [&str; 6] = [
    "access_log",
    "configuration_change",
    "donation_entry",
    "donation_hold_log",
    "event",
    "office_log",
];

/// Whether a table may only grow.
pub fn is_protected(table: &str) -> bool {
    PROTECTED.contains(&table)
}

/// Makes `table` append-only on the database at hand.
pub(crate) async fn protect(manager: &SchemaManager<'_>, table: &str) -> Result<(), DbErr> {
    lower(manager.get_connection(), table).await
}

/// Lets the rows of a table be changed until [`lower`] is called in the same transaction. Only for a change
/// of how they are stored, never of what they say.
///
/// # Errors
/// When the database fails.
pub async fn lift(connection: &impl ConnectionTrait, table: &str) -> Result<(), DbErr> {
    let triggers: &[&str] = match connection.get_database_backend() {
        DbBackend::Sqlite => &["update", "delete"],
        _ => &["change", "truncate"],
    };
    for trigger in triggers {
        let name = format!("{table}_refuses_{trigger}");
        let text = match connection.get_database_backend() {
            DbBackend::Sqlite => format!("DROP TRIGGER {name}"),
            _ => format!("DROP TRIGGER {name} ON {table}"),
        };
        connection.execute_unprepared(&text).await?;
    }
    Ok(())
}

/// Makes a table append-only, again or for the first time.
///
/// # Errors
/// When the database fails.
pub async fn lower(connection: &impl ConnectionTrait, table: &str) -> Result<(), DbErr> {
    let statements = match connection.get_database_backend() {
        DbBackend::Sqlite => sqlite(table),
        _ => postgres(table),
    };
    for statement in statements {
        connection.execute_unprepared(&statement).await?;
    }
    Ok(())
}

/// The triggers that are not there, or switched off.
///
/// # Errors
/// When the database does not say which it has.
pub async fn missing_guards(connection: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    let backend = connection.get_database_backend();
    let (question, endings) = match backend {
        DbBackend::Sqlite => {
            ("SELECT name FROM sqlite_master WHERE type = 'trigger'", ["update", "delete"])
        }
        _ => (
            "SELECT tgname::text FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid \
             WHERE tgenabled IN ('O', 'A') AND relnamespace = current_schema()::regnamespace",
            ["change", "truncate"],
        ),
    };
    let rows = connection.query_all_raw(Statement::from_string(backend, question)).await?;
    let there: Vec<String> =
        rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<_, _>>()?;
    let guards = PROTECTED.iter().flat_map(|table| {
        endings.into_iter().map(move |ending| format!("{table}_refuses_{ending}"))
    });
    Ok(guards.filter(|guard| !there.contains(guard)).collect())
}

fn sqlite(table: &str) -> Vec<String> {
    ["UPDATE", "DELETE"]
        .into_iter()
        .map(|change| {
            format!(
                "CREATE TRIGGER {table}_refuses_{} BEFORE {change} ON {table} \
                 BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
                change.to_lowercase()
            )
        })
        .collect()
}

fn postgres(table: &str) -> Vec<String> {
    vec![
        "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $body$ \
         BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $body$"
            .to_owned(),
        format!(
            "CREATE TRIGGER {table}_refuses_change BEFORE UPDATE OR DELETE ON {table} \
             FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        ),
        format!(
            "CREATE TRIGGER {table}_refuses_truncate BEFORE TRUNCATE ON {table} \
             FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        ),
    ]
}
