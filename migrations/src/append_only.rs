//! Triggers that refuse every change to a table that may only grow.
//!
//! SQLite has no TRUNCATE; its `INSERT OR REPLACE` deletes first, and fires the delete trigger
//! because the connection switches `recursive_triggers` on. PostgreSQL needs a statement
//! trigger of its own for TRUNCATE.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

/// Makes `table` append-only on the database at hand.
pub(crate) async fn protect(manager: &SchemaManager<'_>, table: &str) -> Result<(), DbErr> {
    let statements = match manager.get_database_backend() {
        DbBackend::Sqlite => sqlite(table),
        _ => postgres(table),
    };
    for statement in statements {
        manager.get_connection().execute_unprepared(&statement).await?;
    }
    Ok(())
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
