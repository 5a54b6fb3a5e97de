//! The examples of the description are bodies that the service reads: none is refused for its form.

use reqwest::Method;
use serde_json::Value;

use crate::support::story::application;
use crate::support::{Answer, Office, Person, Story, mostly_on_sqlite};

mostly_on_sqlite!(every_example_is_read_where_it_is_sent);

async fn every_example_is_read_where_it_is_sent(office: Office) {
    let mut story = Story::apply(&office, application(1)).await;
    let description = office.get(Person::REGISTRAR, "/openapi.json").await.expect(200).json();
    let mut read = 0;
    for (path, item) in description["paths"].as_object().expect("paths") {
        for operation in item.as_object().expect("operations").values() {
            let content = &operation["requestBody"]["content"]["application/json"];
            for (name, example) in content["examples"].as_object().into_iter().flatten() {
                let answer = sent(&mut story, path, &example["value"]).await;
                expect_read(&answer, &format!("{} {name}", operation["operationId"]));
                read += 1;
            }
        }
    }
    println!("{read} examples were sent and read");
    assert!(read > 60, "{read} examples");
}

/// Sends an example to the case of the story, or to where a case is opened.
async fn sent(story: &mut Story<'_>, path: &str, body: &Value) -> Answer {
    let path = path.replace("{number}", "1");
    match path.strip_prefix("/v1/cases/{case}") {
        Some(rest) => story.attempt(Person::REGISTRAR, rest, body).await,
        None => {
            let request = story.office.request(Person::REGISTRAR, Method::POST, &path).await;
            story.office.send(request.json(body)).await
        }
    }
}

/// What is wrong with the time or the person is no fault of the example; what is wrong with its form is.
fn expect_read(answer: &Answer, place: &str) {
    if answer.status.is_success() {
        return;
    }
    let problem = answer.json();
    let kind = problem["type"].as_str().unwrap_or_default();
    for unread in ["malformed", "invalid-values", "unsupported"] {
        assert!(!kind.contains(unread), "{place}: {problem}");
    }
}
