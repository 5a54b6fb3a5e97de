//! The office of an earlier program is sealed: struck down again and again on the way, and nothing is lost.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::support::{Office, Person, kept, program};

/// An office of before there were keys (`earlier.rs` says how it was made).
const KEPT: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/office-of-an-earlier-program.tar.gz");

fn unpack(home: &Path) {
    let done = Command::new("tar").arg("-xzf").arg(KEPT).arg("-C").arg(home).status();
    assert!(done.expect("tar").success());
}

/// The digest of every document, by its case and name.
const DOCUMENTS: &str = "SELECT case_id || ' ' || version || '-' || kind || ' ' || party || ' ' || digest \
                         FROM case_document ORDER BY 1";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_office_is_sealed_although_it_is_struck_down_on_the_way() {
    let office = Office::left_behind(None, unpack).await;
    let database = office.database().await;
    let documents = database.texts(DOCUMENTS).await;
    let cases = database.texts("SELECT case_id FROM case_key").await;
    let names = format!("/v1/cases/{}", cases[0]);
    let before = office.read(Person::REGISTRAR, &names).await;
    let child = before["child"]["name"].as_str().expect("a name").to_owned();
    drop(database);
    let place = office.place();
    let stopped = office.stop().await;
    let mut strikes = 0;
    for patience in (0..).map(|tries| Duration::from_millis(5 + 10 * tries)) {
        let mut sealing = Command::new(program::path())
            .arg("seal")
            .args(&place)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("begun");
        std::thread::sleep(patience);
        if sealing.try_wait().expect("asked").is_some_and(|status| status.success()) {
            break;
        }
        sealing.kill().expect("killed");
        sealing.wait().expect("ended");
        strikes += 1;
        assert!(strikes < 300, "it never ends");
    }
    println!("struck down {strikes} times");
    assert!(strikes > 3, "only {strikes} times");
    let words: Vec<&str> =
        ["verify", "--files"].into_iter().chain(place.iter().map(String::as_str)).collect();
    let clean = program::run(&words).await;
    assert_eq!(clean.code, Some(0), "{}{}", clean.said, clean.complained);
    assert!(!clean.said.contains("not sealed yet"), "{}", clean.said);
    for name in ["guijia.sqlite", "guijia.sqlite-wal"] {
        let bytes = std::fs::read(stopped.data().join(name)).unwrap_or_default();
        assert!(!bytes.windows(child.len()).any(|part| part == child.as_bytes()), "{name}");
    }
    let home = stopped.data();
    let office = Office::left_behind(None, |empty| {
        let done = Command::new("cp").arg("-a").arg(&home).arg(empty).status();
        assert!(done.expect("cp").success());
    })
    .await;
    assert_eq!(office.database().await.texts(DOCUMENTS).await, documents);
    assert_eq!(office.read(Person::REGISTRAR, &names).await, before);
    let digest = documents[0].rsplit(' ').next().expect("a digest");
    let sealed = kept::file(&office.data(), digest);
    assert!(sealed.display().to_string().contains('-'), "{}", sealed.display());
    let case = documents[0].split(' ').next().expect("a case");
    let listed = office.read(Person::REGISTRAR, &format!("/v1/cases/{case}/documents")).await;
    for document in listed.as_array().expect("documents") {
        let id = document["id"].as_str().expect("an identifier");
        let content = format!("/v1/cases/{case}/documents/{id}/content");
        office.get(Person::REGISTRAR, &content).await.expect(200);
    }
}
