//! A stored file goes out as what it is; to whoever takes bytes and nothing else, it goes out as
//! those. Clients made from the description often know no other media type for a file.

use poem::Response;
use poem::http::{HeaderMap, HeaderValue, header};

/// The media type of bytes of any kind.
pub const BYTES: &str = "application/octet-stream";

/// Whether a request takes bytes of any kind and nothing else.
pub fn are_asked(headers: &HeaderMap) -> bool {
    let mut accepted = headers.get_all(header::ACCEPT).iter();
    accepted.next().is_some_and(|accepted| accepted == BYTES) && accepted.next().is_none()
}

/// Whether an answer of this media type is a file.
pub fn is_file(media_type: &str) -> bool {
    let is_text = ["text/", "application/json", "application/problem+json"];
    !is_text.iter().any(|text| media_type.starts_with(text))
}

/// Names a file by the media type of bytes.
pub fn name(response: &mut Response) {
    if response.content_type().is_some_and(is_file) {
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(BYTES));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_as_bytes_only_where_these_alone_are_taken() {
        let asked = |accepted: &'static str| {
            are_asked(&HeaderMap::from_iter([(header::ACCEPT, HeaderValue::from_static(accepted))]))
        };
        assert!(asked("application/octet-stream"));
        assert!(!asked("*/*") && !asked("application/pdf, application/octet-stream"));
        assert!(!are_asked(&HeaderMap::new()));
    }

    #[test]
    fn only_files_are_named_anew() {
        for (before, after) in [
            ("application/pdf", BYTES),
            ("image/png", BYTES),
            ("application/json; charset=utf-8", "application/json; charset=utf-8"),
            ("application/problem+json", "application/problem+json"),
            ("text/csv; charset=utf-8", "text/csv; charset=utf-8"),
        ] {
            let mut response = Response::builder().header(header::CONTENT_TYPE, before).finish();
            name(&mut response);
            assert_eq!(response.content_type(), Some(after));
        }
    }
}
