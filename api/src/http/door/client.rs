//! Which client a request comes from, as far as that can be told without asking it to sign in.

use std::sync::Arc;

use poem::{Request, RequestBody, http::header};
use poem_openapi::{ApiExtractor, ApiExtractorType, ExtractParamOptions};

use super::device;
use super::doorway::RequestRecord;
use crate::http::answer::{Kind, Problem};
use crate::http::sign_in::tokens::secret::{self, SecretDigest};

/// What tells one client from another.
pub struct Client {
    /// A digest of the address and of what the program calls itself. It proves nothing; it only
    /// keeps a token that was caught on its way from being used from another place.
    pub digest: SecretDigest,
    /// The device in words, for whoever looks through their own sessions.
    pub device: String,
}

impl<'a> ApiExtractor<'a> for Client {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::PoemExtractor];

    type ParamType = ();
    type ParamRawType = ();

    async fn from_request(
        request: &'a Request,
        _body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> poem::Result<Self> {
        let record =
            request.data::<Arc<RequestRecord>>().ok_or_else(|| Problem::new(Kind::Internal))?;
        let address = record.address.map(|address| address.to_string()).unwrap_or_default();
        let program = request.headers().get(header::USER_AGENT);
        let program = program.map(|name| String::from_utf8_lossy(name.as_bytes()).into_owned());
        let program = program.unwrap_or_default();
        let digest = secret::digest_of(&["client", &address, &program]);
        Ok(Client { digest, device: device::in_words(&program) })
    }
}
