//! What really goes wrong below: a database that is full, a commit that fails, a server that ends
//! connections in the middle of acts.

use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};

use futures_util::poll;

use super::faults::expect_soundness;
use super::*;
use crate::execute::{Failure, execute};
use crate::store::{Store, StoreError, cases};

/// Whether a case is there for somebody else.
async fn is_there(witness: &Store, outcome: &Outcome) -> bool {
    cases::load(witness.reader(), outcome.case_id).await.expect("read").is_some()
}

/// SQLite ends the transaction by itself when it is full. On a connection whose driver has not
/// noticed, every later commit would store nothing.
#[tokio::test]
async fn what_is_acknowledged_after_the_database_was_full_is_there() {
    for test in apps().await.into_iter().filter(|test| test.name == "SQLite") {
        let app = App { store: test.app.store.over_one_connection().await, ..test.app.clone() };
        let witness = app.store.witness().await;
        let limit = |pages: &str| format!("PRAGMA max_page_count = {pages}");
        app.store.reader().execute_unprepared(&limit("1")).await.expect("a limit");
        let mut acknowledged = Vec::new();
        let mut failed = 0;
        for seed in 1..=60 {
            match execute(&app, &asker(Role::Registrar), apply(seed, None)).await {
                Ok(outcome) => acknowledged.push(outcome),
                Err(Failure::Store(StoreError::Full)) => {
                    failed += 1;
                    // Space again: on this connection, too, if it is still the same.
                    let lifted = app.store.reader().query_one_raw(Statement::from_string(
                        app.store.reader().get_database_backend(),
                        limit("100000"),
                    ));
                    lifted.await.expect("lifted");
                    app.store.probe().await.expect("it stores again");
                }
                Err(other) => panic!("{other:?}"),
            }
        }
        assert!(failed > 0, "the limit was reached");
        assert!(acknowledged.len() > 30, "it went on after that");
        for outcome in &acknowledged {
            assert!(is_there(&witness, outcome).await, "acknowledged and not there");
        }
        assert_eq!(count(&app, "case_row").await, acknowledged.len() as i64);
        expect_soundness(&app.secret, &witness).await;
    }
}

/// A constraint that is only looked at when the transaction ends makes the commit itself fail.
#[tokio::test]
async fn a_connection_whose_commit_failed_is_not_used_again() {
    for test in apps().await {
        let store = test.app.store.over_one_connection().await;
        for table in [
            "CREATE TABLE elder (id TEXT NOT NULL PRIMARY KEY)",
            "CREATE TABLE younger (id TEXT NOT NULL PRIMARY KEY, elder TEXT NOT NULL \
             REFERENCES elder (id) DEFERRABLE INITIALLY DEFERRED)",
        ] {
            store.reader().execute_unprepared(table).await.expect("a table");
        }
        let transaction = store.begin().await.expect("begun");
        let orphan = "INSERT INTO younger (id, elder) VALUES ('1', 'nobody')";
        transaction.execute_unprepared(orphan).await.expect("not looked at yet");
        transaction.commit().await.expect_err("the commit fails");
        let app = App { store, ..test.app.clone() };
        for seed in 1..=3 {
            let outcome = execute(&app, &asker(Role::Registrar), apply(seed, None)).await;
            let witness = app.store.witness().await;
            assert!(is_there(&witness, &outcome.expect("done")).await, "{}", test.name);
        }
        assert_eq!(count(&app, "younger").await, 0, "{}", test.name);
    }
}

/// A statement that failed leaves nothing to commit, although PostgreSQL answers such a `COMMIT`
/// without an error and SQLite would store the other statements.
#[tokio::test]
async fn nothing_is_committed_after_a_statement_that_failed() {
    for test in apps().await {
        let transaction = test.app.store.begin().await.expect("begun");
        let insert = "INSERT INTO number_series (office, year, kind, next) SELECT 1, 2, 3, 4 \
                      FROM no_such_table";
        transaction.execute_unprepared("UPDATE office SET settings = 'x'").await.expect("changed");
        transaction.execute_unprepared(insert).await.expect_err("no such table");
        transaction.execute_unprepared("UPDATE office SET settings = 'y'").await.expect_err("over");
        transaction.commit().await.expect_err("nothing to keep");
        let settings = crate::store::office::load(test.app.store.reader()).await;
        settings.expect("the settings are as they were");
    }
}

/// Whoever stops waiting for an act leaves it done or not done, and the connection usable.
#[tokio::test]
async fn an_act_nobody_waits_for_any_more_is_done_or_not_done() {
    for test in apps().await {
        let app = &test.app;
        for seed in 1..=40 {
            let patience = Duration::from_micros(u64::from(seed) * 250);
            let registrar = asker(Role::Registrar);
            let act = execute(app, &registrar, apply(seed, None));
            // How it ended is what nobody waited for.
            let _ended = tokio::time::timeout(patience, act).await;
        }
        let done = execute(app, &asker(Role::Registrar), apply(100, None)).await.expect("done");
        let witness = app.store.witness().await;
        assert!(is_there(&witness, &done).await, "{}", test.name);
        expect_soundness(&app.secret, &witness).await;
    }
}

/// Whoever stops waiting while a transaction is begun or ended leaves no connection inside one for the next.
#[tokio::test]
async fn a_transaction_nobody_waits_for_is_not_found_by_the_next() {
    for test in apps().await {
        let store = &test.app.store;
        for looks in 1..=8 {
            look_and_go(looks, store.begin()).await;
            store.begin().await.expect("begun").rollback().await;
            look_and_go(looks, store.begin().await.expect("begun").commit()).await;
            store.begin().await.expect("begun").rollback().await;
            look_and_go(looks, store.begin().await.expect("begun").rollback()).await;
            store.begin().await.expect("begun").rollback().await;
        }
        let done = execute(&test.app, &asker(Role::Registrar), apply(1, None)).await;
        assert!(is_there(store, &done.expect("done")).await, "{}", test.name);
    }
}

/// Looks a few times whether something is done, and does not wait any longer.
async fn look_and_go(looks: u32, something: impl Future) {
    let mut something = pin!(something);
    for _ in 0..looks {
        if poll!(something.as_mut()).is_ready() {
            return;
        }
        tokio::time::sleep(Duration::from_micros(50)).await;
    }
}

/// The server ends the connections of the office in the middle of its acts.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn connections_ended_by_the_server_lose_nothing_that_was_answered() {
    for test in apps().await.into_iter().filter(|test| test.name == "PostgreSQL") {
        let app = &test.app;
        let ended = AtomicBool::new(false);
        let kill = async {
            let executioner = app.store.witness().await;
            let text = "SELECT count(pg_terminate_backend(pid)) AS n FROM pg_stat_activity \
                        WHERE datname = current_database() AND pid <> pg_backend_pid()";
            let mut killed = 0;
            while !ended.load(Ordering::Relaxed) {
                let statement = Statement::from_string(sea_orm::DbBackend::Postgres, text);
                let row = executioner.reader().query_one_raw(statement).await.expect("asked");
                killed += row.expect("a row").try_get::<i64>("", "n").expect("a count");
                tokio::time::sleep(Duration::from_millis(35)).await;
            }
            killed
        };
        let work = async {
            let (mut acknowledged, mut refused) = (Vec::new(), 0);
            for seed in 1..=150 {
                match execute(app, &asker(Role::Registrar), apply(seed, None)).await {
                    Ok(outcome) => acknowledged.push(outcome),
                    Err(Failure::Store(StoreError::Unreachable)) => refused += 1,
                    Err(other) => panic!("{other:?}"),
                }
            }
            ended.store(true, Ordering::Relaxed);
            (acknowledged, refused)
        };
        let (killed, (acknowledged, refused)) = tokio::join!(kill, work);
        assert!(killed > 0 && refused > 0, "{killed} connections ended, {refused} acts refused");
        let witness = app.store.witness().await;
        for outcome in &acknowledged {
            assert!(is_there(&witness, outcome).await, "acknowledged and not there");
        }
        expect_soundness(&app.secret, &witness).await;
        execute(app, &asker(Role::Registrar), apply(151, None)).await.expect("the next act");
    }
}
