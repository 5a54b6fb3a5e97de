//! Each column that `verify` calls covered is altered, and the table that holds it is named.
//!
//! The n-th covered column of every table is altered in one copy at once: a report that names each of
//! these tables has found each of these changes.

use std::collections::BTreeMap;

use super::support::{Copy, findings, full};
use crate::support::{Backend, Office, on_both_databases, program};

on_both_databases!(every_table_is_listed);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_covered_column_is_found() {
    let (office, _) = full(Office::open(Backend::Sqlite).await).await;
    let copy = Copy::of(&office).await;
    drop(office);
    let clean = copy.command(&["verify"]).await;
    assert_eq!(clean.code, Some(0), "{}{}", clean.said, clean.complained);
    let tables = listed().await;
    every_column_compared_row_by_row_is_found(&copy, &tables).await;
    every_column_of_a_chain_is_found(&copy, &tables).await;
}

async fn every_column_compared_row_by_row_is_found(copy: &Copy, tables: &[Listed]) {
    let by_log: Vec<&Listed> = tables.iter().filter(|table| !table.is_folded()).collect();
    // Numbers are compared only where the rest is in order, and without its key a case is not compared, so
    // each of their tables stands alone.
    let numbers = ["certificate_number", "number_series", "data_key"];
    let alone =
        |name: &str| -> Vec<&Listed> { tables.iter().filter(|table| table.name == name).collect() };
    let by_events: Vec<&Listed> = tables
        .iter()
        .filter(|table| table.is_folded() && !numbers.contains(&table.name.as_str()))
        .collect();
    let mut altered = 0;
    for group in [by_log, by_events, alone(numbers[0]), alone(numbers[1]), alone(numbers[2])] {
        let mut columns = BTreeMap::new();
        for table in group.iter().filter(|table| table.is_compared_row_by_row()) {
            assert!(has_rows(copy, &table.name).await, "{} is empty", table.name);
            columns.insert(table.name.clone(), covered(copy, table).await);
        }
        let most = columns.values().map(Vec::len).max().unwrap_or(0);
        for place in 0..most {
            let chosen: Vec<(&String, &Column)> = columns
                .iter()
                .filter_map(|(table, columns)| Some((table, columns.get(place)?)))
                .collect();
            let changes: Vec<String> =
                chosen.iter().map(|(table, column)| column.change(table)).collect();
            let tampered = copy.again();
            tampered.change(&changes).await;
            let found = tampered.found(&changes.join("; ")).await;
            for (table, column) in chosen {
                let named = names(&found, table);
                assert!(named, "{table}.{} is not found:\n{found}", column.name);
                altered += 1;
            }
        }
    }
    println!("{altered} columns were altered and found");
    assert!(altered > 150, "only {altered} columns were looked at");
}

async fn every_column_of_a_chain_is_found(copy: &Copy, tables: &[Listed]) {
    let mut altered = 0;
    for table in tables.iter().filter(|table| table.with == "a hash chain of its own") {
        for column in covered(copy, table).await {
            let tampered = copy.again();
            tampered.change(&[column.change(&table.name)]).await;
            tampered.found(&format!("{}.{}", table.name, column.name)).await;
            altered += 1;
        }
    }
    assert!(altered > 20, "only {altered} columns were looked at");
}

/// The schema has no table of which `verify` does not say what it does with it.
async fn every_table_is_listed(office: Office) {
    let question = match office.backend {
        Backend::Sqlite => {
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        }
        Backend::Postgresql => {
            "SELECT table_name::text FROM information_schema.tables \
             WHERE table_schema = current_schema()"
        }
    };
    let said = program::run(&["verify", "--coverage"]).await.said;
    let tables = office.database().await.texts(question).await;
    assert!(tables.len() > 30, "{tables:?}");
    for table in tables {
        let line = format!("{table}: ");
        assert!(said.lines().any(|said| said.starts_with(&line)), "{table} is not listed");
    }
    let reasons = said.lines().filter(|line| line.contains("not covered")).count();
    assert!(reasons >= 6, "what is not covered is not told: {said}");
}

/// A table with what it is compared with and the columns that are left out.
struct Listed {
    name: String,
    with: String,
    except: Vec<String>,
}

impl Listed {
    /// Chains are looked at apart; another list of migrations is another schema, which is refused.
    fn is_compared_row_by_row(&self) -> bool {
        !["a hash chain of its own", "the migrations this program knows"]
            .contains(&self.with.as_str())
    }

    fn is_folded(&self) -> bool {
        self.with == "the events of the case"
    }
}

async fn listed() -> Vec<Listed> {
    let ended = program::run(&["verify", "--coverage"]).await;
    assert_eq!(ended.code, Some(0), "{}", ended.complained);
    let covered = ended.said.lines().filter_map(|line| line.split_once(": compared with "));
    let listed = covered.map(|(name, rest)| {
        let mut parts = rest.split("; ");
        let with = parts.next().unwrap_or_default().to_owned();
        let except = parts.filter_map(|part| part.strip_prefix("not ")?.split(':').next());
        Listed { name: name.to_owned(), with, except: except.map(str::to_owned).collect() }
    });
    listed.collect()
}

struct Column {
    name: String,
    kind: String,
}

async fn covered(copy: &Copy, table: &Listed) -> Vec<Column> {
    let question = format!("SELECT name || ' ' || type FROM pragma_table_info('{}')", table.name);
    let columns = copy.texts(&question).await;
    let columns = columns.iter().filter_map(|line| line.split_once(' '));
    columns
        .filter(|(name, _)| !table.except.iter().any(|left_out| left_out == name))
        .map(|(name, kind)| Column { name: name.to_owned(), kind: kind.to_lowercase() })
        .collect()
}

/// Columns that are yes or no, kept as a number.
const YES_OR_NO: [&str; 8] = [
    "provisional",
    "matched",
    "ended",
    "end_open",
    "registered",
    "in_hand",
    "incident_open",
    "lent",
];

impl Column {
    /// A statement that gives one row another value.
    fn change(&self, table: &str) -> String {
        let name = &self.name;
        let value = match self.kind.as_str() {
            _ if YES_OR_NO.contains(&name.as_str()) => format!("1 - {name}"),
            "integer" => format!("coalesce({name}, 0) + 1"),
            "blob" => format!("CAST(coalesce(hex({name}), '') || 'x' AS BLOB)"),
            _ => format!("coalesce({name}, '') || 'x'"),
        };
        // The newest row: numbers and keys next to it stay free, and a chain has its head there.
        format!(
            "UPDATE {table} SET {name} = {value} \
             WHERE rowid = (SELECT max(rowid) FROM {table})"
        )
    }
}

async fn has_rows(copy: &Copy, table: &str) -> bool {
    !copy.texts(&format!("SELECT 'row' FROM {table} LIMIT 1")).await.is_empty()
}

/// Whether a report names a table. That a table cannot be read names no row of it, and is not enough.
fn names(found: &str, table: &str) -> bool {
    let mut lines = found.lines().filter(|line| !line.contains("cannot be read to its end"));
    lines.any(|line| {
        line.starts_with(&format!("{table}: "))
            || line.contains(&format!(", {table}: "))
            || line.contains(&format!("differs in {table}"))
            || line.contains(&format!("{table}."))
            || line.contains(&format!("a row of {table} refers"))
            || (table == "number_series" && line.starts_with("series "))
    })
}

#[test]
fn a_remark_is_no_finding() {
    assert_eq!(findings("(a remark)\naccount: altered"), "account: altered");
}
