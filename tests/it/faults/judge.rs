//! What must hold after every fault: nothing acknowledged is lost, no number is missing or twice, every
//! chain is whole, every row is what its events make it, every document is made.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use super::Run;
use crate::support::Office;
use crate::support::database::Database;

/// How long the jobs may make no headway once their leases have run out.
const PATIENCE: Duration = Duration::from_secs(120);

/// Waits until the jobs are done. The leases of workers that were killed are let run out, and waits
/// after a failure end, at once: how long they are is told elsewhere. No job is given up for kills
/// that were not its own doing.
pub async fn let_the_jobs_end(office: &Office, run: &mut Run) {
    let database = office.database().await;
    wait_for_the_jobs(&database).await;
    let unfinished = "SELECT kind || ' ' || state || ': ' || coalesce(failure, '') FROM job \
                      WHERE state <> 'done'";
    let unfinished = database.texts(unfinished).await;
    run.expect(unfinished.is_empty(), || format!("jobs are not done: {unfinished:?}"));
    let waiting = database.count("case_document WHERE state = 'waiting'").await;
    run.expect(waiting == 0, || format!("{waiting} documents are not made"));
}

async fn wait_for_the_jobs(database: &Database) {
    let mut headway = Instant::now();
    let mut fewest = usize::MAX;
    let lease = "UPDATE job SET locked_until = 0 WHERE state = 'running'";
    let delay = "UPDATE job SET run_at = 0 WHERE state = 'ready'";
    let open = "SELECT kind FROM job WHERE state IN ('ready', 'running')";
    database.change(lease).await.expect("a shorter lease");
    loop {
        database.change(delay).await.expect("a shorter wait");
        let left = database.texts(open).await.len();
        if left < fewest {
            (fewest, headway) = (left, Instant::now());
        }
        if left == 0 || headway.elapsed() > PATIENCE {
            return;
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
}

/// Judges everything that was acknowledged, and the data as they are.
pub async fn judge(office: &Office, run: &mut Run) {
    what_was_acknowledged_is_there(office, run).await;
    numbers_have_no_gaps(office, run).await;
    the_program_finds_nothing(office, run).await;
}

async fn what_was_acknowledged_is_there(office: &Office, run: &mut Run) {
    let database = office.database().await;
    let events = "SELECT case_id || ' ' || CAST(version AS TEXT) || ' ' || kind FROM event";
    let mut kinds = BTreeMap::new();
    for event in database.texts(events).await {
        let mut parts = event.split(' ');
        let (case, version, kind) = (parts.next(), parts.next(), parts.next());
        let version: u64 = version.and_then(|version| version.parse().ok()).expect("a version");
        kinds.insert((case.expect("a case").to_owned(), version), kind.expect("a kind").to_owned());
    }
    let done = database.count("access_log WHERE outcome = 'done' AND case_id IS NOT NULL").await;
    let seen = office.insistence().seen();
    let missing = seen.acknowledged.iter().filter(|(version, kind)| match kinds.get(*version) {
        Some(found) => kind.as_ref().is_some_and(|kind| kind != found),
        None => true,
    });
    let missing: Vec<_> = missing.map(|(version, _)| version).collect();
    run.figure("acknowledged", seen.acknowledged.len());
    run.figure("lost", missing.len());
    run.expect(missing.is_empty(), || format!("acknowledged and lost: {missing:?}"));
    let acts = i64::try_from(seen.acknowledged.len()).unwrap_or(i64::MAX);
    run.expect(done >= acts, || format!("{done} access entries of {acts} acts"));
    let answers: Vec<String> =
        seen.answers.iter().map(|(what, times)| format!("{what}: {times}")).collect();
    println!("  answers: {}", answers.join(", "));
    run.breaches.extend(seen.broken.iter().take(5).cloned());
    run.expect(seen.broken.len() <= 5, || format!("{} such answers", seen.broken.len()));
}

/// No number of a case or a certificate is left out or given twice.
pub async fn numbers_have_no_gaps(office: &Office, run: &mut Run) {
    let database = office.database().await;
    let of = async |column: &str, begins: &str| {
        let question = format!("SELECT {column} FROM case_row WHERE {column} IS NOT NULL");
        let texts = database.texts(&question).await;
        let number = |text: &String| {
            let digits: String = text.rsplit(begins).next()?.chars().collect();
            digits.trim_end_matches('号').parse::<usize>().ok()
        };
        texts.iter().filter_map(number).collect::<Vec<usize>>()
    };
    for (what, given) in [
        ("cases", of("number", "〕").await),
        ("certificates", of("certificate_number", "收字").await),
    ] {
        let once: BTreeSet<usize> = given.iter().copied().collect();
        let last = once.last().copied().unwrap_or(0);
        run.figure(what, given.len());
        let (gaps, twice) = (last - once.len(), given.len() - once.len());
        run.expect(gaps == 0 && twice == 0, || format!("{what}: {gaps} gaps, {twice} twice"));
    }
}

/// `verify --files` and `rebuild --check` are clean, and the log knows of no panic.
pub async fn the_program_finds_nothing(office: &Office, run: &mut Run) {
    for command in [["verify", "--files"], ["rebuild", "--check"]] {
        let ended = office.command(&command).await;
        run.expect(ended.code == Some(0), || {
            format!("{command:?}: {:?} {}{}", ended.code, ended.said, ended.complained)
        });
    }
    let log = office.log();
    let panics = log.lines().filter(|line| line.contains("panic")).count();
    run.expect(panics == 0, || format!("{panics} panics in the log"));
}
