//! Applications of the three kinds of family, each invented and different for each seed.

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};
use workflow::identity::ResidentId;

use super::story::application;

/// The county of the practice office.
const DIVISION: &str = "500199";
/// What only a child whose parents cannot be found has.
const FINDING: [&str; 5] =
    ["found_on", "found_at", "entered_institution_on", "entry_number", "features"];

/// A couple adopts the girl of two parents in special hardship, who place her together.
pub fn hardship_parents(seed: u32) -> Value {
    let placing =
        json!([parent("罗长根", "male", 1990, seed), parent("唐秀兰", "female", 1992, seed)]);
    of_known_parents(seed, "hardship_parents", json!({ "placing": placing }))
}

/// A couple adopts the girl of a widow in special hardship.
pub fn widowed_parent(seed: u32) -> Value {
    let dead = parent("罗长根", "male", 1990, seed);
    let other =
        json!({ "state": "dead", "name": dead["name"], "resident_id": dead["resident_id"] });
    let placing = json!([parent("唐秀兰", "female", 1992, seed)]);
    let parents = json!({ "placing": placing, "other_parent": other });
    of_known_parents(seed, "hardship_parents", parents)
}

/// A man of 28 adopts the daughter of nine of the woman he married; her father lives elsewhere.
pub fn stepchild(seed: u32) -> Value {
    stepchild_born(2016, seed)
}

/// The same for a daughter born on 20 May of a year, and as many days later as the seed says.
pub fn stepchild_born(year: i32, seed: u32) -> Value {
    let father = parent("贺远山", "male", 1988, seed);
    let other = json!({
        "state": "alive",
        "name": father["name"],
        "resident_id": father["resident_id"],
        "division": "500112",
    });
    let placing = json!([parent("秦若溪", "female", 1990, seed)]);
    let parents = json!({ "placing": placing, "other_parent": other });
    let mut application = of_known_parents(seed, "stepchild", parents);
    if let Some(adopters) = application["adopters"].as_array_mut() {
        adopters.truncate(1);
    }
    born(&mut application["adopters"][0], 1997, seed);
    born(&mut application["child"], year, seed);
    application
}

/// A couple of whom the man is not thirty yet applies for a child of the institution.
pub fn too_young(seed: u32) -> Value {
    let mut application = application(seed);
    born(&mut application["adopters"][0], 1997, seed);
    application
}

/// A couple applies for a disabled child of the institution.
pub fn disabled_child(seed: u32) -> Value {
    let mut application = application(seed);
    application["child"]["health"] = json!("disabled");
    application
}

/// A couple applies for a child that other applicants named before.
pub fn for_the_same_child(seed: u32, earlier: &Value) -> Value {
    let mut application = application(seed);
    application["child"] = earlier["child"].clone();
    application
}

fn of_known_parents(seed: u32, kind: &str, parents: Value) -> Value {
    let mut application = application(seed);
    application["kind"] = json!(kind);
    application["placer"] = Value::Null;
    application["parents"] = parents;
    let child = application["child"].as_object_mut().expect("a child");
    for told_of_a_finding in FINDING {
        child.remove(told_of_a_finding);
    }
    child.insert("name".to_owned(), json!("罗春分"));
    child.insert("address".to_owned(), json!("练习县石桥镇倒塔村3组"));
    application
}

fn parent(name: &str, sex: &str, year: i32, seed: u32) -> Value {
    let mut parent = json!({
        "name": name,
        "sex": sex,
        "ethnic_group": "汉族",
        "occupation": "务农",
        "household_address": "练习县石桥镇倒塔村3组",
        "division": DIVISION,
        "residence": "练习县石桥镇倒塔村3组",
        "telephone": "13800000000",
    });
    born(&mut parent, year, seed);
    parent
}

/// Gives a person a day of birth near the end of May of a year, and a number that agrees with it.
fn born(person: &mut Value, year: i32, seed: u32) {
    let first = NaiveDate::from_ymd_opt(year, 5, 20).expect("a day");
    let birth_date = first + Days::new(u64::from(seed));
    let sequence = if person["sex"] == "male" { 31 } else { 32 };
    let digits = format!("{DIVISION}{}{sequence:03}", birth_date.format("%Y%m%d"));
    let number = ResidentId::with_check_character(&digits).expect("seventeen digits");
    person["birth_date"] = json!(birth_date);
    person["resident_id"] = json!(number.0);
}
