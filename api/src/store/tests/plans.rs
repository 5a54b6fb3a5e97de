//! How the databases go about each list: among twenty thousand cases every order, filter and page is found
//! over an index, whether PostgreSQL plans for the values or once for all.

use sea_orm::{ConnectionTrait, DbBackend, Statement};
use uuid::Uuid;
use workflow::case::{ChildKind, Procedure};
use workflow::{Stage, UserId};

use super::databases;
use crate::store::asker::Scope;
use crate::store::cases::deadlines::{self, DeadlineQuestion, Nearness};
use crate::store::cases::ledger::{self, Cursor, Question, Sort};
use crate::store::cases::worklist::{self, Group, WorkQuestion};
use crate::store::connection::statement::statement;
use crate::store::{Reader, Store};

/// How many cases there are.
const CASES: u32 = 20_000;

const KEYS: &str = "INSERT INTO case_key (case_id, version, head)
    SELECT '00000000-0000-7000-8000-' || (100000000000 + i), 1, $2 FROM cases";

/// Of a hundred cases ninety are closed, and of twenty one has a deadline that runs.
const ROWS: &str = "INSERT INTO case_row (case_id, version, number, kind, stage, child_name,
        adopter_names, officer, received_on, last_on, next_deadline_kind,
        certificate_number, file_set, procedure, standing, number_key, certificate_key, urgent_on,
        in_hand, waits_for)
    SELECT '00000000-0000-7000-8000-' || (100000000000 + i), 1, 'A' || (100000 + i),
        CASE i % 10 WHEN 0 THEN 'guardian_orphan' WHEN 1 THEN 'stepchild' ELSE 'foundling' END,
        CASE WHEN i % 100 < 90 THEN 'closed' WHEN i % 100 < 98 THEN 'accepted' ELSE 'applied' END,
        '陈*', '张*、李*', '00000000-0000-7000-8000-' || (200000000000 + i % 20),
        (2000 + i % 26) || '-' || (10 + i % 3) || '-' || (10 + i % 19), '2026-03-02',
        CASE WHEN i % 20 = 0 THEN 'archive' END,
        CASE WHEN i % 100 < 90 THEN 'C' || (100000 + i) END,
        CASE WHEN i % 1000 = 1 THEN 'A' || (100000 + i - 1) END,
        CASE WHEN i % 50 = 0 THEN 'dissolution' ELSE 'formation' END, 'stands',
        'A' || (100000 + i), CASE WHEN i % 100 < 90 THEN 'C' || (100000 + i) END,
        CASE WHEN i % 20 = 0 THEN '2026-' || (10 + i / 20 % 3) || '-' || (10 + i / 20 % 19)
            ELSE '9999-12-31' END,
        i % 100 >= 90, CASE WHEN i % 1000 = 95 THEN 'leader' ELSE 'us' END
    FROM cases";

const DEADLINES: &str = "INSERT INTO deadline (case_id, kind, number, due_on, state, person, end_open,
        case_number, registered)
    SELECT case_id, kinds.kind, 1,
        CASE WHEN urgent_on = '9999-12-31' THEN received_on ELSE urgent_on END,
        CASE WHEN urgent_on <> '9999-12-31' AND kinds.kind = 'archive' THEN 'running' ELSE 'met' END,
        officer, FALSE, number, certificate_number IS NOT NULL
    FROM case_row
    CROSS JOIN (SELECT 'review' AS kind UNION SELECT 'archive' UNION SELECT 'follow_up') AS kinds";

const TASKS: &str = "INSERT INTO assignment (case_id, user_id, ended)
    SELECT '00000000-0000-7000-8000-' || (100000000000 + i),
        '00000000-0000-7000-8000-' || (300000000000 + i % 200), i % 100 < 90
    FROM cases";

pub(super) async fn fill(store: &Store) {
    let transaction = store.begin().await.expect("begin");
    for text in [KEYS, ROWS, DEADLINES, TASKS] {
        let (insert, select) = text.split_once("SELECT").expect("an insertion of what is selected");
        let values: [sea_orm::Value; 2] = [i64::from(CASES).into(), vec![0_u8].into()];
        let taken = if text == KEYS { 2 } else { usize::from(text != DEADLINES) };
        let cases = "WITH RECURSIVE cases(i) AS (SELECT CAST(1 AS BIGINT) UNION ALL \
                     SELECT i + 1 FROM cases WHERE i < $1)";
        let with = if taken == 0 { "" } else { cases };
        let text = format!("{insert} {with} SELECT {select}");
        let values = values.into_iter().take(taken);
        transaction.execute_raw(statement(&transaction, &text, values)).await.expect("rows");
    }
    transaction.commit().await.expect("commit");
}

fn user(number: u64) -> UserId {
    UserId(Uuid::parse_str(&format!("00000000-0000-7000-8000-{number}")).expect("an account"))
}

pub(super) const NOBODY: Scope = Scope { office: false, registered: false, assigned_to: None };

/// Each view of the office's cases.
fn scopes() -> Vec<Scope> {
    let office = Scope { office: true, ..NOBODY };
    let registered = Scope { registered: true, ..NOBODY };
    let assigned_to = Some(user(300_000_000_095));
    let assigned = Scope { assigned_to, ..NOBODY };
    vec![office, registered, assigned, Scope { assigned_to, ..registered }, NOBODY]
}

/// The ledger without any filter, in an order, from the row after a cursor.
pub(super) fn unfiltered(sort: Sort, after: Option<&str>) -> Question {
    Question {
        scope: Scope { office: true, ..NOBODY },
        procedure: None,
        kind: None,
        file_set: None,
        stages: Vec::new(),
        officers: Vec::new(),
        received_from: None,
        received_to: None,
        overdue_on: None,
        sort,
        after: after.map(|day| Cursor { value: day.to_owned(), number: "A105000".to_owned() }),
        limit: 50,
    }
}

/// A question with each of the filters, and each view.
fn filtered(plain: &Question) -> Vec<Question> {
    let day = |text: &str| text.parse().ok();
    let plain = || plain.clone();
    let mut asked = vec![
        Question { file_set: Some("A102000".to_owned()), ..plain() },
        Question { officers: vec![user(200_000_000_007)], ..plain() },
        Question { officers: vec![user(200_000_000_007), user(200_000_000_008)], ..plain() },
        Question { received_from: day("2025-10-10"), ..plain() },
        Question { received_to: day("2001-10-10"), ..plain() },
        Question { received_from: day("2012-10-10"), received_to: day("2012-11-10"), ..plain() },
        Question { overdue_on: day("2026-10-20"), ..plain() },
        Question { overdue_on: day("2026-10-20"), stages: vec![Stage::Accepted], ..plain() },
    ];
    asked.extend(ChildKind::ALL.map(|kind| Question { kind: Some(kind), ..plain() }));
    asked.extend(Procedure::ALL.map(|one| Question { procedure: Some(one), ..plain() }));
    asked.extend(Stage::ALL.map(|stage| Question { stages: vec![stage], ..plain() }));
    asked.extend(scopes().into_iter().map(|scope| Question { scope, ..plain() }));
    asked
}

pub(super) fn of_deadlines(scope: Scope, persons: Vec<UserId>) -> DeadlineQuestion {
    let day = |text: &str| text.parse().expect("a day");
    DeadlineQuestion { scope, persons, today: day("2026-11-15"), until: day("2026-11-22") }
}

/// Every question about deadlines, and what asks it.
fn deadline_statements(backend: DbBackend) -> Vec<Statement> {
    let nearness =
        [None, Some(Nearness::Overdue), Some(Nearness::Due), Some(Nearness::Approaching)];
    let mut statements = Vec::new();
    for scope in scopes() {
        for persons in [
            vec![],
            vec![user(200_000_000_000)],
            vec![user(200_000_000_000), user(200_000_000_001)],
        ] {
            let question = of_deadlines(scope, persons);
            statements.extend(
                nearness.map(|near| deadlines::due_statement(backend, &question, near, 200)),
            );
            statements.push(deadlines::counts_statement(backend, &question));
        }
    }
    statements
}

async fn lines(reader: &impl Reader, statement: Statement) -> Vec<String> {
    let column = if reader.get_database_backend() == DbBackend::Sqlite { 3 } else { 0 };
    let rows = reader.query_all_raw(statement).await.expect("a plan");
    rows.iter().map(|row| row.try_get_by_index(column).expect("a line")).collect()
}

/// How a statement is gone about: for these values, and on PostgreSQL for any values too.
async fn plans(reader: &impl Reader, asked: &Statement) -> Vec<Vec<String>> {
    let backend = reader.get_database_backend();
    let explain = if backend == DbBackend::Sqlite { "EXPLAIN QUERY PLAN" } else { "EXPLAIN" };
    let values = asked.values.clone().map(|values| values.0).unwrap_or_default();
    let any_values = match values.len() {
        0 => String::new(),
        count => format!("({})", vec!["NULL"; count].join(", ")),
    };
    let text = format!("{explain} {}", asked.sql);
    let mut plans = vec![lines(reader, statement(reader, &text, values)).await];
    if backend != DbBackend::Sqlite {
        let prepare = format!("PREPARE asked AS {}", asked.sql);
        reader.execute_unprepared(&prepare).await.expect("prepared");
        let text = format!("EXPLAIN EXECUTE asked{any_values}");
        plans.push(lines(reader, Statement::from_string(backend, text)).await);
        reader.execute_unprepared("DEALLOCATE asked").await.expect("forgotten");
    }
    plans
}

/// Whether a line of a plan reads a whole table of the lists.
fn reads_all(line: &str) -> bool {
    ["case_row", "deadline"].iter().any(|table| {
        line.contains(&format!("Seq Scan on {table}"))
            || (line.contains(&format!("SCAN {table}")) && !line.contains(" USING "))
    })
}

fn sorts(line: &str) -> bool {
    line.contains("Sort") || line.contains("TEMP B-TREE")
}

async fn expect_index(reader: &impl Reader, name: &str, asked: &Statement) {
    for plan in plans(reader, asked).await {
        let whole = plan.iter().any(|line| reads_all(line));
        assert!(!whole, "{name}: {asked}\n{}", plan.join("\n"));
    }
}

/// A filled database over one connection, on which PostgreSQL plans what is prepared for any values.
async fn filled(store: &Store) -> Store {
    fill(store).await;
    let one = store.over_one_connection().await;
    if one.reader().get_database_backend() != DbBackend::Sqlite {
        one.reader().execute_unprepared("ANALYZE").await.expect("statistics");
        let generic = "SET plan_cache_mode = force_generic_plan";
        one.reader().execute_unprepared(generic).await.expect("a setting");
    }
    one
}

#[tokio::test]
async fn every_page_of_the_ledger_is_found_over_an_index() {
    for database in databases().await {
        let store = filled(&database.store).await;
        let reader = store.reader();
        let backend = reader.get_database_backend();
        for (sort, after) in [
            (Sort::Received, None),
            (Sort::Received, Some("2010-11-15")),
            (Sort::Deadline, None),
            (Sort::Deadline, Some("2026-11-15")),
            (Sort::Deadline, Some("9999-12-31")),
            (Sort::Kind, None),
            (Sort::Kind, Some("stepchild")),
            (Sort::Stage, None),
            (Sort::Stage, Some("closed")),
            (Sort::Officer, None),
            (Sort::Officer, Some("00000000-0000-7000-8000-200000000007")),
        ] {
            let plain = unfiltered(sort, after);
            let asked = ledger::statement(backend, &plain);
            expect_index(reader, database.name, &asked).await;
            for plan in plans(reader, &asked).await {
                let sorted = plan.iter().any(|line| sorts(line));
                assert!(!sorted, "{}: {asked}\n{}", database.name, plan.join("\n"));
            }
            // They are few, and not found by looking at every case in the order of their receipt.
            let overdue = Question { overdue_on: "2026-10-20".parse().ok(), ..plain.clone() };
            let by_day = matches!(sort, Sort::Received | Sort::Deadline);
            if !by_day {
                expect_index(reader, database.name, &ledger::statement(backend, &overdue)).await;
                continue;
            }
            for plan in plans(reader, &ledger::statement(backend, &overdue)).await {
                let over = |line: &String| {
                    ["case_row_urgent", "_urgency"].iter().any(|name| line.contains(name))
                };
                assert!(plan.iter().any(over), "{}:\n{}", database.name, plan.join("\n"));
            }
            for question in filtered(&plain) {
                expect_index(reader, database.name, &ledger::statement(backend, &question)).await;
            }
        }
    }
}

#[tokio::test]
async fn every_list_of_deadlines_is_found_over_an_index() {
    for database in databases().await {
        let store = filled(&database.store).await;
        let reader = store.reader();
        for asked in deadline_statements(reader.get_database_backend()) {
            expect_index(reader, database.name, &asked).await;
        }
    }
}

/// The counts and the lines of every group of the worklist, for each view.
fn worklist_statements(backend: DbBackend) -> Vec<Statement> {
    let groups = [
        Group::Overdue,
        Group::Soon,
        Group::Mine,
        Group::Others,
        Group::Leader,
        Group::Incidents,
        Group::ToFile,
        Group::Loans,
    ];
    let day = |text: &str| text.parse().expect("a day");
    let (today, soon) = (day("2026-10-12"), day("2026-10-15"));
    let mut statements = Vec::new();
    for scope in scopes() {
        let question = WorkQuestion { scope, mine: vec![user(200_000_000_007)], today, soon };
        statements.extend(worklist::counts_statement(backend, &question, &groups));
        let lines = groups.map(|group| worklist::lines_statement(backend, &question, group, 50));
        statements.extend(lines);
    }
    statements
}

#[tokio::test]
async fn every_group_of_the_worklist_is_found_over_an_index() {
    for database in databases().await {
        let store = filled(&database.store).await;
        let reader = store.reader();
        for asked in worklist_statements(reader.get_database_backend()) {
            expect_index(reader, database.name, &asked).await;
        }
    }
}
