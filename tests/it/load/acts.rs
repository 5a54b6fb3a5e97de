//! What an act costs: how long it takes at any length of its case, how many are done at once, what the
//! processor does for it, and how long its paper takes.

use std::time::{Duration, Instant};

use futures_util::future::join_all;
use reqwest::Method;

use super::processor;
use crate::support::client::Answer;
use crate::support::story::application;
use crate::support::{Office, Person, Story, words};

/// How many events a case has when its acts are measured.
const LENGTHS: [u64; 4] = [5, 40, 110, 160];
/// How many acts are measured at each length.
const ACTS: usize = 60;
/// How many people work at once.
const CLIENTS: [u32; 3] = [1, 4, 16];
/// How long they work.
const SPAN: Duration = Duration::from_secs(6);
/// How many cases are carried to the archive at once.
const CASES: u32 = 4;

/// Milliseconds, in order.
struct Times(Vec<f64>);

impl Times {
    fn of(mut times: Vec<Duration>) -> Times {
        times.sort_unstable();
        Times(times.iter().map(|time| time.as_secs_f64() * 1000.0).collect())
    }

    fn share(&self, share: f64) -> f64 {
        let place = (self.0.len() as f64 * share).ceil() as usize;
        self.0[place.clamp(1, self.0.len()) - 1]
    }

    fn line(&self) -> String {
        let [half, most, nearly_all] = [0.5, 0.95, 0.99].map(|share| self.share(share));
        format!("{half:>10.2}{most:>10.2}{nearly_all:>10.2}")
    }
}

pub(super) async fn the_cost_of_an_act(office: Office) {
    println!("\n{:?}; milliseconds", office.backend);
    println!("{:<46}{:>10}{:>10}{:>10}{:>10}", "", "p50", "p95", "p99", "CPU");
    at_each_length(&office).await;
    for clients in CLIENTS {
        many_at_once(&office, clients).await;
    }
    reads(&office).await;
    whole_cases(&office).await;
    certificates(&office).await;
}

/// A simple act, again and again, of a case that gets longer.
async fn at_each_length(office: &Office) {
    let mut story = Story::apply(office, application(900)).await;
    let check = words::check("criminal_record", "adopter_1", office.today().await);
    let mut length = 1;
    for wanted in LENGTHS {
        while length < wanted {
            story.act(Person::REGISTRAR, "/checks", check.clone()).await;
            length += 1;
        }
        office.at_rest().await;
        let before = processor::of(office.process().await);
        let mut times = Vec::new();
        for _ in 0..ACTS {
            let began = Instant::now();
            story.act(Person::REGISTRAR, "/checks", check.clone()).await;
            times.push(began.elapsed());
            length += 1;
        }
        let spent = processor::of(office.process().await) - before;
        let words = format!("a simple act from event {wanted} on");
        println!("{words:<46}{}{:>10.2}", Times::of(times).line(), spent * 1000.0 / ACTS as f64);
    }
}

/// So many people, each on a case of their own.
async fn many_at_once(office: &Office, clients: u32) {
    let mut stories = Vec::new();
    for seed in 0..clients {
        stories.push(Story::apply(office, application(1000 + clients * 100 + seed)).await);
    }
    office.at_rest().await;
    let before = processor::of(office.process().await);
    let began = Instant::now();
    let times = join_all(stories.into_iter().map(|mut story| async move {
        let check = words::check("criminal_record", "adopter_1", story.office.today().await);
        let mut times = Vec::new();
        while began.elapsed() < SPAN {
            let begun = Instant::now();
            story.act(Person::REGISTRAR, "/checks", check.clone()).await;
            times.push(begun.elapsed());
        }
        times
    }));
    let times: Vec<Duration> = times.await.into_iter().flatten().collect();
    let (rate, acts) = (times.len() as f64 / began.elapsed().as_secs_f64(), times.len() as f64);
    let spent = processor::of(office.process().await) - before;
    let words = format!("{clients} at once: {rate:.0} acts a second");
    println!("{words:<46}{}{:>10.2}", Times::of(times).line(), spent * 1000.0 / acts);
}

/// Who one is, and a case, by sixteen at once.
async fn reads(office: &Office) {
    let story = Story::apply(office, application(800)).await;
    office.at_rest().await;
    let token = office.token(Person::REGISTRAR).await;
    for (words, path) in [("GET /v1/me", "/v1/me".to_owned()), ("GET a case", story.path(""))] {
        let before = processor::of(office.process().await);
        let began = Instant::now();
        let times = join_all((0..16).map(|_| async {
            let mut times = Vec::new();
            while began.elapsed() < SPAN {
                let begun = Instant::now();
                let request = office.anonymous(Method::GET, &path).bearer_auth(&token);
                Answer::of(request).await.expect(200);
                times.push(begun.elapsed());
            }
            times
        }));
        let times: Vec<Duration> = times.await.into_iter().flatten().collect();
        let count = times.len() as f64;
        let spent = processor::of(office.process().await) - before;
        let words =
            format!("{words}, 16 at once: {:.0} a second", count / began.elapsed().as_secs_f64());
        println!("{words:<46}{}{:>10.2}", Times::of(times).line(), spent * 1000.0 / count);
    }
}

/// From the application to the archive, with every scan and every paper.
async fn whole_cases(office: &Office) {
    let before = processor::of(office.process().await);
    let began = Instant::now();
    let events = join_all((0..CASES).map(|seed| async move {
        let mut story = Story::apply(office, application(700 + seed)).await;
        story.carry_to_issue().await;
        story.archive().await;
        story.version
    }));
    let events: u64 = events.await.into_iter().sum();
    office.at_rest().await;
    let elapsed = began.elapsed().as_secs_f64();
    let spent = processor::of(office.process().await) - before;
    println!(
        "{CASES} whole cases at once, {events} events: {:.0} events a second, {:.2} s of the processor a case",
        events as f64 / elapsed,
        spent / f64::from(CASES)
    );
}

/// How long a certificate takes from its registration, with sixteen at once.
async fn certificates(office: &Office) {
    // Together, since each moves the legal day on.
    let stories = join_all((0..16).map(|seed| async move {
        let mut story = Story::apply(office, application(600 + seed)).await;
        story.carry_to_approval().await;
        story
    }));
    let mut stories = stories.await;
    office.at_rest().await;
    let times = join_all(stories.iter_mut().map(|story| async move {
        story.register().await;
        let began = Instant::now();
        let is_made = |document: &serde_json::Value| {
            document["kind"] == "certificate" && document["ready"] == true
        };
        while !story.documents().await.iter().any(is_made) {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        began.elapsed()
    }));
    let times = Times::of(times.await);
    println!("{:<46}{}", "16 certificates after their registration", times.line());
}
