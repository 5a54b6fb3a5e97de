//! Two offices in which the same people do the same on the same days. In the one the family gave to the
//! institution; in the other somebody else of the same name did. Whoever is not the leader asks for
//! everything there is, and must be answered the same.

use std::time::Instant;

use reqwest::Method;
use serde_json::json;
use workflow::Role;
use workflow::rights::Action;

use super::{enter, gift_of, give, receipt, review, reviewed, stranger, waiting};
use crate::access::asking::ask;
use crate::access::callers::{Caller, everybody};
use crate::access::on_cases::STALE;
use crate::access::operations::{Described, PUBLIC_OPERATIONS, case_action, described};
use crate::access::places::{Place, version};
use crate::support::story::application;
use crate::support::{Answer, Backend, Office, Person, Story, words};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_but_the_leader_can_tell_who_gave_on_sqlite() {
    nobody_can_tell(Backend::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_but_the_leader_can_tell_who_gave_on_postgresql_at_length() {
    nobody_can_tell(Backend::Postgresql).await;
}

/// What is not asked here: it ends sessions or changes the password, so that later requests would
/// fail in both offices alike and show nothing.
const NOT_ASKED: [&str; 4] = [
    "end_session",
    "end_all_sessions",
    "change_password",
    // Each office signs with a key of its own, so that no two agree.
    "list_checkpoints",
];

/// One of the two offices.
struct World {
    office: Office,
    place: Place,
    gifts: [String; 2],
    answers: Vec<(String, String)>,
}

async fn nobody_can_tell(backend: Backend) {
    let mut gave = world(backend, true).await;
    let mut gave_not = world(backend, false).await;
    for world in [&mut gave, &mut gave_not] {
        world.ask_everything("waiting for approval").await;
        world.decide().await;
        world.ask_everything("approved").await;
        world.ask_of_the_gifts().await;
    }
    let pairs = gave.answers.iter().zip(&gave_not.answers);
    let different: Vec<String> = pairs
        .filter(|(one, other)| one != other)
        .map(|((cell, one), (_, other))| format!("{cell}\n  gave:     {one}\n  gave not: {other}"))
        .collect();
    println!("{} answers of each office, on {backend:?}", gave.answers.len());
    assert!(gave.answers.len() > 500, "only {} answers", gave.answers.len());
    assert_eq!(gave.answers.len(), gave_not.answers.len());
    assert!(different.is_empty(), "{} differ:\n{}", different.len(), different.join("\n"));
    assert_eq!(gave.log().await, gave_not.log().await, "the access log tells them apart");
    println!("acts for the registrar: {}", ratio(&gave, &gave_not).await);
}

/// The family or somebody of the same name gives before the application and once more at the end.
async fn world(backend: Backend, gave: bool) -> World {
    let office = Office::open(backend).await;
    let application = application(1);
    let adopter = application["adopters"][0].clone();
    let donor = if gave { adopter } else { stranger(&adopter["name"]) };
    let first = give(&office, &gift_of(&donor)).await;
    // Nobody has applied yet, so nothing may be found then, however late the worker comes to look.
    office.at_rest().await;
    let mut story = Story::apply(&office, application).await;
    story.prepare_proposal().await;
    // What the days brought by themselves is written down first, in either office.
    office.at_rest().await;
    story.act(Person::REGISTRAR, "/proposal", words::proposal()).await;
    let second = give(&office, &gift_of(&donor)).await;
    let found = waiting(&office).await.iter().filter(|hold| hold["matched"] == true).count();
    assert_eq!(found, if gave { 3 } else { 0 }, "the second gift and both for the case");
    let document = story.document("application_form", None).await;
    let document = document["id"].as_str().expect("an id").to_owned();
    let place = Place { name: "the case", case: story.case, tie: None, document };
    World { office, place, gifts: [first, second], answers: Vec::new() }
}

impl World {
    /// Everybody but the leader asks for every operation. Acts that the law refuses now are tried on the
    /// version there is, those that would change the case on one that it never reaches. Nobody asks while
    /// jobs run: a paper half printed is told as such, in either office.
    async fn ask_everything(&mut self, when: &str) {
        self.office.at_rest().await;
        let database = self.office.database().await;
        let current = format!("\"{}\"", version(&database, &self.place.case).await);
        let possible = self.possible().await;
        let operations = described(&self.office).await;
        let public: Vec<&str> = PUBLIC_OPERATIONS.iter().map(|(id, _)| *id).collect();
        let asked: Vec<&Described> = operations
            .iter()
            .filter(|one| !public.contains(&one.id.as_str()))
            .filter(|one| !NOT_ASKED.contains(&one.id.as_str()))
            .collect();
        let places = std::slice::from_ref(&self.place);
        let callers = everybody(&self.office, places).await;
        for caller in callers.iter().filter(|caller| caller.role != Role::Leader) {
            for operation in &asked {
                let version = match case_action(&operation.id) {
                    Some(Action::Act(act)) if possible.iter().any(|word| word == act.word()) => {
                        STALE
                    }
                    _ => &current,
                };
                let credential = &caller.credential;
                let answer = ask(&self.office, operation, credential, &self.place, version).await;
                if operation.method != Method::GET && answer.status.is_success() {
                    self.office.at_rest().await;
                }
                let cell = format!("{when}: {} by {}", operation.id, name(caller));
                self.answers.push((cell, told(&answer)));
            }
        }
    }

    /// The acts that would be done if they were asked for.
    async fn possible(&self) -> Vec<String> {
        let path = format!("/v1/cases/{}/acts", self.place.case);
        let answer = self.office.read(Person::REGISTRAR, &path).await;
        let acts = answer["acts"].as_array().expect("acts").iter();
        let possible = acts.filter(|act| act["state"] != "blocked" && act["allowed"] == true);
        possible.filter_map(|act| act["act"].as_str()).map(str::to_owned).collect()
    }

    /// The clerk reads the ledger and tries to take the gifts.
    async fn ask_of_the_gifts(&mut self) {
        let page = self.office.get(Person::DONATION_CLERK, "/v1/donations").await;
        self.answers.push(("the ledger of gifts".to_owned(), told(&page)));
        for gift in &self.gifts {
            let answer = enter(&self.office, &format!("/{gift}/receipt"), &receipt("票")).await;
            self.answers.push(("a receipt".to_owned(), told(&answer)));
        }
    }

    /// The leader tries to approve too early or with nothing to say, looks, and approves.
    async fn decide(&self) {
        let office = &self.office;
        let holds = waiting(office).await;
        let found = holds.iter().any(|hold| hold["direction"] == "case");
        let hasty = if found { words::approval() } else { json!({ "opinion": "" }) };
        self.approve(&hasty).await.expect(422);
        for hold in holds.iter().filter(|hold| hold["direction"] == "case") {
            review(office, hold, &reviewed(hold, "released")).await.expect(204);
        }
        self.approve(&words::approval()).await.expect(200);
        office.at_rest().await;
    }

    async fn approve(&self, opinion: &serde_json::Value) -> Answer {
        let database = self.office.database().await;
        let version = format!("\"{}\"", version(&database, &self.place.case).await);
        let path = format!("/v1/cases/{}/approval", self.place.case);
        let request = self.office.request(Person::LEADER, Method::POST, &path).await;
        Answer::of(request.header("If-Match", version).json(opinion)).await
    }

    /// The whole access log without identifiers and times.
    async fn log(&self) -> Vec<String> {
        let rows = "SELECT operation || ' ' || roles || ' ' || outcome || ' ' || rules || ' ' || \
                    CASE WHEN case_id IS NULL THEN 'no case' ELSE 'a case' END FROM access_log \
                    ORDER BY id";
        self.office.database().await.texts(rows).await
    }
}

fn name(caller: &Caller) -> &str {
    caller.role.word()
}

/// An answer without what differs between any two offices: identifiers, digests, codes and times.
fn told(answer: &Answer) -> String {
    let kind = answer.header("content-type").to_owned();
    let tag = if kind.contains("json") { answer.header("etag") } else { "" };
    let body =
        if kind.contains("json") { masked(&unsized_scans(&answer.text())) } else { String::new() };
    format!("{} {kind} {tag} {} {body}", answer.status.as_u16(), masked(answer.header("location")))
}

/// A text without the sizes of scans, of which no two are the same.
fn unsized_scans(text: &str) -> String {
    let mut parts = text.split("\"size\":");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |told, part| {
        told + "\"size\":" + part.trim_start_matches(|character: char| character.is_ascii_digit())
    })
}

fn masked(text: &str) -> String {
    let is_part = |character: char| {
        character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | ':' | '.' | '+')
    };
    let mut masked = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(is_part) {
        let (before, run) = rest.split_at(start);
        let end = run.find(|character| !is_part(character)).unwrap_or(run.len());
        let (word, after) = run.split_at(end);
        masked.push_str(before);
        masked.push_str(if differs(word) { "…" } else { word });
        rest = after;
    }
    masked + rest
}

/// Whether a word is an identifier, a digest or an instant.
fn differs(word: &str) -> bool {
    let parts: Vec<usize> = word.split('-').map(str::len).collect();
    let is_identifier = matches!(parts.as_slice(), [8, 4, 4, 4, 12, ..]);
    let is_digest = word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_instant =
        word.len() > 18 && word.get(4..5) == Some("-") && word.get(10..11) == Some("T");
    is_identifier || is_digest || is_instant
}

/// How long the registrar waits for the list of acts in the one office and in the other: a figure for
/// the reader, for on a busy machine no bound would hold.
async fn ratio(gave: &World, gave_not: &World) -> String {
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..40 {
        for (world, times) in [gave, gave_not].into_iter().zip(&mut times) {
            let path = format!("/v1/cases/{}/acts", world.place.case);
            let request = world.office.request(Person::REGISTRAR, Method::GET, &path).await;
            let began = Instant::now();
            Answer::of(request).await.expect(200);
            times.push(began.elapsed());
        }
    }
    let [one, other] = times.map(|mut times| {
        times.sort_unstable();
        times[times.len() / 2]
    });
    let ratio = one.as_secs_f64() / other.as_secs_f64();
    format!("median {one:?} where the family gave, {other:?} where not, ratio {ratio:.2}")
}
