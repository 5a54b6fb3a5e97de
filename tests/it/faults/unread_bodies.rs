//! Requests that are refused before their body is read: whoever sends the whole body first must still
//! hear the answer.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::{Run, is_full};
use crate::support::{Office, Person, on_both_databases};

on_both_databases!(
    #[ignore = "`make faults` runs it"]
    early_refusals_are_heard
);

/// How often each is tried.
const TIMES: usize = 20;
/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(30);

async fn early_refusals_are_heard(office: Office) {
    let mut run = Run::of("unread bodies", office.backend);
    let token = office.token(Person::REGISTRAR).await;
    let signed = format!("Authorization: Bearer {token}\r\n");
    let json = "Content-Type: application/json\r\n";
    let refusals = [
        ("nobody signed in", "/v1/cases", json.to_owned(), &[401][..]),
        ("no such address", "/v1/nothing", format!("{signed}{json}"), &[404, 405, 413]),
        ("no media type", "/v1/cases", format!("{signed}Content-Type: text/plain\r\n"), &[415]),
        ("larger than allowed", "/v1/cases", format!("{signed}{json}"), &[413]),
    ];
    let sizes: &[usize] = if is_full() {
        &[30_000, 70_000, 300_000, 1_000_000, 5_000_000, 20_000_000]
    } else {
        &[30_000, 1_000_000]
    };
    for (name, path, headers, statuses) in refusals {
        // What is not larger than allowed is read.
        for size in sizes.iter().filter(|size| **size > 65_536 || statuses != [413]) {
            let mut heard = 0;
            for _ in 0..TIMES {
                let answer = send(&office, path, &headers, *size).await;
                heard += usize::from(statuses.iter().any(|status| {
                    answer.starts_with(&format!("HTTP/1.1 {status} ")) && answer.ends_with('}')
                }));
            }
            println!("  {name}, {size} bytes: {heard} of {TIMES}");
            run.figure(&format!("{name} {size}"), format!("{heard}/{TIMES}"));
            run.expect(heard == TIMES, || format!("{name}, {size}: {heard} of {TIMES} heard"));
        }
    }
    run.end();
}

/// Sends a head and the whole body, and only then listens.
async fn send(office: &Office, path: &str, headers: &str, size: usize) -> String {
    let mut stream = TcpStream::connect(office.host()).await.expect("a connection");
    let host = office.host();
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: {host}\r\n{headers}Content-Length: {size}\r\nConnection: close\r\n\r\n"
    );
    let mut answer = Vec::new();
    let exchange = async {
        stream.write_all(head.as_bytes()).await?;
        stream.write_all(&vec![b' '; size]).await?;
        stream.read_to_end(&mut answer).await
    };
    // A connection that is cut before the answer is heard shows in the missing answer.
    let _ = tokio::time::timeout(PATIENCE, exchange).await;
    String::from_utf8_lossy(&answer).trim_end().to_owned()
}
