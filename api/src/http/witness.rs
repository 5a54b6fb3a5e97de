//! A witness over HTTP: the request `add-checkpoint` of C2SP `tlog-witness`.

use std::future::Future;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use poem::endpoint::make;
use poem::http::{Method, header};
use poem::{Endpoint, Request, Response};
use tokio::net::TcpListener;

use super::answer::Kind;
use super::body::limited;
use super::door::accept::{self, Limits};
use crate::clock::{SECOND, now};
use crate::heads::witness::{Refusal, Witness};

/// A checkpoint with its path and more signatures than any has.
const LARGEST: usize = 16 * 1024;
const PATIENCE: Duration = Duration::from_secs(10);
const CONNECTIONS: usize = 64;
const SIZE: &str = "text/x.tlog.size";
const TEXT: &str = "text/plain; charset=utf-8";

/// Answers until `stop` is ready.
///
/// # Errors
/// When the listener has no address.
pub async fn serve(
    witness: Arc<Witness>,
    listener: TcpListener,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    let limits = Limits { connections: CONNECTIONS, ..Limits::default() };
    accept::serve(listener, Arc::new(endpoint(witness)), limits, stop).await
}

fn endpoint(witness: Arc<Witness>) -> impl Endpoint<Output = Response> {
    make(move |request: Request| {
        let witness = witness.clone();
        async move { Ok::<Response, poem::Error>(answer(witness, request).await) }
    })
}

async fn answer(witness: Arc<Witness>, request: Request) -> Response {
    let (request, mut body) = request.split();
    if request.uri().path() != "/add-checkpoint" {
        return refused(Kind::NotFound);
    }
    if request.method() != Method::POST {
        return refused(Kind::MethodNotAllowed);
    }
    let body = match limited::read(&request, &mut body, LARGEST, PATIENCE).await {
        Ok(body) => body,
        Err(problem) => return refused(problem.kind()),
    };
    let Ok(body) = String::from_utf8(body) else { return refused(Kind::Malformed) };
    let at = u64::try_from(now() / SECOND).unwrap_or(0);
    // What is kept goes to the disk before it is answered.
    let cosigned = tokio::task::spawn_blocking(move || witness.cosign(&body, at)).await;
    match cosigned {
        Ok(Ok(signature)) => said(TEXT, signature),
        Ok(Err(refusal)) => refuse(&refusal),
        Err(_) => refused(Kind::Internal),
    }
}

fn refuse(refusal: &Refusal) -> Response {
    match refusal {
        Refusal::Malformed => refused(Kind::Malformed),
        Refusal::UnknownLog => refused(Kind::NotFound),
        Refusal::UnknownKey => refused(Kind::Forbidden),
        Refusal::NotTheNewest(size) => {
            tracing::warn!(size, "a checkpoint does not begin at the newest that was signed");
            let mut response = said(SIZE, format!("{size}\n"));
            response.set_status(Kind::Conflict.row().0);
            response
        }
        Refusal::NotGrown => {
            tracing::error!("a checkpoint does not follow from the newest that was signed");
            refused(Kind::InvalidValues)
        }
        Refusal::NotKept(error) => {
            tracing::error!(%error, "a checkpoint cannot be kept");
            refused(Kind::Unavailable)
        }
    }
}

fn said(media_type: &str, body: String) -> Response {
    Response::builder().header(header::CONTENT_TYPE, media_type).body(body)
}

fn refused(kind: Kind) -> Response {
    let (status, _, _, title) = kind.row();
    let mut response = said(TEXT, format!("{title}\n"));
    response.set_status(status);
    response
}

#[cfg(test)]
#[path = "tests/witness.rs"]
mod tests;
