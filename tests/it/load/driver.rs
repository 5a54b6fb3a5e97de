//! A client that costs little beside what it measures: one connection that stays open, and requests that
//! are written once.

use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::{Method, Request};
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::TcpStream;

use crate::support::{Office, Person, Story};

/// An open connection of a person who is signed in.
pub struct Line {
    sender: SendRequest<Full<Bytes>>,
    host: String,
    authorization: String,
}

impl Line {
    /// Connects to the server of an office.
    pub async fn open(office: &Office, person: Person) -> Line {
        let authorization = format!("Bearer {}", office.token(person).await);
        let stream = TcpStream::connect(office.host()).await.expect("the server accepts");
        stream.set_nodelay(true).expect("a setting");
        let (sender, connection) = handshake(TokioIo::new(stream)).await.expect("HTTP/1.1");
        // It ends when the sender is dropped or the server hangs up; a request then says so.
        tokio::spawn(connection);
        Line { sender, host: office.host().to_owned(), authorization }
    }

    /// Reads something that is there.
    pub async fn get(&mut self, path: &str) {
        self.send(Method::GET, path, None, Bytes::new()).await;
    }

    async fn send(&mut self, method: Method, path: &str, version: Option<u64>, body: Bytes) {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("Host", &self.host)
            .header("Authorization", &self.authorization)
            .header("Content-Type", "application/json");
        if let Some(version) = version {
            request = request.header("If-Match", format!("\"{version}\""));
        }
        let request = request.body(Full::new(body)).expect("a request");
        self.sender.ready().await.expect("the connection stands");
        let answer = self.sender.send_request(request).await.expect("the server answers");
        let status = answer.status();
        let body = answer.into_body().collect().await.expect("a whole body").to_bytes();
        assert!(status.is_success(), "{path}: {status} {}", String::from_utf8_lossy(&body));
    }
}

/// One simple act, to be done again and again on one case: each is one event.
pub struct Acts {
    path: String,
    body: Bytes,
    version: u64,
}

impl Acts {
    /// On the case of a story, which is not told on meanwhile.
    pub fn of(story: &Story<'_>, check: &Value) -> Acts {
        Acts { path: story.path("/checks"), body: check.to_string().into(), version: story.version }
    }

    /// Does it once more.
    pub async fn act(&mut self, line: &mut Line) {
        let Acts { path, body, version } = self;
        line.send(Method::POST, path, Some(*version), body.clone()).await;
        self.version += 1;
    }

    /// How many events the case has.
    pub fn length(&self) -> u64 {
        self.version
    }
}
