//! A PostgreSQL that goes and comes back: between it and the office stands a line that can be cut.

use std::time::Instant;

use reqwest::Method;
use tempfile::TempDir;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use super::*;
use crate::support::database::{self, Backend};
use crate::support::story::application;

/// A line to the server that can be cut and laid again.
struct CutLine {
    port: u16,
    server: String,
    laid: Option<JoinHandle<()>>,
}

impl CutLine {
    /// A line that is cut to begin with.
    async fn new(server: &str) -> CutLine {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        CutLine { port, server: server.to_owned(), laid: None }
    }

    async fn lay(&mut self) {
        let listener = TcpListener::bind(("127.0.0.1", self.port)).await.expect("the port");
        let server = self.server.clone();
        self.laid = Some(tokio::spawn(async move {
            let mut lines = tokio::task::JoinSet::new();
            while let Ok((mut near, _)) = listener.accept().await {
                let server = server.clone();
                lines.spawn(async move {
                    let mut far = TcpStream::connect(server).await.expect("the server");
                    // A line that was cut is what the test is about.
                    let _cut = tokio::io::copy_bidirectional(&mut near, &mut far).await;
                });
            }
        }));
    }

    async fn cut(&mut self) {
        if let Some(laid) = self.laid.take() {
            laid.abort();
            assert!(laid.await.is_err_and(|ended| ended.is_cancelled()));
        }
    }
}

/// The host with port, and the rest, of an address.
fn parts(url: &str) -> (String, String, String) {
    let (start, place) = url.rsplit_once('@').expect("a user");
    let (host, name) = place.split_once('/').expect("a database");
    (start.to_owned(), host.to_owned(), name.to_owned())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_comes_late_goes_and_comes_back_is_waited_for() {
    let url = database::create(Backend::Postgresql).await.expect("a database");
    let (user, host, name) = parts(&url);
    let mut line = CutLine::new(&host).await;
    let address = format!("{user}@127.0.0.1:{}/{name}", line.port);
    let directory = TempDir::new().expect("a directory");
    let (data, log) = (directory.path().join("data"), directory.path().join("log"));
    let more = ["--database-url", address.as_str()];
    let late = async {
        tokio::time::sleep(Duration::from_millis(2500)).await;
        let said = std::fs::read_to_string(&log).expect("a log");
        let lines = said.matches("the database does not answer yet").count();
        assert!(lines >= 2, "a line a second: {said}");
        line.lay().await;
        line
    };
    let (office, mut line) = tokio::join!(Fragile::serve(&data, &log, &more), late);
    let token = token(&office.sign_in().await);
    let open =
        async |seed| office.send(Method::POST, "/v1/cases", &token, Some(application(seed))).await;
    assert_eq!(open(1).await.status(), 201);

    line.cut().await;
    for seed in 2..6 {
        let began = Instant::now();
        let answer = open(seed).await;
        assert_eq!(answer.status(), 503);
        assert!(answer.headers().contains_key("retry-after"));
        assert!(began.elapsed() < Duration::from_secs(5), "not waited for: {:?}", began.elapsed());
    }
    assert_eq!(office.get("/readyz", "").await.status(), 503);
    assert_eq!(office.get("/v1/me", &token).await.status(), 503);
    line.lay().await;
    office.is_ready_again().await;
    assert_eq!(open(6).await.status(), 201);
    assert_eq!(office.terminate().await, Some(0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wait_for_the_database_ends_on_a_signal_and_when_it_is_too_long() {
    let line = CutLine::new("nobody").await;
    let address = format!("postgres://nobody@127.0.0.1:{}/nothing", line.port);
    let directory = TempDir::new().expect("a directory");
    let (data, log) = (directory.path().join("data"), directory.path().join("log"));
    let mut child = begin(&data, &log, &["--database-url", &address]);
    tokio::time::sleep(Duration::from_millis(1500)).await;
    let said = std::fs::read_to_string(&log).expect("a log");
    assert!(said.contains("the database does not answer yet"), "{said}");
    signal(&child.id().expect("it waits").to_string()).await;
    let ended = tokio::time::timeout(Duration::from_secs(5), child.wait()).await;
    assert_eq!(ended.expect("it ends at once").expect("its end").code(), Some(0));

    let settings = directory.path().join("guijia.toml");
    std::fs::write(&settings, "database_patience = 2\n").expect("written");
    let settings = settings.display().to_string();
    let more = ["--database-url", &address, "--config", &settings];
    let mut child = begin(&data, &log, &more);
    let ended = tokio::time::timeout(PATIENCE, child.wait()).await;
    assert_eq!(ended.expect("it gives up").expect("its end").code(), Some(2));
    let said = std::fs::read_to_string(&log).expect("a log");
    assert!(said.contains("the database did not answer for"), "{said}");
    let place = format!("start PostgreSQL at 127.0.0.1:{}/nothing", line.port);
    assert!(said.contains(&place), "{said}");
    assert!(!said.contains(&address), "an address may hold a password: {said}");
}
