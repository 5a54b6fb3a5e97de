//! An empty database into which a whole one is written: its schema and every row, or nothing.

use migrations::catalogue::{self, Table};
use sea_orm::sea_query::{Alias, Expr, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction, StatementBuilder};

use super::cells;
use super::part::Part;
use crate::store::StoreError;
use crate::store::connection::connect::{self, Address, Look, Size};

/// How many rows are written by one statement: SQLite bounds how many values it may have.
const AT_ONCE: usize = 200;

/// How the schema of a copy stands to that of this program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    /// It is this program's own.
    Same,
    /// This program brings it up to date.
    Older,
    /// This program does not know it: a newer one made it.
    Newer,
}

/// The migrations this program knows, oldest first.
pub fn known() -> Vec<String> {
    migrations::known()
}

/// Compares a list of migrations with those this program knows.
pub fn age(schema: &[String]) -> Age {
    let known = known();
    match known.starts_with(schema) {
        true if known.len() == schema.len() => Age::Same,
        true => Age::Older,
        false => Age::Newer,
    }
}

/// Whether a database has no table yet. Nothing is made by looking.
///
/// # Errors
/// When the database cannot be reached.
pub async fn is_empty(address: &Address) -> Result<bool, StoreError> {
    if address.is_embedded() && address.file().is_none_or(|file| !file.exists()) {
        return Ok(true);
    }
    let connection = connect::connect_read_only(address, Look::AsItLies).await?;
    Ok(catalogue::tables(&connection).await?.is_empty())
}

/// A database that is being filled. Dropped before its end, it stays empty.
pub struct Target {
    transaction: DatabaseTransaction,
    tables: Vec<Table>,
}

impl Target {
    /// Makes the schema of a copy in an empty database.
    ///
    /// # Errors
    /// When the database cannot be reached or has a schema already, or this program does not know the
    /// copy's.
    pub async fn begin(address: &Address, schema: &[String]) -> Result<Target, StoreError> {
        let steps = u32::try_from(schema.len()).ok().filter(|_| age(schema) != Age::Newer);
        let steps = steps.ok_or_else(|| StoreError::Setting("the schema is unknown".to_owned()))?;
        let connection = connect::connect(address, Size::OFFICE).await?;
        if !catalogue::tables(&connection).await?.is_empty() {
            return Err(StoreError::Setting("the database is not empty".to_owned()));
        }
        let transaction = migrations::begin_with_first(&connection, steps).await?;
        catalogue::loosen(&transaction).await?;
        let tables = catalogue::tables(&transaction).await?;
        Ok(Target { transaction, tables })
    }

    /// Writes some rows.
    ///
    /// # Errors
    /// When they are of a table, or have columns, that the schema does not have; when the database
    /// refuses them.
    pub async fn lay(&self, part: &Part) -> Result<(), StoreError> {
        let strange = || {
            let name = &part.table;
            StoreError::Damaged(format!("the rows of {name} do not fit into its schema"))
        };
        let table =
            self.tables.iter().find(|table| table.name == part.table).ok_or_else(strange)?;
        let own = table.columns.iter().map(|column| &column.name);
        if !own.eq(&part.columns) {
            return Err(strange());
        }
        for rows in part.rows.chunks(AT_ONCE) {
            let mut query = Query::insert();
            query.into_table(Alias::new(&table.name));
            query.columns(part.columns.iter().map(Alias::new));
            for row in rows {
                let values = row.iter().zip(&table.columns);
                let values = values.map(|(cell, column)| Ok(cells::laid(cell, column)?.into()));
                let values = values.collect::<Result<Vec<Expr>, StoreError>>()?;
                query.values(values).map_err(|_| strange())?;
            }
            let backend = self.transaction.get_database_backend();
            self.transaction.execute_raw(StatementBuilder::build(&query, &backend)).await?;
        }
        Ok(())
    }

    /// Looks at every reference and keeps what was written.
    ///
    /// # Errors
    /// When a row refers to another that was not written, or the database refuses.
    pub async fn commit(self) -> Result<(), StoreError> {
        catalogue::bind(&self.transaction).await?;
        Ok(self.transaction.commit().await?)
    }
}
