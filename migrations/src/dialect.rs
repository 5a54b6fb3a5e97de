//! One text of a statement for both databases.
//!
//! Statements are written with PostgreSQL's type names. SQLite's strict tables know only
//! INTEGER, TEXT and BLOB, so three words are replaced and `STRICT` is added to each table.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

/// Runs the statements in order, each in the words of the database at hand.
pub(crate) async fn run(manager: &SchemaManager<'_>, statements: &[&str]) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    for statement in statements {
        let text = in_words_of(manager.get_database_backend(), statement);
        connection.execute_unprepared(&text).await?;
    }
    Ok(())
}

fn in_words_of(backend: DbBackend, statement: &str) -> String {
    if backend != DbBackend::Sqlite {
        return statement.to_owned();
    }
    let text = statement
        .replace(" BIGINT", " INTEGER")
        .replace(" BOOLEAN", " INTEGER")
        .replace(" BYTEA", " BLOB");
    if text.trim_start().starts_with("CREATE TABLE") { text + " STRICT" } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sqlite_gets_its_own_type_names_and_strict_tables() {
        let statement = "CREATE TABLE example (at BIGINT NOT NULL, body BYTEA, yes BOOLEAN)";
        assert_eq!(
            in_words_of(DbBackend::Sqlite, statement),
            "CREATE TABLE example (at INTEGER NOT NULL, body BLOB, yes INTEGER) STRICT"
        );
        assert_eq!(in_words_of(DbBackend::Postgres, statement), statement);
    }
}
