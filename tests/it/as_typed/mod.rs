//! Names and numbers as people type them: one person, one paper, one certificate, however it is written;
//! and bad input answered with its true reason. Each input of `inputs/` has its right answer here.

mod applications;
mod calendars;
mod certificates;
mod inputs;
mod long_names;
mod names;
mod numbers;
mod once;
mod scans;
mod twins;

use reqwest::Method;
use serde_json::Value;

use crate::support::families::stepchild;
use crate::support::{Answer, Office, Person};

/// Where each input has its right answer.
const ANSWERED: [(&str, &[u32]); 9] = [
    ("scans", &[1, 2, 3, 23, 24, 25, 40, 41, 42, 43, 44, 45, 46, 47]),
    ("certificates", &[4, 5, 6, 7, 8, 9, 10, 11]),
    ("twins", &[12]),
    ("long_names", &[13, 14]),
    ("applications", &[15, 16, 17, 18, 19, 20, 21, 22, 26, 27, 28, 29, 30, 31, 32, 33, 36, 39]),
    ("calendars", &[34, 35]),
    ("once", &[37]),
    ("early_answers", &[38]),
    ("numbers", &[48]),
];

#[test]
fn every_input_of_the_folder_has_its_right_answer_somewhere() {
    let mut answered: Vec<u32> =
        ANSWERED.iter().flat_map(|(_, numbers)| *numbers).copied().collect();
    answered.sort_unstable();
    assert_eq!(answered, (1..=48).collect::<Vec<u32>>());
    let Some(folder) = inputs::given() else { return };
    for file in std::fs::read_dir(&folder).expect("the inputs") {
        let name = file.expect("an input").file_name().to_string_lossy().into_owned();
        let number = name.get(..2).and_then(|number| number.parse::<u32>().ok());
        let known = number.is_some_and(|number| answered.contains(&number));
        assert!(known || name == "README.md", "{name} has no right answer yet");
    }
    println!(
        "{} inputs, each with its right answer in one of {} files",
        answered.len(),
        ANSWERED.len()
    );
}

/// A stepchild's application with one value replaced.
fn with(seed: u32, pointer: &str, value: &Value) -> Value {
    let mut body = stepchild(seed);
    *body.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}")) = value.clone();
    body
}

/// Sends a body to a path as this person.
async fn post(office: &Office, person: Person, path: &str, body: &Value) -> Answer {
    Answer::of(office.request(person, Method::POST, path).await.json(body)).await
}

async fn apply(office: &Office, body: &Value) -> Answer {
    post(office, Person::REGISTRAR, "/v1/cases", body).await
}

/// The case that an application opened, as its registrar reads it.
async fn opened(office: &Office, body: &Value) -> Value {
    let done = apply(office, body).await.expect(201).json();
    let path = format!("/v1/cases/{}", done["case_id"].as_str().expect("a case"));
    office.read(Person::REGISTRAR, &path).await
}
