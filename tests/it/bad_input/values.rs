//! Values that cannot be accepted in an application.

use reqwest::Method;
use serde_json::{Value, json};

use super::{BadInput, all_are_turned_away};
use crate::support::story::application;
use crate::support::{Office, mostly_on_sqlite};

mostly_on_sqlite!(a_wrong_value_in_an_application_is_turned_away);

async fn a_wrong_value_in_an_application_is_turned_away(office: Office) {
    let mut inputs = applications();
    inputs.extend(unreadable_applications());
    all_are_turned_away(&office, "values of applications", inputs).await;
}

fn opening(name: &str, pointer: &str, value: &Value) -> BadInput {
    let mut body = application(1);
    *body.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}")) = value.clone();
    BadInput::new(name, Method::POST, "/v1/cases", 422).json(&body).sent(value)
}

/// What can be read and is refused by the rules of writing.
fn applications() -> Vec<BadInput> {
    let adopter = application(1)["adopters"][0].clone();
    let foreign = "810000198301020017";
    let fields = [
        ("an empty name", "/adopters/0/name", json!(""), "INPUT-NAME"),
        ("a name of blanks", "/adopters/0/name", json!("    "), "INPUT-NAME"),
        ("a name with a blank before it", "/adopters/0/name", json!(" 严望舒"), "INPUT-NAME"),
        (
            "a name with a wide blank after it",
            "/adopters/0/name",
            json!("严望舒\u{3000}"),
            "INPUT-NAME",
        ),
        ("a name with digits", "/adopters/0/name", json!("严望舒2"), "INPUT-NAME"),
        ("a name with markup", "/adopters/0/name", json!("<b>严望舒</b>"), "INPUT-NAME"),
        (
            "a name with a quote",
            "/adopters/0/name",
            json!("严'; DROP TABLE event; --"),
            "INPUT-NAME",
        ),
        ("a name with a picture", "/adopters/0/name", json!("严望舒😀"), "INPUT-NAME"),
        (
            "a name of private characters",
            "/adopters/0/name",
            json!("严\u{e000}\u{e001}"),
            "INPUT-NAME",
        ),
        ("a name on two lines", "/adopters/0/name", json!("严\n望舒"), "INPUT-NAME"),
        ("a name that ends in a dot", "/adopters/0/name", json!("阿依古丽·"), "INPUT-NAME"),
        ("a name of 51 characters", "/adopters/0/name", json!("严".repeat(51)), "INPUT-NAME"),
        ("a character no font has", "/child/new_name", json!("严\u{323af}小满"), "HOUSE-GLYPH"),
        (
            "a number of seventeen digits",
            "/adopters/0/resident_id",
            json!("50019919830102001"),
            "GB-11643",
        ),
        (
            "a number of nineteen digits",
            "/adopters/0/resident_id",
            json!("5001991983010200171"),
            "GB-11643",
        ),
        (
            "a number with a wrong check",
            "/adopters/0/resident_id",
            json!("500199198301020011"),
            "GB-11643",
        ),
        (
            "a number of wide digits",
            "/adopters/0/resident_id",
            json!("５０019919830102001X"),
            "GB-11643",
        ),
        (
            "a number born on 30 February",
            "/adopters/0/resident_id",
            json!("500199198302300011"),
            "GB-11643",
        ),
        ("an empty number", "/adopters/0/resident_id", json!(""), "GB-11643"),
        (
            "a number with letters",
            "/placer/responsible_person_id",
            json!("50019919720618ABCD"),
            "GB-11643",
        ),
        (
            "a number with a wrong check of a child",
            "/child/resident_id",
            json!("500199202001020020"),
            "GB-11643",
        ),
        ("a number that is not of that sex", "/adopters/0/sex", json!("female"), "SPEC-51"),
        (
            "a number of another birth date",
            "/adopters/0/birth_date",
            json!("1983-01-03"),
            "SPEC-51",
        ),
        ("a number of Hong Kong", "/adopters/0/resident_id", json!(checked(foreign)), "HMT-2"),
        ("one person twice", "/adopters/1", adopter.clone(), "INPUT-PERSONS"),
        (
            "an adopter who places",
            "/placer/responsible_person_id",
            adopter["resident_id"].clone(),
            "INPUT-PERSONS",
        ),
        ("nobody who adopts", "/adopters", json!([]), "INPUT-BOUNDS"),
        ("three who adopt", "/adopters", json!([adopter, adopter, adopter]), "INPUT-BOUNDS"),
        ("thirty-one children", "/adopters/0/children", json!(31), "INPUT-BOUNDS"),
        ("an empty reason", "/reason", json!(""), "INPUT-TEXT"),
        ("a reason of blanks", "/reason", json!("\u{3000}\u{3000}\u{3000}"), "INPUT-TEXT"),
        ("a reason of 4001 characters", "/reason", json!("家".repeat(4001)), "INPUT-TEXT"),
        (
            "an address of 201 characters",
            "/adopters/0/residence",
            json!("路".repeat(201)),
            "INPUT-TEXT",
        ),
        (
            "a telephone with letters",
            "/adopters/0/telephone",
            json!("023-CALLME"),
            "INPUT-TELEPHONE",
        ),
        ("a telephone of four digits", "/placer/telephone", json!("1234"), "INPUT-TELEPHONE"),
        ("an adopter of tomorrow", "/adopters/0/birth_date", json!("2026-03-03"), "INPUT-DAY"),
        ("a child of tomorrow", "/child/birth_date", json!("2026-03-03"), "INPUT-DAY"),
        ("found before birth", "/child/found_on", json!("2019-12-31"), "INPUT-DAY"),
        (
            "brought in before it was found",
            "/child/entered_institution_on",
            json!("2020-01-01"),
            "INPUT-DAY",
        ),
        (
            "a code with a wrong check",
            "/placer/credit_code",
            json!("125001990099010241"),
            "GB-32100",
        ),
        (
            "a code with the letter O",
            "/placer/credit_code",
            json!("1250019900990102OH"),
            "GB-32100",
        ),
        ("a division of two digits", "/placer/division", json!("5001"), "GB-2260"),
        ("a province for a county", "/placer/division", json!("500000"), "GB-2260"),
        ("a county that was abolished", "/placer/division", json!("500225"), "GB-2260"),
        ("a county nobody knows", "/placer/division", json!("500198"), "GB-2260"),
    ];
    Vec::from(fields.map(|(name, pointer, value, rule)| opening(name, pointer, &value).rule(rule)))
}

/// A number with the check character that belongs to it.
fn checked(number: &str) -> String {
    let digits = number.get(..17).expect("seventeen digits");
    workflow::identity::ResidentId::with_check_character(digits).expect("digits").0
}

/// What is of the right type and stands for nothing.
fn unreadable_applications() -> Vec<BadInput> {
    let words = [
        ("/kind", json!("orphan")),
        ("/kind", json!("Institution_Foundling")),
        ("/adopters/0/sex", json!("neither")),
        ("/adopters/0/marital_status", json!("complicated")),
        ("/child/health", json!("healthy ")),
        ("/adopters/0/ethnic_group", json!("汉")),
        ("/adopters/0/education", json!("大学")),
        ("/child/ethnic_group", json!("")),
    ];
    let days = [
        ("/child/birth_date", json!("2023-02-29")),
        ("/child/birth_date", json!("2020-13-01")),
        ("/child/birth_date", json!("2020-01-02T00:00:00Z")),
        ("/child/birth_date", json!("02.01.2020")),
        ("/child/found_on", json!("2020-1-3")),
        ("/child/found_on", json!("2020-01-03 ")),
        ("/child/found_on", json!("+2020-01-03")),
        ("/child/found_on", json!("二〇二〇年一月三日")),
        ("/child/found_on", json!("yesterday")),
        ("/adopters/0/birth_date", json!("")),
        ("/adopters/0/birth_date", json!("99999999999-01-01")),
    ];
    let numbers = [("/adopters/0/children", json!(-1)), ("/adopters/0/children", json!(256))];
    let of = |rule: &'static str| {
        move |(pointer, value): (&str, Value)| {
            opening(&format!("{value} at {pointer}"), pointer, &value).rule(rule)
        }
    };
    let mut inputs: Vec<BadInput> = words.into_iter().map(of("input-unknown-word")).collect();
    inputs.extend(days.into_iter().map(of("input-value")));
    inputs.extend(numbers.into_iter().map(of("input-value")));
    for (place, field) in
        [("", "kind"), ("", "child"), ("/adopters/0", "name"), ("/placer", "division")]
    {
        let mut body = application(1);
        let object = body.pointer_mut(place).and_then(Value::as_object_mut).expect("an object");
        object.remove(field);
        let name = format!("without {field} at {place:?}");
        let input = BadInput::new(name, Method::POST, "/v1/cases", 422).json(&body);
        inputs.push(input.rule("input-missing-field"));
    }
    inputs
}
