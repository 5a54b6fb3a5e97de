//! Every statement of an act fails once, in every way storage fails: what was answered with success
//! is there for everybody, what was not has left nothing half-written, and the next act works.

use workflow::case::Party;
use workflow::steps::withdraw::Withdraw;

use super::*;
use crate::execute::{Failure, execute};
use crate::secret::OfficeSecret;
use crate::store::log::verify;
use crate::store::{Store, StoreError};

use Failure::{Forbidden, NotFound};

const TABLES: [&str; 6] = ["case_key", "event", "case_row", "case_document", "job", "idempotency"];

fn kinds() -> [StoreError; 3] {
    [StoreError::Full, StoreError::Unwritable("778".to_owned()), StoreError::Unreachable]
}

/// How many rows each table has, as somebody else sees it.
async fn seen(witness: &Store) -> Vec<i64> {
    let mut counts = Vec::new();
    for table in TABLES {
        counts.push(count_in(witness, table).await);
    }
    counts
}

/// Everything that is stored agrees with itself.
pub(super) async fn expect_soundness(secret: &OfficeSecret, witness: &Store) {
    let report = verify::verify(witness.reader(), Some(secret)).await.expect("verified");
    assert_eq!(report.findings, []);
}

/// What came of an act one of whose statements failed.
struct Struck {
    answer: Result<Outcome, Failure>,
    is_there: bool,
}

/// Does an act while the statement after so many fails. None once there are not so many.
async fn with_fault(
    test: &TestApp,
    witness: &Store,
    request: Request,
    spared: u32,
    fault: &StoreError,
) -> Option<Struck> {
    let app = &test.app;
    let before = seen(witness).await;
    app.store.faults().plan(spared, fault.clone());
    let answer = execute(app, &asker(Role::Registrar), request.clone()).await;
    let struck = app.store.faults().end();
    let place = format!("{}, {fault:?} after {spared}", test.name);
    let is_there = before != seen(witness).await;
    match &answer {
        Ok(_) => assert!(is_there, "acknowledged and not there: {place}"),
        Err(Failure::Store(error)) => assert_eq!(error, fault, "{place}"),
        Err(other) => panic!("{other:?}: {place}"),
    }
    if struck && fault.keeps_from_writing() {
        assert_eq!(app.store.trouble().as_ref(), Some(fault), "{place}");
        let refused = execute(app, &asker(Role::Registrar), request).await;
        assert!(matches!(refused, Err(Failure::Store(_))), "a write is refused: {place}");
    }
    app.store.probe().await.expect("it stores again");
    struck.then_some(Struck { answer, is_there })
}

#[tokio::test]
async fn an_act_whose_nth_statement_fails_is_done_or_not_done() {
    for test in apps().await {
        let (mut seed, witness) = (0, test.app.store.witness().await);
        for fault in kinds() {
            let mut there = 0;
            for spared in 0.. {
                seed += 2;
                let request = apply(seed, None);
                let struck = with_fault(&test, &witness, request, spared, &fault).await;
                let Some(struck) = struck else {
                    assert!(spared > 10, "an act is more than {spared} statements");
                    break;
                };
                assert!(struck.answer.is_err(), "a failed statement is no success");
                there += u32::from(struck.is_there);
                let next = execute(&test.app, &asker(Role::Registrar), apply(seed + 1, None)).await;
                let next = next.expect("the next act works");
                assert_eq!(next.version, 1);
            }
            assert_eq!(there, 1, "only the act whose commit lost its answer is there");
            expect_soundness(&test.app.secret, &witness).await;
        }
    }
}

#[tokio::test]
async fn a_later_act_whose_nth_statement_fails_leaves_the_case_as_it_was() {
    for test in apps().await {
        let witness = test.app.store.witness().await;
        for fault in kinds() {
            let opened = execute(&test.app, &asker(Role::Registrar), apply(1, None)).await;
            let opened = opened.expect("opened");
            for spared in 0.. {
                let request = withdraw(&opened);
                let struck = with_fault(&test, &witness, request, spared, &fault).await;
                if struck.expect("the commit fails in the end").is_there {
                    assert!(spared > 10, "an act is more than {spared} statements");
                    break;
                }
            }
            expect_soundness(&test.app.secret, &witness).await;
        }
    }
}

#[tokio::test]
async fn a_request_whose_answer_was_lost_can_be_repeated_under_its_key() {
    for test in apps().await {
        let witness = test.app.store.witness().await;
        for spared in 0.. {
            let key = format!("key {spared}");
            let request = apply(spared + 1, Some(&key));
            let lost = StoreError::Unreachable;
            let struck = with_fault(&test, &witness, request.clone(), spared, &lost).await;
            let cases = count(&test.app, "case_key").await;
            let again = execute(&test.app, &asker(Role::Registrar), request).await;
            let done_before = again.expect("done now or before").events.is_empty();
            let more = count(&test.app, "case_key").await - cases;
            assert_eq!(more, i64::from(!done_before), "{}", test.name);
            let Some(struck) = struck else { break };
            assert_eq!(struck.is_there, done_before, "{}", test.name);
        }
        let cases = count(&test.app, "case_row").await;
        assert_eq!(cases, count(&test.app, "idempotency").await, "one case for one key");
    }
}

#[tokio::test]
async fn a_refusal_that_cannot_be_noted_is_still_a_refusal_and_is_noted_later() {
    for test in apps().await {
        let app = &test.app;
        let opened = execute(app, &asker(Role::Registrar), apply(1, None)).await.expect("opened");
        let noted = count(app, "access_log").await;
        let stranger = asker(Role::Visitor);
        let statements = statements_of(app, &stranger, accept(&opened, Some(1))).await;
        assert_eq!(count(app, "access_log").await, noted + 1);
        // The note comes after everything else.
        app.store.faults().plan(statements - 1, StoreError::Full);
        let refused = execute(app, &stranger, accept(&opened, Some(1))).await;
        assert!(app.store.faults().end(), "the note was the one that failed");
        assert!(matches!(refused, Err(Forbidden | NotFound)), "{refused:?}");
        assert_eq!(count(app, "access_log").await, noted + 1);
        app.store.probe().await.expect("it stores again");
        assert_eq!(app.store.write_kept_accesses().await, 0);
        assert_eq!(count(app, "access_log").await, noted + 2, "{}", test.name);
    }
}

/// An act on a case that exists and is as it was opened.
fn withdraw(outcome: &Outcome) -> Request {
    let withdrawal = Withdraw { party: Party::FirstAdopter, reason: "不再收养".to_owned() };
    Request { command: Command::Withdraw(withdrawal), ..accept(outcome, Some(1)) }
}

/// How many statements a request takes.
async fn statements_of(app: &App, asker: &Asker, request: Request) -> u32 {
    app.store.faults().plan(u32::MAX, StoreError::Full);
    let _answer = execute(app, asker, request).await;
    app.store.faults().counted()
}

async fn count_in(store: &Store, table: &str) -> i64 {
    let reader = store.reader();
    let text = format!("SELECT count(*) AS n FROM {table}");
    let statement = Statement::from_string(reader.get_database_backend(), text);
    let row = reader.query_one_raw(statement).await.expect("asked").expect("a row");
    row.try_get("", "n").expect("a count")
}
