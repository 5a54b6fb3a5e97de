//! A real office: founded once, entered by invitation, without any of the liberties of practice.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use reqwest::Method;
use serde_json::json;
use tempfile::TempDir;

use crate::support::authenticator::Authenticator;
use crate::support::client::Answer;
use crate::support::database::{self, Backend};
use crate::support::program::{self, Ended, Server};

const OFFICE: &str = r#"
name = "试验县民政局"
division = "500111"
credit_code = "11500111009900013R"
province_short = "渝"
county_short = "试"
address = "试验县城关镇人民路1号"
telephone = "023-40000002"
fonds = "0198"
base_address = "https://adoption.example"
administrator_login = "first.administrator"
administrator_name = "何清源"
"#;

const PASSWORD: &str = "long enough to be a pass phrase";

/// An office that is not open yet.
pub struct Place {
    directory: TempDir,
    database_url: Option<String>,
}

impl Place {
    /// A place for an office.
    pub async fn new(backend: Backend) -> Place {
        let directory = TempDir::new().expect("a directory");
        std::fs::write(directory.path().join("office.toml"), OFFICE).expect("written");
        Place { directory, database_url: database::create(backend).await }
    }

    /// The path of something in it.
    pub fn path(&self, name: &str) -> String {
        self.directory.path().join(name).display().to_string()
    }

    /// Runs an operator's command on it.
    pub async fn run(&self, arguments: &[&str]) -> Ended {
        program::run(&self.with_place(arguments)).await
    }

    fn with_place<'a>(&'a self, arguments: &[&'a str]) -> Vec<&'a str> {
        let mut all = arguments.to_vec();
        all.push("--data");
        // Leaked on purpose: a test ends with its process.
        all.push(Box::leak(self.path("data").into_boxed_str()));
        if let Some(url) = &self.database_url {
            all.extend(["--database-url", url]);
        }
        all
    }

    /// Founds the office.
    pub async fn init(&self) -> Ended {
        let file = self.path("office.toml");
        self.run(&["init", "--office", &file]).await
    }

    /// Serves it.
    pub async fn serve(&self) -> Server {
        Server::start(&self.with_place(&[]), Path::new(&self.path("log"))).await
    }
}

#[tokio::test]
async fn sqlite_is_entered_by_invitation_only() {
    is_entered_by_invitation_only(Backend::Sqlite).await;
}

#[tokio::test]
async fn postgresql_is_entered_by_invitation_only() {
    is_entered_by_invitation_only(Backend::Postgresql).await;
}

async fn is_entered_by_invitation_only(backend: Backend) {
    let place = Place::new(backend).await;
    let early = place.run(&["serve", "--listen", "127.0.0.1:0"]).await;
    assert!(early.code.is_some_and(|code| code != 0), "served without an office: {}", early.said);

    let founded = place.init().await;
    assert_eq!(founded.code, Some(0), "{}", founded.complained);
    keys_are_private(&place.path("data"));
    let again = place.init().await;
    assert!(again.code.is_some_and(|code| code != 0), "founded twice: {}", again.said);
    let as_practice = place.run(&["serve", "--demo", "--listen", "127.0.0.1:0"]).await;
    assert!(as_practice.code.is_some_and(|code| code != 0), "{}", as_practice.said);
    let demonstrated = place.run(&["demo", "--out", &place.path("papers")]).await;
    assert!(demonstrated.code.is_some_and(|code| code != 0), "{}", demonstrated.said);

    let server = place.serve().await;
    practice_is_unknown(&server).await;
    the_first_administrator_enters(&server, &code_of(&founded.said)).await;
    a_lost_factor_is_taken_away_by_the_operator(&place, &server).await;
    assert_eq!(server.terminate().await, Some(0));
    let checked = place.run(&["verify"]).await;
    assert_eq!(checked.code, Some(0), "{}", checked.said);
}

#[tokio::test]
async fn a_practice_office_is_never_served_as_a_real_one() {
    let place = Place::new(Backend::Sqlite).await;
    let log = place.path("log");
    let practice = Server::start(&place.with_place(&["--demo"]), Path::new(&log)).await;
    assert_eq!(practice.terminate().await, Some(0));
    let as_real = place.run(&["serve", "--listen", "127.0.0.1:0"]).await;
    assert!(as_real.code.is_some_and(|code| code != 0), "{}", as_real.said);
    let founded = place.init().await;
    assert!(founded.code.is_some_and(|code| code != 0), "a practice office became a real one");
}

fn keys_are_private(data: &str) {
    let keys = Path::new(data).join("keys");
    let mode = |path: &Path| std::fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!(mode(&keys), 0o700);
    let mut files = 0;
    for entry in std::fs::read_dir(&keys).expect("a directory") {
        let path = entry.expect("an entry").path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
        files += 1;
    }
    assert!(files >= 2, "a signing key and the office's secret");
}

/// The code of the first administrator.
pub fn code_of(said: &str) -> String {
    let line = said.lines().find(|line| line.contains("invitation")).expect("the invitation");
    line.rsplit(' ').next().expect("its code").to_owned()
}

/// Sends a request nobody has signed.
pub async fn send(server: &Server, method: Method, path: &str, body: serde_json::Value) -> Answer {
    let request = reqwest::Client::new().request(method, format!("{}{path}", server.base));
    Answer::of(request.json(&body)).await
}

async fn practice_is_unknown(server: &Server) {
    let someone = json!({ "role": "leader", "person": 1 });
    let unknown =
        send(server, Method::POST, "/v1/nothing-of-the-kind", someone.clone()).await.expect(404);
    for (method, path) in [
        (Method::POST, "/v1/practice/sign-in"),
        (Method::GET, "/v1/practice/sign-in"),
        (Method::PUT, "/v1/practice/clock"),
        (Method::GET, "/v1/practice/clock"),
        (Method::DELETE, "/v1/practice/clock"),
    ] {
        let answer = send(server, method.clone(), path, someone.clone()).await.expect(404);
        assert_eq!(answer.bytes, unknown.bytes, "{method} {path}");
    }
}

async fn the_first_administrator_enters(server: &Server, code: &str) {
    let acceptance = "/v1/invitations/acceptance";
    let short = json!({ "code": code, "password": "short" });
    send(server, Method::POST, acceptance, short).await.expect(422);
    let accept = json!({ "code": code, "password": PASSWORD });
    let met = send(server, Method::POST, acceptance, accept.clone()).await.expect(200).json();
    assert!(met["device"].is_string(), "the device is known from now on");
    let twice = send(server, Method::POST, acceptance, accept).await;
    assert!(twice.status.is_client_error(), "an invitation is good once: {}", twice.status);

    let wrong = json!({ "login": "first.administrator", "password": "something else entirely" });
    let wrong = send(server, Method::POST, "/v1/sign-in", wrong).await.expect(401);
    let nobody = json!({ "login": "nobody.at.all", "password": "something else entirely" });
    let nobody = send(server, Method::POST, "/v1/sign-in", nobody).await.expect(401);
    assert_eq!(wrong.bytes, nobody.bytes, "nobody learns which logins exist");

    let right = json!({ "login": "first.administrator", "password": PASSWORD });
    let signed_in = send(server, Method::POST, "/v1/sign-in", right).await.expect(200).json();
    let token = signed_in["access_token"].as_str().expect("a token");
    let me = reqwest::Client::new().get(format!("{}/v1/me", server.base)).bearer_auth(token);
    let me = Answer::of(me).await.expect(200).json();
    assert_eq!(me["roles"], json!(["administrator"]));
    assert_eq!(
        signed_in["factor"], "enrol",
        "nobody administers a real office by a password alone"
    );
    let (_, confirmed) = Authenticator::enrol(&server.base, token).await;
    refresh_tokens_rotate(server, &confirmed.json()["session"]).await;
}

/// The only administrator has lost telephone and recovery codes: nobody else could let them in.
async fn a_lost_factor_is_taken_away_by_the_operator(place: &Place, server: &Server) {
    let right = json!({ "login": "first.administrator", "password": PASSWORD });
    let asked = send(server, Method::POST, "/v1/sign-in", right.clone()).await.expect(200).json();
    assert_eq!(asked["factor"], "show");
    let login = ["invite-administrator", "--login", "first.administrator"];
    let kept = place.run(&login).await;
    assert_eq!(kept.code, Some(0), "{}", kept.complained);
    let asked = send(server, Method::POST, "/v1/sign-in", right.clone()).await.expect(200).json();
    assert_eq!(asked["factor"], "show", "an invitation alone takes no factor away");
    let reset = place.run(&[&login[..], &["--reset-factors"]].concat()).await;
    assert_eq!(reset.code, Some(0), "{}", reset.complained);
    let asked = send(server, Method::POST, "/v1/sign-in", right).await.expect(200).json();
    assert_eq!(asked["factor"], "enrol");
}

/// A refresh token is good once; a lost answer can be asked for again at once, but not when its
/// successor has been used: then the whole session ends.
async fn refresh_tokens_rotate(server: &Server, signed_in: &serde_json::Value) {
    let first = json!({ "refresh_token": signed_in["refresh_token"] });
    let refresh = "/v1/token-refresh";
    let next = send(server, Method::POST, refresh, first.clone()).await.expect(200).json();
    let again = send(server, Method::POST, refresh, first.clone()).await.expect(200).json();
    assert_eq!(next, again, "the lost answer is the same");
    let second = json!({ "refresh_token": next["refresh_token"] });
    let third = send(server, Method::POST, refresh, second).await.expect(200).json();
    send(server, Method::POST, refresh, first).await.expect(401);
    let third_token = json!({ "refresh_token": third["refresh_token"] });
    send(server, Method::POST, refresh, third_token).await.expect(401);
    let token = third["access_token"].as_str().expect("a token");
    let me = reqwest::Client::new().get(format!("{}/v1/me", server.base)).bearer_auth(token);
    Answer::of(me).await.expect(401);
}
