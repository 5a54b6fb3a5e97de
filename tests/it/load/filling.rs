//! Many cases quickly: the rows of a few that were really carried out, copied in the database under other
//! identifiers, numbers and days. Lists read these rows and nothing else; events have only the patterns.

use chrono::{Days, NaiveDate};

use crate::support::Backend;
use crate::support::database::Database;

/// Days over which what is copied is spread: twenty years.
const SPREAD: u32 = 7300;
/// Days over which the clocks that run end: from three weeks ago to two months from now.
const CLOCKS: u32 = 81;
/// Days of these that have passed.
const PASSED: u64 = 20;

/// A case to be copied, and how often.
pub struct Pattern {
    /// Its id.
    pub case: String,
    /// How many copies are made.
    pub copies: u32,
}

/// Copies the rows of the patterns. `officer` has every twentieth case, others that are made up the rest;
/// `today` is the legal day.
pub async fn fill(
    database: &Database,
    backend: Backend,
    patterns: &[Pattern],
    officer: &str,
    today: NaiveDate,
) {
    let mut statements = days(today);
    if backend == Backend::Postgresql {
        // Every copy refers to a key that is copied first; looking each up would take most of the time.
        statements.insert(0, "SET LOCAL session_replication_role = replica".to_owned());
    }
    let mut first = 1;
    for pattern in patterns {
        statements.extend(copies(pattern, first, officer));
        first += pattern.copies;
    }
    statements.push("DROP TABLE load_day".to_owned());
    database.in_one_transaction(&statements).await.expect("the copies are made");
    if backend == Backend::Postgresql {
        database.change("VACUUM ANALYZE").await.expect("statistics");
    }
}

/// A table of days: the first are those on which a case was received, the others those on which a
/// clock ends.
fn days(today: NaiveDate) -> Vec<String> {
    let received = (0..SPREAD).map(|back| today - Days::new(u64::from(back)));
    let begin = today - Days::new(PASSED);
    let due = (0..CLOCKS).map(|ahead| begin + Days::new(u64::from(ahead)));
    let rows: Vec<String> =
        received.chain(due).enumerate().map(|(place, day)| format!("({place}, '{day}')")).collect();
    vec![
        "CREATE TABLE load_day (place INTEGER PRIMARY KEY, day TEXT NOT NULL)".to_owned(),
        format!("INSERT INTO load_day VALUES {}", rows.join(", ")),
    ]
}

/// The statements that copy one pattern. An assessor's tasks are copied for one case in fifty: the others
/// have assessors of their own.
fn copies(pattern: &Pattern, first: u32, officer: &str) -> Vec<String> {
    let Pattern { case, copies } = pattern;
    let last = first + copies - 1;
    let places = format!(
        "WITH RECURSIVE places(i) AS (SELECT CAST({first} AS BIGINT) \
         UNION ALL SELECT i + 1 FROM places WHERE i < {last})"
    );
    let from = |table: &str| {
        format!(
            "FROM {table} AS t CROSS JOIN places WHERE t.case_id = '{case}' AND {last} >= {first}"
        )
    };
    let id = "'00000000-0000-7000-8000-' || (100000000000 + i)";
    let officer = format!(
        "CASE WHEN i % 20 = 0 THEN '{officer}' \
         ELSE '00000000-0000-7000-8000-' || (200000000000 + i % 20) END"
    );
    let day = |place: &str| format!("(SELECT day FROM load_day WHERE place = {place})");
    let received = day(&format!("i * 7919 % {SPREAD}"));
    let due = day(&format!("{SPREAD} + i * 31 % {CLOCKS}"));
    vec![
        format!(
            "INSERT INTO case_key (case_id, version, head) {places} \
             SELECT {id}, t.version, t.head {}",
            from("case_key")
        ),
        format!(
            "INSERT INTO case_row (case_id, version, number, kind, stage, child_name, adopter_names, \
             officer, received_on, last_on, next_deadline_kind, \
             certificate_number, file_set, procedure, adoption, standing, number_key, \
             certificate_key, urgent_on, in_hand, next_act, next_why, waits_for, ready_on, \
             incident_open, lent, accepted_on, concluded_on, issued_on, archived_on) {places} \
             SELECT {id}, t.version, 'L' || (100000000 + i), t.kind, t.stage, t.child_name, \
             t.adopter_names, {officer}, {received}, t.last_on, \
             t.next_deadline_kind, CASE WHEN t.certificate_number IS NOT NULL THEN 'LC' || i END, \
             CASE WHEN i % 1000 = 1 THEN 'L' || (100000000 + i - 1) END, t.procedure, \
             NULL, t.standing, 'L' || (100000000 + i), \
             CASE WHEN t.certificate_number IS NOT NULL THEN 'LC' || i END, \
             CASE WHEN t.next_deadline_kind IS NULL THEN t.urgent_on ELSE {due} END, \
             t.in_hand, t.next_act, t.next_why, t.waits_for, t.ready_on, t.incident_open, t.lent, \
             t.accepted_on, t.concluded_on, t.issued_on, t.archived_on {}",
            from("case_row")
        ),
        format!(
            "INSERT INTO deadline (case_id, kind, number, due_on, state, person, end_open, case_number, \
             registered) {places} SELECT {id}, t.kind, t.number, \
             CASE WHEN t.state = 'running' THEN {due} ELSE t.due_on END, t.state, {officer}, \
             t.end_open, 'L' || (100000000 + i), t.registered {} \
             AND (t.state = 'running' OR t.kind IN ('review', 'archive', 'follow_up') AND t.number <= 1)",
            from("deadline")
        ),
        // Every fifteenth has the terms of its pattern: names are so common, and the others are others'.
        format!(
            "INSERT INTO case_term (term, case_id) {places} SELECT t.term, {id} {} AND i % 15 = 0",
            from("case_term")
        ),
        format!(
            "INSERT INTO assignment (case_id, user_id, ended) {places} \
             SELECT {id}, t.user_id, t.ended {} AND i % 50 = 0",
            from("assignment")
        ),
    ]
}
