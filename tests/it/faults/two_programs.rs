//! Two programs serve one office: replicas on PostgreSQL; on the embedded database the second is turned
//! away, or does no harm.

use std::sync::atomic::{AtomicU64, Ordering};

use futures_util::future::join_all;
use reqwest::Method;

use super::judge::{let_the_jobs_end, numbers_have_no_gaps, the_program_finds_nothing};
use super::{Run, is_full};
use crate::support::families::plain_stepchild;
use crate::support::{Answer, Backend, Office, Person, Story, on_both_databases, words};

on_both_databases!(
    #[ignore = "`make faults` runs it"]
    two_programs_serve_one_office
);

/// On how many cases both work, and how many acts each does on each: 2,000 in all in the long form.
fn extent() -> (u32, u64) {
    if is_full() { (20, 50) } else { (2, 5) }
}

async fn two_programs_serve_one_office(office: Office) {
    let mut run = Run::of("two programs", office.backend);
    let other = match office.beside().await {
        Ok(other) => other,
        Err(said) => {
            println!("  {}", said.trim());
            run.figure("the second", "is turned away");
            run.expect(office.backend == Backend::Sqlite, || "a replica is turned away".to_owned());
            run.expect(said.contains("guijia: "), || format!("it does not say why: {said}"));
            Story::apply(&office, plain_stepchild(1)).await;
            the_program_finds_nothing(&office, &mut run).await;
            return run.end();
        }
    };
    run.figure("the second", "serves, too");
    let (cases, acts) = extent();
    let mut stories = Vec::new();
    for seed in 0..cases {
        let teller = if seed % 2 == 0 { &office } else { &other };
        stories.push(Story::apply(teller, plain_stepchild(seed)).await);
    }
    work_on_the_same_cases(&office, &other, &stories, acts, &mut run).await;
    register_at_once(&office, &other, &mut run, if is_full() { 6 } else { 2 }).await;
    let_the_jobs_end(&office, &mut run).await;
    numbers_have_no_gaps(&office, &mut run).await;
    the_program_finds_nothing(&office, &mut run).await;
    let (code, _) = other.close().await;
    run.expect(code == Some(0), || format!("the second ended with {code:?}"));
    run.end();
}

/// A case that both programs work on, with the newest version either has answered.
struct Shared<'story> {
    story: &'story Story<'story>,
    newest: AtomicU64,
}

/// Both do acts on every case; each is done once, none is lost, and neither shows a case as it was before
/// what the other has answered.
async fn work_on_the_same_cases(
    office: &Office,
    other: &Office,
    stories: &[Story<'_>],
    acts: u64,
    run: &mut Run,
) {
    let shared = |story| Shared { story, newest: AtomicU64::new(0) };
    let shared: Vec<Shared<'_>> = stories.iter().map(shared).collect();
    let work = shared.iter().flat_map(|case| [(office, case), (other, case)]);
    let met = join_all(work.map(|(office, case)| async move {
        let mut met = Met::default();
        for _ in 0..acts {
            until_done(office, case, &mut met).await;
        }
        met
    }));
    let met = met.await;
    run.figure("acts of both on the same cases", stories.len() as u64 * 2 * acts);
    run.figure("clashes", met.iter().map(|met| met.clashes).sum::<u64>());
    let old: u64 = met.iter().map(|met| met.old).sum();
    run.expect(old == 0, || format!("a case was shown {old} times as it had been"));
    for story in stories {
        let version = story.read().await["version"].as_u64().expect("a version");
        let expected = story.version + 2 * acts;
        run.expect(version == expected, || format!("version {version} and not {expected}"));
    }
}

/// What somebody met who worked on a case of two programs.
#[derive(Default)]
struct Met {
    /// Somebody else was first.
    clashes: u64,
    /// The case was shown as it was before what had been answered.
    old: u64,
}

/// Reads the version and tries, until the act is done.
async fn until_done(office: &Office, case: &Shared<'_>, met: &mut Met) {
    let check = words::check("criminal_record", "adopter_1", office.today().await);
    for _ in 0..1000 {
        let answered = case.newest.load(Ordering::SeqCst);
        let read = office.read(Person::REGISTRAR, &case.story.path("")).await;
        let version = read["version"].as_u64().expect("a version");
        met.old += u64::from(version < answered);
        let path = case.story.path("/checks");
        let request = office.request(Person::REGISTRAR, Method::POST, &path).await;
        let request = request.header("If-Match", format!("\"{version}\""));
        let answer = Answer::of(request.json(&check)).await;
        match answer.status.as_u16() {
            200 => {
                case.newest.fetch_max(version + 1, Ordering::SeqCst);
                return;
            }
            409 => met.clashes += 1,
            status => panic!("{status}: {}", answer.text()),
        }
    }
    panic!("somebody never had their turn");
}

/// Both register at the same moment; the judge looks for gaps and doubles.
async fn register_at_once(office: &Office, other: &Office, run: &mut Run, count: u32) {
    let mut approved = Vec::new();
    for seed in 0..count {
        let teller = if seed % 2 == 0 { office } else { other };
        let mut story = Story::apply(teller, plain_stepchild(100 + seed)).await;
        story.carry_to_approval().await;
        approved.push(story);
    }
    join_all(approved.iter_mut().map(Story::register)).await;
    run.figure("registered at once", approved.len());
}
