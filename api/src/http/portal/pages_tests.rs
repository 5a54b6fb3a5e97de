//! The addresses, the policies and what is shown where there is nothing.

use std::collections::BTreeMap;

use hyper::body::Bytes;
use poem::http::StatusCode;

use super::*;

const SHELL: &[u8] = b"<!doctype html><p>family</p>";
const DESK: &[u8] =
    b"<!doctype html><meta name=\"csp-nonce\" content=\"__CSP_NONCE__\"><p>desk</p>";

fn portal() -> Portal {
    let files = [
        ("family/index.html", SHELL),
        ("family/index.html.gz", b"small"),
        ("desk/index.html", DESK),
        ("assets/family-1.js", b"1"),
        ("desk/worker.js", b"2"),
        ("icon.svg", b"<svg/>"),
        (".vite/manifest.json", b"{}"),
    ];
    let files = files.map(|(path, bytes)| (path.to_owned(), Bytes::from_static(bytes)));
    Portal { files: Files::of(BTreeMap::from(files)) }
}

fn request(path: &str) -> Request {
    let uri = path.parse().expect("an address");
    Request::builder().uri(uri).header(header::ACCEPT, "text/html").finish()
}

async fn said(portal: &Portal, path: &str) -> (u16, String, String) {
    let answer = portal
        .answer(&request(path))
        .unwrap_or_else(|problem| Response::builder().status(problem.kind().row().0).finish());
    let policy = answer.header("content-security-policy").unwrap_or_default().to_owned();
    let status = answer.status().as_u16();
    (status, policy, answer.into_body().into_string().await.expect("text"))
}

#[tokio::test]
async fn each_address_has_its_entry() {
    let portal = portal();
    for path in ["/", "/ask", "/guide/stepchild", "/my?from=singlemessage"] {
        let (status, policy, text) = said(&portal, path).await;
        assert_eq!((status, text.as_bytes()), (200, SHELL), "{path}");
        assert!(policy.contains("style-src 'self';"), "{policy}");
    }
    for path in ["/desk", "/desk/", "/desk/cases/7/papers"] {
        let (_, _, text) = said(&portal, path).await;
        assert!(text.contains("<p>desk</p>"), "{path}: {text}");
    }
    assert_eq!(said(&portal, "/assets/family-1.js").await.2, "1");
    assert_eq!(said(&portal, "/desk/worker.js").await.2, "2");
    assert_eq!(said(&portal, "/assets/none.js").await.0, 404);
    // What is built for the build itself, and a page without its policy, are at no address.
    assert_eq!(said(&portal, "/.vite/manifest.json").await.2.as_bytes(), SHELL);
    assert!(said(&portal, "/desk/index.html").await.1.contains("nonce-"));
    assert_eq!(portal.files.beside_the_pages().collect::<Vec<_>>(), ["icon.svg"]);
}

#[tokio::test]
async fn no_policy_allows_what_is_written_into_a_page() {
    let portal = portal();
    for path in ["/", "/desk"] {
        let (_, policy, _) = said(&portal, path).await;
        for word in ["unsafe-inline", "unsafe-eval", "*", "http"] {
            assert!(!policy.contains(word), "{path}: {policy}");
        }
        for part in ["default-src 'none'", "script-src 'self'; ", "frame-ancestors 'none'"] {
            assert!(policy.contains(part), "{path}: {policy}");
        }
    }
}

#[tokio::test]
async fn a_nonce_is_in_the_page_and_its_policy_and_never_twice() {
    let portal = portal();
    let (_, first, text) = said(&portal, "/desk/today").await;
    let (_, second, _) = said(&portal, "/desk/today").await;
    let (_, rest) = first.split_once("'nonce-").expect("a nonce");
    let (nonce, _) = rest.split_once('\'').expect("its end");
    assert_eq!(nonce.len(), 24);
    assert!(text.contains(&format!("content=\"{nonce}\"")), "{text}");
    assert_ne!(first, second);
    let answer = portal.answer(&request("/desk")).expect("a page");
    assert_eq!(answer.header("etag"), None, "a page with a nonce is kept by nobody");
    assert_eq!(answer.header("cache-control"), Some("no-cache"));
}

#[tokio::test]
async fn who_follows_a_dead_link_is_shown_a_page_and_a_client_of_the_interface_is_not() {
    let portal = portal();
    let nothing = Problem::new(Kind::NotFound);
    let page = portal.lost(&request("/nowhere"), &nothing).expect("a page");
    assert_eq!(page.status(), StatusCode::NOT_FOUND);
    assert_eq!(page.into_body().into_vec().await.expect("bytes"), SHELL);
    assert!(portal.lost(&request("/v1/nowhere"), &nothing).is_none());
    assert!(portal.lost(&request("/"), &Problem::new(Kind::Malformed)).is_none());
    let program = Request::builder().header(header::ACCEPT, "*/*").finish();
    assert!(portal.lost(&program, &nothing).is_none());
    let sent = Request::builder().method(Method::POST).header(header::ACCEPT, "text/html").finish();
    assert!(portal.lost(&sent, &nothing).is_none());
}

#[tokio::test]
async fn a_program_without_pages_says_how_to_build_them() {
    let portal = Portal { files: Files::default() };
    assert!(!portal.is_there());
    let (status, _, text) = said(&portal, "/").await;
    assert_eq!(status, 404);
    assert!(text.contains("scripts/portal") && text.contains("没有网页"), "{text}");
    assert!(portal.lost(&request("/nowhere"), &Problem::new(Kind::NotFound)).is_none());
}
