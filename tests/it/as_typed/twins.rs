//! Two children who are called alike are two where their papers say so.

use serde_json::{Value, json};

use super::apply;
use super::inputs::{folders, input};
use crate::support::story::application;
use crate::support::{Office, Person, Story, mostly_on_sqlite};

mostly_on_sqlite!(twins_without_names_are_two, a_child_under_another_spelling_is_the_same);

async fn accepted<'office>(office: &'office Office, body: Value) -> Story<'office> {
    let mut story = Story::apply(office, body).await;
    story.bring_everything().await;
    story.accept().await;
    story
}

async fn twins_without_names_are_two(office: Office) {
    let folder = &folders()[0];
    let first = input(folder, "12-")["first"]["body"].clone();
    let second = input(folder, "12-")["then"]["body"].clone();
    accepted(&office, first).await;
    let filed = apply(&office, &second).await.expect(201).json();
    assert!(filed["notes"].to_string().contains("是否为两名儿童"), "{filed}");
    let second = accepted(&office, second).await;
    assert_ne!(second.stage().await, "applied");
    // Two children of an institution, found together, entered one after the other.
    let first = application(3);
    let mut other = application(3);
    other["adopters"] = application(60)["adopters"].clone();
    other["child"].as_object_mut().expect("a child").remove("resident_id");
    let mut unnumbered = first.clone();
    unnumbered["child"].as_object_mut().expect("a child").remove("resident_id");
    other["child"]["entry_number"] = json!("练福入〔2020〕0902");
    accepted(&office, unnumbered).await;
    accepted(&office, other).await;
}

async fn a_child_under_another_spelling_is_the_same(office: Office) {
    let first = input(&folders()[0], "12-")["first"]["body"].clone();
    accepted(&office, first.clone()).await;
    for spelling in ["r500400101", "R 5004 00101", "Ｒ500400101"] {
        let mut again = first.clone();
        again["child"]["birth_certificate_number"] = json!(spelling);
        again["reason"] = json!(format!("另有原因，{spelling}。"));
        let mut story = Story::apply(&office, again).await;
        story.bring_everything().await;
        let refused = story.refused(Person::REGISTRAR, "/acceptance", json!({})).await;
        refused.name(&["CC-1111"]);
    }
}
