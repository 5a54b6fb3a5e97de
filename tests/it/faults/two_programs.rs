//! Two programs serve one office: replicas on PostgreSQL; on the embedded database the second is turned
//! away, or does no harm.

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

/// How many acts each program does on each case.
const ACTS: u64 = 5;

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
    let count = if is_full() { 6 } else { 2 };
    let mut stories = Vec::new();
    for seed in 0..count {
        let teller = if seed % 2 == 0 { &office } else { &other };
        stories.push(Story::apply(teller, plain_stepchild(seed)).await);
    }
    work_on_the_same_cases(&office, &other, &stories, &mut run).await;
    register_at_once(&office, &other, &mut run, count).await;
    let_the_jobs_end(&office, &mut run).await;
    numbers_have_no_gaps(&office, &mut run).await;
    the_program_finds_nothing(&office, &mut run).await;
    let (code, _) = other.close().await;
    run.expect(code == Some(0), || format!("the second ended with {code:?}"));
    run.end();
}

/// Both do acts on every case; each is done once and none is lost.
async fn work_on_the_same_cases(
    office: &Office,
    other: &Office,
    stories: &[Story<'_>],
    run: &mut Run,
) {
    let work = stories.iter().flat_map(|story| [(office, story), (other, story)]);
    let clashes = join_all(work.map(|(office, story)| async move {
        let mut clashes = 0;
        for _ in 0..ACTS {
            clashes += until_done(office, story).await;
        }
        clashes
    }));
    let clashes: u64 = clashes.await.iter().sum();
    run.figure("acts of both on the same cases", stories.len() as u64 * 2 * ACTS);
    run.figure("stale versions met", clashes);
    for story in stories {
        let version = story.read().await["version"].as_u64().expect("a version");
        let expected = story.version + 2 * ACTS;
        run.expect(version == expected, || format!("version {version} and not {expected}"));
    }
}

/// Reads the version and tries, until the act is done; how often somebody else was first.
async fn until_done(office: &Office, story: &Story<'_>) -> u64 {
    let check = words::check("criminal_record", "adopter_1", office.today().await);
    for clashes in 0..1000 {
        let case = office.read(Person::REGISTRAR, &story.path("")).await;
        let request = office.request(Person::REGISTRAR, Method::POST, &story.path("/checks")).await;
        let request = request.header("If-Match", format!("\"{}\"", case["version"]));
        let answer = Answer::of(request.json(&check)).await;
        match answer.status.as_u16() {
            200 => return clashes,
            409 => {}
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
