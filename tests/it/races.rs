//! Many people at once: no act is lost, no number given twice or left out, one adoption for a child.

use std::collections::BTreeSet;

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::families::stepchild;
use crate::support::story::application;
use crate::support::{Answer, Office, Person, Story, on_both_databases, words};

on_both_databases!(
    everybody_works_on_one_case,
    everybody_opens_cases,
    one_key_is_one_act,
    one_child_is_accepted_once,
    certificates_are_numbered_without_gaps,
    a_registration_and_a_late_entry_never_share_a_number,
);

/// How many people work at once.
const CLIENTS: u32 = 16;

async fn everybody_works_on_one_case(office: Office) {
    let story = Story::apply(&office, application(1)).await;
    let check = words::check("criminal_record", "adopter_1", office.today().await);

    let same_moment = join_all((0..CLIENTS).map(|_| async {
        Answer::of(story.request(Person::REGISTRAR, "/checks").await.json(&check)).await
    }));
    let mut statuses: Vec<u16> =
        same_moment.await.iter().map(|answer| answer.status.as_u16()).collect();
    statuses.sort_unstable();
    let mut expected = vec![409; CLIENTS as usize];
    expected[0] = 200;
    assert_eq!(statuses, expected, "one was first, the others have seen an old version");

    join_all((0..CLIENTS).map(|_| until_done(&office, &story, &check))).await;
    let version = story.read().await["version"].as_u64().expect("a version");
    assert_eq!(version, story.version + 1 + u64::from(CLIENTS), "no act was lost");
    let checks = story.read().await["checks"].as_array().map_or(0, Vec::len);
    assert!(checks >= 1);
    whole(&office).await;
}

/// Reads the version and tries, until the act is done.
async fn until_done(office: &Office, story: &Story<'_>, check: &Value) {
    for _ in 0..1000 {
        let version = story.read().await["version"].as_u64().expect("a version");
        let request = office.request(Person::REGISTRAR, Method::POST, &story.path("/checks")).await;
        let request = request.header("If-Match", format!("\"{version}\"")).json(check);
        let answer = Answer::of(request).await;
        match answer.status.as_u16() {
            200 => return,
            409 => {}
            other => panic!("{other}: {}", answer.text()),
        }
    }
    panic!("somebody never had their turn");
}

async fn whole(office: &Office) {
    let verified = office.command(&["verify"]).await;
    assert_eq!(verified.code, Some(0), "{}", verified.said);
    let clean = office.command(&["rebuild", "--check"]).await;
    assert_eq!(clean.code, Some(0), "{}{}", clean.said, clean.complained);
}

async fn everybody_opens_cases(office: Office) {
    const EACH: u32 = 4;
    office.token(Person::REGISTRAR).await;
    let office = &office;
    join_all((0..CLIENTS).map(|client| async move {
        for turn in 0..EACH {
            Story::apply(office, application(client * EACH + turn)).await;
        }
    }))
    .await;
    let numbers =
        office.database().await.texts("SELECT number FROM case_row ORDER BY number").await;
    let expected: Vec<String> =
        (1..=CLIENTS * EACH).map(|number| format!("渝练收件〔2026〕{number:04}号")).collect();
    assert_eq!(numbers, expected, "no number twice and none left out");
    whole(office).await;
}

async fn one_key_is_one_act(office: Office) {
    let body = application(1);
    let send = || async {
        let request = office.request(Person::REGISTRAR, Method::POST, "/v1/cases").await;
        Answer::of(request.header("Idempotency-Key", "only-once").json(&body)).await
    };
    let answers = join_all((0..CLIENTS).map(|_| send())).await;
    let mut cases = BTreeSet::new();
    for answer in answers {
        cases.insert(answer.expect(201).json()["case_id"].to_string());
    }
    assert_eq!(cases.len(), 1, "one act, told to everybody");
    assert_eq!(office.database().await.count("case_key").await, 1);

    let other = application(2);
    let request = office.request(Person::REGISTRAR, Method::POST, "/v1/cases").await;
    Answer::of(request.header("Idempotency-Key", "only-once").json(&other)).await.expect(409);
    let request =
        office.request(Person { role: "registrar", number: 2 }, Method::POST, "/v1/cases").await;
    Answer::of(request.header("Idempotency-Key", "only-once").json(&other)).await.expect(201);
}

/// Two couples apply for the same child.
async fn one_child_is_accepted_once(office: Office) {
    let first = application(1);
    let mut second = application(2);
    second["child"] = first["child"].clone();
    let mut couples = [Story::apply(&office, first).await, Story::apply(&office, second).await];
    for couple in &mut couples {
        couple.bring_everything().await;
    }
    let [first, second] = &mut couples;
    let acceptance = json!({});
    let (one, other) = tokio::join!(
        first.attempt(Person::REGISTRAR, "/acceptance", &acceptance),
        second.attempt(Person::REGISTRAR, "/acceptance", &acceptance),
    );
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 422], "{} {}", one.text(), other.text());
    let refused = if one.status.is_success() { other } else { one };
    refused.refused_by("CC-1111");
    whole(&office).await;
}

async fn certificates_are_numbered_without_gaps(office: Office) {
    let mut couples = Vec::new();
    for seed in 1..=3 {
        let mut couple = Story::apply(&office, application(seed)).await;
        couple.prepare_proposal().await;
        couple.decide().await;
        couples.push(couple);
    }
    let registered = couples.iter().map(|couple| async {
        let body = couple.registration().await;
        let tries = (0..4).map(|_| async {
            Answer::of(couple.request(Person::REGISTRAR, "/registration").await.json(&body)).await
        });
        join_all(tries).await
    });
    for answers in join_all(registered).await {
        let done = answers.iter().filter(|answer| answer.status.is_success()).count();
        let texts: Vec<String> = answers.iter().map(Answer::text).collect();
        assert_eq!(done, 1, "one registration of each case: {texts:?}");
        assert!(answers.iter().all(|answer| [200, 409].contains(&answer.status.as_u16())));
    }
    let question = "SELECT certificate_number FROM case_row ORDER BY certificate_number";
    let numbers = office.database().await.texts(question).await;
    let expected: Vec<String> =
        (1..=3).map(|number| format!("（2026）渝练收字{number:05}")).collect();
    assert_eq!(numbers, expected);
    whole(&office).await;
}

/// Either the entry came first and the series passes over its number, or it is refused.
async fn a_registration_and_a_late_entry_never_share_a_number(office: Office) {
    let mut couple = Story::apply(&office, application(1)).await;
    couple.prepare_proposal().await;
    couple.decide().await;
    let registration = couple.registration().await;
    let number = "（2026）渝练收字00001";
    let entry = json!({
        "application": stepchild(9), "certificate_number": number,
        "registered_on": "2026-01-05", "registered_by": "练习县民政局",
        "volume_number": "0199-收养-2026-0009",
    });
    let registering = couple.request(Person::REGISTRAR, "/registration").await.json(&registration);
    let entering = office.request(Person::REGISTRAR, Method::POST, "/v1/late-entries").await;
    let (registered, entered) =
        futures_util::join!(Answer::of(registering), Answer::of(entering.json(&entry)));
    registered.expect(200);
    let given = couple.read().await["registration"]["certificate_number"].clone();
    match entered.status.as_u16() {
        201 => assert_eq!(given, "（2026）渝练收字00002"),
        _ => {
            assert_eq!(given, number);
            entered.refused_by("HOUSE-LATE.number");
        }
    }
    let question = "SELECT certificate_number FROM case_row WHERE certificate_number IS NOT NULL";
    let mut numbers = office.database().await.texts(question).await;
    let all = numbers.len();
    numbers.sort();
    numbers.dedup();
    assert_eq!(numbers.len(), all, "each number stands once");
    whole(&office).await;
}
