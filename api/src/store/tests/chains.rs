//! Appending to chains, loading them, and finding what was tampered with.

use sea_orm::ConnectionTrait;
use uuid::Uuid;
use workflow::{CaseId, UserId};

use super::databases;
use crate::clock::now;
use crate::store::log::chain::DamageClass;
use crate::store::log::events::{self, Act, Head, NewEvent};
use crate::store::{Store, StoreError};

fn act() -> Act {
    Act { actor: UserId(Uuid::new_v4()), command_id: Uuid::now_v7(), recorded_at: now() }
}

fn some_events(count: usize) -> Vec<NewEvent> {
    (0..count)
        .map(|place| NewEvent { kind: "paper_filed", body: format!("{{\"n\":{place}}}").into() })
        .collect()
}

/// A new case whose chain has so many events.
pub(super) async fn case_with_events(store: &Store, count: usize) -> CaseId {
    let case_id = CaseId(Uuid::new_v4());
    let transaction = store.begin().await.expect("begin");
    let head = events::begin_chain(&transaction, case_id).await.expect("begin chain");
    events::append(&transaction, case_id, head, act(), some_events(count)).await.expect("append");
    transaction.commit().await.expect("commit");
    case_id
}

async fn append_one(store: &Store, case_id: CaseId) -> Result<Head, StoreError> {
    let transaction = store.begin().await?;
    let head = events::lock(&transaction, case_id).await?.expect("a case");
    let head = events::append(&transaction, case_id, head, act(), some_events(1)).await?;
    transaction.commit().await?;
    Ok(head)
}

#[tokio::test]
async fn events_come_back_in_order_and_the_chain_is_whole() {
    for database in databases().await {
        let store = &database.store;
        let case_id = case_with_events(store, 3).await;
        append_one(store, case_id).await.expect("append");
        let events = events::load(store.reader(), case_id).await.expect("load");
        let versions: Vec<i64> = events.iter().map(|event| event.version).collect();
        assert_eq!(versions, [1, 2, 3, 4], "{}", database.name);
        assert_eq!(events[1].body, b"{\"n\":1}", "{}", database.name);
        assert_eq!(
            events::check_all(store.reader()).await.expect("check"),
            [],
            "{}",
            database.name
        );
    }
}

#[tokio::test]
async fn a_case_that_does_not_exist_cannot_be_locked() {
    for database in databases().await {
        let transaction = database.store.begin().await.expect("begin");
        let head = events::lock(&transaction, CaseId(Uuid::new_v4())).await.expect("lock");
        assert_eq!(head, None, "{}", database.name);
    }
}

#[tokio::test]
async fn writers_of_one_case_queue_and_none_fails() {
    for database in databases().await {
        let store = &database.store;
        let case_id = case_with_events(store, 1).await;
        let writers: Vec<_> = (0..8)
            .map(|_| {
                let store = store.clone();
                tokio::spawn(async move {
                    for _ in 0..5 {
                        append_one(&store, case_id).await.expect("append");
                    }
                })
            })
            .collect();
        for writer in writers {
            writer.await.expect("a writer");
        }
        let events = events::load(store.reader(), case_id).await.expect("load");
        assert_eq!(events.len(), 41, "{}", database.name);
        assert_eq!(
            events::check_all(store.reader()).await.expect("check"),
            [],
            "{}",
            database.name
        );
    }
}

/// Switches protection off, as the database's owner could, and runs a statement.
async fn tamper(store: &Store, statement: &str) {
    let connection = store.reader();
    let unprotect = match connection.get_database_backend() {
        sea_orm::DbBackend::Sqlite => {
            "DROP TRIGGER event_refuses_update; DROP TRIGGER event_refuses_delete"
        }
        _ => "ALTER TABLE event DISABLE TRIGGER USER",
    };
    connection.execute_unprepared(unprotect).await.expect("unprotect");
    connection.execute_unprepared(statement).await.expect("tamper");
}

#[tokio::test]
async fn tampering_is_found_at_its_place() {
    let bytes = "'{\"n\":7}'";
    let body = |database: &str| match database {
        "SQLite" => format!("CAST({bytes} AS BLOB)"),
        _ => format!("convert_to({bytes}, 'UTF8')"),
    };
    for place in 0..4 {
        for database in databases().await {
            let store = &database.store;
            let case_id = case_with_events(store, 3).await;
            case_with_events(store, 2).await;
            let (change, version, class) = match place {
                0 => (
                    format!("UPDATE event SET body = {}", body(database.name)),
                    2,
                    DamageClass::Altered,
                ),
                1 => {
                    ("UPDATE event SET actor = 'somebody else'".to_owned(), 2, DamageClass::Altered)
                }
                2 => ("DELETE FROM event".to_owned(), 2, DamageClass::Missing),
                _ => ("UPDATE event SET kind = 'registered'".to_owned(), 3, DamageClass::Altered),
            };
            let statement = format!("{change} WHERE case_id = '{case_id}' AND version = {version}");
            tamper(store, &statement).await;
            let found = events::check_all(store.reader()).await.expect("check");
            assert_eq!(found.len(), 1, "{}: {statement}", database.name);
            assert_eq!(found[0].case_id, case_id.to_string());
            assert_eq!((found[0].damage.version, found[0].damage.class), (version, class));
            let load = events::load(store.reader(), case_id).await;
            assert!(matches!(load, Err(StoreError::Damaged(_))), "{}", database.name);
        }
    }
}

#[tokio::test]
async fn a_missing_tail_is_found_by_the_head() {
    for database in databases().await {
        let store = &database.store;
        let case_id = case_with_events(store, 3).await;
        tamper(store, &format!("DELETE FROM event WHERE case_id = '{case_id}' AND version = 3"))
            .await;
        let found = events::check_all(store.reader()).await.expect("check");
        assert_eq!(found.len(), 1, "{}", database.name);
        assert_eq!((found[0].damage.version, found[0].damage.class), (3, DamageClass::Missing));
    }
}
