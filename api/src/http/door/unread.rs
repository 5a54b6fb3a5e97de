//! What is left of a body when the answer is ready before the body was read.
//!
//! Whoever closes a connection over bytes that nobody has read takes the answer back: the other
//! machine drops what it has not handed over yet. So of a short rest the connection is freed and
//! goes on, and of a long one the client is told that the connection ends, and is heard out.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_util::Stream;
use hyper::body::{Body as _, Bytes, Incoming};
use poem::Body;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::sync::oneshot;
use tokio::time::Instant;

/// The longest rest that is read so that the connection can be used again, in bytes.
const SHORT_REST: u64 = 1024 * 1024;

/// How long a client is heard that goes on sending what nobody will read.
#[derive(Debug, Clone)]
pub struct Hearing {
    /// For a short rest, before the connection is given up.
    pub rest: Duration,
    /// In silence, after which nothing more is waited for.
    pub silence: Duration,
    /// However little comes.
    pub at_least: Duration,
    /// So many bytes in each second earn another one: a slow line is heard to its end, a trickle is not.
    pub pace: u64,
    /// However much comes, in bytes: more than any body that is taken at all.
    pub most: u64,
}

impl Default for Hearing {
    fn default() -> Hearing {
        Hearing {
            rest: Duration::from_secs(10),
            silence: Duration::from_secs(5),
            at_least: Duration::from_secs(30),
            pace: 16 * 1024,
            most: 64 * 1024 * 1024,
        }
    }
}

/// A body lent to a handler, which gives back what it did not read.
struct Lent {
    body: Option<Incoming>,
    begun: bool,
    back: Option<oneshot::Sender<Returned>>,
}

/// A body as it came back.
struct Returned {
    body: Incoming,
    begun: bool,
}

/// Where a lent body comes back to.
pub struct Loan(Option<oneshot::Receiver<Returned>>);

/// What is left of a body.
pub enum Rest {
    /// Nothing.
    Nothing,
    /// So little that the connection can be used again once it was read.
    Short(Incoming),
    /// So much, or of a length or a pace so uncertain, that the connection ends.
    Long,
}

/// Lends a request's body to a handler.
pub fn lend(body: Incoming) -> (Body, Loan) {
    if body.is_end_stream() {
        return (Body::empty(), Loan(None));
    }
    let (back, loan) = oneshot::channel();
    let lent = Lent { body: Some(body), begun: false, back: Some(back) };
    (Body::from_bytes_stream(lent), Loan(Some(loan)))
}

impl Loan {
    /// What the handler left. A client that asked first whether its body is wanted, and was never
    /// told so, may send it or not: nobody knows where its next request begins.
    pub fn rest(self, asked_first: bool) -> Rest {
        let Some(mut loan) = self.0 else { return Rest::Nothing };
        let Ok(Returned { body, begun }) = loan.try_recv() else { return Rest::Long };
        let left = body.size_hint().exact();
        match left {
            Some(0) => Rest::Nothing,
            Some(1..=SHORT_REST) if !begun && !asked_first => Rest::Short(body),
            _ => Rest::Long,
        }
    }
}

impl Stream for Lent {
    type Item = io::Result<Bytes>;

    fn poll_next(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Bytes>>> {
        self.begun = true;
        let Some(body) = &mut self.body else { return Poll::Ready(None) };
        loop {
            let frame = ready!(Pin::new(&mut *body).poll_frame(context));
            match frame.map(|frame| frame.map(hyper::body::Frame::into_data)) {
                Some(Ok(Ok(data))) => return Poll::Ready(Some(Ok(data))),
                Some(Ok(Err(_trailers))) => {}
                Some(Err(error)) => return Poll::Ready(Some(Err(io::Error::other(error)))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        if let Some((body, back)) = self.body.take().zip(self.back.take()) {
            // Where the connection is gone, nobody waits for the body.
            let _ = back.send(Returned { body, begun: self.begun });
        }
    }
}

/// Reads a short rest and drops it, beside the connection. Where it does not come in time the
/// library closes the connection, and `ends` says that its client is to be heard out.
pub fn drop_rest(body: Incoming, hearing: &Hearing, ends: &Arc<AtomicBool>) {
    let (patience, ends) = (hearing.rest, ends.clone());
    tokio::spawn(async move {
        let mut rest = Lent { body: Some(body), begun: true, back: None };
        let read =
            async { while let Some(Ok(_)) = futures_util::StreamExt::next(&mut rest).await {} };
        if tokio::time::timeout(patience, read).await.is_err() {
            ends.store(true, Ordering::Release);
        }
    });
}

/// Says that nothing more will be said, then reads and drops what is still on its way, until the
/// client closes or has been heard for long enough.
pub async fn hear_out<S>(stream: &mut S, hearing: &Hearing) -> io::Result<()>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    stream.shutdown().await?;
    let began = Instant::now();
    let mut heard = 0_u64;
    let mut unread = vec![0; 64 * 1024];
    while heard < hearing.most {
        let earned = Duration::from_secs(heard / hearing.pace.max(1));
        let until = (began + hearing.at_least + earned).min(Instant::now() + hearing.silence);
        match tokio::time::timeout_at(until, stream.read(&mut unread)).await {
            Ok(Ok(count @ 1..)) => heard = heard.saturating_add(count as u64),
            Ok(Ok(0)) | Err(_) => return Ok(()),
            Ok(Err(error)) => return Err(error),
        }
    }
    Ok(())
}

#[cfg(test)]
#[path = "tests/unread.rs"]
mod tests;
