//! What is cleared away and what stays, on real databases.

use uuid::Uuid;
use workflow::{CaseId, Role, UserId};

use super::*;
use crate::execute::execute;
use crate::execute::tests::{apply, apps, asker};
use crate::jobs::drain;
use crate::store::log::idempotency::{Earlier, RepeatKey};
use crate::store::people::invitations::NewInvitation;
use crate::store::people::refresh::{Presented, Refresh};
use crate::store::people::sessions::Session;
use crate::store::people::{self, Profile};
use crate::store::{Transaction, jobs as stored_jobs};

fn person() -> Profile {
    Profile {
        login: "somebody".to_owned(),
        name: "白露".to_owned(),
        roles: vec![Role::Registrar],
        organization: "练习县民政局".to_owned(),
        registrar_number: None,
        qualification: None,
        practice_number: None,
    }
}

/// One of everything, made now; the session with a used token and its sealed successor.
async fn fill(transaction: &Transaction, now: Instant) -> Session {
    let user = UserId(Uuid::new_v4());
    people::add(transaction, user, &person(), now).await.expect("a person");
    let (id, ends_at) = (Uuid::new_v4(), now + HOUR);
    let session = Session {
        id,
        user,
        case_id: None,
        signed_in_at: now,
        ends_at,
        factor_at: None,
        awaits_factor: false,
    };
    sessions::begin(transaction, &session, None).await.expect("a session");
    let token = Refresh { digest: b"token", session: id, issued_at: now, idle_until: ends_at };
    refresh::add(transaction, token).await.expect("a token");
    let used = refresh::present(transaction, b"token", b"client", now).await.expect("shown");
    assert_eq!(used, Presented::Good(session));
    refresh::keep_successor(transaction, b"token", id, b"sealed".to_vec()).await.expect("kept");
    sessions::count_failure(transaction, &[b"login"], now, now - DAY).await.expect("counted");
    devices::add(transaction, b"device", user, now).await.expect("a device");
    let expires_at = now + DAY;
    let new = NewInvitation { digest: b"code", user, by: None, created_at: now, expires_at };
    invitations::add(transaction, new).await.expect("an invitation");
    session
}

/// Keeps a request under a key.
async fn keep_key(app: &App, case_id: CaseId) {
    let transaction = app.store.begin().await.expect("begun");
    idempotency::keep(&transaction, &key(), case_id, 1).await.expect("kept");
    transaction.commit().await.expect("committed");
}

fn key() -> RepeatKey<'static> {
    let caller = UserId(Uuid::nil());
    RepeatKey {
        caller,
        operation: "create_case",
        key: "once",
        body_digest: b"digest",
        untouched: false,
    }
}

#[tokio::test]
async fn everything_goes_when_its_time_has_come_and_not_before() {
    for test in apps().await {
        let (app, name) = (&test.app, test.name);
        let outcome = execute(app, &asker(Role::Registrar), apply(1, None)).await.expect("done");
        assert!(drain(app).await.expect("drained") > 0);
        keep_key(app, outcome.case_id).await;
        let start = now();
        let transaction = app.store.begin().await.expect("begun");
        fill(&transaction, start).await;
        transaction.commit().await.expect("committed");

        let nothing = Cleared::default();
        assert_eq!(clear(app, start).await.expect("cleared"), nothing, "{name}");
        let soon = clear(app, start + 11 * crate::clock::SECOND).await.expect("cleared");
        assert_eq!(soon, Cleared { successors: 1, ..nothing }, "{name}");
        let next_day = clear(app, start + 2 * DAY).await.expect("cleared");
        assert_eq!(next_day, Cleared { failures: 1, ..nothing }, "{name}");
        let next_week = clear(app, start + 8 * DAY).await.expect("cleared");
        // The application keeps a key of its own, by which one that is sent twice is known.
        assert_eq!(next_week, Cleared { sessions: 1, keys: 2, ..nothing }, "{name}");
        let next_year = clear(app, start + 365 * DAY).await.expect("cleared");
        let rest = Cleared { devices: 1, invitations: 1, jobs: 2, ..nothing };
        assert_eq!(next_year, rest, "{name}");
        assert_eq!(clear(app, start + 365 * DAY).await.expect("cleared"), nothing, "{name}");
        let earlier = idempotency::find(app.store.reader(), &key()).await.expect("asked");
        assert_eq!(earlier, Earlier::None, "{name}");
    }
}

#[tokio::test]
async fn a_job_that_waits_is_never_cleared() {
    for test in apps().await {
        let app = &test.app;
        execute(app, &asker(Role::Registrar), apply(1, None)).await.expect("done");
        let before = stored_jobs::counts(app.store.reader()).await.expect("counts");
        let cleared = clear(app, now() + 3650 * DAY).await.expect("cleared");
        let key_alone = Cleared { keys: 1, ..Cleared::default() };
        assert_eq!(cleared, key_alone, "{}", test.name);
        assert_eq!(stored_jobs::counts(app.store.reader()).await.expect("counts"), before);
    }
}

#[tokio::test]
async fn the_housekeeper_works_at_once_and_stops_when_told() {
    for test in apps().await {
        let app = test.app.clone();
        let transaction = app.store.begin().await.expect("begun");
        let session = fill(&transaction, now() - 30 * DAY).await;
        transaction.commit().await.expect("committed");
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let keeper = tokio::spawn(keep_house(app.clone(), async move {
            stopped.await.ok();
        }));
        let is_there = async || {
            let live = sessions::live(app.store.reader(), session.id, now() - 30 * DAY).await;
            live.expect("asked").is_some()
        };
        for _ in 0..100 {
            if !is_there().await {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        assert!(!is_there().await, "{}: the old session is still there", test.name);
        stop.send(()).expect("told");
        keeper.await.expect("stopped");
    }
}
