//! Every operation × everybody who could ask × cases that stand differently: who is let in, who is
//! told that this is never theirs, and to whom the case does not exist.
//!
//! Acts are asked for on a version the case never had: who may do an act hears that it is stale, and
//! nothing is changed by asking.

mod callers;
pub mod operations;
mod rights;
mod sample;

use std::collections::{BTreeMap, BTreeSet};

use reqwest::Method;
use serde_json::{Value, json};
use workflow::Role;
use workflow::access::{Access, Action, Relation, may};

use crate::support::papers::scan;
use crate::support::story::application;
use crate::support::{Answer, Office, Person, Story, on_both_databases};
use callers::Credential;
use operations::{Described, OFFICE_OPERATIONS, PUBLIC_OPERATIONS, case_action};

on_both_databases!(every_operation_lets_in_whom_the_table_of_rights_lets_in);

/// A case nobody has opened.
const UNKNOWN: &str = "00000000-0000-4000-8000-000000000000";
/// A version no case of the tests reaches.
const STALE: &str = "\"9999\"";

/// How a role's first person stands to a case.
type Tie = fn(Role) -> Relation;

/// A case and how each role's first person stands to it.
struct Place {
    name: &'static str,
    case: String,
    relation: Option<Tie>,
    document: String,
}

/// What was found.
#[derive(Default)]
struct Findings {
    cells: usize,
    counts: BTreeMap<(String, u16), usize>,
    wrong: Vec<String>,
}

impl Findings {
    fn expect(&mut self, right: bool, cell: &str, what: impl FnOnce() -> String) {
        if !right {
            self.wrong.push(format!("{cell}: {}", what()));
        }
    }
}

async fn every_operation_lets_in_whom_the_table_of_rights_lets_in(office: Office) {
    let (stories, places) = places(&office).await;
    let described = operations::described(&office).await;
    let worthless = callers::worthless(&office).await;
    let mut findings = Findings::default();
    let versions = versions(&stories).await;
    for operation in &described {
        if let Some(action) = case_action(&operation.id) {
            strangers(&office, operation, &worthless, &places, &mut findings).await;
            for role in Role::ALL {
                everybody_on(&office, operation, action, role, &places, &mut findings).await;
            }
        } else {
            in_the_office(&office, operation, &worthless, &mut findings).await;
        }
    }
    ledgers(&office, &places, &mut findings).await;
    assert_eq!(versions, self::versions(&stories).await, "asking changed a case");
    assert_eq!(office.database().await.count("case_key").await, 3, "asking opened a case");
    for ((caller, status), count) in &findings.counts {
        println!("{caller:<20} {status} {count:>5}");
    }
    println!("{} cells on {:?}", findings.cells, office.backend);
    let Findings { wrong, .. } = findings;
    assert!(wrong.is_empty(), "{} fault(s):\n{}", wrong.len(), wrong.join("\n"));
    // A failed sign-in is worth a line to the operator; nothing else that was asked is.
    let complaints = office.complaints();
    let others: Vec<&str> =
        complaints.lines().filter(|line| !line.contains("\"a sign-in failed\"")).collect();
    assert!(others.is_empty(), "the service complains of what it was asked: {others:?}");
}

/// An application, a case under assessment, a registered adoption, and a case that is none.
async fn places(office: &Office) -> (Vec<Story<'_>>, Vec<Place>) {
    const OWN: Relation = Relation { is_own_office: true, ..Relation::NONE };
    let mut applied = Story::apply(office, application(1)).await;
    applied.file("health_certificate", Some("adopter_1"), scan()).await;
    let mut assessed = Story::apply(office, application(2)).await;
    assessed.bring_everything().await;
    assessed.accept().await;
    assessed.begin_assessment().await;
    let mut registered = Story::apply(office, application(3)).await;
    registered.prepare_proposal().await;
    registered.decide().await;
    registered.register_and_issue().await;
    let relations: [(&'static str, Tie); 3] = [
        ("an application", |_| OWN),
        ("an assessment", |role| Relation { is_assigned: role == Role::Assessor, ..OWN }),
        ("an adoption", |_| Relation { is_registered: true, ..OWN }),
    ];
    let stories = vec![applied, assessed, registered];
    let mut places = Vec::new();
    for (story, (name, relation)) in stories.iter().zip(relations) {
        let document = story.document("application_form", None).await;
        let document = document["id"].as_str().expect("an id").to_owned();
        places.push(Place { name, case: story.case.clone(), relation: Some(relation), document });
    }
    let document = places.first().map_or_else(String::new, |place| place.document.clone());
    places.push(Place { name: "no case", case: UNKNOWN.to_owned(), relation: None, document });
    (stories, places)
}

async fn versions(stories: &[Story<'_>]) -> Vec<Value> {
    let mut versions = Vec::new();
    for story in stories {
        versions.push(story.read().await["version"].clone());
    }
    versions
}

/// Those whose token is worth nothing hear the same everywhere, and no case is touched.
async fn strangers(
    office: &Office,
    operation: &Described,
    worthless: &[Credential],
    places: &[Place],
    findings: &mut Findings,
) {
    for credential in worthless {
        for place in places {
            let answer = ask(office, operation, credential, place).await;
            let cell = format!("{} by {} on {}", operation.id, credential.name, place.name);
            note(findings, &credential.name, &cell, &answer, &[401]);
            let entries = entries(office, &answer).await;
            findings.expect(entries.is_empty(), &cell, || format!("it was logged: {entries:?}"));
        }
    }
}

/// One role on every case: the status, the bytes where it is hidden, and the entry in the access log.
async fn everybody_on(
    office: &Office,
    operation: &Described,
    action: Action,
    role: Role,
    places: &[Place],
    findings: &mut Findings,
) {
    let credential = callers::of_role(office, role).await;
    let nowhere = places.last().expect("a place");
    let unknown = ask(office, operation, &credential, nowhere).await;
    for place in places {
        let answer = ask(office, operation, &credential, place).await;
        let cell = format!("{} by {} on {}", operation.id, credential.name, place.name);
        let right = place.relation.map_or(Access::Hidden, |relation| {
            may(&BTreeSet::from([role]), relation(role), action)
        });
        let (status, outcome) = match (right, operation.method == Method::GET, action) {
            (Access::Hidden, ..) => (404, "not_found"),
            (Access::Forbidden, ..) => (403, "forbidden"),
            (Access::Allowed, true, _) | (Access::Allowed, _, Action::PrintDocument) => {
                (200, "read")
            }
            (Access::Allowed, false, _) => (409, "stale"),
        };
        note(findings, &credential.name, &cell, &answer, &[status]);
        if right == Access::Hidden {
            let same = answer.bytes == unknown.bytes && headers(&answer) == headers(&unknown);
            findings
                .expect(same, &cell, || format!("not as if it did not exist: {}", answer.text()));
        }
        let expected = vec![format!("{} {} {outcome}", operation.id, place.case)];
        let entries = entries(office, &answer).await;
        findings.expect(entries == expected, &cell, || {
            format!("logged as {entries:?}, not {expected:?}")
        });
    }
}

/// Operations on no case: each has its own table of who may.
async fn in_the_office(
    office: &Office,
    operation: &Described,
    worthless: &[Credential],
    findings: &mut Findings,
) {
    let place = Place {
        name: "the office",
        case: UNKNOWN.to_owned(),
        relation: None,
        document: String::new(),
    };
    let public = PUBLIC_OPERATIONS.iter().find(|(id, _)| *id == operation.id);
    let public = public.map(|(_, statuses)| *statuses);
    for credential in worthless {
        let answer = ask(office, operation, credential, &place).await;
        let cell = format!("{} by {}", operation.id, credential.name);
        note(findings, &credential.name, &cell, &answer, public.unwrap_or(&[401]));
    }
    let known = OFFICE_OPERATIONS.iter().find(|known| known.id == operation.id);
    assert!(public.is_some() != known.is_some(), "{}: who may is said once", operation.id);
    for role in Role::ALL {
        // Signing out ends the session, so nobody does it with the one that is used elsewhere.
        let credential = match operation.id.as_str() {
            "end_session" => callers::of_new_session(office, role).await,
            _ => callers::of_role(office, role).await,
        };
        let answer = ask(office, operation, &credential, &place).await;
        let cell = format!("{} by {}", operation.id, credential.name);
        let allowed =
            known.filter(|known| known.roles.contains(&role)).map(|known| [known.allowed]);
        let allowed = allowed.as_ref().map_or([403].as_slice(), |status| status.as_slice());
        note(findings, &credential.name, &cell, &answer, public.unwrap_or(allowed));
    }
}

/// The ledger and the list of deadlines show to each role the cases it may read, and no other.
async fn ledgers(office: &Office, places: &[Place], findings: &mut Findings) {
    for role in Role::ALL {
        let person = Person::of(role.word());
        let readable: BTreeSet<&str> = places
            .iter()
            .filter(|place| {
                place.relation.is_some_and(|relation| {
                    may(&BTreeSet::from([role]), relation(role), Action::ReadCase)
                        == Access::Allowed
                })
            })
            .map(|place| place.case.as_str())
            .collect();
        let ledger = office.read(person, "/v1/cases").await;
        let deadlines = office.read(person, "/v1/deadlines").await;
        let listed = cases_of(&ledger["cases"]);
        let cell = format!("the ledger of {}", role.word());
        findings.expect(listed == readable, &cell, || format!("{listed:?}, not {readable:?}"));
        let due = cases_of(&deadlines);
        findings.expect(due.is_subset(&readable), &cell, || format!("deadlines of {due:?}"));
    }
}

fn cases_of(lines: &Value) -> BTreeSet<&str> {
    lines.as_array().into_iter().flatten().filter_map(|line| line["case_id"].as_str()).collect()
}

fn note(findings: &mut Findings, caller: &str, cell: &str, answer: &Answer, statuses: &[u16]) {
    let found = answer.status.as_u16();
    findings.cells += 1;
    *findings.counts.entry((caller.to_owned(), found)).or_default() += 1;
    let expected = statuses.contains(&found);
    findings.expect(expected, cell, || format!("{found}, not {statuses:?}: {}", answer.text()));
    let problem = answer.header("content-type").starts_with("application/problem+json");
    findings.expect(problem || found < 400, cell, || "not a problem".to_owned());
}

/// The headers that may not differ.
fn headers(answer: &Answer) -> BTreeMap<&str, &[u8]> {
    let each = answer.headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes()));
    each.filter(|(name, _)| !["x-request-id", "date"].contains(name)).collect()
}

/// What the access log says of a request.
async fn entries(office: &Office, answer: &Answer) -> Vec<String> {
    let id = answer.header("x-request-id");
    assert!(!id.is_empty(), "no answer without its number");
    let question = format!(
        "SELECT operation || ' ' || COALESCE(case_id, '') || ' ' || outcome \
         FROM access_log WHERE request_id = '{id}'"
    );
    office.database().await.texts(&question).await
}

/// Asks for the operation on the case of a place.
async fn ask(
    office: &Office,
    operation: &Described,
    credential: &Credential,
    place: &Place,
) -> Answer {
    let path = operation
        .path
        .replace("{case}", &place.case)
        .replace("{document}", &place.document)
        .replace("{number}", "1")
        .replace("{id}", UNKNOWN);
    let request = office.anonymous(operation.method.clone(), &path);
    let request = match &credential.token {
        Some(token) => request.bearer_auth(token),
        None => request,
    };
    let request = if operation.takes_version { request.header("If-Match", STALE) } else { request };
    let request = match (&operation.body, operation.id.as_str()) {
        (_, "file_paper") => request
            .query(&[("paper", "identity_card"), ("party", "adopter_1")])
            .header("Content-Type", "application/pdf")
            .body(scan()),
        (_, "move_practice_clock") => request.json(&json!({ "today": office.today().await })),
        (Some(body), _) => request.json(body),
        (None, _) => request,
    };
    Answer::of(request).await
}
