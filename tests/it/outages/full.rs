//! A disk that takes no more: the limit is that of the process, so the errors are real ones.

use std::time::Instant;

use reqwest::Method;
use tempfile::TempDir;

use super::*;
use crate::support::database::Database;
use crate::support::story::application;

/// Lets no file of a process grow beyond a size.
async fn limit(office: &Fragile, size: &str) {
    let set = ["--pid", &office.id(), &format!("--fsize={size}:")];
    let set = Command::new("prlimit").args(set).status().await;
    assert!(set.expect("prlimit").success());
}

async fn open_case(office: &Fragile, token: &str, seed: u32) -> Response {
    office.send(Method::POST, "/v1/cases", token, Some(application(seed))).await
}

async fn case_of(answer: Response) -> String {
    let opened: Value = answer.json().await.expect("JSON");
    opened["case_id"].as_str().expect("a case").to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_is_said_and_survived() {
    let directory = TempDir::new().expect("a directory");
    let (data, log) = (directory.path().join("data"), directory.path().join("log"));
    let office = Fragile::serve(&data, &log, &[]).await;
    let token = token(&office.sign_in().await);
    let mut acknowledged = vec![case_of(open_case(&office, &token, 1).await).await];

    let written = std::fs::metadata(data.join("guijia.sqlite-wal")).expect("a log").len();
    limit(&office, &(written + 65_536).to_string()).await;
    let mut seed = 2;
    let refused = loop {
        let answer = open_case(&office, &token, seed).await;
        seed += 1;
        if answer.status() != 201 {
            break answer;
        }
        acknowledged.push(case_of(answer).await);
    };
    is_a_refusal_for_now(&refused);
    for _ in 0..5 {
        let began = Instant::now();
        is_a_refusal_for_now(&open_case(&office, &token, seed).await);
        assert!(began.elapsed() < Duration::from_secs(1), "it is refused at once");
    }
    assert_eq!(office.get("/readyz", "").await.status(), 503);
    assert_eq!(office.get("/healthz", "").await.status(), 200);
    can_still_be_read(&office, &acknowledged[0]).await;

    limit(&office, "unlimited").await;
    office.is_ready_again().await;
    let more = open_case(&office, &token, seed).await;
    assert_eq!(more.status(), 201);
    acknowledged.push(case_of(more).await);
    let database = Database::connect(None, &data).await;
    expect_all(&database, &acknowledged).await;
    let question = "SELECT count(*) FROM access_log WHERE operation = 'read_case'";
    let noted = database.numbers(question).await;
    assert_eq!(noted, [1], "what was read meanwhile is noted now");
    assert_eq!(office.terminate().await, Some(0));
    expect_all(&database, &acknowledged).await;
    let verified = program::run(&["verify", "--data", &data.display().to_string()]).await;
    assert_eq!(verified.code, Some(0), "{}", verified.said);
    let told = std::fs::read_to_string(&log).expect("a log");
    assert!(told.contains("the office cannot store"), "{told}");
    assert!(told.contains("the office stores again"), "{told}");
}

/// An answer of 507 or 503 in the words of every other problem, with the time to come again.
fn is_a_refusal_for_now(answer: &Response) {
    assert!([503, 507].contains(&answer.status().as_u16()), "{}", answer.status());
    assert!(answer.headers().contains_key("retry-after"));
    let kind = answer.headers().get("content-type").expect("a type");
    assert!(kind.to_str().expect("text").starts_with("application/problem+json"));
}

/// Whoever is there, and whoever comes now, can look something up.
async fn can_still_be_read(office: &Fragile, case: &str) {
    let entered = office.sign_in().await;
    assert!(entered["refresh_token"].is_null(), "a session that is not stored says so");
    let token = token(&entered);
    assert_eq!(office.get("/v1/me", &token).await.status(), 200);
    assert_eq!(office.get(&format!("/v1/cases/{case}"), &token).await.status(), 200);
    let out = office.send(Method::POST, "/v1/sign-out", &token, None).await;
    assert_eq!(out.status(), 204);
    assert_eq!(office.get("/v1/me", &token).await.status(), 401);
}

async fn expect_all(database: &Database, acknowledged: &[String]) {
    let there = database.texts("SELECT case_id FROM case_row").await;
    for case in acknowledged {
        assert!(there.contains(case), "acknowledged and not there");
    }
    assert_eq!(there.len(), acknowledged.len());
}
