//! The loop with real sockets: slow heads, crowds, doubtful framing, and a stop in between.

use super::*;
use poem::{IntoEndpoint, Request, endpoint::make};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::sync::oneshot;

async fn start(
    limits: Limits,
) -> (SocketAddr, oneshot::Sender<()>, tokio::task::JoinHandle<io::Result<()>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let endpoint = make(|request: Request| async move {
        if request.uri().path() == "/slow" {
            tokio::time::sleep(Duration::from_millis(300)).await;
        }
        Ok::<_, poem::Error>(Response::builder().body("here"))
    });
    let (stop, stopped) = oneshot::channel();
    let stopped = async { stopped.await.unwrap_or_default() };
    let served = serve(listener, Arc::new(endpoint.into_endpoint()), limits, stopped);
    (address, stop, tokio::spawn(served))
}

/// Sends and reads until the other side closes or is silent for a while.
async fn exchange(stream: &mut TcpStream, sent: &str) -> String {
    stream.write_all(sent.as_bytes()).await.expect("sent");
    let mut answer = Vec::new();
    let mut buffer = [0; 1024];
    while let Ok(Ok(count @ 1..)) =
        tokio::time::timeout(Duration::from_millis(500), stream.read(&mut buffer)).await
    {
        answer.extend_from_slice(&buffer[..count]);
    }
    String::from_utf8_lossy(&answer).into_owned()
}

async fn is_closed(stream: &mut TcpStream) -> bool {
    let mut buffer = [0; 64];
    let read = stream.read(&mut buffer);
    matches!(tokio::time::timeout(Duration::from_secs(2), read).await, Ok(Ok(0) | Err(_)))
}

#[tokio::test]
async fn half_a_head_is_not_waited_for() {
    let limits = Limits { head_patience: Duration::from_millis(200), ..Limits::default() };
    let (address, _stop, _served) = start(limits).await;
    let mut stream = TcpStream::connect(address).await.expect("connected");
    stream.write_all(b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ").await.expect("sent");
    assert!(is_closed(&mut stream).await);
}

#[tokio::test]
async fn one_address_has_its_number_of_connections_and_gets_them_back() {
    let limits = Limits { connections_per_address: 2, ..Limits::default() };
    let (address, _stop, _served) = start(limits).await;
    let mut first = TcpStream::connect(address).await.expect("connected");
    let mut second = TcpStream::connect(address).await.expect("connected");
    assert!(exchange(&mut first, "GET / HTTP/1.1\r\nHost: x\r\n\r\n").await.contains("here"));
    assert!(exchange(&mut second, "GET / HTTP/1.1\r\nHost: x\r\n\r\n").await.contains("here"));
    let mut third = TcpStream::connect(address).await.expect("connected");
    assert!(is_closed(&mut third).await);
    drop(first);
    tokio::time::sleep(Duration::from_millis(100)).await;
    let mut fourth = TcpStream::connect(address).await.expect("connected");
    assert!(exchange(&mut fourth, "GET / HTTP/1.1\r\nHost: x\r\n\r\n").await.contains("here"));
}

#[tokio::test]
async fn doubtful_framing_ends_the_connection() {
    let (address, _stop, _served) = start(Limits::default()).await;
    let smuggled = "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
    for head in [
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
        "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
        "Content-Length: +5\r\n\r\nabcde",
        "Transfer-Encoding: gzip\r\n\r\n",
        "Transfer-Encoding: chunked, identity\r\n\r\n",
        "X : y\r\n\r\n",
    ] {
        let mut stream = TcpStream::connect(address).await.expect("connected");
        let answer =
            exchange(&mut stream, &format!("POST / HTTP/1.1\r\nHost: x\r\n{head}{smuggled}")).await;
        expect_problem(&answer, 400);
        assert!(is_closed(&mut stream).await, "{head:?}");
    }
}

/// One answer, and that one a problem document.
fn expect_problem(answer: &str, status: u16) {
    assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{answer}");
    assert_eq!(answer.matches("HTTP/1.1 ").count(), 1, "{answer}");
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head and a body");
    for header in [
        "content-type: application/problem+json; charset=utf-8",
        "content-language: zh-CN",
        "connection: close",
        "cache-control: no-store",
        &format!("content-length: {}", body.len()),
    ] {
        assert!(head.lines().any(|line| line == header), "{header} in {head}");
    }
    let body: serde_json::Value = serde_json::from_str(body).expect("JSON");
    assert_eq!(body["status"], status);
}

#[tokio::test]
async fn what_is_not_http_is_told_so() {
    let (address, _stop, _served) = start(Limits::default()).await;
    let long = "a".repeat(70_000);
    for (sent, status) in [
        ("\u{16}\u{3}\u{1}".to_owned(), 400),
        ("nonsense\r\n\r\n".to_owned(), 400),
        ("GET / HTTP/3.0\r\n\r\n".to_owned(), 400),
        (format!("GET /{long} HTTP/1.1\r\nHost: x\r\n\r\n"), 414),
        (format!("GET / HTTP/1.1\r\nHost: x\r\nX: {long}\r\n\r\n"), 431),
    ] {
        let mut stream = TcpStream::connect(address).await.expect("connected");
        expect_problem(&exchange(&mut stream, &sent).await, status);
        assert!(is_closed(&mut stream).await);
    }
}

#[tokio::test]
async fn a_connection_is_used_again_until_something_unsound_comes() {
    let (address, _stop, _served) = start(Limits::default()).await;
    let mut stream = TcpStream::connect(address).await.expect("connected");
    for _ in 0..3 {
        let sent = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc";
        assert!(exchange(&mut stream, sent).await.ends_with("here"));
    }
    expect_problem(&exchange(&mut stream, "nonsense\r\n\r\n").await, 400);
    assert!(is_closed(&mut stream).await);
}

#[tokio::test]
async fn the_request_before_something_unsound_is_answered() {
    let (address, _stop, _served) = start(Limits::default()).await;
    let mut stream = TcpStream::connect(address).await.expect("connected");
    let sent = "GET /slow HTTP/1.1\r\nHost: x\r\n\r\nnonsense\r\n\r\n";
    let answer = exchange(&mut stream, sent).await;
    assert!(answer.starts_with("HTTP/1.1 200 ") && answer.contains("here"), "{answer}");
    assert!(is_closed(&mut stream).await);
}

#[tokio::test]
async fn a_body_in_chunks_is_the_last_of_its_connection() {
    let (address, _stop, _served) = start(Limits::default()).await;
    let mut stream = TcpStream::connect(address).await.expect("connected");
    let chunked =
        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n";
    let smuggled = "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
    let answer = exchange(&mut stream, &format!("{chunked}{smuggled}")).await;
    assert_eq!(answer.matches("HTTP/1.1 ").count(), 1, "{answer}");
    assert!(answer.contains("connection: close") && answer.ends_with("here"), "{answer}");
    assert!(is_closed(&mut stream).await);
}

#[tokio::test]
async fn a_stop_lets_the_request_in_flight_finish() {
    let (address, stop, served) = start(Limits::default()).await;
    let mut stream = TcpStream::connect(address).await.expect("connected");
    stream.write_all(b"GET /slow HTTP/1.1\r\nHost: x\r\n\r\n").await.expect("sent");
    tokio::time::sleep(Duration::from_millis(100)).await;
    stop.send(()).expect("still serving");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("whole");
    assert!(answer.contains("here"), "{answer}");
    served.await.expect("ended").expect("without error");
    assert!(TcpStream::connect(address).await.is_err());
}
