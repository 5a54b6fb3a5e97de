//! Work after commit when something goes wrong: a kill with a job in hand, a job that ends its process,
//! a scan that is not there any more.

use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::Value;

use crate::support::families::stepchild;
use crate::support::papers::pdf;
use crate::support::story::application;
use crate::support::{Answer, Backend, Office, Person, Story, kept, on_both_databases};

on_both_databases!(
    a_kill_with_a_job_in_hand_costs_seconds,
    a_job_that_ends_its_process_is_set_aside_and_tried_again_when_asked,
    a_scan_that_is_damaged_or_gone_fails_its_volume_by_name,
);

/// What a person may have to wait for a paper after a kill, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(40);
const IN_HAND: &str =
    "SELECT locked_by FROM job WHERE state = 'running' AND kind = 'render_document'";

async fn a_kill_with_a_job_in_hand_costs_seconds(mut office: Office) {
    office.at_rest().await;
    for seed in 1..=20 {
        let case = Story::apply(&office, application(seed)).await.case;
        let database = office.database().await;
        let until = Instant::now() + Duration::from_secs(5);
        while database.texts(IN_HAND).await.is_empty() && Instant::now() < until {}
        let mut holder = None;
        let sees = async |mut server: crate::support::program::Server| {
            server.kill().await;
            holder = database.texts(IN_HAND).await.pop();
        };
        office = office.reopen(sees).await;
        let Some(holder) = holder else {
            continue;
        };
        let began = Instant::now();
        if office.backend == Backend::Sqlite {
            let still = format!("{IN_HAND} AND locked_by = '{holder}'");
            assert_eq!(database.texts(&still).await, Vec::<String>::new(), "taken over at once");
        }
        let path = format!("/v1/cases/{case}/documents");
        loop {
            let documents = office.read(Person::REGISTRAR, &path).await;
            let documents = documents.as_array().cloned().unwrap_or_default();
            if documents.iter().all(|document| document["ready"] == true) {
                break;
            }
            assert!(began.elapsed() < PATIENCE, "{documents:?}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        println!("{:?}: the papers were there after {:?}", office.backend, began.elapsed());
        office.at_rest().await;
        return;
    }
    panic!("no kill met a job in hand");
}

async fn jobs(office: &Office) -> Value {
    office.read(Person::ADMINISTRATOR, "/v1/jobs").await
}

async fn retry(office: &Office, job: &Value) -> Answer {
    let path = format!("/v1/jobs/{}/retry", job["id"].as_str().expect("an id"));
    Answer::of(office.request(Person::ADMINISTRATOR, Method::POST, &path).await).await
}

async fn a_job_that_ends_its_process_is_set_aside_and_tried_again_when_asked(office: Office) {
    let case = Story::apply(&office, application(1)).await.case;
    office.at_rest().await;
    let database = office.database().await;
    // As five servers that were ended by it leave it.
    let office = office
        .reopen(async |mut server| {
            server.kill().await;
            let left = "UPDATE job SET state = 'running', deaths = 5, locked_by = 'gone', \
                        locked_until = 1 WHERE kind = 'render_document'";
            assert_eq!(database.change(left).await.expect("changed"), 2);
            let wanted = "UPDATE case_document SET state = 'waiting', digest = NULL, pages = NULL, \
                          size = NULL, made_at = NULL";
            database.change(wanted).await.expect("changed");
        })
        .await;
    let until = Instant::now() + PATIENCE;
    while jobs(&office).await["dead"] != 2 {
        assert!(Instant::now() < until, "{}", jobs(&office).await);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let listed = jobs(&office).await;
    assert!(!listed.to_string().contains(&case), "{listed}");
    for job in listed["jobs"].as_array().expect("jobs") {
        assert_eq!(job["state"], "dead");
        assert_eq!(job["kind"], "render_document");
        assert_eq!(job["deaths"], 5);
        assert_eq!(job["failure"], "its process ended");
        retry(&office, job).await.expect(204);
        retry(&office, job).await.expect(404);
    }
    office.at_rest().await;
    let documents = office.read(Person::REGISTRAR, &format!("/v1/cases/{case}/documents")).await;
    let documents = documents.as_array().expect("documents");
    assert!(documents.iter().all(|document| document["ready"] == true), "{documents:?}");
    office.get(Person::REGISTRAR, "/v1/jobs").await.expect(403);
}

async fn a_scan_that_is_damaged_or_gone_fails_its_volume_by_name(office: Office) {
    let mut story = Story::apply(&office, stepchild(1)).await;
    story.carry_to_issue().await;
    office.at_rest().await;
    let digest = "SELECT digest FROM case_paper WHERE state = 'verified' ORDER BY number LIMIT 1";
    let digest = office.database().await.texts(digest).await.remove(0);
    let place = kept::file(&office.data(), &digest);
    let filed = std::fs::read(&place).expect("the file");
    std::fs::write(&place, pdf("another paper")).expect("damaged");
    story.archive().await;
    let damaged = fails_three_times(&office, "a filed scan is damaged").await;
    std::fs::remove_file(&place).expect("gone");
    retry(&office, &damaged).await.expect(204);
    let missing = fails_three_times(&office, "a filed scan is missing").await;
    std::fs::write(&place, &filed).expect("mended");
    retry(&office, &missing).await.expect(204);
    office.at_rest().await;
}

/// Waits for the job that cannot be done, without the minutes between its tries.
async fn fails_three_times(office: &Office, failure: &str) -> Value {
    let database = office.database().await;
    let until = Instant::now() + PATIENCE;
    loop {
        let listed = jobs(office).await;
        if listed["dead"] == 1 {
            assert_eq!(listed["jobs"][0]["failure"], failure, "{listed}");
            assert_eq!(listed["jobs"][0]["attempts"], 3, "{listed}");
            return listed["jobs"][0].clone();
        }
        assert!(Instant::now() < until, "{listed}");
        let hurry = "UPDATE job SET run_at = 0 WHERE state = 'ready'";
        if database.change(hurry).await.expect("hurried") > 0 {
            // The worker looks now instead of in its seconds.
            office.set_day(office.today().await).await.expect(200);
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}
