//! The check against the known cases, against the table of exemptions, and at the edges.

mod edges;
mod exempt;
mod faults;
mod known;
mod papers;

use serde_json::{Value, json};

use crate::base::open_points::OpenPoints;
use crate::base::rule::Refusal;
use crate::public::eligibility::{Choose, Eligibility, FactSheet, check};

const CHINESE: Choose = |zh, _| zh;

/// Every source with what its placing must say, in a form that bars nothing.
fn sources() -> [(&'static str, Value); 9] {
    let parents = json!({ "by": "both_parents" });
    [
        ("institution_foundling", json!({})),
        ("institution_orphan", json!({})),
        (
            "guardian_orphan",
            json!({ "guardian_is_organisation": false, "support_duty_persons": false }),
        ),
        ("foundling", json!({})),
        ("hardship_parents", json!({ "by": "both_parents", "hardship": true })),
        (
            "incapable_parents",
            json!({
                "guardian_is_organisation": false,
                "parents_incapable": true,
                "may_seriously_harm": true,
            }),
        ),
        ("collateral_kin", parents),
        ("stepchild", json!({ "other_parent": "dead" })),
        ("rescued_child", json!({})),
    ]
}

fn placing_of(source: &str) -> Value {
    let known = sources().into_iter().find(|(name, _)| *name == source);
    known.expect("a source").1
}

/// A sheet of this source that the law allows.
fn sheet(source: &str) -> Value {
    let adopter = |sex: &str| {
        json!({
            "born": "1988-05-01", "sex": sex, "marital_status": "married",
            "residency": "mainland", "capable": true, "medically_unfit": false,
            "adverse_record": false,
        })
    };
    let adopters = if source == "stepchild" {
        json!([adopter("male")])
    } else {
        json!([adopter("male"), adopter("female")])
    };
    json!({
        "as_of": "2026-11-22",
        "office_division": "500111",
        "competent_divisions": ["500111"],
        "child": {
            "source": source, "born": "2021-03-04", "sex": "female", "disabled": false,
            "consents": null,
        },
        "adopters": adopters,
        "household": { "existing_children": 0, "adopting": 1 },
        "placing": placing_of(source),
    })
}

/// The same with one adopter, who has no spouse.
fn sheet_of_one(source: &str) -> Value {
    let mut sheet = sheet(source);
    let mut adopter = sheet["adopters"][0].take();
    adopter["marital_status"] = json!("divorced");
    sheet["adopters"] = json!([adopter]);
    sheet
}

/// A sheet with some values changed, each by its path.
fn with(mut sheet: Value, changes: &[(&str, Value)]) -> Value {
    for (path, value) in changes {
        let (parent, name) = path.rsplit_once('/').expect("a path");
        match sheet.pointer_mut(parent).expect("a parent") {
            Value::Array(list) => {
                let index: usize = name.parse().expect("an index");
                list[index] = value.clone();
            }
            parent => parent[name] = value.clone(),
        }
    }
    sheet
}

fn read(sheet: &Value) -> FactSheet {
    serde_json::from_value(sheet.clone()).expect("a sheet")
}

fn answer(sheet: &Value) -> Eligibility {
    answer_where(sheet, &OpenPoints::default())
}

fn answer_where(sheet: &Value, points: &OpenPoints) -> Eligibility {
    let sound = read(sheet).sound().expect("its facts fit together");
    check(&sound, points, CHINESE)
}

fn refusal(sheet: &Value) -> Refusal {
    read(sheet).sound().expect_err("its facts do not fit together")
}

/// The rules found, in order of their names.
fn found(sheet: &Value) -> Vec<&'static str> {
    let mut rules: Vec<_> = answer(sheet).findings.iter().map(|finding| finding.rule).collect();
    rules.sort_unstable();
    rules
}
