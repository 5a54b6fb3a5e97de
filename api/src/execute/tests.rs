//! The write path on real databases.

use std::sync::Arc;

use ::documents::Press;
use sea_orm::{ConnectionTrait, Statement};
use tokio::sync::Notify;
use uuid::Uuid;
use workflow::steps::accept::Accept;
use workflow::{Actor, Command, Role, UserId};

use super::{Failure, Outcome, Request, Target, execute};
use crate::access::Asker;
use crate::app::App;
use crate::consult;
use crate::practice::application::application;
use crate::secret::OfficeSecret;
use crate::store::files::FileStore;
use crate::store::rebuild::{self, Fault};
use crate::store::tests::{databases, office};
use crate::store::{cases, documents, ledger};

struct TestApp {
    app: App,
    name: &'static str,
    _database: crate::store::tests::TestDatabase,
    _directory: tempfile::TempDir,
}

/// A practice office on each kind of database, on 2 March 2026.
async fn apps() -> Vec<TestApp> {
    let mut apps = Vec::new();
    for database in databases().await {
        office::create(&database.store).await;
        let directory = tempfile::tempdir().expect("a directory");
        let keys = directory.path().join("keys");
        OfficeSecret::create(&keys).expect("a secret");
        let app = App {
            store: database.store.clone(),
            files: FileStore::in_directory(&directory.path().join("files")).expect("files"),
            press: Press::new(Vec::new()),
            secret: OfficeSecret::load(&keys).expect("a secret"),
            work: Arc::new(Notify::new()),
        };
        apps.push(TestApp {
            app,
            name: database.name,
            _database: database,
            _directory: directory,
        });
    }
    apps
}

fn asker(role: Role) -> Asker {
    Asker {
        actor: Actor {
            id: UserId(Uuid::from_u128(role as u128 + 1)),
            name: "周明远".to_owned(),
        },
        roles: [role].into(),
        operation: "test".to_owned(),
        request_id: "r-1".to_owned(),
    }
}

fn apply(child: u32, key: Option<&str>) -> Request {
    Request {
        target: Target::New,
        expected_version: None,
        idempotency_key: key.map(str::to_owned),
        command: Command::Apply(Box::new(application(child))),
    }
}

fn accept(outcome: &Outcome, expected_version: Option<u32>) -> Request {
    Request {
        target: Target::Case(outcome.case_id),
        expected_version,
        idempotency_key: None,
        command: Command::Accept(Accept {}),
    }
}

async fn count(app: &App, table: &str) -> i64 {
    let reader = app.store.reader();
    let text = format!("SELECT count(*) AS n FROM {table}");
    let statement = Statement::from_string(reader.get_database_backend(), text);
    let row = reader
        .query_one_raw(statement)
        .await
        .expect("asked")
        .expect("a row");
    row.try_get("", "n").expect("a count")
}

#[tokio::test]
async fn an_application_opens_a_case_with_its_rows_jobs_and_access_entry() {
    for test in apps().await {
        let app = &test.app;
        let outcome = execute(app, &asker(Role::Registrar), apply(1, None))
            .await
            .expect("done");
        assert_eq!(outcome.version, 1);
        let history = cases::load(app.store.reader(), outcome.case_id)
            .await
            .expect("load");
        let case = history.expect("a case").case;
        assert!(case.number.ends_with("〔2026〕0001号"), "{}", case.number);
        let wanted = documents::list(app.store.reader(), outcome.case_id)
            .await
            .expect("documents");
        assert_eq!(wanted.len(), 2, "{}", test.name);
        assert_eq!(
            (count(app, "job").await, count(app, "access_log").await),
            (2, 1)
        );
        assert_eq!(rebuild::verify(&app.store).await.expect("verify"), []);
        assert_eq!(
            rebuild::check(&app.store, &app.secret)
                .await
                .expect("check"),
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
        let request = Request {
            command: Command::Apply(Box::new(faulty)),
            ..apply(1, Some("k"))
        };
        let refused = execute(app, &asker(Role::Registrar), request).await;
        let Err(Failure::Refused(refusal)) = refused else {
            panic!("{}: {refused:?}", test.name)
        };
        let fields: Vec<_> = refusal
            .violations
            .iter()
            .map(|broken| broken.field.clone())
            .collect();
        assert!(
            fields.contains(&Some("child.name".to_owned())),
            "{}: {fields:?}",
            test.name
        );
        for table in [
            "case_key",
            "event",
            "case_row",
            "job",
            "number_series",
            "idempotency",
        ] {
            assert_eq!(count(app, table).await, 0, "{} {table}", test.name);
        }
        assert_eq!(count(app, "access_log").await, 1, "{}", test.name);
        let next = execute(app, &asker(Role::Registrar), apply(1, None))
            .await
            .expect("done");
        let history = cases::load(app.store.reader(), next.case_id)
            .await
            .expect("load");
        assert!(
            history.expect("a case").case.number.ends_with("0001号"),
            "{}",
            test.name
        );
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
        assert_eq!(
            (count(app, "case_key").await, count(app, "case_row").await),
            (1, 1)
        );
        let other = execute(app, &registrar, apply(2, Some("key"))).await;
        assert!(matches!(other, Err(Failure::KeyReused)), "{}", test.name);
    }
}

#[tokio::test]
async fn a_case_is_hidden_forbidden_stale_or_refused_in_that_order() {
    for test in apps().await {
        let app = &test.app;
        let outcome = execute(app, &asker(Role::Registrar), apply(1, None))
            .await
            .expect("done");
        let tried = async |role, version| {
            execute(app, &asker(role), accept(&outcome, version))
                .await
                .expect_err("not done")
        };
        assert!(matches!(
            tried(Role::Administrator, None).await,
            Failure::NotFound
        ));
        assert!(matches!(
            tried(Role::Assessor, Some(1)).await,
            Failure::NotFound
        ));
        assert!(matches!(
            tried(Role::Leader, None).await,
            Failure::Forbidden
        ));
        assert!(matches!(
            tried(Role::Registrar, None).await,
            Failure::VersionRequired
        ));
        let stale = tried(Role::Registrar, Some(7)).await;
        assert!(
            matches!(stale, Failure::Stale { current: 1 }),
            "{}",
            test.name
        );
        let refused = tried(Role::Registrar, Some(1)).await;
        assert!(matches!(refused, Failure::Refused(_)), "{}", test.name);
        assert_eq!(count(app, "access_log").await, 7, "{}", test.name);
        assert_eq!(count(app, "event").await, 1, "{}", test.name);
    }
}

#[tokio::test]
async fn another_case_of_the_same_child_is_seen() {
    for test in apps().await {
        let app = &test.app;
        let registrar = asker(Role::Registrar);
        let first = execute(app, &registrar, apply(1, None))
            .await
            .expect("done");
        let second = execute(app, &registrar, apply(1, None))
            .await
            .expect("done");
        execute(app, &registrar, apply(2, None))
            .await
            .expect("done");
        let history = cases::load(app.store.reader(), second.case_id)
            .await
            .expect("load");
        let history = history.expect("a case");
        let facts = consult::facts_now(app, &registrar, second.case_id, &history).await;
        let others = facts.expect("facts").other_cases;
        let of_child = others
            .iter()
            .filter(|other| other.party == workflow::case::Party::Child);
        let numbers: Vec<&str> = of_child.map(|other| other.number.as_str()).collect();
        let earlier = cases::load(app.store.reader(), first.case_id)
            .await
            .expect("load");
        assert_eq!(
            numbers,
            [earlier.expect("a case").case.number],
            "{}",
            test.name
        );
        assert_eq!(
            others.len(),
            3,
            "{}: child and adopters, of the first case only",
            test.name
        );
    }
}

#[tokio::test]
async fn applications_at_the_same_moment_get_numbers_without_gaps() {
    for test in apps().await {
        let writers: Vec<_> = (0..12)
            .map(|child| {
                let app = test.app.clone();
                tokio::spawn(async move {
                    let mut request = apply(child, None);
                    if let (Command::Apply(data), 0) = (&mut request.command, child % 4) {
                        data.reason.clear();
                    }
                    execute(&app, &asker(Role::Registrar), request)
                        .await
                        .is_ok()
                })
            })
            .collect();
        let mut done = 0;
        for writer in writers {
            done += u32::from(writer.await.expect("a writer"));
        }
        assert_eq!(done, 9, "{}", test.name);
        let question = ledger::Question {
            scope: asker(Role::Registrar).scope(),
            kind: None,
            stages: Vec::new(),
            officer: None,
            received_from: None,
            received_to: None,
            overdue_on: None,
            sort: ledger::Sort::Received,
            after: None,
            limit: 5,
        };
        let first = ledger::page(test.app.store.reader(), &question)
            .await
            .expect("a page");
        let rest = ledger::Question {
            after: first.next.clone(),
            ..question.clone()
        };
        let second = ledger::page(test.app.store.reader(), &rest)
            .await
            .expect("a page");
        assert_eq!(
            (first.lines.len(), second.lines.len(), second.next),
            (5, 4, None)
        );
        let mut numbers: Vec<String> = first
            .lines
            .into_iter()
            .chain(second.lines)
            .map(|line| line.number)
            .collect();
        numbers.reverse();
        let expected: Vec<String> = (1..=9)
            .map(|n| format!("渝练收件〔2026〕{n:04}号"))
            .collect();
        assert_eq!(numbers, expected, "{}", test.name);
        let nobody = ledger::Question {
            scope: asker(Role::Administrator).scope(),
            ..question
        };
        let hidden = ledger::page(test.app.store.reader(), &nobody)
            .await
            .expect("a page");
        assert!(hidden.lines.is_empty(), "{}", test.name);
    }
}

#[tokio::test]
async fn an_altered_row_is_named_and_made_anew() {
    for test in apps().await {
        let app = &test.app;
        let outcome = execute(app, &asker(Role::Registrar), apply(1, None))
            .await
            .expect("done");
        let alter = "UPDATE case_row SET stage = 'registered'; DELETE FROM case_person";
        app.store
            .reader()
            .execute_unprepared(alter)
            .await
            .expect("altered");
        let findings = rebuild::check(&app.store, &app.secret)
            .await
            .expect("check");
        let places: Vec<_> = findings.iter().map(|finding| &finding.fault).collect();
        assert!(
            places.contains(&&Fault::Rows("case_row.stage".to_owned())),
            "{places:?}"
        );
        assert_eq!(findings.len(), 5, "{}: {findings:?}", test.name);
        assert_eq!(
            rebuild::rebuild(&app.store, &app.secret)
                .await
                .expect("rebuild"),
            1
        );
        assert_eq!(
            rebuild::check(&app.store, &app.secret)
                .await
                .expect("check"),
            []
        );
        let due = ledger::due(
            app.store.reader(),
            asker(Role::Registrar).scope(),
            None,
            "2099-01-01".parse().expect("a date"),
            10,
        );
        assert_eq!(
            due.await.expect("deadlines"),
            [],
            "{}: {outcome:?}",
            test.name
        );
    }
}
