//! Requests that are refused before their body was read, from clients that send all of it before they
//! read a word: every refusal reaches its client.

use std::time::Duration;

use futures_util::future::join_all;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::real_office::Place;
use crate::support::database::Backend;
use crate::support::{Office, Person};

/// The longest a whole exchange may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// A request that is refused.
struct Refused {
    line: String,
    headers: String,
    status: u16,
}

fn refused(status: u16, line: &str, headers: &str) -> Refused {
    Refused { line: line.to_owned(), headers: headers.to_owned(), status }
}

/// How a body is sent.
#[derive(Debug, Clone, Copy)]
struct Sending {
    length: usize,
    chunked: bool,
    pause: Duration,
}

fn sendings() -> Vec<Sending> {
    let mut all = Vec::new();
    for length in [70_000, 400_000, 3_000_000, 20_000_000] {
        for chunked in [false, true] {
            for pause in [0, 5] {
                all.push(Sending { length, chunked, pause: Duration::from_millis(pause) });
            }
        }
    }
    all
}

#[tokio::test]
async fn an_early_refusal_reaches_its_client() {
    let office = Office::open(Backend::Sqlite).await;
    let token = office.token(Person::REGISTRAR).await;
    let signed = format!("Authorization: Bearer {token}\r\n");
    let unknown = "/v1/cases/01900000-0000-7000-8000-000000000000";
    let kinds = [
        refused(
            401,
            &format!("POST {unknown}/papers?paper=consent_form"),
            "Content-Type: application/pdf\r\n",
        ),
        refused(
            401,
            "POST /v1/cases",
            "Authorization: Bearer x.y.z\r\nContent-Type: application/json\r\n",
        ),
        refused(404, "POST /v1/nothing-of-the-kind", "Content-Type: application/json\r\n"),
        refused(405, "PUT /healthz", "Content-Type: application/json\r\n"),
        refused(413, "POST /v1/sign-in", "Content-Type: application/json\r\n"),
        refused(415, "POST /v1/cases", &format!("{signed}Content-Type: text/plain\r\n")),
        refused(400, "POST /v1/sign-in?nobody=asked", "Content-Type: application/json\r\n"),
    ];
    expect_all(office.host(), &kinds, &sendings()).await;
    let again = Sending { length: 10_000_000, chunked: false, pause: Duration::ZERO };
    expect_all(office.host(), &kinds, &[again; 20]).await;
}

#[tokio::test]
async fn who_asks_too_often_is_told_so_whatever_they_send() {
    let place = Place::new(Backend::Sqlite).await;
    assert_eq!(place.init().await.code, Some(0));
    let server = place.serve().await;
    let host = server.base.trim_start_matches("http://").to_owned();
    let asked = refused(429, "POST /v1/eligibility/check", "Content-Type: application/json\r\n");
    for sending in sendings().into_iter().filter(|sending| sending.pause.is_zero()) {
        let mut tries = 0;
        loop {
            use_up(&host, &asked).await;
            let answer = exchange(&host, &asked, sending).await;
            if has_status(&answer, asked.status) {
                break;
            }
            // The pace gives one more each second, and may have given it just now: then only the length
            // is wrong, and it is tried again.
            tries += 1;
            let let_in = has_status(&answer, 413);
            assert!(let_in && tries < 10, "{sending:?}, tried {tries} times: {answer}");
        }
    }
}

/// Asks for little until that is too often.
async fn use_up(host: &str, asked: &Refused) {
    let small = Sending { length: 2, chunked: false, pause: Duration::ZERO };
    for _ in 0..100 {
        if has_status(&exchange(host, asked, small).await, asked.status) {
            return;
        }
    }
    panic!("a hundred questions in a row are not too many");
}

fn has_status(answer: &str, status: u16) -> bool {
    answer.starts_with(&format!("HTTP/1.1 {status} "))
}

async fn expect_all(host: &str, kinds: &[Refused], sendings: &[Sending]) {
    let mut lost = Vec::new();
    let mut answered = 0;
    for kind in kinds {
        // Some at once, since most of the time of those who pause is their pause.
        let mut answers = Vec::new();
        for together in sendings.chunks(4) {
            let asked = together.iter().map(|sending| exchange(host, kind, *sending));
            answers.extend(join_all(asked).await);
        }
        for (sending, answer) in sendings.iter().zip(answers) {
            if has_status(&answer, kind.status) {
                answered += 1;
            } else {
                lost.push(format!("{} {sending:?}: {answer}", kind.line));
            }
        }
    }
    assert_eq!(answered, kinds.len() * sendings.len(), "{lost:#?}");
}

/// Sends everything, then reads until the other side closes or the answer is whole.
async fn exchange(host: &str, kind: &Refused, sending: Sending) -> String {
    let framing = if sending.chunked {
        "Transfer-Encoding: chunked".to_owned()
    } else {
        format!("Content-Length: {}", sending.length)
    };
    let head =
        format!("{} HTTP/1.1\r\nHost: {host}\r\n{}{framing}\r\n\r\n", kind.line, kind.headers);
    let mut stream = TcpStream::connect(host).await.expect("a connection");
    let exchanged = async {
        send(&mut stream, head.as_bytes(), sending).await?;
        let mut answer = Vec::new();
        let mut piece = [0; 4096];
        while !is_whole(&answer) {
            match stream.read(&mut piece).await? {
                0 => break,
                count => answer.extend_from_slice(&piece[..count]),
            }
        }
        Ok::<_, std::io::Error>(String::from_utf8_lossy(&answer).into_owned())
    };
    match tokio::time::timeout(PATIENCE, exchanged).await {
        Ok(Ok(answer)) => answer,
        Ok(Err(error)) => format!("no answer: {error}"),
        Err(_) => "no answer in time".to_owned(),
    }
}

async fn send(stream: &mut TcpStream, head: &[u8], sending: Sending) -> std::io::Result<()> {
    stream.write_all(head).await?;
    let longest = vec![b' '; sending.length.div_ceil(20)];
    for begin in (0..sending.length).step_by(longest.len()) {
        let piece = &longest[..longest.len().min(sending.length - begin)];
        if sending.chunked {
            stream.write_all(format!("{:x}\r\n", piece.len()).as_bytes()).await?;
        }
        stream.write_all(piece).await?;
        if sending.chunked {
            stream.write_all(b"\r\n").await?;
        }
        tokio::time::sleep(sending.pause).await;
    }
    if sending.chunked {
        stream.write_all(b"0\r\n\r\n").await?;
    }
    Ok(())
}

fn is_whole(answer: &[u8]) -> bool {
    let answer = String::from_utf8_lossy(answer);
    let Some((head, body)) = answer.split_once("\r\n\r\n") else { return false };
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    length.is_some_and(|length| length.parse() == Ok(body.len()))
}
