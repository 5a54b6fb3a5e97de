//! What the machine does at best: plain transactions of the same shape as an act, and a loop that only
//! counts.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::Instant;

use super::again_and_again;
use super::table::{Row, Table};
use crate::support::Office;
use crate::support::database::Database;

/// The rates of plain transactions, by how many clients there were.
pub struct Plain(BTreeMap<u32, f64>);

impl Plain {
    /// Transactions a second of so many clients.
    pub fn rate(&self, clients: u32) -> f64 {
        self.0[&clients]
    }
}

/// How fast the machine counts, so that tables of different machines can be told apart.
pub fn spin() -> String {
    const STEPS: u64 = 200_000_000;
    let began = Instant::now();
    let sum =
        (0..STEPS).fold(0_u64, |sum, step| black_box(sum.wrapping_mul(31).wrapping_add(step)));
    let rate = STEPS as f64 / began.elapsed().as_secs_f64() / 1e6;
    format!("the machine counts {rate:.0} million steps a second ({})", sum % 10)
}

/// One client with a connection of its own, on a row of its own.
struct Client {
    database: Database,
    id: u32,
    version: u64,
}

/// Transactions that lock a row, insert one of 300 bytes and update one, beside the program.
pub async fn transactions(office: &Office, table: &mut Table) -> Plain {
    let database = office.database().await;
    for statement in [
        "CREATE TABLE load_key (id INTEGER PRIMARY KEY, version INTEGER NOT NULL)",
        "CREATE TABLE load_event (id INTEGER, version INTEGER, body TEXT NOT NULL, PRIMARY KEY (id, version))",
        "CREATE TABLE load_row (id INTEGER PRIMARY KEY, version INTEGER NOT NULL)",
    ] {
        database.change(statement).await.expect("a table");
    }
    let mut rates = BTreeMap::new();
    for clients in [1, 4, 16] {
        let mut workers = Vec::new();
        for number in 0..clients {
            let id = clients * 100 + number;
            for row in ["load_key", "load_row"] {
                database
                    .change(&format!("INSERT INTO {row} VALUES ({id}, 0)"))
                    .await
                    .expect("a row");
            }
            workers.push(Client { database: office.database().await, id, version: 0 });
        }
        let (times, rate) = again_and_again(workers, one_transaction).await;
        rates.insert(clients, rate);
        let words = format!("plain transactions, {clients} at once");
        table.put(Row::of(words).times(&times).rate(rate).of_plain(1.0));
    }
    Plain(rates)
}

async fn one_transaction(client: &mut Client) {
    client.version += 1;
    let Client { database, id, version } = client;
    let body = "x".repeat(300);
    let statements = [
        format!("UPDATE load_key SET version = {version} WHERE id = {id}"),
        format!("INSERT INTO load_event VALUES ({id}, {version}, '{body}')"),
        format!("UPDATE load_row SET version = {version} WHERE id = {id}"),
    ];
    database.in_one_transaction(&statements).await.expect("committed");
}
