//! An application that shows the codes of a second factor, as on a telephone (RFC 6238), written apart
//! from the one the service checks with.

use std::time::{Duration, SystemTime};

use aws_lc_rs::hmac;
use serde_json::{Value, json};

use super::client::{Answer, Person};
use super::office::Office;

const STEP: u64 = 30;

/// The secret an application took in, and the last step whose code it showed.
pub struct Authenticator {
    /// The factor.
    pub id: String,
    /// The codes that stand in for it.
    pub recovery_codes: Vec<String>,
    key: hmac::Key,
    last: u64,
}

impl Authenticator {
    /// Takes in what the service answered to the beginning of an enrolment.
    pub fn of(begun: &Value) -> Authenticator {
        let secret = bytes_of(begun["secret"].as_str().expect("a secret"));
        Authenticator {
            id: begun["id"].as_str().expect("a factor").to_owned(),
            recovery_codes: Vec::new(),
            key: hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &secret),
            last: now() - 2,
        }
    }

    /// Enrols a factor in the name of whoever holds this token, where a server answers, and gives the
    /// answer to the confirmation.
    pub async fn enrol(base: &str, token: &str) -> (Authenticator, Answer) {
        let named = json!({ "name": "手机" });
        let begun = send(base, token, "/v1/me/factors", &named).await.expect(201).json();
        let mut application = Authenticator::of(&begun);
        let confirmation = format!("/v1/me/factors/{}/confirmation", application.id);
        let code = json!({ "code": application.next().await });
        let confirmed = send(base, token, &confirmation, &code).await.expect(200);
        let codes = confirmed.json()["recovery_codes"].as_array().cloned().unwrap_or_default();
        application.recovery_codes =
            codes.iter().filter_map(|code| Some(code.as_str()?.to_owned())).collect();
        (application, confirmed)
    }

    /// Enrols a factor of a person in the session they have.
    pub async fn of_person(office: &Office, person: Person) -> Authenticator {
        Authenticator::enrol(office.base(), &office.token(person).await).await.0
    }

    /// A code that was not shown before; waits where all that are good now were.
    pub async fn next(&mut self) -> String {
        self.last = (self.last + 1).max(now() - 1);
        while now() + 1 < self.last {
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        self.code(self.last)
    }

    /// The code that was shown last.
    pub fn again(&self) -> String {
        self.code(self.last)
    }

    /// The code of a step so many from now.
    pub fn beside(&self, steps: i64) -> String {
        self.code(now().checked_add_signed(steps).expect("a step"))
    }

    fn code(&self, step: u64) -> String {
        let tag = hmac::sign(&self.key, &step.to_be_bytes());
        let tag = tag.as_ref();
        let offset = usize::from(tag[19] & 15);
        let four: [u8; 4] = tag[offset..offset + 4].try_into().expect("four bytes");
        format!("{:06}", (u32::from_be_bytes(four) & 0x7fff_ffff) % 1_000_000)
    }
}

/// Sends something with a token.
pub async fn post(office: &Office, token: &str, path: &str, body: &Value) -> Answer {
    send(office.base(), token, path, body).await
}

async fn send(base: &str, token: &str, path: &str, body: &Value) -> Answer {
    let request = reqwest::Client::new().post(format!("{base}{path}"));
    Answer::of(request.bearer_auth(token).json(body)).await
}

fn now() -> u64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    since.expect("after 1970").as_secs() / STEP
}

/// Base32 without padding.
fn bytes_of(text: &str) -> Vec<u8> {
    let (mut held, mut bits, mut bytes) = (0_u32, 0, Vec::new());
    for letter in text.bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'2'..=b'7' => letter - b'2' + 26,
            other => panic!("no Base32: {other}"),
        };
        held = (held << 5) | u32::from(value);
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((held >> bits) & 0xff).expect("a byte"));
        }
    }
    bytes
}
