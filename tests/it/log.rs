//! The log keeps what happened: nothing in it can be taken back, and what is changed by somebody
//! with the database's own password is found.

use crate::support::database::Database;
use crate::support::story::application;
use crate::support::{Backend, Office, Story, on_both_databases, program};

on_both_databases!(
    every_change_of_an_event_is_found,
    a_missing_event_is_found,
    nothing_in_the_log_can_be_taken_back,
    a_changed_row_is_found_and_made_anew,
);

/// The tables that may only grow.
const GROWING: [&str; 3] = ["event", "access_log", "configuration_change"];

/// Columns of an event, each with what to write instead of its value.
const CHANGES: [(&str, Change); 10] = [
    ("kind", Change::Text),
    ("body", Change::FirstByte),
    ("body", Change::LastByte),
    ("codec", Change::Text),
    ("key_id", Change::Text),
    ("actor", Change::Text),
    ("recorded_at", Change::Number),
    ("command_id", Change::Text),
    ("prev_hash", Change::LastByte),
    ("hash", Change::FirstByte),
];

#[derive(Clone, Copy)]
enum Change {
    Text,
    Number,
    FirstByte,
    LastByte,
}

/// A case with some twenty events.
async fn a_case(office: &Office) -> Story<'_> {
    let mut story = Story::apply(office, application(1)).await;
    for party in ["adopter_1", "adopter_2"] {
        story.bring("identity_card", Some(party)).await;
        story.bring("health_certificate", Some(party)).await;
    }
    let verified = office.command(&["verify"]).await;
    assert_eq!(verified.code, Some(0), "{}{}", verified.said, verified.complained);
    story
}

/// The bytes of a column of one event, in hexadecimal.
async fn bytes(office: &Office, database: &Database, column: &str, version: u64) -> String {
    let written = match office.backend {
        Backend::Sqlite => format!("lower(hex({column}))"),
        Backend::Postgresql => format!("encode({column}, 'hex')"),
    };
    let found =
        database.texts(&format!("SELECT {written} FROM event WHERE version = {version}")).await;
    found.first().cloned().expect("the event")
}

fn literal(office: &Office, hexadecimal: &str) -> String {
    match office.backend {
        Backend::Sqlite => format!("X'{hexadecimal}'"),
        Backend::Postgresql => format!("'\\x{hexadecimal}'::bytea"),
    }
}

/// The bytes with one bit turned, in the first or the last of them.
fn with_one_bit_turned(hexadecimal: &str, change: Change) -> String {
    let place = match change {
        Change::LastByte => hexadecimal.len() - 2,
        _ => 0,
    };
    let byte = u8::from_str_radix(&hexadecimal[place..place + 2], 16).expect("a byte");
    format!("{}{:02x}{}", &hexadecimal[..place], byte ^ 1, &hexadecimal[place + 2..])
}

async fn every_change_of_an_event_is_found(office: Office) {
    let story = a_case(&office).await;
    let database = office.database().await;
    database.disarm("event").await;
    let number = story.read().await["number"].as_str().expect("a number").to_owned();
    for version in [1, story.version / 2, story.version] {
        for (column, change) in CHANGES {
            let (altered, restored) = match change {
                Change::Text => {
                    let old = format!("SELECT {column} FROM event WHERE version = {version}");
                    let old = database.texts(&old).await.first().cloned().expect("a value");
                    (format!("'{old}x'"), format!("'{old}'"))
                }
                Change::Number => (format!("{column} + 1"), format!("{column} - 1")),
                Change::FirstByte | Change::LastByte => {
                    let old = bytes(&office, &database, column, version).await;
                    let new = with_one_bit_turned(&old, change);
                    (literal(&office, &new), literal(&office, &old))
                }
            };
            set(&database, column, &altered, version).await;
            let found = office.command(&["verify"]).await;
            assert_eq!(found.code, Some(1), "event {version}, {column}: {}", found.said);
            assert!(
                found.said.contains(&number),
                "{column}: the case is not named: {}",
                found.said
            );
            let named = found.said.contains(&version.to_string());
            assert!(named, "event {version}, {column}: the event is not named: {}", found.said);
            set(&database, column, &restored, version).await;
        }
    }
    let verified = office.command(&["verify"]).await;
    assert_eq!(verified.code, Some(0), "all is as it was: {}", verified.said);
}

async fn set(database: &Database, column: &str, value: &str, version: u64) {
    let statement = format!("UPDATE event SET {column} = {value} WHERE version = {version}");
    assert_eq!(database.change(&statement).await.expect("changed"), 1, "{statement}");
}

async fn a_missing_event_is_found(office: Office) {
    let story = a_case(&office).await;
    let database = office.database().await;
    database.disarm("event").await;
    let last = format!("DELETE FROM event WHERE version = {}", story.version);
    assert_eq!(database.change(&last).await.expect("deleted"), 1);
    let found = office.command(&["verify"]).await;
    assert_eq!(found.code, Some(1), "the newest event is gone: {}", found.said);
    database.change("DELETE FROM event WHERE version = 3").await.expect("deleted");
    let found = office.command(&["verify"]).await;
    assert_eq!(found.code, Some(1), "an event in the middle is gone: {}", found.said);
}

async fn nothing_in_the_log_can_be_taken_back(office: Office) {
    a_case(&office).await;
    let database = office.database().await;
    let row = "INSERT INTO configuration_change (id, at, actor, subject, after) \
               VALUES ('00000000-0000-4000-8000-000000000001', 1, 'somebody', 'rules', '{}')";
    database.change(row).await.expect("tables may grow");
    for table in GROWING {
        let before = database.count(table).await;
        assert!(before > 0, "{table} is empty");
        for statement in attacks(&office, &database, table).await {
            let refused = database.change(&statement).await;
            assert!(refused.is_err(), "not refused: {statement}");
        }
        assert_eq!(database.count(table).await, before, "{table}");
    }
    // The row that was slipped in is found, and nothing else.
    let verified = office.command(&["verify"]).await;
    assert_eq!(verified.code, Some(1), "{}", verified.said);
    let slipped_in = "configuration_change: row 00000000-0000-4000-8000-000000000001 is not in the \
                      office's log";
    assert!(verified.said.starts_with(slipped_in), "{}", verified.said);
    assert!(verified.complained.contains("1 findings"), "{}", verified.complained);
}

async fn attacks(office: &Office, database: &Database, table: &str) -> Vec<String> {
    let (key, value) = match table {
        "event" => ("case_id, version", "kind"),
        "access_log" => ("id", "outcome"),
        _ => ("id", "subject"),
    };
    let mut statements =
        vec![format!("UPDATE {table} SET {value} = 'other'"), format!("DELETE FROM {table}")];
    match office.backend {
        Backend::Sqlite => {
            statements.push(format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table}"));
            statements.push(format!("REPLACE INTO {table} SELECT * FROM {table} LIMIT 1"));
            statements.push(format!("UPDATE OR REPLACE {table} SET {value} = 'other'"));
        }
        Backend::Postgresql => {
            statements.push(format!("TRUNCATE {table}"));
            statements.push(format!("TRUNCATE {table} CASCADE"));
            statements.push(format!(
                "INSERT INTO {table} SELECT * FROM {table} LIMIT 1 \
                 ON CONFLICT ({key}) DO UPDATE SET {value} = 'other'"
            ));
        }
    }
    statements.push(format!(
        "INSERT INTO {table} SELECT * FROM {table} WHERE true \
         ON CONFLICT ({key}) DO UPDATE SET {value} = 'other'"
    ));
    assert!(database.count(table).await > 0);
    statements
}

async fn a_changed_row_is_found_and_made_anew(office: Office) {
    let story = a_case(&office).await;
    let number = story.read().await["number"].as_str().expect("a number").to_owned();
    drop(story);
    // Rows are made anew while nobody serves the office.
    let place = office.place();
    let office = office.stop().await;
    let database = Database::connect(office.database_url.as_deref(), &office.data()).await;
    let command = async |words: &[&str]| {
        let all: Vec<&str> =
            words.iter().copied().chain(place.iter().map(String::as_str)).collect();
        program::run(&all).await
    };
    let clean = command(&["rebuild", "--check"]).await;
    assert_eq!(clean.code, Some(0), "{}{}", clean.said, clean.complained);
    let changes = [
        ("stage", "UPDATE case_row SET stage = 'closed'"),
        // Words that no program writes.
        ("kind", "UPDATE case_row SET kind = 'nobody'"),
        ("urgent_on", "UPDATE case_row SET urgent_on = 'never'"),
        ("child_name", "UPDATE case_row SET child_name = '别人'"),
        ("case_paper", "UPDATE case_paper SET state = 'rejected' WHERE number = 2"),
        ("case_person", "DELETE FROM case_person WHERE party = 'child'"),
    ];
    for (place, statement) in changes {
        assert!(database.change(statement).await.expect("changed") > 0, "{statement}");
        let found = command(&["rebuild", "--check"]).await;
        assert_eq!(found.code, Some(1), "{statement}: {}", found.said);
        assert!(
            found.said.contains(&number) && found.said.contains(place),
            "{place}: {}",
            found.said
        );
        assert!(!found.said.contains("别人"), "the report shows a value: {}", found.said);
        let rebuilt = command(&["rebuild"]).await;
        assert_eq!(rebuilt.code, Some(0), "{}", rebuilt.complained);
        let clean = command(&["rebuild", "--check"]).await;
        assert_eq!(clean.code, Some(0), "after {statement}: {}", clean.said);
    }
}
