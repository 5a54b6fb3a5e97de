//! The browser pages over HTTP: where they are, what they may do, and that the interface beside them is
//! as closed as before.

use std::path::Path;

use reqwest::{Method, header};

use crate::support::{Backend, Office};

/// Whether the pages were built before the program was.
fn is_built() -> bool {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../portal/dist/family/index.html").exists()
}

#[tokio::test]
async fn a_page_is_served_closed_and_a_program_without_pages_says_so() {
    let office = Office::open(Backend::Sqlite).await;
    let status = if is_built() { 200 } else { 404 };
    for path in ["/", "/ask", "/my?from=singlemessage&x=%zz", "/desk", "/desk/cases/7/papers"] {
        let page = office.send(office.anonymous(Method::GET, path)).await.expect(status);
        assert_eq!(page.header("content-type"), "text/html; charset=utf-8", "{path}");
        assert_eq!(page.header("x-content-type-options"), "nosniff");
        assert_eq!(page.header("referrer-policy"), "no-referrer");
        assert_eq!(page.header("x-frame-options"), "DENY");
        let policy = page.header("content-security-policy");
        assert!(policy.contains("default-src 'none'"), "{path}: {policy}");
        assert!(policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
        assert!(!policy.contains("unsafe"), "{path}: {policy}");
        let head = office.send(office.anonymous(Method::HEAD, path)).await.expect(status);
        assert_eq!(head.header("content-length"), page.text().len().to_string());
        assert_eq!(head.text(), "");
    }
    let log = office.log();
    assert!(log.contains("/desk/{*rest}") && log.contains("read_portal"), "{log}");
    assert!(!log.contains("singlemessage") && !log.contains("cases/7"), "{log}");
}

#[tokio::test]
async fn what_the_pages_are_made_of_is_small_and_kept() {
    let office = Office::open(Backend::Sqlite).await;
    let page = office.send(office.anonymous(Method::GET, "/")).await;
    let text = page.text();
    let script = text.split('"').find(|part| part.starts_with("/assets/") && part.ends_with(".js"));
    let Some(script) = script else {
        assert!(!is_built(), "a built page names its script: {text}");
        return;
    };
    let asked = office.anonymous(Method::GET, script);
    let plain = office.send(asked).await.expect(200);
    assert_eq!(plain.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(plain.header("vary"), "Accept-Encoding");
    for encoding in ["br", "gzip"] {
        let asked = office.anonymous(Method::GET, script).header(header::ACCEPT_ENCODING, encoding);
        let small = office.send(asked).await.expect(200);
        assert_eq!(small.header("content-encoding"), encoding);
        let length: usize = small.header("content-length").parse().expect("a length");
        assert!(length * 2 < plain.text().len(), "{encoding}: {length}");
        assert_ne!(small.header("etag"), plain.header("etag"));
    }
    let tag = plain.header("etag");
    let again = office.anonymous(Method::GET, script).header(header::IF_NONE_MATCH, tag);
    office.send(again).await.expect(304);
    let page_again = office.anonymous(Method::GET, "/");
    let page_again = page_again.header(header::IF_NONE_MATCH, page.header("etag"));
    office.send(page_again).await.expect(304);
}

#[tokio::test]
async fn the_interface_beside_the_pages_is_as_closed_as_before() {
    let office = Office::open(Backend::Sqlite).await;
    let as_a_browser = |method, path: &str| {
        office.anonymous(method, path).header(header::ACCEPT, "text/html,*/*;q=0.8")
    };
    for path in ["/v1/nothing", "/assets/none.js", "/v1/cases/x/y/z"] {
        let answer = office.send(as_a_browser(Method::GET, path)).await.expect(404);
        assert_eq!(
            answer.header("content-type"),
            "application/problem+json; charset=utf-8",
            "{path}"
        );
    }
    for path in ["/", "/my", "/desk/today", "/assets/family.js"] {
        let answer = office.send(as_a_browser(Method::POST, path)).await.expect(405);
        assert_eq!(answer.header("allow"), "GET, HEAD");
    }
    let lost = office.send(as_a_browser(Method::GET, "/nowhere/../etc/passwd")).await.expect(404);
    assert_eq!(lost.header("content-type").starts_with("text/html"), is_built());
    let answer = office.send(as_a_browser(Method::GET, "/v1/cases")).await.expect(401);
    assert_eq!(
        answer.header("content-security-policy"),
        "default-src 'none'; frame-ancestors 'none'"
    );
}
