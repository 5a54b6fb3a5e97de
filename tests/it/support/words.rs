//! What people write in the requests of an ordinary adoption, as JSON and nothing else.

use chrono::NaiveDate;
use serde_json::{Value, json};
use workflow::Role;
use workflow::cast::agencies::{NEWSPAPER, POLICE_STATION};
use workflow::cast::practice::people_of;

/// The two who adopt.
pub const ADOPTERS: [&str; 2] = ["adopter_1", "adopter_2"];
/// Those who place: an institution or one parent as the first, the other parent as the second.
const PLACERS: [&str; 2] = ["placer", "placer_2"];
/// Those who are asked where an institution places a small child, each separately.
pub const ASKED: [&str; 3] = ["adopter_1", "adopter_2", "placer"];
/// Everybody who can be asked.
const ANYBODY: [&str; 5] = ["adopter_1", "adopter_2", "placer", "placer_2", "child"];

/// Those who adopt by an application.
pub fn adopters(application: &Value) -> &'static [&'static str] {
    let two = application["adopters"].as_array().is_some_and(|adopters| adopters.len() == 2);
    if two { &ADOPTERS } else { &ADOPTERS[..1] }
}

/// Those who place by an application.
pub fn placers(application: &Value) -> &'static [&'static str] {
    let placing = application["parents"]["placing"].as_array();
    if placing.is_some_and(|placing| placing.len() == 2) { &PLACERS } else { &PLACERS[..1] }
}

/// A paper with whom it concerns.
pub type Brought = (&'static str, Option<&'static str>);

/// Every paper the parties of an application bring beside the signed form itself.
pub fn papers_of(application: &Value) -> Vec<Brought> {
    let kind = application["kind"].as_str().expect("a kind");
    let of_an_adopter: &[&str] = match kind {
        "stepchild" => &["marriage_proof"],
        "hardship_parents" | "collateral_kin" => {
            &["marital_and_ability_proof", "children_statement", "health_certificate"]
        }
        _ => &[
            "marital_and_ability_proof",
            "children_statement",
            "health_certificate",
            "births_certificate",
        ],
    };
    let mut papers: Vec<Brought> = vec![("joint_photo", None)];
    for party in adopters(application) {
        let identity = ["household_register", "identity_card"].iter();
        papers.extend(identity.chain(of_an_adopter).map(|paper| (*paper, Some(*party))));
    }
    papers.extend(if application["parents"].is_null() {
        papers_of_an_institution()
    } else {
        papers_of_parents(application)
    });
    if application["child"]["health"] == "disabled" {
        papers.push(("disability_certificate", Some("child")));
    }
    papers
}

fn papers_of_an_institution() -> Vec<Brought> {
    vec![
        ("responsible_person_identity_card", Some("placer")),
        ("entry_record", Some("child")),
        ("police_finding_certificate", Some("child")),
    ]
}

fn papers_of_parents(application: &Value) -> Vec<Brought> {
    let mut papers = vec![("placer_photo", Some("placer"))];
    for party in placers(application) {
        papers.extend(["household_register", "identity_card"].map(|paper| (paper, Some(*party))));
    }
    if application["kind"] == "hardship_parents" {
        papers.push(("hardship_statement", Some("placer")));
    }
    if !application["kinship"].is_null() {
        papers.push(("kinship_proof", Some("placer")));
    }
    match application["parents"]["other_parent"]["state"].as_str() {
        Some("dead" | "missing") => {
            papers.push(("spouse_death_or_missing_proof", Some("placer")));
        }
        Some("alive") => papers.push(("other_parent_consent", Some("other_parent"))),
        _ => {}
    }
    papers
}

/// A check with another authority that found nothing against the adoption.
pub fn check(kind: &str, party: &str, on: NaiveDate) -> Value {
    json!({
        "check": kind,
        "party": party,
        "source": "练习县公安局信息核查，练公核〔2026〕31号",
        "checked_on": on,
        "outcome": "clear",
    })
}

/// The notice as published.
pub fn public_notice(on: NaiveDate) -> Value {
    json!({ "newspaper": format!("{NEWSPAPER}第4版"), "published_on": on })
}

/// Who assesses.
pub fn appointment(assessors: &[String]) -> Value {
    let appointed = assessors.iter().map(|user| {
        json!({ "user": user, "statement_of_no_interest": "无利害关系声明已签署，存评估卷" })
    });
    json!({ "assessors": appointed.collect::<Vec<_>>() })
}

/// A visit of the assessment.
pub fn assessment_visit(on: NaiveDate, method: &str, assessors: &[String]) -> Value {
    json!({
        "visited_on": on,
        "method": method,
        "assessors": assessors,
        "findings": "住房三室一厅，为孩子准备了独立房间，家庭和睦，邻里评价良好。",
    })
}

/// A report with its conclusion, signed by all who assessed.
pub fn assessment_report(conclusion: &str, assessors: &[String]) -> Value {
    let topics = [
        "motive",
        "conduct",
        "education",
        "health",
        "means_and_housing",
        "marriage_and_family",
        "household_opinion",
        "raising_plan",
        "neighbours",
        "community",
        "integration",
    ];
    let finding =
        |topic| json!({ "topic": topic, "finding": "经走访和查阅资料，情况属实，符合要求。" });
    json!({ "conclusion": conclusion, "findings": topics.map(finding), "signers": assessors })
}

/// An inquiry of one person; a child has an adult with it.
pub fn inquiry(party: &str) -> Value {
    // Nobody is asked at the hour of another.
    let hour = 9 + ANYBODY.iter().position(|asked| *asked == party).unwrap_or(0);
    let companion = (party == "child")
        .then(|| json!({ "name": people_of(Role::Visitor)[2], "relation": "儿童督导员" }));
    json!({
        "party": party,
        "began_at": format!("{hour:02}:10:00"),
        "ended_at": format!("{hour:02}:45:00"),
        "place": "练习县民政局收养登记处询问室",
        "companion": companion,
        "recorder": people_of(Role::Registrar)[1],
        "answers": [
            { "question": "提供虚假材料的后果，您知道吗？", "answer": "知道。" },
            { "question": "是否自愿？", "answer": "完全自愿。" },
        ],
        "signing": "read_and_signed",
    })
}

/// A consent of one person.
pub fn consent(party: &str) -> Value {
    json!({ "party": party, "signing": "read_and_signed" })
}

/// Guidance to one adopter.
pub fn guidance(party: &str) -> Value {
    json!({
        "party": party,
        "given_by": people_of(Role::Registrar)[0],
        "place": "练习县民政局收养登记处",
        "minutes": 50,
        "form": "面谈并观看宣传片",
        "topics": "父母的家庭教育责任；如何告诉孩子身世",
        "response": "已经了解，愿意照做。",
    })
}

/// The registrar's proposal.
pub fn proposal() -> Value {
    json!({ "opinion": "经审查，符合收养条件，公告期满无人认领，建议准予登记。" })
}

/// The leader's approval.
pub fn approval() -> Value {
    json!({ "opinion": "同意登记。", "reasons_over_report": [] })
}

/// The registration: everybody in person, everything confirmed today.
pub fn registration(application: &Value, on: NaiveDate, blank_serial: &str) -> Value {
    let mut attendance = Vec::new();
    let mut confirmations = vec![check("care_of_child", "child", on)];
    for (place, party) in adopters(application).iter().enumerate() {
        let number = &application["adopters"][place]["resident_id"];
        attendance.push(in_person(party, "identity_card", number));
        confirmations.push(check("marital_status", party, on));
        // The record of a step-parent is no condition.
        if application["kind"] != "stepchild" {
            confirmations.push(check("criminal_record", party, on));
        }
    }
    for (place, party) in placers(application).iter().enumerate() {
        let number = match &application["parents"] {
            Value::Null => &application["placer"]["responsible_person_id"],
            parents => &parents["placing"][place]["resident_id"],
        };
        attendance.push(in_person(party, "identity_card", number));
    }
    attendance.push(in_person("child", "household_register", &application["child"]["resident_id"]));
    json!({ "blank_serial": blank_serial, "attendance": attendance, "confirmations": confirmations })
}

/// One who comes in person with a document.
pub fn in_person(party: &str, shown: &str, number: &Value) -> Value {
    json!({ "manner": "in_person", "party": party, "shown": shown, "number": number })
}

/// A visit after the adoption at which all is well.
pub fn follow_up_visit(on: NaiveDate) -> Value {
    json!({
        "visited_on": on,
        "visitors": people_of(Role::Visitor)[..2],
        "findings": "孩子身体健康，与养父母关系亲密，学习生活正常。",
        "concern": "green",
    })
}

/// A reason of a refusal, with the rule that is not met.
pub fn reason(rule: &str, explanation: &str) -> Value {
    json!({ "rule": rule, "explanation": explanation })
}

/// A paper handed to a party.
pub fn service(document: &str, party: &str, on: NaiveDate) -> Value {
    json!({
        "document": document,
        "party": party,
        "manner": "direct",
        "received_by": "秦望舒",
        "served_on": on,
    })
}

/// A report of harm to a minor.
pub fn harm_report(on: NaiveDate) -> Value {
    json!({
        "recipient": POLICE_STATION,
        "reported_at": format!("{on} 10:30"),
        "number": "练公城接〔2026〕0312号",
    })
}
