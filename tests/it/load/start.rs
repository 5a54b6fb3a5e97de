//! How long the program takes to its first answer, and what it holds when nobody asks.

use std::time::{Duration, Instant};

use reqwest::Method;

use super::table::{Row, Table, Times};
use crate::support::client::Answer;
use crate::support::program::Server;
use crate::support::{Office, program};

/// How often it is started.
const STARTS: usize = 5;

/// Starts an office that has cases again and again, and looks at its memory after a while.
pub async fn start_and_idle(mut office: Office, table: &mut Table) {
    let mut spans = Vec::new();
    for _ in 0..STARTS {
        let mut ended = Instant::now();
        office = office
            .reopen(async |server: Server| {
                assert_eq!(server.terminate().await, Some(0));
                ended = Instant::now();
            })
            .await;
        Answer::of(office.anonymous(Method::GET, "/healthz")).await.expect(200);
        spans.push(ended.elapsed());
    }
    let times = Times::of(spans);
    let row = Row::of("from the start to the first answer").times(&times);
    table.put(row.aim("at most 200 ms", times.share(0.5) <= 200.0));
    tokio::time::sleep(Duration::from_secs(3)).await;
    let memory = resident(office.process().await);
    let size = std::fs::metadata(program::path()).expect("the program").len() / 1_048_576;
    let row = Row::of(format!("memory of an idle server: {memory} MB; the program: {size} MB"));
    table.put(row.aim("at most 60 MB", memory <= 60));
}

/// Megabytes of a process that are in memory.
fn resident(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.expect("the memory of a process") / 1024
}
