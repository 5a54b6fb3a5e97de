//! Which answer each kind of wrong body gets, and that none repeats what was sent.

use super::*;
use crate::http::answer::language::Language;
use chrono::NaiveDate;
use serde::Deserialize;

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Application {
    received_on: NaiveDate,
    adopters: Vec<Adopter>,
    ground: Option<Ground>,
    lenient: Option<Lenient>,
    side: Option<Side>,
}

/// A type whose author forgot to refuse unknown fields.
#[derive(Debug, Deserialize, JsonSchema)]
#[allow(dead_code)]
struct Lenient {
    known: u8,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Adopter {
    name: String,
    age: u8,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Side {
    Adopter,
    Placer,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[allow(dead_code)]
enum Ground {
    Foundling,
    StepParent { married_on: NaiveDate },
}

fn judged(text: &str) -> (Kind, serde_json::Value) {
    let problem = parse::<Application>(text.as_bytes()).expect_err("this body must be refused");
    let response = problem.render(Language::English, "");
    let body = futures_util::FutureExt::now_or_never(response.into_body().into_vec())
        .expect("the body is in memory")
        .expect("the body is whole");
    (problem.kind(), serde_json::from_slice(&body).expect("a problem is JSON"))
}

fn expect(text: &str, kind: Kind, rule: &str, field: Option<&str>) {
    let (judged_kind, document) = judged(text);
    assert_eq!(judged_kind, kind, "{text}");
    let violations = document["violations"].as_array().expect("violations");
    let pointer = field.map(workflow::base::text::pointer);
    let is_told = violations.iter().any(|violation| {
        violation["rule"] == rule && violation["field"].as_str() == pointer.as_deref()
    });
    assert!(is_told, "{text}: {violations:?}");
    assert!(!document.to_string().contains("秘密"), "{document}");
}

#[test]
fn what_fits_is_read() {
    let text = r#"{"received_on":"2026-03-02","adopters":[{"name":"张三","age":40}],"ground":{"kind":"foundling"}}"#;
    assert!(parse::<Application>(text.as_bytes()).is_ok());
    let text = r#"{"received_on":"2026-03-02","adopters":[],"ground":{"kind":"step_parent","married_on":"2020-01-01"},"lenient":null}"#;
    assert!(parse::<Application>(text.as_bytes()).is_ok());
}

#[test]
fn a_day_has_one_spelling() {
    for day in ["2026-3-2", "2026-03-02 ", " 2026-03-02", "+2026-03-02", "２026-03-02"] {
        let text = format!(r#"{{"received_on":"{day}","adopters":[]}}"#);
        expect(&text, Kind::InvalidValues, "input-value", Some("received_on"));
    }
}

#[test]
fn shape_errors_are_malformed() {
    use Kind::Malformed;
    expect("秘密", Malformed, "input-not-json", None);
    expect("5", Malformed, "input-wrong-type", None);
    expect(r#"["2026-03-02",[],null]"#, Malformed, "input-wrong-type", None);
    expect(
        r#"{"received_on":"2026-03-02","adopters":[["张三",40]]}"#,
        Malformed,
        "input-wrong-type",
        Some("adopters[0]"),
    );
    // A list stays a list, even where serde would blame its first element.
    expect(r#"["秘密"]"#, Malformed, "input-wrong-type", None);
    expect(
        r#"{"received_on":"2026-03-02","adopters":[],"ground":["foundling"]}"#,
        Malformed,
        "input-wrong-type",
        Some("ground"),
    );
    // An object is no word, even where its one field is.
    for side in ["{}", r#"{"placer":1}"#, r#"{"秘密":1}"#, r#"{"adopter":1,"placer":2}"#] {
        let text = format!(r#"{{"received_on":"2026-03-02","adopters":[],"side":{side}}}"#);
        expect(&text, Malformed, "input-wrong-type", Some("side"));
    }
    let flattened = r#"{"received_on":"2026-03-02","adopters":[],"lenient":{"known":1,"role":1}}"#;
    expect(flattened, Malformed, "input-unknown-field", Some("lenient.role"));
    expect(r#"{"adopters":[{"name":1}]}"#, Malformed, "input-wrong-type", Some("adopters[0].name"));
    expect(r#"{"received_on":5}"#, Malformed, "input-wrong-type", Some("received_on"));
    expect(r#"{"received_on":null}"#, Malformed, "input-wrong-type", Some("received_on"));
    expect(r#"{"role":"秘密"}"#, Malformed, "input-unknown-field", Some("role"));
    expect(r#"{"秘密":1}"#, Malformed, "input-unknown-field", Some("?"));
    expect(
        r#"{"adopters":[{"name":"a","role":1}]}"#,
        Malformed,
        "input-unknown-field",
        Some("adopters[0].role"),
    );
    let extended =
        r#"{"received_on":"2026-03-02","adopters":[],"ground":{"kind":"foundling","role":1}}"#;
    expect(extended, Malformed, "input-unknown-field", Some("ground.role"));
    expect(
        r#"{"adopters":[],"adopters":[]}"#,
        Malformed,
        "input-duplicate-field",
        Some("adopters"),
    );
}

#[test]
fn value_errors_are_unprocessable() {
    use Kind::InvalidValues;
    expect(r#"{"adopters":[]}"#, InvalidValues, "input-missing-field", Some("received_on"));
    expect(
        r#"{"adopters":[{"age":4}]}"#,
        InvalidValues,
        "input-missing-field",
        Some("adopters[0].name"),
    );
    expect(r#"{"received_on":"2026-02-30"}"#, InvalidValues, "input-value", Some("received_on"));
    expect(r#"{"received_on":"秘密"}"#, InvalidValues, "input-value", Some("received_on"));
    expect(
        r#"{"adopters":[{"name":"a","age":300}]}"#,
        InvalidValues,
        "input-value",
        Some("adopters[0].age"),
    );
    expect(
        r#"{"ground":{"kind":"秘密"}}"#,
        InvalidValues,
        "input-unknown-word",
        Some("ground.kind"),
    );
    expect(r#"{"ground":{}}"#, InvalidValues, "input-missing-field", Some("ground.kind"));
    expect(
        "{\"adopters\":[{\"name\":\"秘\\u0000密\"}]}",
        InvalidValues,
        "input-forbidden-character",
        Some("adopters[0].name"),
    );
}

#[test]
fn every_fault_is_told_at_once() {
    let text = r#"{"received_on":"2026-02-30","adopters":[{"age":300},{"name":"a"}],"ground":{"kind":"秘密"}}"#;
    let (kind, document) = judged(text);
    assert_eq!(kind, Kind::InvalidValues);
    let violations = document["violations"].as_array().expect("violations");
    let mut told: Vec<(&str, &str)> = violations
        .iter()
        .map(|one| (one["field"].as_str().unwrap_or(""), one["rule"].as_str().unwrap_or("")))
        .collect();
    told.sort_unstable();
    assert_eq!(
        told,
        [
            ("/adopters/0/age", "input-value"),
            ("/adopters/0/name", "input-missing-field"),
            ("/adopters/1/age", "input-missing-field"),
            ("/ground/kind", "input-unknown-word"),
            ("/received_on", "input-value"),
        ]
    );
    assert!(violations.iter().all(|one| one["in"] == "body"));
    let (kind, document) = judged(r#"{"received_on":5,"秘密":1}"#);
    assert_eq!(kind, Kind::Malformed, "one fault of form makes it malformed");
    assert_eq!(document["violations"].as_array().map(Vec::len), Some(3), "{document}");
}

#[test]
fn only_plain_json_is_taken() {
    let stated = |value: &str| {
        expect_json(&Request::builder().header("content-type", value).finish()).is_ok()
    };
    assert!(stated("application/json"));
    assert!(stated("Application/JSON; charset=UTF-8"));
    for other in [
        "text/plain",
        "application/xml",
        "application/json; charset=gbk",
        "application/problem+json",
        "application/jsonx",
        "",
    ] {
        assert!(!stated(other), "{other}");
    }
    assert!(expect_json(&Request::builder().finish()).is_err());
    let packed = Request::builder()
        .header("content-type", "application/json")
        .header("content-encoding", "gzip")
        .finish();
    assert!(expect_json(&packed).is_err());
}
