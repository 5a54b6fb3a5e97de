//! Who reads what of an assessment by points before the appointment, while two score, and after the signed
//! report, in a file that is read like the table of rights: every operation that reads a case, asked for in
//! everybody's name.

use std::fmt::Write;

use reqwest::Method;
use serde_json::Value;
use workflow::Role;

use super::{file, integrate_and_settle, score, scores_by_the_default_set, work};
use crate::access::asking::ask;
use crate::access::callers::Credential;
use crate::access::on_cases::STALE;
use crate::access::operations::{Described, case_action, described};
use crate::access::places::Place;
use crate::support::families::hardship_parents;
use crate::support::papers::scan;
use crate::support::{Office, Person, Story, mostly_on_sqlite, words};

mostly_on_sqlite!(everybody_reads_of_an_assessment_what_the_file_says);

const CHECKED_IN: &str = include_str!("readings.txt");

/// The first person of each role, and two more assessors: the other of the two, and one who is not appointed.
async fn readers(office: &Office) -> Vec<Credential> {
    let mut readers = Vec::new();
    let first = Role::ALL.map(|role| (role.word(), Person::of(role.word())));
    let others =
        [("other_assessor", Person::OTHER_ASSESSOR), ("idle_assessor", Person::IDLE_ASSESSOR)];
    for (name, person) in first.into_iter().chain(others) {
        let token = Some(office.token(person).await);
        readers.push(Credential { name: name.to_owned(), token });
    }
    readers
}

/// What a reader finds in the case, as the names of its members down to those of the sheets.
fn members(case: &Value) -> String {
    let names = |place: &str| {
        let found = case.pointer(place).and_then(Value::as_object);
        found.map(|object| object.keys().cloned().collect::<Vec<_>>().join(" "))
    };
    let mut text = String::new();
    for place in ["", "/assessment", "/assessment/scored"] {
        if let Some(names) = names(place) {
            // Writing to a text cannot fail.
            let _ = writeln!(text, "      {place:<20} {names}");
        }
    }
    let sheets = case.pointer("/assessment/scored/sheets").and_then(Value::as_array);
    if let Some(sheets) = sheets {
        let _ = writeln!(text, "      sheets               {}", sheets.len());
    }
    text
}

/// Everything that reads a case, asked for by everybody.
async fn told(
    story: &Story<'_>,
    when: &str,
    readings: &[Described],
    readers: &[Credential],
) -> String {
    let place = Place {
        name: "an assessment",
        case: story.case.clone(),
        tie: None,
        document: story.document("application_form", None).await["id"]
            .as_str()
            .expect("an id")
            .to_owned(),
    };
    let mut text = format!("{when}\n");
    for operation in readings {
        let mut statuses = Vec::new();
        for reader in readers {
            let answer = ask(story.office, operation, reader, &place, STALE).await;
            statuses.push(format!("{:<15}", answer.status.as_u16()));
        }
        let _ =
            writeln!(text, "{}", format!("  {:<22}{}", operation.id, statuses.concat()).trim_end());
    }
    let case = readings.iter().find(|operation| operation.id == "read_case").expect("described");
    for reader in readers {
        let answer = ask(story.office, case, reader, &place, STALE).await;
        if answer.status.is_success() {
            let _ = write!(text, "  {} finds\n{}", reader.name, members(&answer.json()));
        }
    }
    text
}

/// With `WRITE_READINGS` set it is written anew instead, for the eyes of a reviewer.
async fn everybody_reads_of_an_assessment_what_the_file_says(office: Office) {
    let readings: Vec<Described> = described(&office)
        .await
        .into_iter()
        .filter(|operation| operation.method == Method::GET && case_action(&operation.id).is_some())
        .collect();
    let readers = readers(&office).await;
    let heads: String = readers.iter().map(|reader| format!("{:<15}", reader.name)).collect();
    let mut text = format!(
        "200 read   403 never by this role   404 like no case, or nothing there yet\n\n{:<24}{}\n",
        "",
        heads.trim_end()
    );

    scores_by_the_default_set(&office).await;
    let mut story = Story::apply(&office, hardship_parents(1)).await;
    story.carry_to_acceptance().await;
    text += &told(&story, "before anybody is appointed", &readings, &readers).await;

    story.begin_assessment().await;
    work(&mut story).await;
    let filed = file(&story, 1, scan()).await.expect(200).json();
    story.version = filed["version"].as_u64().expect("a version");
    score(&mut story, Person::ASSESSOR, "capability", None).await;
    text += &told(&story, "while they work, and one has sent a sheet", &readings, &readers).await;
    score(&mut story, Person::OTHER_ASSESSOR, "capability", Some(("A5.1", 2.0))).await;
    text += &told(&story, "once both have sent it", &readings, &readers).await;

    integrate_and_settle(&mut story).await;
    let report = words::assessment_report("capable", &story.assessors().await);
    story.act(Person::ASSESSOR, "/assessment/report", report).await;
    story.sign("assessment_report", None).await;
    text += &told(&story, "after the signed report", &readings, &readers).await;

    if std::env::var_os("WRITE_READINGS").is_some() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/it/procedures/points/readings.txt");
        std::fs::write(file, &text).expect("the file is written");
        return;
    }
    assert!(text == CHECKED_IN, "readings.txt is not what is read, which is:\n{text}");
}
