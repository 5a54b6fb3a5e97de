//! A stranger's client: generated from the description of the interface, it keeps every operation and
//! carries the case of a stepchild to the archive.

use std::path::{Path, PathBuf};
use std::process::Output;

use reqwest::Method;
use tempfile::TempDir;
use tokio::process::Command;

use crate::support::families::plain_stepchild;
use crate::support::papers::scan;
use crate::support::story::application;
use crate::support::{Office, Person, Story, mostly_on_sqlite};

mostly_on_sqlite!(
    a_generated_client_carries_a_stepchilds_case,
    a_file_is_bytes_to_whoever_takes_nothing_else
);

async fn a_generated_client_carries_a_stepchilds_case(office: Office) {
    let directory = TempDir::new().expect("a directory");
    let file = |name: &str| directory.path().join(name);
    let description = office.get(Person::REGISTRAR, "/openapi.json").await;
    std::fs::write(file("openapi.json"), description.expect(200).bytes).expect("a file");
    std::fs::write(file("application.json"), plain_stepchild(1).to_string()).expect("a file");
    std::fs::write(file("scan.pdf"), scan()).expect("a file");

    let generator = tools().join("bin/openapi-python-client");
    assert!(generator.exists(), "the generator is not installed: run scripts/prepare");
    let mut generating = Command::new(generator);
    generating.arg("generate").arg("--fail-on-warning");
    generating.arg("--config").arg(lists().join("python.yaml"));
    generating.arg("--path").arg(file("openapi.json"));
    let made = done(generating.arg("--output-path").arg(file("client"))).await;
    assert!(made.is_ok(), "{}", made.unwrap_err());

    let python = tools().join("bin/python");
    let mut comparing = Command::new(&python);
    comparing.arg(lists().join("whole.py")).arg(file("openapi.json")).arg(file("client"));
    let whole = done(&mut comparing).await;
    println!("{}", whole.expect("the client has every operation").trim());

    let mut driving = Command::new(&python);
    driving.arg(lists().join("drive.py")).arg(file("client")).arg(office.base());
    let driven = done(driving.arg(file("application.json")).arg(file("scan.pdf"))).await;
    let said = driven.unwrap_or_else(|said| panic!("{said}{}", office.complaints()));
    println!("{}", said.trim());
    assert!(said.contains("is archived"), "{said}");
    let verified = office.command(&["verify"]).await;
    assert_eq!(verified.code, Some(0), "{}{}", verified.said, verified.complained);
}

async fn a_file_is_bytes_to_whoever_takes_nothing_else(office: Office) {
    let story = Story::apply(&office, application(1)).await;
    let id = story.document("application_form", None).await["id"].clone();
    let path = story.path(&format!("/documents/{}/content", id.as_str().expect("an id")));
    for (accepted, named) in [
        ("application/octet-stream", "application/octet-stream"),
        ("*/*", "application/pdf"),
        ("application/pdf, application/octet-stream", "application/pdf"),
    ] {
        let request = office.request(Person::REGISTRAR, Method::GET, &path).await;
        let answer = office.send(request.header("Accept", accepted)).await.expect(200);
        assert_eq!(answer.header("content-type"), named, "{accepted}");
        assert!(answer.bytes.starts_with(b"%PDF"), "{accepted}");
    }
    let request = office.request(Person::REGISTRAR, Method::GET, "/v1/me").await;
    let answer = office.send(request.header("Accept", "application/octet-stream")).await;
    assert_eq!(answer.expect(200).header("content-type"), "application/json; charset=utf-8");
}

/// What a command said, or what it said when it ended badly.
async fn done(command: &mut Command) -> Result<String, String> {
    command.env("PYTHONDONTWRITEBYTECODE", "1").env("PYTHONUTF8", "1").kill_on_drop(true);
    let Output { status, stdout, stderr } = command.output().await.expect("it runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if status.success() { Ok(text(&stdout)) } else { Err(text(&stdout) + &text(&stderr)) }
}

/// Where `scripts/clients` installs the generator.
fn tools() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().expect("the workspace").join("target/clients/python")
}

/// What lies beside the tests for generated clients.
fn lists() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("clients")
}
