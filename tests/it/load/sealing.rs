//! What sealing costs: the same acts, reads and whole cases on cases that are sealed and on cases that lie plain,
//! as those of before there were keys, by one program in one run. Names in lists are masked and the terms of the
//! search are hashed of both.

use std::fmt::Write;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::driver::{Acts, Line};
use super::spent::Meter;
use super::table::{Row, Table, Times};
use crate::faults::surgery::take_guards_off;
use crate::support::chain::{self, Lies};
use crate::support::story::application;
use crate::support::{Backend, Office, Person, Story, words};

/// How many cases of each kind are acted on and read.
const CASES: usize = 60;
/// How many are carried to the archive, in rounds: each case moves the legal day on, and one that was opened long
/// ago is no longer what it was.
const WHOLE: usize = 4;
const ROUNDS: u32 = 2;
/// So many times a block is done of either kind, one after the other: what the machine does beside it meets both.
const BLOCKS: usize = 12;
/// How many acts or reads a block has: so many that the kernel's ticks of ten milliseconds tell.
const BLOCK: usize = 100;
/// How often the program is started anew, so that every case is read from its events.
const STARTS: usize = 8;
/// Sealing may cost a fifth more.
const AIM: f64 = 1.2;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "it measures and decides nothing; `make bench` runs it"]
async fn the_cost_of_sealing_on_sqlite() {
    the_cost(Backend::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "it measures and decides nothing; `make bench` runs it"]
async fn the_cost_of_sealing_on_postgresql() {
    the_cost(Backend::Postgresql).await;
}

/// A case as it is named after its office was served anew.
struct Known {
    case: String,
    application: Value,
    version: u64,
}

/// Cases that lie in one way, and what was measured of them.
struct Group {
    lies: Lies,
    acted: Vec<Acts>,
    read: Vec<String>,
    whole: Vec<Known>,
    next: usize,
    times: Vec<Duration>,
    processor: f64,
}

async fn the_cost(backend: Backend) {
    let (settings, figures) = Meter::settings();
    let office = Office::open_with(backend, &settings).await;
    let mut groups = Vec::new();
    for (lies, first) in [(Lies::Sealed, 0), (Lies::Plain, 1000)] {
        groups.push(Group::of(&office, lies, first).await);
    }
    let mut office = lay_plain(office, &groups[1].read).await;
    let mut table =
        Table::begin(&format!("Sealed and plain, {backend:?}; {}", super::plain::spin()));
    let meter = Meter::of(&office, figures.clone()).await;
    let mut line = Line::open(&office, Person::REGISTRAR).await;
    for block in 0..BLOCKS {
        let act = async |group: &mut Group| group.act(&mut line).await;
        in_turn(&mut groups, block, &meter, BLOCK, act).await;
    }
    compare(&mut table, "a simple act", &mut groups, BLOCK * BLOCKS);
    for block in 0..BLOCKS {
        let read = async |group: &mut Group| group.read(&mut line).await;
        in_turn(&mut groups, block, &meter, BLOCK, read).await;
    }
    compare(&mut table, "a case read that is in memory", &mut groups, BLOCK * BLOCKS);
    for start in 0..STARTS {
        office = office.reopen(async |server| assert_eq!(server.terminate().await, Some(0))).await;
        office.at_rest().await;
        let meter = Meter::of(&office, figures.clone()).await;
        let mut line = Line::open(&office, Person::REGISTRAR).await;
        line.get("/v1/me").await;
        let read = async |group: &mut Group| group.read(&mut line).await;
        in_turn(&mut groups, start, &meter, CASES, read).await;
    }
    compare(&mut table, "a case read from its events", &mut groups, CASES * STARTS);
    for round in 0..ROUNDS {
        for (group, first) in groups.iter_mut().zip([2000, 3000]) {
            group.apply(&office, first + 100 * round).await;
        }
        let plain = groups[1].whole.iter().map(|known| known.case.clone()).collect::<Vec<_>>();
        office = lay_plain(office, &plain).await;
        let meter = Meter::of(&office, figures.clone()).await;
        for number in 0..WHOLE {
            let carry = async |group: &mut Group| group.carry(&office, number).await;
            in_turn(&mut groups, number, &meter, 1, carry).await;
        }
    }
    let carried = WHOLE * ROUNDS as usize;
    compare(&mut table, "a whole case with its scans and papers", &mut groups, carried);
    table.close();
}

/// The same so many times with either group, now the one first and now the other; what the processor took is noted.
async fn in_turn(
    groups: &mut [Group],
    turn: usize,
    meter: &Meter,
    times: usize,
    mut work: impl AsyncFnMut(&mut Group),
) {
    let mut all: Vec<&mut Group> = groups.iter_mut().collect();
    if turn % 2 == 1 {
        all.reverse();
    }
    for group in all {
        let before = meter.read().await.processor;
        for _ in 0..times {
            work(group).await;
        }
        group.processor += meter.read().await.processor - before;
    }
}

impl Group {
    /// Opens the cases of a group. All are sealed at first.
    async fn of(office: &Office, lies: Lies, first: u32) -> Group {
        let check = words::check("criminal_record", "adopter_1", office.today().await);
        let mut group = Group {
            lies,
            acted: Vec::new(),
            read: Vec::new(),
            whole: Vec::new(),
            next: 0,
            times: Vec::new(),
            processor: 0.0,
        };
        for seed in (first..).take(CASES) {
            let story = Story::apply(office, application(seed)).await;
            group.acted.push(Acts::of(&story, &check));
            group.read.push(story.case);
        }
        group
    }

    /// Opens the cases of a round.
    async fn apply(&mut self, office: &Office, first: u32) {
        self.whole.clear();
        for seed in (first..).take(WHOLE) {
            let Story { case, application, version, .. } =
                Story::apply(office, application(seed)).await;
            self.whole.push(Known { case, application, version });
        }
    }

    fn turn(&mut self) -> usize {
        self.next += 1;
        self.next % CASES
    }

    async fn act(&mut self, line: &mut Line) {
        let place = self.turn();
        let began = Instant::now();
        self.acted[place].act(line).await;
        self.times.push(began.elapsed());
    }

    async fn read(&mut self, line: &mut Line) {
        let place = self.turn();
        let began = Instant::now();
        line.get(&format!("/v1/cases/{}", self.read[place])).await;
        self.times.push(began.elapsed());
    }

    /// What people wait for on the way is no time of ours, so only the processor tells.
    async fn carry(&mut self, office: &Office, number: usize) {
        let Known { case, application, version } = &self.whole[number];
        let (case, application, version) = (case.clone(), application.clone(), *version);
        let mut story = Story { office, application, case, version };
        story.carry_to_issue().await;
        story.archive().await;
        office.at_rest().await;
    }
}

/// Lets cases lie as if they were from before there were keys, and serves the office anew.
async fn lay_plain(office: Office, cases: &[String]) -> Office {
    office.at_rest().await;
    let (database, backend, data) = (office.database().await, office.backend, office.data());
    office
        .reopen(async |server| {
            assert_eq!(server.terminate().await, Some(0));
            let guards = take_guards_off(backend, &database).await;
            for case in cases {
                let (all, lies) = (i64::MAX, Lies::Plain);
                chain::write_anew(backend, &database, &data, case, all, lies, |_| ()).await;
                let key = format!("DELETE FROM data_key WHERE scope = '{case}'");
                assert_eq!(database.change(&key).await.expect("deleted"), 1);
            }
            for guard in guards {
                database.change(&guard).await.expect("a guard");
            }
        })
        .await
}

/// A row of each group, and what the sealed one costs more, by the processor and, where it was taken, by half the
/// time.
fn compare(table: &mut Table, words: &str, groups: &mut [Group], each: usize) {
    let mut known = Vec::new();
    for group in groups {
        let processor = std::mem::take(&mut group.processor) / each as f64;
        let mut row = Row::of(format!("{words}, {:?}", group.lies).to_lowercase());
        let times = std::mem::take(&mut group.times);
        let times = (!times.is_empty()).then(|| Times::of(times));
        if let Some(times) = &times {
            row = row.times(times);
        }
        known.push((processor, times.map(|times| times.share(0.5))));
        table.put(row.processor(processor));
    }
    let ((sealed, time_sealed), (plain, time_plain)) = (known[0], known[1]);
    let part = sealed / plain;
    let mut words = format!("of plain: CPU {part:.2}");
    if let (Some(sealed), Some(plain)) = (time_sealed, time_plain) {
        write!(words, ", half the time {:.2}", sealed / plain).expect("written");
    }
    table.put(Row::of(words).aim("CPU at most 1.20 of plain", part <= AIM));
}
