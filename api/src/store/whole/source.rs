//! A database that is read as a whole, at one moment, while others work in it.

use migrations::catalogue::{self, Table};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, StatementBuilder, Value};

use super::cells;
use super::part::Part;
use crate::store::StoreError;
use crate::store::connection::connect::Address;
use crate::store::connection::snapshot::Snapshot;
use crate::store::connection::statement::statement;

/// How many rows are read at a time.
const AT_A_TIME: u64 = 1000;

/// The database of an office as it is at one moment.
///
/// It is read in one transaction that cannot write: on SQLite its write-ahead log keeps that moment while
/// others go on, on PostgreSQL the isolation does. No copy of it comes into being anywhere.
pub struct Source {
    snapshot: Snapshot,
    schema: Vec<String>,
    tables: Vec<Table>,
}

/// Whose database it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// The office's unified social credit code.
    pub credit_code: String,
    /// The office's name.
    pub name: String,
    /// `real` or `practice`.
    pub mode: String,
}

impl Source {
    /// Opens the database of an office, whose schema may be an older one.
    ///
    /// # Errors
    /// When there is no database, or when it cannot be reached.
    pub async fn open(address: &Address) -> Result<Source, StoreError> {
        let snapshot = Snapshot::open_among_others(address).await?;
        let schema = migrations::applied(&snapshot).await?;
        let tables = catalogue::tables(&snapshot).await?;
        Ok(Source { snapshot, schema, tables })
    }

    /// The migrations that made it, oldest first.
    pub fn schema(&self) -> &[String] {
        &self.schema
    }

    /// The names of its tables.
    pub fn tables(&self) -> impl Iterator<Item = &str> {
        self.tables.iter().map(|table| table.name.as_str())
    }

    /// Whose it is; none where no office was founded in it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn owner(&self) -> Result<Option<Owner>, StoreError> {
        // As text: the columns of an older schema may be fewer than those of the entity.
        let text = "SELECT credit_code, name, mode FROM office";
        let reader = &self.snapshot;
        let row = reader.query_one_raw(statement(reader, text, [])).await?;
        row.map(|row| {
            Ok(Owner {
                credit_code: row.try_get_by_index(0)?,
                name: row.try_get_by_index(1)?,
                mode: row.try_get_by_index(2)?,
            })
        })
        .transpose()
    }

    /// The first rows of a table, or those that follow a part of it; none after the last.
    ///
    /// # Errors
    /// When there is no such table, or it cannot be read.
    pub async fn part(&self, name: &str, after: Option<&Part>) -> Result<Option<Part>, StoreError> {
        let table = self.tables.iter().find(|table| table.name == name);
        let table =
            table.ok_or_else(|| StoreError::Damaged(format!("there is no table {name}")))?;
        let query = page(table, after)?;
        let reader = &self.snapshot;
        let statement = StatementBuilder::build(&query, &reader.get_database_backend());
        let mut rows = Vec::new();
        for row in reader.query_all_raw(statement).await? {
            let cells = table.columns.iter().map(|column| cells::taken(&row, column));
            rows.push(cells.collect::<Result<_, _>>()?);
        }
        let columns = table.columns.iter().map(|column| column.name.clone()).collect();
        let part = Part { table: name.to_owned(), columns, rows };
        Ok((!part.rows.is_empty()).then_some(part))
    }
}

/// The rows of a table in the order of its key, after the last of a part.
fn page(table: &Table, after: Option<&Part>) -> Result<SelectStatement, StoreError> {
    let mut query = Query::select();
    query.from(Alias::new(&table.name)).limit(AT_A_TIME);
    query.columns(table.columns.iter().map(|column| Alias::new(&column.name)));
    for name in &table.key {
        query.order_by(Alias::new(name), Order::Asc);
    }
    if let Some(last) = after.and_then(|part| part.rows.last()) {
        let key = table.key.iter().map(|name| Expr::col(Alias::new(name)));
        let passed = table.key.iter().map(|name| passed(table, last, name).map(Expr::from));
        let passed = passed.collect::<Result<Vec<Expr>, _>>()?;
        query.and_where(Expr::tuple(key).gt(Expr::tuple(passed)));
    }
    Ok(query)
}

/// What stands in a column of the key in the last row that was read.
fn passed(table: &Table, row: &[serde_json::Value], name: &str) -> Result<Value, StoreError> {
    let mut columns = table.columns.iter().zip(row);
    let found = columns.find(|(column, _)| column.name == name);
    let (column, cell) =
        found.ok_or_else(|| StoreError::Damaged("a key is not read".to_owned()))?;
    cells::laid(cell, column)
}
