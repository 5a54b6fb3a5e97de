//! Heads in one piece and in many, sound and unsound.

use super::*;

/// What is passed on, and why it ended, when the bytes come in pieces of this size.
fn passed(sent: &str, piece: usize) -> (String, Option<Kind>) {
    let mut heads = Heads::new(256);
    let mut passed = Vec::new();
    let mut fault = None;
    for bytes in sent.as_bytes().chunks(piece) {
        if let Err(problem) = heads.take_in(bytes, &mut passed) {
            fault = Some(problem.kind());
        }
    }
    (String::from_utf8(passed).expect("text"), fault)
}

fn expect_passed(sent: &str) {
    for piece in [1, 2, 7, 1000] {
        assert_eq!(passed(sent, piece), (sent.to_owned(), None), "{sent:?} in pieces of {piece}");
    }
}

fn expect_refused(sent: &str, kind: Kind) {
    for piece in [1, 7, 1000] {
        let refused = passed(&format!("{sent}GET /smuggled HTTP/1.1\r\n\r\n"), piece);
        assert_eq!(refused, (String::new(), Some(kind)), "{sent:?} in pieces of {piece}");
    }
}

#[test]
fn sound_messages_pass_as_they_are() {
    let get = "GET /a?b=c HTTP/1.1\r\nHost: x\r\n\r\n";
    let post = "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nGET / \r\n\r";
    let chunked = "POST / HTTP/1.1\r\nTransfer-Encoding: Chunked\r\n\r\n1\r\na\r\n0\r\n\r\n";
    expect_passed(get);
    expect_passed(&format!("\r\n{get}{post}{get}{post}{chunked}"));
    expect_passed("GET / HTTP/1.0\r\n\r\n");
}

#[test]
fn a_length_said_twice_or_badly_is_refused() {
    for headers in [
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\ncontent-length: 5\r\n",
        "Content-Length: 5\r\nContent-Length: 5\r\n",
        "Content-Length: 5, 5\r\n",
        "Content-Length: +5\r\n",
        "Content-Length: -1\r\n",
        "Content-Length:\r\n",
        "Content-Length: 99999999999999999999\r\n",
        "Transfer-Encoding: gzip\r\n",
        "Transfer-Encoding: gzip, chunked\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
    ] {
        expect_refused(&format!("POST / HTTP/1.1\r\n{headers}\r\n"), Kind::Malformed);
    }
    expect_refused("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", Kind::Malformed);
}

#[test]
fn what_is_no_head_is_refused() {
    for head in [
        "\u{16}\u{3}\u{1}\r\n\r\n",
        "GET / HTTP/3.0\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "GET / HTTP/1.1\r\nno colon\r\n\r\n",
        "GET / HTTP/1.1\r\nX : y\r\n\r\n",
        "GET / HTTP/1.1\r\nX: y\r\n folded\r\n\r\n",
        "GET \\ HTTP/1.1\r\n\r\n",
        "GET / / HTTP/1.1\r\n\r\n",
    ] {
        expect_refused(head, Kind::Malformed);
    }
}

#[test]
fn size_and_number_have_limits() {
    let long = "a".repeat(300);
    expect_refused(&format!("GET /{long} HTTP/1.1\r\n\r\n"), Kind::AddressTooLong);
    expect_refused(&format!("GET / HTTP/1.1\r\nX: {long}\r\n\r\n"), Kind::HeadTooLarge);
    let mut heads = Heads::new(16 * 1024);
    let many = format!("GET / HTTP/1.1\r\n{}\r\n", "X: y\r\n".repeat(101));
    let fault = heads.take_in(many.as_bytes(), &mut Vec::new()).expect_err("too many");
    assert_eq!(fault.kind(), Kind::HeadTooLarge);
}
