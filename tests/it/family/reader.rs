//! A family with its receipt: the code, the sign-in, the page, and the page as one reads it out.

use std::fmt::Write;

use guijia::secret::OfficeSecret;
use guijia::secret::query_code::{FIRST_ISSUE, query_code};
use reqwest::Method;
use serde_json::{Value, json};
use workflow::CaseId;
use workflow::public::family::{AskedState, FamilyPage, StepState};

use crate::support::{Answer, Office, Story};

/// The code that stands on the receipt of a case.
pub fn code_of(office: &Office, case: &str) -> String {
    let secret = OfficeSecret::load(&office.data().join("keys")).expect("the office's secret");
    query_code(&secret, CaseId(case.parse().expect("a case")), FIRST_ISSUE)
}

/// What the first adopter of a story writes to open the case.
pub fn shown_by_first_adopter(story: &Story<'_>) -> Value {
    shown(story, &story.application["adopters"][0])
}

/// What a person writes to open the case of a story.
pub fn shown(story: &Story<'_>, person: &Value) -> Value {
    let number = person["resident_id"].as_str().expect("a number");
    json!({
        "query_code": code_of(story.office, &story.case),
        "name": person["name"],
        "last_six": number[number.len() - 6..],
    })
}

/// Tries to open a case.
pub async fn open(office: &Office, shown: &Value) -> Answer {
    Answer::of(office.anonymous(Method::POST, "/v1/family/sessions").json(shown)).await
}

/// The access token of the first adopter.
pub async fn token(story: &Story<'_>) -> String {
    let opened = open(story.office, &shown_by_first_adopter(story)).await.expect(200).json();
    opened["access_token"].as_str().expect("a token").to_owned()
}

/// Reads the page with a token, whatever the answer.
pub async fn read(office: &Office, token: &str, language: &str) -> Answer {
    let request = office.anonymous(Method::GET, "/v1/family/case").bearer_auth(token);
    Answer::of(request.header("Accept-Language", language)).await
}

/// The page of a story in Chinese.
pub async fn page(story: &Story<'_>) -> FamilyPage {
    let answer = read(story.office, &token(story).await, "zh-CN").await.expect(200);
    serde_json::from_slice(&answer.bytes).expect("a page")
}

/// The page as one reads it out.
pub fn as_text(page: &FamilyPage) -> String {
    let mut text = String::new();
    let mut line = |line: String| {
        // Writing to a text cannot fail.
        let _ = writeln!(text, "{line}");
    };
    line(format!("{}　{}", page.number, page.today));
    line(format!("【到哪一步了】{}{}", page.where_it_stands, page.explained.concat()));
    line(format!("【谁来办】{}", page.next.sentence));
    line(format!("【最晚什么时候】{}{}", page.latest.sentence, page.latest.counted.concat()));
    for asked in &page.asked_of_you {
        let whose = asked.whose.as_deref().map_or(String::new(), |name| format!("{name}："));
        let mark = match asked.state {
            AskedState::Wanted => "要交",
            AskedState::BringAgain => "重交",
            AskedState::BeingChecked => "在看",
        };
        let reason = asked.reason.as_deref().map_or(String::new(), |why| format!("原因：{why}。"));
        line(format!(
            "  {mark} {whose}{}（{}）{reason}{}［{}］",
            asked.what, asked.how, asked.why, asked.article
        ));
    }
    if !page.received.is_empty() {
        line(format!("【已经齐的】{}", page.received.join("、")));
    }
    if let Some(outcome) = &page.outcome {
        line(format!("【结果】{}", outcome.sentence));
        for reason in &outcome.reasons {
            line(format!("  原因：{}［{}］", reason.reason, reason.article));
        }
        outcome.papers.iter().for_each(|paper| line(format!("  材料：{paper}")));
        for remedy in &outcome.remedies {
            line(format!(
                "  {}找{}。{}［{}］",
                remedy.sentence, remedy.place, remedy.until_sentence, remedy.article
            ));
        }
    }
    for thing in &page.afterwards {
        line(format!("  登记以后 {}：{}", thing.title, thing.sentence));
    }
    page.visits.iter().for_each(|visit| line(format!("  看望 {}", visit.sentence)));
    let steps = page.steps.iter().map(|step| {
        let mark = match step.state {
            StepState::Done => "✓",
            StepState::Now => "●",
            StepState::Later => "○",
            StepState::Dropped => "×",
        };
        format!("{mark}{}", step.title)
    });
    line(format!("【一步一步】{}", steps.collect::<Vec<_>>().join(" → ")));
    for told in page.timeline.iter().rev().take(3) {
        line(format!("  {} {}", told.on, told.sentence));
    }
    line(format!("【要知道的】{}", page.good_to_know.concat()));
    let contact = &page.contact;
    line(format!(
        "【找谁】{} {} {} 承办人{}。{}",
        contact.office, contact.telephone, contact.address, contact.officer, contact.sentence
    ));
    text
}
