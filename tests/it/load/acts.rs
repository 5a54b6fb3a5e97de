//! What a simple act and a simple read cost: at any length of a case, and with many at once.

use std::collections::VecDeque;
use std::ops::Range;
use std::time::Instant;

use super::again_and_again;
use super::driver::{Acts, Line};
use super::plain::Plain;
use super::spent::Meter;
use super::table::{Row, Table, Times};
use crate::support::story::application;
use crate::support::{Backend, Office, Person, Story, words};

/// How many events a case has when its acts are measured.
const LENGTHS: [u64; 4] = [5, 40, 110, 160];
/// How many acts are measured at each length: so many that the kernel's ticks of ten milliseconds tell.
const ACTS: usize = 300;
/// How many people work at once.
const CLIENTS: [u32; 3] = [1, 4, 16];
/// On how many cases each of them works in turn: one alone would grow longer than any real case.
const EACH: u32 = 12;

/// Somebody with a connection and cases, on which they work in turn.
struct Worker {
    line: Line,
    cases: VecDeque<Acts>,
}

impl Worker {
    async fn with_cases(office: &Office, seeds: Range<u32>) -> Worker {
        let check = words::check("criminal_record", "adopter_1", office.today().await);
        let mut cases = VecDeque::new();
        for seed in seeds {
            let story = Story::apply(office, application(seed)).await;
            cases.push_back(Acts::of(&story, &check));
        }
        Worker { line: Line::open(office, Person::REGISTRAR).await, cases }
    }

    /// The next act, on the next case.
    async fn act(&mut self) {
        if let Some(case) = self.cases.front_mut() {
            case.act(&mut self.line).await;
        }
        self.cases.rotate_left(1);
    }
}

/// A simple act, again and again. For each length there are as many cases as it takes to stay near it.
pub async fn at_each_length(office: &Office, meter: &Meter, table: &mut Table) {
    const CASES: u32 = 20;
    let mut worker = Worker::with_cases(office, 2000..2000 + CASES).await;
    for wanted in LENGTHS {
        while worker.cases.iter().any(|case| case.length() < wanted) {
            worker.act().await;
        }
        office.at_rest().await;
        let before = meter.read().await;
        let mut times = Vec::new();
        for _ in 0..ACTS {
            let began = Instant::now();
            worker.act().await;
            times.push(began.elapsed());
        }
        let spent = meter.since(before, ACTS).await;
        let row = Row::of(format!("a simple act from event {wanted} on"));
        let row = row.times(&Times::of(times)).spent(spent);
        table.put(row.aim("CPU at most 0.7 ms", spent.processor <= 0.7));
    }
}

/// So many people, each on cases of their own.
pub async fn many_at_once(office: &Office, meter: &Meter, plain: Plain, table: &mut Table) {
    for clients in CLIENTS {
        let mut workers = Vec::new();
        for person in 0..clients {
            let first = 10_000 + clients * 1000 + person * EACH;
            workers.push(Worker::with_cases(office, first..first + EACH).await);
        }
        office.at_rest().await;
        let before = meter.read().await;
        let (times, rate) =
            again_and_again(workers, async |worker: &mut Worker| worker.act().await).await;
        let spent = meter.since(before, times.count()).await;
        let part = rate / plain.rate(clients);
        let mut row = Row::of(format!("simple acts, {clients} at once"));
        row = row.times(&times).rate(rate).of_plain(part).spent(spent);
        if clients == 16 {
            row = row.aim("at least 0.30 of plain", part >= 0.3);
            if office.backend == Backend::Sqlite {
                let fair = times.share(0.99) <= 5.0 * times.share(0.5);
                row = row.aim("p99 at most 5 times p50", fair);
            }
        }
        table.put(row);
    }
}

/// The emptiest request, who one is, and a case, by sixteen at once.
pub async fn reads(office: &Office, meter: &Meter, table: &mut Table) {
    let story = Story::apply(office, application(800)).await;
    office.at_rest().await;
    let case = story.path("");
    let asked = [("/healthz", None), ("/v1/me", Some(15_000.0)), (&case, Some(3_000.0))];
    for (path, aim) in asked {
        let mut lines = Vec::new();
        for _ in 0..16 {
            lines.push(Line::open(office, Person::REGISTRAR).await);
        }
        let before = meter.read().await;
        let (times, rate) =
            again_and_again(lines, async |line: &mut Line| line.get(path).await).await;
        let spent = meter.since(before, times.count()).await;
        let words = if path == case { "a case" } else { path };
        let mut row = Row::of(format!("GET {words}, 16 at once")).times(&times).rate(rate);
        row = row.spent(spent);
        if let Some(aim) = aim {
            row = row.aim(&format!("at least {aim} a second"), rate >= aim);
        }
        table.put(row);
    }
}
