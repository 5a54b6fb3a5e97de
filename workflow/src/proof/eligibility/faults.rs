//! Facts that do not fit together, each with the field that is named.

use super::*;
use crate::law::input::{BOUNDS, DAY, DIVISION, OF_THE_KIND};

fn fields(sheet: &Value) -> Vec<String> {
    let violations = refusal(sheet).violations;
    violations.into_iter().map(|violation| violation.field.unwrap_or_default()).collect()
}

#[test]
fn every_fault_is_named_at_once() {
    let sheet = with(
        sheet("hardship_parents"),
        &[
            ("/office_division", json!("50011")),
            ("/competent_divisions", json!(["500111", "5001１"])),
            ("/child/born", json!("2026-11-23")),
            ("/adopters/1/born", json!("2027-01-01")),
            ("/adopters/1/marital_status", json!("widowed")),
            ("/household/adopting", json!(0)),
            ("/placing", json!({ "by": "both_parents", "other_parent_consents": true })),
        ],
    );
    let expected = [
        "office_division",
        "competent_divisions[1]",
        "child.born",
        "adopters[1].born",
        "adopters[1].marital_status",
        "household.adopting",
        "placing.hardship",
        "placing.other_parent_consents",
    ];
    assert_eq!(fields(&sheet), expected);
    for rule in [&DIVISION, &DAY, &BOUNDS, &OF_THE_KIND] {
        assert!(refusal(&sheet).names(rule), "{}", rule.id);
    }
}

#[test]
fn adopters_are_one_person_or_two_spouses() {
    let couple = sheet("foundling");
    let adopter = couple["adopters"][0].clone();
    for adopters in [json!([]), json!([adopter, adopter, adopter])] {
        assert_eq!(fields(&with(couple.clone(), &[("/adopters", adopters)])), ["adopters"]);
    }
    let single = json!([with(adopter.clone(), &[("/marital_status", json!("never_married"))])]);
    assert!(read(&with(couple.clone(), &[("/adopters", single.clone())])).sound().is_ok());
    let stepchild = sheet("stepchild");
    let two = with(stepchild.clone(), &[("/adopters", json!([adopter, adopter]))]);
    assert_eq!(fields(&two), ["adopters"]);
    let unmarried = with(stepchild, &[("/adopters", single)]);
    assert_eq!(fields(&unmarried), ["adopters[0].marital_status"]);
}

/// Every fact of placing, in the form in which it is stated.
const FACTS: [(&str, &str); 10] = [
    ("by", "\"one_parent\""),
    ("hardship", "true"),
    ("other_parent", "\"missing\""),
    ("other_parent_consents", "true"),
    ("grandparents_claim_priority", "false"),
    ("guardian_is_organisation", "false"),
    ("support_duty_persons", "false"),
    ("support_duty_consents", "true"),
    ("parents_incapable", "true"),
    ("may_seriously_harm", "true"),
];

#[test]
fn each_source_takes_its_own_facts_of_placing_and_no_others() {
    for (source, own) in sources() {
        let own = own.as_object().expect("facts");
        for (name, value) in FACTS {
            let value: Value = serde_json::from_str(value).expect("JSON");
            let path = format!("/placing/{name}");
            if own.contains_key(name) {
                let mut without = sheet(source);
                without["placing"].as_object_mut().expect("facts").remove(name);
                let named = fields(&without);
                assert_eq!(named, [format!("placing.{name}")], "{source} without {name}");
            } else {
                let more = with(sheet(source), &[(&path, value)]);
                assert!(fields(&more).contains(&format!("placing.{name}")), "{source} with {name}");
            }
        }
    }
}

#[test]
fn a_fact_that_depends_on_another_is_asked_where_it_has_a_meaning() {
    let placed = |source: &str, placing: Value| with(sheet(source), &[("/placing", placing)]);
    for (source, placing, missing) in [
        ("collateral_kin", json!({ "by": "one_parent" }), "placing.other_parent"),
        (
            "collateral_kin",
            json!({ "by": "one_parent", "other_parent": "dead" }),
            "placing.grandparents_claim_priority",
        ),
        ("stepchild", json!({ "other_parent": "alive" }), "placing.other_parent_consents"),
        (
            "guardian_orphan",
            json!({ "guardian_is_organisation": true, "support_duty_persons": true }),
            "placing.support_duty_consents",
        ),
    ] {
        assert_eq!(fields(&placed(source, placing)), [missing], "{source}");
    }
}
