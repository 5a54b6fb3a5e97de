//! Sheets that are no sheets: 400 for the form, 422 for the facts, always with the field.

use reqwest::Method;
use serde_json::{Value, json};

use super::{PATH, ask, sheet};
use crate::support::{Answer, Office, mostly_on_sqlite};

mostly_on_sqlite!(what_does_not_fit_together_is_named, what_is_no_sheet_is_malformed);

/// The sheet with one value in another's place, or gone where there is none.
fn with(path: &str, value: Option<Value>) -> Value {
    changed(sheet(), path, value)
}

fn changed(mut sheet: Value, path: &str, value: Option<Value>) -> Value {
    let (parent, name) = path.rsplit_once('/').expect("a path");
    let parent = sheet.pointer_mut(parent).expect("a parent");
    match (parent, value) {
        (Value::Array(list), Some(value)) => {
            list[name.parse::<usize>().expect("an index")] = value;
        }
        (Value::Object(object), Some(value)) => {
            object.insert(name.to_owned(), value);
        }
        (Value::Object(object), None) => {
            object.remove(name);
        }
        (other, _) => panic!("nothing to change in {other}"),
    }
    sheet
}

/// Every field of every object of the sheet, by its path.
fn paths(value: &Value, path: &str) -> Vec<String> {
    match value {
        Value::Object(object) => {
            let each = object.iter().flat_map(|(name, value)| {
                let path = format!("{path}/{name}");
                let mut below = paths(value, &path);
                below.push(path);
                below
            });
            each.collect()
        }
        Value::Array(list) => {
            let each = list.iter().enumerate();
            each.flat_map(|(index, value)| paths(value, &format!("{path}/{index}"))).collect()
        }
        _ => Vec::new(),
    }
}

#[track_caller]
fn expect(answer: Answer, status: u16, field: &str, what: &str) {
    assert_eq!(answer.status.as_u16(), status, "{what}: {}", answer.text());
    let type_ = answer.header("content-type");
    assert!(type_.starts_with("application/problem+json"), "{what}: {type_}");
    let problem = answer.json();
    let named: Vec<&str> = problem["violations"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|violation| violation["field"].as_str())
        .collect();
    assert!(named.contains(&field), "{what}: {field} is not among {named:?}");
}

async fn what_does_not_fit_together_is_named(office: Office) {
    for path in paths(&sheet(), "") {
        let answer = ask(&office, &with(&path, None)).await;
        expect(answer, 422, &path, &format!("without {path}"));
    }
    let adopter = sheet()["adopters"][0].clone();
    let rows: Vec<(&str, Value, &str)> = vec![
        ("/child/born", json!("2026-11-23"), "/child/born"),
        ("/adopters/0/born", json!("2026-11-23"), "/adopters/0/born"),
        ("/child/born", json!("2021-02-29"), "/child/born"),
        ("/as_of", json!("2026-1-2"), "/as_of"),
        ("/as_of", json!(""), "/as_of"),
        ("/adopters", json!([]), "/adopters"),
        ("/adopters", json!([adopter, adopter, adopter]), "/adopters"),
        ("/adopters/1/marital_status", json!("divorced"), "/adopters/1/marital_status"),
        ("/adopters/0/marital_status", json!("widowed"), "/adopters/0/marital_status"),
        ("/adopters/0/marital_status", json!("separated"), "/adopters/0/marital_status"),
        ("/adopters/0/residency", json!("abroad"), "/adopters/0/residency"),
        ("/adopters/0/sex", json!("Male"), "/adopters/0/sex"),
        ("/child/source", json!("orphan"), "/child/source"),
        ("/child/source", json!("state_guardianship"), "/child/source"),
        ("/child/source", json!("stepchild"), "/adopters"),
        ("/placing/by", json!("nobody"), "/placing/by"),
        ("/placing/other_parent", json!("lost"), "/placing/other_parent"),
        ("/placing/other_parent", json!("missing"), "/placing/grandparents_claim_priority"),
        ("/placing/by", json!("both_parents"), "/placing/other_parent"),
        ("/placing/other_parent_consents", json!(true), "/placing/other_parent_consents"),
        ("/placing/support_duty_persons", json!(false), "/placing/support_duty_persons"),
        ("/placing/parents_incapable", json!(true), "/placing/parents_incapable"),
        ("/child/source", json!("institution_orphan"), "/placing/hardship"),
        ("/child/source", json!("guardian_orphan"), "/placing/guardian_is_organisation"),
        ("/child/source", json!("collateral_kin"), "/placing/hardship"),
        ("/household/existing_children", json!(-1), "/household/existing_children"),
        ("/household/adopting", json!(0), "/household/adopting"),
        ("/household/adopting", json!(-1), "/household/adopting"),
        ("/office_division", json!("5001"), "/office_division"),
        ("/office_division", json!("50011a"), "/office_division"),
        ("/office_division", json!("５０01１"), "/office_division"),
        ("/competent_divisions/0", json!("5001111"), "/competent_divisions/0"),
        ("/competent_divisions/0", json!(""), "/competent_divisions/0"),
    ];
    for (path, value, named) in rows {
        let what = format!("{path}: {value}");
        expect(ask(&office, &with(path, Some(value))).await, 422, named, &what);
    }
    let mut stepchild = sheet();
    stepchild["child"]["source"] = json!("stepchild");
    stepchild["placing"] = json!({ "other_parent": "dead" });
    expect(ask(&office, &stepchild).await, 422, "/adopters", "two adopters of a stepchild");
    stepchild["adopters"] = json!([adopter]);
    ask(&office, &stepchild).await.expect(200);
    let unmarried = changed(stepchild, "/adopters/0/marital_status", Some(json!("divorced")));
    let field = "/adopters/0/marital_status";
    expect(ask(&office, &unmarried).await, 422, field, "a step-parent without a spouse");
}

async fn what_is_no_sheet_is_malformed(office: Office) {
    for path in paths(&sheet(), "") {
        let value = sheet().pointer(&path).expect("a value").clone();
        let wrong = if value.is_string() || value.is_null() { json!(7) } else { json!("7") };
        let answer = ask(&office, &with(&path, Some(wrong))).await;
        expect(answer, 400, &path, &format!("a wrong type at {path}"));
        if path != "/child/consents" {
            let answer = ask(&office, &with(&path, Some(Value::Null))).await;
            expect(answer, 400, &path, &format!("null at {path}"));
        }
    }
    for path in ["/more", "/child/name", "/adopters/1/name", "/household/more", "/placing/more"] {
        let answer = ask(&office, &with(path, Some(json!("x")))).await;
        expect(answer, 400, path, &format!("an unknown field at {path}"));
    }
    let half = with("/household/existing_children", Some(json!(0.5)));
    expect(ask(&office, &half).await, 400, "/household/existing_children", "half a child");
    let text = sheet().to_string();
    let twice = text.replacen("\"disabled\":", "\"disabled\":true,\"disabled\":", 1);
    let bodies = [
        (twice, "input-duplicate-field"),
        (text[1..].to_owned(), "input-not-json"),
        (format!("{text}{text}"), "input-not-json"),
        (String::new(), "input-not-json"),
        ("null".to_owned(), "input-wrong-type"),
        ("[]".to_owned(), "input-wrong-type"),
    ];
    for (body, rule) in bodies {
        let request = office.anonymous(Method::POST, PATH);
        let request = request.header("Content-Type", "application/json").body(body.clone());
        let answer = Answer::of(request).await.expect(400);
        assert_eq!(answer.rules(), [rule], "{body}");
    }
    let plain = office.anonymous(Method::POST, PATH).header("Content-Type", "text/plain");
    Answer::of(plain.body(text)).await.expect(415);
    Answer::of(office.anonymous(Method::GET, PATH)).await.expect(405);
    assert!(office.complaints().is_empty(), "{}", office.complaints());
}
