//! Answers that are ready before the body was read, over real sockets: each reaches its client.

use std::net::SocketAddr;

use poem::http::StatusCode;
use poem::{IntoEndpoint, Request, Response, endpoint::make};
use tokio::net::{TcpListener, TcpStream};

use super::*;
use crate::http::body::limited;
use crate::http::door::accept::{self, Limits};

/// Serves `/refused`, which reads nothing, and `/read`, which reads a body of up to 64 KiB.
async fn start(limits: Limits) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let endpoint = make(|request: Request| async move {
        if request.uri().path() == "/refused" {
            return Ok(Response::builder().status(StatusCode::UNAUTHORIZED).body("refused"));
        }
        let (request, mut body) = request.split();
        let read =
            limited::read(&request, &mut body, limited::JSON_LIMIT, Duration::from_secs(1)).await;
        Ok::<_, poem::Error>(match read {
            Ok(bytes) => Response::builder().body(format!("read {}", bytes.len())),
            Err(problem) => problem.render(Default::default(), "1"),
        })
    });
    let served =
        accept::serve(listener, Arc::new(endpoint.into_endpoint()), limits, std::future::pending());
    tokio::spawn(served);
    address
}

fn head(path: &str, headers: &str) -> String {
    format!("POST {path} HTTP/1.1\r\nHost: x\r\n{headers}\r\n")
}

/// A body of so many bytes, as it is sent.
fn framed(chunked: bool, length: usize) -> (String, Vec<u8>) {
    let body = vec![b'x'; length];
    if !chunked {
        return (format!("Content-Length: {length}\r\n"), body);
    }
    let mut pieces = Vec::new();
    for piece in body.chunks(16 * 1024) {
        pieces.extend_from_slice(format!("{:x}\r\n", piece.len()).as_bytes());
        pieces.extend_from_slice(piece);
        pieces.extend_from_slice(b"\r\n");
    }
    pieces.extend_from_slice(b"0\r\n\r\n");
    ("Transfer-Encoding: chunked\r\n".to_owned(), pieces)
}

/// Sends everything before it reads anything, as simple clients do, and reads up to the end of the
/// answer's body, or of the connection.
async fn send_then_read(
    stream: &mut TcpStream,
    head: &str,
    body: &[u8],
    pause: Duration,
) -> String {
    stream.write_all(head.as_bytes()).await.expect("the head is taken");
    for piece in body.chunks(body.len().div_ceil(20).max(1)) {
        stream.write_all(piece).await.expect("the body is taken");
        tokio::time::sleep(pause).await;
    }
    read_answer(stream).await
}

async fn read_answer(stream: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    let mut piece = [0; 4096];
    loop {
        let text = String::from_utf8_lossy(&answer).into_owned();
        if is_whole(&text) {
            return text;
        }
        let read = tokio::time::timeout(Duration::from_secs(10), stream.read(&mut piece)).await;
        match read.expect("an answer in time").expect("an answer") {
            0 => return text,
            count => answer.extend_from_slice(&piece[..count]),
        }
    }
}

fn is_whole(answer: &str) -> bool {
    let Some((head, body)) = answer.split_once("\r\n\r\n") else { return false };
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    length.is_some_and(|length| length.parse() == Ok(body.len()))
}

#[tokio::test]
async fn an_early_refusal_arrives_whatever_is_still_being_sent() {
    let address = start(Limits::default()).await;
    let mut lost = Vec::new();
    for length in [1, 30_000, 300_000, 2_000_000, 20_000_000] {
        for chunked in [false, true] {
            for pause in [0, 10] {
                let (framing, body) = framed(chunked, length);
                let mut stream = TcpStream::connect(address).await.expect("connected");
                let head = head("/refused", &framing);
                let pause = Duration::from_millis(pause);
                let answer = send_then_read(&mut stream, &head, &body, pause).await;
                if !answer.starts_with("HTTP/1.1 401 ") || !answer.ends_with("refused") {
                    lost.push((length, chunked, pause, answer));
                }
            }
        }
    }
    assert!(lost.is_empty(), "{lost:?}");
}

#[tokio::test]
async fn a_short_rest_is_dropped_and_the_connection_goes_on() {
    let address = start(Limits::default()).await;
    let mut stream = TcpStream::connect(address).await.expect("connected");
    for length in [30_000, 1_000_000] {
        let (framing, body) = framed(false, length);
        let refused = head("/refused", &framing);
        let answer = send_then_read(&mut stream, &refused, &body, Duration::ZERO).await;
        assert!(answer.ends_with("refused") && !answer.contains("connection: close"), "{answer}");
        let next = head("/read", "Content-Length: 3\r\n");
        let answer = send_then_read(&mut stream, &next, b"abc", Duration::ZERO).await;
        assert!(answer.ends_with("read 3"), "{answer}");
    }
}

#[tokio::test]
async fn after_a_long_rest_the_client_is_told_that_the_connection_ends() {
    let address = start(Limits::default()).await;
    for (path, status) in [("/refused", 401), ("/read", 413)] {
        let (framing, body) = framed(false, 25 * 1024 * 1024);
        let mut stream = TcpStream::connect(address).await.expect("connected");
        let answer =
            send_then_read(&mut stream, &head(path, &framing), &body, Duration::ZERO).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{answer}");
        assert!(answer.contains("connection: close"), "{answer}");
        assert_eq!(stream.read(&mut [0; 1]).await.expect("an orderly end"), 0);
    }
}

#[tokio::test]
async fn a_client_that_asks_first_is_asked_for_its_body_only_where_it_is_read() {
    let address = start(Limits::default()).await;
    let asks = "Expect: 100-continue\r\nContent-Length: 3\r\n";
    let mut stream = TcpStream::connect(address).await.expect("connected");
    stream.write_all(head("/read", asks).as_bytes()).await.expect("sent");
    let mut continued = [0; 25];
    stream.read_exact(&mut continued).await.expect("an invitation");
    assert_eq!(&continued, b"HTTP/1.1 100 Continue\r\n\r\n");
    let answer = send_then_read(&mut stream, "", b"abc", Duration::ZERO).await;
    assert!(answer.ends_with("read 3"), "{answer}");

    for (path, length, status) in [("/refused", 3, 401), ("/read", 20_000_000, 413)] {
        let asks = format!("Expect: 100-continue\r\nContent-Length: {length}\r\n");
        let mut stream = TcpStream::connect(address).await.expect("connected");
        let answer = send_then_read(&mut stream, &head(path, &asks), b"", Duration::ZERO).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{answer}");
        assert!(answer.contains("connection: close"), "{answer}");
        assert_eq!(stream.read(&mut [0; 1]).await.expect("an orderly end"), 0);
    }
}

#[tokio::test]
async fn a_body_that_comes_too_slowly_is_answered_while_it_comes() {
    let address = start(Limits::default()).await;
    let (framing, body) = framed(false, 40_000);
    let mut stream = TcpStream::connect(address).await.expect("connected");
    let pause = Duration::from_millis(100);
    let answer = send_then_read(&mut stream, &head("/read", &framing), &body, pause).await;
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
}

#[tokio::test]
async fn an_unsound_head_is_answered_whatever_follows_it() {
    let address = start(Limits::default()).await;
    let mut stream = TcpStream::connect(address).await.expect("connected");
    let doubtful = head("/read", "Content-Length: 5\r\nContent-Length: 6\r\n");
    let body = vec![b'x'; 5_000_000];
    let pause = Duration::from_millis(150);
    let answer = send_then_read(&mut stream, &doubtful, &body, pause).await;
    assert!(answer.starts_with("HTTP/1.1 400 "), "{answer}");
}

#[tokio::test]
async fn who_has_said_everything_may_close_their_side() {
    let address = start(Limits::default()).await;
    for (path, end) in [("/refused", "refused"), ("/read", "read 30000")] {
        let (framing, body) = framed(false, 30_000);
        let mut stream = TcpStream::connect(address).await.expect("connected");
        stream.write_all(head(path, &framing).as_bytes()).await.expect("sent");
        stream.write_all(&body).await.expect("sent");
        stream.shutdown().await.expect("half closed");
        let answer = read_answer(&mut stream).await;
        assert!(answer.ends_with(end), "{answer}");
    }
}

#[tokio::test]
async fn nobody_is_heard_for_ever() {
    let hearing = Hearing {
        rest: Duration::from_millis(200),
        silence: Duration::from_millis(200),
        at_least: Duration::from_millis(400),
        ..Hearing::default()
    };
    let address = start(Limits { hearing, ..Limits::default() }).await;
    for length in [1000, 20_000_000] {
        let mut stream = TcpStream::connect(address).await.expect("connected");
        let head = head("/refused", &format!("Content-Length: {length}\r\n"));
        stream.write_all(head.as_bytes()).await.expect("sent");
        assert!(read_answer(&mut stream).await.ends_with("refused"));
        let given_up = async {
            while stream.write_all(b"x").await.is_ok() {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(5), given_up).await.expect("given up");
    }
}
