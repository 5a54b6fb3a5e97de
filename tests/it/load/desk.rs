//! How long the first pages of a desk take: the worklist, the ledger in each of its orders and by each of its
//! filters, and the search, in an office with as many cases as a large county has.

use futures_util::future::join_all;

use super::reads::{ALONE, CLIENTS, EACH, Filled, asked, filled, search, searched};
use super::table::{Row, Table, Times};
use crate::support::{Backend, Office, Person};

/// Milliseconds that one in twenty first pages may exceed.
const PAGE: f64 = 25.0;
/// Milliseconds that one in twenty searches may exceed.
const SEARCH: f64 = 50.0;

pub(super) async fn first_pages_of_a_desk(office: Office) {
    let cases = if office.backend == Backend::Sqlite { 10_000 } else { 100_000 };
    let Filled { office, officer, .. } = filled(office, cases).await;
    let mut table = Table::begin(&format!("{:?}, {cases} cases", office.backend));
    for (person, path) in first_pages(&officer) {
        let read = async || {
            office.get(person, &path).await.expect(200);
        };
        let words = format!("{path} ({})", person.role).replace(&officer, "…");
        put(&mut table, &words, PAGE, read).await;
    }
    let [_, _, (_, name), ..] = searched();
    assert_eq!(search(&office, &name).await["more"], true, "every fifteenth case has the name");
    for (words, text) in searched() {
        let read = async || {
            search(&office, &text).await;
        };
        put(&mut table, words, SEARCH, read).await;
    }
    table.close();
}

fn first_pages(officer: &str) -> Vec<(Person, String)> {
    let mut pages = vec![
        (Person::REGISTRAR, "/v1/worklist".to_owned()),
        (Person::LEADER, "/v1/worklist".to_owned()),
        (Person::ARCHIVIST, "/v1/worklist".to_owned()),
        (Person::REGISTRAR, "/v1/worklist?group=overdue".to_owned()),
        (Person::REGISTRAR, "/v1/worklist?group=others".to_owned()),
        (Person::LEADER, "/v1/worklist?group=waiting_for_leader".to_owned()),
    ];
    for sort in ["kind", "stage", "officer"] {
        pages.push((Person::REGISTRAR, format!("/v1/cases?sort={sort}")));
    }
    for sort in ["received", "deadline"] {
        let first = format!("/v1/cases?sort={sort}");
        pages.push((Person::REGISTRAR, first.clone()));
        let officers = format!("officer={officer}");
        for filter in [
            "kind=institution_foundling",
            "stage=accepted",
            "stage=closed",
            "overdue=true",
            officers.as_str(),
        ] {
            pages.push((Person::REGISTRAR, format!("{first}&{filter}")));
        }
    }
    pages
}

/// Asks alone and as many, and puts both into the table; the aim is that of one who asks alone.
async fn put(table: &mut Table, words: &str, aim: f64, read: impl AsyncFn()) {
    // What comes first is not counted: signing in, preparing, reading from the disk.
    read().await;
    let alone = Times::of(asked(ALONE, &read).await);
    let met = alone.share(0.95) <= aim;
    table.put(Row::of(words).times(&alone).aim(&format!("p95 at most {aim} ms"), met));
    let many = join_all((0..CLIENTS).map(|_| asked(EACH, &read))).await.concat();
    table.put(Row::of(format!("  {CLIENTS} at once")).times(&Times::of(many)));
}
