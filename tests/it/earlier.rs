//! An office that an earlier program kept: two cases, seventy-eight events, twenty-four papers. This program
//! opens it, finds every chain whole and every row as its events make it, and serves every paper as
//! it was.
//!
//! The office in `tests/fixtures` was made by that program's own `demo` and is never made anew: what was
//! written once must be read for ever.

use std::path::Path;
use std::process::Command;

use aws_lc_rs::digest::{SHA256, digest};

use crate::support::{Office, Person};

/// The earlier program's data.
const KEPT: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/office-of-an-earlier-program.tar.gz");

fn unpack(home: &Path) {
    let done = Command::new("tar").arg("-xzf").arg(KEPT).arg("-C").arg(home).status();
    assert!(done.expect("tar").success());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_an_earlier_program_kept_is_whole_and_every_paper_is_as_it_was() {
    let office = Office::left_behind(None, unpack).await;
    let database = office.database().await;
    let kept = "SELECT case_id || ' ' || version || '-' || kind || ' ' || party || ' ' || digest \
                FROM case_document ORDER BY 1";
    let kept = database.texts(kept).await;
    assert_eq!(kept.len(), 24);
    let mut served = Vec::new();
    for case in database.texts("SELECT case_id FROM case_key").await {
        let documents =
            office.read(Person::REGISTRAR, &format!("/v1/cases/{case}/documents")).await;
        for document in documents.as_array().expect("documents") {
            let id = document["id"].as_str().expect("an identifier");
            let content = format!("/v1/cases/{case}/documents/{id}/content");
            let bytes = office.get(Person::REGISTRAR, &content).await.expect(200).bytes;
            let [kind, party] = ["kind", "party"].map(|part| document[part].as_str().unwrap_or(""));
            let version = id.split('-').next().expect("a version");
            let digest = hex::encode(digest(&SHA256, &bytes).as_ref());
            served.push(format!("{case} {version}-{kind} {party} {digest}"));
        }
    }
    served.sort();
    assert_eq!(served, kept);
    assert_eq!(database.count("event").await, 78);
    for command in [["verify", "--files"], ["rebuild", "--check"]] {
        let ended = office.command(&command).await;
        assert_eq!(ended.code, Some(0), "{command:?}: {}{}", ended.said, ended.complained);
    }
}
