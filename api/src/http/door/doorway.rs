//! The door every request passes: its number, its operation, its language, its log line, and
//! the rendering of whatever went wrong behind it.

use std::net::IpAddr;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use futures_util::FutureExt;
use poem::{
    Endpoint, IntoResponse, Request, Response,
    http::{HeaderName, HeaderValue, Method, Version, header},
};
use tracing::Instrument;
use uuid::Uuid;
use workflow::UserId;

use super::address;
use super::operations::{Found, Operation, Operations};
use crate::http::answer::language::Language;
use crate::http::answer::{Kind, Problem, bytes, failures};
use crate::http::service::Service;

/// Browsers that came over TLS come back over nothing else for a year.
const ONLY_TLS: HeaderValue = HeaderValue::from_static("max-age=31536000");

/// What is known of a request beside its contents.
#[derive(Debug)]
pub struct RequestRecord {
    /// The number under which the request is logged; never taken from the client.
    pub id: String,
    /// The id of the operation, for the access log and the idempotency key.
    pub operation: String,
    /// The client's address.
    pub address: Option<IpAddr>,
    actor: OnceLock<UserId>,
}

impl RequestRecord {
    /// Notes who is asking, for the log line.
    pub fn name_actor(&self, actor: UserId) {
        // A second naming would be of the same person: one request has one token.
        let _ = self.actor.set(actor);
    }
}

/// The endpoint in front of all others.
pub struct Doorway<E> {
    inner: E,
    operations: Operations,
    service: Arc<Service>,
}

impl<E> Doorway<E> {
    /// Puts the door in front of an endpoint.
    pub fn new(inner: E, operations: Operations, service: Arc<Service>) -> Doorway<E> {
        Doorway { inner, operations, service }
    }

    /// The operation a request asks for, or why it is none.
    fn operation(&self, request: &Request) -> Result<&Operation, Problem> {
        let operation = match self.operations.find(request.method(), request.uri().path()) {
            Found::Operation(operation) => operation,
            Found::Nothing => return Err(Problem::new(Kind::NotFound)),
            Found::OtherMethods(methods) => {
                let problem = Problem::new(Kind::MethodNotAllowed);
                return Err(problem.with_header(header::ALLOW, &methods));
            }
        };
        expect_one_host(request)?;
        expect_known_query(request, operation)?;
        Ok(operation)
    }
}

impl<E: Endpoint> Endpoint for Doorway<E> {
    type Output = Response;

    async fn call(&self, mut request: Request) -> poem::Result<Response> {
        let started = Instant::now();
        let language = Language::asked_by(request.headers());
        let asks_for_bytes = bytes::are_asked(request.headers());
        let method = request.method().clone();
        let operation = self.operation(&request);
        let (template, id) = match &operation {
            Ok(operation) => (operation.template.as_str(), operation.id.as_str()),
            Err(_) => ("", ""),
        };
        let proxies = &self.service.front.trusted_proxies;
        let over_tls = self.service.over_tls || address::is_over_tls(&request, proxies);
        if address::is_unheard(&request, proxies) {
            self.service.unheard.call_once(warn_of_unheard_proxy);
        }
        let record = Arc::new(RequestRecord {
            id: Uuid::new_v4().to_string(),
            operation: id.to_owned(),
            address: address::of(&request, proxies),
            actor: OnceLock::new(),
        });
        request.set_data(record.clone());
        request.set_data(self.service.clone());

        let span = tracing::info_span!("request", request_id = %record.id, operation = id);
        let outcome = match &operation {
            Ok(operation) if operation.is_of_the_portal() => self.service.portal.answer(&request),
            Ok(_) => pass(&self.inner, request).instrument(span).await,
            Err(problem) => self.service.portal.lost(&request, problem).ok_or(problem.clone()),
        };
        let mut response = outcome.unwrap_or_else(|problem| {
            if problem.is_own_fault() {
                tracing::error!(request_id = %record.id, operation = id, %problem, "the request failed");
            }
            problem.render(language, &record.id)
        });
        if asks_for_bytes {
            bytes::name(&mut response);
        }
        if method == Method::HEAD {
            response.set_body(());
        }
        protect(&mut response, &record.id);
        if over_tls {
            response.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, ONLY_TLS);
        }
        let (status, took) = (response.status().as_u16(), started.elapsed());
        self.service.app.requests.count(id, status, took);
        log(&method, template, &response, started, &record);
        Ok(response)
    }
}

/// Said once: the address is not named, for it may be that of a caller.
fn warn_of_unheard_proxy() {
    tracing::warn!(
        "a request carries X-Forwarded-For from an address that is not in trusted_proxies; if a \
         proxy of yours sent it, all callers have one address until it is named there"
    );
}

/// Lets the request through and turns errors and panics behind the door into problems.
async fn pass<E: Endpoint>(inner: &E, request: Request) -> Result<Response, Problem> {
    match AssertUnwindSafe(inner.call(request)).catch_unwind().await {
        Ok(Ok(answer)) => Ok(answer.into_response()),
        Ok(Err(error)) => Err(failures::from_framework(&error)),
        Err(_) => Err(Problem::new(Kind::Internal)),
    }
}

/// RFC 9112 asks for exactly one `Host` in HTTP/1.1.
fn expect_one_host(request: &Request) -> Result<(), Problem> {
    let hosts = request.headers().get_all(header::HOST).iter().count();
    if hosts == 1 || request.version() != Version::HTTP_11 {
        return Ok(());
    }
    let problem = Problem::new(Kind::Malformed);
    Err(problem.broken(
        "header-host",
        None,
        "须有且仅有一个 Host 头",
        "There must be one Host header",
    ))
}

/// Refuses what the framework would pass over: parameters nobody reads, given twice or not text.
fn expect_known_query(request: &Request, operation: &Operation) -> Result<(), Problem> {
    let problem = |field: Option<&str>, zh: &'static str, en: &'static str| {
        Problem::new(Kind::Malformed).broken(
            "input-query-parameter",
            field.map(str::to_owned),
            zh,
            en,
        )
    };
    if operation.is_of_the_portal() {
        return Ok(());
    }
    let mut seen = Vec::new();
    for pair in request.uri().query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty())
    {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        if !operation.takes(name) {
            return Err(problem(None, "没有这个查询参数", "There is no such query parameter"));
        }
        if seen.contains(&name) {
            return Err(problem(
                Some(name),
                "同一查询参数出现了两次",
                "A query parameter is given twice",
            ));
        }
        if !is_clean_text(value) {
            return Err(problem(
                Some(name),
                "查询参数不是有效的文字",
                "A query parameter is not valid text",
            ));
        }
        seen.push(name);
    }
    Ok(())
}

/// Whether a percent-encoded value is UTF-8 without hidden characters.
fn is_clean_text(encoded: &str) -> bool {
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let Some((digits, after)) = rest.split_at_checked(2) else {
            return false;
        };
        let digits = std::str::from_utf8(digits).ok().filter(|digits| !digits.starts_with('+'));
        let Some(byte) = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) else {
            return false;
        };
        bytes.push(byte);
        rest = after;
    }
    std::str::from_utf8(&bytes)
        .is_ok_and(|text| text.chars().all(crate::http::body::strict_json::is_printable))
}

/// Headers of every answer. A handler that set its own policy keeps it.
pub(in crate::http) fn protect(response: &mut Response, request_id: &str) {
    const HEADERS: [(HeaderName, &str); 7] = [
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if let Ok(value) = HeaderValue::from_str(request_id) {
        headers.insert("x-request-id", value);
    }
}

/// One line for each request: what was asked, not what was said. Paths appear as templates,
/// because an identifier of a case in a log says that somebody adopts.
fn log(
    method: &Method,
    template: &str,
    response: &Response,
    started: Instant,
    record: &RequestRecord,
) {
    tracing::info!(
        target: "guijia::request",
        method = %known(method),
        route = template,
        operation = record.operation,
        status = response.status().as_u16(),
        milliseconds = started.elapsed().as_millis() as u64,
        request_id = record.id,
        actor = record.actor.get().map(tracing::field::display),
    );
}

/// The method, where it is one of the usual: others are text of the client's choice.
fn known(method: &Method) -> &str {
    match method.as_str() {
        usual @ ("GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS" | "TRACE") => {
            usual
        }
        _ => "other",
    }
}

/// Keeps the words of a panic out of the log: they may hold what was being worked on.
pub fn quiet_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "a panic was caught");
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn query_text_must_be_whole_and_visible() {
        for clean in ["", "abc", "a+b", "%E5%BC%A0", "2026-03-02"] {
            assert!(is_clean_text(clean), "{clean}");
        }
        for unclean in ["%", "%2", "%zz", "%+1", "%ff", "%00", "a%0d%0ab", "%E2%80%AE"] {
            assert!(!is_clean_text(unclean), "{unclean}");
        }
    }
}
