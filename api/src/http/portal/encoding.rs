//! Which compressed form of a file a client takes, by its `Accept-Encoding`.

use poem::http::{HeaderMap, header};

/// A form that was made when the pages were built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// The smallest; browsers take it over TLS only.
    Brotli,
    /// What every browser takes.
    Gzip,
}

impl Encoding {
    /// The forms a client takes, the smallest first.
    pub fn taken_by(headers: &HeaderMap) -> impl Iterator<Item = Encoding> {
        let taken = |wanted: Encoding| {
            let listed = headers.get_all(header::ACCEPT_ENCODING).iter();
            let listed = listed.filter_map(|value| value.to_str().ok());
            listed.flat_map(|value| value.split(',')).any(|one| takes(one, wanted))
        };
        [Encoding::Brotli, Encoding::Gzip].into_iter().filter(move |encoding| taken(*encoding))
    }

    /// The name in `Content-Encoding`.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Brotli => "br",
            Encoding::Gzip => "gzip",
        }
    }
}

/// Whether one entry of the list is this form, and not only to say that it is not taken.
fn takes(entry: &str, wanted: Encoding) -> bool {
    let mut parts = entry.split(';').map(str::trim);
    let is_named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(wanted.name()));
    let weight = parts.find_map(|part| part.strip_prefix("q="));
    is_named && weight.is_none_or(|weight| weight.parse::<f32>().is_ok_and(|weight| weight > 0.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use poem::http::HeaderValue;

    fn taken(value: &'static str) -> Vec<Encoding> {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(value));
        Encoding::taken_by(&headers).collect()
    }

    #[test]
    fn the_smallest_form_that_is_taken_comes_first() {
        assert_eq!(taken("gzip, deflate, br, zstd"), [Encoding::Brotli, Encoding::Gzip]);
        assert_eq!(taken("GZIP;q=0.5"), [Encoding::Gzip]);
        assert_eq!(taken("br;q=0, gzip"), [Encoding::Gzip]);
        assert_eq!(taken("br;q=none, identity, *"), []);
        assert_eq!(Encoding::taken_by(&HeaderMap::new()).count(), 0);
    }
}
