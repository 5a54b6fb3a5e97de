//! Opening a case with the code of its receipt: who may, one answer to all who may not, and the waits.

use chrono::Months;
use serde_json::{Value, json};

use super::reader::{self, code_of, open, shown, shown_by_first_adopter};
use crate::support::story::application;
use crate::support::{Answer, Office, Person, Story, mostly_on_sqlite, on_both_databases};

on_both_databases!(
    adoptive_parents_open_their_case_and_nobody_else_does,
    guessing_at_a_code_slows_that_code_only,
);
mostly_on_sqlite!(
    what_one_address_does_wrong_keeps_no_family_out,
    a_year_after_its_end_a_case_is_closed_to_the_code,
);

async fn adoptive_parents_open_their_case_and_nobody_else_does(office: Office) {
    let story = Story::apply(&office, application(41)).await;
    let other = Story::apply(&office, application(42)).await;
    for place in 0..2 {
        let adopter = &story.application["adopters"][place];
        let opened = open(&office, &shown(&story, adopter)).await.expect(200).json();
        assert_eq!(opened["token_type"], "Bearer");
        assert_eq!(opened["expires_in"], 900);
    }
    typed_otherwise(&story).await;
    let right = shown_by_first_adopter(&story);
    let with = |field: &str, value: Value| {
        let mut wrong = right.clone();
        wrong[field] = value;
        wrong
    };
    let responsible = json!({
        "resident_id": story.application["placer"]["responsible_person_id"],
        "name": story.application["placer"]["responsible_person"],
    });
    let wrong = [
        ("unknown code", with("query_code", json!("0123-4567-89AB-CDEF"))),
        ("no code at all", with("query_code", json!("abc"))),
        ("the code of another case", with("query_code", json!(code_of(&office, &other.case)))),
        ("wrong name", with("name", story.application["adopters"][1]["name"].clone())),
        ("no name", with("name", json!(""))),
        ("wrong digits", with("last_six", json!("000000"))),
        ("no digits", with("last_six", json!(""))),
        (
            "the whole number",
            with("last_six", story.application["adopters"][0]["resident_id"].clone()),
        ),
        ("the placer", shown(&story, &responsible)),
        ("the child", shown(&story, &story.application["child"])),
    ];
    let before = rows(&office, &story.case, "refused").await;
    let mut answers = Vec::new();
    for (name, shown) in &wrong {
        let answer = open(&office, shown).await.expect(401);
        assert_eq!(answer.rules(), ["family-sign-in-failed"], "{name}");
        answers.push(what_is_seen(&answer));
        // Who gets it right need not wait for the next attempt.
        open(&office, &right).await.expect(200);
    }
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "one answer: {answers:#?}");
    // All but the two that name no case of the office, and the one that names another.
    assert_eq!(rows(&office, &story.case, "refused").await, before + 7);
    assert_eq!(rows(&office, &other.case, "refused").await, 1);
    assert_eq!(rows(&office, &story.case, "done").await, 1 + 2 + 3 + 10, "application, openings");
    nothing_is_written_down(&office, &story).await;
}

/// The same person, typed as people type.
async fn typed_otherwise(story: &Story<'_>) {
    let right = shown_by_first_adopter(story);
    let code = right["query_code"].as_str().expect("a code").to_owned();
    let typed = [
        ("query_code", code.to_lowercase().replace('-', "")),
        ("query_code", format!(" {} ", code.replace('-', " "))),
        ("name", format!(" {} ", right["name"].as_str().expect("a name"))),
    ];
    for (field, value) in typed {
        let mut shown = right.clone();
        shown[field] = json!(value);
        open(story.office, &shown).await.expect(200);
    }
}

/// Status, body and headers, as far as they may not differ.
fn what_is_seen(answer: &Answer) -> String {
    let mut headers: Vec<String> = answer
        .headers
        .iter()
        .filter(|(name, _)| !["x-request-id", "date"].contains(&name.as_str()))
        .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap_or_default()))
        .collect();
    headers.sort();
    format!("{} {} {}", answer.status, headers.join("\n"), answer.without_request_id())
}

async fn rows(office: &Office, case: &str, outcome: &str) -> i64 {
    let where_ = format!("case_id = '{case}' AND outcome = '{outcome}'");
    office.database().await.count(&format!("access_log WHERE {where_}")).await
}

/// Neither the log nor the database holds the code; the log holds no name either.
async fn nothing_is_written_down(office: &Office, story: &Story<'_>) {
    let right = shown_by_first_adopter(story);
    let code = right["query_code"].as_str().expect("a code");
    let log = office.log();
    assert!(log.contains("create_family_session"), "the log names the operation");
    for secret in [code, right["name"].as_str().expect("a name"), &story.case] {
        assert!(!log.contains(secret), "the log holds {secret}");
    }
    let kept = office.database().await.texts("SELECT code_key FROM query_code").await;
    assert_eq!(kept.len(), 2, "one key for each case");
    let plain = code.replace('-', "").to_lowercase();
    assert!(kept.iter().all(|key| key.len() == 64 && !key.contains(&plain)));
    let users = office.read(Person::ADMINISTRATOR, "/v1/people").await;
    assert!(!users.to_string().contains("family."), "families are no staff");
    let checked = office.command(&["rebuild", "--check"]).await;
    assert_eq!(checked.code, Some(0), "{}{}", checked.said, checked.complained);
}

async fn guessing_at_a_code_slows_that_code_only(office: Office) {
    let story = Story::apply(&office, application(43)).await;
    let other = Story::apply(&office, application(44)).await;
    let mut wrong = shown_by_first_adopter(&story);
    wrong["last_six"] = json!("000000");
    let mut slowed = None;
    for _ in 0..12 {
        let answer = open(&office, &wrong).await;
        if answer.status.as_u16() == 429 {
            slowed = Some(answer);
            break;
        }
        answer.expect(401);
    }
    let slowed = slowed.expect("guessing is slowed");
    let seconds: u32 = slowed.header("retry-after").parse().expect("seconds");
    assert!((1..=900).contains(&seconds), "{seconds}");
    let right = open(&office, &shown_by_first_adopter(&story)).await;
    assert_eq!(right.status.as_u16(), 429, "a right guess waits like a wrong one");
    let hyphens = json!(code_of(&office, &story.case).replace('-', ""));
    let mut disguised = wrong.clone();
    disguised["query_code"] = hyphens;
    open(&office, &disguised).await.expect(429);
    reader::page(&other).await;
    let failures = office.database().await.count("sign_in_failure").await;
    assert_eq!(failures, 2, "code and address, code");
}

/// Behind a proxy nobody told the office of, and in every village with one line, all families have
/// one address.
async fn what_one_address_does_wrong_keeps_no_family_out(office: Office) {
    let story = Story::apply(&office, application(46)).await;
    let right = shown_by_first_adopter(&story);
    let letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".as_bytes();
    for guess in 0..60_usize {
        let mut unknown = right.clone();
        let end = [letters[guess / 32], letters[guess % 32]];
        let end = std::str::from_utf8(&end).expect("letters");
        unknown["query_code"] = json!(format!("0123-4567-89AB-CD{end}"));
        open(&office, &unknown).await.expect(401);
    }
    open(&office, &right).await.expect(200);
    let sign_in = json!({ "login": "nobody.at.all", "password": "something else entirely" });
    let staff = office.anonymous(reqwest::Method::POST, "/v1/sign-in").json(&sign_in);
    Answer::of(staff).await.expect(401);
    let counted = office.database().await.count("sign_in_failure").await;
    assert!(counted <= 2 * 50 + 1 + 2, "guessing fills the table: {counted}");
}

async fn a_year_after_its_end_a_case_is_closed_to_the_code(office: Office) {
    let mut story = Story::apply(&office, application(45)).await;
    let withdrawal = json!({ "party": "adopter_1", "reason": "家里另有打算" });
    story.act(Person::REGISTRAR, "/withdrawal", withdrawal).await;
    let token = reader::token(&story).await;
    let ended = office.today().await;
    let last = ended + Months::new(12);
    office.move_to(last).await;
    reader::read(&office, &token, "zh-CN").await.expect(200);
    office.move_to(last.succ_opt().expect("a day")).await;
    reader::read(&office, &token, "zh-CN").await.expect(401);
    let right = open(&office, &shown_by_first_adopter(&story)).await.expect(401);
    let mut unknown = shown_by_first_adopter(&story);
    unknown["query_code"] = json!("0123-4567-89AB-CDEF");
    let unknown = open(&office, &unknown).await.expect(401);
    assert_eq!(what_is_seen(&right), what_is_seen(&unknown));
}
