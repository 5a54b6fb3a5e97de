//! The job table: no job twice, none lost.

use std::collections::BTreeSet;

use sea_orm::ConnectionTrait;
use uuid::Uuid;
use workflow::CaseId;
use workflow::base::document::DocumentKind;

use super::databases;
use crate::clock::{MINUTE, SECOND, now};
use crate::store::Store;
use crate::store::jobs::{self, Failed, Share, State, Task};

fn task(version: i64) -> Task {
    Task::RenderDocument {
        case_id: CaseId(Uuid::nil()),
        version,
        document: DocumentKind::Certificate,
        party: None,
    }
}

async fn enqueue(store: &Store, versions: std::ops::Range<i64>) {
    let transaction = store.begin().await.expect("begin");
    for version in versions {
        jobs::enqueue(&transaction, &task(version)).await.expect("enqueue");
    }
    transaction.commit().await.expect("commit");
}

#[tokio::test]
async fn eight_workers_never_get_the_same_job() {
    for database in databases().await {
        enqueue(&database.store, 0..60).await;
        let workers: Vec<_> = (0..8)
            .map(|worker| {
                let store = database.store.clone();
                tokio::spawn(async move {
                    let worker = format!("worker {worker}");
                    let mut taken = Vec::new();
                    while jobs::counts(store.reader()).await.expect("counts").ready > 0 {
                        let claimed =
                            jobs::claim(store.reader(), &worker, Share::All).await.expect("claim");
                        if let Some(claimed) = claimed {
                            jobs::finish(store.reader(), claimed.id, &worker).await.expect("done");
                            taken.push(claimed.id);
                        }
                    }
                    taken
                })
            })
            .collect();
        let mut taken = Vec::new();
        for worker in workers {
            taken.extend(worker.await.expect("a worker"));
        }
        assert_eq!(taken.len(), 60, "{}", database.name);
        assert_eq!(taken.iter().collect::<BTreeSet<_>>().len(), 60, "{}", database.name);
    }
}

#[tokio::test]
async fn the_same_task_is_enqueued_once_and_a_rollback_takes_it_away() {
    for database in databases().await {
        let store = &database.store;
        enqueue(store, 1..2).await;
        enqueue(store, 1..2).await;
        let transaction = store.begin().await.expect("begin");
        jobs::enqueue(&transaction, &task(2)).await.expect("enqueue");
        transaction.rollback().await;
        assert_eq!(
            jobs::counts(store.reader()).await.expect("counts").ready,
            1,
            "{}",
            database.name
        );
    }
}

#[tokio::test]
async fn a_failed_job_waits_and_a_job_without_luck_is_given_up() {
    for database in databases().await {
        let store = &database.store;
        enqueue(store, 1..2).await;
        for attempt in 1..=20 {
            let claimed =
                jobs::claim(store.reader(), "w", Share::All).await.expect("claim").expect("a job");
            let failed = jobs::fail(store.reader(), &claimed, "w", Failed::ForNow, "no paper");
            let dead = failed.await.expect("fail");
            assert_eq!(dead, attempt == 20, "{} {attempt}", database.name);
            let next = jobs::claim(store.reader(), "w", Share::All).await.expect("claim");
            assert_eq!(next, None, "{}: a failed job waits", database.name);
            store.reader().execute_unprepared("UPDATE job SET run_at = 0").await.expect("hurry");
        }
        let counts = jobs::counts(store.reader()).await.expect("counts");
        assert_eq!((counts.ready, counts.dead), (0, 1), "{}", database.name);
    }
}

#[tokio::test]
async fn the_job_of_a_dead_worker_is_ready_again_and_the_dead_worker_cannot_finish_it() {
    for database in databases().await {
        let store = &database.store;
        enqueue(store, 1..2).await;
        let first =
            jobs::claim(store.reader(), "dead", Share::All).await.expect("claim").expect("a job");
        assert_eq!(jobs::revive(store.reader()).await.expect("revive"), 0);
        let expire = "UPDATE job SET locked_until = 1";
        store.reader().execute_unprepared(expire).await.expect("expire");
        assert_eq!(jobs::revive(store.reader()).await.expect("revive"), 1);
        let second =
            jobs::claim(store.reader(), "alive", Share::All).await.expect("claim").expect("a job");
        assert_eq!((second.id, second.attempts), (first.id, 1), "{}", database.name);
        assert!(!jobs::finish(store.reader(), first.id, "dead").await.expect("refused"));
        assert!(!jobs::extend(store.reader(), first.id, "dead").await.expect("asked"));
        assert!(jobs::extend(store.reader(), first.id, "alive").await.expect("asked"));
        assert_eq!(jobs::counts(store.reader()).await.expect("counts").running, 1);
    }
}

#[tokio::test]
async fn a_job_whose_server_dies_waits_longer_each_time_and_is_set_aside_after_five() {
    for database in databases().await {
        let store = &database.store;
        enqueue(store, 1..2).await;
        for (death, least_wait) in (1..=5).zip([0, 20 * SECOND, MINUTE, 3 * MINUTE, 0]) {
            let claimed =
                jobs::claim(store.reader(), "w", Share::All).await.expect("claim").expect("a job");
            assert_eq!(claimed.deaths, death, "{}", database.name);
            let before = now();
            assert_eq!(jobs::take_over(store.reader()).await.expect("taken over"), 1);
            let open = jobs::unfinished(store.reader(), 10).await.expect("listed");
            assert!(open[0].run_at >= before + least_wait, "{} {death}", database.name);
            store.reader().execute_unprepared("UPDATE job SET run_at = 0").await.expect("hurry");
        }
        assert_eq!(jobs::claim(store.reader(), "w", Share::All).await.expect("claim"), None);
        let open = jobs::unfinished(store.reader(), 10).await.expect("listed");
        assert_eq!(open.len(), 1, "{}", database.name);
        assert_eq!((open[0].state, open[0].deaths), (State::Dead, 5), "{}", database.name);
        assert_eq!(open[0].failure.as_deref(), Some("its process ended"), "{}", database.name);

        assert!(jobs::retry(store.reader(), open[0].id).await.expect("asked"));
        assert!(!jobs::retry(store.reader(), open[0].id).await.expect("asked"), "only once");
        let again =
            jobs::claim(store.reader(), "w", Share::All).await.expect("claim").expect("a job");
        assert_eq!((again.attempts, again.deaths), (0, 1), "{}", database.name);
    }
}

#[tokio::test]
async fn a_job_given_back_after_an_outage_counts_no_death_and_only_its_holder_gives_it_back() {
    for database in databases().await {
        let store = &database.store;
        enqueue(store, 1..2).await;
        for _ in 1..=6 {
            let claimed =
                jobs::claim(store.reader(), "w", Share::All).await.expect("claim").expect("a job");
            assert_eq!(claimed.deaths, 1, "{}", database.name);
            assert!(!jobs::give_back(store.reader(), claimed.id, "v").await.expect("asked"));
            assert!(jobs::give_back(store.reader(), claimed.id, "w").await.expect("given back"));
        }
    }
}

#[tokio::test]
async fn a_child_that_dies_counts_and_an_orderly_failure_does_not() {
    for database in databases().await {
        let store = &database.store;
        enqueue(store, 1..2).await;
        let failures = [Failed::Deadly, Failed::ForNow, Failed::Deadly, Failed::Deadly];
        for (turn, failed) in failures.into_iter().enumerate() {
            let claimed =
                jobs::claim(store.reader(), "w", Share::All).await.expect("claim").expect("a job");
            let dead =
                jobs::fail(store.reader(), &claimed, "w", failed, "why").await.expect("fail");
            assert_eq!(dead, turn == 3, "{} {turn}", database.name);
            store.reader().execute_unprepared("UPDATE job SET run_at = 0").await.expect("hurry");
        }
    }
}

#[tokio::test]
async fn a_job_that_lacks_what_no_waiting_brings_is_given_up_early() {
    for database in databases().await {
        let store = &database.store;
        enqueue(store, 1..2).await;
        for attempt in 1..=3 {
            let claimed =
                jobs::claim(store.reader(), "w", Share::All).await.expect("claim").expect("a job");
            let failed = jobs::fail(store.reader(), &claimed, "w", Failed::WithoutHope, "no scan");
            assert_eq!(failed.await.expect("fail"), attempt == 3, "{}", database.name);
            store.reader().execute_unprepared("UPDATE job SET run_at = 0").await.expect("hurry");
        }
    }
}
