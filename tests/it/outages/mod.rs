//! When what the office stands on fails: nothing that was answered is lost, nothing is a riddle to the
//! operator, and it comes back by itself.

mod full;
mod gone;
mod start;

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use reqwest::{Method, Response};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};

use crate::support::program;

/// How long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// A practice office whose process can be limited.
struct Fragile {
    base: String,
    child: Child,
    http: reqwest::Client,
    _said: Lines<BufReader<ChildStdout>>,
}

impl Fragile {
    /// Serves a practice office; a file that may grow no more is an error to it and not its end.
    async fn serve(data: &Path, log: &Path, more: &[&str]) -> Fragile {
        let mut child = begin(data, log, more);
        let mut said = BufReader::new(child.stdout.take().expect("its output")).lines();
        let base = tokio::time::timeout(PATIENCE, async {
            loop {
                let line = said.next_line().await.expect("readable").expect("an announcement");
                if let Some(start) = line.find("http://") {
                    return line[start..].split_whitespace().next().expect("one").to_owned();
                }
            }
        });
        let base = base.await.expect("it opens");
        Fragile { base, child, http: reqwest::Client::new(), _said: said }
    }

    async fn send(&self, method: Method, path: &str, token: &str, body: Option<Value>) -> Response {
        let mut request = self.http.request(method, format!("{}{path}", self.base));
        if !token.is_empty() {
            request = request.bearer_auth(token);
        }
        if let Some(body) = body {
            request = request.json(&body);
        }
        request.send().await.expect("an answer")
    }

    async fn get(&self, path: &str, token: &str) -> Response {
        self.send(Method::GET, path, token, None).await
    }

    async fn sign_in(&self) -> Value {
        let who = json!({ "role": "registrar", "person": 1 });
        let answer = self.send(Method::POST, "/v1/practice/sign-in", "", Some(who)).await;
        assert_eq!(answer.status(), 200);
        answer.json().await.expect("JSON")
    }

    /// Waits until the office says that it is ready.
    async fn is_ready_again(&self) {
        let ready = async {
            while self.get("/readyz", "").await.status() != 200 {
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        };
        tokio::time::timeout(PATIENCE, ready).await.expect("it comes back by itself");
    }

    fn id(&self) -> String {
        self.child.id().expect("it runs").to_string()
    }

    async fn terminate(mut self) -> Option<i32> {
        signal(&self.id()).await;
        self.child.wait().await.expect("its end").code()
    }
}

/// Starts `serve` without waiting for it.
fn begin(data: &Path, log: &Path, more: &[&str]) -> Child {
    Command::new("sh")
        .args(["-c", "trap '' XFSZ; exec \"$0\" \"$@\""])
        .arg(program::path())
        .args(["serve", "--listen", "127.0.0.1:0", "--demo", "--data"])
        .arg(data)
        .args(more)
        .env_remove("DATABASE_URL")
        .stdout(Stdio::piped())
        .stderr(std::fs::File::create(log).expect("a log"))
        .kill_on_drop(true)
        .spawn()
        .expect("the program starts")
}

/// Asks a process to end.
async fn signal(id: &str) {
    let asked = Command::new("kill").args(["-TERM", id]).status().await;
    assert!(asked.expect("kill").success());
}

fn token(signed_in: &Value) -> String {
    signed_in["access_token"].as_str().expect("a token").to_owned()
}
