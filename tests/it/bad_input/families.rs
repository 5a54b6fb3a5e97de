//! Applications that mix the kinds: what a kind needs and is missing, what belongs to another kind,
//! parents who are not father and mother.

use reqwest::Method;
use serde_json::{Value, json};
use workflow::cast::practice;

use super::{BadInput, all_are_turned_away};
use crate::support::story::application;
use crate::support::{Office, mostly_on_sqlite};

mostly_on_sqlite!(a_family_of_a_wrong_form_is_turned_away);

async fn a_family_of_a_wrong_form_is_turned_away(office: Office) {
    let mut inputs = mixed_kinds();
    inputs.extend(those_who_place());
    inputs.extend(the_other_parent());
    inputs.extend(stepchildren());
    inputs.extend(unreadable());
    all_are_turned_away(&office, "families", inputs).await;
}

fn father() -> Value {
    json!(practice::family(900).father)
}

fn mother() -> Value {
    json!(practice::family(900).mother)
}

/// Birth parents in hardship place their child together.
fn of_hardship_parents() -> Value {
    let mut body = application(1);
    body["kind"] = json!("hardship_parents");
    body["parents"] = json!({ "placing": [father(), mother()] });
    remove(&mut body, "", "placer");
    for field in FINDING {
        remove(&mut body, "/child", field);
    }
    body
}

/// A stepfather adopts; the father is dead.
fn of_stepfather() -> Value {
    let mut body = of_hardship_parents();
    body["kind"] = json!("stepchild");
    let adopter = body["adopters"][0].clone();
    body["adopters"] = json!([adopter]);
    body["parents"] =
        json!({ "placing": [mother()], "other_parent": { "state": "dead", "name": "罗长根" } });
    body
}

/// What is told of a child that was found.
const FINDING: [&str; 5] =
    ["found_on", "found_at", "entered_institution_on", "entry_number", "features"];

fn remove(body: &mut Value, place: &str, field: &str) {
    let object = body.pointer_mut(place).and_then(Value::as_object_mut).expect("an object");
    object.remove(field);
}

/// The application with this at a place, which need not be there yet.
fn with(mut body: Value, place: &str, value: Value) -> Value {
    let (outer, field) = place.rsplit_once('/').expect("a place");
    let outer = body.pointer_mut(outer).unwrap_or_else(|| panic!("no {outer}"));
    match field.parse::<usize>() {
        Ok(index) => outer[index] = value,
        Err(_) => outer[field] = value,
    }
    body
}

fn without(mut body: Value, place: &str, field: &str) -> Value {
    remove(&mut body, place, field);
    body
}

fn refused(name: &str, body: &Value, rule: &'static str) -> BadInput {
    BadInput::new(name, Method::POST, "/v1/cases", 422).json(body).rule(rule)
}

fn mixed_kinds() -> Vec<BadInput> {
    let parents = of_hardship_parents()["parents"].clone();
    let placer = application(1)["placer"].clone();
    let mut inputs = vec![
        ("a foundling with parents", with(application(1), "/parents", parents)),
        ("a foundling nobody places", without(application(1), "", "placer")),
        ("parents and an institution", with(of_hardship_parents(), "/placer", placer.clone())),
        ("parents who are not named", without(of_hardship_parents(), "", "parents")),
        ("a stepchild of an institution", with(of_stepfather(), "/placer", placer)),
    ];
    let finding = application(1)["child"].clone();
    for field in FINDING {
        let found = with(of_hardship_parents(), &format!("/child/{field}"), finding[field].clone());
        inputs.push(("a child of known parents that was found", found));
        inputs.push((
            "a foundling of which it is not told",
            without(application(1), "/child", field),
        ));
    }
    inputs.into_iter().map(|(name, body)| refused(name, &body, "INPUT-KIND")).collect()
}

fn those_who_place() -> Vec<BadInput> {
    let with = |place: &str, value: Value| with(of_hardship_parents(), place, value);
    let adopter = application(1)["adopters"][0]["resident_id"].clone();
    let first = |field: &str, value: Value| with(&format!("/parents/placing/0/{field}"), value);
    let inputs = [
        ("nobody places", with("/parents/placing", json!([])), "INPUT-BOUNDS"),
        (
            "three parents",
            with("/parents/placing", json!([father(), mother(), mother()])),
            "INPUT-BOUNDS",
        ),
        ("two fathers", with("/parents/placing", json!([father(), father()])), "INPUT-KIND"),
        ("a parent twice", with("/parents/placing", json!([father(), father()])), "INPUT-PERSONS"),
        (
            "one parent, of the other no word",
            with("/parents/placing", json!([father()])),
            "INPUT-KIND",
        ),
        (
            "both parents and another",
            with("/parents/other_parent", json!({ "state": "unknown" })),
            "INPUT-KIND",
        ),
        ("a parent who adopts", first("resident_id", adopter), "INPUT-PERSONS"),
        ("a mother's number of a father", first("sex", json!("female")), "SPEC-51"),
        ("a parent's number of another day", first("birth_date", json!("1990-02-12")), "SPEC-51"),
        ("a parent born tomorrow", first("birth_date", json!("2026-03-03")), "INPUT-DAY"),
        (
            "a parent with a wrong number",
            first("resident_id", json!("50019919900211017")),
            "GB-11643",
        ),
        ("a parent of a province", first("division", json!("500000")), "GB-2260"),
        ("a parent of a county that was", first("division", json!("500225")), "GB-2260"),
        ("a parent without a name", first("name", json!("")), "INPUT-NAME"),
        ("a parent with markup", first("name", json!("<i>罗</i>")), "INPUT-NAME"),
        ("a parent who lives nowhere", first("residence", json!(" ")), "INPUT-TEXT"),
        ("a parent without a work", first("occupation", json!("")), "INPUT-TEXT"),
        ("a parent's telephone", first("telephone", json!("call me")), "INPUT-TELEPHONE"),
        ("a parent no font can write", first("name", json!("罗\u{323af}根")), "HOUSE-GLYPH"),
    ];
    inputs.into_iter().map(|(name, body, rule)| refused(name, &body, rule)).collect()
}

fn the_other_parent() -> Vec<BadInput> {
    let other = |other: Value| with(of_stepfather(), "/parents/other_parent", other);
    let inputs = [
        (
            "an unknown parent with a name",
            other(json!({ "state": "unknown", "name": "罗长根" })),
            "INPUT-KIND",
        ),
        ("a living parent without a name", other(json!({ "state": "alive" })), "INPUT-KIND"),
        ("a missing parent without a name", other(json!({ "state": "missing" })), "INPUT-KIND"),
        (
            "another parent named with a digit",
            other(json!({ "state": "dead", "name": "罗7" })),
            "INPUT-NAME",
        ),
        (
            "another parent's wrong number",
            other(json!({ "state": "dead", "name": "罗长根", "resident_id": "1" })),
            "GB-11643",
        ),
        (
            "another parent of no county",
            other(json!({ "state": "dead", "name": "罗长根", "division": "5001" })),
            "GB-2260",
        ),
        (
            "another parent who places",
            other(
                json!({ "state": "alive", "name": "罗长根", "resident_id": mother()["resident_id"] }),
            ),
            "INPUT-PERSONS",
        ),
        (
            "another parent's permit of no form",
            other(json!({
                "state": "alive", "name": "罗长根",
                "document": { "document_type": "hong_kong_macau_permit", "number": "X12345678" },
            })),
            "ID-DOCUMENT",
        ),
        (
            "another parent's passport of no state",
            other(json!({
                "state": "alive", "name": "罗长根",
                "document": { "document_type": "foreign_passport", "number": "20AB12345" },
            })),
            "ID-DOCUMENT",
        ),
        (
            "another parent's document of no kind",
            other(json!({
                "state": "alive", "name": "罗长根",
                "document": { "document_type": "driving_licence", "number": "20AB12345" },
            })),
            "input-unknown-word",
        ),
        (
            "a divorced parent",
            other(json!({ "state": "divorced", "name": "罗长根" })),
            "input-unknown-word",
        ),
        ("a parent of whom nothing is said", other(json!({})), "input-missing-field"),
    ];
    inputs.into_iter().map(|(name, body, rule)| refused(name, &body, rule)).collect()
}

fn stepchildren() -> Vec<BadInput> {
    let couple = application(1)["adopters"].clone();
    let both = json!({ "placing": [father(), mother()] });
    let inputs = [
        ("a stepchild of a couple", with(of_stepfather(), "/adopters", couple), "INPUT-KIND"),
        (
            "a stepfather who is not married",
            with(of_stepfather(), "/adopters/0/marital_status", json!("unmarried")),
            "INPUT-KIND",
        ),
        ("a stepchild whom both place", with(of_stepfather(), "/parents", both), "INPUT-BOUNDS"),
        (
            "a stepchild nobody adopts",
            with(of_stepfather(), "/adopters", json!([])),
            "INPUT-BOUNDS",
        ),
    ];
    inputs.into_iter().map(|(name, body, rule)| refused(name, &body, rule)).collect()
}

fn unreadable() -> Vec<BadInput> {
    let with = |place: &str, value: Value| with(of_hardship_parents(), place, value);
    let inputs = [
        (
            "parents in a list",
            with("/parents", json!([father(), mother()])),
            400,
            "input-wrong-type",
        ),
        ("parents as a text", with("/parents", json!("父母")), 400, "input-wrong-type"),
        (
            "one who places, not in a list",
            with("/parents/placing", father()),
            400,
            "input-wrong-type",
        ),
        (
            "a parent as a list",
            with("/parents/placing/0", json!(["罗长根"])),
            400,
            "input-wrong-type",
        ),
        (
            "parents with a grandmother",
            with("/parents/grandmother", mother()),
            400,
            "input-unknown-field",
        ),
        (
            "a parent with wages",
            with("/parents/placing/0/wages", json!(1)),
            400,
            "input-unknown-field",
        ),
        (
            "who places, said otherwise",
            with("/placed_by", json!("parents")),
            400,
            "input-unknown-field",
        ),
        (
            "a kind with a capital",
            with("/kind", json!("Hardship_parents")),
            422,
            "input-unknown-word",
        ),
        ("a kind the law knows not", with("/kind", json!("relative")), 422, "input-unknown-word"),
        (
            "a parent without a household",
            without(of_hardship_parents(), "/parents/placing/0", "household_address"),
            422,
            "input-missing-field",
        ),
        (
            "parents without those who place",
            with("/parents", json!({})),
            422,
            "input-missing-field",
        ),
    ];
    let input = |(name, body, status, rule): (&str, Value, u16, &'static str)| {
        BadInput::new(name, Method::POST, "/v1/cases", status).json(&body).rule(rule)
    };
    inputs.into_iter().map(input).collect()
}
