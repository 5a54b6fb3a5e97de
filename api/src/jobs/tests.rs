//! The worker on real databases: documents are made after commit, once.

use sea_orm::{ConnectionTrait, Statement};
use workflow::Role;

use super::{Worker, drain, take_all, work};
use crate::execute::execute;
use crate::execute::tests::{apply, apps, asker};
use crate::store::StoreError;
use crate::store::cases::documents;
use crate::store::drawer::Drawer;
use crate::store::jobs::{self, Share};
use crate::store::log::verify::{self, soundness};

#[tokio::test]
async fn the_documents_of_an_application_are_made_and_kept_under_their_digest() {
    for test in apps().await {
        let app = &test.app;
        let outcome = execute(app, &asker(Role::Registrar), apply(1, None)).await.expect("done");
        assert_eq!(drain(app).await.expect("drained"), 2, "{}", test.name);
        assert_eq!(drain(app).await.expect("drained"), 0, "{}", test.name);
        let made = documents::list(app.store.reader(), outcome.case_id).await.expect("documents");
        assert_eq!(made.len(), 2, "{}", test.name);
        for document in made {
            let made = document.made.expect("made");
            let drawer = Drawer::of_case(&app.files, app.store.reader(), outcome.case_id).await;
            let bytes = drawer.expect("a drawer").read(&made.digest).await.expect("the file");
            assert!(bytes.starts_with(b"%PDF"), "{}", test.name);
            assert_eq!(bytes.len() as u64, made.size, "{}", test.name);
        }
    }
}

#[tokio::test]
async fn a_worker_begins_when_rung_and_stops_when_told() {
    for test in apps().await {
        let app = test.app.clone();
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let worker = tokio::spawn(work(app.clone(), async move {
            stopped.await.ok();
        }));
        execute(&app, &asker(Role::Registrar), apply(1, None)).await.expect("done");
        let waiting = async || {
            let counts = jobs::counts(app.store.reader()).await.expect("counts");
            counts.ready + counts.running
        };
        for _ in 0..100 {
            if waiting().await == 0 {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        assert_eq!(waiting().await, 0, "{}", test.name);
        stop.send(()).expect("told");
        worker.await.expect("stopped");
    }
}

#[tokio::test]
async fn a_missing_or_altered_file_and_a_wrong_series_are_found() {
    for test in apps().await {
        let app = &test.app;
        let outcome = execute(app, &asker(Role::Registrar), apply(1, None)).await.expect("done");
        drain(app).await.expect("drained");
        assert_eq!(
            soundness::check_files(app.store.reader(), &app.files).await.expect("checked"),
            []
        );
        let clean = verify::verify(app.store.reader(), Some(&app.secret)).await.expect("checked");
        assert_eq!(clean.findings, [], "{}", test.name);

        let made = documents::list(app.store.reader(), outcome.case_id).await.expect("documents");
        let digest = made[0].made.as_ref().expect("made").digest.to_string();
        let forget = format!("UPDATE case_document SET digest = '{}'", "0".repeat(64));
        let skip = "UPDATE number_series SET last = 2";
        for statement in [forget.as_str(), skip] {
            app.store.reader().execute_unprepared(statement).await.expect("altered");
        }
        let files = soundness::check_files(app.store.reader(), &app.files).await.expect("checked");
        assert_eq!(files.len(), 2, "{}: {digest}", test.name);
        let report = verify::verify(app.store.reader(), Some(&app.secret)).await.expect("checked");
        let found: Vec<String> = report.findings.iter().map(ToString::to_string).collect();
        let of_series = found.iter().filter(|line| line.starts_with("series application 2026"));
        assert_eq!(of_series.count(), 1, "{}: {found:?}", test.name);
        let of_digests = found.iter().filter(|line| line.contains("case_document.digest"));
        assert_eq!(of_digests.count(), 2, "{}: {found:?}", test.name);
    }
}

#[tokio::test]
async fn an_outage_at_any_statement_of_a_job_is_no_death_of_it() {
    for test in apps().await {
        let app = &test.app;
        let never = std::future::pending::<()>;
        let mut worker = Worker::new(Share::All);
        for spared in 0.. {
            execute(app, &asker(Role::Registrar), apply(spared + 1, None)).await.expect("done");
            app.store.faults().plan(spared, StoreError::Unreachable);
            let done = take_all(app, &mut worker, never()).await;
            if !app.store.faults().end() {
                assert_eq!(done.expect("done"), 2, "{}", test.name);
                assert!(spared > 20, "two jobs are more than {spared} statements");
                break;
            }
            let hurry = "UPDATE job SET run_at = 0 WHERE state = 'ready'";
            take_all(app, &mut worker, never()).await.expect("done afterwards");
            app.store.reader().execute_unprepared(hurry).await.expect("hurry");
            take_all(app, &mut worker, never()).await.expect("done afterwards");
            let left = jobs::unfinished(app.store.reader(), 9).await.expect("listed");
            assert_eq!(left, [], "{} after {spared}", test.name);
            let dead = "SELECT id FROM job WHERE deaths <> 0";
            let statement = Statement::from_string(app.store.reader().get_database_backend(), dead);
            let dead = app.store.reader().query_all_raw(statement).await.expect("asked");
            assert!(dead.is_empty(), "{}: {} deaths after {spared}", test.name, dead.len());
        }
    }
}
