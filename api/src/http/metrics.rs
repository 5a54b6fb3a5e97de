//! The figures for who watches the service, on an address of their own: whoever may see them need not
//! reach the office, and the other way round.

use std::future::Future;
use std::io;
use std::sync::Arc;

use poem::endpoint::make;
use poem::http::header;
use poem::{Endpoint, Request, Response};
use tokio::net::TcpListener;
use uuid::Uuid;

use super::answer::language::Language;
use super::answer::{Kind, Problem};
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
            let children = [
                ("probe", app.intake.waiting()),
                ("print", app.printer.waiting()),
                ("draw", app.pages.waiting()),
            ];
            let text = match request.uri().path() {
                "/metrics" => {
                    measures::text(&app.requests, &app.seals, &app.store, &children).await.ok()
                }
                _ => None,
            };
            let answer = text.map(|text| {
                Response::builder().header(header::CONTENT_TYPE, MEDIA_TYPE).body(text)
            });
            let nothing = || {
                let language = Language::asked_by(request.headers());
                Problem::new(Kind::NotFound).render(language, &Uuid::new_v4().to_string())
            };
            Ok::<Response, poem::Error>(answer.unwrap_or_else(nothing))
        }
    })
}
