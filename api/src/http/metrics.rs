//! The figures for who watches the service, on an address of their own: whoever may see them need not
//! reach the office, and the other way round.

use std::future::Future;
use std::io;
use std::sync::Arc;

use poem::endpoint::make;
use poem::http::{StatusCode, header};
use poem::{Endpoint, Request, Response};
use tokio::net::TcpListener;

use super::door::accept::{self, Limits};
use crate::app::App;
use crate::measures;

/// What Prometheus is told that the text is.
const MEDIA_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";
/// More than one or two never watch.
const CONNECTIONS: usize = 16;

/// Serves the figures until `stop` is ready.
///
/// # Errors
/// When the listener has no address.
pub async fn serve(
    app: App,
    listener: TcpListener,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    let limits = Limits { connections: CONNECTIONS, ..Limits::default() };
    accept::serve(listener, Arc::new(figures(app)), limits, stop).await
}

fn figures(app: App) -> impl Endpoint<Output = Response> {
    make(move |request: Request| {
        let app = app.clone();
        async move {
            let is_asked = request.uri().path() == "/metrics";
            let text = if is_asked { measures::text(&app).await.ok() } else { None };
            Ok::<Response, poem::Error>(match text {
                Some(text) => {
                    Response::builder().header(header::CONTENT_TYPE, MEDIA_TYPE).body(text)
                }
                None => Response::builder().status(StatusCode::NOT_FOUND).finish(),
            })
        }
    })
}
