//! The accept loop: what a connection may do before anything is asked.
//!
//! A client that sends half a head and waits, or opens connections without end, costs nothing
//! but its own patience: heads have a deadline, connections a number, in all and for each address.

use std::collections::HashMap;
use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use poem::{
    Endpoint, Request, Response,
    http::{HeaderValue, header, uri::Scheme},
    web::{LocalAddr, RemoteAddr},
};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, watch};
use tokio::task::JoinSet;

use super::screen::Screen;
use super::unread::{self, Hearing, Rest};

/// How long a client is still heard when the service stops.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// What a connection may cost.
#[derive(Debug, Clone)]
pub struct Limits {
    /// How long a request's head may take; an idle connection is closed after it too.
    pub head_patience: Duration,
    /// How large a head may be, in bytes.
    pub head_size: usize,
    /// Connections at one time.
    pub connections: usize,
    /// Connections at one time from one address.
    pub connections_per_address: usize,
    /// Addresses without a limit of their own: the proxies that stand in front.
    pub unlimited: Vec<IpAddr>,
    /// How long requests in flight may take to finish when the service stops.
    pub stop_patience: Duration,
    /// How long a client is heard whose body nobody reads.
    pub hearing: Hearing,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            head_patience: Duration::from_secs(10),
            head_size: 16 * 1024,
            connections: 1024,
            connections_per_address: 128,
            unlimited: Vec::new(),
            stop_patience: Duration::from_secs(20),
            hearing: Hearing::default(),
        }
    }
}

/// Serves until `stop` is ready, then lets requests in flight finish.
///
/// # Errors
/// When the listener has no address.
pub async fn serve<E>(
    listener: TcpListener,
    endpoint: Arc<E>,
    limits: Limits,
    stop: impl Future<Output = ()>,
) -> io::Result<()>
where
    E: Endpoint<Output = Response> + 'static,
{
    let local = listener.local_addr()?;
    let door = Arc::new(Door { limits, open: Mutex::new(HashMap::new()) });
    let (stopping, stopped) = watch::channel(false);
    let mut connections = JoinSet::new();
    let mut stop = pin!(stop);
    loop {
        tokio::select! {
            () = &mut stop => break,
            Some(_) = connections.join_next(), if !connections.is_empty() => {}
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => {
                    if let Some(place) = Door::admit(&door, peer.ip().to_canonical()) {
                        let endpoint = endpoint.clone();
                        let ends = Arc::default();
                        let connection = Connection { endpoint, local, peer, place, ends };
                        connections.spawn(connection.run(stream, stopped.clone()));
                    }
                }
                // Out of file descriptors or a connection gone already: try again shortly.
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            },
        }
    }
    drop(listener);
    // The receivers are the connections; when none is left there is nobody to tell.
    let _ = stopping.send(true);
    let all = async { while connections.join_next().await.is_some() {} };
    if tokio::time::timeout(door.limits.stop_patience, all).await.is_err() {
        tracing::warn!("requests still in flight were cut off");
    }
    Ok(())
}

/// Counts open connections.
struct Door {
    limits: Limits,
    open: Mutex<HashMap<IpAddr, usize>>,
}

/// A connection's place among those allowed; given back when dropped.
struct Place {
    door: Arc<Door>,
    address: IpAddr,
}

impl Door {
    fn admit(door: &Arc<Door>, address: IpAddr) -> Option<Place> {
        let mut open = door.open.lock().unwrap_or_else(PoisonError::into_inner);
        let all: usize = open.values().sum();
        let here = open.get(&address).copied().unwrap_or_default();
        let crowded = here >= door.limits.connections_per_address
            && !door.limits.unlimited.contains(&address);
        if all >= door.limits.connections || crowded {
            return None;
        }
        open.insert(address, here + 1);
        drop(open);
        Some(Place { door: door.clone(), address })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut open = self.door.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(here) = open.get_mut(&self.address) {
            *here -= 1;
            if *here == 0 {
                open.remove(&self.address);
            }
        }
    }
}

struct Connection<E> {
    endpoint: Arc<E>,
    local: SocketAddr,
    peer: SocketAddr,
    place: Place,
    /// Whether the connection ends while its client may still be sending.
    ends: Arc<AtomicBool>,
}

impl<E: Endpoint<Output = Response> + 'static> Connection<E> {
    async fn run(self, stream: TcpStream, mut stopped: watch::Receiver<bool>) {
        let limits = &self.place.door.limits;
        let refused = Arc::new(Notify::new());
        let screen = Screen::new(stream, limits.head_size, refused.clone());
        let service = service_fn(async |request| {
            Ok::<hyper::Response<_>, Infallible>(self.answer(request).await.into())
        });
        let mut connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(limits.head_patience)
            // Who has said everything may close their side and still wait for the answer.
            .half_close(true)
            // The screen has measured the head; the library must not find it too large again.
            .max_header_size(limits.head_size.saturating_mul(2))
            .serve_connection(TokioIo::new(screen), service);
        // A connection's own errors (gone, too slow) concern nobody else.
        let ended = tokio::select! {
            _ = &mut connection => true,
            _ = stopped.wait_for(|stopped| *stopped) => false,
            () = refused.notified() => false,
        };
        if !ended {
            Pin::new(&mut connection).graceful_shutdown();
            let _ = (&mut connection).await;
        }
        let screen = connection.into_parts().io.into_inner();
        let leave = screen.take_leave(self.ends.load(Ordering::Acquire), &limits.hearing);
        let cut_short = async {
            // A sender that is gone means that the service has stopped, too.
            let _ = stopped.wait_for(|stopped| *stopped).await;
            tokio::time::sleep(LAST_WORDS).await;
        };
        tokio::select! {
            () = leave => {}
            () = cut_short => {}
        }
    }

    async fn answer(&self, request: hyper::Request<Incoming>) -> Response {
        let (parts, body) = request.into_parts();
        // The screen does not follow chunks, so it cannot tell where a next head would begin.
        let is_last = parts.headers.contains_key(header::TRANSFER_ENCODING);
        let asked_first = parts.headers.contains_key(header::EXPECT);
        let (body, loan) = unread::lend(body);
        let local = LocalAddr(self.local.into());
        let remote = RemoteAddr(self.peer.into());
        let parts = (parts, local, remote, Scheme::HTTP).into();
        let mut response = self.endpoint.get_response(Request::from_parts(parts, body)).await;
        let rest = loan.rest(asked_first);
        if is_last || says_close(&response) || matches!(rest, Rest::Long) {
            let close = HeaderValue::from_static("close");
            response.headers_mut().insert(header::CONNECTION, close);
            self.ends.store(true, Ordering::Release);
        } else if let Rest::Short(rest) = rest {
            unread::drop_rest(rest, &self.place.door.limits.hearing, &self.ends);
        }
        response
    }
}

/// Whether the answer says that the connection ends with it.
fn says_close(response: &Response) -> bool {
    response.headers().get(header::CONNECTION).is_some_and(|said| said == "close")
}

#[cfg(test)]
#[path = "tests/accept.rs"]
mod tests;
