//! The worker on real databases: documents are made after commit, once.

use workflow::Role;

use super::{drain, work};
use crate::execute::execute;
use crate::execute::tests::{apply, apps, asker};
use crate::store::{documents, jobs};

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
            let bytes = app.files.read(&made.digest).await.expect("the file");
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
