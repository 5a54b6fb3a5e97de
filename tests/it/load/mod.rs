//! How many acts a second the service does, beside what the same machine does at best: plain
//! transactions that lock, insert and update, and the emptiest of requests. Run by `make bench`.

mod acts;
mod filling;
mod processor;
mod reads;

use std::time::{Duration, Instant};

use futures_util::future::join_all;
use reqwest::Method;

use self::acts::the_cost_of_an_act;
use self::reads::reads_at_a_million;
use crate::eligibility;
use crate::support::client::Answer;
use crate::support::story::application;
use crate::support::{Office, Person, Story, on_both_databases, words};

/// How many people work at once.
const CLIENTS: u32 = 16;
/// How long each measurement takes.
const SPAN: Duration = Duration::from_secs(8);

on_both_databases!(
    #[ignore = "it measures and decides nothing; `make bench` runs it"]
    acts_a_second,
    #[ignore = "it measures and decides nothing; `make bench` runs it"]
    the_cost_of_an_act,
    #[ignore = "it measures and decides nothing; `make bench` runs it"]
    reads_at_a_million
);

async fn acts_a_second(office: Office) {
    let mut stories = Vec::new();
    for seed in 0..CLIENTS {
        stories.push(Story::apply(&office, application(seed)).await);
    }
    office.at_rest().await;
    let requests = requests(&office).await;
    let checks = checks(&office).await;
    let reads = reads(&office, &stories).await;
    let acts = acts(stories).await;
    let transactions = transactions(&office).await;

    println!("\n{:?}, {CLIENTS} clients, {} s each", office.backend, SPAN.as_secs());
    println!("{:<52}{:>10}{:>10}", "", "a second", "ratio");
    let line =
        |what: &str, rate: f64, of: f64| println!("{what:<52}{rate:>10.0}{:>10.3}", rate / of);
    line("transactions: lock a row, insert one, update one", transactions, transactions);
    line("acts over HTTP, against these transactions", acts, transactions);
    line("requests of /healthz", requests, requests);
    line("eligibility checks, against these requests", checks, requests);
    line("cases read, against these requests", reads, requests);
    line("acts over HTTP, against these requests", acts, requests);
}

fn rate(counts: Vec<u64>, began: Instant) -> f64 {
    counts.iter().sum::<u64>() as f64 / began.elapsed().as_secs_f64()
}

async fn requests(office: &Office) -> f64 {
    let began = Instant::now();
    let counts = join_all((0..CLIENTS).map(|_| async move {
        let mut count = 0;
        while began.elapsed() < SPAN {
            Answer::of(office.anonymous(Method::GET, "/healthz")).await.expect(200);
            count += 1;
        }
        count
    }));
    rate(counts.await, began)
}

async fn checks(office: &Office) -> f64 {
    let began = Instant::now();
    let counts = join_all((0..CLIENTS).map(|_| async move {
        let sheet = eligibility::sheet();
        let mut count = 0;
        while began.elapsed() < SPAN {
            let request = office.anonymous(Method::POST, "/v1/eligibility/check");
            Answer::of(request.json(&sheet)).await.expect(200);
            count += 1;
        }
        count
    }));
    rate(counts.await, began)
}

async fn reads(office: &Office, stories: &[Story<'_>]) -> f64 {
    let began = Instant::now();
    let counts = join_all(stories.iter().map(|story| async move {
        let path = story.path("");
        let mut count = 0;
        while began.elapsed() < SPAN {
            office.get(Person::REGISTRAR, &path).await.expect(200);
            count += 1;
        }
        count
    }));
    rate(counts.await, began)
}

/// Each client works on a case of its own: cases do not wait for one another.
async fn acts(stories: Vec<Story<'_>>) -> f64 {
    let began = Instant::now();
    let counts = join_all(stories.into_iter().map(|mut story| async move {
        let check = words::check("criminal_record", "adopter_1", story.office.today().await);
        let mut count = 0;
        while began.elapsed() < SPAN {
            story.act(Person::REGISTRAR, "/checks", check.clone()).await;
            count += 1;
        }
        count
    }));
    rate(counts.await, began)
}

async fn transactions(office: &Office) -> f64 {
    let database = office.database().await;
    let tables = [
        "CREATE TABLE load_key (id INTEGER PRIMARY KEY, version INTEGER NOT NULL)",
        "CREATE TABLE load_event (id INTEGER, version INTEGER, body TEXT NOT NULL, PRIMARY KEY (id, version))",
        "CREATE TABLE load_row (id INTEGER PRIMARY KEY, version INTEGER NOT NULL)",
    ];
    for table in tables {
        database.change(table).await.expect("a table");
    }
    for id in 0..CLIENTS {
        for table in ["load_key", "load_row"] {
            database.change(&format!("INSERT INTO {table} VALUES ({id}, 0)")).await.expect("a row");
        }
    }
    let began = Instant::now();
    let (database, body) = (&database, &"x".repeat(300));
    let counts = join_all((0..CLIENTS).map(|id| async move {
        let mut count = 0;
        while began.elapsed() < SPAN {
            let statements = [
                format!("UPDATE load_key SET version = {} WHERE id = {id}", count + 1),
                format!("INSERT INTO load_event VALUES ({id}, {}, '{body}')", count + 1),
                format!("UPDATE load_row SET version = {} WHERE id = {id}", count + 1),
            ];
            database.in_one_transaction(&statements).await.expect("committed");
            count += 1;
        }
        count
    }));
    rate(counts.await, began)
}
