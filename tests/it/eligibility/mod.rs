//! The eligibility check over HTTP: anybody may ask, the answer is that of the law, nothing is kept.

mod answers;
mod pace;
mod refusals;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, Office};

const PATH: &str = "/v1/eligibility/check";

/// The known cases by their names.
fn cases() -> Vec<(String, Value)> {
    let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/it/eligibility/cases");
    let mut cases: Vec<_> = std::fs::read_dir(directory)
        .expect("the cases")
        .map(|entry| {
            let path = entry.expect("a case").path();
            let text = std::fs::read_to_string(&path).expect("its text");
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            (name, serde_json::from_str(&text).expect("JSON"))
        })
        .collect();
    cases.sort_by(|one, other| one.0.cmp(&other.0));
    cases
}

/// A sheet that the law allows: parents in hardship, one of whom is dead, place with a couple.
pub fn sheet() -> Value {
    let adopter = |sex: &str| {
        json!({
            "born": "1988-05-01", "sex": sex, "marital_status": "married",
            "residency": "mainland", "capable": true, "medically_unfit": false,
            "adverse_record": false,
        })
    };
    json!({
        "as_of": "2026-11-22",
        "office_division": "500111",
        "competent_divisions": ["500111"],
        "child": {
            "source": "hardship_parents", "born": "2021-03-04", "sex": "female",
            "disabled": false, "consents": null,
        },
        "adopters": [adopter("male"), adopter("female")],
        "household": { "existing_children": 0, "adopting": 1 },
        "placing": {
            "hardship": true, "by": "one_parent", "other_parent": "dead",
            "grandparents_claim_priority": false,
        },
    })
}

async fn ask(office: &Office, sheet: &Value) -> Answer {
    Answer::of(office.anonymous(Method::POST, PATH).json(sheet)).await
}
