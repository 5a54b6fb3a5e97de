//! The database, its log, every file and the server's log are searched for everybody in the case.

use std::collections::BTreeSet;
use std::path::Path;

use memchr::memmem;
use reqwest::Method;
use serde_json::{Value, json};

use crate::donation::{enter, gift_of, give, receipt, review, stranger, the_hold};
use crate::support::families::hardship_parents;
use crate::support::office::Stopped;
use crate::support::story::application;
use crate::support::{Backend, Office, Person, Story, kept, on_both_databases, program};

on_both_databases!(
    what_lies_on_the_disk_tells_of_nobody,
    the_master_key_is_replaced_and_nothing_else,
    without_its_key_a_case_is_lost_and_its_chain_is_whole,
);

/// Fields of an application that tell of a person.
const TELLING: [&str; 13] = [
    "name",
    "new_name",
    "resident_id",
    "telephone",
    "household_address",
    "residence",
    "address",
    "occupation",
    "found_at",
    "features",
    "entry_number",
    "birth_certificate_number",
    "finding_certificate_number",
];

/// What an application tells of persons, as it stands there.
pub(super) fn told(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        // An organisation is nobody, but for the person who answers for it.
        Value::Object(fields) if fields.contains_key("credit_code") => {
            for field in ["responsible_person", "responsible_person_id"] {
                found.extend(fields[field].as_str().map(str::to_owned));
            }
        }
        Value::Object(fields) => {
            for (field, value) in fields {
                match value.as_str().filter(|_| TELLING.contains(&field.as_str())) {
                    // One character is in every text.
                    Some(text) if text.chars().count() > 1 => {
                        found.insert(text.to_owned());
                    }
                    _ => told(value, found),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| told(value, found)),
        _ => {}
    }
}

/// Everything below a folder, but for the keys.
pub(super) fn files(folder: &Path, found: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() && !path.ends_with("keys") {
            files(&path, found);
        } else if path.is_file() {
            found.push((path.display().to_string(), std::fs::read(&path).expect("a file")));
        }
    }
}

/// Every row of every table of a server's database, as text; bytes in hexadecimal.
async fn rows(office: &Office) -> Vec<(String, Vec<u8>)> {
    let database = office.database().await;
    let tables = "SELECT table_name::text FROM information_schema.tables \
                  WHERE table_schema = current_schema()";
    let mut found = Vec::new();
    for table in database.texts(tables).await {
        let all = database.texts(&format!("SELECT t::text FROM {table} AS t")).await.join("\n");
        found.push((table, all.into_bytes()));
    }
    found
}

fn holds(bytes: &[u8], needle: &str) -> bool {
    let hexadecimal = hex::encode(needle);
    [needle.as_bytes(), hexadecimal.as_bytes()]
        .iter()
        .any(|needle| memmem::find(bytes, needle).is_some())
}

/// Searches the database, every file and the log for some values; in how many places it looked.
pub(super) async fn expect_none(office: &Office, secrets: &BTreeSet<String>) -> usize {
    let mut places = Vec::new();
    if office.backend == Backend::Postgresql {
        places.extend(rows(office).await);
    }
    files(&office.data(), &mut places);
    places.push(("the log".to_owned(), office.log().into_bytes()));
    for (place, bytes) in &places {
        for secret in secrets {
            assert!(!holds(bytes, secret), "{place} holds {secret}");
        }
    }
    places.len()
}

/// Gives something, and answers what that told of persons.
async fn of_a_gift(office: &Office) -> [String; 3] {
    let mut gift = gift_of(&stranger(&json!("白若冰")));
    gift["purpose"] = json!("为低年级添置图书角");
    let id = give(office, &gift).await;
    let hold = the_hold(office, "donation").await;
    review(office, &hold, &json!({ "matched": false, "outcome": "released" })).await.expect(204);
    enter(office, &format!("/{id}/receipt"), &receipt("练捐0001")).await.expect(204);
    ["白若冰", "为低年级添置图书角", "任桂芳"].map(str::to_owned)
}

/// Lets somebody be away, and answers why.
async fn away(office: &Office) -> String {
    let reason = "陪护住院的父亲".to_owned();
    let colleague = Person { role: "registrar", number: 2 };
    let body = json!({
        "person": office.account(Person::REGISTRAR).await,
        "substitute": office.account(colleague).await,
        "from": office.today().await,
        "until": office.today().await,
        "reason": reason,
    });
    let request = office.request(Person::REGISTRAR, Method::POST, "/v1/office/absences").await;
    office.send(request.json(&body)).await.expect(201);
    reason
}

async fn what_lies_on_the_disk_tells_of_nobody(office: Office) {
    let mut secrets = BTreeSet::new();
    let mut numbers = Vec::new();
    let staff = office.read(Person::ADMINISTRATOR, "/v1/people").await;
    for person in staff.as_array().expect("people") {
        let qualification = &person["qualification"]["number"];
        let fields = [&person["name"], &person["registrar_number"], qualification];
        secrets.extend(fields.into_iter().filter_map(Value::as_str).map(str::to_owned));
    }
    secrets.extend(of_a_gift(&office).await);
    secrets.insert(away(&office).await);
    for case in [application(1), hardship_parents(2)] {
        told(&case, &mut secrets);
        let mut story = Story::apply(&office, case).await;
        story.carry_to_issue().await;
        numbers.push(story.case.clone());
    }
    office.at_rest().await;
    let database = office.database().await;
    // The invented office has the telephone of one of its invented families, and everybody may call it.
    let known = database.texts("SELECT telephone FROM office").await;
    secrets.retain(|secret| !known.contains(secret));
    assert!(secrets.len() > 25, "{secrets:?}");
    let places = expect_none(&office, &secrets).await;
    assert!(places > 60, "{places} places");
    println!("{} values in {places} places: none found", secrets.len());
    // With the keys all of it is read.
    for case in numbers {
        let key = kept::key_of(&office.data(), &database, &case).await;
        let first = format!("event WHERE case_id = '{case}' AND version = 1");
        let sealed = database.bytes("body", &first).await;
        let place = 1_i64.to_be_bytes();
        let body = key.open(&kept::place(&case, &place), &sealed).expect("opened");
        let body = String::from_utf8(body).expect("text");
        assert!(secrets.iter().any(|secret| body.contains(secret)), "{case}");
    }
}

async fn command(office: &Stopped, words: &[&str]) -> program::Ended {
    let data = office.data().display().to_string();
    let mut all = words.to_vec();
    all.extend(["--data", &data]);
    all.extend(office.database_url.iter().flat_map(|url| ["--database-url", url]));
    program::run(&all).await
}

async fn the_master_key_is_replaced_and_nothing_else(office: Office) {
    let story = Story::apply(&office, application(1)).await;
    office.at_rest().await;
    let path = story.path("");
    let database = office.database().await;
    let heads = "SELECT case_id || ' ' || version FROM case_key";
    let before = (office.read(Person::REGISTRAR, &path).await, database.texts(heads).await);
    let wrapped = "SELECT DISTINCT master FROM data_key";
    let old = database.texts(wrapped).await;
    let office = office
        .reopen(async |server| {
            server.terminate().await;
        })
        .await;
    let place = office.place();
    let stopped = office.stop().await;
    let replaced = command(&stopped, &["replace-master-key"]).await;
    assert_eq!(replaced.code, Some(0), "{}{}", replaced.said, replaced.complained);
    assert!(replaced.said.contains("1 keys were wrapped anew"), "{}", replaced.said);
    let removed = command(&stopped, &["replace-master-key", "--remove-older"]).await;
    assert_eq!(removed.code, Some(0), "{}{}", removed.said, removed.complained);
    assert!(removed.said.contains("1 older master keys were removed"), "{}", removed.said);
    let new = database.texts(wrapped).await;
    assert_eq!((old.len(), new.len()), (1, 1));
    assert_ne!(old, new);
    let clean = command(&stopped, &["verify", "--files"]).await;
    assert_eq!(clean.code, Some(0), "{}{}", clean.said, clean.complained);
    assert_eq!(database.texts(heads).await, before.1, "no event was touched ({place:?})");
}

async fn without_its_key_a_case_is_lost_and_its_chain_is_whole(office: Office) {
    let story = Story::apply(&office, application(1)).await;
    let other = Story::apply(&office, application(2)).await.case;
    office.at_rest().await;
    let case = story.case.clone();
    let database = office.database().await;
    let gone = format!("DELETE FROM data_key WHERE scope = '{case}'");
    assert_eq!(database.change(&gone).await.expect("deleted"), 1);
    let office = office
        .reopen(async |server| {
            server.terminate().await;
        })
        .await;
    let answer = office.get(Person::REGISTRAR, &format!("/v1/cases/{case}")).await;
    assert_ne!(answer.status, 200, "{}", answer.text());
    office.get(Person::REGISTRAR, &format!("/v1/cases/{other}")).await.expect(200);
    let found = office.command(&["verify"]).await;
    assert_eq!(found.code, Some(1), "{}", found.said);
    assert!(found.said.contains("the key it is sealed with is gone"), "{}", found.said);
    let of_chain = ["was altered", "is missing", "does not follow"];
    assert!(of_chain.iter().all(|words| !found.said.contains(words)), "{}", found.said);
}
