//! A practice office of its own for each test: its directory, its database, its server.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::{Mutex, OnceCell};

use super::client::{Answer, Person};
use super::database::{self, Backend, Database};
use super::founded;
use super::insistence::Insistence;
use super::program::{self, Server};

/// How long a token is used; it is good for fifteen minutes.
const TOKEN_LIFE: Duration = Duration::from_secs(600);
/// How often a server is started that finds its address still taken by a dying child of the last one.
const STARTS: usize = 60;

/// The configuration file of an office, beside its data.
const SETTINGS: &str = "guijia.toml";

/// An office that is being served.
pub struct Office {
    /// Which database it keeps.
    pub backend: Backend,
    directory: Arc<TempDir>,
    database_url: Option<String>,
    base: String,
    server: Mutex<Server>,
    http: reqwest::Client,
    tokens: Mutex<BTreeMap<Person, (Instant, String)>>,
    insistence: Option<Insistence>,
    /// A connection for those who wait for something to happen in it.
    pub(super) watched: OnceCell<Database>,
}

/// An office that is not served any more.
pub struct Stopped {
    directory: Arc<TempDir>,
    /// The address of its database where it is not embedded.
    pub database_url: Option<String>,
}

impl Stopped {
    /// Where its things are.
    pub fn data(&self) -> PathBuf {
        self.directory.path().join("data")
    }
}

impl Office {
    /// Serves a practice office in which nothing happened yet.
    pub async fn open(backend: Backend) -> Office {
        let directory = Arc::new(TempDir::new().expect("a directory"));
        let database_url = founded::lay(backend, directory.path()).await;
        Office::serve_in(directory, database_url, "").await
    }

    /// Founds one that has nothing in common with another, not even its keys, and serves it.
    pub async fn founded_apart(backend: Backend) -> Office {
        Office::open_with(backend, "").await
    }

    /// Founds one with settings of its own, as they stand in a configuration file, and serves it.
    pub async fn open_with(backend: Backend, settings: &str) -> Office {
        let directory = Arc::new(TempDir::new().expect("a directory"));
        let database_url = database::create(backend).await;
        Office::serve_in(directory, database_url, settings).await
    }

    /// Serves a practice office that is kept already: `lay` puts its `data` into a directory.
    pub async fn left_behind(database_url: Option<String>, lay: impl FnOnce(&Path)) -> Office {
        let directory = Arc::new(TempDir::new().expect("a directory"));
        lay(directory.path());
        Office::serve_in(directory, database_url, "").await
    }

    async fn serve_in(
        directory: Arc<TempDir>,
        database_url: Option<String>,
        settings: &str,
    ) -> Office {
        let backend = database_url.as_ref().map_or(Backend::Sqlite, |_| Backend::Postgresql);
        std::fs::write(directory.path().join(SETTINGS), settings).expect("a configuration file");
        let server = serve(directory.path(), database_url.as_deref(), &["--demo"]).await;
        Office {
            backend,
            directory,
            database_url,
            base: server.base.clone(),
            server: Mutex::new(server),
            http: reqwest::Client::new(),
            tokens: Mutex::default(),
            insistence: None,
            watched: OnceCell::new(),
        }
    }

    /// Where its things are.
    pub fn data(&self) -> PathBuf {
        self.directory.path().join("data")
    }

    /// Its server's log so far.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.directory.path().join("log")).expect("a log")
    }

    /// The lines of the log that are not of the ordinary.
    pub fn complaints(&self) -> String {
        out_of_the_ordinary(&self.log())
    }

    /// Where its server answers.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The host and port of its server.
    pub fn host(&self) -> &str {
        self.base.trim_start_matches("http://")
    }

    /// A connection to its database, around the program.
    pub async fn database(&self) -> Database {
        Database::connect(self.database_url.as_deref(), &self.data()).await
    }

    /// Nobody looks into its database any more: a server that ends leaves it as an operator finds it.
    async fn look_away(&mut self) {
        if let Some(database) = self.watched.take() {
            database.close().await;
        }
    }

    /// Serves it anew after its server has ended.
    pub async fn reopen(mut self, end: impl AsyncFnOnce(Server)) -> Office {
        self.look_away().await;
        end(self.server.into_inner()).await;
        let server = serve(self.directory.path(), self.database_url.as_deref(), &["--demo"]).await;
        Office { base: server.base.clone(), server: Mutex::new(server), ..self }
    }

    /// Serves it at an address that stays the same when its server is struck down, to people who ask
    /// again until they are answered.
    pub async fn under_faults(mut self) -> Office {
        self.look_away().await;
        assert_eq!(self.server.into_inner().terminate().await, Some(0));
        let base = format!("http://{}", free_address());
        let server = again(&base, self.directory.path(), self.database_url.as_deref()).await;
        let insistence = Some(Insistence::default());
        Office { base, server: Mutex::new(server), insistence, ..self }
    }

    /// Kills its server and serves it again at the same address; says how long until it was open.
    pub async fn strike(&self) -> Duration {
        let mut server = self.server.lock().await;
        server.kill().await;
        let began = Instant::now();
        *server = again(&self.base, self.directory.path(), self.database_url.as_deref()).await;
        began.elapsed()
    }

    /// Serves it by a second program beside the first; what that complained of where it did not open.
    pub async fn beside(&self) -> Result<Office, String> {
        let log = self.directory.path().join("log of the second");
        let place = self.place();
        let mut arguments = vec!["--demo"];
        arguments.extend(place.iter().map(String::as_str));
        let Some(server) = Server::start_at("127.0.0.1:0", &arguments, &log).await else {
            return Err(std::fs::read_to_string(&log).unwrap_or_default());
        };
        Ok(Office {
            backend: self.backend,
            directory: self.directory.clone(),
            database_url: self.database_url.clone(),
            base: server.base.clone(),
            server: Mutex::new(server),
            http: self.http.clone(),
            tokens: Mutex::default(),
            insistence: None,
            watched: OnceCell::new(),
        })
    }

    /// What was answered to people who ask again.
    pub fn insistence(&self) -> &Insistence {
        self.insistence.as_ref().expect("an office under faults")
    }

    /// The number of its server's process.
    pub async fn process(&self) -> u32 {
        self.server.lock().await.id()
    }

    /// The arguments by which another program finds its data.
    pub fn place(&self) -> Vec<String> {
        program::place(&self.data(), self.database_url.as_deref())
    }

    /// Ends its server as an operator does; gives its exit code and what it complained of.
    pub async fn close(mut self) -> (Option<i32>, String) {
        self.look_away().await;
        let code = self.server.into_inner().terminate().await;
        let log = std::fs::read_to_string(self.directory.path().join("log")).expect("a log");
        (code, out_of_the_ordinary(&log))
    }

    /// Ends its server as an operator does, and leaves its data.
    pub async fn stop(mut self) -> Stopped {
        self.look_away().await;
        assert_eq!(self.server.into_inner().terminate().await, Some(0));
        Stopped { directory: self.directory, database_url: self.database_url }
    }

    /// A request nobody has signed.
    pub fn anonymous(&self, method: Method, path: &str) -> RequestBuilder {
        self.http.request(method, format!("{}{path}", self.base()))
    }

    /// A request of a person, who signs in first.
    pub async fn request(&self, person: Person, method: Method, path: &str) -> RequestBuilder {
        self.anonymous(method, path).bearer_auth(self.token(person).await)
    }

    /// The access token of a person.
    pub async fn token(&self, person: Person) -> String {
        let mut tokens = self.tokens.lock().await;
        if let Some((given, token)) = tokens.get(&person)
            && given.elapsed() < TOKEN_LIFE
        {
            return token.clone();
        }
        let answer = self.sign_in(person).await;
        let token = answer["access_token"].as_str().expect("a token").to_owned();
        tokens.insert(person, (Instant::now(), token.clone()));
        token
    }

    /// Signs a person in once more and gives the whole answer.
    pub async fn sign_in(&self, person: Person) -> Value {
        let body = json!({ "role": person.role, "person": person.number });
        let request = self.anonymous(Method::POST, "/v1/practice/sign-in").json(&body);
        self.send(request).await.expect(200).json()
    }

    /// Sends a request; under faults, until it is answered.
    pub async fn send(&self, request: RequestBuilder) -> Answer {
        match &self.insistence {
            Some(insistence) => insistence.ask(request).await,
            None => Answer::of(request).await,
        }
    }

    /// Reads something in a person's name, whatever the answer.
    pub async fn get(&self, person: Person, path: &str) -> Answer {
        self.send(self.request(person, Method::GET, path).await).await
    }

    /// Reads something that is there.
    pub async fn read(&self, person: Person, path: &str) -> Value {
        self.get(person, path).await.expect(200).json()
    }

    /// The account of a person.
    pub async fn account(&self, person: Person) -> String {
        self.read(person, "/v1/me").await["id"].as_str().expect("an account").to_owned()
    }
}

fn out_of_the_ordinary(log: &str) -> String {
    let lines = log.lines().filter(|line| !line.contains("\"level\":\"INFO\""));
    lines.collect::<Vec<_>>().join("\n")
}

/// A free port below those that clients are given: a client that asks a dead port there can meet itself.
pub fn free_address() -> String {
    loop {
        let (drawn, _) = uuid::Uuid::new_v4().as_u64_pair();
        let address = format!("127.0.0.1:{}", 20_000 + drawn % 12_000);
        if std::net::TcpListener::bind(&address).is_ok() {
            return address;
        }
    }
}

async fn again(base: &str, home: &Path, database_url: Option<&str>) -> Server {
    let listen = base.trim_start_matches("http://");
    let place = program::place(&home.join("data"), database_url);
    let mut arguments = vec!["--demo"];
    arguments.extend(place.iter().map(String::as_str));
    for _ in 0..STARTS {
        if let Some(server) = Server::start_at(listen, &arguments, &home.join("log")).await {
            return server;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let log = std::fs::read_to_string(home.join("log")).unwrap_or_default();
    panic!("the server does not open again: {}", out_of_the_ordinary(&log));
}

async fn serve(home: &Path, database_url: Option<&str>, mode: &[&str]) -> Server {
    let place = program::place(&home.join("data"), database_url);
    let settings = home.join(SETTINGS).display().to_string();
    let mut arguments = mode.to_vec();
    arguments.extend(place.iter().map(String::as_str));
    arguments.extend(["--config", &settings]);
    Server::start(&arguments, &home.join("log")).await
}
