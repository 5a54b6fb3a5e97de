//! What a whole case costs with its scans and papers, and how long a certificate is waited for.

use std::time::{Duration, Instant};

use futures_util::future::join_all;
use serde_json::Value;

use super::spent::Meter;
use super::table::{Row, Table, Times};
use crate::support::families::plain_stepchild;
use crate::support::story::application;
use crate::support::{Office, Story};

/// How many cases are carried to the archive, one after the other: each moves the legal day on.
const CASES: u32 = 4;

/// From the application to the archive, with every scan and every paper.
pub async fn whole_cases(office: &Office, meter: &Meter, table: &mut Table) {
    let before = meter.read().await;
    let began = Instant::now();
    let mut events = 0;
    for seed in 0..CASES {
        let mut story = Story::apply(office, application(700 + seed)).await;
        story.carry_to_issue().await;
        story.archive().await;
        events += story.version;
    }
    office.at_rest().await;
    let rate = events as f64 / began.elapsed().as_secs_f64();
    let spent = meter.since(before, CASES as usize).await;
    let row = Row::of(format!("a whole case of {} events", events / u64::from(CASES)));
    table.put(row.rate(rate).spent(spent).aim("CPU at most 350 ms", spent.processor <= 350.0));
}

/// How long a certificate takes from its registration, with sixteen at once.
pub async fn certificates(office: &Office, table: &mut Table) {
    // Together, since each moves the legal day on.
    let stories = join_all((0..16).map(|seed| async move {
        let mut story = Story::apply(office, plain_stepchild(600 + seed)).await;
        story.carry_to_approval().await;
        story
    }));
    let mut stories = stories.await;
    office.at_rest().await;
    let times = join_all(stories.iter_mut().map(|story| async move {
        story.register().await;
        let began = Instant::now();
        let is_made =
            |document: &Value| document["kind"] == "certificate" && document["ready"] == true;
        while !story.documents().await.iter().any(is_made) {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        began.elapsed()
    }));
    let times = Times::of(times.await);
    let row = Row::of("16 certificates after their registration").times(&times);
    table.put(row.aim("p95 at most 300 ms", times.share(0.95) <= 300.0));
}
