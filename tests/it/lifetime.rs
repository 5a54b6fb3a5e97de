//! How the service begins and ends: gently on a signal, and without loss when the power is cut.

use std::time::{Duration, Instant};

use serde_json::Value;

use crate::support::story::application;
use crate::support::{Office, Person, Story, on_both_databases};

on_both_databases!(a_signal_ends_it_gently, a_power_cut_loses_nothing_that_was_answered);

/// A service that is told to stop has this long.
const STOP_PATIENCE: Duration = Duration::from_secs(10);

async fn a_signal_ends_it_gently(office: Office) {
    Story::apply(&office, application(1)).await;
    let began = Instant::now();
    let (code, complaints) = office.close().await;
    assert_eq!(code, Some(0), "{complaints}");
    assert!(began.elapsed() < STOP_PATIENCE, "it took {:?}", began.elapsed());
}

async fn a_power_cut_loses_nothing_that_was_answered(office: Office) {
    let mut answered = Vec::new();
    for seed in 1..=5 {
        answered.push(Story::apply(&office, application(seed)).await.case);
    }
    let office = office.reopen(async |mut server| server.kill().await).await;
    let ledger = office.read(Person::REGISTRAR, "/v1/cases").await;
    let lines = ledger["cases"].as_array().cloned().unwrap_or_default();
    let mut found: Vec<&str> = lines.iter().filter_map(|line| line["case_id"].as_str()).collect();
    found.sort_unstable();
    answered.sort_unstable();
    assert_eq!(found, answered);
    assert!(lines.iter().all(|line| line["number"] != Value::Null));
    let verified = office.command(&["verify"]).await;
    assert_eq!(verified.code, Some(0), "{}", verified.said);
    let clean = office.command(&["rebuild", "--check"]).await;
    assert_eq!(clean.code, Some(0), "{}", clean.said);
    Story::apply(&office, application(6)).await;
}
