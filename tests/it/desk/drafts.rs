//! Drafts: of their owner alone, saved by versions, sealed, gone when they were sent.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::story::application;
use crate::support::{Answer, Office, Person, Story, on_both_databases};

on_both_databases!(a_draft_is_its_owners_and_goes_when_it_is_sent);

const OTHER: Person = Person { role: "registrar", number: 2 };

async fn keep(office: &Office, person: Person, draft: &Value) -> Answer {
    office.send(office.request(person, Method::POST, "/v1/drafts").await.json(draft)).await
}

async fn a_draft_is_its_owners_and_goes_when_it_is_sent(office: Office) {
    let form = json!({ "child": { "name": "王小雨的草稿" } }).to_string();
    let intake = json!({ "purpose": "intake", "label": "周一来的那家", "form": form });
    let made = keep(&office, Person::REGISTRAR, &intake).await.expect(201);
    assert_eq!(made.header("etag"), "\"1\"");
    let draft = made.json()["draft"].as_str().expect("an id").to_owned();
    let path = format!("/v1/drafts/{draft}");
    assert_eq!(office.read(Person::REGISTRAR, &path).await["form"], json!(form));

    // Another's draft looks like none.
    let hidden = office.get(OTHER, &path).await.expect(404);
    let none = office.get(OTHER, "/v1/drafts/00000000-0000-4000-8000-000000000000").await;
    assert_eq!(hidden.without_request_id(), none.expect(404).without_request_id());
    assert_eq!(office.read(OTHER, "/v1/drafts").await["drafts"], json!([]));

    // It is saved only over the version that was seen.
    let save = async |version: Option<&str>, label: &str| {
        let request = office.request(Person::REGISTRAR, Method::PUT, &path).await;
        let request = match version {
            Some(version) => request.header("If-Match", format!("\"{version}\"")),
            None => request,
        };
        let body = json!({ "label": label, "form": form });
        office.send(request.json(&body)).await
    };
    save(None, "x").await.expect(428);
    assert_eq!(save(Some("1"), "改过").await.expect(200).header("etag"), "\"2\"");
    save(Some("1"), "又改").await.expect(409);
    assert_eq!(office.read(Person::REGISTRAR, &path).await["label"], "改过");

    // What is wrong with one is said; nothing is kept.
    for wrong in [
        json!({ "purpose": "intake", "label": "", "form": "[]" }),
        json!({ "purpose": "act", "label": "", "form": "{}" }),
        json!({ "purpose": "intake", "label": " ", "form": "{}" }),
        json!({ "purpose": "intake", "label": "", "form": format!("{{\"x\":\"{}\"}}", "长".repeat(20_000)) }),
    ] {
        keep(&office, Person::REGISTRAR, &wrong).await.expect(422);
    }
    let of_no_case = json!({
        "purpose": "inquiry", "label": "", "form": "{}",
        "case_id": "00000000-0000-4000-8000-000000000000",
    });
    keep(&office, Person::REGISTRAR, &of_no_case).await.expect(404);

    // Nothing of it can be read in the database.
    let database = office.database().await;
    assert_eq!(database.count("desk_record WHERE kind = 'draft'").await, 1);
    let column = match office.backend {
        crate::support::Backend::Sqlite => "SELECT hex(sealed) FROM desk_record",
        crate::support::Backend::Postgresql => {
            "SELECT upper(encode(sealed, 'hex')) FROM desk_record"
        }
    };
    let sealed = database.texts(column).await;
    let plain: String = "王小雨".bytes().map(|byte| format!("{byte:02X}")).collect();
    assert!(!sealed[0].contains(&plain));

    // A refusal keeps it, the act that is done takes it away.
    let send = async |application: &Value| {
        let request = office.request(Person::REGISTRAR, Method::POST, "/v1/cases").await;
        let request = request.header("Idempotency-Key", format!("draft-{draft}"));
        office.send(request.json(application)).await
    };
    let mut wrong = application(1);
    wrong["adopters"][0]["resident_id"] = json!("1");
    send(&wrong).await.expect(422);
    office.get(Person::REGISTRAR, &path).await.expect(200);
    send(&application(1)).await.expect(201);
    office.get(Person::REGISTRAR, &path).await.expect(404);

    // One of a case is kept for it, and removed by hand.
    let story = Story::apply(&office, application(2)).await;
    let of_case = json!({
        "purpose": "act", "act": "guide", "case_id": story.case, "label": "", "form": "{}",
    });
    let made = keep(&office, Person::REGISTRAR, &of_case).await.expect(201).json();
    let listed =
        office.read(Person::REGISTRAR, &format!("/v1/drafts?case_id={}", story.case)).await;
    assert_eq!(listed["drafts"].as_array().expect("drafts").len(), 1);
    let path = format!("/v1/drafts/{}", made["draft"].as_str().expect("an id"));
    let remove = async |person| office.request(person, Method::DELETE, &path).await;
    office.send(remove(OTHER).await).await.expect(404);
    office.send(remove(Person::REGISTRAR).await).await.expect(204);
    keep(&office, Person::ADMINISTRATOR, &of_case).await.expect(404);
}
