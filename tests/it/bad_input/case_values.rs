//! Values that cannot be accepted in the acts of a case.

use reqwest::Method;
use serde_json::{Value, json};

use super::request_values::{headers, paths_and_queries, people, scans};
use super::{BadInput, all_are_turned_away};
use crate::support::papers::scan;
use crate::support::story::application;
use crate::support::{Office, Person, Story, mostly_on_sqlite, words};

mostly_on_sqlite!(a_wrong_value_in_a_case_is_turned_away);

async fn a_wrong_value_in_a_case_is_turned_away(office: Office) {
    let mut story = Story::apply(&office, application(1)).await;
    story.file("health_certificate", Some("adopter_1"), scan()).await;
    let mut accepted = Story::apply(&office, application(2)).await;
    accepted.bring_everything().await;
    accepted.accept().await;
    let mut inputs = acts(&story);
    inputs.extend(acts_in_review(&accepted));
    inputs.extend(scans(&story));
    inputs.extend(headers(&story));
    inputs.extend(paths_and_queries(&story));
    inputs.extend(people());
    all_are_turned_away(&office, "values of acts, papers and queries", inputs).await;
}

/// An act on the case as it stands, refused for its values.
pub(super) fn act(story: &Story<'_>, path: &str, body: &Value, rule: &'static str) -> BadInput {
    let name = format!("{path} {}", body.to_string().chars().take(30).collect::<String>());
    BadInput::new(name, Method::POST, story.path(path), 422)
        .header("If-Match", format!("\"{}\"", story.version))
        .json(body)
        .rule(rule)
}

fn acts(story: &Story<'_>) -> Vec<BadInput> {
    let check = |field: &str, value: Value| {
        let mut check =
            words::check("criminal_record", "adopter_1", "2026-03-02".parse().expect("a day"));
        check[field] = value;
        check
    };
    let moved = |household: &str| {
        json!({ "change": { "what": "moved", "party": "adopter_1", "household_address": household,
                "residence": "练习县城关镇和平路2号" }, "happened_on": "2026-03-01" })
    };
    let acts = [
        ("/checks", check("check", json!("credit_score")), "input-unknown-word"),
        ("/checks", check("outcome", json!("perhaps")), "input-unknown-word"),
        ("/checks", check("party", json!("adopter_3")), "input-unknown-word"),
        ("/checks", check("party", json!("placer")), "INPUT-KNOWN"),
        ("/checks", check("source", json!("")), "INPUT-TEXT"),
        ("/checks", check("source", json!("公".repeat(201))), "INPUT-TEXT"),
        ("/checks", check("checked_on", json!("2026-03-03")), "INPUT-DAY"),
        ("/checks", check("checked_on", json!("2026-03-01")), "INPUT-DAY"),
        ("/papers/1/rejection", json!({ "reason": " " }), "INPUT-TEXT"),
        ("/papers/1/verification", json!({ "compared_with": "memory" }), "input-unknown-word"),
        ("/papers/2/verification", json!({ "compared_with": "original" }), "INPUT-KNOWN"),
        ("/papers/0/rejection", json!({ "reason": "照片不清晰" }), "INPUT-KNOWN"),
        ("/papers/4294967295/verification", json!({ "compared_with": "original" }), "INPUT-KNOWN"),
        ("/withdrawal", json!({ "party": "child", "reason": "不愿意" }), "INPUT-KNOWN"),
        ("/withdrawal", json!({ "party": "adopter_1", "reason": "" }), "INPUT-TEXT"),
        ("/changes", moved(""), "INPUT-TEXT"),
        (
            "/changes",
            json!({ "change": { "what": "won_lottery" }, "happened_on": "2026-03-01" }),
            "input-unknown-word",
        ),
        (
            "/changes",
            json!({ "change": { "what": "died", "party": "placer" }, "happened_on": "2026-03-01" }),
            "INPUT-KNOWN",
        ),
        (
            "/changes",
            json!({ "change": { "what": "children", "party": "adopter_1", "children": 31 }, "happened_on": "2026-03-01" }),
            "INPUT-BOUNDS",
        ),
        (
            "/changes",
            json!({ "change": { "what": "died", "party": "child" }, "happened_on": "2026-03-03" }),
            "INPUT-DAY",
        ),
    ];
    let refusals = [
        (json!({ "reasons": [] }), "REG-8.1"),
        (json!({ "reasons": [{ "rule": "CC-9999", "explanation": "不符合条件" }] }), "INPUT-KNOWN"),
    ];
    let refusals =
        refusals.map(|(body, rule)| act(story, "/refusal", &body, rule).asked_by(Person::LEADER));
    let acts = acts.map(|(path, body, rule)| act(story, path, &body, rule));
    acts.into_iter().chain(refusals).collect()
}

fn acts_in_review(story: &Story<'_>) -> Vec<BadInput> {
    let incident = |field: &str, value: Value| {
        let mut incident = json!({ "ground": "domestic_violence", "known_on": "2026-03-02", "description": "邻居反映。", "concerns": [{ "who": "applicant", "party": "adopter_1" }] });
        incident[field] = value;
        incident
    };
    let inquiry = |field: &str, value: Value| {
        let mut inquiry = words::inquiry("adopter_1");
        inquiry[field] = value;
        inquiry
    };
    let acts = [
        ("/public-notice", json!({ "newspaper": "", "published_on": "2026-03-02" }), "INPUT-TEXT"),
        (
            "/public-notice",
            json!({ "newspaper": "练习日报", "published_on": "2026-03-03" }),
            "INPUT-DAY",
        ),
        (
            "/public-notice",
            json!({ "newspaper": "练习日报", "published_on": "2026-03-01" }),
            "INPUT-DAY",
        ),
        ("/public-notice", json!({ "newspaper": "练习日报" }), "input-missing-field"),
        ("/claims", json!({ "claimant": "" }), "INPUT-TEXT"),
        ("/incidents", incident("ground", json!("gossip")), "input-unknown-word"),
        ("/incidents", incident("known_on", json!("2026-03-03")), "INPUT-DAY"),
        ("/incidents", incident("description", json!("")), "INPUT-TEXT"),
        ("/inquiries", inquiry("party", json!("child")), "SPEC-15.who"),
        ("/inquiries", inquiry("began_at", json!("25:00:00")), "input-value"),
        ("/inquiries", inquiry("began_at", json!("9:10")), "input-value"),
        ("/inquiries", inquiry("place", json!("")), "INPUT-TEXT"),
        ("/inquiries", inquiry("signing", json!("nodded")), "input-unknown-word"),
        ("/consents", json!({ "party": "child", "signing": "read_and_signed" }), "SPEC-15.who"),
        ("/consent-withdrawals", json!({ "party": "placer", "reason": "改变主意" }), "INPUT-KNOWN"),
        ("/assessment/notice", json!({ "body": { "kind": "neighbours" } }), "input-unknown-word"),
        (
            "/assessment/notice",
            json!({ "body": { "kind": "third_party", "name": "", "agreement_number": "1" } }),
            "INPUT-TEXT",
        ),
        ("/proposal", json!({ "opinion": "" }), "INPUT-TEXT"),
    ];
    acts.into_iter().map(|(path, body, rule)| act(story, path, &body, rule)).collect()
}
