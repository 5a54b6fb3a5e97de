//! PostgreSQL is stopped and started again under an office that is being served: it says so, and comes
//! back by itself.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use reqwest::{Method, RequestBuilder};

use super::cluster::Cluster;
use super::judge::{let_the_jobs_end, numbers_have_no_gaps, the_program_finds_nothing};
use super::{Run, is_full};
use crate::support::papers::scan;
use crate::support::story::application;
use crate::support::{Answer, Backend, Office, Person, Story};

/// How long a request may wait for a database that is not there.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long the office may need to be back after its database is.
const BACK: Duration = Duration::from_secs(20);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "`make faults` runs it"]
async fn the_database_is_stopped_and_started() {
    let office = Office::open(Backend::Postgresql).await;
    let mut run = Run::of("database stopped", office.backend);
    let (cluster, rounds) = (Cluster::of_this_run(), if is_full() { 5 } else { 1 });
    let mut answers = BTreeMap::new();
    let (mut slowest, mut longest) = (Duration::ZERO, Duration::ZERO);
    for round in 0..rounds {
        let story = Story::apply(&office, application(2 * round)).await;
        cluster.stop().await;
        for _ in 0..2 {
            let asked = requests(&office, &story, 2 * round + 1).await;
            let said = join_all(asked.into_iter().map(|(what, request)| async move {
                let began = Instant::now();
                (what, Answer::of(request.timeout(PATIENCE)).await, began.elapsed())
            }));
            for (what, answer, took) in said.await {
                slowest = slowest.max(took);
                *answers.entry(answer.status.as_u16()).or_insert(0) += 1;
                judge(what, &answer, &mut run);
            }
        }
        cluster.start().await;
        let began = Instant::now();
        while !is_back(&office, &story).await && began.elapsed() < BACK {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        longest = longest.max(began.elapsed());
        run.expect(began.elapsed() < BACK, || format!("round {round}: it is not back"));
    }
    run.figure("rounds", rounds);
    run.figure("answers while stopped", format!("{answers:?}"));
    run.figure("slowest ms", slowest.as_millis());
    run.figure("slowest to be back ms", longest.as_millis());
    let_the_jobs_end(&office, &mut run).await;
    numbers_have_no_gaps(&office, &mut run).await;
    the_program_finds_nothing(&office, &mut run).await;
    run.end();
}

/// One request of each sort: health, reading, an act, a scan, a sign-in.
async fn requests(
    office: &Office,
    story: &Story<'_>,
    seed: u32,
) -> Vec<(&'static str, RequestBuilder)> {
    let papers = story.request(Person::REGISTRAR, "/papers?paper=joint_photo").await;
    let case = office.request(Person::REGISTRAR, Method::POST, "/v1/cases").await;
    let sign_in = office.anonymous(Method::POST, "/v1/practice/sign-in");
    vec![
        ("readyz", office.anonymous(Method::GET, "/readyz")),
        ("a list", office.request(Person::REGISTRAR, Method::GET, "/v1/cases").await),
        ("a case", office.request(Person::REGISTRAR, Method::GET, &story.path("")).await),
        ("an application", case.json(&application(seed))),
        ("a scan", papers.header("Content-Type", "application/pdf").body(scan())),
        ("a sign-in", sign_in.json(&serde_json::json!({ "role": "leader", "person": 2 }))),
    ]
}

fn judge(what: &str, answer: &Answer, run: &mut Run) {
    run.expect(answer.status.as_u16() == 503, || format!("{what}: {}", answer.text()));
    let says_when = !answer.header("Retry-After").is_empty();
    run.expect(says_when, || format!("{what}: {} without Retry-After", answer.status));
}

async fn is_back(office: &Office, story: &Story<'_>) -> bool {
    let answer = office.get(Person::REGISTRAR, &story.path("")).await;
    answer.status.is_success()
}
