//! Who owes an orphan support is looked into before acceptance, and may change afterwards
//! (民法典 art. 1096).

use serde_json::json;

use crate::support::client::Rules;
use crate::support::families::orphan;
use crate::support::{Office, Person, Story, mostly_on_sqlite, words};

mostly_on_sqlite!(
    an_empty_list_is_looked_into_and_one_found_later_consents,
    a_list_of_another_kind_is_refused,
);

async fn at_acceptance(story: &mut Story<'_>) -> Rules {
    story.refused(Person::REGISTRAR, "/acceptance", json!({})).await
}

async fn an_empty_list_is_looked_into_and_one_found_later_consents(office: Office) {
    let mut application = orphan(1);
    application["support_duty"] = json!([]);
    let mut story = Story::apply(&office, application).await;
    assert!(!story.calls_for("support_duty_consent").await);
    at_acceptance(&mut story).await.name(&["CC-1096.persons"]).do_not_name(&["CC-1096"]);
    story.check("support_duty", "placer").await;
    at_acceptance(&mut story).await.do_not_name(&["CC-1096.persons", "CC-1096"]);

    let found = json!([{ "name": "唐玉珍", "relation": "外祖母" }]);
    story.change(json!({ "what": "support_duty", "persons": found })).await;
    assert!(story.calls_for("support_duty_consent").await, "the form names her");
    at_acceptance(&mut story).await.name(&["CC-1096.persons", "CC-1096"]);
    story.check("support_duty", "placer").await;
    story.bring("support_duty_consent", Some("placer")).await;
    at_acceptance(&mut story).await.do_not_name(&["CC-1096.persons", "CC-1096"]);

    let mut another = words::check("support_duty", "placer", office.today().await);
    another["outcome"] = json!("adverse");
    story.act(Person::REGISTRAR, "/checks", another).await;
    at_acceptance(&mut story).await.name(&["CC-1096.persons"]);
}

async fn a_list_of_another_kind_is_refused(office: Office) {
    let application = crate::support::story::application(1);
    let mut story = Story::apply(&office, application).await;
    story.bring("change_evidence", None).await;
    let today = office.today().await;
    let change = json!({ "what": "support_duty", "persons": [] });
    let change = json!({ "change": change, "happened_on": today });
    story.refused(Person::REGISTRAR, "/changes", change).await.are(&["INPUT-KIND"]);
    let check = words::check("support_duty", "placer", today);
    story.refused(Person::REGISTRAR, "/checks", check).await.are(&["INPUT-KNOWN"]);
}
