//! What sealing costs: the same acts, reads and whole cases on cases that are sealed and on cases that lie plain,
//! as those of before there were keys, by one program in one run. Names in lists are masked and the terms of the
//! search are hashed of both.

use std::time::{Duration, Instant};

use serde_json::Value;

use super::driver::{Acts, Line};
use super::spent::Meter;
use super::table::{Row, Table, Times};
use crate::faults::surgery::take_guards_off;
use crate::support::chain::{self, Lies};
use crate::support::story::application;
use crate::support::{Backend, Office, Person, Story, words};

/// How many cases of each kind are acted on and read, and how many are carried to the archive.
const CASES: usize = 20;
const WHOLE: usize = 4;
/// So many times a block is done of either kind, one after the other: what the machine does beside it meets both.
const BLOCKS: usize = 12;
/// How many acts or reads a block has: so many that the kernel's ticks of ten milliseconds tell.
const BLOCK: usize = 100;
/// How often the program is started anew, so that every case is read from its events.
const STARTS: usize = 6;
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
    office.at_rest().await;
    let office = lay_plain(office, &groups).await;
    let mut table =
        Table::begin(&format!("Sealed and plain, {backend:?}; {}", super::plain::spin()));
    let meter = Meter::of(&office, figures.clone()).await;
    let mut line = Line::open(&office, Person::REGISTRAR).await;
    for block in 0..BLOCKS {
        for group in in_turn(&mut groups, block) {
            let before = meter.read().await;
            for _ in 0..BLOCK {
                group.act(&mut line).await;
            }
            group.spent(before.processor, &meter).await;
        }
    }
    compare(&mut table, "a simple act", &mut groups, BLOCK * BLOCKS);
    for block in 0..BLOCKS {
        for group in in_turn(&mut groups, block) {
            let before = meter.read().await;
            for _ in 0..BLOCK {
                group.read(&mut line).await;
            }
            group.spent(before.processor, &meter).await;
        }
    }
    compare(&mut table, "a case read that is in memory", &mut groups, BLOCK * BLOCKS);
    let mut office = office;
    for start in 0..STARTS {
        office = office.reopen(async |server| assert_eq!(server.terminate().await, Some(0))).await;
        office.at_rest().await;
        let meter = Meter::of(&office, figures.clone()).await;
        let mut line = Line::open(&office, Person::REGISTRAR).await;
        line.get("/v1/me").await;
        for group in in_turn(&mut groups, start) {
            let before = meter.read().await;
            for _ in 0..CASES {
                group.read(&mut line).await;
            }
            group.spent(before.processor, &meter).await;
        }
    }
    compare(&mut table, "a case read from its events", &mut groups, CASES * STARTS);
    let meter = Meter::of(&office, figures).await;
    for number in 0..WHOLE {
        for group in in_turn(&mut groups, number) {
            let before = meter.read().await;
            group.carry(&office, number).await;
            group.spent(before.processor, &meter).await;
        }
    }
    compare(&mut table, "a whole case with its scans and papers", &mut groups, WHOLE);
    table.close();
}

/// The groups, now the one first and now the other.
fn in_turn(groups: &mut [Group], turn: usize) -> Vec<&mut Group> {
    let mut all: Vec<&mut Group> = groups.iter_mut().collect();
    if turn % 2 == 1 {
        all.reverse();
    }
    all
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
        for seed in (first + 500..).take(WHOLE) {
            let Story { case, application, version, .. } =
                Story::apply(office, application(seed)).await;
            group.whole.push(Known { case, application, version });
        }
        group
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

    async fn carry(&mut self, office: &Office, number: usize) {
        let Known { case, application, version } = &self.whole[number];
        let (case, application, version) = (case.clone(), application.clone(), *version);
        let began = Instant::now();
        let mut story = Story { office, application, case, version };
        story.carry_to_issue().await;
        story.archive().await;
        office.at_rest().await;
        self.times.push(began.elapsed());
    }

    async fn spent(&mut self, before: f64, meter: &Meter) {
        self.processor += meter.read().await.processor - before;
    }
}

/// Lets the cases of the plain group lie as if they were from before there were keys, and serves the office anew.
async fn lay_plain(office: Office, groups: &[Group]) -> Office {
    let (database, backend, data) = (office.database().await, office.backend, office.data());
    office
        .reopen(async |server| {
            assert_eq!(server.terminate().await, Some(0));
            let guards = take_guards_off(backend, &database).await;
            for group in groups.iter().filter(|group| group.lies == Lies::Plain) {
                let whole = group.whole.iter().map(|known| &known.case);
                for case in group.read.iter().chain(whole) {
                    let all = i64::MAX;
                    chain::write_anew(backend, &database, &data, case, all, group.lies, |_| ())
                        .await;
                    let key = format!("DELETE FROM data_key WHERE scope = '{case}'");
                    assert_eq!(database.change(&key).await.expect("deleted"), 1);
                }
            }
            for guard in guards {
                database.change(&guard).await.expect("a guard");
            }
        })
        .await
}

/// A row of each group, and what the sealed one costs more, by the processor and by the time of the half.
fn compare(table: &mut Table, words: &str, groups: &mut [Group], each: usize) {
    let mut known = Vec::new();
    for group in groups {
        let times = Times::of(std::mem::take(&mut group.times));
        let processor = std::mem::take(&mut group.processor) / each as f64;
        known.push((processor, times.share(0.5)));
        let row = Row::of(format!("{words}, {:?}", group.lies).to_lowercase());
        table.put(row.times(&times).processor(processor));
    }
    let (sealed, plain) = (known[0], known[1]);
    let [by_processor, by_time] = [sealed.0 / plain.0, sealed.1 / plain.1];
    let row = Row::of(format!("of plain: CPU {by_processor:.2}, half the time {by_time:.2}"));
    table.put(row.aim("CPU at most 1.20 of plain", by_processor <= AIM));
}
