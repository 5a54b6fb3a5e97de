//! A client of the interface: it signs in as the people of the practice office and sends requests.

use std::collections::BTreeMap;

use reqwest::{Method, RequestBuilder, Response};
use serde_json::{Value, json};

use crate::cli::stop::Stop;

/// Which person of the practice office acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Person {
    pub role: &'static str,
    pub number: u8,
}

/// A client with a token for each person it has been.
pub(super) struct Client {
    http: reqwest::Client,
    base: String,
    tokens: BTreeMap<Person, String>,
}

impl Client {
    pub(super) fn new(base: &str) -> Client {
        Client { http: reqwest::Client::new(), base: base.to_owned(), tokens: BTreeMap::new() }
    }

    /// A request in the name of a person, who signs in first.
    pub(super) async fn request(
        &mut self,
        person: Person,
        method: Method,
        path: &str,
    ) -> Result<RequestBuilder, Stop> {
        let token = self.token(person).await?;
        Ok(self.http.request(method, format!("{}{path}", self.base)).bearer_auth(token))
    }

    async fn token(&mut self, person: Person) -> Result<String, Stop> {
        if let Some(token) = self.tokens.get(&person) {
            return Ok(token.clone());
        }
        let address = format!("{}/v1/practice/sign-in", self.base);
        let body = json!({ "role": person.role, "person": person.number });
        let answer = answered(self.http.post(address).json(&body)).await?;
        let answer: Value = answer.json().await.map_err(Stop::failed)?;
        let token = text(&answer, "access_token")?;
        self.tokens.insert(person, token.clone());
        Ok(token)
    }

    /// Asks what anybody may ask.
    pub(super) async fn ask(&self, path: &str, body: &Value) -> Result<Value, Stop> {
        let request = self.http.post(format!("{}{path}", self.base)).json(body);
        answered(request).await?.json().await.map_err(Stop::failed)
    }

    /// Reads JSON.
    pub(super) async fn read(&mut self, person: Person, path: &str) -> Result<Value, Stop> {
        let request = self.request(person, Method::GET, path).await?;
        answered(request).await?.json().await.map_err(Stop::failed)
    }
}

/// Sends a request; anything but success ends the demonstration with what the service said.
pub(super) async fn answered(request: RequestBuilder) -> Result<Response, Stop> {
    let response = request.send().await.map_err(Stop::failed)?;
    let status = response.status();
    if status.is_success() {
        return Ok(response);
    }
    let said = response.text().await.map_err(Stop::failed)?;
    Err(Stop::found(format!("the service answered {status}: {said}")))
}

/// A text of an answer.
pub(super) fn text(answer: &Value, field: &str) -> Result<String, Stop> {
    let found = answer.get(field).and_then(Value::as_str);
    found.map(str::to_owned).ok_or_else(|| Stop::failed(format!("the answer has no {field}")))
}

/// A number of an answer.
pub(super) fn number(answer: &Value, field: &str) -> Result<u64, Stop> {
    let found = answer.get(field).and_then(Value::as_u64);
    found.ok_or_else(|| Stop::failed(format!("the answer has no {field}")))
}
