//! Statements as text, where the library cannot say them. Who writes one says why.

use sea_orm::{Statement, Value};

use crate::store::Reader;

/// A statement with its values; `$1` is the first of them on both databases.
pub(in crate::store) fn statement(
    reader: &impl Reader,
    text: &str,
    values: impl IntoIterator<Item = Value>,
) -> Statement {
    Statement::from_sql_and_values(reader.get_database_backend(), text, values)
}
