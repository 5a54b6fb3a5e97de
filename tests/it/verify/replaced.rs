//! Things replaced, lost or put in, each on a copy, and the words in which it is found.

use super::support::{Copy, findings, full};
use crate::support::story::application;
use crate::support::{Backend, Office, Story, on_both_databases};

on_both_databases!(rows_that_no_event_makes_are_compared);

/// A part of what the embedded database is tried with column by column.
const TEXTS: [(&str, &str); 11] = [
    ("account", "roles"),
    ("account", "name"),
    ("office", "telephone"),
    ("calendar_edition", "source"),
    ("calendar_day", "occasion"),
    ("case_document", "digest"),
    ("case_row", "child_name"),
    ("case_row", "stage"),
    ("case_row", "received_on"),
    ("case_paper", "digest"),
    ("number_series", "series"),
];
const NUMBERS: [(&str, &str); 6] = [
    ("account", "valid_since"),
    ("case_document", "size"),
    ("document_print", "printed_at"),
    ("office_log", "at"),
    ("office_log_head", "position"),
    ("number_series", "last"),
];

/// Each is altered, found by its table, and put back.
async fn rows_that_no_event_makes_are_compared(office: Office) {
    let mut story = Story::apply(&office, application(1)).await;
    story.bring("health_certificate", Some("adopter_1")).await;
    office.at_rest().await;
    let printed = office
        .database()
        .await
        .texts("SELECT kind FROM case_document WHERE party = ''")
        .await
        .remove(0);
    story.print(&printed, None).await.expect(200);
    let database = office.database().await;
    database.disarm("office_log").await;
    let texts = TEXTS.map(|(table, column)| {
        let there = format!("{column} || 'x'");
        (table, column, there, format!("substr({column}, 1, length({column}) - 1)"))
    });
    let numbers = NUMBERS
        .map(|(table, column)| (table, column, format!("{column} + 1"), format!("{column} - 1")));
    for (table, column, there, back) in texts.into_iter().chain(numbers) {
        let set = async |value: &str| {
            let statement = format!("UPDATE {table} SET {column} = {value}");
            assert!(database.change(&statement).await.expect("changed") > 0, "{statement}");
        };
        set(&there).await;
        let ended = office.command(&["verify"]).await;
        assert_eq!(ended.code, Some(1), "{table}.{column}: {}{}", ended.said, ended.complained);
        let found = findings(&ended.said);
        let is_named = match table {
            "number_series" => found.contains("series"),
            "office_log" | "office_log_head" => found.contains("office log, chain"),
            _ => found.contains(&format!("{table}.{column}")),
        };
        assert!(is_named, "{table}.{column}: {found}");
        set(&back).await;
        let clean = office.command(&["verify"]).await;
        assert_eq!(clean.code, Some(0), "after {table}.{column}: {}", clean.said);
    }
}

/// Each on a copy of one office, in which everything has happened.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_full_office_lost_or_was_given_is_found() {
    let (office, number) = full(Office::open(Backend::Sqlite).await).await;
    let copy = Copy::of(&office).await;
    drop(office);
    assert!(!number.is_empty());
    a_document_replaced_with_its_row_is_found(&copy.again(), &number).await;
    what_is_put_in_or_taken_out_is_found(&copy).await;
    a_case_that_is_gone_with_all_its_rows_is_found(&copy.again()).await;
    a_chain_cut_short_after_it_was_sealed_is_found(&copy.again(), &number).await;
    an_older_database_is_taken_in_and_it_is_said(&copy.again()).await;
}

/// The bytes of a certificate replaced under another digest, and the row with them.
async fn a_document_replaced_with_its_row_is_found(copy: &Copy, number: &str) {
    let digest = "ab".repeat(32);
    let forged = format!(
        "UPDATE case_document SET digest = '{digest}', size = 20 WHERE kind = 'certificate'"
    );
    copy.change(&[forged]).await;
    let found = copy.found("a certificate").await;
    assert!(found.contains(number), "the case is not named: {found}");
    for words in
        ["case_document.digest", "case_document.size", "differs from the office's log of 20"]
    {
        assert!(found.contains(words), "{words}: {found}");
    }
}

/// Rows put in, taken out and changed that no event tells of.
async fn what_is_put_in_or_taken_out_is_found(copy: &Copy) {
    let forged_person = "INSERT INTO account (id, login, name, roles, organization, created_at, valid_since) \
                         VALUES ('00000000-0000-4000-8000-000000000001', 'x', 'x', 'leader', 'x', 1, 1)";
    let forged_session = "INSERT INTO session (id, account_id, signed_in_at, ends_at) \
                          SELECT '00000000-0000-4000-8000-000000000002', id, 1, 9999999999999999 \
                          FROM account WHERE roles = 'leader' LIMIT 1";
    let forged_access = "INSERT INTO access_log SELECT '00000000-0000-7000-8000-000000000003', at, caller, \
                         roles, operation, case_id, outcome, rules, request_id FROM access_log LIMIT 1";
    let cases: [(&str, &str, &[&str]); 12] = [
        (
            "a role",
            "UPDATE account SET roles = 'administrator' WHERE practice_number = 2 AND roles = 'registrar'",
            &["account.roles"],
        ),
        (
            "a second factor taken out, so that the password alone is enough",
            "DELETE FROM second_factor",
            &["second_factor: row", "is gone"],
        ),
        (
            "a session that never saw a factor",
            "UPDATE session SET factor_at = 9 WHERE factor_at IS NULL",
            &["session.factor_at"],
        ),
        (
            "an account put in",
            forged_person,
            &["account: row 00000000-0000-4000-8000-000000000001 is not in"],
        ),
        (
            "a session put in",
            forged_session,
            &["session: row 00000000-0000-4000-8000-000000000002 is not in"],
        ),
        (
            "access taken out",
            "DELETE FROM access_log WHERE rowid IN (SELECT rowid FROM access_log LIMIT 5)",
            &["access_log: 5 sealed rows are gone"],
        ),
        (
            "access put in",
            forged_access,
            &["access_log: row 00000000-0000-7000-8000-000000000003", "under no seal"],
        ),
        (
            "a rule",
            "UPDATE office SET settings = replace(settings, '30', '29')",
            &["office.settings"],
        ),
        (
            "days of rest",
            "DELETE FROM calendar_day WHERE rowid IN (SELECT rowid FROM calendar_day LIMIT 3)",
            &["calendar_day: row ", "is gone"],
        ),
        ("a stage", "UPDATE case_row SET stage = 'closed'", &["differs in case_row.stage"]),
        ("an absence", "DELETE FROM absence", &["absence: row ", "is gone"]),
        (
            "a series",
            "UPDATE number_series SET last = last + 1 WHERE series = 'certificate'",
            &["series certificate"],
        ),
    ];
    for (what, statement, words) in cases {
        let tampered = copy.again();
        tampered.change(&[statement.to_owned()]).await;
        let found = tampered.found(what).await;
        for word in words {
            assert!(found.contains(word), "{what}, {word}: {found}");
        }
    }
}

/// A case taken out with all its rows, and its number with it.
async fn a_case_that_is_gone_with_all_its_rows_is_found(copy: &Copy) {
    let case = copy.texts("SELECT case_id FROM case_row").await.remove(0);
    let tables = "SELECT DISTINCT m.name FROM sqlite_master m, pragma_table_info(m.name) c \
                  WHERE m.type = 'table' AND c.name = 'case_id' AND m.name <> 'access_log'";
    let mut statements: Vec<String> = copy
        .texts(tables)
        .await
        .iter()
        .map(|table| format!("DELETE FROM {table} WHERE case_id = '{case}'"))
        .collect();
    statements.push("DELETE FROM number_series".to_owned());
    statements.push("DELETE FROM certificate_number".to_owned());
    copy.change(&statements).await;
    let found = copy.found("a case").await;
    assert!(found.contains(&format!("{case}: the whole case is gone")), "{found}");
}

/// The end of a chain cut off consistently, head and all: the seal has seen it come further.
async fn a_chain_cut_short_after_it_was_sealed_is_found(copy: &Copy, number: &str) {
    let last = "(SELECT max(version) - 3 FROM case_key)";
    copy.change(&[
        format!("DELETE FROM event WHERE version > {last}"),
        "UPDATE case_key SET (version, head) = \
         (SELECT version, hash FROM event ORDER BY version DESC LIMIT 1)"
            .to_owned(),
    ])
    .await;
    let found = copy.found("three events").await;
    assert!(found.contains("was sealed and is gone, with all after it"), "{found}");
    assert!(found.contains(number), "{found}");
}

/// A database that is older than the office's log is taken in as it stands, which is said; what is
/// changed from then on is found.
async fn an_older_database_is_taken_in_and_it_is_said(copy: &Copy) {
    let older = ["DROP TABLE office_log", "DROP TABLE office_log_head"].map(str::to_owned);
    copy.change(&older).await;
    copy.change(&["DELETE FROM seaql_migrations WHERE version LIKE '%office_log'".to_owned()])
        .await;
    let refused = copy.command(&["verify"]).await;
    assert_eq!(refused.code, Some(2), "{}", refused.said);
    assert!(refused.complained.contains("guijia migrate"), "{}", refused.complained);
    let migrated = copy.command(&["migrate"]).await;
    assert_eq!(migrated.code, Some(0), "{}", migrated.complained);
    let clean = copy.command(&["verify", "--files"]).await;
    assert_eq!(clean.code, Some(0), "{}{}", clean.said, clean.complained);
    assert!(
        clean.said.contains("rows are older and were taken in as they stood"),
        "{}",
        clean.said
    );
    assert_eq!(findings(&clean.said).lines().count(), 1, "{}", clean.said);
    let digest = "ab".repeat(32);
    copy.change(&[format!(
        "UPDATE case_document SET digest = '{digest}' WHERE kind = 'certificate'"
    )])
    .await;
    assert!(copy.found("a certificate").await.contains("case_document.digest"));
}
