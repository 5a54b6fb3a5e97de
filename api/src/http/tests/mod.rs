//! The operations on a real database, asked through the door.

mod absences;
mod door;
mod factors;
mod failures;
mod meanwhile;
mod people;
mod sessions;

use std::net::SocketAddr;
use std::sync::Arc;

use poem::http::{self, uri::Scheme};
use poem::web::{LocalAddr, RemoteAddr};
use poem::{Body, Endpoint, EndpointExt, Request, Response, endpoint::BoxEndpoint};
use serde_json::Value;
use workflow::base::office_rules::OfficeRules;
use workflow::facts::Office;
use workflow::identity::Division;

use super::sign_in::invitations;
use super::{Service, endpoint};
use crate::app::{App, unlock};
use crate::clock;
use crate::config::Config;
use crate::office::practice;
use crate::secret::suite::Suite;
use crate::secret::{OfficeSecret, keys, masters};
use crate::store::Store;
use crate::store::connection::connect::Address;
use crate::store::office::{self, Mode, Profile};
use crate::store::people as stored_people;

/// An office with its service, as long as the test lasts.
struct Bureau {
    service: BoxEndpoint<'static, Response>,
    inside: Arc<Service>,
    /// The one-time code of a real office's first administrator.
    first_code: String,
    _data: tempfile::TempDir,
}

/// What a request was answered.
struct Answer {
    status: u16,
    headers: http::HeaderMap,
    text: String,
    body: Value,
}

impl Answer {
    fn rule(&self) -> &str {
        self.body["violations"][0]["rule"].as_str().unwrap_or_default()
    }

    fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

impl Bureau {
    async fn practice() -> Bureau {
        Bureau::open(Mode::Practice).await
    }

    /// A real office that does without second factors, for stories of passwords alone.
    async fn real() -> Bureau {
        Bureau::open_with(Mode::Real, Some(false)).await
    }

    async fn open(mode: Mode) -> Bureau {
        Bureau::open_with(mode, None).await
    }

    async fn open_with(mode: Mode, demanded: Option<bool>) -> Bureau {
        let data = tempfile::tempdir().expect("a directory");
        let store = Store::open(&Address::in_directory(data.path())).await.expect("a database");
        store.migrate().await.expect("the schema");
        let directory = data.path().join("keys");
        keys::create(&directory).expect("a key");
        let keys = keys::load(&directory).expect("the key");
        OfficeSecret::create(&directory).expect("a secret");
        masters::create(&directory, Suite::default()).expect("a master key");
        unlock(&store, &directory).await.expect("unlocked");
        let mut profile = profile(mode);
        profile.rules.second_factor.demanded = demanded;
        let transaction = store.begin().await.expect("begun");
        office::create(&transaction, &profile).await.expect("an office");
        let mut first_code = String::new();
        match mode {
            Mode::Practice => {
                practice::people::add(&transaction, &profile.office.name, clock::now())
                    .await
                    .expect("people")
            }
            Mode::Real => {
                let invitation = invitations::invite(&transaction, None, &administrator()).await;
                first_code = invitation.expect("invited").code;
            }
        }
        transaction.commit().await.expect("committed");
        let app = App::open(&Config::in_directory(data.path())).await.expect("an app");
        let docs = Config::in_directory(data.path()).shows_docs(mode);
        let front = super::Front { docs, ..Default::default() };
        let service = Service::new(app, &profile, keys, front).expect("a service");
        let inside = Arc::new(service);
        let service = endpoint(inside.clone()).boxed();
        Bureau { service, inside, first_code, _data: data }
    }

    async fn send(&self, request: http::request::Builder, body: impl Into<Body>) -> Answer {
        self.send_from("198.51.100.7", request, body).await
    }

    async fn send_from(
        &self,
        address: &str,
        request: http::request::Builder,
        body: impl Into<Body>,
    ) -> Answer {
        let peer: SocketAddr = format!("{address}:4000").parse().expect("an address");
        let (parts, ()) =
            request.header("host", "guijia.test").body(()).expect("a request").into_parts();
        let parts = (parts, LocalAddr::default(), RemoteAddr(peer.into()), Scheme::HTTP).into();
        let response = self.service.get_response(Request::from_parts(parts, body.into())).await;
        let status = response.status().as_u16();
        let headers = response.headers().clone();
        let text = response.into_body().into_string().await.expect("text");
        let body = serde_json::from_str(&text).unwrap_or_default();
        Answer { status, headers, text, body }
    }

    async fn get(&self, path: &str, token: &str) -> Answer {
        self.send(asked("GET", path, token), Body::empty()).await
    }

    async fn post(&self, path: &str, token: &str, body: Value) -> Answer {
        let request = asked("POST", path, token).header("content-type", "application/json");
        self.send(request, body.to_string()).await
    }

    /// The access and refresh tokens of an invented person.
    async fn be(&self, role: &str, person: u8) -> (String, String) {
        let wish = serde_json::json!({"role": role, "person": person});
        let answer = self.post("/v1/practice/sign-in", "", wish).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        tokens(&answer)
    }
}

fn tokens(answer: &Answer) -> (String, String) {
    let token = |name: &str| answer.body[name].as_str().unwrap_or_default().to_owned();
    (token("access_token"), token("refresh_token"))
}

/// A request with a token, or without where it is empty.
fn asked(method: &str, path: &str, token: &str) -> http::request::Builder {
    let request = http::Request::builder().method(method).uri(path);
    if token.is_empty() {
        request
    } else {
        request.header("authorization", format!("Bearer {token}"))
    }
}

fn administrator() -> stored_people::Profile {
    stored_people::Profile {
        login: "first.administrator".to_owned(),
        name: "秦望舒".to_owned(),
        roles: vec![workflow::Role::Administrator],
        organization: "练习县民政局".to_owned(),
        registrar_number: None,
        qualification: None,
        practice_number: None,
    }
}

fn profile(mode: Mode) -> Profile {
    Profile {
        office: Office {
            name: "练习县民政局".to_owned(),
            division: Division("500111".to_owned()),
            province_short: "渝".to_owned(),
            county_short: "足".to_owned(),
            address: "练习县练习路1号".to_owned(),
            telephone: "023-00000000".to_owned(),
            fonds: "001".to_owned(),
        },
        credit_code: "11500225009330010P".to_owned(),
        base_address: match mode {
            Mode::Real => "https://guijia.test".to_owned(),
            Mode::Practice => "http://guijia.test".to_owned(),
        },
        mode,
        practice_today: None,
        rules: OfficeRules::default(),
    }
}
