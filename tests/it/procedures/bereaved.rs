//! The procedures after a registration where not all who adopted are there any more.

use serde_json::{Value, json};
use workflow::identity::ResidentId;

use super::later::{accepted, dissolution, opened, opening};
use crate::support::families::hardship_parents;
use crate::support::{Office, Person, Story, mostly_on_sqlite, words};

mostly_on_sqlite!(
    an_adopter_dissolves_after_the_death_of_the_other,
    a_guardian_applies_for_a_minor_adoptee,
);

/// An adoption by a couple, registered on paper in 2021 and entered since.
pub(super) async fn entered(office: &Office, seed: u32, secrecy: bool) -> Story<'_> {
    let mut application = hardship_parents(seed);
    application["wishes"] = json!({ "secrecy": secrecy });
    let entry = json!({
        "application": application, "certificate_number": format!("（2021）渝练收字{seed:05}"),
        "blank_serial": format!("YZ2021{seed:04}"), "registered_on": "2021-04-06",
        "registered_by": "练习县民政局", "volume_number": format!("0199-收养-2021-{seed:04}"),
    });
    let done = opening(office, "/v1/late-entries", &entry).await.expect(201).json();
    let case = done["case_id"].as_str().expect("a case").to_owned();
    let mut story = Story { office, application, case, version: 1 };
    for paper in ["adoption_certificate", "paper_volume"] {
        story.bring(paper, None).await;
    }
    story.act(Person::ARCHIVIST, "/late-entry-confirmation", json!({})).await;
    story
}

fn came(story: &Story<'_>, parties: &[&str]) -> Value {
    let said = &story.application;
    let number = |party: &str| match party {
        "adopter_1" => said["adopters"][0]["resident_id"].clone(),
        "adopter_2" => said["adopters"][1]["resident_id"].clone(),
        "placer" => said["parents"]["placing"][0]["resident_id"].clone(),
        "placer_2" => said["parents"]["placing"][1]["resident_id"].clone(),
        _ => said["child"]["resident_id"].clone(),
    };
    let shown = |party: &str| if party == "child" { "household_register" } else { "identity_card" };
    parties.iter().map(|party| words::in_person(party, shown(party), &number(party))).collect()
}

async fn an_adopter_dissolves_after_the_death_of_the_other(office: Office) {
    let first = entered(&office, 21, false).await;
    let mut body = dissolution(&first);
    body["deceased_adopter"] = json!("placer");
    opening(&office, "/v1/dissolutions", &body).await.refused_by("CC-1114.survivor");
    body["deceased_adopter"] = json!("adopter_1");
    let mut story = opened(&first, "/v1/dissolutions", &body).await;
    let form = story.printed("dissolution_application", None).await;
    assert!(form.contains("已经死亡（见死亡证明）"), "{form}");
    let refused = story.refused(Person::REGISTRAR, "/acceptance", json!({})).await;
    refused.name(&["CC-1114.survivor"]);
    accepted(&mut story).await;
    for party in ["adopter_2", "placer", "placer_2"] {
        story.ask(party).await;
    }
    story.decide().await;
    let registration = |attendance: Value| {
        json!({
            "blank_serial": "JC0021", "attendance": attendance,
            "certificate": { "state": "given_in" },
        })
    };
    let with_the_dead = came(&story, &["adopter_1", "adopter_2", "placer", "placer_2", "child"]);
    let path = "/dissolution";
    let refused = story.refused(Person::REGISTRAR, path, registration(with_the_dead)).await;
    refused.are(&["REG-10.together"]);
    let living = came(&story, &["adopter_2", "placer", "placer_2", "child"]);
    story.act(Person::REGISTRAR, path, registration(living)).await;
    assert_eq!(first.read().await["aftermath"]["standing"]["state"], "dissolved");
    let proof = story.printed("dissolution_proof", None).await;
    assert!(proof.contains("已经死亡，由在世的收养人协议解除"), "{proof}");
}

/// Both adoptive parents have died, and the grandmother raises the child.
async fn a_guardian_applies_for_a_minor_adoptee(office: Office) {
    let first = entered(&office, 22, false).await;
    let number = ResidentId::with_check_character("50019919550307204").expect("a number");
    let guardian = json!({ "name": "周桂芳", "resident_id": number, "relation": "祖母" });
    let mut body = json!({
        "adoption": first.case, "paper": "certificate", "cause": "lost",
        "applicants": ["guardian"], "reason": "遗物中未找到。",
    });
    opening(&office, "/v1/replacements", &body).await.refused_by("SPEC-C1.3");
    body["guardian"] = guardian.clone();
    let mut story = opened(&first, "/v1/replacements", &body).await;
    let form = story.printed("replacement_application", None).await;
    assert!(form.contains("周桂芳") && form.contains("被收养人的监护人（祖母）"), "{form}");
    let refused = story.refused(Person::REGISTRAR, "/acceptance", json!({})).await;
    refused.name(&["SPEC-C2.guardian"]);
    accepted(&mut story).await;
    story.ask("guardian").await;
    let record = story.printed("inquiry_record", Some("guardian")).await;
    assert!(record.contains("周桂芳"), "{record}");
    story.decide().await;
    let shown = |number: &Value| json!([words::in_person("guardian", "identity_card", number)]);
    let issue = |number: &Value| json!({ "blank_serial": "YZ-22", "attendance": shown(number) });
    let another = issue(&story.application["adopters"][0]["resident_id"]);
    let refused = story.refused(Person::REGISTRAR, "/replacement", another).await;
    refused.are(&["IDC-14"]);
    story.act(Person::REGISTRAR, "/replacement", issue(&guardian["resident_id"])).await;
    assert_eq!(first.read().await["aftermath"]["replaced"][0]["blank_serial"], "YZ-22");

    let body = json!({
        "adoption": first.case, "applicant": "guardian", "guardian": guardian, "purpose": "入学",
    });
    let mut proof = opened(&first, "/v1/proofs", &body).await;
    accepted(&mut proof).await;
    let attendance = json!({ "attendance": shown(&guardian["resident_id"]) });
    proof.act(Person::REGISTRAR, "/proof", attendance).await;
    assert_eq!(first.read().await["aftermath"]["proofs"].as_array().map(Vec::len), Some(1));
}
