//! The forty ways of showing a token that is not good. Each is refused like any other refusal, byte for
//! byte, and changes nothing.

mod claims;
mod forge;
mod header;
mod refresh;
mod signature;
mod uses;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::story::application;
use crate::support::{Answer, Office, Person, on_both_databases};
use forge::Forge;

on_both_databases!(every_bad_token_is_refused_like_any_other);

/// The groups, with how many cases each has.
const GROUPS: [(&str, usize); 5] =
    [("signature", 10), ("header", 6), ("claims", 12), ("use", 5), ("refresh", 7)];

/// What was tried and how it went.
#[derive(Default)]
struct Table {
    lines: Vec<(&'static str, &'static str, Vec<String>)>,
}

impl Table {
    /// Notes a case with everything that was wrong about it.
    fn note(&mut self, group: &'static str, case: &'static str, faults: Vec<String>) {
        self.lines.push((group, case, faults));
    }

    /// Prints the table and fails if anything was wrong.
    fn settle(self) {
        let mut refused = 0;
        for (group, case, faults) in &self.lines {
            let verdict = if faults.is_empty() { "refused" } else { "LET IN OR CHANGED" };
            println!("{group:<10} {case:<62} {verdict}");
            refused += usize::from(faults.is_empty());
        }
        println!("{refused} of {}", self.lines.len());
        for (group, cases) in GROUPS {
            let found = self.lines.iter().filter(|(named, ..)| *named == group).count();
            assert_eq!(found, cases, "cases of {group}");
        }
        let wrong: Vec<_> = self.lines.iter().filter(|(_, _, faults)| !faults.is_empty()).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

/// What an ordinary refusal looks like, and the tokens that are held against it.
struct Bar<'a> {
    office: &'a Office,
    read: Answer,
    write: Answer,
}

impl<'a> Bar<'a> {
    async fn of(office: &'a Office) -> Bar<'a> {
        let read = ask(office, Method::GET, "/v1/me", None).await;
        let write = ask(office, Method::POST, "/v1/cases", None).await;
        assert_eq!((read.status.as_u16(), write.status.as_u16()), (401, 401));
        Bar { office, read, write }
    }

    /// Everything that is not as it should be with tokens that are worth nothing.
    async fn faults(&self, tokens: &[(String, String)]) -> Vec<String> {
        let before = holdings(self.office).await;
        let mut faults = Vec::new();
        for (name, token) in tokens {
            for (method, path, ordinary) in
                [(Method::GET, "/v1/me", &self.read), (Method::POST, "/v1/cases", &self.write)]
            {
                let answer = ask(self.office, method, path, Some(token)).await;
                if answer.status != ordinary.status || answer.bytes != ordinary.bytes {
                    faults.push(format!("{name}: {path}: {} {}", answer.status, answer.text()));
                }
            }
        }
        let after = holdings(self.office).await;
        if before != after {
            faults.push(format!("something changed: {before:?}, {after:?}"));
        }
        faults
    }
}

/// Asks, with a body that would open a case.
async fn ask(office: &Office, method: Method, path: &str, token: Option<&str>) -> Answer {
    let request = office.anonymous(method.clone(), path);
    let request = token.into_iter().fold(request, |request, token| request.bearer_auth(token));
    let opens = method == Method::POST;
    Answer::of(if opens { request.json(&application(7)) } else { request }).await
}

/// How much there is of everything a token could lead to.
async fn holdings(office: &Office) -> Vec<(&'static str, i64)> {
    let database = office.database().await;
    let mut counted = Vec::new();
    for table in [
        "account",
        "session",
        "session WHERE ended_at IS NULL",
        "refresh_token",
        "refresh_token WHERE used_at IS NULL",
        "case_key",
        "event",
        "access_log",
        "configuration_change",
        "job",
    ] {
        counted.push((table, database.count(table).await));
    }
    counted
}

/// A named token.
fn named(name: impl Into<String>, token: String) -> (String, String) {
    (name.into(), token)
}

async fn every_bad_token_is_refused_like_any_other(office: Office) {
    let (office, forge) = Forge::prepare(office).await;
    let good = forge.signed(&forge.header, &forge.claims);
    let good = ask(&office, Method::GET, "/v1/me", Some(&good)).await;
    assert_eq!(good.status.as_u16(), 200, "the forge makes good tokens where it means to");
    let bar = Bar::of(&office).await;
    let mut table = Table::default();
    signature::try_all(&bar, &forge, &mut table).await;
    header::try_all(&bar, &forge, &mut table).await;
    claims::try_all(&bar, &forge, &mut table).await;
    uses::try_all(&office, &mut table).await;
    drop(bar);
    let office = refresh::try_all(office, &mut table).await;
    assert_eq!(
        office.database().await.count("event WHERE version = 1").await,
        2,
        "no case but ours"
    );
    table.settle();
}

/// The account behind the forged tokens.
const OWNER: Person = Person { role: "registrar", number: 1 };

/// Exchanges a refresh token.
async fn exchange(office: &Office, token: &Value) -> Answer {
    let request = office.anonymous(Method::POST, "/v1/token-refresh");
    Answer::of(request.json(&json!({ "refresh_token": token }))).await
}
