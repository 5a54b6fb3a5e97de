//! Small pictures that unfold to hundreds of megabytes are filed, and the volume of the case is printed.

use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::json;

use super::hostile::{Colour, content_bomb, picture_bomb, png, unfolding};
use super::memory::watched;
use super::{Run, is_full};
use crate::support::families::plain_stepchild;
use crate::support::{Answer, Office, Person, Story, on_both_databases, words};

on_both_databases!(
    #[ignore = "`make faults` runs it"]
    bombs_are_filed_and_bound
);

/// The most memory the server may take, in MiB.
const BOUND: u64 = 400;
/// How long the volume may take.
const PATIENCE: Duration = Duration::from_secs(90);
/// What one of the pictures unfolds to.
const PROFILE: usize = 300_000_000;

async fn bombs_are_filed_and_bound(office: Office) {
    let mut run = Run::of("bombs", office.backend);
    let profile = unfolding(b"iCCP", PROFILE);
    let count = if is_full() { 6 } else { 1 };
    let mut bombs: Vec<Vec<u8>> = (0..count).map(|number| picture_bomb(number, &profile)).collect();
    if is_full() {
        bombs.push(content_bomb(PROFILE, false));
        bombs.push(content_bomb(PROFILE, true));
        // The largest picture that is taken: 240 MB when it is drawn.
        bombs.push(png(8944, 8944, Colour::Plain, true, b""));
    }
    run.figure("bombs", bombs.len());
    let mut story = Story::apply(&office, plain_stepchild(1)).await;
    let server = office.process().await;
    let telling = async {
        let taken = file(&mut story, bombs).await;
        story.accept().await;
        story.hear().await;
        story.decide().await;
        story.register_and_issue().await;
        story.archive().await;
        (taken, fate_of_the_volume(&story).await)
    };
    let ((taken, fate), peak) = watched(server, telling).await;
    run.figure("taken", taken);
    run.figure("server MiB", peak.server);
    run.figure("child MiB", peak.child);
    run.figure("the volume", &fate);
    run.expect(peak.server <= BOUND, || format!("the server took {} MiB", peak.server));
    let ended = fate.starts_with("ready") || fate.contains("dead");
    run.expect(ended, || format!("nobody is told what became of the volume: {fate}"));
    let alive = Answer::of(office.anonymous(Method::GET, "/healthz")).await;
    run.expect(alive.status == 200, || "the server is not well".to_owned());
    run.expect(office.process().await == server, || "the server is another one".to_owned());
    run.end();
}

/// Brings every paper, bombs as long as there are any; how many of them were taken. What is refused is
/// brought again as an ordinary scan.
async fn file(story: &mut Story<'_>, mut bombs: Vec<Vec<u8>>) -> usize {
    let mut taken = 0;
    let papers = words::papers_of(&story.application);
    story.sign("application_form", None).await;
    for (paper, party) in papers {
        match bombs.pop() {
            Some(bomb) if is_taken(story, paper, party, bomb.clone()).await => taken += 1,
            _ => story.bring(paper, party).await,
        }
    }
    taken
}

async fn is_taken(story: &mut Story<'_>, paper: &str, party: Option<&str>, bomb: Vec<u8>) -> bool {
    let size = bomb.len();
    let whose = party.map_or(String::new(), |party| format!("&party={party}"));
    let path = format!("/papers?paper={paper}{whose}");
    let request = story.request(Person::REGISTRAR, &path).await;
    let answer = Answer::of(request.header("Content-Type", "image/png").body(bomb)).await;
    let done = answer.json();
    if answer.status != 200 {
        println!("  {size} B: {} {}", answer.status, done["violations"][0]["message"]);
        return false;
    }
    story.version = done["version"].as_u64().expect("a version");
    let path = format!("/papers/{}/verification", done["events"][0]["number"]);
    story.act(Person::REGISTRAR, &path, json!({ "compared_with": "original" })).await;
    true
}

/// What became of the job that binds the volume.
async fn fate_of_the_volume(story: &Story<'_>) -> String {
    let database = story.office.database().await;
    let job = "SELECT state || ' after ' || CAST(attempts AS TEXT) || ': ' || coalesce(failure, '') \
               FROM job WHERE unique_key LIKE '%dossier%'";
    let began = Instant::now();
    loop {
        let documents = story.documents().await;
        let volume = documents.iter().find(|document| document["kind"] == "dossier");
        if volume.is_some_and(|volume| volume["ready"] == true) {
            return format!("ready after {:.1?}", began.elapsed());
        }
        let fate = database.texts(job).await.join("; ");
        if fate.contains("dead") || began.elapsed() > PATIENCE {
            return fate;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
