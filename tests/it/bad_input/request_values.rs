//! Values that cannot be accepted in scans, headers, paths, queries and accounts.

use reqwest::Method;
use serde_json::{Value, json};

use super::BadInput;
use crate::support::papers::pdf;
use crate::support::{Person, Story};

/// Scans that are none, or of a paper nobody asks for.
pub(super) fn scans(story: &Story<'_>) -> Vec<BadInput> {
    let whole = pdf("whole");
    let half = whole.get(..whole.len() / 2).unwrap_or_default().to_vec();
    let slot = "paper=identity_card&party=adopter_1";
    let files = [
        ("nothing as a scan", slot, "application/pdf", Vec::new(), 422, "input-scan"),
        ("a text as a scan", slot, "application/pdf", b"echo7431".to_vec(), 422, "input-scan"),
        ("half a PDF", slot, "application/pdf", half, 422, "input-scan"),
        (
            "only the head of a PDF",
            slot,
            "application/pdf",
            b"%PDF-1.7\n%%EOF".to_vec(),
            422,
            "input-scan",
        ),
        (
            "only the head of a PNG",
            slot,
            "image/png",
            b"\x89PNG\r\n\x1a\n".to_vec(),
            422,
            "input-scan",
        ),
        (
            "only the head of a JPEG",
            slot,
            "image/jpeg",
            b"\xff\xd8\xff\xe0".to_vec(),
            422,
            "input-scan",
        ),
        (
            "a web page as a scan",
            slot,
            "text/html",
            b"<script>echo7431</script>".to_vec(),
            415,
            "input-content-type",
        ),
        (
            "a drawing as a scan",
            slot,
            "image/svg+xml",
            b"<svg/>".to_vec(),
            415,
            "input-content-type",
        ),
        (
            "a paper nobody knows",
            "paper=echo7431",
            "application/pdf",
            whole.clone(),
            400,
            "input-query-parameter",
        ),
        (
            "a person nobody knows",
            "paper=identity_card&party=echo7431",
            "application/pdf",
            whole.clone(),
            400,
            "input-query-parameter",
        ),
        (
            "a paper of the wrong person",
            "paper=entry_record&party=adopter_1",
            "application/pdf",
            whole.clone(),
            422,
            "SPEC-48",
        ),
        (
            "a paper nobody asks for",
            "paper=disability_certificate&party=child",
            "application/pdf",
            whole.clone(),
            422,
            "SPEC-48",
        ),
        ("a scan of no paper", "", "application/pdf", whole.clone(), 400, "input-query-parameter"),
        (
            "a paper twice",
            "paper=identity_card&paper=joint_photo",
            "application/pdf",
            whole,
            400,
            "input-query-parameter",
        ),
        (
            "twenty-one megabytes",
            slot,
            "application/pdf",
            vec![b'%'; 21 * 1024 * 1024],
            413,
            "input-too-large",
        ),
    ];
    let input = |(name, query, media_type, bytes, status, rule)| {
        BadInput::new(name, Method::POST, story.path(&format!("/papers?{query}")), status)
            .header("If-Match", format!("\"{}\"", story.version))
            .body(media_type, bytes)
            .rule(rule)
    };
    files.into_iter().map(input).collect()
}

/// Versions and keys that are none.
pub(super) fn headers(story: &Story<'_>) -> Vec<BadInput> {
    let accepting = |name: String, status| {
        BadInput::new(name, Method::POST, story.path("/acceptance"), status).json(&json!({}))
    };
    let mut inputs = vec![
        accepting("without a version".to_owned(), 428),
        accepting("an old version".to_owned(), 409).header("If-Match", "\"1\""),
        accepting("a version to come".to_owned(), 409).header("If-Match", "\"4000000000\""),
    ];
    for version in [
        "*",
        "1",
        "W/\"1\"",
        "\"1\", \"2\"",
        "\"01\"",
        "\"-1\"",
        "\"99999999999\"",
        "\"echo7431\"",
        "\"\"",
    ] {
        let input = accepting(format!("If-Match: {version}"), 400).header("If-Match", version);
        inputs.push(input.rule("header-if-match"));
    }
    for key in ["", "two words", "schlüssel"] {
        let input = accepting(format!("Idempotency-Key: {key:?}"), 400);
        let input = input
            .header("If-Match", format!("\"{}\"", story.version))
            .header("Idempotency-Key", key);
        inputs.push(input.rule("header-idempotency-key"));
    }
    let long = accepting("a key of 129 characters".to_owned(), 400)
        .header("Idempotency-Key", "k".repeat(129));
    inputs.push(long.rule("header-idempotency-key"));
    inputs
}

/// Identifiers, numbers and filters that are none.
pub(super) fn paths_and_queries(story: &Story<'_>) -> Vec<BadInput> {
    let get = |path: String, status| {
        BadInput::new(format!("GET {path}"), Method::GET, path.clone(), status)
    };
    let mut inputs = Vec::new();
    for id in ["echo7431", "1", "00000000-0000-0000-0000-00000000000g", "%00", "%27%20OR%201=1"] {
        inputs.push(get(format!("/v1/cases/{id}"), 400).rule("input-path-parameter"));
    }
    for number in ["-1", "4294967296", "1.5", "echo7431", "0x1"] {
        let path = story.path(&format!("/papers/{number}/content"));
        inputs.push(get(path, 400).rule("input-path-parameter"));
    }
    for document in
        ["echo7431", "1", "1-echo7431", "1-application_form-echo7431", "..%2f..%2fkeys", "%00"]
    {
        inputs.push(get(story.path(&format!("/documents/{document}/content")), 404));
    }
    inputs.push(get(story.path("/papers/99/content"), 404));
    for query in [
        "limit=0",
        "limit=201",
        "limit=-1",
        "limit=echo7431",
        "sort=echo7431",
        "stage=echo7431",
        "kind=echo7431",
        "officer=echo7431",
        "received_from=2023-02-29",
        "received_to=echo7431",
        "overdue=echo7431",
        "cursor=echo7431",
        "cursor=%F0%9F",
        "cursor=%00",
        "stage=%zz",
        "echo7431=1",
        "stage=applied&stage=applied",
    ] {
        inputs.push(get(format!("/v1/cases?{query}"), 400).rule("input-query-parameter"));
    }
    inputs
}

/// People and days the office does not have.
pub(super) fn people() -> Vec<BadInput> {
    let person = |field: &str, value: Value| {
        let mut person = json!({ "login": "echo7431", "name": "白若溪", "roles": ["registrar"], "organization": "练习县民政局" });
        person[field] = value;
        BadInput::new(
            format!("an invitation with another {field}"),
            Method::POST,
            "/v1/invitations",
            422,
        )
        .asked_by(Person::ADMINISTRATOR)
        .json(&person)
    };
    let practice = |path: &str, method: Method, body: Value| {
        BadInput::new(format!("{path} {body}"), method, path, 422).json(&body)
    };
    let sign_in = |role: &str, person: u16| {
        practice("/v1/practice/sign-in", Method::POST, json!({ "role": role, "person": person }))
    };
    let clock = |day: &str| practice("/v1/practice/clock", Method::PUT, json!({ "today": day }));
    vec![
        person("login", json!("Echo7431")).rule("input-value"),
        person("login", json!("ab")).rule("input-value"),
        person("name", json!(" 白若溪")).rule("input-value"),
        person("roles", json!([])).rule("input-value"),
        person("roles", json!(["registrar", "registrar"])).rule("input-value"),
        person("roles", json!(["family"])).rule("input-value"),
        person("roles", json!(["king"])).rule("input-unknown-word"),
        sign_in("king", 1).rule("input-unknown-word"),
        sign_in("registrar", 0).rule("practice-person"),
        sign_in("registrar", 4).rule("practice-person"),
        sign_in("registrar", 256).rule("input-value"),
        clock("2026-03-01").rule("practice-clock"),
        clock("2026-02-30").rule("input-value"),
    ]
}
