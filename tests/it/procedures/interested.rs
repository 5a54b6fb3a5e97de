//! Who applied for a revocation and is no party of the adoption: told what became of it, and no more.

use serde_json::json;

use super::bereaved::entered;
use super::later::{accepted, opened};
use crate::support::{Office, Person, Story, mostly_on_sqlite, on_both_databases, words};

on_both_databases!(who_applied_learns_nothing_that_is_kept_secret);
mostly_on_sqlite!(a_refused_revocation_is_served_on_who_applied);

/// A revocation that somebody applied for, refused by the leader.
async fn refused<'office>(first: &Story<'office>) -> Story<'office> {
    let applicant = json!({
        "initiated_by": "interested_person", "name": "钟立群", "relation": "被收养人近亲属",
    });
    let body =
        json!({ "adoption": first.case, "initiator": applicant, "reason": "同意书系伪造。" });
    let mut story = opened(first, "/v1/revocations", &body).await;
    accepted(&mut story).await;
    let reason = words::reason("REG-13", "经查，未发现弄虚作假。");
    story.act(Person::LEADER, "/refusal", json!({ "reasons": [reason] })).await;
    story
}

async fn a_refused_revocation_is_served_on_who_applied(office: Office) {
    let first = entered(&office, 31, false).await;
    let mut story = refused(&first).await;
    let notice = story.printed("refusal_notice", None).await;
    assert!(notice.contains("钟立群"), "{notice}");
    let receipt = story.printed("service_receipt", None).await;
    assert!(receipt.contains("钟立群") && receipt.contains("利害关系人"), "{receipt}");
    story.serve("refusal_notice", "interested_person").await;
    story.serve("refusal_notice", "adopter_1").await;
    let services = story.read().await["services"].clone();
    assert_eq!(services[0]["party"], "interested_person");
    let again = words::service("refusal_notice", "guardian", office.today().await);
    let refused = story.refused(Person::REGISTRAR, "/services", again).await;
    refused.name(&["INPUT-KNOWN"]);
}

async fn who_applied_learns_nothing_that_is_kept_secret(office: Office) {
    let first = entered(&office, 32, true).await;
    let story = refused(&first).await;
    let notice = story.printed("refusal_notice", None).await;
    let copies: Vec<&str> = notice.split("二、材料的处理").collect();
    let own: Vec<&&str> = copies.iter().filter(|copy| copy.contains("钟立群：")).collect();
    assert_eq!(own.len(), 1, "nobody but the applicant reads who applied: {notice}");
    let said = &story.application;
    for person in [&said["adopters"][0], &said["adopters"][1], &said["parents"]["placing"][0]] {
        let name = person["name"].as_str().expect("a name");
        assert!(!own[0].contains(name), "{name} in {}", own[0]);
    }
}
