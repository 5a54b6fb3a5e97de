//! How long a list takes among very many cases: a million on PostgreSQL, a hundred thousand on SQLite, or
//! as many as `GUIJIA_TEST_CASES` says.

use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use futures_util::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};

use super::filling::{Pattern, fill};
use crate::support::client::Answer;
use crate::support::database::Database;
use crate::support::program::Server;
use crate::support::story::{application, day};
use crate::support::{Backend, Office, Person, Story};

/// How many ask at once in the second measurement.
pub(super) const CLIENTS: usize = 16;
/// How often one alone asks, and how often each of the many.
pub(super) const ALONE: usize = 100;
pub(super) const EACH: usize = 20;
/// Rows of a page.
const ROWS: u32 = 50;
/// The page far behind, or the last where there are fewer.
const PAGE: u32 = 1000;

/// What is read.
struct Question {
    /// In words.
    words: String,
    /// Who asks.
    person: Person,
    /// For what.
    path: String,
}

pub(super) async fn reads_at_a_million(office: Office) {
    let cases = number_of_cases(office.backend);
    let Filled { office, database, officer, closed } = filled(office, cases).await;
    println!("{:<58}{:>10}{:>10}{:>10}{:>10}", "milliseconds", "1: p50", "p95", "16: p50", "p95");
    plain(&database).await;
    let healthz = async || {
        Answer::of(office.anonymous(Method::GET, "/healthz")).await.expect(200);
    };
    told("GET /healthz", healthz).await;
    for question in questions(&database, cases, &officer, &closed).await {
        let Question { words, person, path } = &question;
        let read = async || {
            office.get(*person, path).await.expect(200);
        };
        told(words, read).await;
    }
    for (words, text) in searched() {
        let read = async || {
            search(&office, &text).await;
        };
        told(words, read).await;
    }
}

/// An office with very many cases.
pub(super) struct Filled {
    pub office: Office,
    pub database: Database,
    /// The registrar of every twentieth case.
    pub officer: String,
    /// A case that is closed.
    closed: String,
}

/// Fills an office with so many cases.
pub(super) async fn filled(office: Office, cases: u32) -> Filled {
    let (closed, patterns) = patterns(&office, cases).await;
    let officer = office.account(Person::REGISTRAR).await;
    let today = office.today().await;
    office.at_rest().await;
    let (database, backend) = (office.database().await, office.backend);
    let began = Instant::now();
    let office = office
        .reopen(async |server: Server| {
            assert_eq!(server.terminate().await, Some(0));
            fill(&database, backend, &patterns, &officer, today).await;
        })
        .await;
    office.at_rest().await;
    println!("\n{backend:?}, {cases} cases made in {} s", began.elapsed().as_secs());
    Filled { office, database, officer, closed }
}

/// What is searched: what every fifteenth case has, and what none has.
pub(super) fn searched() -> [(&'static str, String); 5] {
    let application = application(0);
    let said =
        |place: &str| application.pointer(place).and_then(Value::as_str).expect("words").to_owned();
    let name = said("/adopters/0/name");
    [
        ("search by a number that no case has", "L100000777".to_owned()),
        ("search by a document's number", said("/adopters/0/resident_id")),
        ("search by a whole name", name.clone()),
        ("search by the first character of a name", name.chars().take(1).collect()),
        ("search for what there is not", "没有这个人".to_owned()),
    ]
}

/// One search by a registrar.
pub(super) async fn search(office: &Office, text: &str) -> Value {
    let request = office.request(Person::REGISTRAR, Method::POST, "/v1/search").await;
    office.send(request.json(&json!({ "text": text }))).await.expect(200).json()
}

fn number_of_cases(backend: Backend) -> u32 {
    let said = std::env::var("GUIJIA_TEST_CASES").ok();
    let otherwise = if backend == Backend::Sqlite { 100_000 } else { 1_000_000 };
    said.map_or(otherwise, |number| number.parse().expect("a number of cases"))
}

/// A closed case, and what is copied: of a hundred cases two are open.
async fn patterns(office: &Office, cases: u32) -> (String, [Pattern; 4]) {
    let mut closed = Story::apply(office, application(0)).await;
    closed.carry_to_issue().await;
    closed.archive().await;
    let visits = closed.visits_due().await;
    for on in visits {
        closed.visit(day(&on.into())).await;
    }
    assert_eq!(closed.stage().await, "closed");
    let applied = Story::apply(office, application(1)).await;
    let mut accepted = Story::apply(office, application(2)).await;
    accepted.carry_to_acceptance().await;
    let mut assessed = Story::apply(office, application(3)).await;
    assessed.carry_to_acceptance().await;
    assessed.publish().await;
    assessed.begin_assessment().await;
    let few = cases / 200;
    let pattern = |story: &Story<'_>, copies| Pattern { case: story.case.clone(), copies };
    let patterns = [
        pattern(&closed, cases - 4 * few),
        pattern(&applied, few),
        pattern(&accepted, 2 * few),
        pattern(&assessed, few),
    ];
    (closed.case, patterns)
}

async fn questions(database: &Database, cases: u32, officer: &str, closed: &str) -> Vec<Question> {
    let ask = |words: &str, person: Person, path: String| Question {
        words: words.to_owned(),
        person,
        path,
    };
    let page = PAGE.min(cases / ROWS);
    let mut asked = Vec::new();
    for (sort, column, order) in
        [("received", "received_on", "DESC"), ("deadline", "urgent_on", "ASC")]
    {
        let first = format!("/v1/cases?sort={sort}");
        let far = format!("{first}&cursor={}", cursor(database, page, sort, column, order).await);
        asked.push(ask(&format!("by {sort}, page 1"), Person::REGISTRAR, first.clone()));
        asked.push(ask(&format!("by {sort}, page {page}"), Person::REGISTRAR, far));
        for filter in [
            "procedure=formation",
            "kind=institution_foundling",
            "file_set=L100001000",
            "stage=accepted",
            "stage=closed",
            "stage=refused",
            &format!("officer={officer}"),
            "received_from=2028-04-01",
            "received_to=2009-01-01",
            "received_from=2020-04-01&received_to=2020-04-30",
            "overdue=true",
        ] {
            let words = filter.replace(officer, "…");
            asked.push(ask(
                &format!("by {sort}, {words}"),
                Person::REGISTRAR,
                format!("{first}&{filter}"),
            ));
        }
        for person in [Person::ARCHIVIST, Person::ASSESSOR] {
            asked.push(ask(&format!("by {sort}, for the {}", person.role), person, first.clone()));
        }
    }
    for nearness in ["overdue", "due", "approaching"] {
        let path = format!("/v1/deadlines?nearness={nearness}");
        asked.push(ask(&format!("deadlines, {nearness}"), Person::LEADER, path));
    }
    asked.push(ask("deadlines", Person::LEADER, "/v1/deadlines".to_owned()));
    let own = format!("/v1/deadlines?person={officer}");
    asked.push(ask("deadlines of one officer", Person::LEADER, own));
    for person in [Person::ARCHIVIST, Person::ASSESSOR] {
        let path = "/v1/deadlines".to_owned();
        asked.push(ask(&format!("deadlines, for the {}", person.role), person, path));
    }
    asked.push(ask("one closed case", Person::REGISTRAR, format!("/v1/cases/{closed}")));
    asked
}

/// What the page before a page hands out as the place where that begins, in the service's own writing.
async fn cursor(database: &Database, page: u32, sort: &str, column: &str, order: &str) -> String {
    let before = (page - 1) * ROWS - 1;
    let place = format!(
        "SELECT {column} || '/' || number FROM case_row \
         ORDER BY {column} {order}, number {order} LIMIT 1 OFFSET {before}"
    );
    let places = database.texts(&place).await;
    let place = places.first().expect("as many cases").replacen('/', "\n", 1);
    URL_SAFE_NO_PAD.encode(format!("{sort}\n{place}"))
}

/// The same page asked of the database alone, by a column with an index: what a page has to be measured by.
async fn plain(database: &Database) {
    let page = "SELECT number FROM case_row WHERE (received_on, number) < ('2018-05-05', 'M') \
                ORDER BY received_on DESC, number DESC LIMIT 51";
    let read = async || {
        database.texts(page).await;
    };
    told("the database alone: 51 numbers by received_on", read).await;
}

/// Measures a question asked by one and by many, and prints it.
async fn told(words: &str, read: impl AsyncFn()) {
    // What comes first is not counted: signing in, preparing, reading from the disk.
    read().await;
    let alone = asked(ALONE, &read).await;
    let many = join_all((0..CLIENTS).map(|_| asked(EACH, &read))).await.concat();
    let [one, late] = percentiles(alone);
    let [one_of_many, late_of_many] = percentiles(many);
    println!("{words:<58}{one:>10.1}{late:>10.1}{one_of_many:>10.1}{late_of_many:>10.1}");
}

pub(super) async fn asked(times: usize, read: &impl AsyncFn()) -> Vec<Duration> {
    let mut spans = Vec::with_capacity(times);
    for _ in 0..times {
        let began = Instant::now();
        read().await;
        spans.push(began.elapsed());
    }
    spans
}

/// The middle one and that which one in twenty exceeds, in milliseconds.
fn percentiles(mut spans: Vec<Duration>) -> [f64; 2] {
    spans.sort();
    [50, 95].map(|part| {
        let place = (spans.len() * part / 100).min(spans.len() - 1);
        spans[place].as_secs_f64() * 1000.0
    })
}
