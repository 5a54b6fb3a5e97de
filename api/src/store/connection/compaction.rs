//! Writes a database's files anew, so that nothing is left in them of rows that are gone.

use sea_orm::{DatabaseConnection, DbBackend};

use super::connect;
use crate::store::StoreError;

/// Writes every table anew. Nobody else may be at work; takes as long again as the database has pages, and
/// twice its room.
pub(in crate::store) async fn rewrite(pool: &DatabaseConnection) -> Result<(), StoreError> {
    let statements: &[&str] = match pool.get_database_backend() {
        DbBackend::Sqlite => &["VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"],
        // The line is closed at the end, and its patience with it.
        _ => &["SET statement_timeout = 0", "SET lock_timeout = 0", "VACUUM (FULL)"],
    };
    let mut line = connect::take(pool).await?;
    for statement in statements {
        if let Err(error) = line.run(statement).await {
            line.close();
            return Err(error.into());
        }
    }
    line.close();
    Ok(())
}
