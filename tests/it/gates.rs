//! The gates of the sequence, met from outside: what is missing is said with its article, and
//! nothing goes on before it is there.

use chrono::{Days, NaiveDate};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::client::Answer;
use crate::support::story::{application, day};
use crate::support::{Office, Person, Story, mostly_on_sqlite, words};

mostly_on_sqlite!(
    acceptance_says_everything_that_is_missing,
    no_paper_is_demanded_beyond_the_law,
    the_notice_runs_its_sixty_days,
    nobody_approves_what_they_proposed,
    an_approval_binds_to_what_was_approved,
    the_version_is_asked_for,
);

async fn acceptance_says_everything_that_is_missing(office: Office) {
    let mut story = Story::apply(&office, application(1)).await;
    let refused = story.attempt(Person::REGISTRAR, "/acceptance", &json!({})).await.expect(422);
    let problem = refused.json();
    let violations = problem["violations"].as_array().cloned().expect("what is missing");
    let fields: Vec<&str> = violations.iter().filter_map(|one| one["field"].as_str()).collect();
    assert!(fields.contains(&"/papers/application_form"), "{fields:?}");
    for (paper, party) in words::papers_of(&story.application) {
        let party = party.map_or(String::new(), |party| format!("/{party}"));
        let field = format!("/papers/{paper}{party}");
        assert!(fields.contains(&field.as_str()), "{field} is not said to be missing: {fields:?}");
    }
    for violation in &violations {
        assert!(
            violation["citation"].as_str().is_some_and(|words| !words.is_empty()),
            "{violation}"
        );
        assert!(violation["rule"].as_str().is_some_and(|rule| rule.contains('-')), "{violation}");
    }
    let sequence = violations.iter().any(|violation| violation["sequence"] == "SEQ-1");
    assert!(sequence, "{problem}");
    assert_eq!(story.stage().await, "applied", "a refusal changes nothing");

    let english =
        story.request(Person::REGISTRAR, "/acceptance").await.header("Accept-Language", "en");
    let english = Answer::of(english.json(&json!({}))).await.expect(422).text();
    assert!(english.contains("Registration Measures art. 6"), "{english}");
}

async fn no_paper_is_demanded_beyond_the_law(office: Office) {
    let story = Story::apply(&office, application(1)).await;
    // The press is done, so that only a scan could be a new file.
    story.document("application_form", None).await;
    story.document("application_receipt", None).await;
    let path = "/papers?paper=disability_certificate&party=child";
    let request =
        story.request(Person::REGISTRAR, path).await.header("Content-Type", "application/pdf");
    let answer = Answer::of(request.body(crate::support::papers::scan())).await;
    answer.refused_by("SPEC-48");
    let kept = walk(&office.data().join("files"));
    let request =
        story.request(Person::REGISTRAR, path).await.header("Content-Type", "application/pdf");
    Answer::of(request.body(crate::support::papers::scan())).await.expect(422);
    assert_eq!(walk(&office.data().join("files")), kept, "a refused paper leaves no file");
}

/// How many files are below a directory.
fn walk(directory: &std::path::Path) -> usize {
    let entries = std::fs::read_dir(directory).into_iter().flatten();
    let count = |path: std::path::PathBuf| if path.is_dir() { walk(&path) } else { 1 };
    entries.map(|entry| count(entry.expect("an entry").path())).sum()
}

async fn the_notice_runs_its_sixty_days(office: Office) {
    let mut story = Story::apply(&office, application(1)).await;
    story.bring_everything().await;
    story.accept().await;
    let early = story.attempt(Person::REGISTRAR, "/proposal", &words::proposal()).await;
    let early = early.refused_by("CC-1105.2");
    for rule in ["EVAL-9.1", "SPEC-15", "CC-1104", "FEP-32"] {
        assert!(early.rules().iter().any(|named| named == rule), "{rule} is not named");
    }
    story.publish().await;
    story.begin_assessment().await;
    story.finish_assessment().await;
    story.hear().await;
    let last_day: NaiveDate = day(&story.deadline("notice").await["due_on"]);
    office.move_to(last_day).await;
    let early = story.attempt(Person::REGISTRAR, "/proposal", &words::proposal()).await;
    assert_eq!(early.refused_by("REG-8.2").rules(), ["REG-8.2"], "nothing else is missing");
    office.move_to(last_day + Days::new(1)).await;
    story.act(Person::REGISTRAR, "/proposal", words::proposal()).await;
}

/// Somebody who is registrar and leader at once.
async fn registrar_and_leader(office: &Office) -> String {
    const PASSWORD: &str = "a pass phrase of several words";
    let invitation = json!({
        "login": "two.roles",
        "name": "孟兼任",
        "roles": ["registrar", "leader"],
        "organization": "练习县民政局",
    });
    let request = office.request(Person::ADMINISTRATOR, Method::POST, "/v1/invitations").await;
    let invited = Answer::of(request.json(&invitation)).await.expect(201).json();
    let accepted = json!({ "code": invited["code"], "password": PASSWORD });
    let request = office.anonymous(Method::POST, "/v1/invitations/acceptance").json(&accepted);
    Answer::of(request).await.expect(200);
    let login = json!({ "login": "two.roles", "password": PASSWORD });
    let request = office.anonymous(Method::POST, "/v1/sign-in").json(&login);
    let signed_in = Answer::of(request).await.expect(200).json();
    signed_in["access_token"].as_str().expect("a token").to_owned()
}

async fn nobody_approves_what_they_proposed(office: Office) {
    let token = registrar_and_leader(&office).await;
    let mut story = Story::apply(&office, application(1)).await;
    story.prepare_proposal().await;
    let act = async |story: &Story<'_>, path: &str, body: Value| {
        let request = office.anonymous(Method::POST, &story.path(path)).bearer_auth(&token);
        Answer::of(request.header("If-Match", format!("\"{}\"", story.version)).json(&body)).await
    };
    let proposed = act(&story, "/proposal", words::proposal()).await.expect(200).json();
    story.version = proposed["version"].as_u64().expect("a version");
    act(&story, "/approval", words::approval()).await.refused_by("SPEC-16.person");
    story.attempt(Person::REGISTRAR, "/approval", &words::approval()).await.expect(403);
    story.act(Person::LEADER, "/approval", words::approval()).await;
    assert_eq!(story.stage().await, "approved");
}

async fn an_approval_binds_to_what_was_approved(office: Office) {
    let mut story = Story::apply(&office, application(1)).await;
    story.prepare_proposal().await;
    let early = story.registration().await;
    story.attempt(Person::REGISTRAR, "/registration", &early).await.refused_by("SPEC-16");
    story.decide().await;

    let mut alone = story.registration().await;
    alone["attendance"].as_array_mut().expect("those who came").remove(0);
    story.attempt(Person::REGISTRAR, "/registration", &alone).await.refused_by("REG-5.1");
    let mut yesterday = story.registration().await;
    yesterday["confirmations"][0]["checked_on"] = json!(office.today().await - Days::new(1));
    story.attempt(Person::REGISTRAR, "/registration", &yesterday).await.refused_by("REG-8.1.day");

    let claim = json!({ "claimant": "自称孩子外祖母的来访人" });
    story.act(Person::REGISTRAR, "/claims", claim).await;
    let halted = story.registration().await;
    story.attempt(Person::REGISTRAR, "/registration", &halted).await.refused_by("REG-8.2.claim");

    story.bring("claim_paper", None).await;
    let settled =
        json!({ "outcome": "unfounded", "reasons": "公安机关亲子鉴定结论：无血缘关系。" });
    story.act(Person::LEADER, "/claims/1/settlement", settled).await;
    let voided = story.registration().await;
    story.attempt(Person::REGISTRAR, "/registration", &voided).await.expect(422);
    assert_ne!(story.stage().await, "approved", "what changed since voids the approval");
    story.decide().await;
    story.register_and_issue().await;
    story.attempt(Person::REGISTRAR, "/archive", &json!({})).await.expect(403);
    story
        .attempt(
            Person::REGISTRAR,
            "/withdrawal",
            &json!({ "party": "adopter_1", "reason": "改变主意" }),
        )
        .await
        .refused_by("CC-1104.voluntary");
}

async fn the_version_is_asked_for(office: Office) {
    let story = Story::apply(&office, application(1)).await;
    let check = words::check("criminal_record", "adopter_1", office.today().await);
    let path = story.path("/checks");
    let bare = office.request(Person::REGISTRAR, Method::POST, &path).await;
    Answer::of(bare.json(&check)).await.expect(428);
    for (tag, expected) in [
        ("\"99\"", 409),
        ("*", 400),
        ("W/\"1\"", 400),
        ("\"1\", \"2\"", 400),
        ("1", 400),
        ("\"\"", 400),
        ("\"-1\"", 400),
        ("\"99999999999999999999\"", 400),
    ] {
        let request = office.request(Person::REGISTRAR, Method::POST, &path).await;
        let answer = Answer::of(request.header("If-Match", tag).json(&check)).await;
        assert_eq!(answer.status.as_u16(), expected, "If-Match: {tag}: {}", answer.text());
        assert!(answer.header("content-type").starts_with("application/problem+json"));
    }
    assert_eq!(story.read().await["version"], story.version);
}
