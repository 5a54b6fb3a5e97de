//! What a witness answers over HTTP.

use aws_lc_rs::signature::Ed25519KeyPair;
use tempfile::TempDir;

use super::*;
use crate::heads::checkpoint::Checkpoint;
use crate::heads::note::{Signer, Use};
use crate::heads::submission::Submission;
use crate::heads::tree::{self, Hash};

const ORIGIN: &str = "guijia/x/cases";

fn signer(name: &str, is_for: Use) -> Signer {
    let document = Ed25519KeyPair::generate().expect("a key").to_pkcs8().expect("a document");
    Signer::new(document.as_ref(), name, is_for).expect("a signer")
}

fn leaves(count: u8) -> Vec<Hash> {
    (0..count).map(|number| tree::leaf(&[number])).collect()
}

fn body(signer: &Signer, old: u64, leaves: &[Hash], path: Vec<Hash>) -> String {
    let (origin, size) = (signer.verifier().name.clone(), leaves.len() as u64);
    let checkpoint = Checkpoint { origin, size, root: tree::root(leaves) };
    Submission { old, path, note: checkpoint.signed(signer) }.to_string()
}

async fn ask(witness: &Arc<Witness>, path: &str, body: String) -> (u16, String, String) {
    let uri = path.parse().expect("a path");
    let request = Request::builder().method(Method::POST).uri(uri).body(body);
    let response = answer(witness.clone(), request).await;
    let media_type = response.content_type().unwrap_or_default().to_owned();
    let status = response.status().as_u16();
    (status, media_type, response.into_body().into_string().await.expect("text"))
}

#[tokio::test]
async fn each_request_has_the_status_of_the_protocol() {
    let directory = TempDir::new().expect("a directory");
    let log = signer(ORIGIN, Use::Note);
    let witness = Witness::open(
        ORIGIN.to_owned(),
        vec![log.verifier().clone()],
        signer("upper.office", Use::Cosignature),
        directory.path().to_owned(),
    );
    let witness = Arc::new(witness.expect("a witness"));
    let add = async |body: String| ask(&witness, "/add-checkpoint", body).await;
    let (status, _, said) = add(body(&log, 0, &leaves(3), Vec::new())).await;
    assert_eq!((status, said.starts_with("— upper.office ")), (200, true), "{said}");
    let grown = tree::consistency(&leaves(8), 3).expect("a path");
    let (status, _, _) = add(body(&log, 3, &leaves(8), grown)).await;
    assert_eq!(status, 200);
    let rolled_back = add(body(&log, 0, &leaves(3), Vec::new())).await;
    assert_eq!(rolled_back, (409, SIZE.to_owned(), "8\n".to_owned()));
    let (status, _, _) = add(body(&log, 8, &leaves(9), Vec::new())).await;
    assert_eq!(status, 422);
    let (status, _, _) = add(body(&signer(ORIGIN, Use::Note), 8, &leaves(9), Vec::new())).await;
    assert_eq!(status, 403);
    let other = signer("guijia/y/cases", Use::Note);
    let (status, _, _) = add(body(&other, 0, &leaves(9), Vec::new())).await;
    assert_eq!(status, 404);
    let (status, _, _) = add("nonsense".to_owned()).await;
    assert_eq!(status, 400);
    let (status, _, _) = add("x".repeat(LARGEST + 1)).await;
    assert_eq!(status, 413);
    let (status, _, _) = ask(&witness, "/elsewhere", String::new()).await;
    assert_eq!(status, 404);
    let get =
        Request::builder().method(Method::GET).uri("/add-checkpoint".parse().expect("a path"));
    let got = answer(witness.clone(), get.finish()).await;
    assert_eq!(got.status().as_u16(), 405);
}
