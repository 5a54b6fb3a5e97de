//! Requests no decent client would send, written byte by byte. Every answer is a problem, even to
//! what is no HTTP at all; only silence is not answered.

use std::time::Duration;

use futures_util::future::join_all;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::holdings::Holdings;
use super::{MARK, conclude};
use crate::support::story::application;
use crate::support::{Office, Person, Story, mostly_on_sqlite};

mostly_on_sqlite!(what_is_hardly_http_is_turned_away);

/// The longest a connection may stay open: a body has fifteen seconds, a head ten.
const PATIENCE: Duration = Duration::from_secs(30);

/// How it ends.
#[derive(Clone, Copy)]
enum End {
    /// A problem with this status and, where there is one, this rule.
    Problem(u16, Option<&'static str>),
    /// The connection is closed without a word.
    Closed,
}
use End::{Closed, Problem};

/// What is sent, and how it must end.
struct Raw {
    name: &'static str,
    bytes: Vec<u8>,
    hangs_up: bool,
    end: End,
}

async fn what_is_hardly_http_is_turned_away(office: Office) {
    let story = Story::apply(&office, application(1)).await;
    let token = office.token(Person::REGISTRAR).await;
    let mut inputs = no_heads();
    inputs.extend(heads(&office, &token, &story));
    inputs.extend(addresses(&office));
    inputs.extend(lengths(&office));
    let before = Holdings::when_quiet(&office).await;
    let answers = join_all(inputs.iter().map(|input| exchange(&office, input))).await;
    let mut lines = Vec::new();
    let mut wrong = Vec::new();
    for (input, answer) in inputs.iter().zip(&answers) {
        let first = answer.lines().next().unwrap_or("closed");
        lines.push(format!("{:<50} {first}", input.name));
        wrong.extend(
            faults(input, answer).into_iter().map(|fault| format!("{}: {fault}", input.name)),
        );
    }
    if Holdings::of(&office).await != before {
        wrong.push("something is left behind".to_owned());
    }
    if office.log().contains(MARK) {
        wrong.push("the log repeats what was sent".to_owned());
    }
    conclude(&office, "raw HTTP", &lines, &wrong);
}

/// Sends the bytes and reads until the connection is closed.
async fn exchange(office: &Office, input: &Raw) -> String {
    let mut stream = TcpStream::connect(office.host()).await.expect("a connection");
    // A server that has heard enough may close while the rest is still being sent.
    let _ = stream.write_all(&input.bytes).await;
    if input.hangs_up {
        let _ = stream.shutdown().await;
    }
    let mut answer = Vec::new();
    let mut piece = [0; 4096];
    let read = async {
        while let Ok(length @ 1..) = stream.read(&mut piece).await {
            answer.extend_from_slice(&piece[..length]);
        }
    };
    if tokio::time::timeout(PATIENCE, read).await.is_err() {
        answer.extend_from_slice(b"\nthe connection stays open");
    }
    String::from_utf8_lossy(&answer).into_owned()
}

fn faults(input: &Raw, answer: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut expect = |right: bool, what: &str| {
        if !right {
            faults.push(format!("{what}: {answer}"));
        }
    };
    let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((answer, ""));
    let has_status = |status: u16| {
        head.starts_with(&format!("HTTP/1.1 {status} "))
            || head.starts_with(&format!("HTTP/1.0 {status} "))
    };
    let is_problem = head.to_ascii_lowercase().contains("content-type: application/problem+json");
    match input.end {
        Closed => expect(answer.is_empty(), "an answer to nothing"),
        Problem(status, rule) => {
            expect(has_status(status), &format!("expected {status}"));
            expect(is_problem, "not a problem");
            let named = rule.is_none_or(|rule| body.contains(&format!("\"rule\":\"{rule}\"")));
            expect(named, &format!("expected {rule:?}"));
        }
    }
    expect(answer.matches("HTTP/1.1 ").count() <= 1, "more than one answer");
    expect(!answer.contains(MARK), "it repeats what was sent");
    faults
}

fn raw(name: &'static str, bytes: impl Into<Vec<u8>>, end: End) -> Raw {
    Raw { name, bytes: bytes.into(), hangs_up: false, end }
}

/// What is not even a head.
fn no_heads() -> Vec<Raw> {
    let unreadable = Problem(400, Some("http-head"));
    let many: String = (0..200).map(|number| format!("X-{number}: {MARK}\r\n")).collect();
    let inputs: [(&str, String, End); 16] = [
        ("a greeting of TLS", "\u{16}\u{3}\u{1}\u{2}\0\u{1}".to_owned(), unreadable),
        ("a word", format!("{MARK}\r\n\r\n"), unreadable),
        ("a line without a version", format!("GET /{MARK}\r\n\r\n"), unreadable),
        ("a version to come", "GET /healthz HTTP/3.0\r\nHost: x\r\n\r\n".to_owned(), unreadable),
        ("the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_owned(), unreadable),
        ("half a head, then silence", "GET /healthz HTTP/1.1\r\nHost:".to_owned(), Closed),
        ("silence", String::new(), Closed),
        (
            "a header without a colon",
            format!("GET /healthz HTTP/1.1\r\nHost: x\r\n{MARK}\r\n\r\n"),
            unreadable,
        ),
        (
            "a blank before the colon",
            format!("GET /healthz HTTP/1.1\r\nHost : {MARK}\r\n\r\n"),
            unreadable,
        ),
        (
            "a folded header",
            format!("GET /healthz HTTP/1.1\r\nHost: x\r\nX-A: a\r\n {MARK}\r\n\r\n"),
            unreadable,
        ),
        (
            "a NUL in a header",
            format!("GET /healthz HTTP/1.1\r\nHost: x\r\nX-A: {MARK}\0\r\n\r\n"),
            unreadable,
        ),
        (
            "a header without a name",
            format!("GET /healthz HTTP/1.1\r\nHost: x\r\n: {MARK}\r\n\r\n"),
            unreadable,
        ),
        (
            "a blank in the address",
            format!("GET /{MARK} z HTTP/1.1\r\nHost: x\r\n\r\n"),
            unreadable,
        ),
        (
            "a backslash for a slash",
            format!("GET \\{MARK} HTTP/1.1\r\nHost: x\r\n\r\n"),
            unreadable,
        ),
        (
            "a head of twenty thousand bytes",
            format!("GET /healthz HTTP/1.1\r\nHost: x\r\nX-A: {}\r\n\r\n", MARK.repeat(2500)),
            Problem(431, None),
        ),
        (
            "two hundred headers",
            format!("GET /healthz HTTP/1.1\r\nHost: x\r\n{many}\r\n"),
            Problem(431, None),
        ),
    ];
    let mut inputs: Vec<Raw> =
        inputs.into_iter().map(|(name, text, end)| raw(name, text, end)).collect();
    let long = format!("GET /{} HTTP/1.1\r\nHost: x\r\n\r\n", MARK.repeat(2500));
    inputs.push(raw("an address of twenty thousand bytes", long, Problem(414, None)));
    inputs
}

/// Heads that can be read and say something impossible.
fn heads(office: &Office, token: &str, story: &Story<'_>) -> Vec<Raw> {
    let host = format!("Host: {}\r\n", office.host());
    let signed = format!("{host}Authorization: Bearer {token}\r\n");
    let closing = "Connection: close\r\n\r\n";
    let me = |headers: &str| format!("GET /v1/me HTTP/1.1\r\n{headers}{closing}");
    let accept = |headers: &str| {
        let path = story.path("/acceptance");
        format!(
            "POST {path} HTTP/1.1\r\n{signed}Content-Type: application/json\r\nContent-Length: 2\r\n{headers}{closing}{{}}"
        )
    };
    let no_host = Problem(400, Some("header-host"));
    let inputs = [
        ("no host", me(&format!("X-A: {MARK}\r\n")), no_host),
        ("two hosts", me(&format!("{host}Host: {MARK}\r\n")), no_host),
        (
            "two tokens",
            me(&format!("{signed}Authorization: Bearer {MARK}\r\n")),
            Problem(401, None),
        ),
        (
            "a password for a token",
            me(&format!("{host}Authorization: Basic {MARK}\r\n")),
            Problem(401, None),
        ),
        (
            "a token of five thousand bytes",
            me(&format!("{host}Authorization: Bearer {}\r\n", MARK.repeat(625))),
            Problem(401, None),
        ),
        (
            "two versions of a case",
            accept("If-Match: \"1\"\r\nIf-Match: \"2\"\r\n"),
            Problem(400, Some("header-if-match")),
        ),
        (
            "two idempotency keys",
            accept("If-Match: \"1\"\r\nIdempotency-Key: a\r\nIdempotency-Key: b\r\n"),
            Problem(400, Some("header-idempotency-key")),
        ),
        (
            "two media types",
            accept("If-Match: \"1\"\r\nContent-Type: text/plain\r\n"),
            Problem(415, Some("input-content-type")),
        ),
        (
            "a packed body",
            accept("If-Match: \"1\"\r\nContent-Encoding: gzip\r\n"),
            Problem(415, Some("input-content-type")),
        ),
    ];
    let mut inputs: Vec<Raw> =
        inputs.into_iter().map(|(name, text, end)| raw(name, text, end)).collect();
    let mut bytes = format!("GET /v1/me HTTP/1.1\r\n{host}Authorization: Bearer ").into_bytes();
    bytes.extend_from_slice(b"\xff\xfe\r\n");
    bytes.extend_from_slice(closing.as_bytes());
    inputs.push(raw("a token that is no text", bytes, Problem(401, None)));
    inputs
}

/// Methods and addresses nobody offers.
fn addresses(office: &Office) -> Vec<Raw> {
    let asked = |line: &str| {
        format!("{line} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", office.host())
    };
    let inputs = [
        ("a method in small letters", "get /healthz", 405),
        ("a method nobody knows", "ECHO7431 /healthz", 405),
        ("a trace", "TRACE /healthz", 405),
        ("a tunnel", "CONNECT echo7431.example:443", 404),
        ("an asterisk", "OPTIONS *", 404),
        ("a way up", "GET /v1/../healthz", 404),
        ("a way up in disguise", "GET /v1/%2e%2e/healthz", 404),
        ("two slashes", "GET //healthz", 404),
        ("a slash at the end", "GET /healthz/", 404),
        ("a NUL at the end", "GET /healthz%00", 404),
        ("another spelling", "GET /V1/me", 404),
        ("a hidden file", "GET /.git/config", 404),
        ("an address in Chinese", "GET /归家echo7431", 404),
        ("an address elsewhere", "GET http://echo7431.example/v1/me", 401),
        ("a query nobody asked for", "GET /healthz?echo7431=1", 400),
    ];
    inputs
        .into_iter()
        .map(|(name, line, status)| raw(name, asked(line), Problem(status, None)))
        .collect()
}

/// Bodies that are not as long as they say.
fn lengths(office: &Office) -> Vec<Raw> {
    let head = format!(
        "POST /v1/sign-in HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nConnection: close\r\n",
        office.host()
    );
    let sent = |rest: &str| format!("{head}{rest}");
    let chunked = |rest: &str| format!("{head}Transfer-Encoding: chunked\r\n\r\n{rest}");
    let open = head.replace("Connection: close\r\n", "");
    let doubtful = Problem(400, Some("http-framing"));
    let broken = Problem(400, Some("input-body-broken"));
    let too_large = Problem(413, Some("input-too-large"));
    let smuggled = format!("GET /v1/me HTTP/1.1\r\nHost: {}\r\n\r\n", office.host());
    let inputs = [
        ("two lengths", sent("Content-Length: 5\r\nContent-Length: 6\r\n\r\n{}    "), doubtful),
        ("a list of lengths", sent("Content-Length: 2, 2\r\n\r\n{}"), doubtful),
        ("a negative length", sent("Content-Length: -5\r\n\r\n{}"), doubtful),
        ("a length with a plus", sent("Content-Length: +2\r\n\r\n{}"), doubtful),
        ("a length in words", sent("Content-Length: echo7431\r\n\r\n{}"), doubtful),
        ("no length", sent("Content-Length:\r\n\r\n{}"), doubtful),
        (
            "a length beyond all numbers",
            sent("Content-Length: 99999999999999999999\r\n\r\n{}"),
            doubtful,
        ),
        (
            "a length and pieces",
            sent("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
            doubtful,
        ),
        (
            "pieces of an unknown kind",
            sent("Transfer-Encoding: echo7431\r\n\r\n0\r\n\r\n"),
            doubtful,
        ),
        (
            "pieces that are packed last",
            sent("Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n"),
            doubtful,
        ),
        ("a piece of no size", chunked("ZZ\r\n{}\r\n0\r\n\r\n"), broken),
        ("a piece beyond all sizes", chunked("FFFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n"), broken),
        ("a piece shorter than it says", chunked("2\r\n{}echo7431\r\n0\r\n\r\n"), broken),
        (
            "a piece with a long remark",
            chunked(&format!("2;{}\r\n{{}}\r\n0\r\n\r\n", MARK.repeat(2500))),
            broken,
        ),
        (
            "a megabyte in one piece",
            chunked(&format!("FFFF0\r\n{}", " ".repeat(100_000))),
            too_large,
        ),
        (
            "ten gigabytes announced",
            format!("{open}Content-Length: 10000000000\r\n\r\n{{}}{smuggled}"),
            too_large,
        ),
        (
            "ten gigabytes asked for",
            format!("{open}Expect: 100-continue\r\nContent-Length: 10000000000\r\n\r\n"),
            too_large,
        ),
        (
            "half a body, then silence",
            sent("Content-Length: 50\r\n\r\n{\"login\":\"echo7431"),
            Problem(408, None),
        ),
    ];
    let mut inputs: Vec<Raw> =
        inputs.into_iter().map(|(name, text, end)| raw(name, text, end)).collect();
    let old = "POST /v1/sign-in HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    inputs.push(raw("pieces in HTTP/1.0", old, doubtful));
    let half = sent("Content-Length: 50\r\n\r\n{\"login\":\"echo7431");
    inputs.push(Raw { hangs_up: true, ..raw("half a body, then the end", half, broken) });
    let piece = chunked("2\r\n{}\r\n");
    inputs.push(Raw { hangs_up: true, ..raw("a piece, then the end", piece, broken) });
    inputs
}
