//! The server, and the PostgreSQL it stands on, are killed at random moments while people work.

use std::panic::AssertUnwindSafe;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use futures_util::FutureExt;
use futures_util::future::join_all;
use reqwest::Method;

use super::cluster::Cluster;
use super::judge::{judge, let_the_jobs_end};
use super::{Run, drawn_below, kills};
use crate::support::families::plain_stepchild;
use crate::support::{Backend, Office, Story, on_both_databases};

on_both_databases!(
    #[ignore = "`make faults` runs it"]
    the_server_is_killed
);

/// How many people work at once.
const CLIENTS: usize = 6;
/// The longest time between two kills, in milliseconds.
const APART: u64 = 1500;
/// How long a certificate is waited for; its job may be held by a worker that was killed.
const PRESS_PATIENCE: Duration = Duration::from_secs(5);
/// How long the office may need to be back after its database is.
const BACK: Duration = Duration::from_secs(30);

async fn the_server_is_killed(office: Office) {
    let mut run = Run::of("server killed", office.backend);
    let office = office.under_faults().await;
    let work = Work::default();
    let strikes = async {
        let mut longest = Duration::ZERO;
        for _ in 0..kills() {
            tokio::time::sleep(Duration::from_millis(50 + drawn_below(APART))).await;
            longest = longest.max(office.strike().await);
        }
        work.over.store(true, Ordering::Relaxed);
        longest
    };
    let (longest, _) = tokio::join!(strikes, work.go_on(&office));
    run.figure("kills", kills());
    run.figure("slowest start ms", longest.as_millis());
    work.conclude(office, &mut run).await;
    run.end();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "`make faults` runs it"]
async fn the_postmaster_is_killed() {
    let office = Office::open(Backend::Postgresql).await;
    let mut run = Run::of("postmaster killed", office.backend);
    let office = office.under_faults().await;
    let (work, cluster) = (Work::default(), Cluster::of_this_run());
    let times = (kills() / 5).max(2);
    let strikes = async {
        let mut longest = Duration::ZERO;
        for _ in 0..times {
            tokio::time::sleep(Duration::from_millis(300 + drawn_below(APART))).await;
            cluster.kill().await;
            cluster.start().await;
            let began = Instant::now();
            while !is_ready(&office).await && began.elapsed() < BACK {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            longest = longest.max(began.elapsed());
        }
        work.over.store(true, Ordering::Relaxed);
        longest
    };
    let (longest, _) = tokio::join!(strikes, work.go_on(&office));
    run.figure("kills", times);
    run.figure("slowest to be back ms", longest.as_millis());
    run.expect(longest < BACK, || "the office is not back after its database".to_owned());
    work.conclude(office, &mut run).await;
    run.end();
}

async fn is_ready(office: &Office) -> bool {
    let asked = office.anonymous(Method::GET, "/readyz").timeout(Duration::from_secs(15));
    asked.send().await.is_ok_and(|answer| answer.status().is_success())
}

/// People who carry one case after another until it is over.
#[derive(Default)]
struct Work {
    over: AtomicBool,
    seeds: AtomicU32,
    late: AtomicU32,
    issued: AtomicU32,
    certificates: Mutex<Vec<(String, String)>>,
    broken: Mutex<Vec<String>>,
}

impl Work {
    async fn go_on(&self, office: &Office) {
        let people = (0..CLIENTS).map(|_| async {
            while !self.over.load(Ordering::Relaxed) {
                let seed = self.seeds.fetch_add(1, Ordering::Relaxed);
                // What a story did not expect must not end the others.
                let told = AssertUnwindSafe(self.carry(office, seed)).catch_unwind().await;
                if let Err(panic) = told {
                    let words = panic.downcast_ref::<String>().cloned().unwrap_or_default();
                    self.broken.lock().expect("a list").push(words);
                }
            }
        });
        join_all(people).await;
    }

    /// From the application of a step-parent, which needs no waiting, to the certificate.
    async fn carry(&self, office: &Office, seed: u32) {
        let mut story = Story::apply(office, plain_stepchild(seed)).await;
        story.carry_to_approval().await;
        story.register().await;
        let registration = story.read().await["registration"].clone();
        let number = registration["certificate_number"].as_str().expect("a number").to_owned();
        self.certificates.lock().expect("a list").push((story.case.clone(), number));
        let made = story.document("certificate", None);
        if tokio::time::timeout(PRESS_PATIENCE, made).await.is_err() {
            self.late.fetch_add(1, Ordering::Relaxed);
            return;
        }
        story.issue().await;
        self.issued.fetch_add(1, Ordering::Relaxed);
    }

    async fn conclude(self, office: Office, run: &mut Run) {
        let_the_jobs_end(&office, run).await;
        judge(&office, run).await;
        let rows = "SELECT case_id || ' ' || certificate_number FROM case_row \
                    WHERE certificate_number IS NOT NULL";
        let rows = office.database().await.texts(rows).await;
        let answered = self.certificates.into_inner().expect("a list");
        let differs =
            answered.iter().filter(|(case, number)| !rows.contains(&format!("{case} {number}")));
        let differs = differs.count();
        run.expect(differs == 0, || format!("{differs} certificates are not as answered"));
        run.figure("issued", self.issued.into_inner());
        run.figure("documents later than 5 s", self.late.into_inner());
        let broken = self.broken.into_inner().expect("a list");
        run.expect(broken.is_empty(), || {
            format!("{} stories broke: {:?}", broken.len(), broken.first())
        });
        let (code, _) = office.close().await;
        run.expect(code == Some(0), || format!("SIGTERM ended the server with {code:?}"));
    }
}
