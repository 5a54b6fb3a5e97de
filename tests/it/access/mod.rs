//! Every operation × everybody who could ask × cases that stand differently: who is let in, who is
//! told that this is never theirs, to whom the case does not exist, and what the access log says.

pub mod asking;
pub mod callers;
mod in_the_office;
pub mod on_cases;
pub mod operations;
pub mod places;
mod rights;
mod sample;

use std::collections::BTreeMap;

use crate::support::database::Database;
use crate::support::{Answer, Office, at_length, mostly_on_sqlite};
use callers::{Caller, Credential};
use places::Place;

mostly_on_sqlite!(every_operation_lets_in_whom_the_table_of_rights_lets_in);
at_length!(every_operation_turns_strangers_away_at_every_place);

/// Who asks for what, where, and what was found.
struct Matrix<'a> {
    office: &'a Office,
    database: Database,
    places: &'a [Place],
    worthless: &'a [Credential],
    callers: &'a [Caller],
    cells: usize,
    logged: usize,
    counts: BTreeMap<(String, u16), usize>,
    wrong: Vec<String>,
}

impl<'a> Matrix<'a> {
    /// Before anybody has asked.
    async fn of(
        office: &'a Office,
        places: &'a [Place],
        worthless: &'a [Credential],
        callers: &'a [Caller],
    ) -> Self {
        Matrix {
            office,
            database: office.database().await,
            places,
            worthless,
            callers,
            cells: 0,
            logged: 0,
            counts: BTreeMap::new(),
            wrong: Vec::new(),
        }
    }

    /// Notes a fault, unless this is right.
    fn expect(&mut self, right: bool, cell: &str, what: impl FnOnce() -> String) {
        if !right {
            self.wrong.push(format!("{cell}: {}", what()));
        }
    }

    /// Counts a cell and compares its status.
    fn note(&mut self, caller: &str, cell: &str, answer: &Answer, statuses: &[u16]) {
        let found = answer.status.as_u16();
        self.cells += 1;
        *self.counts.entry((caller.to_owned(), found)).or_default() += 1;
        let expected = statuses.contains(&found);
        self.expect(expected, cell, || format!("{found}, not {statuses:?}: {}", answer.text()));
        let problem = answer.header("content-type").starts_with("application/problem+json");
        self.expect(problem || found < 400, cell, || "not a problem".to_owned());
    }

    /// Says what was found, and fails if anything was.
    fn conclude(self) {
        for ((caller, status), count) in &self.counts {
            println!("{caller:<28} {status} {count:>5}");
        }
        let Matrix { cells, logged, wrong, office, .. } = self;
        println!("{cells} cells, {logged} rows of the access log, on {:?}", office.backend);
        assert!(wrong.is_empty(), "{} fault(s):\n{}", wrong.len(), wrong.join("\n"));
        // A failed sign-in is worth a line to the operator; nothing else that was asked is.
        let complaints = office.complaints();
        let worth = ["\"a sign-in failed\"", "\"a second factor was not accepted\""];
        let is_other = |line: &&str| !worth.iter().any(|words| line.contains(words));
        let others: Vec<&str> = complaints.lines().filter(is_other).collect();
        assert!(others.is_empty(), "the service complains of what it was asked: {others:?}");
    }
}

async fn every_operation_lets_in_whom_the_table_of_rights_lets_in(office: Office) {
    let places = places::places(&office).await;
    let described = operations::described(&office).await;
    let worthless = callers::worthless(&office).await;
    let callers = callers::everybody(&office, &places).await;
    let mut matrix = Matrix::of(&office, &places, &worthless, &callers).await;
    let versions = places::versions(&matrix.database, &places).await;
    let rows = matrix.database.count("access_log").await;
    for operation in &described {
        matrix.ask_for(operation).await;
    }
    let changed = places::versions(&matrix.database, &places).await != versions;
    matrix.expect(!changed, "every operation", || "asking changed a case".to_owned());
    let opened = matrix.database.count("case_key").await;
    matrix.expect(opened == 3, "every operation", || format!("{opened} cases"));
    for operation in &described {
        matrix.act_on_the_version_there_is(operation).await;
    }
    // Each answer's row was found by its number: a row that nobody asked for shows in the sum.
    let rows = matrix.database.count("access_log").await - rows;
    let logged = i64::try_from(matrix.logged).expect("a small number");
    matrix.expect(rows == logged, "the access log", || format!("{rows} rows, not {logged}"));
    matrix.look_through_lists().await;
    matrix.conclude();
}

async fn every_operation_turns_strangers_away_at_every_place(office: Office) {
    let places = places::places(&office).await;
    let described = operations::described(&office).await;
    let worthless = callers::worthless(&office).await;
    let mut matrix = Matrix::of(&office, &places, &worthless, &[]).await;
    for operation in described.iter().filter(|one| operations::case_action(&one.id).is_some()) {
        matrix.strangers(operation, true).await;
    }
    assert!(matrix.cells > 1000, "only {} cells", matrix.cells);
    matrix.conclude();
}
