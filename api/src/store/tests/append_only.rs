//! No statement can change or remove what was appended.

use sea_orm::{ConnectionTrait, DbBackend};

use super::chains::case_with_events;
use super::databases;

#[tokio::test]
async fn every_way_of_changing_a_table_that_only_grows_is_refused() {
    for database in databases().await {
        case_with_events(&database.store, 2).await;
        let connection = database.store.reader();
        connection
            .execute_unprepared(
                "INSERT INTO access_log VALUES ('a', 1, 'b', '', 'c', NULL, 'read', '', 'd'); \
                 INSERT INTO configuration_change VALUES ('a', 1, 'b', 'c', NULL, 'd')",
            )
            .await
            .expect("rows may be added");
        for (table, column) in
            [("event", "kind"), ("access_log", "outcome"), ("configuration_change", "after")]
        {
            let mut statements =
                vec![format!("UPDATE {table} SET {column} = 'x'"), format!("DELETE FROM {table}")];
            match connection.get_database_backend() {
                DbBackend::Sqlite => {
                    statements.push(format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table}"))
                }
                _ => statements.push(format!("TRUNCATE {table} CASCADE")),
            }
            for statement in statements {
                let refused = connection.execute_unprepared(&statement).await;
                assert!(refused.is_err(), "{}: {statement}", database.name);
            }
        }
    }
}
