//! The one type for JSON bodies: strict, limited, described by the type's own schema.

use std::any::TypeId;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use poem::{Request, RequestBody};
use poem_openapi::{
    ApiExtractor, ApiExtractorType, ExtractParamOptions,
    registry::{MetaMediaType, MetaRequest, Registry},
};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::limited;
use super::shape::{Departure, Found, Shape};
use super::strict_json::{self, Fault, Finding};
use crate::http::answer::openapi::{self, Direction};
use crate::http::answer::{Kind, Problem};

/// A JSON body of type `T`.
#[derive(Debug)]
pub struct Input<T>(pub T);

/// Reads `T` from bytes: 400 for what is not JSON, a duplicate key, a wrong type or an unknown
/// field; 422 for everything about values.
///
/// # Errors
/// The problem with the path of every field at fault and never its value.
pub fn parse<T: DeserializeOwned + JsonSchema + 'static>(bytes: &[u8]) -> Result<T, Problem> {
    let value = strict_json::read(bytes).map_err(unreadable)?;
    let departures = shape_of::<T>().departures(&value);
    if !departures.is_empty() {
        return Err(misshapen(departures));
    }
    // What is left is what a reader alone knows, such as a number that it cannot hold.
    serde_path_to_error::deserialize(&value).map_err(|error| {
        let path = error.path().to_string();
        unacceptable(&path, &error.into_inner().to_string())
    })
}

/// The problem that lists every departure from the schema.
fn misshapen(departures: Vec<Found>) -> Problem {
    let is_malformed =
        |departure| matches!(departure, Departure::UnknownField | Departure::WrongType);
    let malformed = departures.iter().any(|(departure, _)| is_malformed(*departure));
    let kind = if malformed { Kind::Malformed } else { Kind::InvalidValues };
    departures.into_iter().fold(Problem::new(kind), |problem, (departure, path)| {
        let (_, rule, zh, en) = row(words_for(departure));
        problem.broken(rule, (!path.is_empty()).then_some(path), zh, en)
    })
}

/// What serde would have said of a departure.
fn words_for(departure: Departure) -> &'static str {
    match departure {
        Departure::UnknownField => "unknown field",
        Departure::MissingField => "missing field",
        Departure::WrongType => "invalid type",
        Departure::UnknownWord => "unknown variant",
        Departure::WrongForm => "invalid value",
    }
}

/// The shape of a type, worked out at its first use.
fn shape_of<T: JsonSchema + 'static>() -> Arc<Shape> {
    static SHAPES: LazyLock<RwLock<HashMap<TypeId, Arc<Shape>>>> = LazyLock::new(Default::default);
    let known =
        SHAPES.read().unwrap_or_else(PoisonError::into_inner).get(&TypeId::of::<T>()).cloned();
    known.unwrap_or_else(|| {
        let mut shapes = SHAPES.write().unwrap_or_else(PoisonError::into_inner);
        shapes.entry(TypeId::of::<T>()).or_insert_with(|| Arc::new(openapi::shape::<T>())).clone()
    })
}

/// The problem for a text the strict reader refused.
fn unreadable(finding: Finding) -> Problem {
    let field = (!finding.path.is_empty()).then_some(finding.path);
    let (kind, rule, zh, en) = match finding.fault {
        Fault::NotJson => (
            Kind::Malformed,
            "input-not-json",
            "请求内容不是有效的 JSON",
            "The body is not valid JSON",
        ),
        Fault::DuplicateKey => (
            Kind::Malformed,
            "input-duplicate-field",
            "同一字段出现了两次",
            "A field is given twice",
        ),
        Fault::TooDeep => {
            (Kind::Malformed, "input-too-deep", "请求内容嵌套过深", "The body is nested too deeply")
        }
        Fault::ForbiddenCharacter => (
            Kind::InvalidValues,
            "input-forbidden-character",
            "文字中含有不可见字符或控制字符",
            "The text holds an invisible or a control character",
        ),
    };
    Problem::new(kind).broken(rule, field, zh, en)
}

/// The problem for a value that does not fit the type.
fn unacceptable(path: &str, reason: &str) -> Problem {
    let path = shown_path(path);
    let (kind, rule, zh, en) = row(reason);
    let named = match rule {
        "input-missing-field" | "input-unknown-field" => extended(&path, reason),
        _ => path,
    };
    Problem::new(kind).broken(rule, (!named.is_empty()).then_some(named), zh, en)
}

/// The kind of a problem, its rule and its words. serde says why only in words, so the words it begins with
/// decide; what follows may repeat the value and is never shown.
fn row(reason: &str) -> (Kind, &'static str, &'static str, &'static str) {
    if reason.starts_with("unknown field") {
        (Kind::Malformed, "input-unknown-field", "没有这个字段", "There is no such field")
    } else if reason.starts_with("duplicate field") {
        (Kind::Malformed, "input-duplicate-field", "同一字段出现了两次", "A field is given twice")
    } else if reason.starts_with("invalid type") {
        (Kind::Malformed, "input-wrong-type", "字段的类型不正确", "The field has the wrong type")
    } else if reason.starts_with("missing field") {
        (Kind::InvalidValues, "input-missing-field", "缺少必填字段", "A required field is missing")
    } else if reason.starts_with("unknown variant") {
        (
            Kind::InvalidValues,
            "input-unknown-word",
            "不是可选的值",
            "This is not one of the words to choose from",
        )
    } else {
        (
            Kind::InvalidValues,
            "input-value",
            "字段的值不符合要求",
            "The value of the field cannot be accepted",
        )
    }
}

/// The path with the field that the reason names in back-quotes, where it does not end so already.
fn extended(path: &str, reason: &str) -> String {
    let Some(name) = reason.split('`').nth(1).map(strict_json::shown_key) else {
        return path.to_owned();
    };
    if path.is_empty() {
        name.to_owned()
    } else if path == name || path.ends_with(&format!(".{name}")) {
        path.to_owned()
    } else {
        format!("{path}.{name}")
    }
}

/// The path as it may be shown: keys that are not of our making are masked.
fn shown_path(path: &str) -> String {
    if path == "." {
        return String::new();
    }
    let steps = path.split('.').map(|step| {
        let (key, index) = step.split_at(step.find('[').unwrap_or(step.len()));
        if key.is_empty() {
            index.to_owned()
        } else {
            format!("{}{index}", strict_json::shown_key(key))
        }
    });
    steps.collect::<Vec<_>>().join(".")
}

/// Whether the request says that its body is JSON in UTF-8, unpacked.
fn expect_json(request: &Request) -> Result<(), Problem> {
    let accepted = limited::media_type(request).is_some_and(|stated| {
        let mut parts = stated.split(';').map(|part| part.trim().to_ascii_lowercase());
        parts.next().as_deref() == Some("application/json")
            && parts.all(|part| matches!(part.as_str(), "" | "charset=utf-8" | "charset=\"utf-8\""))
    });
    if accepted {
        return Ok(());
    }
    Err(Problem::new(Kind::UnsupportedMediaType).broken(
        "input-content-type",
        None,
        "请求内容类型须为 application/json（UTF-8，不压缩）",
        "The body must be application/json in UTF-8, not compressed",
    ))
}

impl<'a, T: DeserializeOwned + JsonSchema + 'static> ApiExtractor<'a> for Input<T> {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::RequestObject];

    type ParamType = ();
    type ParamRawType = ();

    fn register(registry: &mut Registry) {
        openapi::register::<T>(registry, Direction::Question);
    }

    fn request_meta() -> Option<MetaRequest> {
        Some(MetaRequest {
            description: None,
            content: vec![MetaMediaType {
                content_type: "application/json",
                schema: openapi::reference::<T>(Direction::Question),
            }],
            required: true,
        })
    }

    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> poem::Result<Self> {
        expect_json(request)?;
        let bytes =
            limited::read(request, body, limited::JSON_LIMIT, limited::JSON_PATIENCE).await?;
        Ok(Input(parse(&bytes)?))
    }
}

#[cfg(test)]
#[path = "input_tests.rs"]
mod tests;
