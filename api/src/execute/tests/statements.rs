//! What an act asks of the database, besides the beginning and the end of its transaction: one
//! statement more has to be meant.

use workflow::case::{Check, CheckKind, CheckOutcome, Party};

use super::*;
use crate::execute::execute;

/// The first word of a statement and the table it is about.
fn brief(statement: &str) -> String {
    let split = statement.split([' ', '"', '(', ',']);
    let words: Vec<&str> = split.filter(|word| !word.is_empty()).collect();
    let table = match words[0] {
        "UPDATE" => words[1],
        "INSERT" => words[2],
        _ => words.iter().rposition(|word| *word == "FROM").map_or("", |from| words[from + 1]),
    };
    format!("{} {table}", words[0])
}

fn check(opened: &Outcome, version: u32) -> Request {
    let check = Check {
        check: CheckKind::CriminalRecord,
        party: Party::FirstAdopter,
        source: "县公安局查询".to_owned(),
        checked_on: "2026-03-02".parse().expect("a day"),
        outcome: CheckOutcome::Clear,
    };
    Request {
        target: Target::Case(opened.case_id),
        expected_version: Some(version),
        validate: false,
        idempotency_key: None,
        command: Command::RecordCheck(check),
    }
}

async fn said(test: &TestApp, request: Request) -> Vec<String> {
    test.app.store.faults().listen();
    execute(&test.app, &asker(Role::Registrar), request).await.expect("done");
    test.app.store.faults().heard().iter().map(|statement| brief(statement)).collect()
}

#[tokio::test]
async fn a_simple_act_takes_six_statements_and_its_case_is_not_read_again() {
    for test in apps().await {
        let opened = execute(&test.app, &asker(Role::Registrar), apply(1, None)).await;
        let opened = opened.expect("opened");
        // What the office configures is read once.
        said(&test, check(&opened, 1)).await;
        let expected = [
            "UPDATE case_key",
            "SELECT office_log_head",
            "INSERT event",
            "UPDATE case_key",
            "UPDATE case_row",
            "INSERT access_log",
        ];
        assert_eq!(said(&test, check(&opened, 2)).await, expected, "{}", test.name);
    }
}

#[tokio::test]
async fn a_case_that_went_on_elsewhere_is_read_from_where_it_was_known() {
    for test in apps().await {
        let opened = execute(&test.app, &asker(Role::Registrar), apply(1, None)).await;
        let opened = opened.expect("opened");
        let elsewhere = test.app.store.witness().await;
        let other = App { store: elsewhere, ..test.app.clone() };
        let done = execute(&other, &asker(Role::Registrar), check(&opened, 1)).await;
        assert_eq!(done.expect("done there").version, 2, "{}", test.name);
        let statements = said(&test, check(&opened, 2)).await;
        let of_events: Vec<&String> =
            statements.iter().filter(|statement| *statement == "SELECT event").collect();
        assert_eq!(of_events.len(), 1, "{}: {statements:?}", test.name);
        let reader = test.app.store.reader();
        let kept = test.app.store.histories().read(reader, opened.case_id).await;
        let kept = kept.expect("read").expect("a case");
        let whole = crate::store::cases::load(reader, opened.case_id).await.expect("loaded");
        assert_eq!(kept.case, whole.expect("a case").case, "{}", test.name);
        assert_eq!(kept.case.version, 3, "{}", test.name);
    }
}
