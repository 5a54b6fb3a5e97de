//! One family and two children: the number of children sees what was registered since it was stated,
//! and a child whom the quota does not count leaves room for another (民法典 arts. 1098(1), 1100).

use serde_json::{Value, json};

use crate::support::families::hardship_parents;
use crate::support::story::application;
use crate::support::{Office, Person, Story, mostly_on_sqlite};

mostly_on_sqlite!(a_child_registered_since_is_one_more, an_exempt_child_leaves_room_for_another);

/// The same family, who state one child, adopts this child.
fn of_one_family(mut application: Value, adopters: &Value) -> Value {
    application["adopters"] = adopters.clone();
    for adopter in application["adopters"].as_array_mut().expect("adopters") {
        adopter["children"] = json!(1);
    }
    application
}

async fn a_child_registered_since_is_one_more(office: Office) {
    let first = hardship_parents(1);
    let family = first["adopters"].clone();
    let mut second = Story::apply(&office, of_one_family(hardship_parents(700), &family)).await;
    second.bring_everything().await;
    let mut first = Story::apply(&office, of_one_family(first, &family)).await;
    first.bring_everything().await;
    first.accept().await;
    let refused = second.refused(Person::REGISTRAR, "/acceptance", json!({})).await;
    refused.are(&["CC-1100.1"]);
    first.begin_assessment().await;
    first.finish_assessment().await;
    first.hear().await;
    first.decide().await;
    first.register_and_issue().await;

    // Each stated one child, which was true on that day; the one registered is the second.
    let refused = second.refused(Person::REGISTRAR, "/acceptance", json!({})).await;
    refused.are(&["CC-1098.1"]);
    assert_eq!(second.stage().await, "applied");
}

async fn an_exempt_child_leaves_room_for_another(office: Office) {
    let foundling = application(1);
    let family = foundling["adopters"].clone();
    let mut exempt = Story::apply(&office, of_one_family(foundling, &family)).await;
    exempt.bring_everything().await;
    exempt.accept().await;
    let mut counted = Story::apply(&office, of_one_family(hardship_parents(700), &family)).await;
    counted.bring_everything().await;
    counted.accept().await;
    assert_eq!(counted.stage().await, "accepted");
    let mut third = Story::apply(&office, of_one_family(hardship_parents(800), &family)).await;
    third.bring_everything().await;
    let refused = third.refused(Person::REGISTRAR, "/acceptance", json!({})).await;
    refused.are(&["CC-1100.1"]);
}
