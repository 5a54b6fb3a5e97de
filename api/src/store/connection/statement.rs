//! Statements as text, where the library cannot say them. Who writes one says why.

use sea_orm::sea_query::SelectStatement;
use sea_orm::{DbBackend, Statement, StatementBuilder, Value};

use crate::store::Reader;

/// A statement with its values; `$1` is the first of them on both databases.
pub(in crate::store) fn statement(
    reader: &impl Reader,
    text: &str,
    values: impl IntoIterator<Item = Value>,
) -> Statement {
    Statement::from_sql_and_values(reader.get_database_backend(), text, values)
}

/// A query that ends after so many rows. Their number stands in the text: of a number that comes as a
/// value PostgreSQL, where it plans once for all values, expects a tenth of the table, and would rather
/// sort the whole than walk along an index.
pub(in crate::store) fn first_rows(
    backend: DbBackend,
    query: &SelectStatement,
    rows: u64,
) -> Statement {
    let mut statement = StatementBuilder::build(query, &backend);
    statement.sql.push_str(&format!(" LIMIT {rows}"));
    statement
}
