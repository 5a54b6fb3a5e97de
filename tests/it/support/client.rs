//! The people of the practice office, and what the service answers them.

use reqwest::header::HeaderMap;
use reqwest::{RequestBuilder, StatusCode};
use serde_json::Value;

/// One of the three people of a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Person {
    /// The role.
    pub role: &'static str,
    /// Which of them.
    pub number: u8,
}

impl Person {
    /// Works the cases.
    pub const REGISTRAR: Person = Person { role: "registrar", number: 1 };
    /// Approves.
    pub const LEADER: Person = Person { role: "leader", number: 1 };
    /// Assesses.
    pub const ASSESSOR: Person = Person { role: "assessor", number: 1 };
    /// Assesses together with the first.
    pub const OTHER_ASSESSOR: Person = Person { role: "assessor", number: 2 };
    /// An assessor nobody appointed.
    pub const IDLE_ASSESSOR: Person = Person { role: "assessor", number: 3 };
    /// Keeps the volumes.
    pub const ARCHIVIST: Person = Person { role: "archivist", number: 1 };
    /// Visits after the adoption.
    pub const VISITOR: Person = Person { role: "visitor", number: 1 };
    /// Keeps the ledger of gifts.
    pub const DONATION_CLERK: Person = Person { role: "donation_clerk", number: 1 };
    /// Manages accounts.
    pub const ADMINISTRATOR: Person = Person { role: "administrator", number: 1 };

    /// The first person of a role.
    pub const fn of(role: &'static str) -> Person {
        Person { role, number: 1 }
    }
}

/// What came back.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// Sends a request.
    pub async fn of(request: RequestBuilder) -> Answer {
        let response = request.send().await.expect("the server answers");
        Answer {
            status: response.status(),
            headers: response.headers().clone(),
            bytes: response.bytes().await.expect("a whole body").to_vec(),
        }
    }

    /// The answer, if it has this status.
    #[track_caller]
    pub fn expect(self, status: u16) -> Answer {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        self
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// The body as JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|_| panic!("not JSON: {}", self.text()))
    }

    /// A header as text.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The rules a refusal names.
    #[track_caller]
    pub fn rules(&self) -> Vec<String> {
        let problem = self.json();
        let violations = problem["violations"].as_array().cloned().unwrap_or_default();
        let rule = |violation: &Value| violation["rule"].as_str().unwrap_or_default().to_owned();
        violations.iter().map(rule).collect()
    }

    /// The answer, if it is a refusal of the law that names this rule.
    #[track_caller]
    pub fn refused_by(self, rule: &str) -> Answer {
        let answer = self.expect(422);
        assert!(answer.rules().iter().any(|named| named == rule), "no {rule} in {}", answer.text());
        answer
    }

    /// The body of a problem with what is different in each answer taken out.
    #[track_caller]
    pub fn without_request_id(&self) -> String {
        let mut problem = self.json();
        if let Some(members) = problem.as_object_mut() {
            members.remove("request_id");
            members.remove("instance");
        }
        problem.to_string()
    }
}

/// The rules a refusal names.
#[derive(Debug)]
pub struct Rules(Vec<String>);

impl Rules {
    /// Those of an answer.
    #[track_caller]
    pub fn of(answer: &Answer) -> Rules {
        Rules(answer.rules())
    }

    /// These are among them.
    #[track_caller]
    pub fn name(self, rules: &[&str]) -> Rules {
        for rule in rules {
            assert!(self.0.iter().any(|named| named == rule), "{rule} is not in {:?}", self.0);
        }
        self
    }

    /// None of these is among them.
    #[track_caller]
    pub fn do_not_name(self, rules: &[&str]) -> Rules {
        for rule in rules {
            assert!(!self.0.iter().any(|named| named == rule), "{rule} is in {:?}", self.0);
        }
        self
    }

    /// These and no others.
    #[track_caller]
    pub fn are(self, rules: &[&str]) {
        let mut named = self.0;
        named.sort();
        named.dedup();
        let mut rules = rules.to_vec();
        rules.sort_unstable();
        assert_eq!(named, rules);
    }
}
