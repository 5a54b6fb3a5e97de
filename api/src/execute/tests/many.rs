//! Several cases: their numbers, their persons, their lists, and rows that were altered.

use sea_orm::ConnectionTrait;
use workflow::{Command, Role};

use super::{apply, apps, asker};
use crate::execute::{execute, facts_now};
use crate::store::cases::deadlines::{self, DeadlineQuestion};
use crate::store::cases::rebuild::{self, Fault};
use crate::store::cases::{self, ledger};

#[tokio::test]
async fn another_case_of_the_same_child_is_seen() {
    for test in apps().await {
        let app = &test.app;
        let registrar = asker(Role::Registrar);
        let first = execute(app, &registrar, apply(1, None)).await.expect("done");
        // Without a key of its own it would be the first one, sent twice.
        let second = execute(app, &registrar, apply(1, Some("again"))).await.expect("done");
        execute(app, &registrar, apply(2, None)).await.expect("done");
        let history = cases::load(app.store.reader(), second.case_id).await.expect("load");
        let history = history.expect("a case");
        let facts = facts_now(app, &registrar, second.case_id, &history).await;
        let others = facts.expect("facts").other_cases;
        let of_child = others.iter().filter(|other| other.party == workflow::case::Party::Child);
        let numbers: Vec<&str> = of_child.map(|other| other.number.as_str()).collect();
        let earlier = cases::load(app.store.reader(), first.case_id).await.expect("load");
        assert_eq!(numbers, [earlier.expect("a case").case.number], "{}", test.name);
        assert_eq!(others.len(), 3, "{}: child and adopters, of the first case only", test.name);
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
                    execute(&app, &asker(Role::Registrar), request).await.is_ok()
                })
            })
            .collect();
        let mut done = 0;
        for writer in writers {
            done += u32::from(writer.await.expect("a writer"));
        }
        assert_eq!(done, 9, "{}", test.name);
        let question = ledger::Question {
            procedure: None,
            scope: asker(Role::Registrar).scope(),
            kind: None,
            file_set: None,
            stages: Vec::new(),
            officers: Vec::new(),
            received_from: None,
            received_to: None,
            overdue_on: None,
            sort: ledger::Sort::Received,
            after: None,
            limit: 5,
        };
        let first = ledger::page(test.app.store.reader(), &question).await.expect("a page");
        let rest = ledger::Question { after: first.next.clone(), ..question.clone() };
        let second = ledger::page(test.app.store.reader(), &rest).await.expect("a page");
        assert_eq!((first.lines.len(), second.lines.len(), second.next), (5, 4, None));
        let mut numbers: Vec<String> =
            first.lines.into_iter().chain(second.lines).map(|line| line.number).collect();
        numbers.reverse();
        let expected: Vec<String> = (1..=9).map(|n| format!("渝练收件〔2026〕{n:04}号")).collect();
        assert_eq!(numbers, expected, "{}", test.name);
        let nobody = ledger::Question { scope: asker(Role::Administrator).scope(), ..question };
        let hidden = ledger::page(test.app.store.reader(), &nobody).await.expect("a page");
        assert!(hidden.lines.is_empty(), "{}", test.name);
    }
}

#[tokio::test]
async fn an_altered_row_is_named_and_made_anew() {
    for test in apps().await {
        let app = &test.app;
        let outcome = execute(app, &asker(Role::Registrar), apply(1, None)).await.expect("done");
        let alter = "UPDATE case_row SET stage = 'registered'; DELETE FROM case_person";
        app.store.reader().execute_unprepared(alter).await.expect("altered");
        let findings =
            rebuild::check(app.store.reader(), &app.secret, |_, _| {}).await.expect("check");
        let places: Vec<_> = findings.iter().map(|finding| &finding.fault).collect();
        assert!(places.contains(&&Fault::Rows("case_row.stage".to_owned())), "{places:?}");
        assert_eq!(findings.len(), 6, "{}: {findings:?}", test.name);
        assert_eq!(rebuild::rebuild(&app.store, &app.secret).await.expect("rebuild"), 1);
        assert_eq!(
            rebuild::check(app.store.reader(), &app.secret, |_, _| {}).await.expect("check"),
            []
        );
        let question = DeadlineQuestion {
            scope: asker(Role::Registrar).scope(),
            persons: Vec::new(),
            today: "2026-03-02".parse().expect("a date"),
            until: "2099-01-01".parse().expect("a date"),
        };
        let due = deadlines::due(app.store.reader(), &question, None, 10);
        assert_eq!(due.await.expect("deadlines"), [], "{}: {outcome:?}", test.name);
    }
}
