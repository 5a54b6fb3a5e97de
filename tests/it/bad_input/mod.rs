//! What must be turned away, and that nothing is left behind by it: no case, event, job, number or
//! file, and no repetition of what was sent.

mod case_values;
mod families;
mod holdings;
mod json_forms;
mod raw_http;
mod request_values;
mod turns;
mod values;

use reqwest::{Method, RequestBuilder};
use serde_json::Value;

use crate::support::{Answer, Office, Person};
use holdings::Holdings;

/// Stands in bad inputs as what must not come back.
const MARK: &str = "echo7431";
/// Each class has at least so many.
const FEWEST: usize = 30;

/// One bad input and how it must be answered.
struct BadInput {
    name: String,
    person: Person,
    method: Method,
    path: String,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
    status: u16,
    rule: Option<&'static str>,
    sent: String,
}

impl BadInput {
    /// A request of a registrar that is turned away with this status.
    fn new(
        name: impl Into<String>,
        method: Method,
        path: impl Into<String>,
        status: u16,
    ) -> BadInput {
        BadInput {
            name: name.into(),
            person: Person::REGISTRAR,
            method,
            path: path.into(),
            headers: Vec::new(),
            body: Vec::new(),
            status,
            rule: None,
            sent: MARK.to_owned(),
        }
    }

    /// Names this rule.
    fn rule(self, rule: &'static str) -> BadInput {
        BadInput { rule: Some(rule), ..self }
    }

    /// Is asked by somebody else.
    fn asked_by(self, person: Person) -> BadInput {
        BadInput { person, ..self }
    }

    /// Carries a header.
    fn header(mut self, name: &'static str, value: impl Into<String>) -> BadInput {
        self.headers.push((name, value.into()));
        self
    }

    /// Carries a body of this media type.
    fn body(self, media_type: &str, body: impl Into<Vec<u8>>) -> BadInput {
        BadInput { body: body.into(), ..self }.header("Content-Type", media_type)
    }

    /// Carries JSON.
    fn json(self, body: &Value) -> BadInput {
        self.body("application/json", body.to_string())
    }

    /// Contains this value, which must not come back.
    fn sent(self, value: &Value) -> BadInput {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        // A short number may stand in any answer or identifier by itself.
        let sent = if text.len() < 6 { MARK.to_owned() } else { text };
        BadInput { sent, ..self }
    }

    async fn send(&self, office: &Office) -> Answer {
        let request = office.request(self.person, self.method.clone(), &self.path).await;
        let with = |request: RequestBuilder, (name, value): &(&'static str, String)| {
            request.header(*name, value)
        };
        Answer::of(self.headers.iter().fold(request, with).body(self.body.clone())).await
    }

    /// Everything that is wrong with an answer.
    fn faults(&self, answer: &Answer) -> Vec<String> {
        let mut faults = Vec::new();
        if answer.status.as_u16() != self.status {
            faults.push(format!("expected {}: {}", self.status, answer.text()));
        }
        if !answer.header("content-type").starts_with("application/problem+json") {
            faults.push(format!("content type {:?}", answer.header("content-type")));
            return faults;
        }
        if self.rule.is_some_and(|rule| !answer.rules().iter().any(|named| named == rule)) {
            faults.push(format!("expected {:?}: {}", self.rule, answer.text()));
        }
        if answer.text().contains(&self.sent) {
            faults.push(format!("it repeats what was sent: {}", answer.text()));
        }
        faults
    }
}

/// Sends every input and looks after each whether anything is left behind.
async fn all_are_turned_away(office: &Office, class: &str, inputs: Vec<BadInput>) {
    let before = Holdings::when_quiet(office).await;
    let mut lines = Vec::new();
    let mut wrong = Vec::new();
    for input in &inputs {
        let answer = input.send(office).await;
        let rules = if answer.bytes.is_empty() { Vec::new() } else { answer.rules() };
        let line = format!("{:<58} {} {}", input.name, answer.status.as_u16(), rules.join(" "));
        let mut faults = input.faults(&answer);
        if Holdings::of(office).await != before {
            faults.push("something is left behind".to_owned());
        }
        if office.log().contains(&input.sent) {
            faults.push("the log repeats what was sent".to_owned());
        }
        wrong.extend(faults.into_iter().map(|fault| format!("{}: {fault}", input.name)));
        lines.push(line);
    }
    conclude(office, class, &lines, &wrong);
}

fn conclude(office: &Office, class: &str, lines: &[String], wrong: &[String]) {
    println!("{class} on {:?}: {} bad inputs\n{}", office.backend, lines.len(), lines.join("\n"));
    assert!(lines.len() >= FEWEST, "only {} inputs", lines.len());
    assert!(wrong.is_empty(), "{} fault(s):\n{}", wrong.len(), wrong.join("\n"));
    let complaints = office.complaints();
    assert!(complaints.is_empty(), "the service complains of bad input: {complaints}");
}
