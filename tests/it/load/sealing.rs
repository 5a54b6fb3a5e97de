//! What sealing costs: the same acts, reads and whole cases on cases that are sealed in either suite and on cases
//! that lie plain, as those of before there were keys, by one program in one run. Names in lists are masked and the
//! terms of the search are hashed of all.

use std::fmt::Write;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::driver::{Acts, Line};
use super::spent::Meter;
use super::table::{Row, Table, Times};
use crate::faults::surgery::take_guards_off;
use crate::support::chain::{self, Lies};
use crate::support::story::application;
use crate::support::{Backend, Office, Person, Story, on_both_databases, words};

/// How many cases of each kind are acted on and read.
const CASES: usize = 60;
/// How the cases lie.
const GROUPS: [&str; 3] = ["plain", "sealed", "sealed by sm4"];
/// How many are carried to the archive, each group once first: each case moves the legal day on, and after some years
/// the children of the others are old enough to be asked.
const WHOLE: usize = 3;
/// So many times a block is done of each kind, one after the other: what the machine does beside it meets all.
const BLOCKS: usize = 12;
/// How many acts or reads a block has: so many that the kernel's ticks of ten milliseconds tell.
const BLOCK: usize = 100;
/// How often the program is started anew, so that every case is read from its events.
const STARTS: usize = 8;
/// Sealing may cost a fifth more.
const AIM: f64 = 1.2;

on_both_databases!(
    #[ignore = "it measures and decides nothing; `make bench` runs it"]
    the_cost_of_sealing
);

/// A case as it is named after its office was served anew.
struct Known {
    case: String,
    application: Value,
    version: u64,
}

/// Cases that lie in one way, and what was measured of them.
#[derive(Default)]
struct Group {
    words: &'static str,
    acted: Vec<Acts>,
    read: Vec<String>,
    whole: Vec<Known>,
    next: usize,
    times: Vec<Duration>,
    processor: f64,
}

async fn the_cost_of_sealing(office: Office) {
    let backend = office.backend;
    let (mut office, mut groups) = (office, GROUPS.map(Group::of));
    for (group, suite, first) in each_in_its_suite(&mut groups, 0) {
        office = in_suite(office, suite).await;
        group.open(&office, first).await;
    }
    let mut office = lay_plain(office, &groups[0].read).await;
    let mut table =
        Table::begin(&format!("Plain and sealed, {backend:?}; {}", super::plain::spin()));
    let meter = Meter::of(&office, None).await;
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
        let meter = Meter::of(&office, None).await;
        let mut line = Line::open(&office, Person::REGISTRAR).await;
        line.get("/v1/me").await;
        let read = async |group: &mut Group| group.read(&mut line).await;
        in_turn(&mut groups, start, &meter, CASES, read).await;
    }
    compare(&mut table, "a case read from its events", &mut groups, CASES * STARTS);
    whole_cases(backend, &mut table).await;
    table.close();
}

/// Whole cases, in an office that has no others: what time brings to those would be counted with these.
async fn whole_cases(backend: Backend, table: &mut Table) {
    let (mut office, mut groups) = (Office::open(backend).await, GROUPS.map(Group::of));
    for (group, suite, first) in each_in_its_suite(&mut groups, 500) {
        office = in_suite(office, suite).await;
        group.apply(&office, first).await;
    }
    let plain = groups[0].whole.iter().map(|known| known.case.clone()).collect::<Vec<_>>();
    let office = lay_plain(office, &plain).await;
    // The first paper of a program that has just begun costs more than any later.
    let mut first = Story::apply(&office, application(9000)).await;
    first.carry_to_issue().await;
    first.archive().await;
    let meter = Meter::of(&office, None).await;
    for number in 0..WHOLE {
        let carry = async |group: &mut Group| group.carry(&office, number).await;
        in_turn(&mut groups, number, &meter, 1, carry).await;
    }
    compare(table, "a whole case with its scans and papers", &mut groups, WHOLE);
}

/// The groups with the suite in which their cases are opened, and the first of their applications.
fn each_in_its_suite(
    groups: &mut [Group],
    first: u32,
) -> impl Iterator<Item = (&mut Group, &'static str, u32)> {
    let suites = ["aes256gcm", "aes256gcm", "sm4gcm"];
    let firsts = (first..).step_by(1000);
    groups.iter_mut().zip(suites).zip(firsts).map(|((group, suite), first)| (group, suite, first))
}

/// Lets the office seal in this suite from now on.
async fn in_suite(office: Office, suite: &str) -> Office {
    office.at_rest().await;
    let (office, replaced) = office.reopen_after(&["replace-master-key", "--suite", suite]).await;
    assert_eq!(replaced.code, Some(0), "{}", replaced.complained);
    office
}

/// The same so many times with each group, another one first each time; what the processor took is noted.
async fn in_turn(
    groups: &mut [Group],
    turn: usize,
    meter: &Meter,
    times: usize,
    mut work: impl AsyncFnMut(&mut Group),
) {
    let first = turn % groups.len();
    let (later, sooner) = groups.split_at_mut(first);
    for group in sooner.iter_mut().chain(later) {
        let before = meter.read().await.processor;
        for _ in 0..times {
            work(group).await;
        }
        group.processor += meter.read().await.processor - before;
    }
}

impl Group {
    fn of(words: &'static str) -> Group {
        Group { words, ..Group::default() }
    }

    /// Opens the cases that are acted on and read.
    async fn open(&mut self, office: &Office, first: u32) {
        let check = words::check("criminal_record", "adopter_1", office.today().await);
        for seed in (first..).take(CASES) {
            let story = Story::apply(office, application(seed)).await;
            self.acted.push(Acts::of(&story, &check));
            self.read.push(story.case);
        }
    }

    /// Opens the cases that are carried to the archive.
    async fn apply(&mut self, office: &Office, first: u32) {
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

/// A row of each group, and what the sealed ones cost more than the plain one, by the processor and, where it was
/// taken, by half the time. The aim is that of the usual suite.
fn compare(table: &mut Table, words: &str, groups: &mut [Group], each: usize) {
    let mut known = Vec::new();
    for group in groups {
        let processor = std::mem::take(&mut group.processor) / each as f64;
        let mut row = Row::of(format!("{words}, {}", group.words));
        let times = std::mem::take(&mut group.times);
        let times = (!times.is_empty()).then(|| Times::of(times));
        if let Some(times) = &times {
            row = row.times(times);
        }
        known.push((processor, times.map(|times| times.share(0.5))));
        table.put(row.processor(processor));
    }
    let (plain, half_plain) = known[0];
    for ((sealed, half_sealed), words) in known[1..].iter().zip(&GROUPS[1..]) {
        let part = sealed / plain;
        let mut told = format!("{words}, of plain: CPU {part:.2}");
        if let (Some(sealed), Some(plain)) = (half_sealed, half_plain) {
            write!(told, ", half the time {:.2}", sealed / plain).expect("written");
        }
        let row = Row::of(told);
        table.put(match *words {
            "sealed" => row.aim("CPU at most 1.20 of plain", part <= AIM),
            _ => row,
        });
    }
}
