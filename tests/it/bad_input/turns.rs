//! Values that cannot be accepted in the turns a case may take: corrections, non-acceptance, service,
//! wishes, mandates, another officer, readings of a volume; and parties the case does not have.

use serde_json::{Value, json};

use super::case_values::act;
use super::{BadInput, all_are_turned_away};
use crate::support::papers::scan;
use crate::support::story::application;
use crate::support::{Office, Person, Story, mostly_on_sqlite};

mostly_on_sqlite!(a_wrong_value_in_a_turn_is_turned_away);

/// An account nobody has.
const NOBODY: &str = "00000000-0000-4000-8000-000000000000";

async fn a_wrong_value_in_a_turn_is_turned_away(office: Office) {
    let mut applied = Story::apply(&office, application(1)).await;
    applied.file("health_certificate", Some("adopter_1"), scan()).await;
    let mut accepted = Story::apply(&office, application(2)).await;
    accepted.bring_everything().await;
    accepted.accept().await;
    let registrar = office.account(Person::REGISTRAR).await;
    let archivist = office.account(Person::ARCHIVIST).await;
    let mut inputs = before_acceptance(&applied);
    inputs.extend(in_review(&accepted));
    inputs.extend(another_officer(&accepted, &registrar, &archivist));
    inputs.extend(readings(&accepted));
    inputs.extend(unknown_parties(&accepted));
    all_are_turned_away(&office, "turns of a case", inputs).await;
}

fn all(story: &Story<'_>, acts: Vec<(&str, Value, &'static str)>) -> Vec<BadInput> {
    acts.into_iter().map(|(path, body, rule)| act(story, path, &body, rule)).collect()
}

fn before_acceptance(story: &Story<'_>) -> Vec<BadInput> {
    let reason = |rule: &str, explanation: &str| json!({ "reasons": [{ "rule": rule, "explanation": explanation }] });
    let declined = "/non-acceptance";
    all(
        story,
        vec![
            // The one paper was not looked at yet, so not everything can be told at once.
            ("/corrections", json!({}), "HOUSE-CORRECTION"),
            (declined, json!({ "reasons": [] }), "SPEC-17"),
            (declined, json!({}), "input-missing-field"),
            (declined, reason("CC-9999", "不符合条件"), "SPEC-17"),
            (declined, reason("CC-1098.5", ""), "INPUT-TEXT"),
            (declined, reason("CC-1098.5", "满三十周岁"), "SPEC-17"),
            (
                declined,
                json!({ "reasons": [{ "rule": "SPEC-17", "explanation": "材料不实" }], "papers_confiscated": [99] }),
                "REG-12",
            ),
            (declined, json!({ "reasons": [], "papers_confiscated": [-1] }), "input-value"),
            (
                "/readings",
                json!({ "reader": "何秀兰", "ground": "curiosity", "identity_shown": "身份证", "purpose": "查阅" }),
                "input-unknown-word",
            ),
        ],
    )
}

fn in_review(story: &Story<'_>) -> Vec<BadInput> {
    let service = |field: &str, value: Value| {
        let mut service = json!({
            "document": "acceptance_notice", "party": "adopter_1", "manner": "direct",
            "received_by": "秦望舒", "served_on": "2026-03-02",
        });
        service[field] = value;
        service
    };
    let unsigned = |field: &str, value: Value| {
        let mut statement =
            json!({ "party": "adopter_1", "refused_on": "2026-03-02", "said": "不愿签字" });
        statement[field] = value;
        statement
    };
    let wishes = |party: &str, secrecy: Value| json!({ "party": party, "wishes": { "secrecy": secrecy, "agreement": false, "notarisation": false } });
    all(
        story,
        vec![
            ("/services", service("document", json!("love_letter")), "input-unknown-word"),
            ("/services", service("manner", json!("thrown")), "input-unknown-word"),
            ("/services", service("party", json!("postman")), "input-unknown-word"),
            ("/services", service("document", json!("certificate")), "HOUSE-SERVICE"),
            ("/services", service("received_by", json!("")), "INPUT-NAME"),
            ("/services", service("received_by", json!("<b>秦</b>")), "INPUT-NAME"),
            ("/services", service("served_on", json!("2026-03-03")), "INPUT-DAY"),
            ("/services", service("served_on", json!("2026-03-01")), "INPUT-DAY"),
            ("/services", service("served_on", json!("today")), "input-value"),
            ("/wishes", wishes("adopter_1", json!(false)), "INPUT-KNOWN"),
            ("/unsigned-statements", unsigned("said", json!("")), "INPUT-TEXT"),
            ("/unsigned-statements", unsigned("refused_on", json!("2026-03-03")), "INPUT-DAY"),
            ("/unsigned-statements", unsigned("refused_on", json!("2026-03-01")), "INPUT-DAY"),
            ("/unsigned-statements", unsigned("party", json!("child")), "INPUT-KNOWN"),
            ("/unsigned-statements", unsigned("party", json!("officer")), "input-unknown-word"),
            ("/gift-declarations", json!({ "declared": "perhaps" }), "input-unknown-word"),
            ("/gift-declarations", json!({}), "input-missing-field"),
            (
                "/assessment/recusal-requests",
                recusal("adopter_1", "cousin", ""),
                "input-unknown-word",
            ),
            (
                "/assessment/recusal-requests",
                recusal("officer", "affinity", "是亲戚"),
                "input-unknown-word",
            ),
            ("/mandates", json!({ "party": "adopter_1", "reason": "" }), "INPUT-TEXT"),
            (
                "/mandates",
                json!({ "party": "adopter_1", "reason": "远".repeat(4001) }),
                "INPUT-TEXT",
            ),
            ("/mandates", json!({ "party": "adopter_1" }), "input-missing-field"),
            (
                "/assessment/integration-break",
                json!({ "broken_off_on": "2026-03-03", "reason": "不适应" }),
                "INPUT-DAY",
            ),
            (
                "/assessment/integration-break",
                json!({ "broken_off_on": "2026-03-02", "reason": "" }),
                "INPUT-TEXT",
            ),
            (
                "/assessment/integration-break",
                json!({ "broken_off_on": "2026-02-30", "reason": "不适应" }),
                "input-value",
            ),
        ],
    )
}

fn recusal(party: &str, tie: &str, facts: &str) -> Value {
    json!({
        "party": party, "assessor": NOBODY, "requested_on": "2026-03-02",
        "conflict": { "tie": tie, "tied_to": "applicants", "facts": facts },
    })
}

fn another_officer(story: &Story<'_>, registrar: &str, archivist: &str) -> Vec<BadInput> {
    let body = |officer: &str, reason: &str| json!({ "officer": officer, "reason": reason });
    let inputs = all(
        story,
        vec![
            ("/officer", body(NOBODY, "请假"), "SPEC-9"),
            ("/officer", body(registrar, "请假"), "SPEC-9"),
            ("/officer", body(archivist, "请假"), "SPEC-9"),
            ("/officer", body(archivist, ""), "INPUT-TEXT"),
            ("/officer", body("registrar_2", "请假"), "input-value"),
        ],
    );
    inputs.into_iter().map(|input| input.asked_by(Person::LEADER)).collect()
}

fn readings(story: &Story<'_>) -> Vec<BadInput> {
    let reading = |field: &str, value: Value| {
        let mut reading = json!({
            "reader": "秦望舒", "ground": "party", "identity_shown": "居民身份证", "purpose": "办理入学",
        });
        reading[field] = value;
        reading
    };
    let inputs = all(
        story,
        vec![
            ("/readings", reading("reader", json!("")), "INPUT-NAME"),
            ("/readings", reading("identity_shown", json!(" ")), "INPUT-TEXT"),
            ("/readings", reading("purpose", json!("查".repeat(4001))), "INPUT-TEXT"),
            ("/readings", reading("approved_by", json!("领导2")), "INPUT-NAME"),
            ("/readings", reading("ground", json!("friend")), "input-unknown-word"),
            ("/reading-return", json!({ "complete": false }), "INPUT-KNOWN"),
            ("/reading-return", json!({ "complete": true, "remarks": "" }), "INPUT-TEXT"),
            ("/reading-return", json!({}), "input-missing-field"),
        ],
    );
    inputs.into_iter().map(|input| input.asked_by(Person::ARCHIVIST)).collect()
}

/// The case has two adopters, an institution and a child of three: nobody else is a party to it.
fn unknown_parties(story: &Story<'_>) -> Vec<BadInput> {
    let mut inputs = Vec::new();
    for party in ["placer_2", "other_parent"] {
        let signed = json!({ "party": party, "signing": "read_and_signed" });
        inputs.extend(all(
            story,
            vec![
                ("/consents", signed, "SPEC-15.who"),
                ("/withdrawal", json!({ "party": party, "reason": "改变主意" }), "INPUT-KNOWN"),
                ("/mandates", json!({ "party": party, "reason": "在外地" }), "INPUT-KNOWN"),
                (
                    "/wishes",
                    json!({ "party": party, "wishes": { "secrecy": true } }),
                    "INPUT-KNOWN",
                ),
                (
                    "/consent-withdrawals",
                    json!({ "party": party, "reason": "改变主意" }),
                    "INPUT-KNOWN",
                ),
            ],
        ));
    }
    inputs
}
