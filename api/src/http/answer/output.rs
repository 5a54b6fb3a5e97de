//! What handlers answer when all went well: JSON, a new thing, nothing, or a file.

use poem::{
    IntoResponse, Response,
    http::{HeaderValue, header},
};
use poem_openapi::{
    ApiResponse,
    registry::{
        MetaHeader, MetaMediaType, MetaResponse, MetaResponses, MetaSchema, MetaSchemaRef, Registry,
    },
};
use schemars::JsonSchema;
use serde::Serialize;

use super::error::{self, Kind};
use super::language::Language;
use super::openapi::{self, Direction};
use super::problem::Problem;
use crate::http::body::headers::VERSION_TAG;
use crate::http::body::upload::MEDIA_TYPES;

/// A JSON answer. Whether it has the version of a case is part of its type, so that the description
/// knows it.
#[derive(Debug)]
pub struct Output<T, const VERSIONED: bool = false> {
    body: T,
    version: Option<u32>,
    lasts: bool,
}

/// A JSON answer with the version of the case.
pub type Versioned<T> = Output<T, true>;

/// How a client may keep an answer that is the same for everybody and changes with the program only:
/// for an hour, and no cache between it and the service.
const LASTING: &str = "private, max-age=3600";

impl<T> Output<T> {
    /// An answer without a version.
    pub fn new(body: T) -> Output<T> {
        Output { body, version: None, lasts: false }
    }

    /// An answer that a client may keep for a while.
    pub fn lasting(body: T) -> Output<T> {
        Output { body, version: None, lasts: true }
    }

    /// An answer whose `ETag` is the version of the case.
    pub fn versioned(body: T, version: u32) -> Versioned<T> {
        Output { body, version: Some(version), lasts: false }
    }
}

/// A JSON answer about a thing that was just made, with the address where it can be read.
#[derive(Debug)]
pub struct Created<T, const VERSIONED: bool = false> {
    output: Output<T, VERSIONED>,
    location: String,
}

/// A JSON answer about a case that was just opened.
pub type Opened<T> = Created<T, true>;

impl<T, const VERSIONED: bool> Created<T, VERSIONED> {
    /// The answer and where the new thing is found.
    pub fn new(output: Output<T, VERSIONED>, location: impl Into<String>) -> Self {
        Created { output, location: location.into() }
    }
}

/// The act is done and there is nothing to say.
#[derive(Debug)]
pub struct NoContent;

/// A stored file, sent as it was stored.
#[derive(Debug)]
pub struct Download {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// The media type: one of those the service stores.
    pub media_type: &'static str,
    /// The name to save it under; it may be Chinese.
    pub file_name: String,
    /// The SHA-256 digest in hexadecimal, sent as the `ETag`.
    pub digest: String,
}

/// The `ETag` of a version.
pub fn entity_tag(version: u32) -> String {
    format!("\"{version}\"")
}

fn set(response: &mut Response, name: header::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

impl<T: Serialize + Send, const VERSIONED: bool> IntoResponse for Output<T, VERSIONED> {
    fn into_response(self) -> Response {
        let Ok(body) = serde_json::to_vec(&self.body) else {
            return Problem::new(Kind::Internal).render(Language::default(), "");
        };
        let mut response = Response::builder()
            .header(header::CONTENT_TYPE, "application/json; charset=utf-8")
            .body(body);
        if let Some(version) = self.version {
            set(&mut response, header::ETAG, &entity_tag(version));
        }
        if self.lasts {
            set(&mut response, header::CACHE_CONTROL, LASTING);
        }
        response
    }
}

impl<T: Serialize + Send, const VERSIONED: bool> IntoResponse for Created<T, VERSIONED> {
    fn into_response(self) -> Response {
        let mut response = self.output.into_response();
        if response.is_success() {
            response.set_status(error::CREATED);
            set(&mut response, header::LOCATION, &self.location);
        }
        response
    }
}

impl IntoResponse for NoContent {
    fn into_response(self) -> Response {
        Response::builder().status(error::NO_CONTENT).finish()
    }
}

impl IntoResponse for Download {
    fn into_response(self) -> Response {
        let mut response =
            Response::builder().header(header::CONTENT_TYPE, self.media_type).body(self.bytes);
        let name = encoded_name(&self.file_name);
        let disposition = format!("attachment; filename=\"download\"; filename*=UTF-8''{name}");
        set(&mut response, header::CONTENT_DISPOSITION, &disposition);
        set(&mut response, header::ETAG, &format!("\"{}\"", self.digest));
        set(&mut response, header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'");
        response
    }
}

/// The name as RFC 8187 writes it: everything but plain letters and digits is percent-encoded.
fn encoded_name(name: &str) -> String {
    name.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'_' => {
                char::from(byte).to_string()
            }
            byte => format!("%{byte:02X}"),
        })
        .collect()
}

/// The `ETag` of a versioned answer, as the description says it.
fn version_header(versioned: bool) -> Vec<MetaHeader> {
    let said = "The version of the case, for `If-Match`";
    let tag = versioned.then(|| openapi::header("ETag", said, Some(VERSION_TAG)));
    tag.into_iter().collect()
}

impl<T: Serialize + JsonSchema + Send, const VERSIONED: bool> ApiResponse for Output<T, VERSIONED> {
    fn meta() -> MetaResponses {
        let headers = version_header(VERSIONED);
        let response = openapi::json_response::<T>(error::OK.as_u16(), "The answer", headers);
        MetaResponses { responses: vec![response] }
    }

    fn register(registry: &mut Registry) {
        openapi::register::<T>(registry, Direction::Answer);
    }
}

impl<T: Serialize + JsonSchema + Send, const VERSIONED: bool> ApiResponse
    for Created<T, VERSIONED>
{
    fn meta() -> MetaResponses {
        let mut headers = version_header(VERSIONED);
        headers.push(openapi::header("Location", "Where it can be read", None));
        let response = openapi::json_response::<T>(error::CREATED.as_u16(), "It was made", headers);
        MetaResponses { responses: vec![response] }
    }

    fn register(registry: &mut Registry) {
        openapi::register::<T>(registry, Direction::Answer);
    }
}

impl ApiResponse for NoContent {
    fn meta() -> MetaResponses {
        let response = MetaResponse {
            description: "It is done",
            status: Some(error::NO_CONTENT.as_u16()),
            status_range: None,
            content: vec![],
            headers: vec![],
        };
        MetaResponses { responses: vec![response] }
    }

    fn register(_registry: &mut Registry) {}
}

impl ApiResponse for Download {
    fn meta() -> MetaResponses {
        let file =
            || MetaSchemaRef::Inline(Box::new(MetaSchema::new_with_format("string", "binary")));
        let content =
            MEDIA_TYPES.map(|content_type| MetaMediaType { content_type, schema: file() });
        let response = MetaResponse {
            description: "The file as it was stored",
            status: Some(error::OK.as_u16()),
            status_range: None,
            content: content.into(),
            headers: vec![openapi::header("ETag", "The digest of the file", None)],
        };
        MetaResponses { responses: vec![response] }
    }

    fn register(_registry: &mut Registry) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_thing_says_where_it_is_and_which_version_it_has() {
        let response = Created::new(Output::versioned("x", 1), "/v1/cases/1").into_response();
        assert_eq!(response.status(), error::CREATED);
        assert_eq!(response.header("location"), Some("/v1/cases/1"));
        assert_eq!(response.header("etag"), Some("\"1\""));
    }

    #[test]
    fn a_file_name_cannot_break_out_of_its_header() {
        let download = Download {
            bytes: vec![],
            media_type: "application/pdf",
            file_name: "登记\"\r\nX: y/../证.pdf".to_owned(),
            digest: "00".to_owned(),
        };
        let response = download.into_response();
        let disposition = response.header("content-disposition").unwrap_or_default();
        assert!(disposition.ends_with("%22%0D%0AX%3A%20y%2F..%2F%E8%AF%81.pdf"), "{disposition}");
    }
}
