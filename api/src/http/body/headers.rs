//! The request headers that act on a case: `If-Match` and `Idempotency-Key`.

use poem::{Request, RequestBody, http::header};
use poem_openapi::{
    ApiExtractor, ApiExtractorType, ExtractParamOptions,
    registry::{MetaParamIn, MetaSchema, MetaSchemaRef},
};

use crate::http::answer::{Kind, Problem};

/// The version of the case the caller has seen; absent where the header is absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IfMatch(pub Option<u32>);

/// The caller's own name for one act, so that sending it twice does it once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdempotencyKey(pub Option<String>);

/// How a version is written in `If-Match` and in `ETag`.
pub const VERSION_TAG: &str = "^\"(0|[1-9][0-9]*)\"$";

const KEY_LENGTH: usize = 128;

fn malformed(rule: &'static str, name: &str, zh: &'static str, en: &'static str) -> Problem {
    Problem::new(Kind::Malformed).broken(rule, Some(name.to_owned()), zh, en)
}

/// The one value of a header, `None` where it is absent.
///
/// # Errors
/// The given problem where it stands twice or is not ASCII.
fn single<'a>(
    request: &'a Request,
    name: &str,
    problem: &Problem,
) -> Result<Option<&'a str>, Problem> {
    let mut values = request.headers().get_all(name).iter();
    let Some(value) = values.next() else {
        return Ok(None);
    };
    match (value.to_str(), values.next()) {
        (Ok(value), None) => Ok(Some(value)),
        _ => Err(problem.clone()),
    }
}

impl IfMatch {
    fn read(request: &Request) -> Result<IfMatch, Problem> {
        let problem = malformed(
            "header-if-match",
            "If-Match",
            "If-Match 须为一个版本号，形如 \"7\"；不接受 *、弱标签和多个值",
            "If-Match must be one version such as \"7\"; *, weak tags and lists are not taken",
        );
        let Some(value) = single(request, header::IF_MATCH.as_str(), &problem)? else {
            return Ok(IfMatch(None));
        };
        value
            .trim()
            .strip_prefix('"')
            .and_then(|value| value.strip_suffix('"'))
            .filter(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
            .filter(|digits| !digits.starts_with('0') || *digits == "0")
            .and_then(|digits| digits.parse().ok())
            .map(|version| IfMatch(Some(version)))
            .ok_or(problem)
    }
}

impl IdempotencyKey {
    fn read(request: &Request) -> Result<IdempotencyKey, Problem> {
        let problem = malformed(
            "header-idempotency-key",
            "Idempotency-Key",
            "Idempotency-Key 须为 1 至 128 个可见 ASCII 字符",
            "Idempotency-Key must be 1 to 128 visible ASCII characters",
        );
        let Some(value) = single(request, "idempotency-key", &problem)? else {
            return Ok(IdempotencyKey(None));
        };
        let visible = value.bytes().all(|byte| byte.is_ascii_graphic());
        if value.is_empty() || value.len() > KEY_LENGTH || !visible {
            return Err(problem);
        }
        Ok(IdempotencyKey(Some(value.to_owned())))
    }
}

/// Describes a header taken by a type of its own as an ordinary parameter of the operation.
/// The handler's argument must be called `if_match` or `idempotency_key` with the header's name
/// given by `#[oai(name = …)]`.
macro_rules! header_parameter {
    ($type:ty, $is_required:literal, $pattern:expr) => {
        impl<'a> ApiExtractor<'a> for $type {
            const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::Parameter];
            const PARAM_IS_REQUIRED: bool = $is_required;

            type ParamType = ();
            type ParamRawType = ();

            fn param_in() -> Option<MetaParamIn> {
                Some(MetaParamIn::Header)
            }

            fn param_schema_ref() -> Option<MetaSchemaRef> {
                let schema =
                    MetaSchema { pattern: Some($pattern.to_owned()), ..MetaSchema::new("string") };
                Some(MetaSchemaRef::Inline(Box::new(schema)))
            }

            async fn from_request(
                request: &'a Request,
                _body: &mut RequestBody,
                _options: ExtractParamOptions<()>,
            ) -> poem::Result<Self> {
                Ok(<$type>::read(request)?)
            }
        }
    };
}

header_parameter!(IfMatch, true, VERSION_TAG);
header_parameter!(IdempotencyKey, false, "^[!-~]{1,128}$");

#[cfg(test)]
mod tests {
    use super::*;

    fn if_match(value: &str) -> Option<IfMatch> {
        IfMatch::read(&Request::builder().header("if-match", value).finish()).ok()
    }

    fn key(value: &str) -> Option<IdempotencyKey> {
        IdempotencyKey::read(&Request::builder().header("idempotency-key", value).finish()).ok()
    }

    #[test]
    fn one_strong_tag_is_a_version() {
        assert_eq!(if_match("\"7\""), Some(IfMatch(Some(7))));
        assert_eq!(IfMatch::read(&Request::builder().finish()).ok(), Some(IfMatch(None)));
        for wrong in [
            "7",
            "\"\"",
            "\"-1\"",
            "\"+1\"",
            "\"07\"",
            "W/\"7\"",
            "*",
            "\"7\", \"8\"",
            "\"x\"",
            "\"99999999999999999999\"",
            "",
        ] {
            assert_eq!(if_match(wrong), None, "{wrong}");
        }
        let twice =
            Request::builder().header("if-match", "\"7\"").header("if-match", "\"8\"").finish();
        assert!(IfMatch::read(&twice).is_err());
    }

    #[test]
    fn a_key_is_short_and_visible() {
        assert_eq!(key("a-1"), Some(IdempotencyKey(Some("a-1".to_owned()))));
        assert!(key(&"k".repeat(128)).is_some());
        for wrong in ["", "a b", "\t", &"k".repeat(129)] {
            assert_eq!(key(wrong), None, "{wrong:?}");
        }
    }
}
