//! What forms choose from is listed: the words with their codes, and the divisions of a day.

use std::collections::BTreeSet;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, Office, Person, mostly_on_sqlite};

mostly_on_sqlite!(
    the_words_of_forms_are_listed_with_their_codes,
    every_list_of_words_has_its_dictionary,
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
        json!({ "code": "15", "word": "土家族", "printed": "土家族", "english": "Tujia" })
    );
    let statuses = named("marital_status");
    assert_eq!(
        statuses["entries"][1],
        json!({ "code": "20", "word": "married", "printed": "已婚", "english": "Married" })
    );
}

/// Words that are not translated, because they are names of a standard.
const PLAIN: [&str; 1] = ["MediaType"];

/// Every enum of the description, and every union that a field tells apart, has a dictionary with its words.
async fn every_list_of_words_has_its_dictionary(office: Office) {
    let dictionaries = ask(&office, "/v1/dictionaries").await.expect(200).json();
    let words_of = |name: &str| -> BTreeSet<String> {
        let all = dictionaries.as_array().into_iter().flatten();
        let found = all.filter(|dictionary| dictionary["name"] == name);
        let entries = found.flat_map(|dictionary| dictionary["entries"].as_array()).flatten();
        entries.filter_map(|entry| entry["word"].as_str().map(str::to_owned)).collect()
    };
    let description = ask(&office, "/openapi.json").await.expect(200).json();
    let (mut lists, mut missing) = (0, Vec::new());
    for (name, schema) in description["components"]["schemas"].as_object().expect("schemas") {
        let listed = schema["enum"].as_array().map(|words| words.iter().collect::<Vec<_>>());
        let listed = listed.unwrap_or_default();
        let mapped = schema["discriminator"]["mapping"].as_object().into_iter().flatten();
        let listed = listed.into_iter().filter_map(Value::as_str);
        let words: BTreeSet<String> =
            listed.map(str::to_owned).chain(mapped.map(|(word, _)| word.clone())).collect();
        if words.is_empty() || PLAIN.contains(&name.as_str()) {
            continue;
        }
        lists += 1;
        let mut known = words_of(&snake_case(name));
        if known.is_empty() {
            known = words_of(&snake_case(name.trim_end_matches("Answer")));
        }
        missing.extend(words.difference(&known).map(|word| format!("{name} {word}")));
    }
    println!("{lists} lists of words have their dictionaries");
    assert!(missing.is_empty(), "words.tsv lacks {missing:#?}");
    assert!(lists > 70, "{lists} lists");
}

/// The name of a schema as its dictionary is called.
fn snake_case(name: &str) -> String {
    let letters = name.chars().enumerate().map(|(place, letter)| {
        let between = if letter.is_ascii_uppercase() && place > 0 { "_" } else { "" };
        format!("{between}{}", letter.to_ascii_lowercase())
    });
    letters.collect()
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
