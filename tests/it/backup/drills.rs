//! Drills: a backup is made while people work and brought back into an empty place, of either database.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Instant;

use futures_util::future::join_all;

use super::support::{Ring, Target, papers};
use crate::support::story::application;
use crate::support::{Backend, Office, Person, Story, words};

/// How many people work while the backup is made.
const PEOPLE: u32 = 8;
/// How many acts are answered before it is begun.
const BEFORE: usize = 24;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn from_sqlite_to_sqlite_at_length() {
    a_drill(Backend::Sqlite, Backend::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn from_sqlite_to_postgresql() {
    a_drill(Backend::Sqlite, Backend::Postgresql).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn from_postgresql_to_postgresql_at_length() {
    a_drill(Backend::Postgresql, Backend::Postgresql).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn from_postgresql_to_sqlite() {
    a_drill(Backend::Postgresql, Backend::Sqlite).await;
}

/// What was answered: the version of each case.
type Answered = Mutex<BTreeMap<String, u64>>;

async fn a_drill(from: Backend, into: Backend) {
    let office = Office::open(from).await;
    let mut story = Story::apply(&office, application(0)).await;
    story.carry_to_issue().await;
    office.at_rest().await;
    let (case, version) = (story.case.clone(), story.version);
    let before = papers(&office, &case).await;
    drop(story);

    let ring = Ring::new();
    let answered = Answered::default();
    answered.lock().expect("a map").insert(case.clone(), version);
    let over = AtomicBool::new(false);
    let (backup, acknowledged, begun) = {
        let making = async {
            while answered.lock().expect("a map").len() < BEFORE {
                tokio::time::sleep(std::time::Duration::from_millis(20)).await;
            }
            let acknowledged = answered.lock().expect("a map").clone();
            let begun = Instant::now();
            let (backup, ended) = ring.back_up(&office, &["--with-keys"]).await;
            over.store(true, Ordering::SeqCst);
            assert_eq!(ended.code, Some(0), "{}{}", ended.said, ended.complained);
            (backup, acknowledged, begun)
        };
        let (made, ()) = tokio::join!(making, work(&office, &answered, &over));
        made
    };
    let made = begun.elapsed();
    let after = answered.lock().expect("a map").len() - acknowledged.len();
    assert!(after > 0, "nobody worked while the backup was made");
    let checked = ring.check(&backup).await;
    assert_eq!(checked.code, Some(0), "{}{}", checked.said, checked.complained);
    assert!(checked.said.contains("the backup is whole"), "{}", checked.said);

    let began = Instant::now();
    let target = Target::new(into).await;
    let restored = target.restore(&backup, &ring).await;
    assert_eq!(restored.code, Some(0), "{}{}", restored.said, restored.complained);
    println!(
        "{from:?} to {into:?}: made in {made:?} beside {PEOPLE} people who opened {after} cases \
         meanwhile, brought back and looked through in {:?}, {} bytes",
        began.elapsed(),
        std::fs::metadata(&backup).expect("a backup").len()
    );
    let restored = target.serve().await;
    for (case, version) in &acknowledged {
        let found = restored.read(Person::REGISTRAR, &format!("/v1/cases/{case}")).await;
        let found = found["version"].as_u64().expect("a version");
        assert!(found >= *version, "{case} was at {version} and is at {found}");
    }
    assert!(papers(&restored, &case).await == before, "a paper is another");
    for command in [["verify", "--files"], ["rebuild", "--check"]] {
        let ended = restored.command(&command).await;
        assert_eq!(ended.code, Some(0), "{command:?}: {}{}", ended.said, ended.complained);
    }
    // The office goes on where it stood.
    Story::apply(&restored, application(10_000)).await;
}

/// People open cases and work on them until the backup is made.
async fn work(office: &Office, answered: &Answered, over: &AtomicBool) {
    let seeds = AtomicU32::new(1);
    let today = office.today().await;
    let people = (0..PEOPLE).map(|_| async {
        while !over.load(Ordering::SeqCst) {
            let seed = seeds.fetch_add(1, Ordering::SeqCst);
            let mut story = Story::apply(office, application(seed)).await;
            answered.lock().expect("a map").insert(story.case.clone(), story.version);
            let check = words::check("criminal_record", "adopter_1", today);
            story.act(Person::REGISTRAR, "/checks", check).await;
            answered.lock().expect("a map").insert(story.case.clone(), story.version);
        }
    });
    join_all(people).await;
}
