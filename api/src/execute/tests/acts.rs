//! One act after another: what it leaves behind, and what a refusal does not.

use workflow::cast::practice::application;
use workflow::{Command, Role};

use super::{accept, apply, apps, asker, count};
use crate::execute::{Failure, Request, execute};
use crate::store::asker::Asker;
use crate::store::cases::{self, documents, rebuild};
use crate::store::log::verify;

#[tokio::test]
async fn an_application_opens_a_case_with_its_rows_jobs_and_access_entry() {
    for test in apps().await {
        let app = &test.app;
        let outcome = execute(app, &asker(Role::Registrar), apply(1, None)).await.expect("done");
        assert_eq!(outcome.version, 1);
        let history = cases::load(app.store.reader(), outcome.case_id).await.expect("load");
        let case = history.expect("a case").case;
        assert!(case.number.ends_with("〔2026〕0001号"), "{}", case.number);
        let wanted = documents::list(app.store.reader(), outcome.case_id).await.expect("documents");
        assert_eq!(wanted.len(), 2, "{}", test.name);
        assert_eq!((count(app, "job").await, count(app, "access_log").await), (2, 1));
        let report = verify::verify(app.store.reader(), Some(&app.secret)).await.expect("verify");
        assert_eq!(report.findings, []);
        assert_eq!(
            rebuild::check(app.store.reader(), &app.secret, |_, _| {}).await.expect("check"),
            []
        );
    }
}

#[tokio::test]
async fn a_refused_application_leaves_one_access_entry_and_draws_no_number() {
    for test in apps().await {
        let app = &test.app;
        let mut faulty = application(1);
        faulty.child.name = "安\u{e000}宁".to_owned();
        let request = Request { command: Command::Apply(Box::new(faulty)), ..apply(1, Some("k")) };
        let refused = execute(app, &asker(Role::Registrar), request).await;
        let Err(Failure::Refused(refusal)) = refused else { panic!("{}: {refused:?}", test.name) };
        let fields: Vec<_> = refusal.violations.iter().map(|broken| broken.field.clone()).collect();
        assert!(fields.contains(&Some("child.name".to_owned())), "{}: {fields:?}", test.name);
        for table in ["case_key", "event", "case_row", "job", "number_series", "idempotency"] {
            assert_eq!(count(app, table).await, 0, "{} {table}", test.name);
        }
        assert_eq!(count(app, "access_log").await, 1, "{}", test.name);
        let next = execute(app, &asker(Role::Registrar), apply(1, None)).await.expect("done");
        let history = cases::load(app.store.reader(), next.case_id).await.expect("load");
        assert!(history.expect("a case").case.number.ends_with("0001号"), "{}", test.name);
    }
}

#[tokio::test]
async fn a_repeated_request_is_done_once_even_at_the_same_moment() {
    for test in apps().await {
        let app = &test.app;
        let registrar = asker(Role::Registrar);
        let (first, second) = tokio::join!(
            execute(app, &registrar, apply(1, Some("key"))),
            execute(app, &registrar, apply(1, Some("key"))),
        );
        let (first, second) = (first.expect("done"), second.expect("done"));
        assert_eq!(first.case_id, second.case_id, "{}", test.name);
        assert_eq!((count(app, "case_key").await, count(app, "case_row").await), (1, 1));
        assert_eq!(count(app, "access_log").await, 2, "{}: a repeat is logged too", test.name);
        let other = execute(app, &registrar, apply(2, Some("key"))).await;
        assert!(matches!(other, Err(Failure::KeyReused)), "{}", test.name);
        let without_the_role = Asker { roles: [Role::Leader].into(), ..registrar };
        let repeated = execute(app, &without_the_role, apply(1, Some("key"))).await;
        assert!(matches!(repeated, Err(Failure::Forbidden)), "{}", test.name);
    }
}

#[tokio::test]
async fn a_case_is_hidden_forbidden_stale_or_refused_in_that_order() {
    for test in apps().await {
        let app = &test.app;
        let outcome = execute(app, &asker(Role::Registrar), apply(1, None)).await.expect("done");
        let tried = async |role, version| {
            execute(app, &asker(role), accept(&outcome, version)).await.expect_err("not done")
        };
        assert!(matches!(tried(Role::Administrator, None).await, Failure::NotFound));
        assert!(matches!(tried(Role::Assessor, Some(1)).await, Failure::NotFound));
        assert!(matches!(tried(Role::Leader, None).await, Failure::Forbidden));
        assert!(matches!(tried(Role::Registrar, None).await, Failure::VersionRequired));
        let stale = tried(Role::Registrar, Some(7)).await;
        assert!(matches!(stale, Failure::Stale { current: 1 }), "{}", test.name);
        let refused = tried(Role::Registrar, Some(1)).await;
        assert!(matches!(refused, Failure::Refused(_)), "{}", test.name);
        assert_eq!(count(app, "access_log").await, 7, "{}", test.name);
        assert_eq!(count(app, "event").await, 1, "{}", test.name);
    }
}
