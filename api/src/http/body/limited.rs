//! Reads a request's body up to a limit of size and time.
//!
//! The framework reads a body of any length; nothing but this file may read one.

use std::time::Duration;

use poem::{Request, RequestBody, error::ReadBodyError, http::header};

use crate::http::answer::{Kind, Problem};

/// The largest JSON body.
pub const JSON_LIMIT: usize = 64 * 1024;
/// How long a JSON body may take to arrive.
pub const JSON_PATIENCE: Duration = Duration::from_secs(15);

/// Takes the whole body, or answers 413 or 408 and has the connection closed.
///
/// # Errors
/// A problem when the body is too large, too slow, breaks off or was read before.
pub async fn read(
    request: &Request,
    body: &mut RequestBody,
    limit: usize,
    patience: Duration,
) -> Result<Vec<u8>, Problem> {
    if declared_length(request)? > limit as u64 {
        return Err(too_large(limit));
    }
    let body = body.take().map_err(|_| Problem::new(Kind::Internal))?;
    match tokio::time::timeout(patience, body.into_bytes_limit(limit)).await {
        Ok(Ok(bytes)) => Ok(bytes.to_vec()),
        Ok(Err(ReadBodyError::PayloadTooLarge)) => Err(too_large(limit)),
        Ok(Err(_)) => Err(Problem::new(Kind::Malformed).broken(
            "input-body-broken",
            None,
            "请求内容未完整送达",
            "The body did not arrive whole",
        )),
        Err(_) => Err(Problem::new(Kind::TooSlow)),
    }
}

/// The media type a request states for a body that is not packed; none where it states none, or
/// two, of which a reader in between could have believed the other.
pub fn media_type(request: &Request) -> Option<&str> {
    let mut stated = request.headers().get_all(header::CONTENT_TYPE).iter();
    let (Some(value), None) = (stated.next(), stated.next()) else {
        return None;
    };
    let packed = request.headers().contains_key(header::CONTENT_ENCODING);
    value.to_str().ok().filter(|_| !packed)
}

/// The length the client announced, zero where it announced none.
fn declared_length(request: &Request) -> Result<u64, Problem> {
    let Some(value) = request.headers().get(header::CONTENT_LENGTH) else {
        return Ok(0);
    };
    value
        .to_str()
        .ok()
        .and_then(|value| value.parse().ok())
        .ok_or_else(|| Problem::new(Kind::Malformed))
}

fn too_large(limit: usize) -> Problem {
    let kilobytes = limit / 1024;
    Problem::new(Kind::TooLarge).broken(
        "input-too-large",
        None,
        format!("请求内容不得超过 {kilobytes} KiB"),
        format!("The body may have at most {kilobytes} KiB"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::stream;
    use poem::Body;

    async fn outcome(request: Request, limit: usize) -> Result<Vec<u8>, Kind> {
        let (request, mut body) = request.split();
        read(&request, &mut body, limit, Duration::from_millis(50))
            .await
            .map_err(|problem| problem.kind())
    }

    #[tokio::test]
    async fn the_limit_itself_passes_and_one_more_byte_does_not() {
        assert_eq!(outcome(Request::builder().body(vec![b' '; 64]), 64).await, Ok(vec![b' '; 64]));
        assert_eq!(outcome(Request::builder().body(vec![b' '; 65]), 64).await, Err(Kind::TooLarge));
    }

    #[tokio::test]
    async fn a_declared_length_is_believed_only_to_refuse() {
        let declared = Request::builder().header("content-length", "65").body("x");
        assert_eq!(outcome(declared, 64).await, Err(Kind::TooLarge));
        let small = Request::builder().header("content-length", "1").body(vec![b' '; 65]);
        assert_eq!(outcome(small, 64).await, Err(Kind::TooLarge));
    }

    #[test]
    fn a_body_is_of_one_type_or_of_none() {
        let stated = |types: &[&str]| {
            let request = types.iter().fold(Request::builder(), |request, stated| {
                request.header("content-type", *stated)
            });
            media_type(&request.finish()).map(str::to_owned)
        };
        assert_eq!(stated(&["application/json"]).as_deref(), Some("application/json"));
        assert_eq!(stated(&[]), None);
        assert_eq!(stated(&["application/json", "text/plain"]), None);
    }

    #[tokio::test]
    async fn a_body_that_never_ends_is_given_up() {
        let endless = Body::from_bytes_stream(stream::pending::<Result<Vec<u8>, std::io::Error>>());
        assert_eq!(outcome(Request::builder().body(endless), 64).await, Err(Kind::TooSlow));
    }
}
