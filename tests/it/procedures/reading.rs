//! The closed volume is read on the spot: one reading at a time, each with its slip.

use serde_json::{Value, json};

use crate::support::families::stepchild;
use crate::support::{Office, Person, Story, on_both_databases};

on_both_databases!(a_volume_is_read_on_the_spot);

fn reading(ground: &str, reader: &str) -> Value {
    json!({
        "reader": reader,
        "ground": ground,
        "identity_shown": "居民身份证",
        "purpose": "为孩子办理户口登记，核对收养日期。",
    })
}

async fn a_volume_is_read_on_the_spot(office: Office) {
    let mut story = Story::apply(&office, stepchild(1)).await;
    story.carry_to_issue().await;
    let path = "/readings";
    let adopter = story.application["adopters"][0]["name"].as_str().expect("a name").to_owned();
    let reading = |ground: &str| reading(ground, &adopter);
    story.refused(Person::ARCHIVIST, path, reading("party")).await.are(&["SPEC-11"]);
    story.archive().await;
    story.attempt(Person::REGISTRAR, path, &reading("party")).await.expect(403);

    let returned = json!({ "complete": true });
    let nothing_lent = story.refused(Person::ARCHIVIST, "/reading-return", returned.clone()).await;
    nothing_lent.are(&["INPUT-KNOWN"]);
    let mut by_a_stranger = reading("party");
    by_a_stranger["reader"] = json!("何秀兰");
    story.refused(Person::ARCHIVIST, path, by_a_stranger).await.are(&["ARCH-10"]);
    story.act(Person::ARCHIVIST, path, reading("party")).await;
    let slip = story.printed("lending_slip", None).await;
    for words in [adopter.as_str(), "为孩子办理户口登记", "当事人查阅本人档案"] {
        assert!(slip.contains(words), "{words} is not in {slip}");
    }
    story.refused(Person::ARCHIVIST, path, reading("authority")).await.are(&["ARCH-10"]);
    let torn = json!({ "complete": false });
    story.refused(Person::ARCHIVIST, "/reading-return", torn).await.are(&["ARCH-10"]);
    story.act(Person::ARCHIVIST, "/reading-return", returned).await;

    let mut of_another = reading("other");
    story.refused(Person::ARCHIVIST, path, of_another.clone()).await.are(&["ARCH-10"]);
    of_another["approved_by"] = json!("陈国安");
    story.act(Person::ARCHIVIST, path, of_another).await;
    let torn = json!({ "complete": false, "remarks": "第3页边角破损，已经修补。" });
    story.act(Person::ARCHIVIST, "/reading-return", torn).await;
    let loans = story.read().await["loans"].clone();
    assert_eq!(loans.as_array().map(Vec::len), Some(2));
    assert_eq!(loans[0]["returned"]["complete"], true);
    assert_eq!(loans[1]["returned"]["remarks"], "第3页边角破损，已经修补。");
    assert_eq!(story.stage().await, "archived", "reading changes nothing in the volume");
}
