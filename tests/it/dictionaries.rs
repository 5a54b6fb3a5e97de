//! What forms choose from is listed: the words with their codes, and the divisions of a day.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, Office, Person, mostly_on_sqlite};

mostly_on_sqlite!(
    the_words_of_forms_are_listed_with_their_codes,
    the_divisions_of_a_day_are_listed
);

async fn ask(office: &Office, path: &str) -> Answer {
    Answer::of(office.request(Person::REGISTRAR, Method::GET, path).await).await
}

async fn the_words_of_forms_are_listed_with_their_codes(office: Office) {
    let answer = ask(&office, "/v1/dictionaries").await.expect(200);
    assert_eq!(answer.header("cache-control"), "private, max-age=3600");
    let dictionaries = answer.json();
    let named = |name: &str| {
        let all = dictionaries.as_array().expect("a list");
        all.iter().find(|dictionary| dictionary["name"] == name).cloned().expect("a dictionary")
    };
    let groups = named("ethnic_group");
    assert_eq!(groups["standard"], "GB/T 3304");
    assert_eq!(groups["entries"].as_array().map(Vec::len), Some(58));
    assert_eq!(
        groups["entries"][14],
        json!({ "code": "15", "word": "土家族", "printed": "土家族" })
    );
    let statuses = named("marital_status");
    assert_eq!(
        statuses["entries"][1],
        json!({ "code": "20", "word": "married", "printed": "已婚" })
    );
}

fn names(divisions: &Value) -> Vec<&str> {
    let lines = divisions.as_array().expect("a list");
    lines.iter().filter_map(|line| line["name"].as_str()).collect()
}

async fn the_divisions_of_a_day_are_listed(office: Office) {
    let provinces = ask(&office, "/v1/divisions").await.expect(200);
    assert_eq!(provinces.header("cache-control"), "no-store", "it is another list tomorrow");
    assert_eq!(names(&provinces.json()).len(), 31);

    let counties = ask(&office, "/v1/divisions?on=2026-03-02&under=510100").await.expect(200);
    assert_eq!(counties.header("cache-control"), "private, max-age=3600");
    let counties = counties.json();
    let of_wuhou = json!({
        "code": "510107", "name": "武侯区", "full_name": "四川省成都市武侯区", "county_office": true,
    });
    assert!(counties.as_array().expect("a list").contains(&of_wuhou), "{counties}");
    assert!(names(&counties).contains(&"新津区"));
    let before = ask(&office, "/v1/divisions?on=2010-01-01&under=510100").await.expect(200).json();
    assert!(names(&before).contains(&"新津县") && !names(&before).contains(&"新津区"));

    for wrong in ["under=990000", "under=500225", "under=", "on=0001-01-01", "on=x", "county=1"] {
        let path = format!("/v1/divisions?on=2026-03-02&{wrong}").replace("on=2026-03-02&on", "on");
        ask(&office, &path).await.expect(400);
    }
}
