//! What can go wrong, seen from the caller, and the status each has.
//!
//! This is the only file that picks a status code. Handlers and extractors say what went wrong
//! ([`Kind`]); `problem` shows it, and `failures` makes one of what failed below.

use poem::http::StatusCode;

/// The status of an answer that made something new.
pub const CREATED: StatusCode = StatusCode::CREATED;
/// The status of an answer with nothing to say.
pub const NO_CONTENT: StatusCode = StatusCode::NO_CONTENT;
/// The status of an answer to somebody who has it already.
pub const NOT_MODIFIED: StatusCode = StatusCode::NOT_MODIFIED;
/// The status of an ordinary answer, for the interface description.
pub const OK: StatusCode = StatusCode::OK;

/// What went wrong, seen from the caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The request cannot be read: not JSON, a wrong type, an unknown field, a bad header.
    Malformed,
    /// Nobody is signed in, or the token is not accepted.
    SignInRequired,
    /// This role may never do this.
    Forbidden,
    /// A second factor has to be shown first, or anew.
    FactorRequired,
    /// There is no such thing, or this caller may not know of it.
    NotFound,
    /// The document is still being made.
    NotReady,
    /// The path exists but not with this method.
    MethodNotAllowed,
    /// The body did not arrive in time.
    TooSlow,
    /// The version named in `If-Match` is not the current one.
    Stale,
    /// The idempotency key was used for another request.
    KeyReused,
    /// The request clashes with what stands: a name already taken.
    Conflict,
    /// The body is larger than allowed.
    TooLarge,
    /// The address is longer than any there is.
    AddressTooLong,
    /// The head is larger than allowed.
    HeadTooLarge,
    /// The body is of a type this operation does not take.
    UnsupportedMediaType,
    /// The values cannot be accepted: missing, unknown or out of range.
    InvalidValues,
    /// The law or the house does not allow it now.
    Refused,
    /// The act needs an `If-Match` header.
    VersionRequired,
    /// Too many attempts.
    TooMany,
    /// The bytes of a paper are not those that were stored, and are not handed out.
    FileDamaged,
    /// The bytes of a paper are not there.
    FileMissing,
    /// An error of the service itself.
    Internal,
    /// The service cannot answer at the moment.
    Unavailable,
    /// There is no space to write anything down.
    StorageFull,
}

impl Kind {
    /// Status, last part of the problem's type, title in Chinese and in English.
    pub(in crate::http) fn row(self) -> (StatusCode, &'static str, &'static str, &'static str) {
        match self {
            Kind::Malformed => {
                (StatusCode::BAD_REQUEST, "malformed", "请求格式不正确", "The request is malformed")
            }
            Kind::SignInRequired => {
                (StatusCode::UNAUTHORIZED, "sign-in-required", "请先登录", "Sign in first")
            }
            Kind::Forbidden => (
                StatusCode::FORBIDDEN,
                "forbidden",
                "您的角色不能办理此事项",
                "Your role may not do this",
            ),
            Kind::FactorRequired => (
                StatusCode::FORBIDDEN,
                "factor-required",
                "请先验证动态口令",
                "Show your second factor first",
            ),
            Kind::NotFound => (StatusCode::NOT_FOUND, "not-found", "没有找到", "Not found"),
            Kind::NotReady => (
                StatusCode::CONFLICT,
                "not-ready",
                "文书正在制作，请稍候",
                "The document is still being made",
            ),
            Kind::MethodNotAllowed => (
                StatusCode::METHOD_NOT_ALLOWED,
                "method-not-allowed",
                "该地址不支持此方法",
                "This address does not take this method",
            ),
            Kind::TooSlow => (
                StatusCode::REQUEST_TIMEOUT,
                "too-slow",
                "请求未在规定时间内送达",
                "The request did not arrive in time",
            ),
            Kind::Stale => (
                StatusCode::CONFLICT,
                "stale",
                "办件已被他人更新",
                "The case has changed meanwhile",
            ),
            Kind::KeyReused => (
                StatusCode::CONFLICT,
                "key-reused",
                "幂等键已用于其他请求",
                "The idempotency key was used for another request",
            ),
            Kind::Conflict => (
                StatusCode::CONFLICT,
                "conflict",
                "与现有记录冲突",
                "This clashes with an existing record",
            ),
            Kind::TooLarge => (
                StatusCode::PAYLOAD_TOO_LARGE,
                "too-large",
                "请求内容过大",
                "The request is too large",
            ),
            Kind::AddressTooLong => (
                StatusCode::URI_TOO_LONG,
                "address-too-long",
                "请求地址过长",
                "The address is too long",
            ),
            Kind::HeadTooLarge => (
                StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
                "head-too-large",
                "请求头过大",
                "The head of the request is too large",
            ),
            Kind::UnsupportedMediaType => (
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "unsupported-media-type",
                "不支持的内容类型",
                "The content type is not supported",
            ),
            Kind::InvalidValues => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "invalid-values",
                "填写内容有误",
                "Some values cannot be accepted",
            ),
            Kind::Refused => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "refused",
                "依规定不能办理",
                "The rules do not allow this",
            ),
            Kind::VersionRequired => (
                StatusCode::PRECONDITION_REQUIRED,
                "version-required",
                "须以 If-Match 注明办件版本",
                "If-Match must name the version of the case",
            ),
            Kind::TooMany => (
                StatusCode::TOO_MANY_REQUESTS,
                "too-many-attempts",
                "尝试次数过多，请稍后再试",
                "Too many attempts, try again later",
            ),
            Kind::FileDamaged => (
                StatusCode::SERVICE_UNAVAILABLE,
                "file-damaged",
                "文件已损坏，不能提供",
                "The file is damaged and is not handed out",
            ),
            Kind::FileMissing => {
                (StatusCode::SERVICE_UNAVAILABLE, "file-missing", "文件缺失", "The file is missing")
            }
            Kind::Internal => (
                StatusCode::INTERNAL_SERVER_ERROR,
                "internal",
                "系统出现错误",
                "The service met an error",
            ),
            Kind::Unavailable => (
                StatusCode::SERVICE_UNAVAILABLE,
                "unavailable",
                "系统暂时无法服务",
                "The service cannot answer at the moment",
            ),
            Kind::StorageFull => (
                StatusCode::INSUFFICIENT_STORAGE,
                "storage-full",
                "存储空间已满，暂时只能查阅，不能办理",
                "There is no space left: everything can be read and nothing written",
            ),
        }
    }

    /// The status.
    pub(in crate::http) fn status(self) -> StatusCode {
        self.row().0
    }

    /// The kind that stands for a status a library chose.
    pub(in crate::http) fn from_status(status: StatusCode) -> Kind {
        match status {
            StatusCode::NOT_FOUND => Kind::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Kind::MethodNotAllowed,
            StatusCode::PAYLOAD_TOO_LARGE => Kind::TooLarge,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Kind::UnsupportedMediaType,
            StatusCode::UNAUTHORIZED => Kind::SignInRequired,
            status if status.is_client_error() => Kind::Malformed,
            _ => Kind::Internal,
        }
    }
}
