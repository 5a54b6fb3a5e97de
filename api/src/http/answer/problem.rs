//! RFC 9457 problems, in the language of the caller.
//!
//! A handler or extractor makes one; the doorway renders it when it knows the language and the
//! request's number.

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;
use poem::{
    Response,
    error::ResponseError,
    http::{HeaderValue, StatusCode, header},
};
use schemars::JsonSchema;
use serde::Serialize;
use workflow::base::message::Message;
use workflow::base::rule::{Refusal, Violation};
use workflow::base::text::pointer;

use super::error::Kind;
use super::language::Language;

/// A problem before it is rendered.
#[derive(Debug, Clone)]
pub struct Problem {
    kind: Kind,
    said: Box<Said>,
}

/// What is said beside the kind; apart, because a problem travels in every result.
#[derive(Debug, Clone, Default)]
struct Said {
    detail: Option<Message>,
    broken: Vec<Broken>,
    allowed: Vec<String>,
    headers: Vec<(header::HeaderName, HeaderValue)>,
}

/// One rule broken, in both languages.
#[derive(Debug, Clone)]
struct Broken {
    rule: String,
    sequence: Option<&'static str>,
    citation: Message,
    message: Message,
    field: Option<String>,
    place: Place,
}

/// What the pointer of a field points into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "ViolationPlace")]
enum Place {
    /// What was sent as the body.
    Body,
    /// The case: a paper, a party or a check of it.
    Case,
    /// No body: `field` is the name of a parameter or a header.
    Parameter,
}

impl From<Violation> for Broken {
    fn from(violation: Violation) -> Broken {
        let place = if violation.is_of_case { Place::Case } else { Place::Body };
        Broken {
            place,
            field: violation.pointer(),
            rule: violation.rule.id.to_owned(),
            sequence: violation.rule.sequence,
            citation: Message::new(violation.rule.citation, violation.rule.citation_en),
            message: violation.message,
        }
    }
}

impl Problem {
    /// A problem of this kind with nothing more to say.
    pub fn new(kind: Kind) -> Problem {
        Problem { kind, said: Box::default() }
    }

    /// The refusal of the law, with every rule it lists.
    pub fn refused(refusal: Refusal) -> Problem {
        let mut problem = Problem::new(Kind::Refused);
        problem.said.broken = refusal.violations.into_iter().map(Broken::from).collect();
        problem
    }

    /// Values that cannot be accepted, with every rule they break.
    pub fn invalid(refusal: Refusal) -> Problem {
        Problem { kind: Kind::InvalidValues, ..Problem::refused(refusal) }
    }

    /// Adds a sentence on this occurrence. It never repeats a value that was sent.
    pub fn detail(mut self, zh: impl Into<String>, en: impl Into<String>) -> Problem {
        self.said.detail = Some(Message::new(zh, en));
        self
    }

    /// Adds a broken rule of the interface itself.
    pub fn broken(
        mut self,
        rule: impl Into<String>,
        field: Option<String>,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) -> Problem {
        self.said.broken.push(Broken {
            rule: rule.into(),
            sequence: None,
            citation: Message::new("接口约定", "Interface convention"),
            message: Message::new(zh, en),
            field: field.map(|field| pointer(&field)),
            place: Place::Body,
        });
        self
    }

    /// Adds a broken rule about a parameter of the address or a header, by its name.
    pub fn broken_parameter(
        self,
        rule: &'static str,
        name: impl Into<String>,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) -> Problem {
        let mut problem = self.broken(rule, None, zh, en);
        if let Some(broken) = problem.said.broken.last_mut() {
            broken.field = Some(name.into());
            broken.place = Place::Parameter;
        }
        problem
    }

    /// Adds the acts that are possible now.
    pub fn allowing(mut self, acts: impl IntoIterator<Item = &'static str>) -> Problem {
        self.said.allowed = acts.into_iter().map(str::to_owned).collect();
        self
    }

    /// Adds a response header; a value that is no header value is left out.
    pub fn with_header(mut self, name: header::HeaderName, value: &str) -> Problem {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.said.headers.push((name, value));
        }
        self
    }

    /// What went wrong.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Whether the service itself failed, so that the operator must hear of it.
    pub fn is_own_fault(&self) -> bool {
        self.kind.status().is_server_error()
    }

    /// The problem as an HTTP answer. The request's number stands in the body only where the
    /// caller needs it to report our own error, so that equal problems have equal bytes.
    pub fn render(&self, language: Language, request_id: &str) -> Response {
        let (status, slug, zh, en) = self.kind.row();
        let document = Document {
            kind: format!("urn:guijia:problem:{slug}"),
            title: language.either(zh, en),
            status: status.as_u16(),
            detail: self.said.detail.as_ref().map(|detail| language.of(detail)),
            violations: self.said.broken.iter().map(|broken| broken.shown(language)).collect(),
            allowed: &self.said.allowed,
            request_id: status.is_server_error().then_some(request_id),
        };
        let body = serde_json::to_vec(&document).unwrap_or_default();
        let mut response = Response::builder()
            .status(status)
            .header(header::CONTENT_TYPE, "application/problem+json; charset=utf-8")
            .header(header::CONTENT_LANGUAGE, language.tag())
            .header(header::VARY, "Accept-Language")
            .body(body);
        for (name, value) in &self.said.headers {
            response.headers_mut().insert(name, value.clone());
        }
        match self.kind {
            Kind::SignInRequired => {
                response.headers_mut().insert(
                    header::WWW_AUTHENTICATE,
                    HeaderValue::from_static("Bearer realm=\"guijia\""),
                );
            }
            // As long as it may take until the next look whether it is over.
            Kind::Unavailable | Kind::StorageFull => {
                let headers = response.headers_mut();
                headers.entry(header::RETRY_AFTER).or_insert(HeaderValue::from_static("5"));
            }
            Kind::NotReady => {
                response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
            }
            // What is left of the body is not read, so the connection cannot be used again.
            Kind::TooLarge | Kind::TooSlow => {
                response
                    .headers_mut()
                    .insert(header::CONNECTION, HeaderValue::from_static("close"));
            }
            _ => {}
        }
        response
    }
}

impl Broken {
    fn shown(&self, language: Language) -> Shown<'_> {
        Shown {
            rule: &self.rule,
            sequence: self.sequence,
            citation: language.of(&self.citation),
            message: language.of(&self.message),
            template: self
                .message
                .template
                .as_ref()
                .map(|template| language.either(&template.zh, &template.en)),
            params: &self.message.params,
            field: self.field.as_deref(),
            place: self.field.as_ref().map(|_| self.place),
        }
    }
}

/// What went wrong (RFC 9457). Nothing of what was sent is repeated.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Problem")]
pub struct Document<'a> {
    /// Names the kind of problem, such as `urn:guijia:problem:refused`.
    #[serde(rename = "type")]
    kind: String,
    /// The kind in words.
    title: &'a str,
    /// The HTTP status.
    status: u16,
    /// This occurrence in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<&'a str>,
    /// Every rule broken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    violations: Vec<Shown<'a>>,
    /// The acts that are possible now.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    allowed: &'a [String],
    /// The number to name when reporting an error of the service.
    #[serde(skip_serializing_if = "Option::is_none")]
    request_id: Option<&'a str>,
}

/// One rule broken.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Violation")]
struct Shown<'a> {
    /// The finest name of the rule, such as `CC-1098.5`.
    rule: &'a str,
    /// The rule of the sequence it serves, such as `SEQ-1`.
    #[serde(skip_serializing_if = "Option::is_none")]
    sequence: Option<&'static str>,
    /// The article.
    citation: &'a str,
    /// What is wrong.
    message: &'a str,
    /// The message with names in braces where its days stand, where it has some.
    #[serde(skip_serializing_if = "Option::is_none")]
    template: Option<&'a str>,
    /// The days of the message by their names.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    params: &'a BTreeMap<String, NaiveDate>,
    /// The field at fault as a JSON pointer, such as `/adopters/0/resident_id`; of a parameter its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'a str>,
    /// What the field is of.
    #[serde(rename = "in", skip_serializing_if = "Option::is_none")]
    place: Option<Place>,
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.kind.row().1)
    }
}

impl std::error::Error for Problem {}

impl ResponseError for Problem {
    fn status(&self) -> StatusCode {
        self.kind.status()
    }

    fn as_response(&self) -> Response {
        self.render(Language::default(), "")
    }
}
