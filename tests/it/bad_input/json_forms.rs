//! Bodies whose form is wrong: what is not JSON, says something twice, or is of another shape.

use reqwest::Method;
use serde_json::{Value, json};

use super::{BadInput, MARK, all_are_turned_away};
use crate::support::story::application;
use crate::support::{Office, mostly_on_sqlite};

mostly_on_sqlite!(a_body_of_a_wrong_form_is_turned_away);

async fn a_body_of_a_wrong_form_is_turned_away(office: Office) {
    let mut inputs = not_json();
    inputs.extend(said_twice());
    inputs.extend(hidden());
    inputs.extend(other_shapes());
    inputs.extend(media_types());
    all_are_turned_away(&office, "forms of JSON", inputs).await;
}

fn opening(name: impl Into<String>, status: u16) -> BadInput {
    BadInput::new(name, Method::POST, "/v1/cases", status)
}

fn with_body(name: &str, body: impl Into<Vec<u8>>, status: u16, rule: &'static str) -> BadInput {
    opening(name, status).body("application/json", body).rule(rule)
}

fn not_json() -> Vec<BadInput> {
    let whole = application(1).to_string();
    let half: String = whole.chars().take(500).collect();
    let texts = [
        ("nothing", String::new()),
        ("blanks", " \r\n\t ".to_owned()),
        ("an open brace", "{".to_owned()),
        ("half an application", half),
        ("something after the end", format!("{whole}{MARK}")),
        ("two applications", format!("{whole} {whole}")),
        ("a cut word", "nul".to_owned()),
        ("not a number", format!("{{\"reason\":NaN,\"kind\":\"{MARK}\"}}")),
        ("an infinite number", "{\"reason\":1e400}".to_owned()),
        ("a number with a leading nought", "{\"reason\":01}".to_owned()),
        ("a number with a plus", "{\"reason\":+1}".to_owned()),
        ("a hexadecimal number", "{\"reason\":0x10}".to_owned()),
        ("a number without an integer part", "{\"reason\":.5}".to_owned()),
        ("single quotes", format!("{{'reason':'{MARK}'}}")),
        ("a key without quotes", format!("{{reason:\"{MARK}\"}}")),
        ("a comma at the end", format!("{{\"reason\":\"{MARK}\",}}")),
        ("a comment", format!("/* {MARK} */ {whole}")),
        ("a byte order mark", format!("\u{feff}{whole}")),
        ("half a surrogate pair", format!("{{\"reason\":\"{MARK}\\ud800\"}}")),
        ("a surrogate pair in the wrong order", "{\"reason\":\"\\udc00\\ud800\"}".to_owned()),
        ("an unknown escape", format!("{{\"reason\":\"{MARK}\\x41\"}}")),
        ("a line break inside a text", format!("{{\"reason\":\"{MARK}\n\"}}")),
        ("form fields", format!("kind={MARK}&reason=1")),
        ("XML", format!("<application>{MARK}</application>")),
    ];
    let texts = texts.map(|(name, text)| with_body(name, text, 400, "input-not-json"));
    let mut inputs = Vec::from(texts);
    let utf16 = whole.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    inputs.push(with_body("UTF-16", utf16, 400, "input-not-json"));
    let not_utf8 = [b"{\"reason\":\"".as_slice(), MARK.as_bytes(), b"\xff\"}"].concat();
    inputs.push(with_body("bytes that are not UTF-8", not_utf8, 400, "input-not-json"));
    inputs.push(with_body(
        "an overlong encoding",
        b"{\"reason\":\"\xc0\xaf\"}",
        400,
        "input-not-json",
    ));
    inputs.push(with_body("noughts between the letters", b"{\0\"\0a\0", 400, "input-not-json"));
    inputs
}

fn said_twice() -> Vec<BadInput> {
    let whole = application(1).to_string();
    let rest = whole.strip_prefix('{').unwrap_or_default();
    let nested = whole.replacen("\"name\":", &format!("\"name\":\"{MARK}\",\"name\":"), 1);
    let texts = [
        ("a field twice", format!("{{\"reason\":\"{MARK}\",{rest}")),
        (
            "a field twice, once written with an escape",
            format!("{{\"re\\u0061son\":\"{MARK}\",{rest}"),
        ),
        ("a field of an adopter twice", nested),
        ("an unknown field twice", format!("{{\"{MARK}!\":1,\"{MARK}!\":2}}")),
    ];
    Vec::from(texts.map(|(name, text)| with_body(name, text, 400, "input-duplicate-field")))
}

fn hidden() -> Vec<BadInput> {
    let deep = |depth: usize| format!("{{\"reason\":{}{}}}", "[".repeat(depth), "]".repeat(depth));
    let mut inputs = vec![
        with_body("a nest of forty lists", deep(40), 400, "input-too-deep"),
        with_body("sixty thousand open brackets", "[".repeat(60_000), 400, "input-too-deep"),
        with_body("a nest of objects", "{\"a\":".repeat(200), 400, "input-too-deep"),
    ];
    let characters = [
        ("a NUL", "\\u0000"),
        ("an escape character", "\\u001b"),
        ("a change of direction", "\u{202e}"),
        ("an isolate", "\\u2066"),
        ("a space of no width", "\u{200b}"),
        ("a byte order mark inside", "\u{feff}"),
        ("a noncharacter", "\u{ffff}"),
        ("a tag", "\u{e0041}"),
        ("a delete character", "\u{7f}"),
    ];
    inputs.extend(characters.map(|(name, character)| {
        let body = format!("{{\"reason\":\"{MARK}{character}\"}}");
        with_body(&format!("{name} in a text"), body, 422, "input-forbidden-character")
    }));
    let key = format!("{{\"{MARK}\\u0000\":1}}");
    inputs.push(with_body("a NUL in a key", key, 422, "input-forbidden-character"));
    inputs
}

/// The application with another value at a place.
fn shaped(name: &str, pointer: &str, value: Value, rule: &'static str) -> BadInput {
    let mut body = application(1);
    *body.pointer_mut(pointer).expect("a place of the application") = value;
    opening(name, 400).json(&body).rule(rule)
}

fn other_shapes() -> Vec<BadInput> {
    let mut inputs = vec![
        with_body("a list", format!("[\"{MARK}\"]"), 400, "input-wrong-type"),
        with_body("a text", format!("\"{MARK}\""), 400, "input-wrong-type"),
        with_body("a number", "7431", 400, "input-wrong-type"),
        with_body("true", "true", 400, "input-wrong-type"),
        with_body("null", "null", 400, "input-wrong-type"),
    ];
    let adopter = application(1)["adopters"][0].clone();
    let in_order: Vec<Value> =
        adopter.as_object().into_iter().flatten().map(|(_, value)| value.clone()).collect();
    let places = [
        ("a list where a person is meant", "/adopters/0", Value::from(in_order)),
        ("a text where a person is meant", "/child", json!(MARK)),
        ("an object where a list is meant", "/adopters", json!({ "0": adopter })),
        ("a number where a text is meant", "/adopters/0/name", json!(74_317_431)),
        ("a list where a text is meant", "/reason", json!([MARK])),
        ("a text where a number is meant", "/adopters/0/children", json!("0")),
        ("a fraction where a whole number is meant", "/adopters/0/children", json!(0.5)),
        ("a number beyond all integers", "/adopters/0/children", json!(1e30)),
        ("true where a number is meant", "/adopters/0/children", json!(true)),
        ("null where a text is needed", "/reason", Value::Null),
        ("a number where a day is meant", "/child/birth_date", json!(20_200_101)),
        ("an object where a word is meant", "/kind", json!({ "institution_foundling": null })),
        ("a text where yes or no is meant", "/wishes/notarisation", json!("true")),
        ("a number where yes or no is meant", "/wishes/notarisation", json!(1)),
    ];
    inputs.extend(
        places.map(|(name, pointer, value)| shaped(name, pointer, value, "input-wrong-type")),
    );
    for (name, pointer) in [
        ("a field nobody knows", ""),
        ("a field nobody knows in an adopter", "/adopters/0"),
        ("a field nobody knows in the child", "/child"),
        ("a field nobody knows in the wishes", "/wishes"),
    ] {
        for field in ["donation", "__proto__", "500199198301020017", "姓名"] {
            let mut body = application(1);
            body.pointer_mut(pointer).expect("a place")[field] = json!(MARK);
            inputs.push(
                opening(format!("{name}: {field}"), 400).json(&body).rule("input-unknown-field"),
            );
        }
    }
    inputs
}

fn media_types() -> Vec<BadInput> {
    let whole = application(1).to_string();
    let wrong = [
        "text/plain",
        "text/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=gbk",
        "application/json, application/json",
        "application/problem+json",
        "application",
        "*/*",
    ];
    let mut inputs: Vec<BadInput> = wrong
        .into_iter()
        .map(|stated| opening(format!("sent as {stated}"), 415).body(stated, whole.clone()))
        .collect();
    let silent = BadInput { body: whole.clone().into_bytes(), ..opening("sent as nothing", 415) };
    inputs.push(silent);
    inputs.push(
        opening("sent packed", 415)
            .body("application/json", whole.clone())
            .header("Content-Encoding", "gzip"),
    );
    let twice = opening("sent as two types", 415).body("application/json", whole.clone());
    inputs.push(twice.header("Content-Type", "text/plain"));
    let inputs = inputs.into_iter().map(|input| input.rule("input-content-type"));
    let mut inputs: Vec<BadInput> = inputs.collect();
    let large = format!("{{\"reason\":\"{}\"}}", MARK.repeat(10_000));
    inputs.push(with_body("eighty thousand bytes", large, 413, "input-too-large"));
    let padded = format!("{whole}{}", " ".repeat(70_000));
    inputs.push(with_body("an application and blanks without end", padded, 413, "input-too-large"));
    inputs
}
