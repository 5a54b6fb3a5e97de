//! A connection behind a screen: the HTTP library sees only heads that are sound, and a head that
//! is not is answered here, as a problem, before the connection is closed.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use poem::http::{HeaderValue, header};
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::Notify;
use uuid::Uuid;

use super::doorway;
use super::heads::Heads;
use super::unread::{self, Hearing};
use crate::clock;
use crate::http::answer::Problem;
use crate::http::answer::language::Language;

/// How long a refused client may take to read why.
const FAREWELL: Duration = Duration::from_secs(2);

/// A connection whose heads are looked at.
#[derive(Debug)]
pub struct Screen {
    stream: TcpStream,
    heads: Heads,
    passed: Vec<u8>,
    handed_over: usize,
    refusal: Option<Problem>,
    refused: Arc<Notify>,
}

impl Screen {
    /// Puts the screen before a connection; `refused` is rung when a head is refused.
    pub fn new(stream: TcpStream, largest_head: usize, refused: Arc<Notify>) -> Screen {
        let heads = Heads::new(largest_head);
        Screen { stream, heads, passed: Vec::new(), handed_over: 0, refusal: None, refused }
    }

    /// Tells a refused client why and closes the connection. A client that is not done with sending
    /// is heard out first: closing over what it sends would take the answer back.
    pub async fn take_leave(mut self, is_still_sending: bool, hearing: &Hearing) {
        let refusal = self.refusal.take();
        if let Some(problem) = &refusal {
            let answer = written(problem).await;
            // A client that is gone, or does not read, needs no answer.
            let _ = tokio::time::timeout(FAREWELL, self.stream.write_all(&answer)).await;
        }
        if refusal.is_some() || is_still_sending {
            // A client that is gone has nothing more to say.
            let _ = unread::hear_out(&mut self.stream, hearing).await;
        }
    }

    /// Hands over what has passed, as much as is asked for.
    fn hand_over(&mut self, wanted: &mut ReadBuf<'_>) -> bool {
        let waiting = self.passed.get(self.handed_over..).unwrap_or_default();
        let (now, later) = waiting.split_at(waiting.len().min(wanted.remaining()));
        wanted.put_slice(now);
        self.handed_over += now.len();
        let any = !now.is_empty();
        if later.is_empty() {
            self.passed.clear();
            self.handed_over = 0;
        }
        any
    }
}

impl AsyncRead for Screen {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        wanted: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let screen = &mut *self;
        loop {
            if screen.hand_over(wanted) {
                return Poll::Ready(Ok(()));
            }
            if screen.refusal.is_some() {
                // The library is told to end by whoever was rung.
                return Poll::Pending;
            }
            let mut bytes = [0; 8192];
            let mut arrived = ReadBuf::new(&mut bytes);
            ready!(Pin::new(&mut screen.stream).poll_read(context, &mut arrived))?;
            if arrived.filled().is_empty() {
                return Poll::Ready(Ok(()));
            }
            if let Err(problem) = screen.heads.take_in(arrived.filled(), &mut screen.passed) {
                screen.refusal = Some(problem);
                screen.refused.notify_one();
            }
        }
    }
}

impl AsyncWrite for Screen {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(context, pieces)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        if self.refusal.is_some() {
            // There is still something to say.
            return Pin::new(&mut self.stream).poll_flush(context);
        }
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

/// The problem as the bytes of a whole answer, in the language of the office: the head that would
/// have asked for another was not read.
async fn written(problem: &Problem) -> Vec<u8> {
    let id = Uuid::new_v4().to_string();
    let mut response = problem.render(Language::default(), &id);
    doorway::protect(&mut response, &id);
    response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    let status = response.status();
    tracing::info!(
        target: "guijia::request",
        status = status.as_u16(),
        request_id = id,
        "a head was refused"
    );
    let body = response.take_body().into_bytes().await.unwrap_or_default();
    let mut answer = format!("HTTP/1.1 {status}\r\n").into_bytes();
    for (name, value) in response.headers() {
        answer.extend_from_slice(name.as_str().as_bytes());
        answer.extend_from_slice(b": ");
        answer.extend_from_slice(value.as_bytes());
        answer.extend_from_slice(b"\r\n");
    }
    let date = clock::http_date();
    let last = format!("content-length: {}\r\ndate: {date}\r\n\r\n", body.len());
    answer.extend_from_slice(last.as_bytes());
    answer.extend_from_slice(&body);
    answer
}
