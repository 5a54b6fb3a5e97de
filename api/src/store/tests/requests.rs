//! Repeated requests and the access log.

use uuid::Uuid;
use workflow::{Actor, Role, UserId};

use super::chains::case_with_events;
use super::databases;
use crate::store::StoreError;
use crate::store::asker::Asker;
use crate::store::log::audit::{self, Access, AccessOutcome};
use crate::store::log::idempotency::{self, Earlier, RepeatKey};

#[tokio::test]
async fn a_repeated_request_finds_its_first_outcome() {
    for database in databases().await {
        let store = &database.store;
        let case_id = case_with_events(store, 1).await;
        let key = RepeatKey {
            untouched: false,
            caller: UserId(Uuid::new_v4()),
            operation: "accept_case",
            key: "7f",
            body_digest: b"one",
        };
        let transaction = store.begin().await.expect("begin");
        assert_eq!(idempotency::find(&transaction, &key).await.expect("find"), Earlier::None);
        idempotency::keep(&transaction, &key, case_id, 2).await.expect("keep");
        transaction.commit().await.expect("commit");

        let same = Earlier::Same { case_id, version: 2 };
        assert_eq!(idempotency::find(store.reader(), &key).await.expect("find"), same);
        let other = RepeatKey { body_digest: b"two", ..key };
        let found = idempotency::find(store.reader(), &other).await.expect("find");
        assert_eq!(found, Earlier::Other, "{}", database.name);
        let stranger = RepeatKey { caller: UserId(Uuid::new_v4()), ..key };
        let found = idempotency::find(store.reader(), &stranger).await.expect("find");
        assert_eq!(found, Earlier::None, "{}", database.name);

        let transaction = store.begin().await.expect("begin");
        let second = idempotency::keep(&transaction, &key, case_id, 2).await;
        assert!(matches!(second, Err(StoreError::Duplicate)), "{}", database.name);
    }
}

#[tokio::test]
async fn an_attempt_on_a_case_that_does_not_exist_is_logged() {
    for database in databases().await {
        let asker = Asker {
            actor: Actor { id: UserId(Uuid::new_v4()), name: "周明远".to_owned() },
            roles: [Role::Registrar, Role::Archivist].into(),
            organization: "练习县民政局".to_owned(),
            operation: "show_case".to_owned(),
            request_id: "r-1".to_owned(),
            factor_at: None,
        };
        let access = Access {
            asker: &asker,
            case_id: Some(workflow::CaseId(Uuid::new_v4())),
            outcome: AccessOutcome::NotFound,
            rules: &[],
        };
        audit::note(&database.store, access).await.expect("recorded");
    }
}
