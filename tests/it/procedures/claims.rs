//! Somebody claims the child: the case stands still until the leader settles the claim on a police or
//! court paper.

use chrono::Days;
use serde_json::{Value, json};

use crate::support::story::{application, day};
use crate::support::{Office, Person, Story, mostly_on_sqlite, words};

mostly_on_sqlite!(a_claim_during_the_notice_is_unfounded, a_claim_after_the_notice_is_founded);

fn claim() -> Value {
    json!({ "claimant": "自称孩子外祖母的来访人" })
}

fn settled(outcome: &str) -> Value {
    json!({ "outcome": outcome, "reasons": "公安机关亲子鉴定书，练公鉴〔2026〕12号。" })
}

async fn a_claim_during_the_notice_is_unfounded(office: Office) {
    let mut story = Story::apply(&office, application(1)).await;
    story.carry_to_acceptance().await;
    story.publish().await;
    office.move_to(office.today().await + Days::new(20)).await;
    story.act(Person::REGISTRAR, "/claims", claim()).await;
    let refused = story.refused(Person::REGISTRAR, "/proposal", words::proposal()).await;
    refused.name(&["REG-8.2.claim", "REG-8.2"]);
    let path = "/claims/1/settlement";
    story.attempt(Person::REGISTRAR, path, &settled("unfounded")).await.expect(403);
    story.refused(Person::LEADER, path, settled("unfounded")).await.are(&["REG-8.2.settled"]);
    story.bring("claim_paper", None).await;
    let nobodys = story.refused(Person::LEADER, "/claims/2/settlement", settled("unfounded")).await;
    nobodys.are(&["INPUT-KNOWN"]);
    story.act(Person::LEADER, path, settled("unfounded")).await;
    let again = story.refused(Person::LEADER, path, settled("founded")).await;
    again.name(&["INPUT-KNOWN"]);
    let notice = story.deadline("notice").await;
    assert_eq!(notice["due_on"], "2026-05-06", "the notice ran on");
    let refused = story.refused(Person::REGISTRAR, "/proposal", words::proposal()).await;
    refused.name(&["REG-8.2"]).do_not_name(&["REG-8.2.claim", "CC-1093.2"]);
}

async fn a_claim_after_the_notice_is_founded(office: Office) {
    let mut story = Story::apply(&office, application(1)).await;
    story.carry_to_acceptance().await;
    story.publish().await;
    let last_day = day(&story.deadline("notice").await["due_on"]);
    office.move_to(last_day + Days::new(1)).await;
    let refused = story.refused(Person::REGISTRAR, "/proposal", words::proposal()).await;
    refused.do_not_name(&["REG-8.2", "REG-8.2.claim"]);
    story.act(Person::REGISTRAR, "/claims", claim()).await;
    let refused = story.refused(Person::REGISTRAR, "/proposal", words::proposal()).await;
    refused.name(&["REG-8.2.claim"]);
    story.bring("claim_paper", None).await;
    story.act(Person::LEADER, "/claims/1/settlement", settled("founded")).await;
    let refused = story.refused(Person::REGISTRAR, "/proposal", words::proposal()).await;
    refused.name(&["CC-1093.2"]).do_not_name(&["REG-8.2.claim"]);

    let reason = words::reason("CC-1093.2", "经鉴定，来访人的女儿系孩子的生母。");
    story.act(Person::LEADER, "/refusal", json!({ "reasons": [reason] })).await;
    assert_eq!(story.stage().await, "refused");
    assert!(story.printed("refusal_notice", None).await.contains("系孩子的生母"));
}
