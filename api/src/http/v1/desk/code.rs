//! The code by which somebody without an account finds again what they sent or booked.

use crate::http::answer::{Kind, Problem};
use crate::http::body::headers::ResumeCode;
use crate::http::service::Service;
use crate::secret::{Purpose, query_code};
use crate::store::desk::records::{self, Kind as RecordKind, Record, Which};

/// A code nobody has.
pub fn draw() -> Result<String, Problem> {
    query_code::drawn().map_err(|error| {
        tracing::error!(%error, "no code can be drawn");
        Problem::new(Kind::Internal)
    })
}

/// The blind key under which what belongs to a code is kept.
pub fn owner(service: &Service, code: &str) -> String {
    hex::encode(service.app.secret.derive(Purpose::DeskCode, &[code.as_bytes()]))
}

/// What belongs to the code of a request; whatever is wrong with it, there is nothing.
pub async fn belonging(
    service: &Service,
    kind: RecordKind,
    code: &ResumeCode,
) -> Result<Record, Problem> {
    let code = code.0.as_deref().ok_or_else(|| Problem::new(Kind::NotFound))?;
    let owner = owner(service, code);
    let asked = Which { owner: Some(&owner), ..Which::default() };
    let app = &service.app;
    let mut found = records::list(app.store.reader(), &app.secret, kind, &asked, 1).await?;
    found.pop().ok_or_else(|| Problem::new(Kind::NotFound))
}
