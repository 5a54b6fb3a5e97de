//! Requests that schemathesis makes up from the description of the interface, by the thousand: every
//! answer must be one that the description has, in status, type and form, and never an error of ours.

mod held;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use chrono::Days;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::process::Command;
use workflow::case::ChildKind;
use workflow::rights::{Access, Relation, may};
use workflow::{Role, Stage};

use crate::access::operations::{self, Described, OFFICE_OPERATIONS, case_action};
use crate::support::papers::scan;
use crate::support::story::application;
use crate::support::{Answer, Office, Person, Story, at_length, mostly_on_postgresql, words};

mostly_on_postgresql!(some_of_what_is_made_up_is_answered_as_described);
at_length!(what_is_made_up_is_answered_as_described);

/// How much is made up.
struct Measure {
    /// Requests at random for each operation.
    random: usize,
    /// Of those at the edges of each schema one in so many.
    one_in: usize,
}

const ALL: Measure = Measure { random: 20, one_in: 1 };
/// What is asked always.
const SOME: Measure = Measure { random: 2, one_in: 16 };
/// The same requests in each run.
const SEED: &str = "20260302";
/// What every answer is held against.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,response_headers_conformance";
/// Whose account may be closed by the way.
const SPARE: Person = Person { role: "visitor", number: 3 };

async fn some_of_what_is_made_up_is_answered_as_described(office: Office) {
    ask(&office, &SOME).await;
}

async fn what_is_made_up_is_answered_as_described(office: Office) {
    let (described, counts) = ask(&office, &ALL).await;
    let unread = described.iter().filter(|one| one.method == reqwest::Method::GET);
    let unread = unread.map(|one| one.id.as_str()).filter(|id| !counts[*id].contains_key(&200));
    assert_eq!(unread.collect::<Vec<_>>(), Vec::<&str>::new(), "nothing was ever read of these");
}

/// Asks every operation; gives how often each answered with each status.
async fn ask(office: &Office, measure: &Measure) -> (Vec<Described>, Counts) {
    let described = operations::described(office).await;
    let cases = cases(office).await;
    let mut plan = plan(office, &described, cases).await;
    plan["one_in"] = json!(measure.one_in);
    let directory = TempDir::new().expect("a directory");
    let (ended_well, said) = run(office, &plan, directory.path(), measure.random).await;
    let answers = std::fs::read_to_string(directory.path().join("answers")).expect("the answers");
    let counts = counts(&answers);
    println!("{}\n{}", told(&counts), closing(&said));
    assert!(ended_well, "{said}");
    let unasked =
        described.iter().map(|one| one.id.as_str()).filter(|id| !counts.contains_key(*id));
    assert_eq!(unasked.collect::<Vec<_>>(), Vec::<&str>::new(), "operations nobody asked");
    let verified = office.command(&["verify"]).await;
    assert_eq!(verified.code, Some(0), "{}{}", verified.said, verified.complained);
    (described, counts)
}

/// Cases at different stages, so that there is something to read and to do.
async fn cases(office: &Office) -> Vec<Value> {
    let mut applied = Story::apply(office, application(1)).await;
    applied.file("health_certificate", Some("adopter_1"), scan()).await;
    applied.file("identity_card", Some("adopter_1"), scan()).await;
    let mut assessed = Story::apply(office, application(2)).await;
    assessed.bring_everything().await;
    assessed.accept().await;
    assessed.begin_assessment().await;
    assessed.act(Person::REGISTRAR, "/claims", json!({ "claimant": "何秀兰" })).await;
    let mut proposed = Story::apply(office, application(3)).await;
    proposed.prepare_proposal().await;
    proposed.act(Person::REGISTRAR, "/proposal", words::proposal()).await;
    let mut registered = Story::apply(office, application(4)).await;
    registered.prepare_proposal().await;
    registered.decide().await;
    registered.register_and_issue().await;
    let mut cases = Vec::new();
    for story in [applied, assessed, proposed, registered] {
        story.document("application_form", None).await;
        let documents = office.read(Person::REGISTRAR, &story.path("/documents")).await;
        let documents: Vec<&Value> =
            documents.as_array().into_iter().flatten().map(|document| &document["id"]).collect();
        cases.push(json!({ "id": story.case, "documents": documents }));
    }
    cases
}

/// What the office holds and who may do what in it, for `tests/schemathesis/hooks.py`.
async fn plan(office: &Office, described: &[Described], cases: Vec<Value>) -> Value {
    let mut tokens = BTreeMap::new();
    for role in Role::ALL {
        tokens.insert(role, office.token(Person::of(role.word())).await);
    }
    // A family reads a page only in a session that is bound to its case.
    let case = cases.first().map(|case| &case["id"]);
    let bound = json!({ "role": Role::Family, "case_id": case });
    let request = office.anonymous(reqwest::Method::POST, "/v1/practice/sign-in").json(&bound);
    let session = Answer::of(request).await.expect(200).json();
    tokens.insert(Role::Family, session["access_token"].as_str().expect("a token").to_owned());
    let callers: BTreeMap<&str, Vec<&String>> = described
        .iter()
        .map(|one| (one.id.as_str(), who_may(&one.id).iter().map(|role| &tokens[role]).collect()))
        .collect();
    let today = office.today().await;
    let kinds: Vec<_> = ChildKind::ALL.iter().map(|kind| kind.word()).collect();
    let days: Vec<_> = (0..30).map(|days| today + Days::new(days)).collect();
    let stages: Vec<_> = Stage::ALL.iter().map(|stage| stage.word()).collect();
    let held = held::held(office, &cases).await;
    json!({
        "base": office.base(),
        "held": held,
        "cases": cases,
        "callers": callers,
        "everybody": tokens.values().collect::<Vec<_>>(),
        "spare_accounts": [office.account(SPARE).await],
        "days": days,
        "sets": [{ "set": "GJ-DEFAULT", "version": 1 }],
        "words": {
            "stage": stages,
            "kind": kinds,
            "sort": ["received", "deadline"],
            "limit": [1, 200],
            "since": [1],
            "since_set": ["GJ-DEFAULT"],
            "officer": [office.account(Person::REGISTRAR).await],
            "person": [office.account(Person::REGISTRAR).await],
            "paper": ["identity_card", "household_register", "joint_photo"],
            "under": ["500000", "510000", "510100"],
            "party": ["adopter_1", "adopter_2", "placer", "child"],
            "outcome": ["read", "refused"],
            "operation": ["read_case", "list_accesses"],
        },
    })
}

/// The roles that may, on a case they are tied to in every way.
fn who_may(id: &str) -> BTreeSet<Role> {
    const TIED: Relation = Relation {
        is_own_office: true,
        is_assigned: true,
        is_registered: true,
        is_family: true,
        is_placer: true,
    };
    if let Some(action) = case_action(id) {
        let allowed = |role: &Role| may(&BTreeSet::from([*role]), TIED, action) == Access::Allowed;
        return Role::ALL.into_iter().filter(allowed).collect();
    }
    let known = OFFICE_OPERATIONS.iter().find(|known| known.id == id);
    known.map_or_else(BTreeSet::new, |known| known.roles.iter().copied().collect())
}

/// Runs schemathesis; says whether every check held, and what it printed.
async fn run(office: &Office, plan: &Value, directory: &Path, random: usize) -> (bool, String) {
    let workspace = workspace();
    let program = workspace.join("target/schemathesis/bin/schemathesis");
    assert!(program.exists(), "schemathesis is not installed: run scripts/prepare");
    let plan_file = directory.join("plan.json");
    std::fs::write(&plan_file, plan.to_string()).expect("a file");
    let output = Command::new(program)
        .current_dir(directory)
        .env("SCHEMATHESIS_HOOKS", "hooks")
        .env("PYTHONPATH", workspace.join("tests/schemathesis"))
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("GUIJIA_PLAN", &plan_file)
        .env("GUIJIA_ANSWERS", directory.join("answers"))
        .args(["run", &format!("{}/openapi.json", office.base()), "--checks", CHECKS])
        .args(["--phases", "coverage,fuzzing", "--max-examples", &random.to_string()])
        .args(["--seed", SEED, "--warnings", "off", "--no-color", "--no-shrink"])
        .args(["--generation-database", "none", "--suppress-health-check", "all"])
        .args(["--continue-on-failure", "--request-timeout", "60"])
        .kill_on_drop(true)
        .output()
        .await
        .expect("schemathesis runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let complained = String::from_utf8_lossy(&output.stderr);
    (output.status.success(), format!("{said}{complained}"))
}

fn workspace() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().expect("the workspace").to_owned()
}

/// How often each operation answered with each status.
type Counts = BTreeMap<String, BTreeMap<u16, usize>>;

fn counts(answers: &str) -> Counts {
    let mut counts = Counts::new();
    for line in answers.lines() {
        let (id, status) = line.split_once(' ').expect("an operation and a status");
        let status = status.parse().expect("a status");
        *counts.entry(id.to_owned()).or_default().entry(status).or_default() += 1;
    }
    counts
}

fn told(counts: &Counts) -> String {
    let line = |(id, statuses): (&String, &BTreeMap<u16, usize>)| {
        let statuses = statuses.iter().map(|(status, count)| format!(" {status}×{count}"));
        format!("{id:<28}{}", statuses.collect::<String>())
    };
    counts.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The lines that say how many requests there were.
fn closing(said: &str) -> String {
    said.lines().skip_while(|line| !line.starts_with("Test cases")).take(2).collect()
}
