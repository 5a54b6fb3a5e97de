//! The schema as it lies in a database: its tables with their columns, for whoever copies all of them
//! without knowing what they hold.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend, QueryResult, Statement};

/// The table in which the library keeps which migrations were applied.
pub const MIGRATIONS: &str = "seaql_migrations";

/// A table as it lies in a database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns, in the order in which they were made.
    pub columns: Vec<Column>,
    /// The columns of its primary key, in the order of the key.
    pub key: Vec<String>,
}

/// A column as it lies in a database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A whole number; on SQLite a truth value too, as 0 or 1.
    Number,
    /// A truth value.
    Truth,
    /// Bytes.
    Bytes,
}

/// Every table of the schema by its name, but for the one of the migrations.
///
/// # Errors
/// When the database does not answer, or has a column of a kind that no migration makes.
pub async fn tables(connection: &impl ConnectionTrait) -> Result<Vec<Table>, DbErr> {
    let questions = Questions::of(connection.get_database_backend());
    let mut tables = Vec::new();
    for row in ask(connection, questions.tables, []).await? {
        let name: String = row.try_get_by_index(0)?;
        if name == MIGRATIONS {
            continue;
        }
        let mut columns = Vec::new();
        for row in ask(connection, questions.columns, [name.as_str().into()]).await? {
            columns.push(Column { name: row.try_get_by_index(0)?, kind: kind(&name, &row)? });
        }
        let keys = ask(connection, questions.key, [name.as_str().into()]).await?;
        let key = keys.iter().map(|row| row.try_get_by_index(0)).collect::<Result<_, _>>()?;
        tables.push(Table { name, columns, key });
    }
    Ok(tables)
}

/// Lets references of one row to another wait for the end of the transaction, so that tables can be
/// filled in any order. [`bind`] takes it back.
///
/// # Errors
/// When the database refuses.
pub async fn loosen(transaction: &impl ConnectionTrait) -> Result<(), DbErr> {
    match transaction.get_database_backend() {
        // SQLite itself takes this back when the transaction ends.
        DbBackend::Sqlite => {
            transaction.execute_unprepared("PRAGMA defer_foreign_keys = ON").await?;
            Ok(())
        }
        _ => alter_references(transaction, "DEFERRABLE INITIALLY DEFERRED").await,
    }
}

/// Looks at every reference now, and lets none wait any more.
///
/// # Errors
/// When a row refers to another that is not there. SQLite finds that when the transaction ends.
pub async fn bind(transaction: &impl ConnectionTrait) -> Result<(), DbErr> {
    if transaction.get_database_backend() == DbBackend::Sqlite {
        return Ok(());
    }
    transaction.execute_unprepared("SET CONSTRAINTS ALL IMMEDIATE").await?;
    alter_references(transaction, "NOT DEFERRABLE").await
}

async fn alter_references(transaction: &impl ConnectionTrait, how: &str) -> Result<(), DbErr> {
    let question = "SELECT format('ALTER TABLE %I ALTER CONSTRAINT %I ', r.relname, c.conname) \
                    FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid \
                    JOIN pg_namespace n ON n.oid = r.relnamespace \
                    WHERE c.contype = 'f' AND n.nspname = current_schema() \
                    ORDER BY r.relname, c.conname";
    for row in ask(transaction, question, []).await? {
        let change: String = row.try_get_by_index(0)?;
        transaction.execute_unprepared(&(change + how)).await?;
    }
    Ok(())
}

/// How one asks for the schema.
struct Questions {
    tables: &'static str,
    columns: &'static str,
    key: &'static str,
}

impl Questions {
    fn of(backend: DbBackend) -> Questions {
        match backend {
            DbBackend::Sqlite => Questions {
                tables: "SELECT name FROM sqlite_schema \
                         WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
                columns: "SELECT name, lower(type) FROM pragma_table_info($1) ORDER BY cid",
                key: "SELECT name FROM pragma_table_info($1) WHERE pk > 0 ORDER BY pk",
            },
            _ => Questions {
                tables: "SELECT table_name::text FROM information_schema.tables \
                         WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' \
                         ORDER BY table_name::text COLLATE \"C\"",
                columns: "SELECT column_name::text, data_type::text \
                          FROM information_schema.columns \
                          WHERE table_schema = current_schema() AND table_name = $1 \
                          ORDER BY ordinal_position",
                key: "SELECT a.attname::text FROM pg_index i \
                      JOIN pg_class r ON r.oid = i.indrelid \
                      JOIN pg_namespace n ON n.oid = r.relnamespace \
                      JOIN unnest(i.indkey) WITH ORDINALITY AS k (number, place) ON true \
                      JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum = k.number \
                      WHERE i.indisprimary AND n.nspname = current_schema() AND r.relname = $1 \
                      ORDER BY k.place",
            },
        }
    }
}

/// What a column holds, by the word of the database for it.
fn kind(table: &str, row: &QueryResult) -> Result<Kind, DbErr> {
    let word: String = row.try_get_by_index(1)?;
    match word.as_str() {
        "text" => Ok(Kind::Text),
        "integer" | "bigint" => Ok(Kind::Number),
        "boolean" => Ok(Kind::Truth),
        "blob" | "bytea" => Ok(Kind::Bytes),
        _ => Err(DbErr::Custom(format!("{table} has a column of the unknown kind {word}"))),
    }
}

async fn ask(
    connection: &impl ConnectionTrait,
    question: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<QueryResult>, DbErr> {
    let backend = connection.get_database_backend();
    connection.query_all_raw(Statement::from_sql_and_values(backend, question, values)).await
}
