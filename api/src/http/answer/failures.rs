//! What fails below, as the problem that the caller is told.

use poem::http::header;

use super::error::Kind;
use super::factor;
use super::output::entity_tag;
use super::problem::Problem;
use crate::execute::Failure;
use crate::store::StoreError;

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Problem {
        // The store's errors never repeat stored values, so the operator may read them. What keeps
        // the office from storing is said once, and not for each request that meets it.
        if error.passes() {
            tracing::warn!(%error, "the store refused");
        } else {
            tracing::error!(%error, "the store failed");
        }
        Problem::new(match error {
            StoreError::Full => Kind::StorageFull,
            StoreError::FileAltered(_) => Kind::FileDamaged,
            StoreError::FileMissing(_) => Kind::FileMissing,
            error if error.passes() => Kind::Unavailable,
            _ => Kind::Internal,
        })
    }
}

/// A file that cannot be handed out, with the name of the paper it is. It heals when the same bytes are
/// filed again or come back from a copy.
pub fn unreadable(error: StoreError, paper: &str) -> Problem {
    let problem = Problem::from(error);
    match problem.kind() {
        Kind::FileDamaged | Kind::FileMissing => problem.detail(
            format!("{paper}：请从备份恢复，或重新提交同一扫描件"),
            format!("{paper}: restore it from a copy, or file the same scan again"),
        ),
        _ => problem,
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Problem {
        match failure {
            Failure::NotFound => Problem::new(Kind::NotFound),
            Failure::Forbidden => Problem::new(Kind::Forbidden),
            Failure::FactorNotFresh => factor::not_fresh(),
            Failure::Refused(refusal) => Problem::refused(refusal),
            Failure::Stale { current } => {
                let tag = entity_tag(current);
                Problem::new(Kind::Stale).with_header(header::ETAG, &tag)
            }
            Failure::VersionRequired => Problem::new(Kind::VersionRequired),
            Failure::KeyReused => Problem::new(Kind::KeyReused),
            Failure::Store(error) => Problem::from(error),
        }
    }
}

/// Turns an error of the web framework into a problem, without its words: they name Rust types
/// and repeat what was sent.
pub fn from_framework(error: &poem::Error) -> Problem {
    if let Some(problem) = error.downcast_ref::<Problem>() {
        return problem.clone();
    }
    if let Some(path) = error.downcast_ref::<poem_openapi::error::ParsePathError>() {
        return Problem::new(Kind::Malformed).broken_parameter(
            "input-path-parameter",
            path.name,
            "地址中的参数格式不正确",
            "A parameter in the path is malformed",
        );
    }
    if let Some(parameter) = error.downcast_ref::<poem_openapi::error::ParseParamError>() {
        return Problem::new(Kind::Malformed).broken_parameter(
            "input-query-parameter",
            parameter.name,
            "查询参数格式不正确",
            "A parameter of the query is malformed",
        );
    }
    Problem::new(Kind::from_status(error.status()))
}
