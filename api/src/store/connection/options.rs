//! What every pool and every line of it is set to.

use std::time::Duration;

use sea_orm::ConnectOptions;
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};

use super::address::Address;

/// How long a writer waits for another before it gives up.
pub(super) const LOCK_WAIT: Duration = Duration::from_secs(10);

/// A pool of at most so many lines, for one of which somebody waits at most so long.
///
/// No line is closed for its age. The library's task for that counts the idle lines while others take and
/// return them; where it meets them in the middle of that, the count is one less than none, and the task goes
/// round for ever on a thread that does nothing else any more.
pub(super) fn of_a_pool(address: &Address, lines: u32, patience: Duration) -> ConnectOptions {
    let mut options = ConnectOptions::new(address.0.clone());
    // Statements are not logged: their values are personal data.
    options.sqlx_logging(false).record_stmt_in_spans(false);
    options.max_connections(lines).acquire_timeout(patience);
    options.idle_timeout(None).max_lifetime(None);
    options
}

/// The settings of every line to SQLite.
pub(super) fn pin_sqlite(options: &mut ConnectOptions) {
    options.map_sqlx_sqlite_opts(|sqlite| {
        sqlite
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(LOCK_WAIT)
            .pragma("recursive_triggers", "ON")
            .pragma("journal_size_limit", "67108864")
            .pragma("cell_size_check", "ON")
            .pragma("trusted_schema", "OFF")
    });
}

/// The settings of every line to PostgreSQL.
pub(super) fn pin_postgres(options: &mut ConnectOptions) {
    options.map_sqlx_postgres_opts(|postgres| {
        postgres.application_name("guijia").options([
            ("timezone", "UTC"),
            ("statement_timeout", "30s"),
            ("lock_timeout", "10s"),
            ("idle_in_transaction_session_timeout", "60s"),
        ])
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_closed_for_its_age() {
        let address = Address("sqlite::memory:".to_owned());
        let options = of_a_pool(&address, 1, LOCK_WAIT);
        assert_eq!(options.get_idle_timeout(), Some(None));
        assert_eq!(options.get_max_lifetime(), Some(None));
    }
}
