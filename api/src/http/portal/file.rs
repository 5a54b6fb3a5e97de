//! One file of the pages: its forms, how long it may be kept, and whether a client has it already.

use hyper::body::Bytes;
use poem::http::{HeaderMap, HeaderValue, header};
use poem::{Response, ResponseBuilder};
use sha2::{Digest, Sha256};

use super::encoding::Encoding;
use crate::http::answer::error::NOT_MODIFIED;

/// Names below this folder change with what is in the file, so the file never does.
const NAMED_BY_CONTENT: &str = "assets/";
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const ASK_EACH_TIME: HeaderValue = HeaderValue::from_static("no-cache");

/// A file with its compressed forms.
#[derive(Debug)]
pub struct File {
    plain: Bytes,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
    media: &'static str,
    kept: HeaderValue,
    digest: String,
}

impl File {
    /// A file and what it is.
    pub fn new(path: &str, plain: Bytes, brotli: Option<Bytes>, gzip: Option<Bytes>) -> File {
        let kept = if path.starts_with(NAMED_BY_CONTENT) { FOR_EVER } else { ASK_EACH_TIME };
        let digest = hex::encode(Sha256::digest(&plain));
        File { plain, brotli, gzip, media: media(path), kept, digest }
    }

    /// The text of a page.
    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.plain).ok()
    }

    /// Whether it is a page.
    pub fn is_page(&self) -> bool {
        self.media.starts_with("text/html")
    }

    /// An answer with another text than the file's, which nobody keeps.
    pub fn once(&self, text: String) -> Response {
        let head = self.head().header(header::CONTENT_LENGTH, text.len());
        head.body(text)
    }

    /// The answer to a client: the form it takes, or that it has the file already.
    pub fn answer(&self, asked: &HeaderMap) -> Response {
        let (encoding, bytes) = self.form(asked);
        let name = encoding.map_or("identity", Encoding::name);
        // Each form is other bytes, so each has a tag of its own.
        let tag = format!("\"{:.32}-{name}\"", self.digest);
        let head = self.head().header(header::ETAG, &tag);
        if knows(asked, &tag) {
            return head.status(NOT_MODIFIED).finish();
        }
        let head = match encoding {
            Some(encoding) => head.header(header::CONTENT_ENCODING, encoding.name()),
            None => head,
        };
        // Said here, so that an answer to HEAD says it too.
        head.header(header::CONTENT_LENGTH, bytes.len()).body(bytes.clone())
    }

    fn head(&self) -> ResponseBuilder {
        Response::builder()
            .header(header::CONTENT_TYPE, self.media)
            .header(header::CACHE_CONTROL, self.kept.clone())
            .header(header::VARY, "Accept-Encoding")
    }

    fn form(&self, asked: &HeaderMap) -> (Option<Encoding>, &Bytes) {
        let forms = Encoding::taken_by(asked).filter_map(|encoding| {
            let form = match encoding {
                Encoding::Brotli => self.brotli.as_ref(),
                Encoding::Gzip => self.gzip.as_ref(),
            };
            form.map(|form| (Some(encoding), form))
        });
        let mut forms = forms;
        forms.next().unwrap_or((None, &self.plain))
    }
}

/// Whether the client names this tag as one it has.
fn knows(asked: &HeaderMap, tag: &str) -> bool {
    let named = asked.get_all(header::IF_NONE_MATCH).iter();
    let named = named.filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(','));
    named.map(str::trim).any(|one| one == "*" || one.strip_prefix("W/").unwrap_or(one) == tag)
}

/// What a file is, by the end of its name.
fn media(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "json" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn script() -> File {
        let (plain, brotli) = (Bytes::from_static(b"let a = 1;"), Bytes::from_static(b"small"));
        File::new("assets/a-1.js", plain, Some(brotli), None)
    }

    fn asking(pairs: &[(header::HeaderName, &str)]) -> HeaderMap {
        let value = |text: &str| HeaderValue::from_str(text).expect("a value");
        pairs.iter().map(|(name, text)| (name.clone(), value(text))).collect()
    }

    #[tokio::test]
    async fn the_form_that_was_built_is_served_and_named() {
        let small = script().answer(&asking(&[(header::ACCEPT_ENCODING, "gzip, br")]));
        assert_eq!(small.header("content-encoding"), Some("br"));
        assert_eq!(small.header("content-length"), Some("5"));
        assert_eq!(small.header("vary"), Some("Accept-Encoding"));
        assert_eq!(small.header("cache-control"), Some("public, max-age=31536000, immutable"));
        assert_eq!(small.into_body().into_string().await.expect("text"), "small");
        let plain = script().answer(&asking(&[(header::ACCEPT_ENCODING, "gzip")]));
        assert_eq!(plain.header("content-encoding"), None);
        assert_eq!(plain.into_body().into_string().await.expect("text"), "let a = 1;");
    }

    #[test]
    fn who_has_a_form_is_not_sent_it_again() {
        let first = script().answer(&HeaderMap::new());
        let tag = first.header("etag").expect("a tag").to_owned();
        let again =
            script().answer(&asking(&[(header::IF_NONE_MATCH, &format!("\"x\", W/{tag}"))]));
        assert_eq!(again.status().as_u16(), 304);
        assert_eq!(again.header("etag"), Some(tag.as_str()));
        let other = asking(&[(header::IF_NONE_MATCH, &tag), (header::ACCEPT_ENCODING, "br")]);
        assert_eq!(script().answer(&other).status().as_u16(), 200, "another form is other bytes");
    }

    #[test]
    fn a_page_is_asked_for_each_time() {
        let page = File::new("index.html", Bytes::new(), None, None).answer(&HeaderMap::new());
        assert_eq!(page.header("cache-control"), Some("no-cache"));
        assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    }
}
