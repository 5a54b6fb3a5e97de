//! The addresses of the pages, and what a page may do in the browser that shows it.

use aws_lc_rs::rand;
use base64::{Engine, engine::general_purpose::STANDARD};
use poem::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use poem::{Request, Response};

use super::absent;
use super::files::Files;
use crate::http::answer::{Kind, Problem};

/// The pages of the families, by the addresses that `portal/family` knows.
const FAMILY: [&str; 11] = [
    "/",
    "/ask",
    "/guide/{kind}",
    "/apply",
    "/apply/{draft}",
    "/visit",
    "/my",
    "/left",
    "/notices",
    "/notices/{notice}",
    "/verify",
];
/// The pages of the office, and below `/assets/` what both are made of.
const OTHERS: [&str; 3] = ["/desk", "/desk/{*rest}", "/assets/{file}"];
/// What a page of the office has in the place of its nonce.
const NONCE_PLACE: &str = "__CSP_NONCE__";
/// Where the interface begins, whose answers are never pages.
const INTERFACE: &str = "/v1/";

/// The pages of an office.
#[derive(Debug)]
pub struct Portal {
    files: Files,
}

/// Whose page it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entry {
    Family,
    Desk,
}

impl Portal {
    /// The pages this program was built with.
    pub fn built() -> Portal {
        Portal { files: Files::built() }
    }

    /// Whether there are any.
    pub fn is_there(&self) -> bool {
        self.files.get(Entry::Family.file()).is_some()
    }

    /// Every address of theirs, as the table of operations writes it.
    pub fn addresses(&self) -> impl Iterator<Item = String> {
        let beside = self.files.beside_the_pages().map(|path| format!("/{path}"));
        FAMILY.into_iter().chain(OTHERS).map(str::to_owned).chain(beside)
    }

    /// Who follows a link that leads nowhere is shown a page that says so; everybody else gets the
    /// problem of the interface.
    pub fn lost(&self, request: &Request, problem: &Problem) -> Option<Response> {
        let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
        let accepts = request.headers().get_all(header::ACCEPT).iter();
        let wants_a_page = accepts
            .filter_map(|value| value.to_str().ok())
            .any(|value| value.contains("text/html"));
        let is_one = is_read && wants_a_page && !request.uri().path().starts_with(INTERFACE);
        if !is_one || problem.kind() != Kind::NotFound || !self.is_there() {
            return None;
        }
        // Whatever the client has already, it has not this.
        let mut page = self.page(Entry::Family, &HeaderMap::new()).ok()?;
        let (status, ..) = Kind::NotFound.row();
        page.set_status(status);
        Some(page)
    }

    /// The answer to a request for one of the addresses.
    ///
    /// # Errors
    /// When there is no such file, or the machine's random source fails.
    pub fn answer(&self, request: &Request) -> Result<Response, Problem> {
        let path = request.uri().path().trim_start_matches('/');
        // A page is shown at its address only, where it has its policy.
        if let Some(file) = self.files.get(path).filter(|file| !file.is_page()) {
            return Ok(file.answer(request.headers()));
        }
        if path.starts_with("assets/") {
            return Err(Problem::new(Kind::NotFound));
        }
        let is_of_the_office = path == "desk" || path.starts_with("desk/");
        self.page(if is_of_the_office { Entry::Desk } else { Entry::Family }, request.headers())
    }

    fn page(&self, entry: Entry, asked: &HeaderMap) -> Result<Response, Problem> {
        let Some(file) = self.files.get(entry.file()) else {
            return Ok(absent::page());
        };
        match file.text() {
            Some(text) if text.contains(NONCE_PLACE) => {
                let nonce = nonce()?;
                let page = file.once(text.replace(NONCE_PLACE, &nonce));
                Ok(guarded(page, entry, &format!(" 'nonce-{nonce}'")))
            }
            _ => Ok(guarded(file.answer(asked), entry, "")),
        }
    }
}

impl Entry {
    fn file(self) -> &'static str {
        match self {
            Entry::Family => "family/index.html",
            Entry::Desk => "desk/index.html",
        }
    }

    /// What else the pages hold: those of the office show papers.
    fn frames(self) -> &'static str {
        match self {
            Entry::Family => "",
            Entry::Desk => "frame-src blob:; ",
        }
    }

    /// What the browser's devices are asked for: an assessor takes photos inside the page; a family's
    /// come from the camera's own program.
    fn devices(self) -> &'static str {
        match self {
            Entry::Family => {
                "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()"
            }
            Entry::Desk => {
                "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()"
            }
        }
    }
}

/// A page with its policy: what it is made of comes from here, nothing is written into it, and no
/// other page holds it.
fn guarded(mut page: Response, entry: Entry, styles: &str) -> Response {
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self'{styles}; img-src 'self' blob: data:; \
         connect-src 'self'; manifest-src 'self'; worker-src 'self'; {}base-uri 'none'; \
         form-action 'none'; frame-ancestors 'none'",
        entry.frames()
    );
    let headers = page.headers_mut();
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    let devices = HeaderValue::from_static(entry.devices());
    headers.insert(HeaderName::from_static("permissions-policy"), devices);
    page
}

/// A value nobody can know before the page is sent.
fn nonce() -> Result<String, Problem> {
    let mut bytes = [0; 18];
    rand::fill(&mut bytes).map_err(|_| Problem::new(Kind::Internal))?;
    Ok(STANDARD.encode(bytes))
}

#[cfg(test)]
#[path = "pages_tests.rs"]
mod tests;
