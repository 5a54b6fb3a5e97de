//! The heads of requests, looked at before the HTTP library sees them.
//!
//! What the library itself refuses it answers with an empty page, and where a message says its
//! length in two ways it silently chooses one. Both are decided here, so that every refusal says
//! what is wrong and no other reader of the same bytes can find other messages in them.

use httparse::{EMPTY_HEADER, Error, Request, Status};
use poem::http::Uri;

use crate::http::answer::{Kind, Problem};

/// The most headers of one request.
const MOST_HEADERS: usize = 100;

/// Follows a connection from head to head.
#[derive(Debug)]
pub struct Heads {
    largest: usize,
    place: Place,
    gathered: Vec<u8>,
}

/// Where in the stream of messages the next byte stands.
#[derive(Debug)]
enum Place {
    /// In a head.
    Head,
    /// In a body, with so many bytes to come.
    Body(u64),
    /// In a body whose end only the library finds; no request is read after it.
    LastBody,
    /// After a head that was refused: nothing more is read.
    Refused,
}

impl Heads {
    /// A connection at its beginning; `largest` is the size of the largest head, in bytes.
    pub fn new(largest: usize) -> Heads {
        Heads { largest, place: Place::Head, gathered: Vec::new() }
    }

    /// Takes bytes in as they arrive and adds to `passed` those that the library may see: bodies
    /// at once, heads when they are whole and sound.
    ///
    /// # Errors
    /// Why a head is refused. Nothing that comes after it is looked at.
    pub fn take_in(&mut self, mut bytes: &[u8], passed: &mut Vec<u8>) -> Result<(), Problem> {
        while !bytes.is_empty() {
            match self.place {
                Place::Refused => return Ok(()),
                Place::LastBody => {
                    passed.extend_from_slice(bytes);
                    return Ok(());
                }
                Place::Body(0) => self.place = Place::Head,
                Place::Body(left) => {
                    let here = usize::try_from(left).unwrap_or(usize::MAX).min(bytes.len());
                    let (body, after) = bytes.split_at(here);
                    passed.extend_from_slice(body);
                    self.place = Place::Body(left - body.len() as u64);
                    bytes = after;
                }
                Place::Head => {
                    let before = self.gathered.len();
                    self.gathered.extend_from_slice(bytes);
                    let Some((length, place)) = self.read_head()? else { return Ok(()) };
                    self.gathered.truncate(length);
                    passed.append(&mut self.gathered);
                    self.place = place;
                    bytes = bytes.get(length.saturating_sub(before)..).unwrap_or_default();
                }
            }
        }
        Ok(())
    }

    /// The length of the head gathered and what follows it, or none while it is not whole.
    fn read_head(&mut self) -> Result<Option<(usize, Place)>, Problem> {
        let read = self.examine();
        if read.is_err() {
            self.place = Place::Refused;
            self.gathered = Vec::new();
        }
        read
    }

    fn examine(&self) -> Result<Option<(usize, Place)>, Problem> {
        let mut headers = [EMPTY_HEADER; MOST_HEADERS];
        let mut request = Request::new(&mut headers);
        let length = match request.parse(&self.gathered) {
            Ok(Status::Complete(length)) if length <= self.largest => length,
            Ok(Status::Partial) if self.gathered.len() <= self.largest => return Ok(None),
            Ok(_) if self.first_line_is_too_long() => {
                return Err(Problem::new(Kind::AddressTooLong));
            }
            Ok(_) | Err(Error::TooManyHeaders) => return Err(Problem::new(Kind::HeadTooLarge)),
            Err(_) => return Err(malformed()),
        };
        // The library would refuse these only after the head was passed on.
        if request.path.is_none_or(|path| path.parse::<Uri>().is_err()) {
            return Err(malformed());
        }
        Ok(Some((length, following(&request)?)))
    }

    fn first_line_is_too_long(&self) -> bool {
        let start =
            self.gathered.iter().position(|byte| !b"\r\n".contains(byte)).unwrap_or_default();
        let line = self.gathered.iter().skip(start).take_while(|byte| **byte != b'\n').count();
        start + line >= self.largest
    }
}

/// What follows a head. A message that does not say its length in exactly one way is refused:
/// it is the way to hide one request in another.
fn following(request: &Request) -> Result<Place, Problem> {
    let values = |name: &str| {
        let named = |header: &&httparse::Header| header.name.eq_ignore_ascii_case(name);
        request.headers.iter().filter(named).map(|header| header.value).collect::<Vec<_>>()
    };
    let lengths = values("content-length");
    let codings = values("transfer-encoding");
    match (lengths.as_slice(), codings.as_slice()) {
        ([], []) => Ok(Place::Body(0)),
        ([length], []) => Ok(Place::Body(number(length).ok_or_else(doubtful)?)),
        ([], [coding]) if request.version == Some(1) && coding.eq_ignore_ascii_case(b"chunked") => {
            Ok(Place::LastBody)
        }
        _ => Err(doubtful()),
    }
}

/// A length is digits and nothing else; the ordinary reader of numbers takes a sign too.
fn number(text: &[u8]) -> Option<u64> {
    let text = std::str::from_utf8(text).ok()?;
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| plain)
}

fn malformed() -> Problem {
    Problem::new(Kind::Malformed).broken(
        "http-head",
        None,
        "请求行或请求头不符合 HTTP/1.1",
        "The request line or a header is not HTTP/1.1",
    )
}

fn doubtful() -> Problem {
    Problem::new(Kind::Malformed).broken(
        "http-framing",
        None,
        "请求长度须以 Content-Length 或 Transfer-Encoding: chunked 之一注明，且只注明一次",
        "The length is said once, by Content-Length or by Transfer-Encoding: chunked",
    )
}

#[cfg(test)]
#[path = "tests/heads.rs"]
mod tests;
