//! Applications of the kinds of family a story may need, invented and different for each seed.

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};
use workflow::case::ChildKind;
use workflow::cast::practice::application_of;
use workflow::identity::ResidentId;

use super::story::application;

/// A couple adopts the girl of two parents in special hardship, who place her together.
pub fn hardship_parents(seed: u32) -> Value {
    of_kind(ChildKind::HardshipParents, seed)
}

/// A couple adopts an orphan whom the grandfather places; a grandmother owes her support.
pub fn orphan(seed: u32) -> Value {
    of_kind(ChildKind::GuardianOrphan, seed)
}

/// A couple adopts the girl of a widow in special hardship.
pub fn widowed_parent(seed: u32) -> Value {
    let mut application = hardship_parents(seed);
    dies(&mut application, "placer");
    application
}

/// One of two parents who place is dead: the other places alone.
pub fn dies(application: &mut Value, party: &str) {
    let placing = application["parents"]["placing"].as_array_mut().expect("parents");
    let dead = placing.remove(usize::from(party == "placer_2"));
    application["parents"]["other_parent"] =
        json!({ "state": "dead", "name": dead["name"], "resident_id": dead["resident_id"] });
}

/// A mother's husband adopts her small daughter, who is not asked yet: nothing has to be waited for.
pub fn plain_stepchild(seed: u32) -> Value {
    of_kind(ChildKind::Stepchild, seed)
}

/// A man of 28 adopts the daughter of nine of the woman he married; her father lives.
pub fn stepchild(seed: u32) -> Value {
    stepchild_born(2016, seed)
}

/// The same for a daughter born on 20 May of a year, and as many days later as the seed says.
pub fn stepchild_born(year: i32, seed: u32) -> Value {
    let mut application = of_kind(ChildKind::Stepchild, seed);
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

fn of_kind(kind: ChildKind, seed: u32) -> Value {
    serde_json::to_value(application_of(kind, seed)).expect("an application is JSON")
}

/// Gives a person a day of birth near the end of May of a year, and a number that agrees with it.
fn born(person: &mut Value, year: i32, seed: u32) {
    let first = NaiveDate::from_ymd_opt(year, 5, 20).expect("a day");
    let birth_date = first + Days::new(u64::from(seed));
    let number = person["resident_id"].as_str().expect("a number");
    let (area, sequence) = (&number[..6], &number[14..17]);
    let digits = format!("{area}{}{sequence}", birth_date.format("%Y%m%d"));
    let number = ResidentId::with_check_character(&digits).expect("seventeen digits");
    person["birth_date"] = json!(birth_date);
    person["resident_id"] = json!(number.0);
}
