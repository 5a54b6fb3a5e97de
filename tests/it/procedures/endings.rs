//! A case that ends without an adoption: the leader refuses with reasons, or a party withdraws.

use serde_json::{Value, json};

use crate::support::client::Answer;
use crate::support::families::{hardship_parents, stepchild};
use crate::support::papers::scan;
use crate::support::{Office, Person, Story, mostly_on_sqlite, words};

mostly_on_sqlite!(
    the_leader_refuses_with_reasons,
    the_mother_withdraws_after_the_approval,
    each_who_applies_may_withdraw,
);

fn refusal(reasons: &[Value], confiscated: &[u64]) -> Value {
    json!({ "reasons": reasons, "papers_confiscated": confiscated })
}

async fn the_leader_refuses_with_reasons(office: Office) {
    let mut story = Story::apply(&office, hardship_parents(1)).await;
    story.carry_to_acceptance().await;
    let today = office.today().await;
    let mut record = words::check("criminal_record", "adopter_2", today);
    record["outcome"] = json!("adverse");
    story.act(Person::REGISTRAR, "/checks", record).await;
    let refused = story.refused(Person::REGISTRAR, "/proposal", words::proposal()).await;
    refused.name(&["CC-1098.4"]);

    let papers = story.read().await["papers"].as_array().cloned().expect("papers");
    let forged = papers.iter().find(|paper| paper["slot"]["paper"] == "health_certificate");
    let forged = forged.and_then(|paper| paper["number"].as_u64()).expect("a number");
    let record = words::reason("CC-1098.4", "收养人有虐待未成年人的违法记录。");
    let lie = words::reason("CC-1098.3", "健康检查证明系伪造。");
    let reasons = [record.clone(), lie];

    let path = "/refusal";
    story.attempt(Person::REGISTRAR, path, &refusal(&reasons, &[forged])).await.expect(403);
    story.refused(Person::LEADER, path, refusal(&[], &[])).await.are(&["REG-8.1"]);
    let invented = refusal(&[words::reason("CC-9999", "不合适。")], &[]);
    story.refused(Person::LEADER, path, invented).await.name(&["INPUT-KNOWN"]);
    let of_form = refusal(&[words::reason("INPUT-TEXT", "填写不规范。")], &[]);
    story.refused(Person::LEADER, path, of_form).await.name(&["INPUT-KNOWN"]);
    let nobodys = refusal(&[record], &[999]);
    story.refused(Person::LEADER, path, nobodys).await.are(&["REG-12"]);

    story.act(Person::LEADER, path, refusal(&reasons, &[forged])).await;
    papers_went_back(&story, papers.len(), forged).await;
    the_notice_names_the_remedies(&story).await;
    for party in ["adopter_1", "adopter_2", "placer"] {
        story.serve("refusal_notice", party).await;
    }
    let unsigned = words::service("refusal_notice", "placer_2", today);
    story.refused(Person::REGISTRAR, "/services", unsigned).await.are(&["HOUSE-SERVICE"]);
    assert_eq!(story.read().await["services"].as_array().map(Vec::len), Some(3));
    assert_eq!(story.deadline("review").await["state"], "met");
    let refused = story.refused(Person::REGISTRAR, "/proposal", words::proposal()).await;
    refused.name(&["SPEC-11"]);
}

async fn papers_went_back(story: &Story<'_>, filed: usize, forged: u64) {
    let case = story.read().await;
    assert_eq!(case["stage"], "refused");
    assert_eq!(case["ending"]["kind"], "refused");
    assert_eq!(case["ending"]["papers_confiscated"], json!([forged]));
    let returned = case["ending"]["papers_returned"].as_array().expect("papers");
    assert_eq!(returned.len(), filed - 2, "every other paper but the signed form goes back");
    assert!(!returned.contains(&json!(forged)));
}

async fn the_notice_names_the_remedies(story: &Story<'_>) {
    let printed = story.printed("refusal_notice", None).await;
    for words in [
        "收养人有虐待未成年人的违法记录",
        "第一千零九十八条第（四）项",
        "健康检查证明系伪造",
        "没收",
        "60日内向练习县人民政府申请行政复议",
        "6个月内向有管辖权的人民法院提起行政诉讼",
    ] {
        assert!(printed.contains(words), "{words} is not in {printed}");
    }
}

async fn the_mother_withdraws_after_the_approval(office: Office) {
    let mut story = Story::apply(&office, stepchild(1)).await;
    story.carry_to_approval().await;
    let by_the_child = json!({ "party": "child", "reason": "不愿意。" });
    story.refused(Person::REGISTRAR, "/withdrawal", by_the_child).await.are(&["INPUT-KNOWN"]);
    let withdrawal = json!({ "party": "placer", "reason": "夫妻关系发生变化，不再送养。" });
    story.act(Person::REGISTRAR, "/withdrawal", withdrawal.clone()).await;
    let case = story.read().await;
    assert_eq!(case["stage"], "withdrawn");
    assert_eq!(case["ending"]["party"], "placer");
    let registration = story.registration().await;
    let refused = story.refused(Person::REGISTRAR, "/registration", registration).await;
    refused.name(&["SPEC-11"]);
    let again = story.refused(Person::REGISTRAR, "/withdrawal", withdrawal).await;
    again.are(&["CC-1104.voluntary"]);

    let printed = story.printed("withdrawal_record", None).await;
    for words in ["唐秀兰", "夫妻关系发生变化"] {
        assert!(printed.contains(words), "{words} is not in {printed}");
    }
    let request = story.request(Person::REGISTRAR, "/papers?paper=joint_photo").await;
    let request = request.header("Content-Type", "application/pdf").body(scan());
    Answer::of(request).await.refused_by("ARCH-7");
    story.sign("withdrawal_record", None).await;
    assert_eq!(story.papers("withdrawal_record").await, ["verified"]);
}

/// Adopting and placing are voluntary on both sides, for each of two parents alike.
async fn each_who_applies_may_withdraw(office: Office) {
    for (seed, party) in (1..).zip(["adopter_1", "adopter_2", "placer", "placer_2"]) {
        let mut story = Story::apply(&office, hardship_parents(seed)).await;
        let withdrawal = json!({ "party": party, "reason": "改变主意。" });
        story.act(Person::REGISTRAR, "/withdrawal", withdrawal).await;
        assert_eq!(story.stage().await, "withdrawn", "{party}");
    }
}
