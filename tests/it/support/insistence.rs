//! Asking again until there is an answer, as a good client does while the service is struck by faults,
//! and remembering what was answered, so that it can be asked later whether anything was lost.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use reqwest::{Method, Request, RequestBuilder};

use super::client::Answer;

/// How long one request is repeated.
const PATIENCE: Duration = Duration::from_secs(120);
/// How long one try may take.
const TRY: Duration = Duration::from_secs(40);
/// How long between two tries.
const PAUSE: Duration = Duration::from_millis(50);

/// What was answered.
#[derive(Debug, Default)]
pub struct Seen {
    /// The kind of the last event of every version of a case that was answered as done.
    pub acknowledged: BTreeMap<(String, u64), Option<String>>,
    /// How often each status came, and each way of not being answered.
    pub answers: BTreeMap<String, u64>,
    /// Answers that no fault excuses.
    pub broken: Vec<String>,
}

/// Asks again, and remembers.
#[derive(Debug, Default)]
pub struct Insistence {
    seen: Mutex<Seen>,
}

impl Insistence {
    /// What was answered so far.
    pub fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sends the same request with the same key until it is answered: a lost answer may hide a done act.
    pub async fn ask(&self, request: RequestBuilder) -> Answer {
        let (http, request) = request.timeout(TRY).build_split();
        let mut request = request.expect("a request");
        let path = request.url().path().to_owned();
        if request.method() == Method::POST && path.starts_with("/v1/cases") {
            let key = uuid::Uuid::new_v4().to_string().parse().expect("a header");
            request.headers_mut().insert("Idempotency-Key", key);
        }
        let began = Instant::now();
        loop {
            let repeated = request.try_clone().expect("a body of bytes");
            match attempt(&http, repeated).await {
                Ok(answer) if self.is_final(&path, &answer) => return answer,
                Ok(_) => {}
                Err(error) => self.count(error_class(&error)),
            }
            assert!(began.elapsed() < PATIENCE, "{path} is not answered");
            tokio::time::sleep(PAUSE).await;
        }
    }

    fn is_final(&self, path: &str, answer: &Answer) -> bool {
        let status = answer.status.as_u16();
        self.count(&status.to_string());
        let mut seen = self.seen();
        match status {
            503 | 507 if answer.header("Retry-After").is_empty() => {
                seen.broken.push(format!("{path}: {status} without Retry-After"));
                false
            }
            503 | 507 | 429 => false,
            500.. => {
                seen.broken.push(format!("{path}: {}", answer.text()));
                false
            }
            200 | 201 => {
                if let Ok(done) = serde_json::from_slice::<serde_json::Value>(&answer.bytes)
                    && let (Some(case), Some(version), Some(events)) = (
                        done["case_id"].as_str(),
                        done["version"].as_u64(),
                        done["events"].as_array(),
                    )
                {
                    let kind = events.last().and_then(|event| event["kind"].as_str());
                    seen.acknowledged.insert((case.to_owned(), version), kind.map(str::to_owned));
                }
                true
            }
            _ => true,
        }
    }

    fn count(&self, what: &str) {
        *self.seen().answers.entry(what.to_owned()).or_default() += 1;
    }
}

async fn attempt(http: &reqwest::Client, request: Request) -> reqwest::Result<Answer> {
    let response = http.execute(request).await?;
    Ok(Answer {
        status: response.status(),
        headers: response.headers().clone(),
        bytes: response.bytes().await?.to_vec(),
    })
}

fn error_class(error: &reqwest::Error) -> &'static str {
    if error.is_timeout() {
        "timeout"
    } else if error.is_connect() {
        "no connection"
    } else {
        "connection lost"
    }
}
